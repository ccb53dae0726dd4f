/**
 * The Impact tab: no data of its own, only formulas over the named ranges of the other tabs. Each figure says beside it
 * what it counts. The functions are those that Google Sheets, the local workbook and LibreOffice work out alike.
 */

import { evidenceSources } from '../../domain/policy.ts';
import { capacity, conversation, focus } from './conversation.ts';
import { coverage, sustained, teamRows } from './coverage.ts';
import { type Section, setting } from './figure.ts';
import { followThrough } from './follow-through.ts';
import type { FormulaTab } from './formula-tab.ts';
import { heartbeat } from './heartbeat.ts';
import { layPage, type Places, withCells } from './layout.ts';
import { outcomes, plans } from './plans.ts';
import { halfTerms, when } from './when.ts';
import { yearOnYear } from './years.ts';

export const impactName = 'Impact';

/** Every part of the tab, from the top: pupils first. */
export const sections = (): Section[] => [
  outcomes(),
  coverage(),
  sustained(),
  followThrough(),
  plans(),
  focus(),
  conversation(),
  capacity(),
  heartbeat(),
  when(),
  yearOnYear(),
];

const school = setting('School name');

let laid: ReturnType<typeof layPage> | undefined;

// Worked out at first use: nothing runs while the bundle is loaded.
function page(): ReturnType<typeof layPage> {
  laid ??= layPage(
    impactName,
    [
      [`=IF(${school}="","Impact of coaching","Impact of coaching at "&${school})`],
      ['=TEXT([today],"dd/mm/yyyy")&". Worked out from the other tabs, whenever they change. Nobody is named."'],
    ],
    sections(),
  );
  return laid;
}

/** The tab as set-up makes it. */
export function impact(): FormulaTab {
  return page().tab;
}

/** In which row of the tab each figure stands, by its key: a label in column A, the first number in column B. */
export function places(): Places {
  return page().places;
}

/** A formula of another tab in which `[staff]` is the figure of that key. */
export function withFigures(formula: string): string {
  return withCells(formula, page().places, `${impactName}!`);
}

/** What a chart of the tab shows: the cells of the labels and of each column of numbers, with their heads. */
export interface ChartPlan {
  readonly title: string;
  readonly labels: string;
  readonly numbers: readonly string[];
  readonly kind: 'column' | 'stacked';
  readonly colours: readonly string[];
  /** The row and column of its upper left corner. */
  readonly row: number;
  readonly column: number;
}

const chartColumn = 9;
const rowsOfChart = 17;

/** The charts of the tab, below each other. */
export function charts(): ChartPlan[] {
  const { titles } = page();
  const over = (title: string, rows: number, ...letters: readonly string[]): Pick<ChartPlan, 'labels' | 'numbers'> => {
    const head = titles.get(title) ?? 0;
    const cells = (letter: string): string => `${letter}${head}:${letter}${head + rows}`;
    return { labels: cells('A'), numbers: letters.map(cells) };
  };
  return [
    {
      title: 'Evidence of this school year: moved, not moved, too early to tell',
      ...over('Source', evidenceSources.length, 'B', 'C', 'D'),
      kind: 'stacked' as const,
      colours: ['#174ea6', '#f29900', '#9aa0a6'],
    },
    {
      title: 'Share of each team coached this school year',
      ...over('Team', teamRows + 1, 'E'),
      kind: 'column' as const,
      colours: ['#1a73e8'],
    },
    {
      title: 'Sessions in each half-term of this school year',
      ...over('Half-term', halfTerms, 'B'),
      kind: 'column' as const,
      colours: ['#1a73e8'],
    },
  ].map((plan, index) => ({ ...plan, row: 3 + index * rowsOfChart, column: chartColumn }));
}
