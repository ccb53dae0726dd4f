import type { Methods } from '../expose.ts';
import { GoogleError, notEmulated, wrongArguments } from '../google-error.ts';
import { eachValue, rangeAt, rangeOf, whole } from './areas.ts';
import type { ChartBuilderHandle, ChartHandle } from './charts.ts';
import { chartBuilder, chartsOf, insertChart, removeChart } from './charts.ts';
import type { ConditionalRuleHandle } from './conditional-formats.ts';
import { conditionalRules, setConditionalRules } from './conditional-formats.ts';
import { FilterCriteriaHandle } from './filter-criteria.ts';
import { FilterHandle, RangeHandle, type SheetHandle, SpreadsheetHandle } from './handles.ts';
import { pivotsOf } from './pivots.ts';
import { protect, protectionsOf, refuseProtected } from './protections.ts';
import { check, clearContent } from './range-values.ts';

// developers.google.com/apps-script/reference/spreadsheet/sheet

/** One tab: what it is called, how far it reaches and what stands on it. */
export const sheet = {
  getName: ({ run, sheetId }) => run.read(() => run.book.getters.getSheetName(sheetId)),
  setName: (self, name: string) => {
    const { run, sheetId } = self;
    const oldName = run.book.getters.getSheetName(sheetId);
    const taken = run.book.getters.getSheetIdByName(name);
    if (taken && taken !== sheetId)
      throw new GoogleError(`A sheet with the name "${name}" already exists. Please enter another name.`);
    run.change(() => run.book.command('RENAME_SHEET', { sheetId, oldName, newName: name }));
    return self;
  },
  getSheetId: ({ run, sheetId }) => run.book.gid(sheetId),
  getIndex: ({ run, sheetId }) => run.book.getters.getSheetIds().indexOf(sheetId) + 1,
  getParent: ({ run }) => new SpreadsheetHandle(run),
  getRange: (self, ...given: unknown[]) => getRange(self, given),
  getDataRange: (self) => {
    const { run, sheetId } = self;
    const [rows, cols] = run.read(() => [run.book.cells.lastRow(sheetId), run.book.cells.lastColumn(sheetId)]);
    return rangeAt(run, sheetId, {
      left: 0,
      top: 0,
      right: Math.max(1, cols ?? 1) - 1,
      bottom: Math.max(1, rows ?? 1) - 1,
    });
  },
  getLastRow: ({ run, sheetId }) => run.read(() => run.book.cells.lastRow(sheetId)),
  getLastColumn: ({ run, sheetId }) => run.read(() => run.book.cells.lastColumn(sheetId)),
  getMaxRows: ({ run, sheetId }) => run.read(() => run.book.getters.getNumberRows(sheetId)),
  getMaxColumns: ({ run, sheetId }) => run.read(() => run.book.getters.getNumberCols(sheetId)),
  appendRow: (self, values: unknown) => {
    if (!Array.isArray(values)) throw wrongArguments('Sheet.appendRow', values);
    appendRow(self, values);
    return self;
  },
  clear: (self) => clear(self, true, true),
  clearContents: (self) => clear(self, true, false),
  clearFormats: (self) => clear(self, false, true),
  activate: (self) => {
    self.run.activeSheet = self.sheetId;
    return self;
  },
  getFilter: ({ run, sheetId }) =>
    run.read(() => (run.book.getters.getCoreTables(sheetId).length > 0 ? new FilterHandle(run, sheetId) : null)),
  protect: (self) => protect(self),
  getProtections: ({ run, sheetId }, type: unknown) => protectionsOf(run, type, sheetId),
  getPivotTables: ({ run, sheetId }) => run.read(() => pivotsOf(run, sheetId)),
  newChart: ({ run, sheetId }) => chartBuilder(run, sheetId),
  getCharts: ({ run, sheetId }) => run.read(() => chartsOf(run, sheetId)),
  insertChart: (self, chart: ChartHandle | ChartBuilderHandle) => insertChart(self, chart),
  removeChart: (self, chart: ChartHandle) => removeChart(self, chart),
  getConditionalFormatRules: (self) => self.run.read(() => conditionalRules(self)),
  setConditionalFormatRules: (self, rules: ConditionalRuleHandle[]) => setConditionalRules(self, rules),
} satisfies Methods<SheetHandle>;

/** getRange(A1), (row, column), (row, column, rows), (row, column, rows, columns). */
function getRange({ run, sheetId }: SheetHandle, given: readonly unknown[]): RangeHandle {
  if (given.length === 1 && typeof given[0] === 'string') return rangeOf(run, given[0], sheetId);
  if (given.length < 2 || given.length > 4) throw wrongArguments('Sheet.getRange', ...given);
  const [row = 1, column = 1, rows = 1, columns = 1] = given.map((value) => whole(value, 'Sheet.getRange'));
  // Google's words for a zero: "The starting row of the range is too small."
  if (row < 1) throw new GoogleError('The starting row of the range is too small.');
  if (column < 1) throw new GoogleError('The starting column of the range is too small.');
  return rangeAt(run, sheetId, { left: column - 1, top: row - 1, right: column + columns - 2, bottom: row + rows - 2 });
}

/**
 * "Appends a row to the bottom of the current data region in the sheet": below the last row that has anything in any
 * column, after what was written before has been sent; the sheet grows when it is full. One act: all of it or nothing.
 */
function appendRow({ run, sheetId }: SheetHandle, values: readonly unknown[]): void {
  const { book } = run;
  run.flush();
  if (values.length === 0) return;
  const row = book.cells.lastRow(sheetId);
  const range = new RangeHandle(run, sheetId, { left: 0, top: row, right: values.length - 1, bottom: row });
  check(range, [values]);
  run.door.count(values.length);
  const { numberOfRows, numberOfCols } = book.getters.getSheetSize(sheetId);
  const sheetName = book.getters.getSheetName(sheetId);
  const grow = (dimension: 'ROW' | 'COL', size: number, wanted: number): void => {
    if (wanted <= size) return;
    const command = { sheetId, sheetName, dimension, base: size - 1, quantity: wanted - size, position: 'after' };
    book.command('ADD_COLUMNS_ROWS', command);
  };
  run.change(() => {
    grow('ROW', numberOfRows, row + 1);
    grow('COL', numberOfCols, values.length);
    eachValue(range, [values], (value, col) => book.enter(sheetId, col, row, value));
  });
}

/** "sheet.clear() does not clear notes": seen on the live platform. */
function clear(self: SheetHandle, contents: boolean, formats: boolean): SheetHandle {
  const { run, sheetId } = self;
  const { numberOfRows, numberOfCols } = run.book.getters.getSheetSize(sheetId);
  const all = new RangeHandle(run, sheetId, { left: 0, top: 0, right: numberOfCols - 1, bottom: numberOfRows - 1 });
  refuseProtected(all);
  run.write(numberOfRows * numberOfCols, () => {
    if (contents) clearContent(all);
    if (formats) run.book.command('CLEAR_FORMATTING', { sheetId, target: [{ ...all.zone }] });
  });
  return self;
}

/** The filter of a tab: developers.google.com/apps-script/reference/spreadsheet/filter */
export const filter = {
  getRange: ({ run, sheetId }) =>
    run.read(() => {
      const table = run.book.getters.getCoreTables(sheetId)[0];
      if (!table) throw new GoogleError('The filter has been removed.');
      return rangeAt(run, sheetId, table.range.zone);
    }),
  remove: ({ run, sheetId }) => {
    const target = run.book.getters.getCoreTables(sheetId).map((table) => ({ ...table.range.zone }));
    if (target.length > 0) run.change(() => run.book.command('REMOVE_TABLE', { sheetId, target }));
  },
  getColumnFilterCriteria: (self, column: unknown) => {
    const { run, sheetId } = self;
    const { left } = headerCell(self, column);
    return run.read(() => {
      const set = run.book.getters.getStrideFilters(sheetId).find(({ area }) => area.zone.left === left);
      return set ? new FilterCriteriaHandle(run, null, set.hidden) : null;
    });
  },
  // "columnPosition: the 1-indexed position of the column", counted in the sheet and not in the range of the filter.
  setColumnFilterCriteria: (self, column: unknown, criteria: unknown) => {
    if (criteria !== null && !(criteria instanceof FilterCriteriaHandle))
      throw wrongArguments('Filter.setColumnFilterCriteria', column, criteria);
    if (criteria && !criteria.hidden) throw notEmulated('a filter of a tab by anything but the values it hides');
    return hideValues(self, column, criteria?.hidden ?? []);
  },
  removeColumnFilterCriteria: (self, column: unknown) => hideValues(self, column, []),
  sort: () => {
    throw notEmulated('Filter.sort');
  },
} satisfies Methods<FilterHandle>;

/** The header of a column of the filter. */
function headerCell({ run, sheetId }: FilterHandle, column: unknown): { left: number; top: number } {
  const zone = run.book.getters.getCoreTables(sheetId)[0]?.range.zone;
  if (!zone) throw new GoogleError('The filter has been removed.');
  const left = whole(column, 'Filter.setColumnFilterCriteria') - 1;
  if (left < zone.left || left > zone.right) throw new GoogleError('The column is not in the range of the filter.');
  return { left, top: zone.top };
}

function hideValues(self: FilterHandle, column: unknown, hidden: readonly string[]): FilterHandle {
  const { run, sheetId } = self;
  const { left, top } = run.read(() => headerCell(self, column));
  run.change(() => run.book.command('STRIDE_SET_FILTER', { sheetId, col: left, row: top, hidden: [...hidden] }));
  return self;
}

/** Filters and protections of a range. */
export const rangeGuards = {
  createFilter: (range) => {
    const { run, sheetId, zone } = range;
    if (run.book.getters.getCoreTables(sheetId).length > 0) {
      throw new GoogleError("You can't create a filter in a sheet that already has a filter.");
    }
    const config = {
      hasFilters: true,
      totalRow: false,
      firstColumn: false,
      lastColumn: false,
      numberOfHeaders: 1,
      bandedRows: false,
      bandedColumns: false,
      styleId: 'None',
    };
    const ranges = [{ _sheetId: sheetId, _zone: { ...zone } }];
    run.change(() => run.book.command('CREATE_TABLE', { sheetId, ranges, config, tableType: 'static' }));
    return new FilterHandle(run, sheetId);
  },
  protect: (range) => protect(range),
} satisfies Methods<RangeHandle>;
