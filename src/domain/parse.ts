import type { Column, Draft, Table } from './columns.ts';
import { isDay, isTime } from './days.ts';
import { UserError } from './errors.ts';

/**
 * How much text a cell of Google Sheets holds, in UTF-16 units; a longer write throws.
 * Source: "Your input contains more than the maximum of 50000 characters in a single cell."
 */
export const longestText = 50_000;

/**
 * What a person typed for one row of a tab, checked column by column; what the tab does not know is left out. `needed`
 * are the keys that may not be empty, where these are not the tab's required ones.
 * @throws UserError `invalid` with the column's key
 */
export function parse<T extends Table>(
  table: T,
  input: unknown,
  needed: readonly (keyof T['columns'])[] = Object.keys(table.columns).filter((key) => table.columns[key]?.required),
): Draft<T> {
  const typed = Object.entries<Column>(table.columns).filter(([, column]) => !column.made);
  const draft = typed.map(([key, column]) => {
    const refuse = refuser(key, column);
    const value = readers[column.kind](property(input, key) ?? null, column, refuse);
    const isEmpty = value === '' || value === null || (Array.isArray(value) && value.length === 0);
    if (isEmpty && needed.includes(key)) refuse('is still empty.');
    return [key, value];
  });
  // Built from the table's own typed columns, each read by its kind: that is what Draft<T> says.
  return Object.fromEntries(draft) as Draft<T>;
}

/** One property of something that came from outside, and never one of its prototype. */
export function property(of: unknown, key: string): unknown {
  if (typeof of !== 'object' || of === null || !Object.keys(of).includes(key)) return undefined;
  return Object.entries(of).find(([name]) => name === key)?.[1];
}

/** A text as a cell keeps it: a line end is one character, whatever the clipboard sent, and mere spaces are nothing. */
export function asCell(text: string): string {
  return text.trim() === '' ? '' : text.replace(/\r\n?/g, '\n');
}

/** An id or a name from outside: its text, and nothing for whatever else was sent. */
export function asName(given: unknown): string {
  return typeof given === 'string' ? given : '';
}

type Refuse = (why: string) => never;

function refuser(key: string, column: Column): Refuse {
  return (why) => {
    throw new UserError('invalid', `${column.header} ${why}`, key);
  };
}

const readers: Record<Column['kind'], (given: unknown, column: Column, refuse: Refuse) => unknown> = {
  id: readText,
  text: readText,
  longText: readText,
  person: (given, column, refuse) => readText(given, column, refuse).trim().toLowerCase(),
  ref: readText,
  moment: readText,
  day: (given, column, refuse) => matching(readText(given, column, refuse), isDay, 'must be a date.', refuse),
  time: (given, column, refuse) =>
    matching(readText(given, column, refuse), isTime, 'must be a time, such as 15:45.', refuse),
  choice: (given, column, refuse) => oneOf(column, readText(given, column, refuse), refuse),
  choices(given, column, refuse) {
    if (given === null) return [];
    if (!Array.isArray(given)) return refuse('must be a list.');
    return [...new Set(given.map((each) => oneOf(column, readText(each, column, refuse), refuse)))];
  },
  number(given, column, refuse) {
    if (given === null || given === '') return null;
    const [least, most] = column.range ?? [-Infinity, Infinity];
    if (typeof given !== 'number' || !Number.isInteger(given)) return refuse('must be a whole number.');
    return given < least || given > most ? refuse(`must be from ${least} to ${most}.`) : given;
  },
  flag: (given, _column, refuse) => {
    if (given === null) return false;
    return typeof given === 'boolean' ? given : refuse('must be yes or no.');
  },
};

function readText(given: unknown, _column: Column, refuse: Refuse): string {
  if (given === null) return '';
  if (typeof given !== 'string') return refuse('must be text.');
  const text = asCell(given);
  if (text.length > longestText) {
    const over = (text.length - longestText).toLocaleString('en-GB');
    return refuse(`is ${over} characters too long: a cell holds 50,000. Shorten it, then save again.`);
  }
  return text;
}

function matching(text: string, is: (text: string) => boolean, otherwise: string, refuse: Refuse): string {
  return text === '' || is(text) ? text : refuse(otherwise);
}

function oneOf(column: Column, text: string, refuse: Refuse): string {
  const options = column.options ?? [];
  return text === '' || options.includes(text) ? text : refuse(`must be one of: ${options.join(', ')}.`);
}
