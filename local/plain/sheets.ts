import type { ProtectionRule } from '../engine/marks.ts';
import type { ValidationRule } from '../validation.ts';
import { type Adapt, type Area, type Dimension, gone, inserted, moved, removed } from './area.ts';
import { withAreas } from './formula.ts';
import {
  type Cell,
  newKeys,
  type Tab,
  withCells,
  withColumns,
  withMoved,
  withoutColumns,
  withoutRows,
  withRows,
} from './tab.ts';

/** A protection of a tab or, with an area, of a part of it. */
export type Guard = Omit<ProtectionRule, 'area'> & { readonly area?: Area };

/** A validation that refuses what it does not like; one that only warns refuses nothing and is not kept. */
export interface Refusal {
  readonly areas: readonly Area[];
  readonly rule: ValidationRule;
}

/**
 * The whole workbook at one moment. It is never changed: each change makes another that shares what stayed, so that a
 * copy, a version to go back to or a world of one's own costs nothing.
 */
export interface Sheets {
  readonly tabs: readonly Tab[];
  readonly names: ReadonlyMap<string, Area>;
  readonly guards: readonly Guard[];
  readonly refusals: readonly Refusal[];
}

/** The tab of that id. */
export const tabOf = ({ tabs }: Sheets, id: string): Tab | undefined => tabs.find((tab) => tab.id === id);

/** The workbook with another tab in the place of the one with its id. */
export const withTab = (sheets: Sheets, tab: Tab): Sheets => ({
  ...sheets,
  tabs: sheets.tabs.map((each) => (each.id === tab.id ? tab : each)),
});

/** Puts empty rows or columns in; they take the formats of those at `like`, counted before. */
export function insert(
  sheets: Sheets,
  tab: Tab,
  dimension: Dimension,
  at: number,
  quantity: number,
  like: number,
): Sheets {
  const next = dimension === 'ROW' ? withRows(tab, at, quantity, like) : withColumns(tab, at, quantity, like);
  return adapted(withTab(sheets, next), inserted(tab.id, dimension, at, quantity));
}

/** Takes rows or columns out that stand side by side. */
export function remove(sheets: Sheets, tab: Tab, dimension: Dimension, at: number, quantity: number): Sheets {
  const size = dimension === 'ROW' ? tab.rows.length : tab.columns.length;
  const next = dimension === 'ROW' ? withoutRows(tab, at, quantity) : withoutColumns(tab, at, quantity);
  return adapted(withTab(sheets, next), removed(tab.id, dimension, at, quantity, size));
}

/** Puts an empty tab in, in a place among the others. */
export function made(
  sheets: Sheets,
  place: number,
  { id, name, rows, columns }: { id: string; name: string; rows: number; columns: number },
): Sheets {
  const tab: Tab = {
    id,
    name,
    isVisible: true,
    columns: newKeys(columns),
    rows: newKeys(rows).map((key) => ({ key, cells: [], width: 0 })),
    frozen: { rows: 0, columns: 0 },
    hasFormulas: false,
  };
  return { ...sheets, tabs: sheets.tabs.toSpliced(place, 0, tab) };
}

/** The workbook with a protection, in the place of the one with its id if there is one. */
export const guarded = (sheets: Sheets, guard: Guard): Sheets => {
  const others = sheets.guards.filter(({ id }) => id !== guard.id);
  return { ...sheets, guards: [...others, guard] };
};

/** Drags a column to stand before another; `before` may be one past the last. */
export function move(sheets: Sheets, tab: Tab, column: number, before: number): Sheets {
  if (before === column || before === column + 1) return sheets;
  const next = withTab(sheets, withMoved(tab, column, before));
  return adapted(next, moved(tab.id, column, before, tab.columns.length));
}

/** Takes a tab out, and what points to it. */
export const drop = (sheets: Sheets, id: string): Sheets =>
  adapted({ ...sheets, tabs: sheets.tabs.filter((tab) => tab.id !== id) }, gone(id));

/** The workbook with every area in it changed: names, protections, validations and formulas. */
export function adapted(sheets: Sheets, change: Adapt): Sheets {
  const names = [...sheets.names].flatMap(([name, area]) => {
    const next = change(area);
    return next ? [[name, next] as const] : [];
  });
  const ids = new Set(sheets.tabs.map(({ id }) => id));
  return {
    tabs: sheets.tabs.map((tab) => (tab.hasFormulas ? withFormulas(tab, change) : tab)),
    names: new Map(names),
    guards: sheets.guards.flatMap((guard) => {
      const { area, ...rest } = guard;
      if (!area) return ids.has(guard.sheetId) ? [guard] : [];
      const next = change(area);
      return next ? [{ ...rest, area: next }] : [];
    }),
    refusals: sheets.refusals.map(({ areas, rule }) => ({ rule, areas: areas.flatMap((area) => change(area) ?? []) })),
  };
}

function withFormulas(tab: Tab, change: Adapt): Tab {
  const next = (cell: Cell | undefined): Cell | undefined =>
    cell?.formula ? { ...cell, formula: withAreas(cell.formula, change) } : cell;
  const rows = tab.rows.map((row) =>
    row.cells.some((cell) => cell?.formula) ? withCells(row, row.cells.map(next)) : row,
  );
  return { ...tab, rows };
}
