import { evidence } from '../../domain/evidence.ts';
import { sessions } from '../../domain/sessions.ts';
import { steps } from '../../domain/steps.ts';
import { asText } from '../cells.ts';
import type { Tab } from '../tabs.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type PivotTable = GoogleAppsScript.Spreadsheet.PivotTable;

export const pivotsName = 'Pivots';

/** A pivot table: what stands in its rows and columns, by header, and of which rows it counts those with something. */
export interface PivotPlan {
  readonly title: string;
  readonly table: { readonly name: string };
  readonly rows: string;
  readonly columns: string;
  readonly counted: string;
  readonly called: string;
  /** Whether its rows are days, to be taken month by month. */
  readonly byMonth?: boolean;
  /** The column of its corner; below it there is room without an end. */
  readonly column: number;
}

// What is counted stands near what it is counted by: a pivot table waits for all columns between.
/** The pivot tables, from left to right; each counts every row of its tab. */
export const pivots: readonly PivotPlan[] = [
  {
    title: 'Evidence: source by outcome',
    table: evidence,
    rows: evidence.columns.source.header,
    columns: evidence.columns.outcome.header,
    counted: evidence.columns.source.header,
    called: 'Evidence',
    column: 1,
  },
  {
    title: 'Steps: outcome by month',
    table: steps,
    rows: steps.columns.date.header,
    columns: steps.columns.outcome.header,
    counted: steps.columns.coachee.header,
    called: 'Steps',
    byMonth: true,
    column: 8,
  },
  {
    title: 'Sessions: coach by half-term',
    table: sessions,
    rows: sessions.columns.coach.header,
    columns: sessions.columns.halfTerm.header,
    counted: sessions.columns.coach.header,
    called: 'Sessions',
    column: 16,
  },
  {
    title: 'Sessions: team by theme',
    table: sessions,
    rows: sessions.columns.team.header,
    columns: sessions.columns.theme.header,
    counted: sessions.columns.coachee.header,
    called: 'Sessions',
    column: 34,
  },
];

const corner = 4;
const columnsNeeded = 60;

/** Lays the pivot tables that are not there; one that the director has made otherwise stays as it is. */
export function layPivots(to: Sheet, tabs: readonly Tab[], done: string[]): void {
  const there = to.getPivotTables().map((pivot) => pivot.getAnchorCell());
  const isTaken = ({ column }: PivotPlan): boolean =>
    there.some((cell) => cell.getRow() === corner && cell.getColumn() === column);
  const missing = pivots.filter((plan) => !isTaken(plan));
  if (missing.length === 0) return;
  const columns = to.getMaxColumns();
  if (columns < columnsNeeded) to.insertColumnsAfter(columns, columnsNeeded - columns);
  to.getRange(1, 1)
    .setValue(
      asText(
        'Pivot tables over all rows of their tabs. You may change them; “Set up or repair” brings back one that is gone.',
      ),
    )
    .setFontWeight('bold');
  for (const plan of missing) {
    const tab = tabs.find(({ table }) => table.name === plan.table.name);
    if (!tab) continue;
    to.setColumnWidth(plan.column, 190);
    to.getRange(corner - 1, plan.column)
      .setValue(asText(plan.title))
      .setFontWeight('bold');
    lay(to, tab, plan);
    done.push(`${pivotsName}: laid the pivot table “${plan.title}”.`);
  }
}

function lay(to: Sheet, { sheet, headers, rows }: Tab, plan: PivotPlan): PivotTable {
  // From column A on, where a column's number in the sheet is also its number in the source (the two kinds of API
  // count differently).
  const column = (header: string): number => headers.indexOf(header) + 1;
  const source = sheet.getRange(1, 1, rows, headers.length);
  const pivot = to.getRange(corner, plan.column).createPivotTable(source);
  const group = pivot.addRowGroup(column(plan.rows)).showTotals(true);
  if (plan.byMonth) group.setDateTimeGroupingRule(SpreadsheetApp.DateTimeGroupingRuleType.YEAR_MONTH);
  pivot.addColumnGroup(column(plan.columns)).showTotals(true);
  pivot
    .addPivotValue(column(plan.counted), SpreadsheetApp.PivotTableSummarizeFunction.COUNTA)
    .setDisplayName(plan.called);
  // The empty rows below the last one count nothing.
  pivot.addFilter(column(plan.counted), SpreadsheetApp.newFilterCriteria().whenCellNotEmpty().build());
  return pivot;
}
