import type { Zone } from '../cells.ts';
import { engine } from '../engine.ts';
import type { Execution } from '../execution.ts';
import { GoogleError, wrongArguments } from '../google-error.ts';
import { RangeHandle, SheetHandle } from './handles.ts';

/** A range of a tab; it must lie inside it. */
export function rangeAt(run: Execution, sheetId: string, zone: Zone): RangeHandle {
  const { numberOfRows, numberOfCols } = run.book.getters.getSheetSize(sheetId);
  // Google words it so for both: "The coordinates of the range are outside the dimensions of the sheet."
  if (zone.top < 0 || zone.left < 0 || zone.bottom >= numberOfRows || zone.right >= numberOfCols) {
    throw new GoogleError('The coordinates of the range are outside the dimensions of the sheet.');
  }
  if (zone.bottom < zone.top) throw new GoogleError('The number of rows in the range must be at least 1.');
  if (zone.right < zone.left) throw new GoogleError('The number of columns in the range must be at least 1.');
  return new RangeHandle(run, sheetId, zone);
}

/** A range from its A1 notation, with or without a tab's name and with or without an end. */
export function rangeOf(run: Execution, notation: string, sheetId: string | null): RangeHandle {
  const { tab, cells } = split(notation);
  const named = tab === null && run.book.getters.getNamedRange(cells);
  if (named) return fromArea(run, named.range);
  const id = tab === null ? sheetId : run.book.getters.getSheetIdByName(tab);
  if (!id || !/^\$?[a-z]*\$?\d*(:\$?[a-z]*\$?\d*)?$/i.test(cells) || cells === '')
    throw new GoogleError('Range not found');
  const zone = engine.helpers.toUnboundedZone(cells.replace(/\$/g, ''));
  const { numberOfRows, numberOfCols } = run.book.getters.getSheetSize(id);
  const [bottom, right] = [zone.bottom ?? numberOfRows - 1, zone.right ?? numberOfCols - 1];
  const found = rangeAt(run, id, { left: zone.left, top: zone.top, right, bottom });
  return zone.bottom === undefined || zone.right === undefined ? new RangeHandle(run, id, found.zone, cells) : found;
}

/** A range from one of o-spreadsheet's. */
export function fromArea(
  run: Execution,
  area: Parameters<Execution['book']['getters']['getRangeString']>[0],
): RangeHandle {
  const { bottom, right } = area.unboundedZone;
  const text = run.book.getters.getRangeString(area, area.sheetId);
  // The name of the tab is kept apart: it may change.
  const open = bottom === undefined || right === undefined ? text.slice(text.lastIndexOf('!') + 1) : null;
  return new RangeHandle(run, area.sheetId, area.zone, open);
}

/** A range as o-spreadsheet's commands name it. */
export function areaData(range: RangeHandle): { _sheetId: string; _zone: object } {
  const zone = range.open === null ? range.zone : engine.helpers.toUnboundedZone(range.open);
  return { _sheetId: range.sheetId, _zone: { ...zone } };
}

/** `A2:C5`, or `A2:A` for a range without an end. */
export function notationOf(range: RangeHandle): string {
  if (range.open !== null) return range.open;
  const { left, top, right, bottom } = range.zone;
  const first = engine.helpers.toXC(left, top);
  return left === right && top === bottom ? first : `${first}:${engine.helpers.toXC(right, bottom)}`;
}

/** `'Term dates'!A2:C5`. */
export function fullNotationOf(range: RangeHandle): string {
  const name = range.run.book.getters.getSheetName(range.sheetId);
  return `${/^[a-z_]\w*$/i.test(name) ? name : `'${name.replace(/'/g, "''")}'`}!${notationOf(range)}`;
}

export const heightOf = ({ zone }: RangeHandle): number => zone.bottom - zone.top + 1;
export const widthOf = ({ zone }: RangeHandle): number => zone.right - zone.left + 1;
export const sizeOf = (range: RangeHandle): number => heightOf(range) * widthOf(range);

/** A grid of the range's size, each cell asked for by column and row. */
export function gridOf<T>({ zone }: RangeHandle, read: (col: number, row: number) => T): T[][] {
  const rows: T[][] = [];
  for (let row = zone.top; row <= zone.bottom; row++) {
    const cells: T[] = [];
    for (let col = zone.left; col <= zone.right; col++) cells.push(read(col, row));
    rows.push(cells);
  }
  return rows;
}

/** Does something to each cell of a range. */
export function eachCell({ zone }: RangeHandle, act: (col: number, row: number) => void): void {
  for (let row = zone.top; row <= zone.bottom; row++) for (let col = zone.left; col <= zone.right; col++) act(col, row);
}

/** Goes through a grid of values of the range's size, each with its column and row. */
export function eachValue<T>(
  { zone }: RangeHandle,
  values: readonly (readonly T[])[],
  act: (value: T, col: number, row: number) => void,
): void {
  let row = zone.top;
  for (const cells of values) {
    let col = zone.left;
    for (const value of cells) act(value, col++, row);
    row++;
  }
}

/** A whole number a script gave, or Google's refusal. */
export function whole(value: unknown, method: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrongArguments(method, value);
  return Math.trunc(value);
}

/** A text a script gave, or Google's refusal. */
export function words(value: unknown, method: string): string {
  if (typeof value !== 'string') throw wrongArguments(method, value);
  return value;
}

/** The tab with that id as a script holds it. */
export const sheetHandle = (run: Execution, sheetId: string): SheetHandle => new SheetHandle(run, sheetId);

function split(notation: string): { tab: string | null; cells: string } {
  const at = notation.lastIndexOf('!');
  if (at < 0) return { tab: null, cells: notation.trim() };
  const tab = notation.slice(0, at).trim();
  const bare = tab.startsWith("'") && tab.endsWith("'") ? tab.slice(1, -1).replace(/''/g, "'") : tab;
  return { tab: bare, cells: notation.slice(at + 1).trim() };
}
