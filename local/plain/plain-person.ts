import { engine } from '../engine.ts';
import type { Dimension } from './area.ts';
import { display } from './literal.ts';
import type { PlainBook } from './plain-book.ts';
import { seesAll, tabNamed } from './reading.ts';
import { move, type Sheets } from './sheets.ts';
import { sorted } from './sort.ts';
import { cellAt, heightOf, type Row, type Tab } from './tab.ts';
import { type Act, undone } from './undo.ts';

/** The whole workbook's cells at one moment, to go back to. */
export type Version = Sheets;

/** A person at a plain sheet; rows and columns are counted from 1, as on the screen. */
export class PlainPerson {
  #last: Act | undefined;

  constructor(
    readonly book: PlainBook,
    like?: PlainPerson,
  ) {
    this.#last = like ? like.#last : undefined;
  }

  /** Types into a cell, such as type('Sessions', 'B2', 'Ann'). */
  type(tab: string, cell: string, text: string): void {
    this.paste(tab, cell, [[text]]);
  }

  /** Pastes a grid of texts over whatever stands there. */
  paste(tab: string, corner: string, texts: readonly (readonly string[])[]): void {
    const { col, row } = engine.helpers.toCartesian(corner);
    const found = this.#tab(tab);
    const places = texts.flatMap((line, down) =>
      line.map((text, across) => ({ text, col: col + across, row: row + down })),
    );
    const before = places.map((place) => ({
      row: found.rows[place.row]?.key ?? 0,
      column: found.columns[place.col] ?? 0,
      cell: cellAt(found, place.col, place.row),
    }));
    this.book.apply(places.map((place) => () => this.book.enter(found.id, place.col, place.row, place.text)));
    this.#last = { kind: 'cells', sheetId: found.id, before };
  }

  /** Sorts a tab below its header by one column. */
  sort(tab: string, column: number, order: 'asc' | 'desc' = 'asc'): void {
    const found = this.#tab(tab);
    this.#last = { kind: 'order', sheetId: found.id, rows: found.rows.map(({ key }) => key) };
    this.book.set(sorted(found, column - 1, order));
  }

  /** Hides the rows whose cell in a column holds one of some values, by the filter of the tab. */
  filter(tab: string, column: number, hiddenValues: readonly string[]): void {
    const found = this.#tab(tab);
    const last = heightOf(found);
    this.#hide(found, (row, at) => {
      const cell = row.cells[column - 1];
      const isOut = at > 0 && at < last && hiddenValues.includes(cell ? display(cell) : '');
      return isOut ? 'filter' : row.hidden === 'hand' ? 'hand' : undefined;
    });
  }

  /** Hides some rows by hand. */
  hideRows(tab: string, row: number, quantity = 1): void {
    this.#hide(this.#tab(tab), ({ hidden }, at) => (at >= row - 1 && at < row - 1 + quantity ? 'hand' : hidden));
  }

  /** Shows every row again that a filter hid. */
  clearFilter(tab: string, column: number): void {
    this.filter(tab, column, []);
  }

  /** Gives a tab another name. */
  rename(tab: string, newName: string): void {
    const found = this.#tab(tab);
    this.book.set({ ...found, name: newName });
    this.#last = { kind: 'renamed', sheetId: found.id, name: tab };
  }

  /** Deletes a tab. */
  deleteTab(tab: string): void {
    const { id } = this.#tab(tab);
    this.#remove(id, 'DELETE_SHEET', {});
  }

  /** Inserts empty columns before one. */
  insertColumn(tab: string, before: number, quantity = 1): void {
    this.#insert(tab, 'COL', before - 1, quantity);
  }

  /** Inserts empty rows before one. */
  insertRow(tab: string, before: number, quantity = 1): void {
    this.#insert(tab, 'ROW', before - 1, quantity);
  }

  /** Drags a column to stand before another. */
  moveColumn(tab: string, column: number, before: number): void {
    const found = this.#tab(tab);
    const [key, next] = found.columns.slice(column - 1);
    if (key === undefined || before > found.columns.length + 1) throw new Error(`There is no column ${column}.`);
    this.book.sheets = move(this.book.sheets, found, column - 1, before - 1);
    this.#last = { kind: 'moved', sheetId: found.id, column: key, next };
  }

  /** Deletes a column. */
  deleteColumn(tab: string, column: number): void {
    this.#remove(this.#tab(tab).id, 'REMOVE_COLUMNS_ROWS', { dimension: 'COL', elements: [column - 1] });
  }

  /** Deletes rows from one on. */
  deleteRow(tab: string, row: number, quantity = 1): void {
    const elements = Array.from({ length: quantity }, (_, index) => row - 1 + index);
    this.#remove(this.#tab(tab).id, 'REMOVE_COLUMNS_ROWS', { dimension: 'ROW', elements });
  }

  /** Takes back this person's last act as far as it can still be; what others did since stays. */
  undo(): void {
    if (this.#last) this.book.sheets = undone(this.book.sheets, this.#last);
    this.#last = undefined;
  }

  /** The workbook as it is now, to go back to. */
  version(): Version {
    return this.book.sheets;
  }

  /** Puts an older version back: every cell of it, and nothing that is not in the sheet. */
  restore(version: Version): void {
    this.book.sheets = version;
    this.#last = undefined;
  }

  /** What a person sees in a cell. */
  sees(tab: string, cell: string): string {
    const { col, row } = engine.helpers.toCartesian(cell);
    return this.book.cells.display(this.#tab(tab).id, col, row);
  }

  /** What a person sees on a tab, row by row, without the empty margin. */
  seesAll(tab: string): string[][] {
    return seesAll(this.book, tab);
  }

  /** The rows of a tab that are not hidden, counted from 1. */
  visibleRows(tab: string): number[] {
    const found = this.#tab(tab);
    return found.rows.slice(0, heightOf(found)).flatMap(({ hidden }, at) => (hidden ? [] : [at + 1]));
  }

  #tab(name: string): Tab {
    return tabNamed(this.book, name);
  }

  #insert(name: string, dimension: Dimension, at: number, quantity: number): void {
    const { id, rows, columns } = this.#tab(name);
    this.book.command('ADD_COLUMNS_ROWS', { sheetId: id, dimension, base: at, quantity, position: 'before' });
    const had = new Set(dimension === 'ROW' ? rows.map(({ key }) => key) : columns);
    const now = this.book.tab(id);
    const keys = dimension === 'ROW' ? now.rows.map(({ key }) => key) : now.columns;
    this.#last = { kind: 'inserted', sheetId: id, dimension, keys: keys.filter((key) => !had.has(key)) };
  }

  #remove(sheetId: string, command: string, payload: object): void {
    const before = this.book.sheets;
    this.book.command(command, { sheetId, ...payload });
    this.#last = { kind: 'removed', sheetId, before, after: this.book.sheets };
  }

  #hide(tab: Tab, hidden: (row: Row, at: number) => Row['hidden']): void {
    const before = new Map(tab.rows.map((row) => [row.key, row.hidden]));
    const rows = tab.rows.map((row, at) => {
      const { hidden: _, ...rest } = row;
      const next = hidden(row, at);
      return next ? { ...rest, hidden: next } : rest;
    });
    this.book.set({ ...tab, rows });
    this.#last = { kind: 'hidden', sheetId: tab.id, rows: before };
  }
}
