import { runOrder, runWeek } from './cases.ts';
import type { Desk } from './desk.ts';
import { Explorer } from './explore.ts';
import { Interleaver } from './interleave.ts';
import type { Plan } from './plan.ts';
import type { Tally } from './tally.ts';

/** Which part of a plan somebody does: every so-manieth thing of it. */
export interface Share {
  readonly worker: number;
  readonly workers: number;
  readonly seed: string;
}

/** Does a share of a plan. The same plan and seed are the same runs, however many share them. */
export async function work(school: Desk, plan: Plan, { worker, workers, seed }: Share, tally: Tally): Promise<void> {
  const isMine = (turn: number): boolean => turn % workers === worker;
  for (const name of plan.scenarios) {
    if (plan.faults) new Explorer(school, name, { seed, second: plan.second, third: plan.third }, tally).follow(isMine);
    if (plan.acts > 0) {
      const interleaver = new Interleaver(school, name, tally);
      interleaver.single(plan.acts, seed, isMine);
      interleaver.pairs(plan.pairs, seed, isMine);
    }
  }
  // Any two seeds are two other weeks.
  const seedOf = (turn: number): number =>
    [...`${seed} ${turn}`].reduce((sum, sign) => (Math.imul(sum, 31) + sign.charCodeAt(0)) | 0, 7);
  for (let turn = 0; turn < plan.weeks; turn++) {
    const own = seedOf(turn);
    if (isMine(turn)) tally.run('a week', `week:${own}`, () => runWeek(school, own));
  }
  for (let turn = 0; turn < plan.orders; turn++) {
    const own = seedOf(-turn);
    if (isMine(turn))
      await tally.later("an order of the sidebar's calls", `sidebar:${own}`, () => runOrder(school, own));
  }
}
