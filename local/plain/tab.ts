import type { Value, Zone } from '../cells.ts';
import { notEmulated } from '../google-error.ts';
import type { Formula } from './formula.ts';

/** What a formula or a sort sees of a cell: days and times are numbers. */
export type Raw = string | number | boolean | null;

/** A cell that somebody has written in, or given a format. It is never changed, only replaced. */
export interface Cell {
  /** As o-spreadsheet keeps it: '' for nothing, an apostrophe before a text that looks like more. */
  readonly content: string;
  readonly format: string | undefined;
  readonly raw: Raw;
  /** What a script reads. */
  readonly value: Value;
  readonly formula?: Formula;
}

/** A row, known by its key wherever a sort takes it. It is never changed, only replaced: worlds share it. */
export interface Row {
  readonly key: number;
  readonly cells: readonly (Cell | undefined)[];
  /** How far it is written: the last column with content, counted from 1; 0 for none. */
  readonly width: number;
  readonly hidden?: 'filter' | 'hand';
}

/** A tab as it is at one moment; its columns are known by their keys. */
export interface Tab {
  readonly id: string;
  readonly name: string;
  readonly isVisible: boolean;
  readonly columns: readonly number[];
  readonly rows: readonly Row[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly hasFormulas: boolean;
}

let lastKey = 0;

/** So many keys that no row or column of any plain world has. */
export const newKeys = (quantity: number): number[] =>
  Array.from({ length: quantity }, () => {
    lastKey += 1;
    return lastKey;
  });

/** The cell at a place. */
export const cellAt = (tab: Tab, col: number, row: number): Cell | undefined => tab.rows[row]?.cells[col];

/** The last row that has content, counted from 1; 0 for an empty tab. */
export function heightOf(tab: Tab): number {
  let last = tab.rows.length;
  while (last > 0 && tab.rows[last - 1]?.width === 0) last -= 1;
  return last;
}

/** The last column that has content, counted from 1; 0 for an empty tab. */
export const widthOf = (tab: Tab): number => tab.rows.reduce((widest, { width }) => Math.max(widest, width), 0);

/** The tab with a cell in a place, or with none. */
export function withCell(tab: Tab, col: number, row: number, cell: Cell | undefined): Tab {
  const old = tab.rows[row];
  if (!old) return tab;
  const cells = old.cells.slice();
  while (cells.length < col) cells.push(undefined);
  cells[col] = cell;
  const rows = tab.rows.slice();
  rows[row] = { ...old, cells, width: written(cells) };
  return { ...tab, rows, hasFormulas: tab.hasFormulas || cell?.formula !== undefined };
}

/** The tab with another format in a rectangle of it; only of empty cells, of which it changes nothing that is seen. */
export function withFormat(tab: Tab, { left, top, right, bottom }: Zone, format: string): Tab {
  const rows = tab.rows.map((row, at) => {
    if (at < top || at > bottom) return row;
    const cells = upTo(row.cells, right + 1);
    for (let col = left; col <= right; col++) {
      if (isWritten(cells[col])) throw notEmulated('another format for what is written on a plain sheet');
      cells[col] = blankOf(format);
    }
    return { ...row, cells: [...cells, ...row.cells.slice(right + 1)] };
  });
  return { ...tab, rows };
}

/** The tab with empty rows put in; they have the formats of a row of the tab as it was. */
export function withRows(tab: Tab, at: number, quantity: number, like: number): Tab {
  const cells = (tab.rows[like]?.cells ?? []).map(blankLike);
  const made = newKeys(quantity).map((key): Row => ({ key, cells, width: 0 }));
  return { ...tab, rows: [...tab.rows.slice(0, at), ...made, ...tab.rows.slice(at)] };
}

/** The tab with empty columns put in; they have the formats of a column of the tab as it was. */
export function withColumns(tab: Tab, at: number, quantity: number, like: number): Tab {
  const columns = [...tab.columns.slice(0, at), ...newKeys(quantity), ...tab.columns.slice(at)];
  const rows = tab.rows.map((row) => {
    const blanks = Array.from({ length: quantity }, () => blankLike(row.cells[like]));
    return withCells(row, [...upTo(row.cells, at), ...blanks, ...row.cells.slice(at)]);
  });
  return { ...tab, columns, rows };
}

/** The tab without some rows. */
export const withoutRows = (tab: Tab, at: number, quantity: number): Tab => ({
  ...tab,
  rows: [...tab.rows.slice(0, at), ...tab.rows.slice(at + quantity)],
});

/** The tab without some columns. */
export function withoutColumns(tab: Tab, at: number, quantity: number): Tab {
  const without = <T>(items: readonly T[]): T[] => [...items.slice(0, at), ...items.slice(at + quantity)];
  return {
    ...tab,
    columns: without(tab.columns),
    rows: tab.rows.map((row) => withCells(row, without(row.cells))),
  };
}

/** The tab with a column at another place, counted as before it was moved. */
export function withMoved(tab: Tab, column: number, before: number): Tab {
  const move = <T>(items: readonly T[], item: T): T[] => {
    const rest = [...items.slice(0, column), ...items.slice(column + 1)];
    return rest.toSpliced(before > column ? before - 1 : before, 0, item);
  };
  const columns = move(tab.columns, tab.columns[column] ?? 0);
  const full = tab.columns.length;
  const rows = tab.rows.map((row) => withCells(row, move(upTo(row.cells, full), row.cells[column])));
  return { ...tab, columns, rows };
}

/** A row with other cells. */
export const withCells = (row: Row, cells: readonly (Cell | undefined)[]): Row => ({
  ...row,
  cells,
  width: written(cells),
});

const blanks = new Map<string, Cell>();

/** An empty cell of a format. */
export function blankOf(format: string | undefined): Cell | undefined {
  if (!format) return undefined;
  const known = blanks.get(format) ?? { content: '', format, raw: null, value: '' };
  blanks.set(format, known);
  return known;
}

const blankLike = (cell: Cell | undefined): Cell | undefined => blankOf(cell?.format);

function upTo(cells: readonly (Cell | undefined)[], length: number): (Cell | undefined)[] {
  return cells.length >= length
    ? cells.slice(0, length)
    : [...cells, ...new Array<undefined>(length - cells.length).fill(undefined)];
}

function written(cells: readonly (Cell | undefined)[]): number {
  let width = cells.length;
  while (width > 0 && !isWritten(cells[width - 1])) width -= 1;
  return width;
}

const isWritten = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cell.content !== '' || cell.formula !== undefined);
