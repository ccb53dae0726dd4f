import { sessions } from '../domain/sessions.ts';
import { asText } from './cells.ts';
import { impactPlaces } from './impact.ts';
import type { Tab } from './tabs.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const chartTitle = 'Sessions in each half-term of this school year';
const pivotTitle = 'Sessions of each coach by half-term';

/** Draws the sessions of each half-term, unless the tab has a chart already. */
export function layChart(sheet: Sheet, done: string[]): void {
  if (sheet.getCharts().length > 0) return;
  const { row, column } = impactPlaces.chart;
  const chart = sheet
    .newChart()
    .asColumnChart()
    .setTitle(chartTitle)
    .setColors(['#1a73e8'])
    .addRange(sheet.getRange(impactPlaces.chartData))
    .setNumHeaders(1)
    .setPosition(row, column, 0, 0)
    .setOption('width', 640)
    .setOption('height', 380)
    .build();
  sheet.insertChart(chart);
  done.push('Impact: drew the chart of sessions by half-term.');
}

/** Lays the pivot table of coach by half-term, unless the tab has one already that sees all of Sessions. */
export function layPivot({ sheet: from, headers, rows }: Tab, to: Sheet, done: string[]): void {
  if (to.getPivotTables().length > 0) return;
  // From column A on, where a column's number in the sheet is also its number in the source (the two kinds of API
  // count differently).
  const column = (header: string): number => headers.indexOf(header) + 1;
  const { coach, halfTerm, id } = sessions.columns;
  const heading = impactPlaces.pivotHeading;
  to.getRange(heading.row, heading.column).setValue(asText(pivotTitle)).setFontWeight('bold');
  const source = from.getRange(1, 1, rows, headers.length);
  const pivot = to.getRange(impactPlaces.pivot.row, impactPlaces.pivot.column).createPivotTable(source);
  pivot.addRowGroup(column(coach.header)).showTotals(true);
  pivot.addColumnGroup(column(halfTerm.header)).showTotals(true);
  pivot.addPivotValue(column(id.header), SpreadsheetApp.PivotTableSummarizeFunction.COUNTA).setDisplayName('Sessions');
  // The empty rows below the last session are no coach.
  pivot.addFilter(column(coach.header), SpreadsheetApp.newFilterCriteria().whenCellNotEmpty().build());
  done.push('Impact: laid the pivot table of coach by half-term.');
}
