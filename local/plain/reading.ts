import type { Value } from '../cells.ts';
import { display } from './literal.ts';
import type { PlainBook } from './plain-book.ts';
import { heightOf, type Tab, widthOf } from './tab.ts';

/** A cell as a checker looks at it: what a script reads there, or the formula as it was written. */
export interface RawCell {
  readonly value: Value;
  readonly isFormula: boolean;
}

/** The tab of that name. */
export function tabNamed({ sheets }: PlainBook, name: string): Tab {
  const tab = sheets.tabs.find((each) => each.name === name);
  if (!tab) throw new Error(`There is no tab ${name}.`);
  return tab;
}

/** What a person sees on a tab, row by row, without the empty margin. */
export function seesAll(book: PlainBook, name: string): string[][] {
  const tab = tabNamed(book, name);
  const width = widthOf(tab);
  if (tab.hasFormulas) {
    return tab.rows.map((_, row) => tab.columns.map((__, col) => book.cells.display(tab.id, col, row)));
  }
  return tab.rows.slice(0, heightOf(tab)).map(({ cells }) =>
    Array.from({ length: width }, (_, col) => {
      const cell = cells[col];
      return cell ? display(cell) : '';
    }),
  );
}

/** The rows of a tab by header, as a person sees them; the header row and rows with nothing but unticked boxes left out. */
export function rowsByHeader(book: PlainBook, name: string): Record<string, string>[] {
  const [headers = [], ...rows] = seesAll(book, name);
  const filled = rows.filter((row) => row.some((cell) => cell !== '' && cell !== 'FALSE'));
  return filled.map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] ?? ''])));
}

/** Every cell of a tab, the empty ones included. */
export function rawCells(book: PlainBook, name: string): RawCell[][] {
  const tab = tabNamed(book, name);
  return tab.rows.map(({ cells }) =>
    tab.columns.map((_, col) => ({
      value: cells[col]?.formula?.text ?? cells[col]?.value ?? '',
      isFormula: cells[col]?.formula !== undefined,
    })),
  );
}
