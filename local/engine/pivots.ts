import type { Library } from './library.ts';

type Registry = Library['registries']['pivotRegistry'];
type Item = ReturnType<Registry['get']>;
type Params = ConstructorParameters<Item['ui']>[1];
type Zone = { top: number; bottom: number; left: number; right: number };
type Entry = Record<string, { value: unknown; type: string } | undefined>;

/** What a pivot table keeps beside what o-spreadsheet knows of: which rows it leaves out, and that it grows. */
export interface PivotExtras {
  /** Rows are left out whose field is empty, or has none of these values. */
  readonly strideKeep?: readonly { readonly field: string; readonly visible?: readonly string[] }[];
  /** The source was written without an end and goes as far as its tab does. */
  readonly strideOpen?: boolean;
}

type Definition = Params['definition'] & PivotExtras;

/** The parts of o-spreadsheet's pivot over a range that are changed here; it does not export its class. */
interface RangePivot {
  coreDefinition: Definition;
  metaData: { fieldKeys: string[] };
  getters: Params['getters'];
  getTypeFromZone(sheetId: string, zone: Zone): string;
  extractDataEntriesFromRange(range: { sheetId: string; zone: Zone }): Entry[];
}

/** Filters rows before they are grouped, as a pivot table of Sheets can and o-spreadsheet's cannot. */
export function registerPivots(library: Library): void {
  const registry = library.registries.pivotRegistry;
  const item = registry.get('SPREADSHEET');
  // The class is o-spreadsheet's own, of which the registry only says that it makes a pivot.
  const Base = item.ui as unknown as new (...given: ConstructorParameters<Item['ui']>) => RangePivot;

  class FilteredPivot extends Base {
    /** A column nobody groups by or counts is not read to its end only to learn its kind. */
    override getTypeFromZone(sheetId: string, zone: Zone): string {
      const field = this.getters.getEvaluatedCell({ sheetId, col: zone.left, row: zone.top - 1 }).value;
      const used = usedFields(this.coreDefinition).has(String(field));
      return super.getTypeFromZone(sheetId, used ? zone : { ...zone, bottom: Math.min(zone.bottom, zone.top + 20) });
    }

    override extractDataEntriesFromRange({ sheetId, zone }: { sheetId: string; zone: Zone }): Entry[] {
      const { fieldKeys } = this.metaData;
      const keep = this.coreDefinition.strideKeep ?? [];
      const tests = keep.map(({ field, visible }) => ({ col: zone.left + fieldKeys.indexOf(field), visible }));
      const rows: number[] = [];
      for (let row = zone.top + 1; row <= zone.bottom; row++) {
        const shown = (col: number): string => this.getters.getEvaluatedCell({ sheetId, col, row }).formattedValue;
        if (tests.every(({ col, visible }) => (visible ? visible.includes(shown(col)) : shown(col) !== '')))
          rows.push(row);
      }
      // Only the columns from the first to the last that is used are read.
      const used = usedFields(this.coreDefinition);
      const places = fieldKeys.flatMap((field, place) => (used.has(field) ? [place] : []));
      const [first, last] = [places[0] ?? 0, places.at(-1) ?? 0];
      const all = this.metaData;
      this.metaData = { ...all, fieldKeys: fieldKeys.slice(first, last + 1) };
      const narrow = { left: zone.left + first, right: zone.left + last };
      const entries = spans(rows).flatMap(([top, bottom]) =>
        // The first row of what it is given is taken for headers.
        super.extractDataEntriesFromRange({ sheetId, zone: { ...narrow, top: top - 1, bottom } }),
      );
      this.metaData = all;
      return entries;
    }
  }
  // And back again, for the registry.
  registry.replace('SPREADSHEET', { ...item, ui: FilteredPivot as unknown as Item['ui'] });
}

function usedFields({ rows, columns, measures }: Definition): Set<string> {
  return new Set([...rows, ...columns, ...measures].map(({ fieldName }) => fieldName));
}

function spans(rows: readonly number[]): (readonly [number, number])[] {
  const starts = rows.filter((row, index) => row - 1 !== rows[index - 1]);
  const ends = rows.filter((row, index) => row + 1 !== rows[index + 1]);
  return starts.map((start, index) => [start, ends[index] ?? start] as const);
}
