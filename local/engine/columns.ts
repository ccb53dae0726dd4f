import type { Library } from './library.ts';

/** What o-spreadsheet works an answer out with. */
export type Compute = Parameters<Library['addFunction']>[1]['compute'];
export type Arg = Parameters<Compute>[number];
/** One cell of what a formula is given. */
export type Cell = Exclude<Arg, readonly unknown[] | undefined>;

export const isCell = (given: unknown): given is Cell =>
  typeof given === 'object' && given !== null && 'value' in given;

/** Whether a formula is given several cells, column by column. */
export const isColumns = (arg: Arg): arg is Cell[][] => Array.isArray(arg);

const nothing: Cell = { value: null };

/** What a formula is given as columns of cells; a single one is a column of one. */
export const columnsOf = (arg: Arg): readonly (readonly Cell[])[] => (isColumns(arg) ? arg : [[arg ?? nothing]]);

/** How many columns and rows there are when these are taken together. */
export const sizeOf = (all: readonly (readonly (readonly Cell[])[])[]): readonly [wide: number, tall: number] => [
  Math.max(...all.map((columns) => columns.length)),
  Math.max(...all.map(([first]) => first?.length ?? 0)),
];

/** The cell that goes with a place: one row or one column goes with all of the other's, and some have none. */
export function cellAt(columns: readonly (readonly Cell[])[], column: number, row: number): Cell | undefined {
  const cells = columns[columns.length === 1 ? 0 : column];
  return cells?.[cells.length === 1 ? 0 : row];
}
