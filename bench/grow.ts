import { fields, type Row, type Table } from '../src/domain/columns.ts';
import { encode } from '../src/workbook/cells.ts';
import { columnLetter } from '../src/workbook/lookup.ts';
import { type Kept, type KeptPivot, type KeptTab, tabOf } from './kept.ts';

/**
 * The same school with a tab of so many rows, made by repeating those it has, each time with ids of their own; below
 * them so many empty ones. Written into the kept file, because saving 20,000 sessions through the add-on would take
 * hours; the named ranges, formats, rules, filter and pivot tables that reach to the end of the tab go on doing so.
 */
export function grow(kept: Kept, tabName: string, rows: number, empty: number): Kept {
  return withCells(kept, tabName, 1 + rows + empty, repeated(tabOf(kept, tabName).cells, rows));
}

/** The same school with other rows on a tab, below them so many empty ones; written as they are kept in a file. */
export function withRows<T extends Table>(
  kept: Kept,
  table: T,
  rows: readonly Row<T>[],
  nameOf: (email: string) => string,
  empty = 20,
): Kept {
  const of = fields(table);
  const cells: Record<string, unknown> = {};
  of.forEach(({ header }, column) => {
    cells[`${columnLetter(column + 1)}1`] = header;
  });
  rows.forEach((row, index) => {
    encode(of, row, nameOf).forEach((value, column) => {
      const { kind } = of[column]?.column ?? {};
      const content = kind === 'day' || kind === 'moment' ? serialOf(String(value)) : String(value).replace(/^'/, '');
      if (content !== '') cells[`${columnLetter(column + 1)}${index + 2}`] = content;
    });
  });
  return withCells(kept, table.name, 1 + rows.length + empty, cells);
}

// Days since 30 December 1899, as a sheet keeps a day or a moment.
function serialOf(written: string): string {
  const time = Date.parse(`${written.replace(' ', 'T')}${written.includes(' ') ? '' : 'T00:00:00'}Z`);
  return Number.isNaN(time) ? '' : String(time / 86_400_000 + 25_569);
}

function withCells(kept: Kept, tabName: string, end: number, filled: KeptTab['cells']): Kept {
  const tab = tabOf(kept, tabName);
  const reach = (text: string): string =>
    text.replace(new RegExp(`(:[A-Z]+)${tab.rowNumber}\\b`, 'g'), (_, column: string) => `${column}${end}`);
  const { cells: _, ...rest } = tab;
  const longer = { ...reaching(rest, reach), rowNumber: end, cells: filled };
  const { data } = kept.workbook;
  const names = Object.entries(data.namedRanges).map(([name, range]) => [
    name,
    range.startsWith(`${tabName}!`) ? reach(range) : range,
  ]);
  const pivots = Object.entries(data.pivots).map(([id, pivot]) => [id, pivotOver(tab, pivot, end)]);
  return {
    ...kept,
    workbook: {
      ...kept.workbook,
      data: {
        ...data,
        sheets: data.sheets.map((sheet) => (sheet === tab ? longer : sheet)),
        namedRanges: Object.fromEntries(names),
        pivots: Object.fromEntries(pivots),
      },
    },
  };
}

/** A value of JSON in which every text, keys of records included, is replaced by another. */
function reaching<T>(json: T, reach: (text: string) => string): T {
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return reach(part);
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [reach(key), walk(value)]));
  };
  // Texts stay texts, so it has the shape it had.
  return walk(json) as T;
}

function repeated(cells: KeptTab['cells'], rows: number): Record<string, unknown> {
  const lines = new Map<number, [column: string, cell: unknown][]>();
  for (const [place, cell] of Object.entries(cells)) {
    const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(place) ?? [];
    const line = lines.get(Number(row)) ?? [];
    lines.set(Number(row), line);
    line.push([column, cell]);
  }
  const there = [...lines.keys()].filter((row) => row > 1).sort((one, other) => one - other);
  const all: Record<string, unknown> = {};
  for (const [column, cell] of lines.get(1) ?? []) all[`${column}1`] = cell;
  for (let index = 0; index < rows; index++) {
    const turn = Math.floor(index / there.length);
    for (const [column, cell] of lines.get(there[index % there.length] ?? 0) ?? []) {
      all[`${column}${index + 2}`] = withOwnIds(cell, turn);
    }
  }
  return all;
}

// An id as the sidebar makes it, or as the event and the Log carry it; a conversation's words are longer.
const id = /(?<=^| |stride)[0-9a-f]{8}(?=(-?[0-9a-f]{4}){3}-?[0-9a-f]{12})/g;

function withOwnIds(cell: unknown, turn: number): unknown {
  if (typeof cell !== 'string' || cell.length > 120) return cell;
  return cell.replace(id, turn.toString(16).padStart(8, '0'));
}

function pivotOver(tab: KeptTab, pivot: KeptPivot, end: number): KeptPivot {
  const { sheetId, zone } = pivot.dataSet;
  if (sheetId !== tab.id || zone.bottom !== tab.rowNumber - 1) return pivot;
  return { ...pivot, dataSet: { sheetId, zone: { ...zone, bottom: end - 1 } } };
}
