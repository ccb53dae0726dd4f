/**
 * The shared sheet as the rest of the code sees it: tables and rows, with columns found by their header. Reading is
 * immediate; what a request adds or changes is kept until `save`, which writes it, flushes, and looks whether it stands
 * there. Only what was seen there is acknowledged.
 */
import type { Placed, Row, Table } from '../domain/columns.ts';
import { UserError } from '../domain/errors.ts';
import type { FollowUp } from '../domain/follow-ups.ts';
import { type LogRow, log } from '../domain/log.ts';
import { makeReference, nameOf, type Reference } from '../domain/reference.ts';
import { sessions } from '../domain/sessions.ts';
import { settingsTable } from '../domain/settings.ts';
import { staff, teams, termDates } from '../domain/staff.ts';
import { type FormatDate, rowReader } from './cells.ts';
import { Lookup, lookupName, lookupRange, lookupTail, waitingKeys } from './lookup.ts';
import { changing } from './refusals.ts';
import type { Addition, Change } from './standing.ts';
import { Tab } from './tab.ts';
import { Pen } from './writing.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export class Book {
  readonly id: string;
  /** Whether anything has been sent to the sheet, so that a failure after it may have left something there. */
  hasWritten = false;
  private readonly spreadsheet: Spreadsheet;
  private readonly format: FormatDate;
  // A tab that is renamed in the middle of a run is still the same tab.
  private readonly sheets = new Map<string, Sheet | null>();
  private readonly tabs = new Map<string, Tab>();
  private lookup: Lookup | undefined;
  private known: Reference | undefined;
  private additions: Addition[] = [];
  private changes: Change[] = [];
  private narrow: Tab[] = [];

  constructor(spreadsheet: Spreadsheet) {
    this.spreadsheet = spreadsheet;
    this.id = spreadsheet.getId();
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
    to: 'last id' | 'bottom' = 'last id',
  ): Placed<Pick<Row<T>, Key>>[] {
    const tab = this.tab(table);
    const known = to === 'last id' ? this.read().rows(table)?.last : undefined;
    const last = known ?? tab.sheet.getLastRow();
    if (last < 2) return [];
    const columns = keys.map((key) => tab.columnOf(key));
    const cells = new Map<number, readonly unknown[]>();
    for (const run of neighbours(columns)) {
      const rows = tab.sheet.getRange(2, Math.min(...run), last - 1, run.length).getValues();
      run.forEach((column, index) => {
        cells.set(
          column,
          rows.map((row) => row[index]),
        );
      });
    }
    const read = rowReader(table, keys, this.format);
    return Array.from({ length: last - 1 }, (_, index) => ({
      at: index + 2,
      row: read(columns.map((column) => cells.get(column)?.[index])),
    }));
  }

  rows<T extends Table>(table: T, at: readonly number[]): Row<T>[] {
    if (at.length === 0) return [];
    // In one read with what lies between: another trip costs as much as many rows.
    const first = Math.min(...at);
    const rows = this.tab(table).rowsFrom<T>(first, Math.max(...at) - first + 1);
    return rows.filter((_, index) => at.includes(first + index));
  }

  rowsOf<T extends Table>(table: T): Placed<Row<T>>[] {
    const tab = this.tab(table);
    const last = this.read().rows(table)?.last ?? tab.sheet.getLastRow();
    if (last < 2) return [];
    return tab.rowsFrom<T>(2, last - 1).map((row, index) => ({ at: index + 2, row }));
  }

  find<T extends Table>(table: T, id: string): Placed<Row<T>> | undefined {
    const tab = this.tab(table);
    const at = id === '' ? 0 : tab.ids().indexOf(id) + 1;
    if (at < 2) return undefined;
    const row = tab.rowAt<T>(at);
    if (row.id === id && !tab.renew()) return { at, row };
    // Between these reads somebody has sorted the tab, or moved something of it.
    throw new UserError('stale', changing);
  }

  again<T extends Table>(table: T, id: string, at: number): Placed<Row<T>> | undefined {
    const row = this.tab(table).rowAt<T>(at);
    return row.id === id ? { at, row } : this.find(table, id);
  }

  waiting(): Placed<FollowUp>[] {
    const block = this.read().waiting();
    // What waits has an event: should it not show one, a name that formulas go by has lost its column.
    const isWhole = block?.every(({ cells }) => cells[waitingKeys.indexOf('eventId')] !== '');
    if (!block || !isWhole) return this.columns(sessions, waitingKeys).filter(({ row }) => row.status === 'Waiting');
    const read = rowReader(sessions, waitingKeys, this.format);
    return block.map(({ at, cells }) => ({ at, row: read(cells) }));
  }

  append<T extends Table>(table: T, row: Row<T>): { readonly at: number } {
    const addition = { tab: this.tab(table), row, at: 0 };
    this.additions.push(addition);
    return addition;
  }

  note(row: LogRow): void {
    this.append(log, row);
  }

  change<T extends Table>(
    table: T,
    { row, at }: Placed<Row<T>>,
    values: Partial<Row<T>>,
    truth?: (id: string) => Partial<Row<T>>,
  ): void {
    const before: Readonly<Record<string, unknown>> = row;
    this.changes.push({ tab: this.tab(table), id: String(before.id), at, before, values, truth });
  }

  sees(table: Table, at: number): boolean {
    return at <= (this.read().rows(table)?.all ?? at);
  }

  widen(table: Table): void {
    this.narrow.push(this.tab(table));
  }

  link(table: Table, at?: number): string {
    const tab = `${this.spreadsheet.getUrl()}#gid=${this.tab(table).sheet.getSheetId()}`;
    return at === undefined ? tab : `${tab}&range=A${at}`;
  }

  /** Forgets what was read, so that the next read is of now: for the moment when the lock has been taken. */
  refresh(): void {
    this.lookup = undefined;
    this.known = undefined;
    this.tabs.clear();
  }

  /**
   * Writes everything that was added and changed, and sees that it stands there.
   * @throws UserError `stale` when the sheet does not show what was written
   */
  save(): void {
    const { additions, changes, narrow } = this;
    this.additions = [];
    this.changes = [];
    this.narrow = [];
    if (additions.length + changes.length + narrow.length === 0) return;
    this.hasWritten = true;
    const pen = new Pen(
      (email) => nameOf(this.reference(), email),
      (table) => this.read().rows(table),
      () => this.readTail(),
    );
    if (additions.length + changes.length > 0) pen.write(additions, changes);
    for (const tab of narrow) pen.widen(tab);
  }

  private all<T extends Table>(table: T): Row<T>[] {
    const cells = this.read().tab(table) ?? this.tab(table).all();
    const [headers, ...rows] = cells;
    const tab = new Tab(table, this.sheet(table.name), headers, this.format);
    return rows
      .filter((row) => row.some((cell) => cell !== '' && cell !== false))
      .map((row) => tab.decoded<T>({ headers, cells: row }));
  }

  private read(): Lookup {
    this.lookup ??= this.readLookup(lookupRange());
    return this.lookup;
  }

  private readTail(): Lookup {
    return this.readLookup(lookupTail());
  }

  private readLookup(range: string): Lookup {
    return new Lookup(this.sheet(lookupName)?.getRange(range).getValues() ?? []);
  }

  private tab(table: Table): Tab {
    const known = this.tabs.get(table.name);
    if (known) return known;
    const tab = new Tab(table, this.sheet(table.name), this.read().headers(table), this.format);
    this.tabs.set(table.name, tab);
    return tab;
  }

  private sheet(name: string): Sheet | null {
    const known = this.sheets.get(name);
    if (known) return known;
    const sheet = this.spreadsheet.getSheetByName(name);
    this.sheets.set(name, sheet);
    return sheet;
  }
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
