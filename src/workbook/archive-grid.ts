import { headerOf, type Table } from '../domain/columns.ts';
import { once } from '../domain/years.ts';
import { isDate } from './cells.ts';
import { columnLetter } from './lookup.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Cells = readonly unknown[];

/** Whether two rows say the same, cell by cell. */
export const isSameRow = (one: Cells, other: Cells): boolean =>
  one.every((cell, index) => said(cell) === said(other[index]));

const said = (cell: unknown): string => (isDate(cell) ? String(cell.getTime()) : String(cell));

/** A tab as one read saw it: its cells under its headers. A column without a header is named by its letter. */
export class Grid {
  readonly sheet: Sheet;
  readonly headers: readonly string[];
  private readonly lines: readonly Cells[];
  private readonly idColumn: number;
  private readonly places: ReadonlyMap<string, number>;

  constructor(sheet: Sheet, table: Table) {
    const [headers = [], ...lines] = sheet.getDataRange().getValues();
    this.sheet = sheet;
    this.headers = named(headers);
    this.lines = lines;
    this.idColumn = this.headers.indexOf(headerOf(table, 'id'));
    this.places = new Map(lines.map((line, index) => [this.idIn(line), index + 2]));
  }

  /** Where rows with these ids stand, from 2; an id that stands there twice is left for a person to decide. */
  rowsOf(ids: ReadonlySet<string>): number[] {
    const unique = once(this.lines.map((line) => ({ id: this.idIn(line) })));
    return this.lines.flatMap((line, index) => {
      const id = this.idIn(line);
      return ids.has(id) && unique.has(id) ? [index + 2] : [];
    });
  }

  /** Where the row with that id stands, from 2; 0 for none. */
  rowOf(id: string): number {
    return this.places.get(id) ?? 0;
  }

  at(row: number): Cells {
    return this.lines[row - 2] ?? [];
  }

  idAt(row: number): string {
    return this.idIn(this.at(row));
  }

  /** A row's cells under other headers. */
  under(headers: readonly string[], row: number): unknown[] {
    const cells = this.at(row);
    return headers.map((header) => cells[this.headers.indexOf(header)] ?? '');
  }

  get ids(): string[] {
    return this.lines.map((line) => this.idIn(line)).filter((id) => id !== '');
  }

  /** Rows that are not on a later look at the tab and were not to go. */
  without(later: Grid, gone: ReadonlySet<string>): Cells[] {
    const there = new Set(later.lines.map((line) => later.keyOf(line)));
    return this.lines.filter((line) => !there.has(this.keyOf(line)) && !gone.has(this.idIn(line)));
  }

  private keyOf(line: Cells): string {
    return this.idIn(line) || line.map(said).join('\n').trim();
  }

  private idIn(line: Cells): string {
    return this.idColumn < 0 ? '' : String(line[this.idColumn]);
  }
}

function named(headers: Cells): string[] {
  const names: string[] = [];
  headers.forEach((header, index) => {
    const name = String(header) || `Column ${columnLetter(index + 1)}`;
    names.push(names.includes(name) ? `${name} (${columnLetter(index + 1)})` : name);
  });
  return names;
}
