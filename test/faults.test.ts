import type { Desk } from '../faults/desk.ts';
import { ada, draftOf, ids } from '../faults/drafts.ts';
import { Explorer } from '../faults/explore.ts';
import { begin, faultsOf, mapRound } from '../faults/fault-cases.ts';
import { type Fault, striking } from '../faults/kinds.ts';
import { sessionScenarios } from '../faults/scenarios.ts';
import { beginSchool } from '../faults/school.ts';
import { Tally } from '../faults/tally.ts';
import { PlainWorld } from '../local/plain/plain-world.ts';
import { diceOf } from '../local/school/random.ts';
import type { World } from '../local/world.ts';
import { givenSchool, people, School } from './given.ts';
import { wrong } from './slice.ts';

// A slice of `npm run faults`: see faults/ for what is tried and faults/invariants.ts for what has to hold.
// In three files, since Jest lets go of what one has made only at its end.

let school: Desk;
beforeAll(() => {
  school = beginSchool();
});

it.each(Object.keys(sessionScenarios))('%s, with every fault at every call once', (name) => {
  const tally = new Tally();
  new Explorer(school, name, { seed: '1', second: 0, third: 0 }, tally).follow();
  expect(wrong(tally)).toEqual([]);
  expect(tally.runs).toBeGreaterThan(150);
});

it('a fault does the same on a plain sheet as on a whole one', async () => {
  const { scenario, desk } = begin(school, 'save');
  const faults = faultsOf(mapRound(desk, scenario)).flatMap(({ fault }) => (fault.stage === 'save' ? [fault] : []));
  const dice = diceOf('two worlds');
  for (let turn = 0; turn < 12; turn++) {
    const fault = dice.pick(faults);
    const { world } = givenSchool();
    const plain = PlainWorld.of(world);
    expect(lived(plain, fault, (tab) => plain.rows(tab))).toEqual(
      lived(world, fault, (tab) => new School(world).rows(tab)),
    );
    // The engine lets go of a finished world only once the event loop has turned.
    await new Promise(setImmediate);
  }
});

/** A session is saved with a fault, saved again and sent; what came of it. */
function lived(world: World | PlainWorld, fault: Fault, rows: (tab: string) => unknown): unknown {
  const ask = (path: string, input: unknown) =>
    world.run('rpc', [path, JSON.stringify(input)], { user: ada, kind: 'client', unflushed: fault.fate }).value;
  const away = world.onCall(striking(fault).hook);
  const first = ask('sessions.save', draftOf(ids.mine));
  away();
  const replies = [ask('sessions.save', draftOf(ids.mine)), ask('followUps.deliver', ids.mine)];
  const events = Object.values(people).map(({ email }) => world.calendars.list(email));
  // A reference to a fault is another each time.
  return [String(first).replace(/Reference \w+/, ''), replies, rows('Sessions'), rows('Log'), events];
}
