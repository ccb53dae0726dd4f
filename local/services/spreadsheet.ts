import type { Execution } from '../execution.ts';
import type { Methods } from '../expose.ts';
import { GoogleError, notPermitted, wrongArguments } from '../google-error.ts';
import { areaData, fromArea, rangeOf, sheetHandle, words } from './areas.ts';
import { NamedRangeHandle, type RangeHandle, type SheetHandle, SpreadsheetHandle } from './handles.ts';
import { pivotsOf } from './pivots.ts';
import { protectionsOf } from './protections.ts';

// developers.google.com/apps-script/reference/spreadsheet/spreadsheet

/** The spreadsheet: its tabs and its named ranges. */
export const spreadsheet = {
  getId: ({ run }) => run.outside.id,
  getUrl: ({ run }) => run.outside.url,
  getName: ({ run }) => run.outside.name,
  getSpreadsheetTimeZone: ({ run }) => run.book.zone,
  getSpreadsheetLocale: ({ run }) => run.book.getters.getLocale().code,
  getSheets: ({ run }) => ids(run).map((id) => sheetHandle(run, id)),
  getNumSheets: ({ run }) => ids(run).length,
  getSheetByName: ({ run }, name: string) => {
    const id = ids(run).find(
      (sheetId) =>
        run.book.getters.getSheetName(sheetId).toLowerCase() ===
        words(name, 'Spreadsheet.getSheetByName').toLowerCase(),
    );
    return id === undefined ? null : sheetHandle(run, id);
  },
  getSheetById: ({ run }, gid: number) => {
    const id = ids(run).find((sheetId) => run.book.gid(sheetId) === gid);
    return id === undefined ? null : sheetHandle(run, id);
  },
  getActiveSheet: ({ run }) => sheetHandle(run, activeSheet(run)),
  setActiveSheet: ({ run }, sheet: SheetHandle) => {
    run.activeSheet = sheet.sheetId;
    return sheet;
  },
  insertSheet: ({ run }, ...given: unknown[]) => insertSheet(run, given),
  deleteSheet: ({ run }, sheet: SheetHandle) => {
    if (ids(run).length === 1) throw new GoogleError("You can't remove all the sheets in a document.");
    const { sheetId } = sheet;
    run.change(() => run.book.command('DELETE_SHEET', { sheetId, sheetName: run.book.getters.getSheetName(sheetId) }));
    if (run.activeSheet === sheetId) run.activeSheet = null;
  },
  // "Moves the active sheet to the given position", counted from 1; hidden tabs count too.
  moveActiveSheet: ({ run }, position: number) => run.change(() => moveSheet(run, activeSheet(run), position - 1)),
  getNamedRanges: ({ run }) =>
    run.read(() => run.book.getters.getNamedRanges().map(({ name }) => new NamedRangeHandle(run, name))),
  getRangeByName: ({ run }, name: string) => {
    const found = run.read(() => run.book.getters.getNamedRange(name));
    return found ? fromArea(run, found.range) : null;
  },
  setNamedRange: ({ run }, name: string, range: RangeHandle) => {
    if (!/^[A-Za-z_][\w.]{0,249}$/.test(name))
      throw new GoogleError(`The name "${name}" is not valid for a named range.`);
    run.write(0, () => {
      const known = run.book.getters.getNamedRange(name) !== undefined;
      const command = known ? 'UPDATE_NAMED_RANGE' : 'CREATE_NAMED_RANGE';
      run.book.command(command, { ...placeOf(range), name, oldRangeName: name, newRangeName: name });
    });
  },
  removeNamedRange: ({ run }, name: string) => run.write(0, () => run.book.command('DELETE_NAMED_RANGE', { name })),
  getRange: ({ run }, notation: string) => rangeOf(run, words(notation, 'Spreadsheet.getRange'), activeSheet(run)),
  getProtections: ({ run }, type: unknown) => protectionsOf(run, type),
  getPivotTables: ({ run }) => run.read(() => ids(run).flatMap((id) => pivotsOf(run, id))),
  toast: ({ run }, text: unknown, title: unknown = '') => {
    run.shown.push({ kind: 'toast', title: String(title ?? ''), text: String(text) });
  },
} satisfies Methods<SpreadsheetHandle>;

// The engine holds a range against the tab that the command names, or else against the one that is open.
const placeOf = (range: RangeHandle) => ({ sheetId: range.sheetId, ranges: [areaData(range)] });

/** A range that has a name: developers.google.com/apps-script/reference/spreadsheet/named-range */
export const namedRange = {
  getName: ({ name }) => name,
  getRange: ({ run, name }) => {
    const found = run.read(() => run.book.getters.getNamedRange(name));
    if (!found) throw new GoogleError(`The named range ${name} does not exist.`);
    return fromArea(run, found.range);
  },
  setRange: (self, range: RangeHandle) => {
    const { run, name } = self;
    run.write(0, () =>
      run.book.command('UPDATE_NAMED_RANGE', { ...placeOf(range), oldRangeName: name, newRangeName: name }),
    );
    return self;
  },
  setName: (self, name: string) => {
    const { run, name: old } = self;
    self.name = name;
    run.write(0, () => {
      const area = run.book.getters.getNamedRange(old)?.range;
      if (!area) return;
      run.book.command('UPDATE_NAMED_RANGE', {
        ...placeOf(fromArea(run, area)),
        oldRangeName: old,
        newRangeName: name,
      });
    });
    return self;
  },
  remove: ({ run, name }) => run.write(0, () => run.book.command('DELETE_NAMED_RANGE', { name })),
} satisfies Methods<NamedRangeHandle>;

/** The spreadsheet of this execution; without authorisation there is none. */
export function activeSpreadsheet(run: Execution): SpreadsheetHandle {
  if (run.authMode === 'NONE') {
    throw notPermitted('SpreadsheetApp.getActiveSpreadsheet', 'spreadsheets.currentonly spreadsheets');
  }
  return new SpreadsheetHandle(run);
}

/** The tab the person is looking at: the one made active, else the first that can be seen. */
export function activeSheet(run: Execution): string {
  const all = ids(run);
  if (run.activeSheet !== null && all.includes(run.activeSheet)) return run.activeSheet;
  return all.find((id) => run.book.getters.isSheetVisible(id)) ?? all[0] ?? '';
}

const ids = (run: Execution): readonly string[] => run.book.getters.getSheetIds();

/** insertSheet(), (index), (name), (name, index): index counts from 0. */
function insertSheet(run: Execution, given: readonly unknown[]): SheetHandle {
  if (given.length > 2 || given.some((arg) => typeof arg === 'object'))
    throw wrongArguments('Spreadsheet.insertSheet', ...given);
  const name = given.find((arg) => typeof arg === 'string') ?? nextName(run);
  const index = given.find((arg) => typeof arg === 'number') ?? ids(run).indexOf(activeSheet(run)) + 1;
  if (ids(run).some((id) => run.book.getters.getSheetName(id).toLowerCase() === String(name).toLowerCase())) {
    throw new GoogleError(`A sheet with the name "${String(name)}" already exists. Please enter another name.`);
  }
  const sheetId = String(1_000_000 + run.book.newId());
  run.change(() => run.book.command('CREATE_SHEET', { sheetId, name, position: Number(index), cols: 26, rows: 1000 }));
  run.activeSheet = sheetId;
  return sheetHandle(run, sheetId);
}

function nextName(run: Execution): string {
  return run.book.getters.getNextSheetName();
}

/** o-spreadsheet moves a tab past so many visible ones; Google to a place among all of them. */
function moveSheet(run: Execution, sheetId: string, place: number): void {
  const passed = (): number => ids(run).indexOf(sheetId);
  while (passed() !== place) {
    const before = passed();
    run.book.command('MOVE_SHEET', { sheetId, delta: place > before ? 1 : -1 });
    // Hidden tabs are jumped over, so the exact place may not be reachable.
    if (passed() === before || Math.sign(place - passed()) !== Math.sign(place - before)) return;
  }
}
