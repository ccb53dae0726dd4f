import type { UIPlugin } from '@odoo/o-spreadsheet';
import type { Library } from './library.ts';

/** The command that makes many writes one: o-spreadsheet recalculates after each command given from outside. */
export const APPLY_WRITES = 'STRIDE_APPLY_WRITES';

/** What APPLY_WRITES carries: writes done in turn, each of which may give commands of its own. */
export interface WriteBatch {
  readonly type: string;
  readonly writes: readonly (() => void)[];
}

/** A plugin that does a list of writes inside one command, so that they are one revision and one recalculation. */
export const batchPlugin = (library: Library) =>
  class StrideBatch extends library.UIPlugin {
    static override getters = [] as const;

    override handle(command: Parameters<UIPlugin['handle']>[0] | WriteBatch): void {
      // o-spreadsheet's list of commands is closed to its types, though not to its registries.
      if ((command.type as string) !== APPLY_WRITES) return;
      for (const write of (command as WriteBatch).writes) write();
    }
  };
