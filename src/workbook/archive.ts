/**
 * The tabs of years gone by. A row is moved by copying it, seeing that the copy says the same, and only then taking it
 * off its tab; so that a run which ends anywhere loses and doubles nothing, and the next one goes on. Should somebody
 * sort in the moment in which rows are taken off, what was hit instead is given back.
 */
import { fields, headerOf, type Row, type Table } from '../domain/columns.ts';
import { archiveName } from '../domain/years.ts';
import { Grid, isSameRow } from './archive-grid.ts';
import { asText, encode, type FormatDate, rowReader } from './cells.ts';
import { asHeading } from './tabs.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Cells = readonly unknown[];

/** A row that is to go, and the year it belongs to. */
export interface Going {
  readonly id: string;
  readonly year: string;
}

// So many rows go at once, that a run ends within a minute also on a big tab.
const mostAtOnce = 500;
const grey = '#9aa0a6';
const warned = 'Rows of a school year that is over. STRIDE Coaching reads them and no longer changes them.';

export class Archive {
  private readonly spreadsheet: Spreadsheet;

  constructor(spreadsheet: Spreadsheet) {
    this.spreadsheet = spreadsheet;
  }

  /** Moves rows of one of the years to its tab, so many at a time; answers how many were moved. */
  move(table: Table, going: readonly Going[]): number {
    const sheet = this.spreadsheet.getSheetByName(table.name);
    if (!sheet) return 0;
    for (const year of new Set(going.map((each) => each.year))) {
      const count = this.moveYear(table, sheet, year, going);
      if (count > 0) return count;
    }
    return 0;
  }

  /** Some columns of every row in a table's archives of some years. */
  columns<T extends Table, Key extends keyof Row<T> & string>(
    table: T,
    keys: readonly Key[],
    years: readonly string[],
  ): Pick<Row<T>, Key>[] {
    const read = rowReader(table, keys, this.format());
    return this.tabs(table, years).flatMap((sheet) => {
      const [headers = [], ...rows] = sheet.getDataRange().getValues();
      const places = keys.map((key) => headers.indexOf(headerOf(table, key)));
      return rows.map((cells) => read(places.map((place) => cells[place])));
    });
  }

  /** The row with that id in a table's archives of some years, and which year it is in. */
  find<T extends Table>(table: T, id: string, years: readonly string[]): { row: Row<T>; year: string } | undefined {
    const keys = Object.keys(table.columns) as (keyof Row<T> & string)[]; // all the table's keys, so a whole row
    for (const year of years) {
      const [sheet] = this.tabs(table, [year]);
      const [headers = [], ...rows] = sheet?.getDataRange().getValues() ?? [];
      const idAt = headers.indexOf(headerOf(table, 'id'));
      const cells = rows.find((line) => String(line[idAt]) === id);
      if (!cells) continue;
      const read = rowReader(table, keys, this.format());
      const places = keys.map((key) => headers.indexOf(headerOf(table, key)));
      return { row: read(places.map((place) => cells[place])) as Row<T>, year };
    }
    return undefined;
  }

  /** Adds rows to a tab that people keep themselves, one act each; what has the same words in every cell is there. */
  add<T extends Table>(table: T, rows: readonly Row<T>[]): void {
    const sheet = this.spreadsheet.getSheetByName(table.name);
    if (!sheet) return;
    const declared = fields(table);
    const [headers = [], ...there] = sheet.getDataRange().getValues();
    const places = Object.keys(table.columns).map((key) => headers.indexOf(headerOf(table, key)));
    const read = rowReader(table, Object.keys(table.columns), this.format());
    const known = new Set(there.map((cells) => JSON.stringify(read(places.map((place) => cells[place])))));
    for (const row of rows) {
      // In the order of the columns, as the tab is read.
      const same = Object.fromEntries(Object.keys(table.columns).map((key) => [key, row[key]]));
      if (known.has(JSON.stringify(same))) continue;
      const cells = encode(declared, row, (email) => email);
      sheet.appendRow(headers.map((header) => cells[declared.findIndex((field) => field.header === header)] ?? ''));
    }
    SpreadsheetApp.flush();
  }

  private moveYear(table: Table, sheet: Sheet, year: string, going: readonly Going[]): number {
    const wanted = new Set(going.filter((each) => each.year === year).map(({ id }) => id));
    const all = sheet.getMaxRows();
    // A tab cannot lose all of its rows, and the names that formulas go by would be lost with them.
    if (sheet.getLastRow() === all) sheet.insertRowsBefore(all, 1);
    const from = new Grid(sheet, table);
    const rows = from.rowsOf(wanted).slice(0, mostAtOnce);
    if (rows.length === 0) return 0;
    const to = this.tabOf(table, year, from.headers, sheet);
    copy(from, rows, to, table);
    SpreadsheetApp.flush();
    const ids = new Set(rows.map((at) => from.idAt(at)));
    return takeOff(new Grid(sheet, table), new Grid(to, table), ids, table);
  }

  private tabs(table: Table, years: readonly string[]): Sheet[] {
    return years.flatMap((year) => this.spreadsheet.getSheetByName(archiveName(table.name, year)) ?? []);
  }

  private format(): FormatDate {
    const zone = this.spreadsheet.getSpreadsheetTimeZone();
    return (date, pattern) => Utilities.formatDate(date, zone, pattern);
  }

  // Its headers come last: a tab without them is one that a run which was cut short has only begun.
  private tabOf(table: Table, year: string, headers: readonly string[], like: Sheet): Sheet {
    const name = archiveName(table.name, year);
    const sheet =
      this.spreadsheet.getSheetByName(name) ?? this.spreadsheet.insertSheet(name, this.spreadsheet.getSheets().length);
    const columns = sheet.getMaxColumns();
    if (headers.length > columns) sheet.insertColumnsAfter(columns, headers.length - columns);
    const first = sheet.getRange(1, 1, 1, headers.length);
    const there = first.getValues()[0] ?? [];
    if (there.some((header) => header !== '')) return sheet;
    const formats = like.getRange(2, 1, 1, headers.length).getNumberFormats()[0] ?? [];
    const rows = sheet.getMaxRows() - 1;
    const starts = formats.flatMap((format, index) => (format === formats[index - 1] ? [] : [index]));
    starts.forEach((start, index) => {
      const width = (starts[index + 1] ?? formats.length) - start;
      sheet.getRange(2, start + 1, rows, width).setNumberFormat(formats[start] ?? '');
    });
    sheet.setFrozenRows(1);
    sheet.setTabColor(grey);
    sheet.protect().setDescription(warned).setWarningOnly(true);
    asHeading(first.setValues([headers.map(asText)]));
    return sheet;
  }
}

// Rows that are not on the year's tab yet are put below all there are, in one act; one that has changed since is
// written over.
function copy(from: Grid, rows: readonly number[], sheet: Sheet, table: Table): void {
  const to = withColumnsOf(from, sheet, table);
  const width = to.headers.length;
  const added: unknown[][] = [];
  for (const at of rows) {
    const cells = from.under(to.headers, at);
    const there = to.rowOf(from.idAt(at));
    if (there < 2) added.push(cells);
    else if (!isSameRow(cells, to.at(there))) sheet.getRange(there, 1, 1, width).setValues([written(cells)]);
  }
  if (added.length === 0) return;
  const [last, all] = [sheet.getLastRow(), sheet.getMaxRows()];
  if (last + added.length > all) sheet.insertRowsAfter(all, last + added.length - all);
  sheet.getRange(last + 1, 1, added.length, width).setValues(added.map(written));
}

// A column that somebody has put in since the tab was made.
function withColumnsOf(from: Grid, sheet: Sheet, table: Table): Grid {
  const to = new Grid(sheet, table);
  const more = from.headers.filter((header) => !to.headers.includes(header));
  if (more.length === 0) return to;
  const [width, columns] = [to.headers.length, sheet.getMaxColumns()];
  if (width + more.length > columns) sheet.insertColumnsAfter(columns, width + more.length - columns);
  asHeading(sheet.getRange(1, width + 1, 1, more.length).setValues([more.map(asText)]));
  return new Grid(sheet, table);
}

// Takes rows off their tab whose copy says the same; answers how many.
function takeOff(now: Grid, copied: Grid, ids: ReadonlySet<string>, table: Table): number {
  const { sheet } = now;
  const ready = now.rowsOf(ids).filter((at) => {
    const there = copied.rowOf(now.idAt(at));
    return there > 1 && isSameRow(now.under(copied.headers, at), copied.at(there));
  });
  // From the bottom up, so that those above stay where they are.
  for (const [first, count] of runs(ready).reverse()) sheet.deleteRows(first, count);
  SpreadsheetApp.flush();
  const gone = new Set(ready.map((at) => now.idAt(at)));
  const left = new Grid(sheet, table);
  const kept = left.ids.filter((id) => gone.has(id)).length;
  // One that is still there means that others were hit in its place.
  if (kept > 0) {
    for (const cells of now.without(left, gone)) sheet.appendRow(written(cells));
    SpreadsheetApp.flush();
  }
  return ready.length - kept;
}

// Rows that stand one below the other go in one act.
function runs(rows: readonly number[]): [first: number, count: number][] {
  const all: [number, number][] = [];
  for (const row of rows) {
    const last = all[all.length - 1];
    if (last && row === last[0] + last[1]) last[1] += 1;
    else all.push([row, 1]);
  }
  return all;
}

// What a cell gave, as it is written so that it gives the same again.
const written = (cells: Cells): unknown[] => cells.map((cell) => (typeof cell === 'string' ? asText(cell) : cell));
