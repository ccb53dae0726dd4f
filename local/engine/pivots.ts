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

type Node = { readonly field: string; readonly value: unknown; readonly type: string };

/** The parts of o-spreadsheet's pivot over a range that are changed here; it does not export its class. */
interface RangePivot {
  coreDefinition: Definition;
  definition: { readonly rows: readonly Dimension[]; readonly columns: readonly Dimension[] };
  metaData: { fieldKeys: string[] };
  dataEntries: Entry[];
  getters: Params['getters'];
  getTypeFromZone(sheetId: string, zone: Zone): string;
  getDimension(field: string): Dimension;
  getMeasure(id: string): Measure;
  getPivotCellValueAndFormat(measureId: string, domain: readonly Node[]): { value: unknown; format?: string };
  extractDataEntriesFromRange(range: { sheetId: string; zone: Zone }): Entry[];
  filterDataEntriesFromDomainNode(entries: Entry[], node: Node): Entry[];
}

interface Dimension {
  readonly nameWithGranularity: string;
  readonly type: string;
}

interface Measure {
  readonly fieldName: string;
  readonly aggregator: string;
  readonly format?: string;
  readonly display?: unknown;
  readonly computedBy?: unknown;
}

const one = { value: 1, type: 'number', formattedValue: '1' };
const empty = { value: null, type: 'empty', formattedValue: '' };

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
      if (!used) return super.getTypeFromZone(sheetId, { ...zone, bottom: Math.min(zone.bottom, zone.top + 20) });
      // With one text in it, it is a column of texts.
      for (let row = zone.top; row <= zone.bottom; row++) {
        const { type, value } = this.getters.getEvaluatedCell({ sheetId, col: zone.left, row });
        if (type === 'text' && value !== '') return 'char';
      }
      return super.getTypeFromZone(sheetId, zone);
    }

    /** Counts without first making two lists of what there is to count. */
    override getPivotCellValueAndFormat(id: string, domain: readonly Node[]): { value: unknown; format?: string } {
      const { aggregator, fieldName, format = '0', display, computedBy } = this.getMeasure(id);
      if (aggregator !== 'count' || display !== undefined || computedBy !== undefined)
        return super.getPivotCellValueAndFormat(id, domain);
      const entries = domain.reduce((some, node) => this.filterDataEntriesFromDomainNode(some, node), this.dataEntries);
      let count = 0;
      for (const entry of entries) if ((entry[fieldName]?.value ?? null) !== null) count++;
      return count === 0 ? { value: '' } : { value: count, format };
    }

    override extractDataEntriesFromRange({ sheetId, zone }: { sheetId: string; zone: Zone }): Entry[] {
      const { fieldKeys } = this.metaData;
      const keep = this.coreDefinition.strideKeep ?? [];
      const tests = keep.map(({ field, visible }) => ({ col: zone.left + fieldKeys.indexOf(field), visible }));
      const rows: number[] = [];
      for (let row = zone.top + 1; row <= zone.bottom; row++) {
        const isKept = ({ col, visible }: (typeof tests)[number]): boolean => {
          const cell = this.getters.getEvaluatedCell({ sheetId, col, row });
          return visible ? visible.includes(cell.formattedValue) : cell.value !== null && cell.value !== '';
        };
        if (tests.every(isKept)) rows.push(row);
      }
      // Only the columns that are used are read; days are grouped by o-spreadsheet, which has to see them all.
      const used = usedFields(this.coreDefinition);
      const places = fieldKeys.flatMap((field, place) => (used.has(field) ? [place] : []));
      const dimensions = [...this.definition.rows, ...this.definition.columns];
      if (dimensions.every(({ type }) => type !== 'datetime')) {
        return rows.map((row) => {
          const entry: Entry = { __count: one };
          for (const place of places) {
            const cell = this.getters.getEvaluatedCell({ sheetId, col: zone.left + place, row });
            entry[fieldKeys[place] ?? ''] = cell.value === '' ? empty : cell;
          }
          return entry;
        });
      }
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

    /** Which entries belong to a group is found out once for all groups, not by going through them for each cell. */
    override filterDataEntriesFromDomainNode(entries: Entry[], { field, value, type }: Node): Entry[] {
      const { nameWithGranularity } = this.getDimension(field);
      const sorted = grouped.get(entries) ?? new Map<string, Map<unknown, Entry[]>>();
      grouped.set(entries, sorted);
      const asKey = (given: unknown): unknown => (type === 'char' ? String(given) : given);
      const groups = sorted.get(nameWithGranularity) ?? new Map<unknown, Entry[]>();
      if (groups.size === 0) {
        for (const entry of entries) {
          const key = asKey(entry[nameWithGranularity]?.value);
          const group = groups.get(key);
          if (group) group.push(entry);
          else groups.set(key, [entry]);
        }
        sorted.set(nameWithGranularity, groups);
      }
      return groups.get(asKey(value)) ?? [];
    }
  }
  // And back again, for the registry.
  registry.replace('SPREADSHEET', { ...item, ui: FilteredPivot as unknown as Item['ui'] });
  narrowDependencies(library);
}

/** A pivot table waits for the columns it uses, where o-spreadsheet has it wait for every cell of its source. */
function narrowDependencies({ registries: { functionRegistry } }: Library): void {
  const plain = functionRegistry.get('PIVOT');
  functionRegistry.replace('PIVOT', {
    ...plain,
    compute(...args) {
      const { getters } = this;
      const narrow = (pivotId: string): Definition => {
        const definition: Definition = getters.getPivotCoreDefinition(pivotId);
        if (definition.type !== 'SPREADSHEET' || !definition.dataSet) return definition;
        const { sheetId, zone } = definition.dataSet;
        const used = usedFields(definition);
        for (const { field } of definition.strideKeep ?? []) used.add(field);
        const places: number[] = [];
        for (let col = zone.left; col <= zone.right; col++) {
          if (used.has(String(getters.getEvaluatedCell({ sheetId, col, row: zone.top }).value))) places.push(col);
        }
        const [left, right] = [places[0] ?? zone.left, places.at(-1) ?? zone.right];
        return { ...definition, dataSet: { sheetId, zone: { ...zone, left, right } } };
      };
      // The same context but for this one getter.
      const narrowed = { ...getters, getPivotCoreDefinition: narrow };
      return plain.compute.apply(Object.create(this, { getters: { value: narrowed } }), args);
    },
  });
}

const grouped = new WeakMap<readonly Entry[], Map<string, Map<unknown, Entry[]>>>();

function usedFields({ rows, columns, measures }: Definition): Set<string> {
  return new Set([...rows, ...columns, ...measures].map(({ fieldName }) => fieldName));
}

function spans(rows: readonly number[]): (readonly [number, number])[] {
  const starts = rows.filter((row, index) => row - 1 !== rows[index - 1]);
  const ends = rows.filter((row, index) => row + 1 !== rows[index + 1]);
  return starts.map((start, index) => [start, ends[index] ?? start] as const);
}
