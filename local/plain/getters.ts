import { BRITISH } from '../engine/equip.ts';
import { engine } from '../engine.ts';
import { notEmulated } from '../google-error.ts';
import { type Area, covers, zoneOf } from './area.ts';
import { type Guard, type Sheets, tabOf } from './sheets.ts';
import { type Cell, cellAt, type Tab } from './tab.ts';

/** A range as o-spreadsheet's getters hand it out, as far as the services look at it. */
interface EngineRange {
  readonly sheetId: string;
  readonly zone: ReturnType<typeof zoneOf>;
  readonly unboundedZone: object;
}

interface Position {
  readonly sheetId: string;
  readonly col: number;
  readonly row: number;
}

/** What the services for cells ask of o-spreadsheet, answered from a plain sheet by the same names. */
export class PlainGetters {
  #guards: { readonly of: readonly Guard[]; readonly seen: readonly object[] } = { of: [], seen: [] };

  constructor(readonly book: { readonly sheets: Sheets; tab(sheetId: string): Tab }) {}

  getSheetIds(): string[] {
    return this.book.sheets.tabs.map(({ id }) => id);
  }

  getVisibleSheetIds(): string[] {
    return this.book.sheets.tabs.filter(({ isVisible }) => isVisible).map(({ id }) => id);
  }

  isSheetVisible(sheetId: string): boolean {
    return this.book.tab(sheetId).isVisible;
  }

  getSheetName(sheetId: string): string {
    return this.book.tab(sheetId).name;
  }

  getSheetIdByName(name: string): string | undefined {
    const wanted = name.toLowerCase();
    return this.book.sheets.tabs.find((tab) => tab.name.toLowerCase() === wanted)?.id;
  }

  getSheetSize(sheetId: string): { numberOfRows: number; numberOfCols: number } {
    const { rows, columns } = this.book.tab(sheetId);
    return { numberOfRows: rows.length, numberOfCols: columns.length };
  }

  getNumberRows(sheetId: string): number {
    return this.book.tab(sheetId).rows.length;
  }

  getNumberCols(sheetId: string): number {
    return this.book.tab(sheetId).columns.length;
  }

  getNumberHeaders(sheetId: string, dimension: 'ROW' | 'COL'): number {
    return dimension === 'ROW' ? this.getNumberRows(sheetId) : this.getNumberCols(sheetId);
  }

  getPaneDivisions(sheetId: string): { xSplit: number; ySplit: number } {
    const { rows, columns } = this.book.tab(sheetId).frozen;
    return { xSplit: columns, ySplit: rows };
  }

  getLocale(): typeof BRITISH {
    return BRITISH;
  }

  getCell({ sheetId, col, row }: Position): (Cell & { isFormula: boolean }) | undefined {
    const tab = tabOf(this.book.sheets, sheetId);
    const cell = tab && cellAt(tab, col, row);
    return cell && { ...cell, isFormula: cell.formula !== undefined };
  }

  getNamedRange(name: string): { name: string; range: EngineRange } | undefined {
    const area = this.book.sheets.names.get(name);
    return area && { name, range: this.#range(area) };
  }

  getNamedRanges(): { name: string; range: EngineRange }[] {
    return [...this.book.sheets.names].map(([name, area]) => ({ name, range: this.#range(area) }));
  }

  getRangeString({ zone, sheetId }: EngineRange): string {
    const { left, top, right, bottom } = zone;
    return `${this.getSheetName(sheetId)}!${engine.helpers.toXC(left, top)}:${engine.helpers.toXC(right, bottom)}`;
  }

  getStrideProtections(): readonly object[] {
    const { guards } = this.book.sheets;
    const range = (area: Area): EngineRange => this.#range(area);
    // Asked at every write; most of them are of no concern to it.
    if (this.#guards.of !== guards)
      this.#guards = { of: guards, seen: guards.map((guard) => new SeenGuard(guard, range)) };
    return this.#guards.seen;
  }

  getDataValidationRules(sheetId: string): object[] {
    return this.book.sheets.refusals.filter(({ areas }) => areas.some((area) => area.sheetId === sheetId));
  }

  getValidationRuleForCell({ sheetId, col, row }: Position): object | undefined {
    const found = this.book.sheets.refusals.find(({ areas }) => areas.some((area) => covers(area, sheetId, col, row)));
    return found && { stride: found.rule, criterion: { type: '', values: found.rule.values }, isBlocking: true };
  }

  #range(area: Area): EngineRange {
    const { rows, columns } = this.book.tab(area.sheetId);
    const zone = zoneOf(area, rows.length, columns.length);
    const { right, bottom } = area;
    return {
      sheetId: area.sheetId,
      zone,
      unboundedZone: {
        ...zone,
        right: right === Number.POSITIVE_INFINITY ? undefined : right,
        bottom: bottom === Number.POSITIVE_INFINITY ? undefined : bottom,
      },
    };
  }
}

/** A protection as the services look at it; where it lies is worked out when they ask. */
class SeenGuard {
  readonly id: string;
  readonly sheetId: string;
  readonly description: string;
  readonly warningOnly: boolean;
  readonly editors: readonly string[];

  constructor(
    readonly guard: Guard,
    readonly range: (area: Area) => EngineRange,
  ) {
    this.id = guard.id;
    this.sheetId = guard.sheetId;
    this.description = guard.description;
    this.warningOnly = guard.warningOnly;
    this.editors = guard.editors;
  }

  get area(): EngineRange | undefined {
    return this.guard.area && this.range(this.guard.area);
  }
}

// What stands behind the class: whatever it does not have is refused by its name.
Object.setPrototypeOf(
  PlainGetters.prototype,
  new Proxy(Object.prototype, {
    get: (behind, name) => {
      if (typeof name === 'symbol' || name in behind) return Reflect.get(behind, name);
      throw notEmulated(`${name} on a plain sheet`);
    },
  }),
);
