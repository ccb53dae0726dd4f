import { type Book, gidOf, inTurn, outside } from '../book.ts';
import type { Getters, Zone } from '../cells.ts';
import type { Clock } from '../clock.ts';
import type { FormatNames } from '../formats.ts';
import { notEmulated } from '../google-error.ts';
import { type Entry, typed } from '../typed.ts';
import type { Dimension } from './area.ts';
import { PlainCells } from './cells.ts';
import { readFormula } from './formula.ts';
import { PlainGetters } from './getters.ts';
import { literal } from './literal.ts';
import { drop, type Guard, guarded, insert, made, remove, type Sheets, tabOf, withTab } from './sheets.ts';
import { type Cell, cellAt, type Tab, withCells, withFormat } from './tab.ts';

/** What a plain book is made of besides its cells. */
export interface Binding {
  readonly zone: string;
  readonly formats: FormatNames;
}

interface Place {
  readonly sheetId: string;
  readonly col: number;
  readonly row: number;
}

/** A row that is being written; it is put into its tab when anybody looks. */
interface OpenRow {
  readonly sheetId: string;
  readonly row: number;
  readonly width: number;
  readonly cells: (Cell | undefined)[];
  hasFormula: boolean;
}

interface Insertion {
  readonly sheetId: string;
  readonly dimension: Dimension;
  readonly base: number;
  readonly quantity: number;
  readonly position: 'before' | 'after';
}

interface Naming {
  readonly oldRangeName: string;
  readonly newRangeName: string;
  readonly ranges: readonly [
    {
      readonly _sheetId: string;
      readonly _zone: {
        readonly left: number;
        readonly top: number;
        readonly right?: number;
        readonly bottom?: number;
      };
    },
  ];
}

interface Removal {
  readonly sheetId: string;
  readonly dimension: Dimension;
  readonly elements: readonly number[];
}

interface Making {
  readonly sheetId: string;
  readonly name: string;
  readonly position: number;
  readonly rows: number;
  readonly cols: number;
}

interface Formatting {
  readonly sheetId: string;
  readonly target: readonly Zone[];
  readonly format?: string;
}

type Protecting = Omit<Guard, 'area'> & { readonly type?: string; readonly ranges?: readonly object[] };

/**
 * The shared sheet without o-spreadsheet: a grid of values, with as much of the commands and getters of the real one as
 * the services for cells use. Nothing is worked out but the formulas of hidden tabs, and those when they are read.
 */
export class PlainBook implements Book {
  readonly zone: string;
  readonly formats: FormatNames;
  readonly cells: PlainCells;
  readonly getters: Getters;
  readonly #binding: Binding;
  #sheets: Sheets;
  #open: OpenRow | undefined;
  #nextId: number;

  constructor(
    binding: Binding,
    readonly clock: Clock,
    sheets: Sheets,
    like?: PlainBook,
  ) {
    this.#binding = binding;
    this.zone = binding.zone;
    this.formats = binding.formats;
    this.#sheets = sheets;
    this.cells = new PlainCells(this, like?.cells);
    // Beyond those of the tabs that were taken over, which were made the same way.
    this.#nextId = like ? like.#nextId : sheets.tabs.length + 1_000;
    // As much of it as the services for cells ask for; anything else throws "not emulated".
    this.getters = new PlainGetters(this) as unknown as Getters;
  }

  get chartOptions(): Map<string, Record<string, unknown>> {
    throw notEmulated('charts on a plain sheet');
  }

  /** The workbook at this moment. */
  get sheets(): Sheets {
    this.#close();
    return this.#sheets;
  }

  set sheets(sheets: Sheets) {
    this.#open = undefined;
    this.#sheets = sheets;
  }

  /** A book of its own that begins as this one is now. */
  fork(clock: Clock): PlainBook {
    return new PlainBook(this.#binding, clock, this.sheets, this);
  }

  command(type: string, payload: object): void {
    // As with o-spreadsheet, a command's name says what its payload is.
    const { sheetId, newName, quantity } = payload as { sheetId: string; newName?: string; quantity?: number };
    if (type === 'UPDATE_CELL') this.#update(payload as Place & Partial<Entry>);
    else if (type === 'ADD_COLUMNS_ROWS') this.#add(payload as Insertion);
    else if (type === 'REMOVE_COLUMNS_ROWS') this.#remove(payload as Removal);
    else if (type === 'RENAME_SHEET') this.set({ ...this.tab(sheetId), name: newName ?? '' });
    else if (type === 'DELETE_SHEET') this.sheets = drop(this.sheets, this.tab(sheetId).id);
    else if (/^(UPDATE|CREATE)_NAMED_RANGE$/.test(type)) this.#name(payload as Naming);
    else if (type === 'CREATE_SHEET') this.#make(payload as Making);
    else if (type === 'FREEZE_ROWS') this.#freeze(sheetId, quantity ?? 0);
    else if (type === 'SET_FORMATTING') this.#format(payload as Formatting);
    else if (type === 'STRIDE_SET_PROTECTION') this.#protect(payload as Protecting);
    // What a tab or its cells look like is nothing that can be asked of a plain sheet.
    else if (type === 'COLOR_SHEET') this.tab(sheetId);
    else throw notEmulated(`${type} on a plain sheet`);
  }

  apply(writes: readonly (() => void)[]): void {
    inTurn(writes, (guarded) => {
      for (const write of guarded) write();
    });
  }

  enter(sheetId: string, col: number, row: number, value: unknown): void {
    this.put(sheetId, col, row, this.typing(sheetId, col, row, value));
  }

  typing(sheetId: string, col: number, row: number, value: unknown): Entry {
    const format = this.#cell(sheetId, col, row)?.format;
    return typed(value, { zone: this.zone, now: this.clock.now(), format });
  }

  put(sheetId: string, col: number, row: number, entry: Entry): void {
    this.#update({ sheetId, col, row, ...entry });
  }

  newId(): number {
    this.#nextId += 1;
    return this.#nextId;
  }

  gid(sheetId: string): number {
    return gidOf(sheetId);
  }

  /** The tab of that id; a write to one that somebody has deleted fails. */
  tab(sheetId: string): Tab {
    const tab = tabOf(this.sheets, sheetId);
    if (!tab) throw new Error(`There is no sheet with id : ${sheetId}`);
    return tab;
  }

  /** Puts a tab in the place of the one with its id. */
  set(tab: Tab): void {
    this.sheets = withTab(this.sheets, tab);
  }

  #update({ sheetId, col, row, content, format }: Place & Partial<Entry>): void {
    if (col < 0 || col >= this.#opened(sheetId, row).width) throw outside();
    const old = this.#cell(sheetId, col, row);
    const entry = { content: content ?? old?.content ?? '', ...(format !== undefined && { format }) };
    const made = this.#made(entry, old?.format);
    // A formula has looked at the tabs in between, for their names.
    const open = this.#opened(sheetId, row);
    while (open.cells.length < col) open.cells.push(undefined);
    open.cells[col] = made;
    open.hasFormula ||= made?.formula !== undefined;
  }

  #cell(sheetId: string, col: number, row: number): Cell | undefined {
    const open = this.#open;
    if (open?.sheetId === sheetId && open.row === row) return open.cells[col];
    const tab = tabOf(this.#sheets, sheetId);
    return tab && cellAt(tab, col, row);
  }

  /** A row is mostly written cell after cell: it is copied once for all of them. */
  #opened(sheetId: string, row: number): OpenRow {
    if (this.#open?.sheetId === sheetId && this.#open.row === row) return this.#open;
    const { rows, columns } = this.tab(sheetId);
    const found = rows[row];
    if (!found) throw outside();
    this.#open = { sheetId, row, width: columns.length, cells: found.cells.slice(), hasFormula: false };
    return this.#open;
  }

  #close(): void {
    const open = this.#open;
    const tab = open && tabOf(this.#sheets, open.sheetId);
    this.#open = undefined;
    if (!tab) return;
    const rows = tab.rows.map((row, at) => (at === open.row ? withCells(row, open.cells) : row));
    this.#sheets = withTab(this.#sheets, { ...tab, rows, hasFormulas: tab.hasFormulas || open.hasFormula });
  }

  #made(entry: Entry, before: string | undefined): Cell | undefined {
    const { content } = entry;
    if (!content.startsWith('=') || content.length === 1) return literal(entry, before, this.zone);
    const find = (name: string): string | undefined => this.getters.getSheetIdByName(name);
    const format = entry.format === undefined ? before : entry.format || undefined;
    return { content, format, raw: null, value: '', formula: readFormula(content, find) };
  }

  #make({ sheetId, name, position, rows, cols }: Making): void {
    this.sheets = made(this.sheets, position, { id: sheetId, name, rows, columns: cols });
  }

  #freeze(sheetId: string, rows: number): void {
    const tab = this.tab(sheetId);
    this.set({ ...tab, frozen: { ...tab.frozen, rows } });
  }

  #format({ sheetId, target, format }: Formatting): void {
    const tab = this.tab(sheetId);
    if (format !== undefined) this.set(target.reduce((now, zone) => withFormat(now, zone, format), tab));
  }

  #protect({ ranges, type: _, ...guard }: Protecting): void {
    if (ranges) throw notEmulated('protecting a range of a plain sheet');
    this.sheets = guarded(this.sheets, guard);
  }

  #name({ oldRangeName, newRangeName, ranges: [range] }: Naming): void {
    const names = new Map(this.sheets.names);
    names.delete(oldRangeName);
    const { right = Number.POSITIVE_INFINITY, bottom = Number.POSITIVE_INFINITY, ...corner } = range._zone;
    const isOpen = right === Number.POSITIVE_INFINITY || bottom === Number.POSITIVE_INFINITY;
    names.set(newRangeName, { ...corner, sheetId: range._sheetId, right, bottom, whole: isOpen && corner.top === 0 });
    this.sheets = { ...this.sheets, names };
  }

  #add({ sheetId, dimension, base, quantity, position }: Insertion): void {
    const tab = this.tab(sheetId);
    const at = position === 'before' ? base : base + 1;
    if (base < 0 || base >= sizeOf(tab, dimension) || quantity < 1) throw refused('ADD_COLUMNS_ROWS');
    this.sheets = insert(this.sheets, tab, dimension, at, quantity, base);
  }

  #remove({ sheetId, dimension, elements }: Removal): void {
    const tab = this.tab(sheetId);
    const frozen = dimension === 'ROW' ? tab.frozen.rows : tab.frozen.columns;
    const size = sizeOf(tab, dimension);
    const loose = elements.filter((index) => index >= frozen).length;
    const isOut = elements.some((index) => index < 0 || index >= size);
    if (isOut || loose >= size - frozen) throw refused('REMOVE_COLUMNS_ROWS');
    this.sheets = remove(this.sheets, tab, dimension, Math.min(...elements), elements.length);
  }
}

const sizeOf = ({ rows, columns }: Tab, dimension: Dimension): number =>
  dimension === 'ROW' ? rows.length : columns.length;

const refused = (command: string): Error => new Error(`The sheet refused ${command}`);
