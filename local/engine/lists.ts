import type { CorePlugin } from '@odoo/o-spreadsheet';
import type { Library } from './library.ts';

type Adapters = Parameters<CorePlugin['adaptRanges']>[0];
type Rule = { criterion: { type: string; values: string[] } };

/** o-spreadsheet's plugin for data validation, as far as it is changed here; it does not export its class. */
interface ValidationPlugin {
  rules: Record<string, Rule[]>;
  history: { update(...path: unknown[]): void };
  adaptRanges(adapters: Adapters): void;
}

/** A list taken from a range follows that range in Sheets; o-spreadsheet moves only what is written as a formula. */
export function registerLists(library: Library): void {
  const registry = library.registries.corePluginRegistry;
  const item = registry.get('dataValidation');
  type Given = ConstructorParameters<typeof item>;
  // The registry only says that it makes a plugin.
  const Base = item as unknown as new (...given: Given) => ValidationPlugin;

  class FollowingLists extends Base {
    override adaptRanges(adapters: Adapters): void {
      super.adaptRanges(adapters);
      for (const [sheetId, rules] of Object.entries(this.rules)) {
        for (const [index, { criterion }] of rules.entries()) {
          const [range] = criterion.values;
          if (criterion.type !== 'isValueInRange' || range === undefined) continue;
          const change = adapters.adaptRangeString(sheetId, range);
          if (change.range !== range)
            this.history.update('rules', sheetId, index, 'criterion', 'values', 0, change.range);
        }
      }
    }
  }
  registry.replace('dataValidation', FollowingLists as unknown as typeof item);
}
