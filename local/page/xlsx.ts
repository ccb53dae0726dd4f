import type { Model } from '@odoo/o-spreadsheet';
import { strToU8, zipSync } from 'fflate';

/** Hands the whole workbook to the browser as an Excel file. */
export async function downloadXlsx(model: Model): Promise<void> {
  const { files } = await model.exportXLSX();
  const parts = files.flatMap((file) =>
    // XMLSerializer repeats an empty namespace on every element, which Excel refuses.
    'content' in file ? [[file.path, strToU8(file.content.replaceAll(' xmlns=""', ''))] as const] : [],
  );
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([zipSync(Object.fromEntries(parts))], { type }));
  link.download = 'STRIDE Coaching.xlsx';
  link.click();
  URL.revokeObjectURL(link.href);
}
