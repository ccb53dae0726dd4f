import type { Getters, Value, Zone } from './cells.ts';
import type { FormatNames } from './formats.ts';
import { GoogleError } from './google-error.ts';
import type { Entry } from './typed.ts';

/** What can be read of the cells, whichever engine keeps them. */
export interface CellReader {
  value(sheetId: string, col: number, row: number): Value;
  /** The values of a rectangle, row by row; the arrays may be the reader's own and are not to be changed. */
  values(sheetId: string, zone: Zone): readonly (readonly Value[])[];
  display(sheetId: string, col: number, row: number): string;
  formula(sheetId: string, col: number, row: number): string;
  lastRow(sheetId: string): number;
  lastColumn(sheetId: string): number;
}

/** The shared sheet as the services see it: o-spreadsheet's in a world, a plain grid where thousands of runs are tried. */
export interface Book {
  readonly zone: string;
  readonly getters: Getters;
  readonly cells: CellReader;
  readonly formats: FormatNames;
  readonly chartOptions: Map<string, Record<string, unknown>>;
  command(type: string, payload: object): void;
  apply(writes: readonly (() => void)[]): void;
  enter(sheetId: string, col: number, row: number, value: unknown): void;
  put(sheetId: string, col: number, row: number, entry: Entry): void;
  typing(sheetId: string, col: number, row: number, value: unknown): Entry;
  newId(): number;
  gid(sheetId: string): number;
}

/** The number Google knows a sheet by. */
export function gidOf(sheetId: string): number {
  if (/^\d+$/.test(sheetId)) return Number(sheetId);
  return [...sheetId].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 2_147_483_647, 7);
}

/** Does writes in turn and throws the first error when all are done: one that is refused does not keep the others back. */
export function inTurn(writes: readonly (() => void)[], guarded: (writes: readonly (() => void)[]) => void): void {
  const errors: unknown[] = [];
  guarded(
    writes.map((write) => () => {
      try {
        write();
      } catch (error) {
        errors.push(error);
      }
    }),
  );
  if (errors.length > 0) throw errors[0];
}

/** What Google says of cells that are not there. */
export const outside = (): GoogleError =>
  new GoogleError('The coordinates of the range are outside the dimensions of the sheet.');
