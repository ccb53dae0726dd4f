/**
 * Makes the workbook, or mends it: every tab, header, format, list, note, name and formula that is declared and not
 * there. It can be run at any time on a sheet that people have rearranged; it repairs only what is broken, never
 * touches what they wrote, and says in one list what it did.
 */
import type { Table } from '../domain/columns.ts';
import { evidence, quotations } from '../domain/evidence.ts';
import { log } from '../domain/log.ts';
import { plans } from '../domain/plans.ts';
import { sessions } from '../domain/sessions.ts';
import { settingRows, settings, settingsTable } from '../domain/settings.ts';
import { staff, teams, termDates } from '../domain/staff.ts';
import { steps } from '../domain/steps.ts';
import { years } from '../domain/years.ts';
import { asText } from './cells.ts';
import { layCells, layFormulas, makeRoomFor } from './formula-tabs.ts';
import { layCharts } from './impact/charts.ts';
import { impact, impactName } from './impact/impact.ts';
import { coverageName, coverageTab } from './impact/people.ts';
import { layPivots, pivotsName } from './impact/pivots.ts';
import { lookupCells, lookupHeight, lookupName, mirrored } from './lookup.ts';
import { type Migration, migrate } from './migrations.ts';
import { findTab, lastRowOf, layColumns, layHeaders, layNames, namesOf, openTab, type Tab } from './tabs.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const tables: readonly Table[] = [
  sessions,
  steps,
  plans,
  evidence,
  quotations,
  staff,
  teams,
  termDates,
  settingsTable,
  years,
  log,
];

/**
 * Sets up or repairs a spreadsheet and answers what was done, a sentence each; nothing when all was in order.
 * `domain` is the first domain that may be invited, of whoever runs the first set-up.
 */
export function setUp(spreadsheet: Spreadsheet, domain: string, migrations?: readonly Migration[]): string[] {
  const done: string[] = migrate(spreadsheet, migrations);
  const names = namesOf(spreadsheet);
  const [only, ...others] = spreadsheet.getSheets();
  // The empty first sheet of a new spreadsheet.
  if (only && others.length === 0 && only.getLastRow() === 0) {
    only.setName(sessions.name);
    done.push(`Made the tab ${sessions.name}.`);
  }
  const opened = tables.map((table) => openTab(spreadsheet, table, names, done));
  const lookup = findTab(spreadsheet, lookupName, undefined, done);
  const ofImpact = findTab(spreadsheet, impactName, undefined, done, 1);
  const ofCoverage = findTab(spreadsheet, coverageName, undefined, done, 2);
  const ofPivots = findTab(spreadsheet, pivotsName, undefined, done, 3);
  const frozen = opened.map(({ sheet }) => sheet.getFrozenRows() > 0);
  const tabs = opened.map((tab) => layHeaders(tab, names, done));
  tabs.forEach(({ sheet }, index) => {
    if (!frozen[index]) sheet.setFrozenRows(1);
  });
  for (const tab of tabs) layNames(spreadsheet, tab, names, done);
  for (const tab of tabs) layColumns(tab, tabs, done);
  const of = (table: Table): Tab => tabOf(tabs, table);
  laySettings(of(settingsTable), spreadsheet.getSpreadsheetTimeZone(), domain, done);
  layFilter(of(sessions), done);
  const people = Math.max(80, lastRowOf(of(staff)) + 20);
  const longest = Math.max(...mirrored.map((table) => lastRowOf(of(table))));
  const formulaTabs = [
    { ...ofCoverage, tab: coverageTab(people) },
    { ...ofImpact, tab: impact() },
  ];
  makeRoomFor(spreadsheet, formulaTabs, done);
  layCharts(ofImpact.sheet, done);
  layPivots(ofPivots.sheet, tabs, done);
  layProtections([lookup, ofCoverage, ofImpact], tabs, done);
  // Formulas last: until they are there, nothing has to be worked out again after each step.
  for (const each of formulaTabs) layFormulas(each, done);
  layLookup(lookup.sheet, longest, done);
  SpreadsheetApp.flush();
  return done;
}

function tabOf(tabs: readonly Tab[], table: Table): Tab {
  const found = tabs.find((tab) => tab.table === table);
  if (!found) throw new Error(`set-up has not opened ${table.name}`);
  return found;
}

function laySettings(
  { sheet, headers, rows: all, isNew }: Tab,
  timeZone: string,
  domain: string,
  done: string[],
): void {
  const last = sheet.getLastRow();
  const names = sheet.getRange(1, headers.indexOf('Setting') + 1, last).getValues();
  const there = names.map(([name]) => String(name).trim().toLowerCase());
  const ours: Readonly<Record<string, string>> = {
    [settings.domains.name]: domain,
    [settings.timeZone.name]: timeZone,
  };
  const missing = settingRows.filter(({ name }) => !there.includes(name.toLowerCase()));
  if (missing.length === 0) return;
  const rows = missing.map(({ name, value, about }) => {
    const cells: Readonly<Record<string, string>> = {
      Setting: name,
      Value: ours[name] ?? value,
      'What it does': about,
    };
    return headers.map((header) => asText(cells[header] ?? ''));
  });
  if (last + rows.length > all) sheet.insertRowsAfter(all, last + rows.length - all);
  sheet.getRange(last + 1, 1, rows.length, headers.length).setValues(rows);
  const added = missing.map(({ name }) => name).join(', ');
  done.push(isNew ? 'Settings: filled in what a school usually starts with.' : `Settings: added ${added}.`);
}

function layFilter({ sheet, rows, headers, isNew }: Tab, done: string[]): void {
  if (sheet.getFilter()) return;
  sheet.getRange(1, 1, rows, headers.length).createFilter();
  if (!isNew) done.push('Sessions: the filter is back.');
}

function layLookup(sheet: Sheet, longest: number, done: string[]): void {
  const height = lookupHeight(longest);
  const rows = sheet.getMaxRows();
  if (rows < height) sheet.insertRowsAfter(rows, height - rows);
  // Every cell of this tab is read each time.
  if (rows > 2 * height) sheet.deleteRows(height + 1, rows - height);
  if (!sheet.isSheetHidden()) sheet.hideSheet();
  layCells(sheet, lookupName, lookupCells(), done);
}

const warned = 'STRIDE Coaching keeps this up. You can change it, but the add-on may then need “Set up or repair”.';

// Warnings only: a lock would also stop the coaches, with whose rights the add-on writes.
function layProtections(
  formulaTabs: readonly ({ sheet: Sheet; isNew: boolean } | undefined)[],
  tabs: readonly Tab[],
  done: string[],
): void {
  const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
  const whole = [...formulaTabs, ...tabs.filter(({ table }) => table === log)];
  const headed = tabs.filter(({ table }) => table !== log);
  const bare = whole.filter((tab) => tab && tab.sheet.getProtections(SHEET).length === 0);
  const open = headed.filter(
    ({ sheet }) => !sheet.getProtections(RANGE).some((each) => each.getRange().getRow() === 1),
  );
  for (const tab of bare) tab?.sheet.protect().setDescription(warned).setWarningOnly(true);
  for (const { table, sheet, headers, isNew } of open) {
    sheet.getRange(1, 1, 1, headers.length).protect().setDescription(warned).setWarningOnly(true);
    if (!isNew) done.push(`${table.name}: the headers warn again before they are changed.`);
  }
}
