/** Whether what was written stands where it belongs, by one look that costs little: no when it cannot be told so. */
import type { Table } from '../domain/columns.ts';
import { isSame } from './cells.ts';
import type { Changed, Stroke } from './healing.ts';
import type { Lookup } from './lookup.ts';
import type { Tab } from './tab.ts';

/** Cells of a row by the keys of their columns. */
export type Values = Readonly<Record<string, unknown>>;

/** A row to be added below everything on a tab. */
export interface Addition {
  readonly tab: Tab;
  readonly row: Values;
  /** Where a session was found to stand once it was written. */
  at: number;
}

/** Cells to be changed in the row with an id. */
export interface Change {
  readonly tab: Tab;
  readonly id: string;
  readonly at: number;
  /** The whole row as it was when the change was decided on. */
  readonly before: Values;
  readonly values: Values;
  /** What is true of another row's cells, if that can be known without having read them before. */
  readonly truth: ((id: string) => Values) | undefined;
}

/** An addition that has been laid out for the headers of a moment. */
export interface Laid {
  readonly addition: Addition;
  readonly strokes: readonly Stroke[];
}

/** A change with what it may have to be put right by. */
export interface Prepared extends Changed {
  readonly change: Change;
}

/**
 * Whether rows that were added are the last of their tab. One line is known by its id, which the look brought; several
 * are read. Where it brought none, somebody has just deleted every line, or the sheet was set up before the look had it:
 * then the tab itself has to be looked at.
 */
export function areLast(tab: Tab, added: readonly Laid[], end: ReturnType<Lookup['rows']>): boolean {
  if (added.length === 0) return true;
  if (end?.id === undefined) return false;
  if (added.length === 1) return end.id === added[0]?.addition.row.id;
  const first = end.last - added.length + 1;
  if (first < 2) return false;
  const rows = tab.rowsFrom(first, added.length);
  return added.every(({ addition }, index) =>
    rows.slice(index, index + 1).some((row) => isSet(tab.table, addition.row, row)),
  );
}

/** Whether changed rows say what they were to say; all of them lie in one read. */
export function haveStayed(tab: Tab, changed: readonly Prepared[]): boolean {
  if (changed.length === 0) return true;
  const places = changed.map(({ at }) => at);
  const first = Math.min(...places);
  const rows = tab.rowsFrom(first + 1, Math.max(...places) - first + 1);
  return changed.every(({ at, change: { before, values } }) =>
    rows.slice(at - first, at - first + 1).some((found) => isSet(tab.table, { ...before, ...values }, found)),
  );
}

/** Whether a changed row says what it was to say, by what waits now, else by reading it. */
export function holds({ change, at }: Prepared, now: Lookup, isSameEnd: boolean): boolean {
  const { tab, id, before, values } = change;
  const waiting = now.waiting();
  const isSettled =
    Object.keys(values).join() === 'status' && before.status === 'Waiting' && values.status !== 'Waiting';
  // A row that waited and waits no more has its status, when no row has gone or come: one look for all rows.
  if (isSettled && waiting && isSameEnd) return !waiting.some(({ cells }) => cells[0] === id);
  return isSet(tab.table, { ...before, ...values }, tab.rowAt(at + 1));
}

/** Whether a row was found with those values. */
export function isSet(table: Table, values: Values, found: Values): boolean {
  return Object.entries(table.columns).every(
    ([key, column]) => !(key in values) || isSame(column, found[key], values[key]),
  );
}
