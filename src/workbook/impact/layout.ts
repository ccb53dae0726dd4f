import { columnLetter } from '../lookup.ts';
import type { Figure, Grid, Section, Shown } from './figure.ts';
import type { FormulaTab } from './formula-tab.ts';

/** Where each figure of a page stands: the row by its key. */
export type Places = ReadonlyMap<string, number>;

interface Line {
  readonly cells: readonly string[];
  readonly key?: string;
  readonly look: 'title' | 'section' | 'heads' | 'about' | 'figure' | 'row' | 'none';
  readonly shown?: readonly (Shown | undefined)[];
}

const formats: Readonly<Record<Shown, string>> = { share: '0%', day: 'dd/mm/yyyy', tenth: '0.0', words: '@' };

/** The widest table has so many numbers beside its label. */
const width = 6;
const letter = (column: number): string => columnLetter(column + 1);

/** Lays sections out below each other under a title and a line of its own, and writes every `[key]` as its cell. */
export function layPage(
  name: string,
  top: readonly (readonly string[])[],
  sections: readonly Section[],
): { tab: FormulaTab; places: Places; titles: Places } {
  const lines: Line[] = [
    ...top.map((cells, index): Line => ({ cells, look: index === 0 ? 'title' : 'about' })),
    ...sections.flatMap(linesOf),
  ];
  const places = new Map<string, number>();
  const titles = new Map<string, number>();
  lines.forEach(({ key, look, cells }, index) => {
    if (key !== undefined) places.set(key, index + 1);
    if (look === 'heads') titles.set(String(cells[0]), index + 1);
  });
  const at = (...looks: readonly Line['look'][]): number[] =>
    lines.flatMap(({ look }, index) => (looks.includes(look) ? [index + 1] : []));
  const all = (row: number, from = 0, to = width): string => `${letter(from)}${row}:${letter(to)}${row}`;
  return {
    places,
    titles,
    tab: {
      name,
      cells: lines.map(({ cells }) =>
        Array.from({ length: width + 1 }, (_, column) => withCells(cells[column] ?? '', places)),
      ),
      widths: [230, 84, 84, 84, 84, 84, 130, 24],
      formats: Object.fromEntries(lines.flatMap(formatsOf)),
      headings: at('heads').map((row) => all(row)),
      bold: [...at('title').map((row) => `A${row}`), ...at('figure', 'row').map((row) => `B${row}`)],
      titles: at('section').map((row) => `A${row}`),
      over: lines.flatMap(overNumbers),
      quiet: [...at('about').map((row) => all(row)), ...at('figure').map((row) => all(row, 2))],
      names: {},
      isPage: true,
    },
  };
}

/** A formula with each `[key]` in it as the cell where that figure stands, on the tab named or on the formula's own. */
export function withCells(formula: string, places: Places, tab = ''): string {
  if (!formula.startsWith('=')) return formula;
  return formula.replace(/\[(\w+)(?::(\d))?\]/g, (_, key: string, column = '1') => {
    const row = places.get(key);
    if (row === undefined) throw new Error(`No figure is called ${key}.`);
    return `${tab}$${letter(Number(column))}$${row}`;
  });
}

function linesOf({ title, figures, grids = [] }: Section): Line[] {
  return [
    { cells: [], look: 'none' },
    { cells: [title], look: 'section' },
    ...figures.map(figureLine),
    ...grids.flatMap(gridLines),
  ];
}

function figureLine({ key, label, formula, about, shown }: Figure): Line {
  return { key, cells: [label, formula, about], look: 'figure', shown: [shown] };
}

function gridLines({ title, about, heads, rows, shown = [] }: Grid): Line[] {
  return [
    { cells: [], look: 'none' },
    { cells: [about], look: 'about' },
    // Right above its rows, where a chart finds what the columns are called.
    { cells: [title, ...heads], look: 'heads', shown },
    ...rows.map(
      ({ key, label, formulas, shown: first }): Line => ({
        key,
        cells: [label, ...formulas],
        look: 'row',
        shown: [first ?? shown[0], ...shown.slice(1)],
      }),
    ),
  ];
}

function formatsOf({ look, shown = [] }: Line, index: number): [string, string][] {
  if (look === 'heads') return [];
  return shown.flatMap((how, column): [string, string][] =>
    how === undefined || how === 'words' ? [] : [[`${letter(column + 1)}${index + 1}`, formats[how]]],
  );
}

// The heads of a table whose columns are all numbers: words stand under theirs at the left.
function overNumbers({ look, cells, shown = [] }: Line, index: number): string[] {
  if (look !== 'heads') return [];
  const numbers = cells.findIndex((_, column) => column > 0 && shown[column - 1] === 'words');
  const last = numbers < 0 ? cells.length - 1 : numbers - 1;
  return [`B${index + 1}:${letter(last)}${index + 1}`];
}
