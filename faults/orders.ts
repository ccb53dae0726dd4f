import type fc from 'fast-check';
import { wordsOf } from '../src/domain/plans.ts';
import type { Ask } from './asks.ts';
import { answersYes } from './calendar-acts.ts';
import type { Desk, Told } from './desk.ts';
import { ada, answerTo, bram, draftOf, ids, planOf, stepsOf } from './drafts.ts';
import { holdSettled } from './invariants.ts';
import { checkAll, foundBy } from './rounds.ts';

/** The calls of a sidebar, which arrive in whichever order the network has them, some of them twice, some unanswered. */
type Calls = (school: Desk, order: fc.Scheduler, twice: readonly boolean[], lost: readonly boolean[]) => Promise<void>;

type Arrive = (what: string, act: () => Told | undefined) => Promise<Told | undefined>;

function arriving(order: fc.Scheduler, twice: readonly boolean[], lost: readonly boolean[]): Arrive {
  let turn = 0;
  return async (what, act) => {
    const [isTwice, isLost] = [twice[turn % twice.length], lost[turn % lost.length]];
    turn += 1;
    const again = isTwice ? order.schedule(Promise.resolve(), `${what}, a second time`).then(act) : undefined;
    await order.schedule(Promise.resolve(), what);
    const told = act();
    await order.schedule(Promise.resolve(), `the answer to ${what}`);
    await again;
    return isLost ? undefined : told;
  };
}

/** The same is asked again until it is answered. */
async function answered(arrive: Arrive, what: string, act: () => Told | undefined): Promise<void> {
  for (let tries = 0; tries < 4; tries++) if ((await arrive(what, act))?.reply.ok) return;
}

/**
 * While the draft is kept, the session is saved with what has become of earlier steps; what comes back begins the
 * invitation; Home is opened meanwhile, and what has happened is looked for. An answer may be lost, and then the same is
 * asked again.
 */
export const sidebar: Calls = async (school, order, twice, lost) => {
  const desk = school.fork().asBegun();
  const draft = draftOf(ids.mine);
  const answers = [answerTo(`${ids.old}.1`, 'partly', '2026-12-09')];
  const arrive = arriving(order, twice, lost);
  const ask = (asked: Ask) => () => desk.ask(asked);
  const other = (path: string, input: unknown) => () => {
    desk.world.run('rpc', [path, JSON.stringify(input)], { user: ada, kind: 'client' });
    return undefined;
  };
  const saving = async (): Promise<void> => {
    const asked = ask({ who: ada, what: 'save', draft: { ...draft, steps: stepsOf(2), answers } });
    await answered(arrive, 'saving', asked);
    await Promise.all([
      arrive('the invitation', ask({ who: ada, what: 'deliver', id: draft.id })),
      arrive('dropping the draft', other('drafts.drop', draft.id)),
      arrive('the mirror', ask({ who: ada, what: 'mirror', look: { day: '2026-11-26', answers: Array(14).fill(1) } })),
    ]);
  };
  const all = Promise.all([
    arrive('keeping the draft', other('drafts.keep', { draft, part: 'strength' })),
    saving(),
    arrive('Home', ask({ who: ada, what: 'home' })),
    arrive('what has happened', ask({ who: ada, what: 'since' })),
    arrive('the coachee', ask({ who: ada, what: 'open', id: bram })),
    arrive('the hourly run', ask({ who: ada, what: 'hourly' })),
  ]);
  await order.waitFor(all);
  settle(desk);
};

/**
 * A plan is made and its coachee asked; both turn their keys, one of them in the calendar; meanwhile its words change, and
 * what has happened is looked for.
 */
export const planning: Calls = async (school, order, twice, lost) => {
  const desk = school.fork().asBegun();
  const plan = planOf(ids.plan);
  const changed = { ...plan, process: `${plan.process}, six weeks` };
  const arrive = arriving(order, twice, lost);
  const ask = (asked: Ask) => () => desk.ask(asked);
  const agree = (who: string, to: typeof plan) => ask({ who, what: 'agree', id: plan.id, words: wordsOf(to) });
  const making = async (): Promise<void> => {
    await answered(arrive, 'the plan', ask({ who: ada, what: 'plan', draft: plan, base: null }));
    await Promise.all([
      arrive('the invitation', ask({ who: ada, what: 'invite', id: plan.id })),
      arrive("the coach's key", agree(ada, plan)),
      arrive('the change', ask({ who: bram, what: 'plan', draft: changed, base: plan })),
    ]);
    await Promise.all([
      arrive("the coachee's key", agree(bram, changed)),
      arrive("the coach's key to the change", agree(ada, changed)),
      arrive('the invitation to the change', ask({ who: ada, what: 'invite', id: plan.id })),
    ]);
  };
  const all = Promise.all([
    making(),
    arrive('Yes in the calendar', () => {
      answersYes(desk, plan.id);
      return undefined;
    }),
    arrive('what has happened', ask({ who: ada, what: 'since' })),
    arrive('the plans', ask({ who: bram, what: 'plans' })),
    arrive('the hourly run', ask({ who: ada, what: 'hourly' })),
  ]);
  await order.waitFor(all);
  settle(desk);
};

function settle(desk: Desk): void {
  desk.ask({ who: ada, what: 'hourly' });
  holdSettled(desk, foundBy(checkAll(desk, ada)));
}
