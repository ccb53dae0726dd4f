import type { CorePlugin } from '@odoo/o-spreadsheet';
import type { Library } from './library.ts';

// The filter of a tab in Sheets belongs to the file: whoever sets it sets it for everybody. o-spreadsheet keeps what a
// person filters in their own window, so what a script filters is kept here, and each window lays it over its own.

type Adapters = Parameters<CorePlugin['adaptRanges']>[0];
type Area = Parameters<Adapters['applyChange']>[0];

/** The values that a column of a tab's filter hides. */
export interface ColumnFilter {
  /** The cell of the column's header, which goes where the column goes. */
  readonly area: Area;
  readonly hidden: readonly string[];
}

/** What the plugin adds to the getters of a model. */
export interface FilterGetters {
  getStrideFilters(sheetId: string): readonly ColumnFilter[];
}

interface FiltersFile {
  strideFilters?: Record<string, { area: string; hidden: readonly string[] }[]>;
}

type FilterCommand =
  | { type: 'STRIDE_SET_FILTER'; sheetId: string; col: number; row: number; hidden: readonly string[] }
  | { type: 'REMOVE_TABLE' | 'DELETE_SHEET'; sheetId: string };

const set = 'STRIDE_SET_FILTER';

/** Keeps the filters of scripts in the file. */
export function registerFilters(library: Library): void {
  // The set's type names o-spreadsheet's own commands only; adding to it is its documented way to extend it.
  (library.coreTypes as Set<string>).add(set);
  library.registries.corePluginRegistry.add('stride_filters', filtersPlugin(library));
  layOver(library);
}

const filtersPlugin = (library: Library) =>
  class StrideFilters extends library.CorePlugin {
    static override getters = ['getStrideFilters'] as const;
    filters: Record<string, ColumnFilter[]> = {};

    getStrideFilters(sheetId: string): readonly ColumnFilter[] {
      return this.filters[sheetId] ?? [];
    }

    override handle(command: Parameters<CorePlugin['handle']>[0] | FilterCommand): void {
      // o-spreadsheet's commands and ours arrive together; its type does not know ours.
      const given = command as FilterCommand;
      if (given.type === set) this.setFilter(given);
      // The engine keeps one table on a tab of ours: its filter.
      if (given.type === 'REMOVE_TABLE' || given.type === 'DELETE_SHEET')
        this.history.update('filters', given.sheetId, []);
    }

    override adaptRanges({ applyChange }: Adapters): void {
      for (const [sheetId, all] of Object.entries(this.filters)) {
        const moved = all.flatMap((filter): ColumnFilter[] => {
          const change = applyChange(filter.area);
          if (change.changeType === 'NONE') return [filter];
          return change.changeType === 'REMOVE' ? [] : [{ ...filter, area: change.range }];
        });
        if (moved.some((filter, index) => filter !== all[index]) || moved.length !== all.length)
          this.history.update('filters', sheetId, moved);
      }
    }

    override import(data: Parameters<CorePlugin['import']>[0] & FiltersFile): void {
      for (const [sheetId, all] of Object.entries(data.strideFilters ?? {})) {
        this.filters[sheetId] = all.map(({ area, hidden }) => ({
          area: this.getters.getRangeFromSheetXC(sheetId, area),
          hidden,
        }));
      }
    }

    override export(data: Parameters<CorePlugin['export']>[0] & FiltersFile): void {
      const kept = Object.entries(this.filters).filter(([, all]) => all.length > 0);
      if (kept.length === 0) return;
      data.strideFilters = Object.fromEntries(
        kept.map(([sheetId, all]) => [
          sheetId,
          all.map(({ area, hidden }) => ({ area: this.getters.getRangeString(area, sheetId), hidden })),
        ]),
      );
    }

    private setFilter({ sheetId, col, row, hidden }: Extract<FilterCommand, { type: typeof set }>): void {
      const others = this.getStrideFilters(sheetId).filter(({ area }) => area.zone.left !== col);
      const area = this.getters.getRangeFromZone(sheetId, { left: col, right: col, top: row, bottom: row });
      this.history.update('filters', sheetId, hidden.length === 0 ? others : [...others, { area, hidden }]);
    }
  };

type Item = ReturnType<Library['registries']['statefulUIPluginRegistry']['get']>;

/** The part of o-spreadsheet's plugin for filters that is changed here; it does not export its class. */
interface Evaluation {
  readonly getters: ConstructorParameters<Item>[0]['getters'] & FilterGetters;
  readonly hiddenRows: Record<string, Set<number>>;
  isEvaluationDirty: boolean;
  handle(command: { type: string }): void;
  updateHiddenRows(sheetId: string): void;
}

function layOver(library: Library): void {
  const registry = library.registries.statefulUIPluginRegistry;
  // The registry only says that it makes a plugin.
  const Base = registry.get('evaluation_filter') as unknown as new (
    ...given: ConstructorParameters<Item>
  ) => Evaluation;

  class SharedFilters extends Base {
    override handle(command: { type: string }): void {
      super.handle(command);
      if (command.type === set || command.type === 'START') this.isEvaluationDirty = true;
    }

    override updateHiddenRows(sheetId: string): void {
      super.updateHiddenRows(sheetId);
      const zone = this.getters.getCoreTables(sheetId)[0]?.range.zone;
      const hidden = this.hiddenRows[sheetId];
      if (!zone || !hidden) return;
      for (const { area, hidden: values } of this.getters.getStrideFilters(sheetId)) {
        const out = new Set(values);
        const col = area.zone.left;
        for (let row = zone.top + 1; row <= zone.bottom; row++)
          if (out.has(this.getters.getEvaluatedCell({ sheetId, col, row }).formattedValue)) hidden.add(row);
      }
    }
  }
  // And back again, for the registry.
  registry.replace('evaluation_filter', SharedFilters as unknown as Item);
}
