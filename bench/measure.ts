import { CALL_FLOOR } from '../local/costs.ts';
import type { Call } from '../local/door.ts';
import type { World } from '../local/world.ts';
import type { Act } from './acts.ts';
import { type CellsRead, countingReads } from './reads.ts';

/** What one act asked of the platform, and how long it took here. */
export interface Measured {
  readonly act: Act;
  /** Sessions on the tab when the bench began. */
  readonly rows: number;
  readonly calls: readonly Call[];
  /** The calls that reach the server, in turn. */
  readonly reaching: readonly string[];
  readonly bufferedWrites: number;
  readonly read: CellsRead;
  /** Milliseconds on the real platform, by the published costs. */
  readonly modelled: number;
  /** Milliseconds on this machine. */
  readonly wall: number;
  /** Of those, milliseconds in which what was written is entered and every formula over it worked out again. */
  readonly flush: number;
}

/** Does an act some times, each with a turn of its own, and says what it cost. */
export function measure(world: World, act: Act, rows: number, turns: readonly number[], kB: number): Measured {
  const all = turns.map((turn) => once(world, act, rows, turn, kB));
  const [first] = all;
  if (!first) throw new Error(`${act.name} was not done once.`);
  const other = all.find(({ reaching }) => String(reaching) !== String(first.reaching));
  if (other) throw new Error(`${act.name} asked for ${first.reaching} and the next time for ${other.reaching}.`);
  return { ...first, wall: median(all.map(({ wall }) => wall)), flush: median(all.map(({ flush }) => flush)) };
}

function once(world: World, act: Act, rows: number, turn: number, kB: number): Measured {
  let calls: readonly Call[] = [];
  let modelled = 0;
  let flush = 0;
  const stop = world.onCall((call, pass) => {
    const from = performance.now();
    const answer = pass();
    if (call.method === 'flush' || call.method === 'appendRow') flush += performance.now() - from;
    return answer;
  });
  const from = performance.now();
  const read = countingReads(world, () => {
    ({ calls, modelled } = act.run(world, turn));
  });
  const wall = performance.now() - from;
  stop();
  const server = calls.filter((call) => call.server);
  return {
    act,
    rows,
    calls,
    reaching: server.map(({ service, method }) => `${service}.${method}`),
    bufferedWrites: calls.filter(({ buffered }) => buffered).length,
    read,
    modelled: runFloor(kB) + modelled,
    wall,
    flush,
  };
}

/** Milliseconds before the first line of a script of that size runs. */
export const runFloor = (kB: number): number => CALL_FLOOR.ms + CALL_FLOOR.msPerKb * kB;

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
