import type { Methods } from '../expose.ts';
import { GoogleError } from '../google-error.ts';
import { whole } from './areas.ts';
import type { RangeHandle, SheetHandle } from './handles.ts';
import { refuseProtected } from './protections.ts';

type Dimension = 'ROW' | 'COL';

/** Rows and columns of a tab: how many, how wide, frozen or hidden. */
export const sheetShape = {
  insertRowsAfter: (self, after: unknown, many: unknown) => add(self, 'ROW', after, many, 'after'),
  insertRowsBefore: (self, before: unknown, many: unknown) => add(self, 'ROW', before, many, 'before'),
  insertRowAfter: (self, after: unknown) => add(self, 'ROW', after, 1, 'after'),
  insertRowBefore: (self, before: unknown) => add(self, 'ROW', before, 1, 'before'),
  insertColumnsAfter: (self, after: unknown, many: unknown) => add(self, 'COL', after, many, 'after'),
  insertColumnsBefore: (self, before: unknown, many: unknown) => add(self, 'COL', before, many, 'before'),
  insertColumnAfter: (self, after: unknown) => add(self, 'COL', after, 1, 'after'),
  insertColumnBefore: (self, before: unknown) => add(self, 'COL', before, 1, 'before'),
  deleteRow: (self, row: unknown) => take(self, 'ROW', row, 1),
  deleteRows: (self, row: unknown, many: unknown) => take(self, 'ROW', row, many),
  deleteColumn: (self, column: unknown) => take(self, 'COL', column, 1),
  deleteColumns: (self, column: unknown, many: unknown) => take(self, 'COL', column, many),
  setFrozenRows: (self, rows: unknown) => freeze(self, 'ROWS', rows),
  setFrozenColumns: (self, columns: unknown) => freeze(self, 'COLUMNS', columns),
  getFrozenRows: ({ run, sheetId }) => run.read(() => run.book.getters.getPaneDivisions(sheetId).ySplit),
  getFrozenColumns: ({ run, sheetId }) => run.read(() => run.book.getters.getPaneDivisions(sheetId).xSplit),
  setColumnWidth: (self, column: unknown, width: unknown) => resize(self, 'COL', column, 1, width),
  setColumnWidths: (self, column: unknown, many: unknown, width: unknown) => resize(self, 'COL', column, many, width),
  getColumnWidth: ({ run, sheetId }, column: unknown) =>
    run.read(() => run.book.getters.getHeaderSize(sheetId, 'COL', whole(column, 'Sheet.getColumnWidth') - 1)),
  setRowHeight: (self, row: unknown, height: unknown) => resize(self, 'ROW', row, 1, height),
  setRowHeights: (self, row: unknown, many: unknown, height: unknown) => resize(self, 'ROW', row, many, height),
  getRowHeight: ({ run, sheetId }, row: unknown) =>
    run.read(() => run.book.getters.getHeaderSize(sheetId, 'ROW', whole(row, 'Sheet.getRowHeight') - 1)),
  hideSheet: (self) => {
    if (self.run.book.getters.getVisibleSheetIds().length === 1) {
      throw new GoogleError("You can't hide all the sheets in a document.");
    }
    return tell(self, 'HIDE_SHEET', {});
  },
  showSheet: (self) => tell(self, 'SHOW_SHEET', {}),
  isSheetHidden: ({ run, sheetId }) => run.read(() => !run.book.getters.isSheetVisible(sheetId)),
  setTabColor: (self, color: string | null) => tell(self, 'COLOR_SHEET', color === null ? {} : { color }),
  getTabColor: ({ run, sheetId }) => run.read(() => run.book.getters.getSheet(sheetId).color ?? null),
  hideColumns: (self, column: unknown, many: unknown = 1) => cover(self, 'HIDE_COLUMNS_ROWS', 'COL', column, many),
  showColumns: (self, column: unknown, many: unknown = 1) => cover(self, 'UNHIDE_COLUMNS_ROWS', 'COL', column, many),
  isColumnHiddenByUser: ({ run, sheetId }, column: unknown) =>
    run.read(() => run.book.getters.isHeaderHidden(sheetId, 'COL', whole(column, 'Sheet.isColumnHiddenByUser') - 1)),
  isRowHiddenByFilter: ({ run, sheetId }, row: unknown) =>
    run.read(() => run.book.getters.isRowFiltered(sheetId, whole(row, 'Sheet.isRowHiddenByFilter') - 1)),
  setHiddenGridlines: (self, hidden: boolean) =>
    tell(self, 'SET_GRID_LINES_VISIBILITY', { areGridLinesVisible: !hidden }),
  hasHiddenGridlines: ({ run, sheetId }) => run.read(() => !run.book.getters.getGridLinesVisibility(sheetId)),
} satisfies Methods<SheetHandle>;

/** "merge" of a range; the words of the other cells are gone, as in Sheets. */
export const rangeMerges = {
  merge: (range) => {
    const { run, sheetId, zone } = range;
    run.change(() => run.book.command('ADD_MERGE', { sheetId, target: [{ ...zone }], force: true }));
    return range;
  },
} satisfies Methods<RangeHandle>;

function add(
  self: SheetHandle,
  dimension: Dimension,
  at: unknown,
  many: unknown,
  position: 'before' | 'after',
): SheetHandle {
  const { run, sheetId } = self;
  const [base, quantity] = [whole(at, 'Sheet.insertRows') - 1, whole(many, 'Sheet.insertRows')];
  if (base < 0 || base >= run.book.getters.getNumberHeaders(sheetId, dimension)) {
    throw new GoogleError(`Those ${dimension === 'ROW' ? 'rows' : 'columns'} are out of bounds.`);
  }
  const sheetName = run.book.getters.getSheetName(sheetId);
  run.change(() => run.book.command('ADD_COLUMNS_ROWS', { sheetId, sheetName, dimension, base, quantity, position }));
  return self;
}

function take(self: SheetHandle, dimension: Dimension, at: unknown, many: unknown): SheetHandle {
  const { run, sheetId } = self;
  refuseProtected(self);
  const sheetName = run.book.getters.getSheetName(sheetId);
  const elements = span(at, many);
  if (elements.some((index) => index < 0 || index >= run.book.getters.getNumberHeaders(sheetId, dimension))) {
    throw new GoogleError(`Those ${dimension === 'ROW' ? 'rows' : 'columns'} are out of bounds.`);
  }
  run.change(() => run.book.command('REMOVE_COLUMNS_ROWS', { sheetId, sheetName, dimension, elements }));
  return self;
}

function freeze(self: SheetHandle, what: 'ROWS' | 'COLUMNS', many: unknown): SheetHandle {
  const quantity = whole(many, 'Sheet.setFrozenRows');
  const size = self.run.book.getters.getSheetSize(self.sheetId);
  // Google: "You can't freeze all visible rows on the sheet."
  if (quantity >= (what === 'ROWS' ? size.numberOfRows : size.numberOfCols)) {
    throw new GoogleError(`You can't freeze all visible ${what.toLowerCase()} on the sheet.`);
  }
  return quantity === 0 ? tell(self, `UNFREEZE_${what}`, {}) : tell(self, `FREEZE_${what}`, { quantity });
}

const resize = (self: SheetHandle, dimension: Dimension, at: unknown, many: unknown, size: unknown): SheetHandle =>
  tell(self, 'RESIZE_COLUMNS_ROWS', { dimension, elements: span(at, many), size: whole(size, 'Sheet.setColumnWidth') });

function cover(self: SheetHandle, command: string, dimension: Dimension, at: unknown, many: unknown): SheetHandle {
  return tell(self, command, { dimension, elements: span(at, many) });
}

/** The indexes of so many rows or columns from one on. */
function span(at: unknown, many: unknown): number[] {
  const first = whole(at, 'Sheet.getRange') - 1;
  return Array.from({ length: whole(many, 'Sheet.getRange') }, (_, index) => first + index);
}

function tell(self: SheetHandle, command: string, payload: object): SheetHandle {
  const { run, sheetId } = self;
  run.write(0, () => run.book.command(command, { sheetId, ...payload }));
  return self;
}
