import { cast, members, periods, schoolNow } from '../local/school/index.ts';
import { World } from '../local/world.ts';
import { evidence } from '../src/domain/evidence.ts';
import { plans } from '../src/domain/plans.ts';
import { steps } from '../src/domain/steps.ts';
import { sampleOf } from '../test/sample.ts';
import { acts } from './acts.ts';
import { grow, withRows } from './grow.ts';
import { type Kept, type KeptTab, tabOf } from './kept.ts';
import { measure } from './measure.ts';
import { table, whole, within } from './table.ts';

/** How long everything took to be worked out again after one saved session. */
export interface Recalculation {
  readonly rows: number;
  readonly quickest: number;
  readonly median: number;
  /** Milliseconds in which it is to be done, where that is limited. */
  readonly limit?: number;
  /** Cells of tabs of formulas that the saves themselves read. */
  readonly read: number;
}

const sizes: readonly (readonly [rows: number, limit?: number])[] = [[200], [3500, 100], [20_000, 500]];

/** The tabs that are nothing but figures; saving is to wait for none of them. */
const figures = ['Impact', 'Coverage', 'Pivots'];

const turns = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Saves a session some times in a school with plans, steps and evidence too, at each size. */
export function recalculations(school: Kept): Recalculation[] {
  return sizes.map(([rows, limit]) => {
    const world = new World({ workbook: grown(school, rows), owner: cast.director });
    const saves = turns.map((turn) => measure(world, acts.save, rows, [turn], 0));
    // The first two are for the engine to warm up.
    const [, , ...all] = saves.map(({ flush }) => flush);
    const inOrder = [...all].sort((one, other) => one - other);
    return {
      rows,
      ...(limit !== undefined && { limit }),
      read: saves.reduce((sum, { read }) => sum + figures.reduce((cells, tab) => cells + (read.byTab[tab] ?? 0), 0), 0),
      quickest: inOrder[0] ?? Number.NaN,
      median: inOrder[Math.floor(all.length / 2)] ?? Number.NaN,
    };
  });
}

function grown(school: Kept, rows: number): Kept {
  const today = schoolNow.slice(0, 10);
  // Plans, steps and evidence of a year: those of more sessions would be archived.
  const sample = sampleOf({ members, periods, themes: ['Maths'], first: '2026-02-23', today }, 3500);
  const nameOf = (email: string): string => members.find((member) => member.email === email)?.name ?? email;
  const withSteps = withRows(school, steps, sample.steps, nameOf);
  const withPlans = withRows(withSteps, plans, sample.plans, nameOf);
  const withEvidence = withRows(withPlans, evidence, sample.evidence, nameOf);
  return grow(grow(withEvidence, 'Log', rows, 200), 'Sessions', rows, turns.length + 1);
}

/** What is over its limit, a sentence each. */
export const tooSlow = (all: readonly Recalculation[]): string[] =>
  all.flatMap(({ rows, quickest, limit = Number.POSITIVE_INFINITY, read }) => [
    ...(quickest > limit ? [`Working everything out again, ${whole(rows)} sessions: ${whole(quickest)} ms.`] : []),
    ...(read > 0 ? [`Saving, ${whole(rows)} sessions: ${whole(read)} cells of ${figures.join(', ')} read.`] : []),
  ]);

/** How long it took, beside the limits. */
export function recalculationTable(all: readonly Recalculation[]): string {
  const lines = all.map(({ rows, quickest, median, limit, read }) => [
    whole(rows),
    limit === undefined ? whole(quickest) : within(whole(quickest), '≤', whole(limit), quickest > limit),
    whole(median),
    within(whole(read), '≤', '0', read > 0),
  ]);
  return table(['sessions', 'quickest ms', 'median ms', `cells of ${figures.join(', ')} that saving read`], lines);
}

/** How many cells of each tab hold a formula, and how many cells these formulas name, counted each time and once. */
export function readsTable(school: Kept, rows: number, tabs: readonly string[]): string {
  const large = grown(school, rows);
  const sum = (ranges: readonly string[]): number => ranges.reduce((cells, range) => cells + sizeOf(range), 0);
  const of = (cells: readonly KeptTab['cells'][]): string[] => {
    const formulas = cells
      .flatMap((each) => Object.values(each))
      .filter((cell): cell is string => typeof cell === 'string' && cell.startsWith('='));
    const reads = formulas.flatMap((formula) => rangesIn(formula, large));
    return [formulas.length, sum(reads), sum([...new Set(reads)])].map(whole);
  };
  const lines = [
    ...tabs.map((tab) => [tab, ...of([tabOf(large, tab).cells])]),
    ['the whole workbook', ...of(large.workbook.data.sheets.map(({ cells }) => cells))],
  ];
  return table(['tab', 'formulas', 'cells named by them', 'different ones'], lines);
}

function rangesIn(formula: string, { workbook: { data } }: Kept): string[] {
  const words = formula.replace(/"[^"]*"/g, '');
  const named = [...words.matchAll(/\b[A-Z][a-z]+(?:_[A-Za-z]+)+_?\b/g)].flatMap(
    ([name]) => data.namedRanges[name] ?? [],
  );
  const direct = [...words.matchAll(/(?:(?:'[^']+'|\w+)!)?\$?[A-Z]{1,2}\$?\d+(?::\$?[A-Z]{1,2}\$?\d+)?/g)].map(
    ([range]) => range,
  );
  return [...named, ...direct];
}

function sizeOf(range: string): number {
  const corners = [...range.slice(range.lastIndexOf('!') + 1).matchAll(/\$?([A-Z]+)\$?(\d+)/g)];
  const [first, last = first] = corners.map(([, letters = '', row = '']) => [columnOf(letters), Number(row)] as const);
  return first && last ? (last[0] - first[0] + 1) * (last[1] - first[1] + 1) : 0;
}

const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
