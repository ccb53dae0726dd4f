import type { Dimension } from './area.ts';
import { insert, move, remove, type Sheets, tabOf, withTab } from './sheets.ts';
import { type Cell, type Row, type Tab, withCell, withCells } from './tab.ts';

/** Something a person did, with what it takes to take it back: rows and columns by their keys, as they may have moved. */
export type Act =
  | { readonly kind: 'cells'; readonly sheetId: string; readonly before: readonly Former[] }
  | { readonly kind: 'order'; readonly sheetId: string; readonly rows: readonly number[] }
  | { readonly kind: 'hidden'; readonly sheetId: string; readonly rows: ReadonlyMap<number, Row['hidden']> }
  | {
      readonly kind: 'inserted';
      readonly sheetId: string;
      readonly dimension: Dimension;
      readonly keys: readonly number[];
    }
  | { readonly kind: 'moved'; readonly sheetId: string; readonly column: number; readonly next: number | undefined }
  | { readonly kind: 'renamed'; readonly sheetId: string; readonly name: string }
  | { readonly kind: 'removed'; readonly sheetId: string; readonly before: Sheets; readonly after: Sheets };

/** What stood in a cell. */
interface Former {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell | undefined;
}

/** The workbook with an act taken back, as far as that can still be: what others have done since stays. */
export function undone(sheets: Sheets, act: Act): Sheets {
  if (act.kind === 'removed') return broughtBack(sheets, act.sheetId, act.before, act.after);
  const tab = tabOf(sheets, act.sheetId);
  if (!tab) return sheets;
  switch (act.kind) {
    case 'cells':
      return withTab(sheets, act.before.reduce(put, tab));
    case 'order':
      return withTab(sheets, ordered(tab, act.rows));
    case 'hidden':
      return withTab(sheets, { ...tab, rows: tab.rows.map((row) => shownAs(row, act.rows)) });
    case 'inserted':
      return act.keys.reduce((now, key) => takenOut(now, act.sheetId, act.dimension, key), sheets);
    case 'moved':
      return movedBack(sheets, tab, act.column, act.next);
    case 'renamed':
      return withTab(sheets, { ...tab, name: act.name });
  }
}

function put(tab: Tab, { row, column, cell }: Former): Tab {
  const [at, across] = [placeOf(tab, 'ROW', row), placeOf(tab, 'COL', column)];
  return at < 0 || across < 0 ? tab : withCell(tab, across, at, cell);
}

/** Those of the rows that are still there stand in their former order again, in the places they have among them. */
function ordered(tab: Tab, keys: readonly number[]): Tab {
  const byKey = new Map(tab.rows.map((row) => [row.key, row]));
  const former = keys.flatMap((key) => byKey.get(key) ?? []);
  const among = new Set(keys);
  let next = 0;
  return { ...tab, rows: tab.rows.map((row) => (among.has(row.key) ? (former[next++] ?? row) : row)) };
}

function shownAs(row: Row, before: ReadonlyMap<number, Row['hidden']>): Row {
  if (!before.has(row.key)) return row;
  const { hidden: _, ...rest } = row;
  const hidden = before.get(row.key);
  return hidden ? { ...rest, hidden } : rest;
}

function takenOut(sheets: Sheets, id: string, dimension: Dimension, key: number): Sheets {
  const tab = tabOf(sheets, id);
  const at = tab ? placeOf(tab, dimension, key) : -1;
  return tab && at >= 0 ? remove(sheets, tab, dimension, at, 1) : sheets;
}

function movedBack(sheets: Sheets, tab: Tab, column: number, next: number | undefined): Sheets {
  const at = placeOf(tab, 'COL', column);
  if (at < 0) return sheets;
  const before = next === undefined ? -1 : placeOf(tab, 'COL', next);
  return move(sheets, tab, at, before < 0 ? tab.columns.length : before);
}

function placeOf(tab: Tab, dimension: Dimension, key: number): number {
  return dimension === 'ROW' ? tab.rows.findIndex((row) => row.key === key) : tab.columns.indexOf(key);
}

function broughtBack(sheets: Sheets, id: string, before: Sheets, after: Sheets): Sheets {
  const was = tabOf(before, id);
  const tab = tabOf(sheets, id);
  const gone = tabOf(after, id);
  if (!was) return sheets;
  const filled = tab
    ? refilled(sheets, was, gone ?? was)
    : { ...sheets, tabs: sheets.tabs.toSpliced(before.tabs.indexOf(was), 0, was) };
  return repointed(filled, before, after.names === sheets.names, id);
}

/** The rows and columns that were there before and not after, with what stood in them. */
function refilled(sheets: Sheets, was: Tab, gone: Tab): Sheets {
  const { id } = was;
  const rows = new Set(gone.rows.map(({ key }) => key));
  const columns = new Set(gone.columns);
  let next = sheets;
  for (const key of was.columns.filter((each) => !columns.has(each)).toReversed()) {
    const tab = tabOf(next, id);
    if (!tab) return next;
    const follower = was.columns[was.columns.indexOf(key) + 1];
    const place = follower === undefined ? -1 : tab.columns.indexOf(follower);
    const at = place < 0 ? tab.columns.length : place;
    next = insert(next, tab, 'COL', at, 1, at);
    next = withTab(next, columnFrom(was, tabOf(next, id) ?? tab, key, at));
  }
  for (const row of was.rows.filter(({ key }) => !rows.has(key)).toReversed()) {
    const tab = tabOf(next, id);
    if (!tab) return next;
    const follower = was.rows[was.rows.indexOf(row) + 1];
    const place = follower ? placeOf(tab, 'ROW', follower.key) : -1;
    const at = place < 0 ? tab.rows.length : place;
    next = insert(next, tab, 'ROW', at, 1, at);
    const grown = tabOf(next, id) ?? tab;
    const cells = grown.columns.map((key) => row.cells[was.columns.indexOf(key)]);
    next = withTab(next, { ...grown, rows: grown.rows.with(at, withCells(row, cells)) });
  }
  return next;
}

function columnFrom(was: Tab, tab: Tab, key: number, at: number): Tab {
  const from = was.columns.indexOf(key);
  const former = new Map(was.rows.map((row) => [row.key, row.cells[from]]));
  const rows = tab.rows.map((row) => {
    const cells = row.cells.slice();
    while (cells.length < at) cells.push(undefined);
    cells[at] = former.get(row.key);
    return withCells(row, cells);
  });
  return { ...tab, columns: tab.columns.with(at, key), rows };
}

/**
 * Names, protections and formulas point to what has come back: to exactly what they did when nothing else has changed
 * its shape since; else those that had lost everything do.
 */
function repointed(sheets: Sheets, before: Sheets, isExact: boolean, id: string): Sheets {
  const lost = [...before.names].filter(([name, area]) => area.sheetId === id && !sheets.names.has(name));
  const heal = (tab: Tab): Tab => {
    const was = tab.hasFormulas ? tabOf(before, tab.id) : undefined;
    return was ? { ...tab, rows: tab.rows.map((row) => healed(row, tab, was)) } : tab;
  };
  const kept = isExact ? before : { ...sheets, names: new Map([...sheets.names, ...lost]) };
  return { ...kept, tabs: sheets.tabs.map(heal) };
}

function healed(row: Row, tab: Tab, was: Tab): Row {
  const former = row.cells.some((cell) => cell?.formula) && was.rows.find(({ key }) => key === row.key);
  if (!former) return row;
  const cells = row.cells.map((cell, col) => {
    const old = former.cells[was.columns.indexOf(tab.columns[col] ?? 0)];
    return cell?.formula && old?.formula?.text === cell.formula.text ? old : cell;
  });
  return withCells(row, cells);
}
