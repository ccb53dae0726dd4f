/**
 * The shared sheet as the rest of the code sees it: tables and rows, with columns found by their header. Reading is
 * immediate; what a request adds or changes is kept until `save`, which writes it in one go, flushes, and reads every
 * written row back by its id. Only what was read back is acknowledged.
 */
import { fields, headerOf, type Placed, type Row, type Table } from '../domain/columns.ts';
import { UserError } from '../domain/errors.ts';
import type { FollowUp } from '../domain/follow-ups.ts';
import { type LogRow, log } from '../domain/log.ts';
import { makeReference, nameOf, type Reference } from '../domain/reference.ts';
import { sessions } from '../domain/sessions.ts';
import { settingsTable } from '../domain/settings.ts';
import { staff, teams, termDates } from '../domain/staff.ts';
import { asText, decode, encode, type FormatDate, isSame, type Written } from './cells.ts';
import { Lookup, lookupName, lookupRange, waitingKeys } from './lookup.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

// Rows added at once when a tab is full.
const spareRows = 200;

const repair = 'Ask the director to choose STRIDE Coaching › Set up or repair this sheet.';

const changing =
  'The sheet changed while this was being saved, so it is not certain that all of it is there. Try again.';

const unlock = 'Ask the director to look at Data › Protect sheets and ranges.';

interface Addition {
  readonly table: Table;
  readonly row: Readonly<Record<string, unknown>>;
  readonly at: number;
  /** Of a row that is there already, what is to be filled in. */
  readonly only?: readonly string[];
}

interface Projection {
  readonly table: Table;
  readonly key: string;
  readonly id: string;
  readonly at: number;
  readonly truth: (id: string) => string;
}

export class Book {
  private readonly spreadsheet: Spreadsheet;
  private readonly format: FormatDate;
  private lookup: Lookup | undefined;
  private known: Reference | undefined;
  private headerRows = new Map<string, readonly unknown[]>();
  private additions: Addition[] = [];
  private notes: Addition[] = [];
  private projections: Projection[] = [];

  constructor(spreadsheet: Spreadsheet) {
    this.spreadsheet = spreadsheet;
    const zone = spreadsheet.getSpreadsheetTimeZone();
    const days = new Map<string, string>();
    this.format = (date, pattern) => {
      const key = `${date.getTime()} ${pattern}`;
      const said = days.get(key) ?? Utilities.formatDate(date, zone, pattern);
      days.set(key, said);
      return said;
    };
  }

  reference(): Reference {
    this.known ??= makeReference(this.all(staff), this.all(teams), this.all(termDates), this.all(settingsTable));
    return this.known;
  }

  columns<T extends Table, Key extends keyof Row<T> & string>(
    table: T,
    keys: readonly Key[],
  ): Placed<Pick<Row<T>, Key>>[] {
    const sheet = this.sheet(table);
    const last = this.read().rows(table)?.last ?? sheet.getLastRow();
    if (last < 2) return [];
    const columns = keys.map((key) => this.column(table, headerOf(table, key)));
    const cells = new Map<number, readonly unknown[]>();
    for (const [first, ...rest] of neighbours(columns)) {
      if (first === undefined) continue;
      const rows = sheet.getRange(2, first, last - 1, rest.length + 1).getValues();
      [first, ...rest].forEach((column, index) => {
        cells.set(
          column,
          rows.map((row) => row[index]),
        );
      });
    }
    return Array.from({ length: last - 1 }, (_, index) => ({
      at: index + 2,
      row: decode(
        table,
        keys,
        columns.map((column) => cells.get(column)?.[index]),
        this.format,
      ),
    }));
  }

  find<T extends Table>(table: T, id: string): Placed<Row<T>> | undefined {
    const at = this.ids(table).indexOf(id) + 1;
    return at > 1 ? { at, row: this.rowAt(table, at) } : undefined;
  }

  waiting(): Placed<FollowUp>[] {
    const block = this.read().waiting();
    if (!block) return this.columns(sessions, waitingKeys).filter(({ row }) => row.status === 'Waiting');
    return block.map(({ at, cells }) => ({ at, row: decode(sessions, waitingKeys, cells, this.format) }));
  }

  append<T extends Table>(table: T, row: Row<T>): { at: number; already: boolean } {
    const values: Readonly<Record<string, unknown>> = row;
    const ids = this.ids(table);
    const there = ids.indexOf(String(values.id)) + 1;
    if (there > 1) {
      this.mend(table, values, there);
      return { at: there, already: true };
    }
    // Below everything on the tab, also below what somebody typed there without an id.
    const at = ids.length + 1;
    this.additions.push({ table, row: values, at });
    return { at, already: false };
  }

  note(row: LogRow): void {
    const last = this.read().rows(log)?.last ?? this.sheet(log).getLastRow();
    this.notes.push({ table: log, row, at: last + 1 + this.notes.length });
  }

  project<T extends Table>(table: T, key: keyof Row<T> & string, id: string, truth: (id: string) => string): void {
    const waits = this.read()
      .waiting()
      ?.find(({ cells }) => cells[0] === id);
    const at = waits?.at ?? this.ids(table).indexOf(id) + 1;
    // A row that a person has deleted has nothing to show; the Log keeps what happened.
    if (at > 1) this.projections.push({ table, key, id, at, truth });
  }

  link(table: Table, at?: number): string {
    const tab = `${this.spreadsheet.getUrl()}#gid=${this.sheet(table).getSheetId()}`;
    return at === undefined ? tab : `${tab}&range=A${at}`;
  }

  /** Forgets what was read, so that the next read is of now: for the moment when the lock has been taken. */
  refresh(): void {
    this.lookup = undefined;
    this.known = undefined;
    this.headerRows.clear();
  }

  /**
   * Writes everything that was added and changed in one go, and reads it back.
   * @throws UserError `stale` when the sheet does not show what was written
   */
  save(): void {
    const { additions, notes, projections } = this;
    if (additions.length + notes.length + projections.length === 0) return;
    this.additions = [];
    this.notes = [];
    this.projections = [];
    try {
      for (const addition of [...additions, ...notes]) this.write(addition);
      for (const { table, key, id, at, truth } of projections) this.set(table, key, at, truth(id));
      SpreadsheetApp.flush();
      for (const addition of additions) this.readBack(addition);
      for (const projection of projections) this.settle(projection);
    } catch (error) {
      for (const addition of additions) this.takeBack(addition);
      throw inWords(error);
    }
  }

  private write({ table, row, at, only }: Addition): void {
    const sheet = this.sheet(table);
    const reference = this.reference();
    const cells = encode(fields(table), row, (email) => nameOf(reference, email));
    const places = fields(table).map(({ key, header }, index) => ({
      key,
      column: this.column(table, header),
      cell: cells[index] ?? '',
    }));
    if (only) {
      for (const { key, column, cell } of places) if (only.includes(key)) sheet.getRange(at, column).setValue(cell);
      return;
    }
    const all = this.read().rows(table)?.all ?? sheet.getMaxRows();
    // Before the last row, which is always empty: ranges that reach to the end of the tab then grow with it.
    if (at >= all) sheet.insertRowsBefore(all, spareRows);
    const width = Math.max(...places.map(({ column }) => column));
    const whole: Written[] = Array.from({ length: width }, () => '');
    for (const { column, cell } of places) whole[column - 1] = cell;
    sheet.getRange(at, 1, 1, width).setValues([whole]);
  }

  private set(table: Table, key: string, at: number, value: string): void {
    this.sheet(table)
      .getRange(at, this.column(table, headerOf(table, key)))
      .setValue(asText(value));
  }

  // A new row that cannot be acknowledged is taken back: a repeat would take a piece of it for the whole, or not know it
  // for its own and write a second one.
  private takeBack({ table, row, at, only }: Addition): void {
    if (only) return;
    try {
      const sheet = this.sheet(table);
      const cells = sheet.getRange(at, 1, 1, sheet.getLastColumn());
      if (!cells.getValues()[0]?.includes(String(row.id))) return;
      cells.clearContent();
      SpreadsheetApp.flush();
    } catch {
      // Whatever stopped the write stops this too. The row has its id, by which a repeat finds and mends it.
    }
  }

  // A person may have moved a column or sorted the tab while this was written. The headers are read anew each time; a
  // row that came to stand in the columns of before is put into those of now, a sorted one is found again by its id.
  private readBack(addition: Addition): void {
    const { table, row, at } = addition;
    const id = String(row.id);
    const isThere = (): boolean => {
      this.readHeaders(table);
      return isWhole(table, row, this.rowAt(table, at));
    };
    // Twice: the column may have been moved between the two reads.
    if (isThere() || isThere()) return;
    if (this.cellsAt(table, at).includes(id)) {
      this.write(addition);
      SpreadsheetApp.flush();
      if (isThere()) return;
    }
    if (isWhole(table, row, this.find(table, id)?.row)) return;
    throw new UserError('stale', changing);
  }

  // A sort that falls between finding a row and writing to it puts the value beside somebody else's session. Then both
  // are set to what is true of them.
  private settle({ table, key, id, at, truth }: Projection): void {
    this.readHeaders(table);
    const here = this.rowAt(table, at);
    if (here.id === id && here[key] === truth(id)) return;
    const found: Placed<Readonly<Record<string, unknown>>> | undefined = this.find(table, id);
    if (!found || found.row[key] === truth(id)) return;
    this.set(table, key, found.at, truth(id));
    if (here.id !== id && typeof here.id === 'string' && here.id !== '') this.set(table, key, at, truth(here.id));
    SpreadsheetApp.flush();
  }

  // An earlier try that was cut short may have left a part of the row. What is empty of it is filled in; what somebody
  // has changed since is theirs.
  private mend(table: Table, row: Readonly<Record<string, unknown>>, at: number): void {
    const there = this.rowAt(table, at);
    const differing = Object.entries(table.columns).filter(([key, column]) => !isSame(column, there[key], row[key]));
    const isBlank = (key: string): boolean => there[key] === '' || there[key] === null || String(there[key]) === '';
    const changed = differing.some(([key, column]) => !column.made && !isBlank(key));
    const torn = differing.map(([key]) => key).filter(isBlank);
    if (changed || torn.length === 0) return;
    const whole = { ...there, ...Object.fromEntries(torn.map((key) => [key, row[key]])) };
    this.additions.push({ table, row: whole, at, only: torn });
  }

  private rowAt<T extends Table>(table: T, at: number): Row<T> & Readonly<Record<string, unknown>> {
    const keys = Object.keys(table.columns);
    const columns = keys.map((key) => this.column(table, headerOf(table, key)));
    const cells = this.cellsAt(table, at);
    // All the table's keys, so a whole row.
    return decode(
      table,
      keys,
      columns.map((column) => cells[column - 1]),
      this.format,
    ) as Row<T>;
  }

  private cellsAt(table: Table, at: number): readonly unknown[] {
    const last = Math.max(...fields(table).map(({ header }) => this.column(table, header)));
    return this.sheet(table).getRange(at, 1, 1, last).getValues()[0] ?? [];
  }

  // The id of every row by its place: index 0 is row 1, the header.
  private ids(table: Table): string[] {
    const sheet = this.sheet(table);
    const header = headerOf(table, 'id');
    const cells = sheet.getRange(1, this.column(table, header), Math.max(1, sheet.getLastRow())).getValues();
    const ids = cells.map(([cell]) => String(cell));
    if (ids[0] !== header)
      throw new UserError('stale', `Somebody is moving columns of the ${table.name} tab. Try again.`);
    return ids;
  }

  private all<T extends Table>(table: T): Row<T>[] {
    const cells = this.read().tab(table) ?? this.sheet(table).getDataRange().getValues();
    const headers = cells[0] ?? [];
    const keys = Object.keys(table.columns);
    const columns = keys.map((key) => place(table, headers, headerOf(table, key)));
    const rows = cells.slice(1).filter((row) => row.some((cell) => cell !== '' && cell !== false));
    // All the table's keys, so whole rows.
    return rows.map(
      (row) =>
        decode(
          table,
          keys,
          columns.map((column) => row[column - 1]),
          this.format,
        ) as Row<T>,
    );
  }

  private column(table: Table, header: string): number {
    return place(table, this.headers(table), header);
  }

  private headers(table: Table): readonly unknown[] {
    return this.headerRows.get(table.name) ?? this.read().headers(table) ?? this.readHeaders(table);
  }

  private readHeaders(table: Table): readonly unknown[] {
    const sheet = this.sheet(table);
    const width =
      this.headerRows.get(table.name)?.length ?? this.read().headers(table)?.length ?? sheet.getLastColumn();
    const headers = sheet.getRange(1, 1, 1, Math.max(1, width)).getValues()[0] ?? [];
    this.headerRows.set(table.name, headers);
    return headers;
  }

  private read(): Lookup {
    this.lookup ??= new Lookup(this.spreadsheet.getSheetByName(lookupName)?.getRange(lookupRange()).getValues() ?? []);
    return this.lookup;
  }

  private sheet(table: Table): Sheet {
    const sheet = this.spreadsheet.getSheetByName(table.name);
    if (sheet) return sheet;
    throw new UserError('setup', `The ${table.name} tab is missing or has another name. ${repair}`);
  }
}

// What the sheet itself may refuse, by Google's own texts.
function inWords(error: unknown): unknown {
  const text = String(error);
  if (/protected cell or object/i.test(text)) {
    return new UserError('setup', `A tab of this sheet is locked against you, so nothing could be saved. ${unlock}`);
  }
  if (/data validation rules/i.test(text)) {
    return new UserError('setup', `A rule of this sheet rejects what is to be saved, so nothing was saved. ${repair}`);
  }
  // A column or rows were deleted between finding a place and writing there.
  if (/outside the dimensions|out of bounds/i.test(text)) return new UserError('stale', changing);
  return error;
}

function isWhole(table: Table, row: Readonly<Record<string, unknown>>, found: object | undefined): boolean {
  const read: Readonly<Record<string, unknown>> = { ...found };
  return Object.entries(table.columns).every(([key, column]) => isSame(column, read[key], row[key]));
}

function place(table: Table, headers: readonly unknown[], header: string): number {
  const column = headers.indexOf(header) + 1;
  if (column > 0) return column;
  throw new UserError('setup', `The column “${header}” of the ${table.name} tab is missing. ${repair}`);
}

// Columns that stand side by side are read together.
function neighbours(columns: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const column of [...columns].sort((one, other) => one - other)) {
    const run = runs[runs.length - 1];
    if (run && run[run.length - 1] === column - 1) run.push(column);
    else runs.push([column]);
  }
  return runs;
}
