import type { CellReader } from '../book.ts';
import type { Value, Zone } from '../cells.ts';
import { notEmulated } from '../google-error.ts';
import { display } from './literal.ts';
import type { Sheets } from './sheets.ts';
import { cellAt, heightOf, type Tab, widthOf } from './tab.ts';
import { Formulas } from './worked.ts';

/** Reads the cells of a plain sheet as Google hands them to a script. */
export class PlainCells implements CellReader {
  readonly #formulas: Formulas;

  constructor(
    readonly book: { readonly sheets: Sheets; tab(sheetId: string): Tab },
    like?: PlainCells,
  ) {
    this.#formulas = new Formulas(() => this.book.sheets, like ? like.#formulas : undefined);
  }

  value(sheetId: string, col: number, row: number): Value {
    const tab = this.book.tab(sheetId);
    return (tab.hasFormulas ? this.#formulas.of(tab).values[row]?.[col] : cellAt(tab, col, row)?.value) ?? '';
  }

  values(sheetId: string, { left, top, right, bottom }: Zone): readonly (readonly Value[])[] {
    const tab = this.book.tab(sheetId);
    if (tab.hasFormulas) {
      const rows = this.#formulas.of(tab).values.slice(top, bottom + 1);
      return left === 0 && right === tab.columns.length - 1 ? rows : rows.map((row) => row.slice(left, right + 1));
    }
    return tab.rows.slice(top, bottom + 1).map(({ cells }) => {
      const values: Value[] = [];
      for (let col = left; col <= right; col++) values.push(cells[col]?.value ?? '');
      return values;
    });
  }

  display(sheetId: string, col: number, row: number): string {
    const tab = this.book.tab(sheetId);
    const cell = tab.hasFormulas ? this.#formulas.cellAt(tab, col, row) : cellAt(tab, col, row);
    return cell ? display(cell) : '';
  }

  formula(sheetId: string, col: number, row: number): string {
    const { hasFormulas, rows } = this.book.tab(sheetId);
    if (!hasFormulas) return '';
    const formula = rows[row]?.cells[col]?.formula;
    // Its ranges may have followed their cells since it was written.
    if (formula?.tree) throw notEmulated('the wording of a formula on a plain sheet');
    return formula?.text ?? '';
  }

  lastRow(sheetId: string): number {
    return heightOf(this.#still(sheetId));
  }

  lastColumn(sheetId: string): number {
    return widthOf(this.#still(sheetId));
  }

  #still(sheetId: string): Tab {
    const tab = this.book.tab(sheetId);
    if (!tab.isVisible && tab.hasFormulas) throw notEmulated('how far formulas reach on a plain sheet');
    return tab;
  }
}
