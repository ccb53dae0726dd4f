import type { Methods } from '../expose.ts';
import { notEmulated } from '../google-error.ts';
import { heightOf, notationOf, rangeAt, sheetHandle, whole, widthOf } from './areas.ts';
import { FilterHandle, type RangeHandle, TextFinderHandle } from './handles.ts';

/** Where a range is, and others beside it. */
export const rangePlaces = {
  getA1Notation: (range) => notationOf(range),
  getRow: ({ zone }) => zone.top + 1,
  getColumn: ({ zone }) => zone.left + 1,
  getLastRow: ({ zone }) => zone.bottom + 1,
  getLastColumn: ({ zone }) => zone.right + 1,
  getNumRows: (range) => heightOf(range),
  getNumColumns: (range) => widthOf(range),
  getHeight: (range) => heightOf(range),
  getWidth: (range) => widthOf(range),
  getSheet: ({ run, sheetId }) => sheetHandle(run, sheetId),
  getGridId: ({ run, sheetId }) => run.book.gid(sheetId),
  getCell: ({ run, sheetId, zone }, row: unknown, column: unknown) => {
    const [top, left] = [zone.top + whole(row, 'Range.getCell') - 1, zone.left + whole(column, 'Range.getCell') - 1];
    return rangeAt(run, sheetId, { left, top, right: left, bottom: top });
  },
  offset: (
    range,
    rows: unknown,
    columns: unknown,
    height: unknown = heightOf(range),
    width: unknown = widthOf(range),
  ) => {
    const [down, across, tall, wide] = [rows, columns, height, width].map((value) => whole(value, 'Range.offset'));
    const [top, left] = [range.zone.top + (down ?? 0), range.zone.left + (across ?? 0)];
    return rangeAt(range.run, range.sheetId, {
      left,
      top,
      right: left + (wide ?? 1) - 1,
      bottom: top + (tall ?? 1) - 1,
    });
  },
  activate: (range) => {
    range.run.activeSheet = range.sheetId;
    return range;
  },
  createTextFinder: (range, text: string) => new TextFinderHandle(range.run, range, String(text)),
  // "Returns the filter on the sheet this range belongs to": any range of the sheet answers it.
  getFilter: ({ run, sheetId }) =>
    run.read(() => (run.book.getters.getCoreTables(sheetId).length > 0 ? new FilterHandle(run, sheetId) : null)),
} satisfies Methods<RangeHandle>;

/** Searching for a text: developers.google.com/apps-script/reference/spreadsheet/text-finder */
export const textFinder = {
  matchEntireCell: (finder, whole: boolean) => Object.assign(finder, { wholeCell: whole }),
  matchCase: (finder, matchCase: boolean) => Object.assign(finder, { matchCase }),
  findNext: (finder) => search(finder, 1)[0] ?? null,
  findAll: (finder) => search(finder, Number.POSITIVE_INFINITY),
  useRegularExpression: () => {
    throw notEmulated('TextFinder.useRegularExpression');
  },
} satisfies Methods<TextFinderHandle>;

/** It looks at what a person sees in the cells, row by row. */
function search(finder: TextFinderHandle, most: number): RangeHandle[] {
  const { run, sheetId, zone } = finder.range;
  const fold = (text: string): string => (finder.matchCase ? text : text.toLowerCase());
  const wanted = fold(finder.text);
  return run.read(() => {
    const found: RangeHandle[] = [];
    for (let row = zone.top; row <= zone.bottom && found.length < most; row++) {
      for (let col = zone.left; col <= zone.right && found.length < most; col++) {
        const shown = fold(run.book.cells.display(sheetId, col, row));
        if (finder.wholeCell ? shown === wanted : wanted !== '' && shown.includes(wanted)) {
          found.push(rangeAt(run, sheetId, { left: col, top: row, right: col, bottom: row }));
        }
      }
    }
    return found;
  }, heightOf(finder.range) * widthOf(finder.range));
}
