/** One tab during one run: its columns found by header, its rows found by id. Row numbers are good until the next call. */
import { fields, headerOf, type Row, type Table } from '../domain/columns.ts';
import { UserError } from '../domain/errors.ts';
import { type FormatDate, isDate, rowReader } from './cells.ts';
import { columnLetter } from './lookup.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Cells = readonly unknown[];

/** A tab from its header row down. */
export type Grid = readonly [headers: Cells, ...rows: readonly Cells[]];

const repair = 'Ask the director to choose STRIDE Coaching › Set up or repair this sheet.';

/** A row as it was read: its cells from left to right under the headers of that moment. */
export interface RawRow {
  readonly headers: Cells;
  readonly cells: Cells;
}

export class Tab {
  readonly table: Table;
  readonly sheet: Sheet;
  private readonly format: FormatDate;
  private readonly seen = new Map<string, RawRow>();
  private known: Cells | undefined;
  private reading: { headers: Cells; read: (cells: Cells) => Row<Table> } | undefined;

  constructor(table: Table, sheet: Sheet | null, headers: Cells | undefined, format: FormatDate) {
    if (!sheet) throw new UserError('setup', `The ${table.name} tab is missing or has another name. ${repair}`);
    this.table = table;
    this.sheet = sheet;
    this.known = headers;
    this.format = format;
  }

  /** The headers from left to right, as they were last read. */
  get headers(): Cells {
    this.known ??= this.sheet.getRange('1:1').getValues().flat();
    return this.known;
  }

  /** Takes headers that were just read elsewhere, or reads them anew; answers whether any column has moved. */
  renew(headers?: Cells): boolean {
    const before = this.headers;
    const now = headers ?? this.sheet.getRange('1:1').getValues().flat();
    this.known = now;
    return fields(this.table).some(({ header }) => now.indexOf(header) !== before.indexOf(header));
  }

  /**
   * Where the column with that header stands, from 1.
   * @throws UserError `setup` when there is none
   */
  column(header: string): number {
    return place(this.table, this.headers, header);
  }

  columnOf(key: string): number {
    return this.column(headerOf(this.table, key));
  }

  /** How many columns reach from the first to the last that is the add-on's. */
  get width(): number {
    return Math.max(...fields(this.table).map(({ header }) => this.column(header)));
  }

  /**
   * The id of every row there is, empty ones included: index 0 is row 1, the header.
   * @throws UserError `stale` when somebody moves the column while it is read
   */
  ids(): string[] {
    const header = headerOf(this.table, 'id');
    const letter = columnLetter(this.column(header));
    const ids = this.sheet
      .getRange(`${letter}1:${letter}`)
      .getValues()
      .map(([cell]) => String(cell));
    if (ids[0] === header) return ids;
    throw new UserError('stale', `Somebody is moving columns of the ${this.table.name} tab. Try again.`);
  }

  rawAt(at: number): RawRow {
    const { headers, width } = this;
    return { headers, cells: this.sheet.getRange(at, 1, 1, width).getValues().flat() };
  }

  /** So many rows from one on, in one read. */
  rowsFrom<T extends Table>(at: number, count: number): Row<T>[] {
    const { headers, width } = this;
    const rows = this.sheet.getRange(at, 1, count, width).getValues();
    return rows.map((cells) => this.decoded<T>({ headers, cells }));
  }

  rowAt<T extends Table>(at: number): Row<T> {
    const raw = this.rawAt(at);
    const row = this.decoded<T>(raw);
    this.seen.set(String(row.id), raw);
    return row;
  }

  /** The cells of the row with that id, by the id, as `rowAt` last read them. */
  seenOf(id: string): ReadonlyMap<string, RawRow> {
    return new Map([...this.seen].filter(([known]) => known === id));
  }

  /** The whole tab with its header row, in one read. */
  all(): Grid {
    // A range has at least one row.
    return this.sheet.getDataRange().getValues() as unknown as Grid;
  }

  /** What a cell says, as text: a day and a time as they are written. */
  read(cell: unknown): string {
    return isDate(cell) ? this.format(cell, 'yyyy-MM-dd HH:mm:ss').replace(/ 00:00:00$/, '') : String(cell);
  }

  decoded<T extends Table>({ headers, cells }: RawRow): Row<T> {
    if (this.reading?.headers !== headers) this.reading = this.readerUnder(headers);
    // All the table's keys, so a whole row.
    return this.reading.read(cells) as Row<T>;
  }

  // Where the columns stand is found out once for all the rows that were read with those headers.
  private readerUnder(headers: Cells): { headers: Cells; read: (cells: Cells) => Row<Table> } {
    const keys = Object.keys(this.table.columns);
    const places = keys.map((key) => place(this.table, headers, headerOf(this.table, key)) - 1);
    const read = rowReader(this.table, keys, this.format);
    return { headers, read: (cells) => read(places.map((column) => cells[column])) };
  }
}

function place(table: Table, headers: Cells, header: string): number {
  const column = headers.indexOf(header) + 1;
  if (column > 0) return column;
  throw new UserError('setup', `The column “${header}” of the ${table.name} tab is missing. ${repair}`);
}
