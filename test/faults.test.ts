import { runOrder, runWeek } from '../faults/cases.ts';
import { scenarios } from '../faults/cycle-scenarios.ts';
import type { Desk } from '../faults/desk.ts';
import { ada, draftOf, ids } from '../faults/drafts.ts';
import { Explorer } from '../faults/explore.ts';
import { begin, faultsOf, mapRound } from '../faults/fault-cases.ts';
import { Interleaver } from '../faults/interleave.ts';
import { type Fault, striking } from '../faults/kinds.ts';
import { beginSchool } from '../faults/school.ts';
import { Tally } from '../faults/tally.ts';
import { PlainWorld } from '../local/plain/plain-world.ts';
import { diceOf } from '../local/school/random.ts';
import type { World } from '../local/world.ts';
import { givenSchool, people, School } from './given.ts';

// A slice of `npm run faults`: see faults/ for what is tried and faults/invariants.ts for what has to hold.

let school: Desk;
beforeAll(() => {
  school = beginSchool();
});

/** What is printed when a case goes wrong is the case, by which `npm run faults -- --replay` does it again. */
const wrong = ({ broken }: Tally): string[] => broken.slice(0, 5).map(({ name, message }) => `${name}: ${message}`);

it.each(Object.entries(scenarios))('%s, with every fault at every call once', (name) => {
  const tally = new Tally();
  new Explorer(school, name, { seed: '1', second: 0, third: 0 }, tally).follow();
  expect(wrong(tally)).toEqual([]);
  expect(tally.runs).toBeGreaterThan(150);
});

it('while a session is saved and its invitation sent, everybody else does everything at every call', () => {
  const tally = new Tally();
  new Interleaver(school, 'save', tally).single(1000, '1');
  expect(wrong(tally)).toEqual([]);
  expect(tally.runs).toBe(1000);
});

it('a hundred weeks of work, as they come', () => {
  for (let seed = 1; seed <= 100; seed++) runWeek(school, seed);
});

it('the calls of a sidebar, in whichever order they arrive', async () => {
  for (let seed = 1; seed <= 50; seed++) await runOrder(school, seed);
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
