import type { Zone } from '../cells.ts';

/** A rectangle of one tab that a name, a formula or a protection keeps hold of while rows and columns come and go. */
export interface Area {
  readonly sheetId: string;
  readonly left: number;
  readonly top: number;
  /** Infinity for a range without an end, such as A2:A. */
  readonly right: number;
  readonly bottom: number;
  /** Whole columns or rows, such as A:C or 1:1: nothing can be put before their first cell. */
  readonly whole: boolean;
}

/** Rows or columns. */
export type Dimension = 'ROW' | 'COL';

/** A change in the shape of a tab, as far as an area is concerned; null when nothing of the area is left. */
export type Adapt = (area: Area) => Area | null;

/** The cells of an area on a tab of that size. */
export function zoneOf({ left, top, right, bottom }: Area, rows: number, columns: number): Zone {
  return { left, top, right: Math.min(right, columns - 1), bottom: Math.min(bottom, rows - 1) };
}

/** Rows or columns were put in: `at` is the place of the first. */
export const inserted =
  (sheetId: string, dimension: Dimension, at: number, quantity: number): Adapt =>
  (area) => {
    if (area.sheetId !== sheetId) return area;
    const [start, end] = span(area, dimension);
    if (end === Number.POSITIVE_INFINITY && area.whole) return area;
    if (at <= start) return over(area, dimension, start + quantity, end + quantity);
    return at <= end ? over(area, dimension, start, end + quantity) : area;
  };

/** Rows or columns that stood side by side were taken out of a tab that had so many. */
export const removed =
  (sheetId: string, dimension: Dimension, at: number, quantity: number, size: number): Adapt =>
  (area) => {
    if (area.sheetId !== sheetId) return area;
    const [start, end] = span(area, dimension);
    const last = at + quantity - 1;
    if (last < start) return over(area, dimension, start - quantity, end - quantity);
    if (at > end) return area;
    const bounded = Math.min(end, size - 1);
    const gone = Math.min(bounded, last) - Math.max(start, at) + 1;
    if (gone > bounded - start) return null;
    const first = Math.min(start, at);
    return over(area, dimension, first, end === Number.POSITIVE_INFINITY ? end : first + (end - start) - gone);
  };

/** A column was dragged to stand before another: what lies in it alone goes with it. */
export function moved(sheetId: string, column: number, before: number, columns: number): Adapt {
  const room = inserted(sheetId, 'COL', before, 1);
  const from = before <= column ? column + 1 : column;
  const close = removed(sheetId, 'COL', from, 1, columns + 1);
  return (area) => {
    const apart = room(area);
    if (!apart) return null;
    const along = apart.sheetId === sheetId && apart.left === from && apart.right === from;
    return close(along ? { ...apart, left: before, right: before } : apart);
  };
}

/** A tab was deleted. */
export const gone =
  (sheetId: string): Adapt =>
  (area) =>
    area.sheetId === sheetId ? null : area;

/** Whether a cell lies in an area. */
export const covers = (area: Area, sheetId: string, col: number, row: number): boolean =>
  area.sheetId === sheetId && col >= area.left && col <= area.right && row >= area.top && row <= area.bottom;

const span = (area: Area, dimension: Dimension): readonly [number, number] =>
  dimension === 'COL' ? [area.left, area.right] : [area.top, area.bottom];

const over = (area: Area, dimension: Dimension, start: number, end: number): Area =>
  dimension === 'COL' ? { ...area, left: start, right: end } : { ...area, top: start, bottom: end };
