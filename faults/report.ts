import { table, whole } from '../bench/table.ts';
import type { Asked } from './arguments.ts';
import { always, settled } from './invariants.ts';
import { kinds } from './kinds.ts';
import type { Tally } from './tally.ts';

const mostShown = 20;

/** What was run and what came of it, as it is printed. */
export function report(tally: Tally, { seed }: Asked, seconds: number): string {
  const words: Readonly<Record<string, string>> = kinds;
  const rows = [...tally.counts].map(([kind, count]) => [
    words[kind] ? `a fault once: ${words[kind]}` : kind,
    whole(count),
  ]);
  const held = [...Object.keys(always), ...Object.keys(settled)].map((sentence) => `  ${sentence}`);
  const broken = tally.broken
    .slice(0, mostShown)
    .flatMap(({ name, message }) => [message, `  npm run faults -- --replay '${name}'`]);
  return [
    table(['runs', 'how many'], [...rows, ['together', whole(tally.runs)]]),
    `One run is one case: what a coach does, what goes wrong or comes between, and everything until all is put right,
every invariant looked at after each of its executions. What cases have in common is done once: of the faults, ${whole(tally.strikes)}
struck in a world that no other case had led to, and ${whole(tally.rounds)} rounds that cases end with began in such a world.`,
    `What has to hold:\n${held.join('\n')}`,
    ...broken,
    `Seed ${seed}, ${seconds.toFixed(1)} s, ${whole(tally.violations)} violations.`,
  ].join('\n\n');
}
