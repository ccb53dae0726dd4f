import { type Book, gidOf, inTurn, outside } from './book.ts';
import { Cells, type Getters } from './cells.ts';
import type { Clock } from './clock.ts';
import { APPLY_WRITES } from './engine/batch.ts';
import { clockCells } from './engine/clock-cells.ts';
import { BRITISH } from './engine/equip.ts';
import type { PivotExtras } from './engine/pivots.ts';
import { engine, type Model } from './engine.ts';
import { FormatNames } from './formats.ts';
import { RevisionHub } from './hub.ts';
import { type Entry, typed } from './typed.ts';
import { serialOf, wallAt } from './zone.ts';

/** A workbook as it is kept in a file. */
export interface SavedWorkbook {
  readonly data: unknown;
  readonly formulas: Record<string, string>;
  readonly formats: Record<string, string>;
  readonly chartOptions: Record<string, Record<string, unknown>>;
  readonly nextId: number;
}

type Refused = { readonly isSuccessful: boolean; readonly reasons: readonly string[] };
type Dispatch = (type: string, payload: object) => Refused;

// Not refusals: what was asked for is already so.
const HARMLESS = new Set(['NoChanges', 'ValuesNotChanged', 'UnchangedSheetName']);

/** The shared sheet: o-spreadsheet's model, spoken to in terms of what a script writes. */
export class Workbook implements Book {
  readonly hub = new RevisionHub();
  readonly model: Model;
  readonly cells: Cells;
  readonly formats: FormatNames;
  /** What a script set on a chart, by the chart's id: o-spreadsheet keeps only what it draws. */
  readonly chartOptions: Map<string, Record<string, unknown>>;
  #nextId: number;

  constructor(
    readonly zone: string,
    readonly clock: Clock,
    saved?: SavedWorkbook,
  ) {
    const data = saved?.data ?? blank();
    this.#nextId = saved?.nextId ?? 1;
    this.model = quietly(
      () =>
        new engine.Model(data, {
          transportService: this.hub.transport,
          client: { id: 'server', name: 'Google' },
          // TODAY() and NOW() read the world's clock: see engine-functions.ts.
          custom: { now: () => serialOf(wallAt(zone, clock.now())) },
        }),
    );
    this.hub.serve(this.model, revisionOf(data));
    this.formats = new FormatNames(saved?.formats);
    this.cells = new Cells(this.model, zone, saved?.formulas);
    this.chartOptions = new Map(Object.entries(saved?.chartOptions ?? {}));
    clock.watch(() => this.command('EVALUATE_CELLS', { cellIds: clockCells(this.model) }));
    this.hub.watch(() => this.#followSources());
  }

  get getters(): Getters {
    return this.cells.getters;
  }

  /** Gives o-spreadsheet a command; one that it refuses is an error with its reason. */
  command(type: string, payload: object): void {
    // Our own commands and o-spreadsheet's are one list at run time, though not to its types.
    const dispatch = this.model.dispatch as unknown as Dispatch;
    const answer = quietly(() => dispatch(type, payload));
    const reasons = answer.reasons.filter((reason) => !HARMLESS.has(reason));
    if (!answer.isSuccessful && reasons.some((reason) => String(reason) === 'TargetOutOfSheet')) {
      throw outside();
    }
    if (!answer.isSuccessful && reasons.length > 0) throw new Error(`The sheet refused ${type}: ${reasons.join(', ')}`);
  }

  /** Does writes in turn as one revision with one recalculation; the first error is thrown when all are done. */
  apply(writes: readonly (() => void)[]): void {
    if (writes.length === 0) return;
    // An error inside a command would leave o-spreadsheet in the middle of it for ever.
    inTurn(writes, (guarded) => this.command(APPLY_WRITES, { writes: guarded }));
  }

  /** Puts a value into a cell as if it had been typed there. */
  enter(sheetId: string, col: number, row: number, value: unknown): void {
    this.put(sheetId, col, row, this.typing(sheetId, col, row, value));
  }

  /** What typing a value into a cell would put there; throws what Google throws when it may not. */
  typing(sheetId: string, col: number, row: number, value: unknown): Entry {
    const format = this.getters.getCell({ sheetId, col, row })?.format;
    return typed(value, { zone: this.zone, now: this.clock.now(), format });
  }

  /** Puts an entry into a cell. */
  put(sheetId: string, col: number, row: number, entry: Entry): void {
    this.command('UPDATE_CELL', { sheetId, col, row, ...entry });
    if (entry.content.startsWith('=')) this.cells.rememberFormula(sheetId, col, row, entry.content);
  }

  /** A new id for a sheet, a pivot, a chart or a rule. */
  newId(): number {
    this.#nextId += 1;
    return this.#nextId;
  }

  /** The number Google knows a sheet by. */
  gid(sheetId: string): number {
    return gidOf(sheetId);
  }

  /** Everything needed to open the workbook again. */
  save(): SavedWorkbook {
    return {
      // exportData would also make a second model to check that the short form of the file is right; this is the long form.
      data: quietly(() => this.model._exportData(false)),
      formulas: this.cells.save(),
      formats: this.formats.save(),
      chartOptions: Object.fromEntries(this.chartOptions),
      nextId: this.#nextId,
    };
  }

  /** A pivot table over whole columns grows with its tab; o-spreadsheet's would stop where the tab ended at first. */
  #followSources(): void {
    for (const pivotId of this.getters.getPivotIds()) {
      const pivot: PivotDefinition & PivotExtras = this.getters.getPivotCoreDefinition(pivotId);
      if (pivot.type !== 'SPREADSHEET' || !pivot.strideOpen || !pivot.dataSet) continue;
      const { sheetId, zone } = pivot.dataSet;
      const bottom = this.getters.getNumberRows(sheetId) - 1;
      if (zone.bottom === bottom) continue;
      this.command('UPDATE_PIVOT', { pivotId, pivot: { ...pivot, dataSet: { sheetId, zone: { ...zone, bottom } } } });
    }
  }
}

type PivotDefinition = ReturnType<Getters['getPivotCoreDefinition']>;

const blank = (): object => ({
  sheets: [{ id: '0', name: 'Sheet1', colNumber: 26, rowNumber: 1000 }],
  settings: { locale: BRITISH },
});

// A workbook's file carries the id of its last revision; one made from nothing begins at o-spreadsheet's own first.
function revisionOf(data: unknown): string {
  const { revisionId } = data as { revisionId?: string };
  return revisionId ?? 'START_REVISION';
}

/** o-spreadsheet tells the console how long each step took. */
function quietly<T>(act: () => T): T {
  const { debug } = console;
  console.debug = () => undefined;
  try {
    return act();
  } finally {
    console.debug = debug;
  }
}
