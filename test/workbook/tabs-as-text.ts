import type { Diagnosis } from '../../src/workbook/healing.ts';
import type { Grid } from '../../src/workbook/tab.ts';

/** A tab as a person sees it; `15/` is a date, which is no text. */
export function tab(text: string): Grid {
  const lines = text.trim().split('\n');
  const rows = lines.map((line) => line.split('|').map((cell) => meant(cell.trim())));
  const [headers = [], ...others] = rows;
  return [headers, ...others];
}

const meant = (text: string): unknown => (/^\d+\/$/.test(text) ? new Date(`2026-11-${text.slice(0, -1)}`) : text);
/** What a cell says, as text. */
export const read = (cell: unknown): string => (cell instanceof Date ? `2026-11-${cell.getUTCDate()}` : String(cell));
/** The date that `15/` is. */
export const day = (date: number): Date => new Date(`2026-11-${date}`);

/** What is to be written where, as people name cells. */
export const told = ({ row, corrections, isThere }: Diagnosis) => ({
  row: row < 0 ? 'gone' : row + 1,
  isThere,
  written: corrections.map((each) => [`${'ABCDEFG'[each.column]}${each.row + 1}`, each.value]),
});

/** A row in which all is as it was meant. */
export const there = (row: number) => ({ row, isThere: true, written: [] });
/** A row in which something is not. */
export const notThere = (row: number | 'gone', ...written: (readonly [cell: string, value: unknown])[]) => ({
  row,
  isThere: false,
  written,
});
