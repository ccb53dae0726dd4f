import { runOrder, runWeek } from './cases.ts';
import type { Desk } from './desk.ts';
import { Explorer } from './explore.ts';
import { Interleaver } from './interleave.ts';
import type { Plan } from './plan.ts';
import type { Tally } from './tally.ts';

/** A piece of a plan, which whoever is free takes up whole: what its cases have in common is then done once. */
export type Job = (school: Desk, tally: Tally) => void | Promise<void>;

// As many at a time as take about a second.
const weeksAtOnce = 10;
const ordersAtOnce = 20;

/** What there is to do of a plan, what takes longest first. The same plan and seed are the same runs, whoever does them. */
export function jobsOf({ scenarios, faults, second, third, acts, pairs, weeks, orders }: Plan, seed: string): Job[] {
  const interleave = scenarios.map(
    (name): Job =>
      (school, tally) => {
        const interleaver = new Interleaver(school, name, tally);
        interleaver.single(acts, seed);
        interleaver.pairs(pairs, seed);
      },
  );
  const explore = scenarios.map(
    (name): Job =>
      (school, tally) =>
        new Explorer(school, name, { seed, second, third }, tally).follow(),
  );
  return [
    ...(acts > 0 ? interleave : []),
    ...(faults ? explore : []),
    ...piecesOf(weeks, weeksAtOnce).map(
      (turns): Job =>
        (school, tally) => {
          for (const own of turns.map((turn) => seedOf(seed, turn)))
            tally.run('a week', `week:${own}`, () => runWeek(school, own));
        },
    ),
    ...piecesOf(orders, ordersAtOnce).map(
      (turns): Job =>
        async (school, tally) => {
          for (const own of turns.map((turn) => seedOf(seed, -turn)))
            await tally.later("an order of the sidebar's calls", `sidebar:${own}`, () => runOrder(school, own));
        },
    ),
  ];
}

const piecesOf = (count: number, size: number): number[][] =>
  Array.from({ length: Math.ceil(count / size) }, (_, piece) =>
    Array.from({ length: Math.min(size, count - piece * size) }, (_each, turn) => piece * size + turn),
  );

// Any two seeds are two other weeks.
const seedOf = (seed: string, turn: number): number =>
  [...`${seed} ${turn}`].reduce((sum, sign) => (Math.imul(sum, 31) + sign.charCodeAt(0)) | 0, 7);
