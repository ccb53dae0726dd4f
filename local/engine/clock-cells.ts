import type { Model } from '@odoo/o-spreadsheet';

/** The formulas that ask what time it is, by the ids of their cells: only these have to be worked out anew as it passes. */
export function clockCells({ getters }: Pick<Model, 'getters'>): number[] {
  return getters
    .getSheetIds()
    .flatMap((sheetId) =>
      Object.values(getters.getCells(sheetId)).flatMap((cell) =>
        cell?.isFormula && asksTheTime.test(cell.compiledFormula.normalizedFormula) ? [cell.id] : [],
      ),
    );
}

// Texts in a formula are not in what o-spreadsheet calls its normal form.
const asksTheTime = /\b(TODAY|NOW)\(/i;
