import type { Model } from './engine.ts';
import { engine } from './engine.ts';
import type { World } from './world.ts';

// What people do to a shared sheet with their own hands, through o-spreadsheet's own commands: no script sees it coming.

/** A person at the grid; rows and columns are counted from 1, as on the screen. */
export class Person {
  constructor(readonly world: World) {}

  /** Types into a cell, such as type('Sessions', 'B2', 'Ann'). */
  type(tab: string, cell: string, text: string): void {
    const { col, row } = engine.helpers.toCartesian(cell);
    this.world.book.apply([() => this.world.book.enter(this.#id(tab), col, row, text)]);
  }

  /** Pastes a grid of texts over whatever stands there. */
  paste(tab: string, corner: string, texts: readonly (readonly string[])[]): void {
    const { col, row } = engine.helpers.toCartesian(corner);
    const sheetId = this.#id(tab);
    const writes = texts.flatMap((line, down) =>
      line.map((text, across) => () => this.world.book.enter(sheetId, col + across, row + down, text)),
    );
    this.world.book.apply(writes);
  }

  /** Sorts a tab below its header by one column. */
  sort(tab: string, column: number, order: 'asc' | 'desc' = 'asc'): void {
    const sheetId = this.#id(tab);
    const { cells } = this.world.book;
    const zone = { left: 0, top: 1, right: cells.lastColumn(sheetId) - 1, bottom: cells.lastRow(sheetId) - 1 };
    if (zone.bottom < zone.top) return;
    // Without this o-spreadsheet takes the first row for a header when it looks like one.
    const sortOptions = { sortHeaders: true };
    this.#do('SORT_CELLS', { sheetId, col: column - 1, row: 1, sortDirection: order, zone, sortOptions });
  }

  /** Hides the rows whose cell in a column holds one of some values, by the filter of the tab. */
  filter(tab: string, column: number, hiddenValues: readonly string[]): void {
    const sheetId = this.#id(tab);
    const row = this.world.model.getters.getCoreTables(sheetId)[0]?.range.zone.top ?? 0;
    this.#do('UPDATE_FILTER', {
      sheetId,
      col: column - 1,
      row,
      value: { filterType: 'values', hiddenValues: [...hiddenValues] },
    });
  }

  /** Hides some rows by hand. */
  hideRows(tab: string, row: number, quantity = 1): void {
    const elements = Array.from({ length: quantity }, (_, index) => row - 1 + index);
    this.#do('HIDE_COLUMNS_ROWS', { sheetId: this.#id(tab), dimension: 'ROW', elements });
  }

  /** Shows every row again. */
  clearFilter(tab: string, column: number): void {
    this.filter(tab, column, []);
  }

  /** Gives a tab another name. */
  rename(tab: string, newName: string): void {
    this.#do('RENAME_SHEET', { sheetId: this.#id(tab), oldName: tab, newName });
  }

  /** Deletes a tab. */
  deleteTab(tab: string): void {
    this.#do('DELETE_SHEET', { sheetId: this.#id(tab), sheetName: tab });
  }

  /** Inserts empty columns before one. */
  insertColumn(tab: string, before: number, quantity = 1): void {
    this.#shape('ADD_COLUMNS_ROWS', tab, { dimension: 'COL', base: before - 1, quantity, position: 'before' });
  }

  /** Inserts empty rows before one. */
  insertRow(tab: string, before: number, quantity = 1): void {
    this.#shape('ADD_COLUMNS_ROWS', tab, { dimension: 'ROW', base: before - 1, quantity, position: 'before' });
  }

  /** Drags a column to stand before another. */
  moveColumn(tab: string, column: number, before: number): void {
    if (before === column || before === column + 1) return;
    // o-spreadsheet moves what is on the tab that is being looked at.
    const sheetIdFrom = this.world.model.getters.getActiveSheetId();
    const sheetIdTo = this.#id(tab);
    if (sheetIdFrom !== sheetIdTo) this.#do('ACTIVATE_SHEET', { sheetIdFrom, sheetIdTo });
    // To the right it is moved after a column: "before" would lay it over the one that stands there.
    const place = before > column ? { base: before - 2, position: 'after' } : { base: before - 1, position: 'before' };
    const formats = this.#formatsOf(sheetIdTo, column - 1);
    this.#shape('MOVE_COLUMNS_ROWS', tab, { dimension: 'COL', elements: [column - 1], ...place });
    this.#keepFormats(sheetIdTo, (before > column ? before - 1 : before) - 1, formats);
  }

  /** Deletes a column. */
  deleteColumn(tab: string, column: number): void {
    this.#shape('REMOVE_COLUMNS_ROWS', tab, { dimension: 'COL', elements: [column - 1] });
  }

  /** Deletes rows from one on. */
  deleteRow(tab: string, row: number, quantity = 1): void {
    const elements = Array.from({ length: quantity }, (_, index) => row - 1 + index);
    this.#shape('REMOVE_COLUMNS_ROWS', tab, { dimension: 'ROW', elements });
  }

  /** What a person sees in a cell. */
  sees(tab: string, cell: string): string {
    const { col, row } = engine.helpers.toCartesian(cell);
    return this.world.book.cells.display(this.#id(tab), col, row);
  }

  /** What a person sees on a tab, row by row, without the empty margin. */
  seesAll(tab: string): string[][] {
    const sheetId = this.#id(tab);
    const { cells } = this.world.book;
    const [rows, cols] = [cells.lastRow(sheetId), cells.lastColumn(sheetId)];
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: cols }, (__, col) => cells.display(sheetId, col, row)),
    );
  }

  /** The rows of a tab that the filter lets through, counted from 1. */
  visibleRows(tab: string): number[] {
    const sheetId = this.#id(tab);
    const { getters }: Model = this.world.model;
    const rows = Array.from({ length: this.world.book.cells.lastRow(sheetId) }, (_, row) => row);
    return rows.filter((row) => !getters.isRowHidden(sheetId, row)).map((row) => row + 1);
  }

  #formatsOf(sheetId: string, col: number): (string | undefined)[] {
    const { getters }: Model = this.world.model;
    const rows = getters.getSheetSize(sheetId).numberOfRows;
    return Array.from({ length: rows }, (_, row) => getters.getCell({ sheetId, col, row })?.format);
  }

  // A column takes its own formats along. o-spreadsheet gives a cell without one that of the column beside it, and a tick
  // that comes to stand in a column of text is a word.
  #keepFormats(sheetId: string, col: number, formats: readonly (string | undefined)[]): void {
    const { getters }: Model = this.world.model;
    const lost = formats.flatMap((format, row) => {
      const cell = getters.getCell({ sheetId, col, row });
      return cell && cell.format !== format
        ? [{ row, format: format ?? '', ...(!cell.isFormula && { content: cell.content }) }]
        : [];
    });
    this.world.book.apply(lost.map((cell) => () => this.#do('UPDATE_CELL', { sheetId, col, ...cell })));
  }

  #id(tab: string): string {
    const id = this.world.model.getters.getSheetIdByName(tab);
    if (id === undefined) throw new Error(`There is no tab ${tab}.`);
    return id;
  }

  #shape(command: string, tab: string, payload: object): void {
    this.#do(command, { sheetId: this.#id(tab), sheetName: tab, ...payload });
  }

  #do(command: string, payload: object): void {
    this.world.book.command(command, payload);
  }
}
