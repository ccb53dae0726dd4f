import type { Call } from '../local/door.ts';
import { RangeHandle } from '../local/services/handles.ts';
import type { World } from '../local/world.ts';

/** How many cells were read of the Sessions tab, and of all others. */
export interface CellsRead {
  readonly sessions: number;
  readonly others: number;
  /** And of each tab, by its name. */
  readonly byTab: Readonly<Record<string, number>>;
}

/** Does something in a world and says which cells were read meanwhile, tab by tab. */
export function countingReads(world: World, act: () => void): CellsRead {
  const tally = new Map<string, number>();
  let last: RangeHandle | undefined;
  const stop = world.onCall((call, pass) => {
    const answer = pass();
    // A call does not say whose method it is; the range that was got last is the one that is read.
    if (answer instanceof RangeHandle) last = answer;
    else if (call.server && call.method.startsWith('get') && call.cells > 0) {
      const tab = tabRead(world, call, last);
      tally.set(tab, (tally.get(tab) ?? 0) + call.cells);
    }
    return answer;
  });
  try {
    act();
  } finally {
    stop();
  }
  const sessions = tally.get('Sessions') ?? 0;
  const all = [...tally.values()].reduce((sum, cells) => sum + cells, 0);
  return { sessions, others: all - sessions, byTab: Object.fromEntries(tally) };
}

// Should that ever be another range than the one that is read, its size says so.
function tabRead(world: World, call: Call, range: RangeHandle | undefined): string {
  if (range) {
    const { left, right, top, bottom } = range.zone;
    if ((right - left + 1) * (bottom - top + 1) === call.cells) return world.model.getters.getSheetName(range.sheetId);
  }
  throw new Error(`It cannot be told which tab ${call.service}.${call.method} read.`);
}
