import type { Model } from '@odoo/o-spreadsheet';
import { strToU8, zipSync } from 'fflate';
import { type DefinedName, withDefinedNames } from './xlsx-names.ts';

/** Hands the whole workbook to the browser as an Excel file. */
export async function downloadXlsx(model: Model): Promise<void> {
  const { files } = await model.exportXLSX();
  const names = namesOf(model);
  const parts = files.flatMap((file) => {
    if (!('content' in file)) return [];
    const content = file.path === 'xl/workbook.xml' ? withDefinedNames(file.content, names) : file.content;
    // XMLSerializer repeats an empty namespace on every element, which Excel refuses.
    return [[file.path, strToU8(content.replaceAll(' xmlns=""', ''))] as const];
  });
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([zipSync(Object.fromEntries(parts))], { type }));
  link.download = 'STRIDE Coaching.xlsx';
  link.click();
  URL.revokeObjectURL(link.href);
}

function namesOf({ getters }: Model): DefinedName[] {
  return getters.getNamedRanges().map(({ name, range }) => ({
    name,
    // Another sheet than its own, so that the sheet is named.
    cells: getters.getRangeString(range, '', { useBoundedReference: true }),
  }));
}
