/**
 * The tabs that hold data, made or mended. Everything is read before anything is written, tab by tab: on the platform
 * each read that follows a write has to wait for it.
 */
import { type Field, fields, rangeName, type Table } from '../domain/columns.ts';
import { asText } from './cells.ts';
import { validationOf } from './validation.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** One tab as it is at this moment of set-up. */
export interface Tab {
  readonly table: Table;
  readonly sheet: Sheet;
  readonly isNew: boolean;
  /** The headers from left to right, mended as far as set-up has come. */
  readonly headers: string[];
  readonly rows: number;
  readonly columns: number;
}

/** Where the named ranges of a workbook point, by name. */
export type Names = ReadonlyMap<string, Range>;

export const colours = { head: '#e8f0fe', headText: '#174ea6', machine: '#5f6368' };

/**
 * A tab by its name; or by where its first column's name points, when somebody has renamed it; or a new one. What was
 * done is said in `done`.
 */
export function findTab(
  spreadsheet: Spreadsheet,
  name: string,
  anchor: Range | undefined,
  done: string[],
  position?: number,
): { sheet: Sheet; isNew: boolean } {
  const there = spreadsheet.getSheetByName(name);
  if (there) return { sheet: there, isNew: false };
  const renamed = anchor?.getSheet();
  if (renamed) {
    done.push(`The tab “${renamed.getName()}” is called ${name} again.`);
    return { sheet: renamed.setName(name), isNew: false };
  }
  done.push(`Made the tab ${name}.`);
  return { sheet: spreadsheet.insertSheet(name, position ?? spreadsheet.getSheets().length), isNew: true };
}

/** Where the named ranges of a workbook point; one whose cells are gone points nowhere. */
export function namesOf(spreadsheet: Spreadsheet): Names {
  const names = new Map<string, Range>();
  for (const named of spreadsheet.getNamedRanges()) {
    try {
      const range: Range | null = named.getRange();
      if (range) names.set(named.getName(), range);
    } catch {
      // Google's page does not say what getRange answers once a person has deleted the cells: a name of no cells is
      // given its cells again further on.
    }
  }
  return names;
}

/** The tab of a table, found or made, with what set-up needs to know of it. */
export function openTab(spreadsheet: Spreadsheet, table: Table, names: Names, done: string[]): Tab {
  const anchor = names.get(rangeName(table, fields(table)[0]?.header ?? ''));
  const { sheet, isNew } = findTab(spreadsheet, table.name, anchor, done);
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  const headers = (sheet.getRange(1, 1, 1, columns).getValues()[0] ?? []).map(String);
  while (headers.length > 0 && headers[headers.length - 1] === '') headers.pop();
  return { table, sheet, isNew: isNew || headers.length === 0, headers, rows, columns };
}

/** Puts the headers right: a renamed one is known by its named range, a missing column is added at the end. */
export function layHeaders(tab: Tab, names: Names, done: string[]): Tab {
  const { table, sheet, headers, isNew, columns, rows } = tab;
  const declared = fields(table);
  const added: { field: Field; at: number }[] = [];
  for (const field of declared.filter(({ header }) => !headers.includes(header))) {
    const anchor = names.get(rangeName(table, field.header));
    const at = anchor?.getSheet().getSheetId() === sheet.getSheetId() ? anchor.getColumn() : 0;
    const called = headers[at - 1];
    if (called !== undefined && !declared.some(({ header }) => header === called)) {
      headers[at - 1] = field.header;
      sheet.getRange(1, at).setValue(asText(field.header));
      done.push(`${table.name}: the header “${called}” says “${field.header}” again.`);
    } else {
      added.push({ field, at: headers.push(field.header) });
      if (!isNew) done.push(`${table.name}: added the missing column “${field.header}” at the end.`);
    }
  }
  const last = headers.length;
  if (last > columns) sheet.insertColumnsAfter(columns, last - columns);
  for (const { field, at } of added) {
    const wide = field.column.kind === 'longText' ? 240 : 110;
    sheet.setColumnWidth(at, field.column.width ?? wide);
    asHeading(sheet.getRange(1, at).setValue(asText(field.header)))
      .setVerticalAlignment('middle')
      .setWrap(true);
    if (field.machine)
      sheet
        .getRange(2, at, rows - 1, 1)
        .setFontColor(colours.machine)
        .setFontSize(8);
  }
  if (added.length > 0) sheet.getRange(2, 1, rows - 1, last).setVerticalAlignment('top');
  return { ...tab, columns: Math.max(last, columns) };
}

/** Makes a range look like a heading. */
export function asHeading(range: Range): Range {
  return range.setFontWeight('bold').setFontColor(colours.headText).setBackground(colours.head);
}

/** Gives each column the name by which formulas call it. */
export function layNames(spreadsheet: Spreadsheet, tab: Tab, names: Names, done: string[]): void {
  const mended = fields(tab.table).filter((field) => {
    const named = names.get(rangeName(tab.table, field.header));
    const cells = cellsOf(tab, field);
    if (named && isSameRange(named, cells)) return false;
    spreadsheet.setNamedRange(rangeName(tab.table, field.header), cells);
    return named !== undefined;
  });
  if (mended.length === 0 || tab.isNew) return;
  done.push(`${tab.table.name}: formulas find ${mended.map(({ header }) => header).join(', ')} again.`);
}

/** Whether two ranges are the same cells. */
export function isSameRange(one: Range, other: Range): boolean {
  const place = (range: Range): string =>
    [
      range.getSheet().getSheetId(),
      range.getRow(),
      range.getColumn(),
      range.getNumRows(),
      range.getNumColumns(),
    ].join();
  return place(one) === place(other);
}

const formats: Partial<Record<Field['column']['kind'], string>> = {
  day: 'dd/mm/yyyy',
  moment: 'dd/mm/yyyy hh:mm',
  number: '0',
};

/** Puts formats, lists of choices and notes right, column by column, where they are not as declared. */
export function layColumns(tab: Tab, tabs: readonly Tab[], done: string[]): void {
  const { table, sheet, headers, rows, isNew } = tab;
  const whole = sheet.getRange(1, 1, rows, headers.length);
  const shown = isNew ? [] : whole.getNumberFormats();
  const checks = isNew ? [] : whole.getDataValidations();
  const notes = sheet.getRange(1, 1, 1, headers.length).getNotes()[0] ?? [];
  const mended: Record<'format' | 'list of choices', string[]> = { format: [], 'list of choices': [] };
  for (const field of fields(table)) {
    const at = headers.indexOf(field.header);
    const cells = cellsOf(tab, field);
    const format = formats[field.column.kind] ?? '@';
    if (field.column.kind !== 'flag' && (isNew || shown.slice(1).some((row) => row[at] !== format))) {
      cells.setNumberFormat(format);
      mended.format.push(field.header);
    }
    const key = tabs.find((other) => other.table.name === field.column.of);
    const check = validationOf(field, key && firstColumn(key));
    if (check && (isNew || checks.slice(1).some((row) => !check.matches(row[at] ?? null)))) {
      cells.setDataValidation(check.build());
      mended['list of choices'].push(field.header);
    }
    const isAddress = field.machine && field.column.kind === 'person';
    const help = isAddress ? 'The address of the person named.' : (field.column.help ?? '');
    if (notes[at] === '' && help !== '') sheet.getRange(1, at + 1).setNote(help);
  }
  // On a tab that has just been made all of this is part of making it.
  if (isNew) return;
  for (const [what, which] of Object.entries(mended)) {
    if (which.length > 0) done.push(`${table.name}: put the ${what} right of ${which.join(', ')}.`);
  }
}

/** The last row whose first column has something; tick boxes count as content in every row that has one. */
export function lastRowOf(tab: Tab): number {
  const cells = firstColumn(tab).getValues();
  return cells.reduce((last, [cell], index) => (cell === '' ? last : index + 2), 1);
}

function firstColumn(tab: Tab): Range {
  const [field] = fields(tab.table);
  if (!field) throw new Error(`${tab.table.name} has no columns`);
  return cellsOf(tab, field);
}

// A column without its header.
function cellsOf({ sheet, headers, rows }: Tab, { header }: Field): Range {
  return sheet.getRange(2, headers.indexOf(header) + 1, rows - 1, 1);
}
