import type { Value } from '../local/cells.ts';
import { type Sheets, tabOf } from '../local/plain/sheets.ts';
import type { Row, Tab } from '../local/plain/tab.ts';
import { wallAt } from '../local/zone.ts';

/** The zone of the school's sheet and of its calendars. */
export const zone = 'Europe/London';

/** The tab of that id, which it keeps whatever somebody calls it. */
export function theTab(sheets: Sheets, id: string): Tab {
  const tab = tabOf(sheets, id);
  if (!tab) throw new Error('A tab has been deleted, which no case does.');
  return tab;
}

/** What is written in a cell, as o-spreadsheet keeps it: nothing, for one that was never written in. */
export const contentAt = (row: Row, column: number): string => row.cells[column]?.content ?? '';

const found = new WeakMap<Tab, Map<string, readonly Row[]>>();

// Under these headers a row gives the id of another one.
const naming: readonly string[] = ['Group id', 'Carried on from'];
const elsewhere = new WeakMap<Tab, readonly number[]>();

/** Whether a row of a tab holds an id in any of its cells but those that name another row. */
export function holds(tab: Tab, row: Row, id: string): boolean {
  if (row.width === 0) return false;
  const others = elsewhere.get(tab) ?? naming.map((header) => headersOf(tab).indexOf(header));
  elsewhere.set(tab, others);
  return row.cells.some((cell, column) => cell?.value === id && !others.includes(column));
}

/** The rows below the header that hold a text; a tab is never changed, so it is looked through once. */
export function rowsWith(tab: Tab, text: string): readonly Row[] {
  const known = found.get(tab) ?? new Map<string, readonly Row[]>();
  found.set(tab, known);
  const before = known.get(text);
  if (before) return before;
  const rows = tab.rows.filter((row, at) => at > 0 && holds(tab, row, text));
  known.set(text, rows);
  return rows;
}

/** The headers of a tab from left to right. */
export const headersOf = (tab: Tab): string[] => (tab.rows[0]?.cells ?? []).map((cell) => String(cell?.value ?? ''));

/** What a cell says, in one form for days, times, numbers and words. */
export function said(value: Value | undefined): string {
  if (value instanceof Date) {
    const wall = new Date(wallAt(zone, value.getTime())).toISOString();
    return wall.endsWith('T00:00:00.000Z') ? wall.slice(0, 10) : wall.slice(0, 19);
  }
  return value === undefined ? '' : String(value);
}

/** A row by the headers of now; the first of two columns with one header counts, as for the add-on. */
export function byHeader(tab: Tab, row: Row): Record<string, string> {
  const cells: Record<string, string> = {};
  headersOf(tab).forEach((header, column) => {
    if (!(header in cells)) cells[header] = said(row.cells[column]?.value);
  });
  return cells;
}
