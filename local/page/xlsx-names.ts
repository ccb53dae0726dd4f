/** A name and the cells it stands for, as a formula writes them. */
export interface DefinedName {
  readonly name: string;
  readonly cells: string;
}

/** The workbook's part of an Excel file with its names, which o-spreadsheet leaves out: without them no formula works. */
export function withDefinedNames(workbook: string, names: readonly DefinedName[]): string {
  if (names.length === 0) return workbook;
  const written = names.map(({ name, cells }) => `<definedName name="${name}">${inXml(fixed(cells))}</definedName>`);
  // Their place is after the sheets: ECMA-376, 18.2.27.
  return workbook.replace('</sheets>', `</sheets><definedNames>${written.join('')}</definedNames>`);
}

// A name without dollar signs would move with the cell in which it is used.
function fixed(cells: string): string {
  const at = cells.lastIndexOf('!') + 1;
  return cells.slice(0, at) + cells.slice(at).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

const inXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
