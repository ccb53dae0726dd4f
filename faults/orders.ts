import type fc from 'fast-check';
import type { Ask, Desk, Told } from './desk.ts';
import { ada, draftOf, ids } from './drafts.ts';
import { holdSettled } from './invariants.ts';
import { checkAll, foundBy } from './rounds.ts';

/**
 * The calls of a sidebar, which arrive in whichever order the network has them, some of them twice: while the draft is
 * kept, the session is saved; what comes back begins the invitation; Home is opened meanwhile. An answer may be lost,
 * and then the same is asked again.
 */
export async function sidebar(
  school: Desk,
  order: fc.Scheduler,
  twice: readonly boolean[],
  lost: readonly boolean[],
): Promise<void> {
  const desk = school.fork().asBegun();
  const draft = draftOf(ids.mine);
  let turn = 0;
  const arrive = async (what: string, act: () => Told | undefined): Promise<Told | undefined> => {
    const [isTwice, isLost] = [twice[turn % twice.length], lost[turn % lost.length]];
    turn += 1;
    const again = isTwice ? order.schedule(Promise.resolve(), `${what}, a second time`).then(act) : undefined;
    await order.schedule(Promise.resolve(), what);
    const told = act();
    await order.schedule(Promise.resolve(), `the answer to ${what}`);
    await again;
    return isLost ? undefined : told;
  };
  const ask = (asked: Ask) => () => desk.ask(asked);
  const other = (path: string, input: unknown) => () => {
    desk.world.run('rpc', [path, JSON.stringify(input)], { user: ada, kind: 'client' });
    return undefined;
  };
  const saving = async (): Promise<void> => {
    for (let tries = 0; tries < 4; tries++) {
      const told = await arrive('saving', ask({ who: ada, what: 'save', draft }));
      if (told?.reply.ok) break;
    }
    await Promise.all([
      arrive('the invitation', ask({ who: ada, what: 'deliver', id: draft.id })),
      arrive('dropping the draft', other('drafts.drop', draft.id)),
    ]);
  };
  const all = Promise.all([
    arrive('keeping the draft', other('drafts.keep', { draft, part: 'strength' })),
    saving(),
    arrive('Home', other('home.read', null)),
    arrive('the hourly run', ask({ who: ada, what: 'hourly' })),
  ]);
  await order.waitFor(all);
  desk.ask({ who: ada, what: 'hourly' });
  holdSettled(desk, foundBy(checkAll(desk, ada)));
}
