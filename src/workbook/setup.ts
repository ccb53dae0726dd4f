/**
 * Makes the workbook, or mends it: every tab, header, format, list, note, name and formula that is declared and not
 * there. It can be run at any time on a sheet that people have rearranged; it repairs only what is broken, never
 * touches what they wrote, and says in one list what it did. A renamed header or tab is known by the named ranges,
 * which move with the cells.
 */
import { type Field, fields, rangeName, type Table } from '../domain/columns.ts';
import { log } from '../domain/log.ts';
import { sessions } from '../domain/sessions.ts';
import { settingRows, settingsTable } from '../domain/settings.ts';
import { staff, teams, termDates } from '../domain/staff.ts';
import { asText } from './cells.ts';
import { coverage, type FormulaTab, impact } from './impact.ts';
import { layChart, layPivot } from './impact-pictures.ts';
import { lookupCells, lookupName } from './lookup.ts';
import { type Migration, migrate } from './migrations.ts';
import { validationOf } from './validation.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const tables: readonly Table[] = [sessions, staff, teams, termDates, settingsTable, log];

const colours = { head: '#e8f0fe', headText: '#174ea6', machine: '#80868b' };

/**
 * Sets up or repairs a spreadsheet and answers what was done, a sentence each; nothing when all was in order.
 * `domain` is the first domain that may be invited, of whoever runs the first set-up.
 */
export function setUp(spreadsheet: Spreadsheet, domain: string, migrations?: readonly Migration[]): string[] {
  const done: string[] = migrate(spreadsheet, migrations);
  const ranges = new Map(spreadsheet.getNamedRanges().map((named) => [named.getName(), named.getRange()]));
  for (const table of tables) {
    const { sheet, isNew } = findTab(
      spreadsheet,
      table.name,
      ranges.get(rangeName(table, fields(table)[0]?.header ?? '')),
      done,
    );
    layHeaders(table, sheet, isNew, ranges, done);
    if (isNew && table === settingsTable) done.push('Settings: filled in what a school usually starts with.');
  }
  for (const table of tables) layColumns(spreadsheet, table, ranges, done);
  laySettings(spreadsheet, domain, done);
  layFilter(spreadsheet, done);
  layLookup(spreadsheet, done);
  const people = Math.max(80, requireTab(spreadsheet, staff.name).getLastRow() + 20);
  // Impact looks at Coverage's state, so Coverage is named first; its formulas look at Impact, which must be there.
  findTab(spreadsheet, impact.name, undefined, done, 1);
  layFormulas(spreadsheet, coverage(people), 2, done);
  layFormulas(spreadsheet, impact, 1, done);
  layChart(requireTab(spreadsheet, impact.name), done);
  layPivot(requireTab(spreadsheet, sessions.name), requireTab(spreadsheet, impact.name), done);
  layProtections(spreadsheet, done);
  SpreadsheetApp.flush();
  return done;
}

function requireTab(spreadsheet: Spreadsheet, name: string): Sheet {
  const sheet = spreadsheet.getSheetByName(name);
  if (!sheet) throw new Error(`set-up has not made ${name}`);
  return sheet;
}

// By its name; or by where its first column's name points, when somebody has renamed it; or new.
function findTab(
  spreadsheet: Spreadsheet,
  name: string,
  anchor: GoogleAppsScript.Spreadsheet.Range | undefined,
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
  const sheets = spreadsheet.getSheets();
  const blank = sheets.length === 1 && sheets[0]?.getLastRow() === 0 ? sheets[0] : undefined;
  done.push(`Made the tab ${name}.`);
  return { sheet: blank ? blank.setName(name) : spreadsheet.insertSheet(name, position ?? sheets.length), isNew: true };
}

function headersOf(sheet: Sheet): string[] {
  return (sheet.getRange(1, 1, 1, Math.max(1, sheet.getLastColumn())).getValues()[0] ?? []).map(String);
}

function layHeaders(
  table: Table,
  sheet: Sheet,
  isNew: boolean,
  ranges: ReadonlyMap<string, GoogleAppsScript.Spreadsheet.Range>,
  done: string[],
): void {
  const headers = headersOf(sheet);
  const declared = fields(table);
  const fresh = isNew || headers.every((header) => header === '');
  for (const field of declared.filter(({ header }) => !headers.includes(header))) {
    const anchor = ranges.get(rangeName(table, field.header));
    const column = anchor?.getSheet().getSheetId() === sheet.getSheetId() ? anchor.getColumn() : 0;
    const called = headers[column - 1];
    if (called !== undefined && !declared.some(({ header }) => header === called)) {
      headers[column - 1] = field.header;
      sheet.getRange(1, column).setValue(asText(field.header));
      done.push(`${table.name}: the header “${called}” says “${field.header}” again.`);
      continue;
    }
    const end = headers.length === 1 && headers[0] === '' ? 1 : headers.length + 1;
    headers[end - 1] = field.header;
    addColumn(sheet, field, end);
    if (!fresh) done.push(`${table.name}: added the missing column “${field.header}” at the end.`);
  }
  if (sheet.getFrozenRows() < 1) sheet.setFrozenRows(1);
}

function addColumn(sheet: Sheet, field: Field, column: number): void {
  if (column > sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), column - sheet.getMaxColumns());
  const { column: declared, machine } = field;
  const wide = declared.kind === 'longText' ? 240 : 110;
  sheet.setColumnWidth(column, declared.width ?? wide);
  sheet
    .getRange(1, column)
    .setValue(asText(field.header))
    .setFontWeight('bold')
    .setFontColor(machine ? colours.machine : colours.headText)
    .setBackground(colours.head)
    .setVerticalAlignment('middle')
    .setWrap(true);
  const cells = sheet.getRange(2, column, sheet.getMaxRows() - 1, 1).setVerticalAlignment('top');
  if (machine) cells.setFontColor(colours.machine).setFontSize(8);
  // Long words stay on one line's height until somebody opens the cell, so that a row is a row to the eye.
  cells.setWrap(false);
}

const formats: Partial<Record<Field['column']['kind'], string>> = {
  day: 'dd/mm/yyyy',
  moment: 'dd/mm/yyyy hh:mm',
  number: '0',
  flag: 'General',
};

// Formats, lists, notes and names of every column, by what is there now.
function layColumns(
  spreadsheet: Spreadsheet,
  table: Table,
  ranges: ReadonlyMap<string, GoogleAppsScript.Spreadsheet.Range>,
  done: string[],
): void {
  const sheet = requireTab(spreadsheet, table.name);
  const headers = headersOf(sheet);
  const rows = sheet.getMaxRows();
  const whole = sheet.getRange(1, 1, rows, headers.length);
  const shown = whole.getNumberFormats();
  const checks = whole.getDataValidations();
  const notes = sheet.getRange(1, 1, 1, headers.length).getNotes()[0] ?? [];
  const mended = { formats: [] as string[], lists: [] as string[], names: [] as string[] };
  for (const field of fields(table)) {
    const at = headers.indexOf(field.header);
    const cells = sheet.getRange(2, at + 1, rows - 1, 1);
    const format = formats[field.column.kind] ?? '@';
    if (field.column.kind !== 'flag' && shown.slice(1).some((row) => row[at] !== format)) {
      cells.setNumberFormat(format);
      mended.formats.push(field.header);
    }
    const check = validationOf(field, spreadsheet);
    if (check && checks.slice(1).some((row) => !check.matches(row[at] ?? null))) {
      cells.setDataValidation(check.build());
      mended.lists.push(field.header);
    }
    const note =
      field.isName || field.column.kind !== 'person'
        ? (field.column.help ?? '')
        : 'The address; the name stands in its own column.';
    if (notes[at] === '' && note !== '') sheet.getRange(1, at + 1).setNote(note);
    const name = rangeName(table, field.header);
    const named = ranges.get(name);
    const right =
      named?.getSheet().getSheetId() === sheet.getSheetId() &&
      named.getColumn() === at + 1 &&
      named.getRow() === 2 &&
      named.getNumRows() === rows - 1 &&
      named.getNumColumns() === 1;
    if (!right) {
      spreadsheet.setNamedRange(name, cells);
      if (named) mended.names.push(field.header);
    }
  }
  // On a tab that has just been made all of this is part of making it.
  if (done.includes(`Made the tab ${table.name}.`)) return;
  if (mended.formats.length > 0) done.push(`${table.name}: put the format right of ${mended.formats.join(', ')}.`);
  if (mended.lists.length > 0) done.push(`${table.name}: put the list of choices right of ${mended.lists.join(', ')}.`);
  if (mended.names.length > 0) done.push(`${table.name}: formulas find ${mended.names.join(', ')} again.`);
}

function laySettings(spreadsheet: Spreadsheet, domain: string, done: string[]): void {
  const sheet = requireTab(spreadsheet, settingsTable.name);
  const headers = headersOf(sheet);
  const column = headers.indexOf('Setting') + 1;
  const last = sheet.getLastRow();
  const names = sheet
    .getRange(1, column, last)
    .getValues()
    .map(([name]) => String(name).trim().toLowerCase());
  const first: Readonly<Record<string, string>> = {
    'Domains that may be invited': domain,
    'Time zone': spreadsheet.getSpreadsheetTimeZone(),
  };
  const missing = settingRows.filter(({ name }) => !names.includes(name.toLowerCase()));
  if (missing.length === 0) return;
  const rows = missing.map(({ name, value, about }) =>
    headers.map((header) =>
      asText({ Setting: name, Value: first[name] ?? value, 'What it does': about }[header] ?? ''),
    ),
  );
  sheet.getRange(last + 1, 1, rows.length, headers.length).setValues(rows);
  if (last > 1) done.push(`Settings: added ${missing.map(({ name }) => name).join(', ')}.`);
}

function layFilter(spreadsheet: Spreadsheet, done: string[]): void {
  const sheet = requireTab(spreadsheet, sessions.name);
  if (sheet.getFilter()) return;
  sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getLastColumn()).createFilter();
  if (!done.includes('Made the tab Sessions.')) done.push('Sessions: the filter is back.');
}

function layLookup(spreadsheet: Spreadsheet, done: string[]): void {
  const { sheet } = findTab(spreadsheet, lookupName, undefined, done);
  layCells(sheet, lookupCells(), done);
  if (!sheet.isSheetHidden()) sheet.hideSheet();
}

function layFormulas(spreadsheet: Spreadsheet, tab: FormulaTab, position: number, done: string[]): void {
  findTab(spreadsheet, tab.name, undefined, done, position);
  const sheet = requireTab(spreadsheet, tab.name);
  const isBare = sheet.getLastRow() === 0;
  layCells(sheet, tab.cells, done);
  for (const [name, where] of Object.entries(tab.names)) {
    const range = sheet.getRange(where);
    const named = spreadsheet.getRangeByName(name);
    const right =
      named?.getSheet().getSheetId() === sheet.getSheetId() && named.getA1Notation() === range.getA1Notation();
    if (!right) spreadsheet.setNamedRange(name, range);
  }
  if (!isBare) return;
  tab.widths.forEach((width, index) => {
    sheet.setColumnWidth(index + 1, width);
  });
  for (const [where, format] of Object.entries(tab.formats)) sheet.getRange(where).setNumberFormat(format);
  for (const where of tab.headings) {
    sheet.getRange(where).setFontWeight('bold').setFontColor(colours.headText).setBackground(colours.head);
  }
  if (tab === impact) {
    sheet.getRange('A1').setFontSize(16).setFontWeight('bold');
    sheet.getRange('A2:C2').setFontColor(colours.machine);
    sheet.setHiddenGridlines(true);
  } else {
    sheet.setFrozenRows(1);
  }
}

// Writes only the cells that differ, so that a second set-up writes nothing.
function layCells(sheet: Sheet, cells: readonly (readonly string[])[], done: string[]): void {
  const width = Math.max(...cells.map((row) => row.length));
  if (width > sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), width - sheet.getMaxColumns());
  if (cells.length > sheet.getMaxRows()) sheet.insertRowsAfter(sheet.getMaxRows(), cells.length - sheet.getMaxRows());
  const range = sheet.getRange(1, 1, cells.length, width);
  const formulas = range.getFormulas();
  const values = range.getValues();
  const isBare =
    formulas.every((row) => row.every((cell) => cell === '')) &&
    values.every((row) => row.every((cell) => cell === ''));
  let count = 0;
  cells.forEach((row, r) => {
    row.forEach((cell, c) => {
      const there = cell.startsWith('=') ? (formulas[r]?.[c] ?? '') : String(values[r]?.[c] ?? '');
      // A cell without text of its own may be filled by the formula beside it.
      if (cell === '' || spaceless(there) === spaceless(cell)) return;
      sheet.getRange(r + 1, c + 1).setValue(cell.startsWith('=') ? cell : asText(cell));
      count++;
    });
  });
  if (count > 0 && !isBare) done.push(`${sheet.getName()}: put ${count} of its cells right.`);
}

// The engine behind a sheet may write a formula with other spaces than it was given.
const spaceless = (formula: string): string => formula.replace(/\s/g, '').toUpperCase();

const warned = 'STRIDE Coaching keeps this up. You can change it, but the add-on may then need “Set up or repair”.';

// Warnings only: a lock would also stop the coaches, with whose rights the add-on writes.
function layProtections(spreadsheet: Spreadsheet, done: string[]): void {
  const there = spreadsheet.getProtections(SpreadsheetApp.ProtectionType.SHEET);
  const names = [log.name, lookupName, impact.name, 'Coverage'];
  for (const name of names) {
    const sheet = requireTab(spreadsheet, name);
    const guarded = there.some((each) => each.getRange().getSheet().getSheetId() === sheet.getSheetId());
    if (!guarded) sheet.protect().setDescription(warned).setWarningOnly(true);
  }
  for (const table of tables.filter(({ name }) => name !== log.name)) {
    const sheet = requireTab(spreadsheet, table.name);
    const guarded = sheet
      .getProtections(SpreadsheetApp.ProtectionType.RANGE)
      .some((each) => each.getRange().getRow() === 1);
    if (guarded) continue;
    sheet.getRange(1, 1, 1, sheet.getLastColumn()).protect().setDescription(warned).setWarningOnly(true);
    if (!done.includes(`Made the tab ${table.name}.`))
      done.push(`${table.name}: the headers warn again before they are changed.`);
  }
}
