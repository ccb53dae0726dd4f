/**
 * What a row is in cells, and what cells are in a row. Google Sheets reads whatever a script writes as if a person had
 * typed it (`=…` is a formula, `1/2` a date, `007` a number), so every text goes in behind an apostrophe, which Sheets
 * takes as "this is text" and drops.
 */
import type { Column, Field, Row, Table } from '../domain/columns.ts';
import { addDays, type Day, isDay, isTime } from '../domain/days.ts';

/** What a cell holds on the way in. */
export type Written = string | number | boolean;

/** A row as what to write into a tab's fields, in their order; names stand beside the addresses they belong to. */
export function encode(
  fields: readonly Field[],
  row: Readonly<Record<string, unknown>>,
  nameOf: (email: string) => string,
): Written[] {
  return fields.map((field) => encodeField(field, row, nameOf));
}

/** One of those. */
export function encodeField(
  { key, column, isName }: Field,
  row: Readonly<Record<string, unknown>>,
  nameOf: (email: string) => string,
): Written {
  const value = row[key];
  return isName && typeof value === 'string' && value !== '' ? asText(nameOf(value)) : encodeValue(column, value);
}

/** A text as Sheets keeps it exactly. */
export function asText(text: string): string {
  return text === '' ? '' : `'${text}`;
}

function encodeValue(column: Column, value: unknown): Written {
  if (Array.isArray(value)) return asText(value.join(', '));
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string' || value === '') return '';
  // Days and moments are to be dates in the sheet, so that people can filter and pivots can group them.
  if (column.kind === 'day') return value;
  if (column.kind === 'moment') return value.slice(0, 19).replace('T', ' ');
  return asText(value);
}

/** How a run writes out an instant in the time zone of the sheet, with a pattern of Utilities.formatDate. */
export type FormatDate = (date: Date, pattern: string) => string;

/**
 * How rows are read from what their cells hold, column by column; whatever a person left there that cannot be read is
 * empty. Made once for as many rows as there are.
 */
export function rowReader<T extends Table, Key extends keyof Row<T> & string>(
  table: T,
  keys: readonly Key[],
  format: FormatDate,
): (cells: readonly unknown[]) => Pick<Row<T>, Key> {
  const columns = keys.map((key) => {
    const column = table.columns[key];
    if (!column) throw new Error(`${table.name} has no column ${key}`);
    return { key, column, read: decoders[column.kind] };
  });
  return (cells) => {
    const row: Record<string, unknown> = {};
    columns.forEach(({ key, column, read }, index) => {
      row[key] = read(cells[index] ?? '', column, format);
    });
    // One value of its column's kind for each key.
    return row as Pick<Row<T>, Key>;
  };
}

const decoders: Record<Column['kind'], (cell: unknown, column: Column, format: FormatDate) => unknown> = {
  id: readText,
  text: readText,
  longText: readText,
  ref: (cell, column, format) => readText(cell, column, format).trim(),
  person: (cell, column, format) => readText(cell, column, format).trim().toLowerCase(),
  choice: (cell, column, format) => option(column, readText(cell, column, format)),
  choices: (cell, column, format) => chosen(column, readText(cell, column, format)),
  number: (cell) => (cell === '' || Number.isNaN(Number(cell)) ? null : Number(cell)),
  flag: (cell) => cell === true || /^(true|yes|y|x|✓)$/i.test(String(cell).trim()),
  day: readDay,
  time: (cell, column, format) => {
    if (isDate(cell)) return format(cell, 'HH:mm');
    const text = readText(cell, column, format).trim();
    return isTime(text) ? text : '';
  },
  moment: (cell, _column, format) => (isDate(cell) ? format(cell, "yyyy-MM-dd'T'HH:mm:ssXXX") : String(cell)),
};

function readText(cell: unknown, _column: Column, format: FormatDate): string {
  // A person typed a date where a text is expected.
  if (isDate(cell)) return format(cell, 'yyyy-MM-dd');
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}

function readDay(cell: unknown, _column: Column, format: FormatDate): Day {
  if (isDate(cell)) return format(cell, 'yyyy-MM-dd');
  // A date that came through a formula may have lost its format: days since 30 December 1899.
  if (typeof cell === 'number') return addDays('1899-12-30', Math.floor(cell));
  const text = String(cell).trim();
  const [, date = '', month = '', year = ''] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  const day = year === '' ? text : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : '';
}

/** Whether a cell gave a date. Not instanceof alone: one made by the platform may come from another realm than this code. */
export function isDate(cell: unknown): cell is Date {
  return Object.prototype.toString.call(cell) === '[object Date]';
}

function option(column: Column, text: string): string {
  const wanted = text.trim().toLowerCase();
  return column.options?.find((each) => each.toLowerCase() === wanted) ?? '';
}

// What people write with other marks or in full counts too: `Mon Tues/Thursday` are three days.
function chosen(column: Column, text: string): string[] {
  const pieces = text
    .split(/[,;/\n]/)
    .flatMap((piece) => (option(column, piece) === '' ? piece.split(/\s+/) : [piece]));
  const begun = (piece: string): string =>
    column.options?.find((each) => piece.toLowerCase().startsWith(each.toLowerCase())) ?? '';
  return [...new Set(pieces.map((piece) => option(column, piece) || begun(piece)))].filter((each) => each !== '');
}

/** Whether what a cell gave back is what was written, both as code sees them. */
export function isSame(column: Column, one: unknown, other: unknown): boolean {
  // A wall time is what a cell holds: in the hour that a clock change repeats, its offset cannot be told.
  if (column.kind === 'moment') return String(one).slice(0, 19) === String(other).slice(0, 19);
  return JSON.stringify(one) === JSON.stringify(other);
}
