import type { PivotExtras } from '../engine/pivots.ts';
import type { Execution } from '../execution.ts';
import { Handle, type Methods } from '../expose.ts';
import { GoogleError, notEmulated } from '../google-error.ts';
import { rangeAt } from './areas.ts';
import type { EnumValue } from './enums.ts';
import { FilterCriteriaHandle } from './filter-criteria.ts';
import type { RangeHandle } from './handles.ts';

// developers.google.com/apps-script/reference/spreadsheet/pivot-table

type Pivot = Extract<ReturnType<Execution['book']['getters']['getPivotCoreDefinition']>, { type: 'SPREADSHEET' }> &
  PivotExtras;
type Side = 'rows' | 'columns';

/** A pivot table. */
export class PivotHandle extends Handle {
  constructor(
    run: Execution,
    readonly pivotId: string,
  ) {
    super(run);
  }
}
/** A grouping of a pivot table, by rows or by columns. */
export class PivotGroupHandle extends PivotHandle {
  constructor(
    run: Execution,
    pivotId: string,
    readonly side: Side,
    readonly field: string,
  ) {
    super(run, pivotId);
  }
}
/** What a pivot table counts or sums. */
export class PivotValueHandle extends PivotHandle {
  constructor(
    run: Execution,
    pivotId: string,
    readonly measure: string,
  ) {
    super(run, pivotId);
  }
}
export const rangePivots = {
  createPivotTable: (anchor, source: RangeHandle) => {
    const { run, sheetId, zone } = anchor;
    const pivotId = `pivot-${run.book.newId()}`;
    const pivot = {
      type: 'SPREADSHEET',
      name: `Pivot ${pivotId}`,
      rows: [],
      columns: [],
      measures: [],
      dataSet: { sheetId: source.sheetId, zone: withHeaders(source) },
      strideOpen: source.open !== null,
      style: styleOf({ columns: [], measures: [] }),
    };
    run.change(() => {
      run.book.command('ADD_PIVOT', { pivotId, pivot });
      const content = `=PIVOT(${run.book.getters.getPivotFormulaId(pivotId)})`;
      run.book.command('UPDATE_CELL', { sheetId, col: zone.left, row: zone.top, content });
    });
    return new PivotHandle(run, pivotId);
  },
} satisfies Methods<RangeHandle>;

export const pivotTable = {
  addRowGroup: (self, column: number) => addGroup(self, 'rows', column),
  addColumnGroup: (self, column: number) => addGroup(self, 'columns', column),
  addPivotValue: (self, column: number, summary: object) => {
    const aggregator = aggregators[String(summary)];
    if (!aggregator) throw notEmulated(`PivotTableSummarizeFunction.${String(summary)}`);
    const fieldName = fieldAt(self, column);
    const id = `${fieldName}:${aggregator}`;
    update(self, (pivot) => ({
      measures: [
        ...pivot.measures,
        { id, fieldName, aggregator, userDefinedName: `${String(summary)} of ${fieldName}` },
      ],
    }));
    return new PivotValueHandle(self.run, self.pivotId, id);
  },
  addFilter: (self, column: number, criteria: FilterCriteriaHandle) => {
    const field = fieldAt(self, column);
    const kept = criteria.visible === null ? { field } : { field, visible: [...criteria.visible] };
    update(self, (pivot) => ({ strideKeep: [...(pivot.strideKeep ?? []), kept] }));
  },
  getFilters: (self) =>
    (definition(self).strideKeep ?? []).map(({ visible }) => new FilterCriteriaHandle(self.run, visible ?? null)),
  getRowGroups: (self) => groups(self, 'rows'),
  getColumnGroups: (self) => groups(self, 'columns'),
  getPivotValues: (self) => definition(self).measures.map(({ id }) => new PivotValueHandle(self.run, self.pivotId, id)),
  getAnchorCell: (self) => {
    const { sheetId, col, row } = anchorOf(self);
    return rangeAt(self.run, sheetId, { left: col, top: row, right: col, bottom: row });
  },
  getSourceDataRange: (self) => {
    const { dataSet } = definition(self);
    if (!dataSet) throw new GoogleError('The source of the pivot table has been deleted.');
    return rangeAt(self.run, dataSet.sheetId, dataSet.zone);
  },
  remove: (self) => {
    const { run, pivotId } = self;
    const anchor = anchorOf(self);
    run.change(() => {
      run.book.command('UPDATE_CELL', { ...anchor, content: '' });
      run.book.command('REMOVE_PIVOT', { pivotId });
    });
  },
} satisfies Methods<PivotHandle>;

export const pivotGroup = {
  showTotals: (self, show: boolean) => {
    update(self, (pivot) => ({ style: { ...pivot.style, displayTotals: show } }));
    return self;
  },
  setDateTimeGroupingRule: (self, rule: EnumValue) => {
    const granularity = granularities[rule.word];
    if (!granularity) throw notEmulated(`DateTimeGroupingRuleType.${rule.word}`);
    update(self, (pivot) => ({
      [self.side]: pivot[self.side].map((group) =>
        group.fieldName === self.field ? { ...group, granularity } : group,
      ),
    }));
    return self;
  },
  sortAscending: (self) => sort(self, 'asc'),
  sortDescending: (self) => sort(self, 'desc'),
  // o-spreadsheet heads a group with its column's own header; a name of its own has nowhere to stand.
  setDisplayName: (self) => self,
  getSourceDataColumn: (self) => columnOf(self, self.field),
} satisfies Methods<PivotGroupHandle>;

export const pivotValue = {
  setDisplayName: (self, name: string) => {
    update(self, (pivot) => ({
      // Sheets writes the name of a single value into the corner, where o-spreadsheet writes the pivot's own.
      name,
      measures: pivot.measures.map((measure) =>
        measure.id === self.measure ? { ...measure, userDefinedName: name } : measure,
      ),
    }));
    return self;
  },
} satisfies Methods<PivotValueHandle>;

/** The pivot tables whose corner is on a tab. */
export function pivotsOf(run: Execution, sheetId: string): PivotHandle[] {
  return run.book.getters
    .getPivotIds()
    .map((pivotId) => new PivotHandle(run, pivotId))
    .filter((pivot) => find(pivot)?.sheetId === sheetId);
}

// o-spreadsheet's names for the ways of taking days together that both have.
const granularities: Readonly<Record<string, string>> = {
  YEAR: 'year',
  YEAR_MONTH: 'month',
  YEAR_MONTH_DAY: 'day',
};

const aggregators: Readonly<Record<string, string>> = {
  SUM: 'sum',
  COUNTA: 'count',
  COUNTUNIQUE: 'count_distinct',
  AVERAGE: 'avg',
  MAX: 'max',
  MIN: 'min',
};

function addGroup(self: PivotHandle, side: Side, column: number): PivotGroupHandle {
  const fieldName = fieldAt(self, column);
  update(self, (pivot) => {
    const dates = self.run.book.getters.getPivot(self.pivotId).getFields()[fieldName]?.type === 'datetime';
    // Sheets groups days one by one unless told otherwise; o-spreadsheet by month.
    return { [side]: [...pivot[side], { fieldName, order: 'asc', ...(dates && { granularity: 'day' }) }] };
  });
  return new PivotGroupHandle(self.run, self.pivotId, side, fieldName);
}

const groups = (self: PivotHandle, side: Side): PivotGroupHandle[] =>
  definition(self)[side].map(({ fieldName }) => new PivotGroupHandle(self.run, self.pivotId, side, fieldName));

function sort(self: PivotGroupHandle, order: 'asc' | 'desc'): PivotGroupHandle {
  update(self, (pivot) => ({
    [self.side]: pivot[self.side].map((group) => (group.fieldName === self.field ? { ...group, order } : group)),
  }));
  return self;
}

// A pivot table is made in many small calls, and o-spreadsheet works everything out anew after each.
function update(self: PivotHandle, change: (pivot: Pivot) => object): void {
  const { run, pivotId } = self;
  known(self);
  run.shape(() => {
    const pivot = known(self);
    const next: Pivot = { ...pivot, ...change(pivot) };
    const style = { ...next.style, ...styleOf(next) };
    run.book.command('UPDATE_PIVOT', { pivotId, pivot: { ...next, style } });
  });
}

/** Sheets shows the name of a single value only where there are no columns to head. */
const styleOf = ({ columns, measures }: { columns: readonly unknown[]; measures: readonly unknown[] }): object => ({
  displayColumnHeaders: columns.length > 0,
  displayMeasuresRow: columns.length === 0 || measures.length > 1,
});

/** What a pivot table is by now. */
function definition(self: PivotHandle): Pivot {
  self.run.flush();
  return known(self);
}

function known({ run, pivotId }: PivotHandle): Pivot {
  const pivot = run.book.getters.isExistingPivot(pivotId) ? run.book.getters.getPivotCoreDefinition(pivotId) : null;
  if (pivot?.type !== 'SPREADSHEET') throw new GoogleError('The pivot table has been deleted.');
  return pivot;
}

/** "The absolute number of the column in the spreadsheet; 1 = A." */
function fieldAt(self: PivotHandle, column: number): string {
  const { dataSet } = known(self);
  if (!dataSet) throw new GoogleError('The source of the pivot table has been deleted.');
  const header = self.run.readCells(
    () => self.run.book.cells.display(dataSet.sheetId, column - 1, dataSet.zone.top),
    1,
  );
  if (header === '' || column - 1 < dataSet.zone.left || column - 1 > dataSet.zone.right) {
    throw new GoogleError(`The column ${column} is not in the source of the pivot table, or it has no header.`);
  }
  return header;
}

function columnOf(self: PivotHandle, field: string): number {
  const { dataSet } = definition(self);
  if (!dataSet) return 0;
  const { sheetId, zone } = dataSet;
  for (let col = zone.left; col <= zone.right; col++) {
    if (self.run.book.cells.display(sheetId, col, zone.top) === field) return col + 1;
  }
  return 0;
}

/** o-spreadsheet refuses a source with a column that has no header: those at the right end are left out. */
function withHeaders({ run, sheetId, zone }: RangeHandle): RangeHandle['zone'] {
  let { right } = zone;
  run.flush();
  while (right > zone.left && run.book.cells.value(sheetId, right, zone.top) === '') right -= 1;
  return { ...zone, right };
}

type Anchor = { sheetId: string; col: number; row: number };

function anchorOf(self: PivotHandle): Anchor {
  const found = find(self);
  if (!found) throw new GoogleError('The pivot table has been deleted.');
  return found;
}

/** Where the formula stands that shows it: a person may have moved it. */
function find({ run, pivotId }: PivotHandle): Anchor | null {
  run.flush();
  const { getters } = run.book;
  for (const id of getters.getCellsWithTrackedFormula('PIVOT')) {
    const position = getters.getCellPosition(id);
    if (getters.getPivotIdFromPosition(position) === pivotId) return position;
  }
  return null;
}
