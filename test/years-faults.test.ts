import { type Fault, faultsAt, recorder, striking } from '../faults/kinds.ts';
import type { PlainWorld } from '../local/plain/plain-world.ts';
import type { YearProgress, YearStart } from '../src/api/years.ts';
import { forkOf, idOf, people, type Reply, type School, session } from './given.ts';
import { begin, givenAYear, goOn, must, planned } from './years/given.ts';

// Every piece of archiving a year is killed at every one of its calls, what it had not sent yet being kept, lost or torn;
// then it is repeated. All that the next piece begins with must be as if nothing had happened.

const director = people.director.email;
const moving = ['Plans', 'Sessions', 'Steps', 'Evidence', 'Log'];

type Ask = (school: School, unflushed?: Fault['fate']) => Reply<unknown>;

interface Piece {
  readonly name: string;
  readonly before: School;
  readonly ask: Ask;
}

const going =
  (from: string): Ask =>
  (school, unflushed = 'kept') =>
    school.ask<YearProgress>(director, 'years.goOn', from, { unflushed }).reply;

const beginning: Ask = (school, unflushed = 'kept') => {
  const { reply } = school.ask<YearStart>(director, 'years.read');
  if (!reply.ok) return reply;
  const { dates } = reply.value;
  const choices = { closing: '2026/27', dates, letGo: [planned.letGo] };
  return school.ask(director, 'years.begin', choices, { unflushed }).reply;
};

let pieces: Piece[];
let whole: ReturnType<typeof contents>;
let idsAtFirst: string[];

beforeAll(() => {
  const school = givenAYear();
  idsAtFirst = idsIn(school).sort();
  pieces = [{ name: 'begin', before: forkOf(school), ask: beginning }];
  must(beginning(school));
  for (let next = 'Plans'; next !== ''; ) {
    const ask = going(next);
    pieces.push({ name: `${next} ${pieces.length}`, before: forkOf(school), ask });
    // What it answers: each of them goes on from there.
    next = (must(ask(school)) as YearProgress).next;
  }
  whole = contents(school);
});

it('is told apart into the pieces that are killed', () => {
  expect(pieces.map(({ name }) => name.replace(/ \d+/, ''))).toEqual([
    'begin',
    ...moving.flatMap((name) => [name, name]),
    'Years',
  ]);
});

it.each(Array.from({ length: 12 }, (_, index) => index))(
  'piece %i, killed at any call, loses and doubles nothing, and repeated it comes to the same',
  (index) => {
    const piece = pieces[index];
    if (!piece) throw new Error('there are fewer pieces');
    const { hook, passed } = recorder();
    const after = forkOf(piece.before);
    const away = after.world.onCall(hook);
    must(piece.ask(after));
    away();
    const right = contents(after);
    // Whatever is killed before a call is killed after the one before it.
    const faults = faultsAt(passed).filter(({ kind }) => kind === 'killed-after');
    expect(faults.length).toBeGreaterThan(5);
    for (const fault of faults) {
      const school = forkOf(piece.before);
      const leave = school.world.onCall(striking(fault).hook);
      piece.ask(school, fault.fate);
      leave();
      if (sheetsOf(school) === sheetsOf(piece.before)) continue;
      const said = `${piece.name} at call ${fault.at} (${passed[fault.at]?.call.method}), ${fault.fate}`;
      expect([said, [...new Set(idsIn(school))].sort()]).toEqual([said, idsAtFirst]);
      must(piece.ask(school));
      // A piece that was cut short may have got further than it could say.
      expect([said, contents(school)]).toEqual([said, right]);
    }
  },
);

it('begun again from the top after a kill anywhere, by a director who opens the sidebar anew, it comes to the same end', () => {
  const sample = pieces.flatMap((piece) => [0.2, 0.5, 0.8].map((share) => ({ piece, share })));
  for (const { piece, share } of sample) {
    const { hook, passed } = recorder();
    const counted = forkOf(piece.before);
    counted.world.onCall(hook);
    piece.ask(counted);
    const school = forkOf(piece.before);
    const at = Math.floor(passed.length * share);
    const leave = school.world.onCall(striking({ at, kind: 'killed-after', fate: 'torn' }).hook);
    piece.ask(school, 'torn');
    leave();
    must(begin(school));
    goOn(school);
    expect([piece.name, at, contents(school)]).toEqual([piece.name, at, whole]);
    expect(idsIn(school).sort()).toEqual(idsAtFirst);
  }
});

it('a coach who saves between any two pieces, and one who waits for the lock, lose nothing', () => {
  pieces.slice(1).forEach((piece, index) => {
    const school = forkOf(piece.before);
    const id = idOf(100 + index);
    expect(school.save({ id, date: '2027-07-19', followUpDate: '2027-09-20' }).ok).toBe(true);
    goOn(school);
    expect(school.rows('Sessions').map((row) => row['Session id'])).toContain(id);
    expect(school.rows('Sessions').find((row) => row['Session id'] === id)?.Strength).toBe(session().strength);
  });
});

it('somebody who sorts while rows are taken off their tab is given back every row that was hit', () => {
  const piece = pieces.find(({ name }) => name.startsWith('Sessions'));
  if (!piece) throw new Error('no sessions are moved');
  for (const order of ['asc', 'desc'] as const) {
    const school = forkOf(piece.before);
    const leave = school.world.onCall((call, act) => {
      if (call.method === 'deleteRows') school.person.sort('Sessions', school.column('Sessions', 'Session id'), order);
      return act();
    });
    must(piece.ask(school));
    leave();
    goOn(school);
    expect(idsIn(school).sort()).toEqual(idsAtFirst);
    expect(contents(school)).toEqual(whole);
  }
});

/** Every row of every tab that archiving touches, in any order. */
function contents(school: School): Record<string, string[]> {
  const tabs = [...moving, ...moving.map((tab) => `${tab} 2026-27`), 'Term dates', 'Years'];
  const there = new Set(sheetsOf(school).tabs.map(({ name }) => name));
  return Object.fromEntries(
    tabs
      .filter((tab) => there.has(tab))
      // The run that begins a year says when it did.
      .map((tab) => [
        tab,
        school
          .rows(tab)
          .map((row) => JSON.stringify(row))
          .sort(),
      ]),
  );
}

/** The ids of all rows on the tabs and their archives; one that is on both has been copied and not yet taken off. */
function idsIn(school: School): string[] {
  const columns = {
    Plans: 'Plan id',
    Sessions: 'Session id',
    Steps: 'Step id',
    Evidence: 'Evidence id',
    Log: 'Log id',
  };
  const there = new Set(sheetsOf(school).tabs.map(({ name }) => name));
  return Object.entries(columns).flatMap(([tab, header]) =>
    [tab, `${tab} 2026-27`]
      .filter((name) => there.has(name))
      .flatMap((name) => school.rows(name).map((row) => `${tab} ${row[header]}`))
      .filter((id) => !id.startsWith('Log Year begun')),
  );
}

// Where `plainSchool` hid it.
const sheetsOf = ({ world }: School) => (world as unknown as PlainWorld).book.sheets;
