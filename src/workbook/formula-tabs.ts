import { asText } from './cells.ts';
import type { FormulaTab } from './impact/formula-tab.ts';
import { layShades } from './impact/shading.ts';
import { asHeading, colours, isSameRange } from './tabs.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A tab of the sheet and the formulas that belong on it. */
interface Laid {
  readonly sheet: Sheet;
  readonly tab: FormulaTab;
  readonly isNew: boolean;
}

/**
 * Makes room for tabs whose formulas call each other, with their names and shades: a formula that calls a cell below the
 * end of its tab, or a name that is not there, is broken for good.
 */
export function makeRoomFor(spreadsheet: Spreadsheet, tabs: readonly Laid[], done: string[]): void {
  for (const { sheet, tab } of tabs) makeRoom(sheet, tab.cells);
  const names = tabs.flatMap(({ sheet, tab }) =>
    Object.entries(tab.names).map(([name, where]) => ({ name, range: sheet.getRange(where) })),
  );
  const there = names.map(({ name }) => spreadsheet.getRangeByName(name));
  names.forEach(({ name, range }, index) => {
    const named = there[index];
    if (!named || !isSameRange(named, range)) spreadsheet.setNamedRange(name, range);
  });
  for (const { sheet, tab, isNew } of tabs) if (tab.shaded) layShades(sheet, tab.name, tab.shaded, isNew, done);
}

/** Lays the formulas of a tab, and how they look where there was nothing yet. */
export function layFormulas({ sheet, tab }: Laid, done: string[]): void {
  const isBare = layCells(sheet, tab.name, tab.cells, done);
  if (!isBare) return;
  tab.widths.forEach((width, index) => {
    sheet.setColumnWidth(index + 1, width);
  });
  for (const [where, format] of Object.entries(tab.formats)) sheet.getRange(where).setNumberFormat(format);
  for (const where of tab.headings) asHeading(sheet.getRange(where));
  for (const where of tab.over ?? []) sheet.getRange(where).setHorizontalAlignment('right');
  for (const where of tab.titles ?? [])
    sheet.getRange(where).setFontSize(13).setFontWeight('bold').setFontColor(colours.headText);
  for (const where of tab.bold) sheet.getRange(where).setFontWeight('bold');
  for (const where of tab.quiet) sheet.getRange(where).setFontColor(colours.machine).setHorizontalAlignment('left');
  if (!tab.isPage) {
    sheet.setFrozenRows(1);
    return;
  }
  sheet.getRange('A1').setFontSize(16).setFontWeight('bold');
  sheet.setHiddenGridlines(true);
}

/** Writes only the cells that differ, so that a second set-up writes nothing; answers whether there was nothing yet. */
export function layCells(sheet: Sheet, name: string, cells: readonly (readonly string[])[], done: string[]): boolean {
  const width = makeRoom(sheet, cells);
  const range = sheet.getRange(1, 1, cells.length, width);
  const [formulas, values] = [range.getFormulas(), range.getValues()];
  const isBare = formulas[0]?.[0] === '' && values[0]?.[0] === '';
  if (isBare) {
    range.setValues(cells.map((row) => Array.from({ length: width }, (_, index) => asCell(row[index] ?? ''))));
    return true;
  }
  const wrong = cells.flatMap((row, r) =>
    row.flatMap((cell, c) => {
      const there = cell.startsWith('=') ? (formulas[r]?.[c] ?? '') : String(values[r]?.[c] ?? '');
      // A cell without text of its own may be filled by the formula beside it.
      return cell === '' || spaceless(there) === spaceless(cell) ? [] : [{ cell, row: r + 1, column: c + 1 }];
    }),
  );
  for (const { cell, row, column } of wrong) sheet.getRange(row, column).setValue(asCell(cell));
  if (wrong.length > 0) done.push(`${name}: put ${wrong.length} of its cells right.`);
  return false;
}

function makeRoom(sheet: Sheet, cells: readonly (readonly string[])[]): number {
  const width = Math.max(...cells.map((row) => row.length));
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (width > columns) sheet.insertColumnsAfter(columns, width - columns);
  if (cells.length > rows) sheet.insertRowsAfter(rows, cells.length - rows);
  return width;
}

const asCell = (cell: string): string => (cell.startsWith('=') ? cell : asText(cell));

// The engine behind a sheet may write a formula with other spaces than it was given.
const spaceless = (formula: string): string => formula.replace(/\s/g, '').toUpperCase();
