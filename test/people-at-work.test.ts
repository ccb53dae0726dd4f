import type { Call } from '../local/door.ts';
import { eventIdOf } from '../src/domain/follow-ups.ts';
import { forkOf, givenPlainSchool, idOf, people, type Reply, type School, session } from './given.ts';
import { smallTab } from './school.ts';

const { coach, director, other } = people;
const mine = { id: idOf(2), date: '2026-11-20' };
const none = { followUpDate: '', followUpTime: '' };
const ours = session(mine);

/** Four conversations, the second of them mine, and beside them a column of somebody's own. */
function givenFour(): School {
  const school = givenPlainSchool();
  school.save({ id: idOf(1), date: '2026-11-19', ...none });
  school.save(mine);
  school.save({ id: idOf(3), date: '2026-11-24', minutes: 20, evidence: ['drop in'] }, other.email);
  school.deliver(idOf(3), other.email);
  school.save({ id: idOf(4), date: '2026-11-25', coachee: other.email });
  school.person.insertColumn('Sessions', 4);
  for (const [at, words] of ['Notes', 'one', 'two', '3', 'four'].entries())
    school.person.type('Sessions', `D${at + 1}`, words);
  school.world.clock.advance(60_000);
  return school;
}

// Without what stands in a column that has no header.
const rowOf = (school: School, number: number) =>
  school
    .rows('Sessions')
    .filter((row) => row['Session id'] === idOf(number))
    .map(({ '': _, ...row }) => row);
const atOf = (school: School) => school.rows('Sessions').findIndex((row) => row['Session id'] === mine.id) + 2;
const column = (school: School, header: string, tab = 'Sessions') => school.column(tab, header);

// What a colleague does to the sheet in the very moment when it is written.
const acts: Readonly<Record<string, (school: School) => void>> = {
  'sorts the sessions': ({ person }) => person.sort('Sessions', 1, 'desc'),
  'sorts them by what somebody else wrote beside them': (school) =>
    school.person.sort('Sessions', column(school, 'Notes')),
  'sorts the Log': (school) => school.person.sort('Log', 1, 'desc'),
  'inserts a row above': ({ person }) => person.insertRow('Sessions', 2),
  'inserts a row of their own above': ({ person }) => {
    person.insertRow('Sessions', 3);
    person.type('Sessions', 'D3', 'mine');
  },
  'deletes the row above': (school) => school.person.deleteRow('Sessions', 2),
  'inserts a column': ({ person }) => person.insertColumn('Sessions', 2),
  'moves the status to the front': (school) =>
    school.person.moveColumn('Sessions', column(school, 'Follow-up status'), 1),
  'moves the ids to the front': (school) => school.person.moveColumn('Sessions', column(school, 'Session id'), 1),
  'moves the first column to where the words are': (school) =>
    school.person.moveColumn('Sessions', 1, column(school, 'Pupil outcome')),
  'moves the minutes to where the status is': (school) =>
    school.person.moveColumn('Sessions', column(school, 'Follow-up minutes'), column(school, 'Follow-up status') + 1),
  'moves a column of the Log': (school) => school.person.moveColumn('Log', column(school, 'Event', 'Log'), 1),
};

const verbs: Readonly<Record<string, (school: School) => Reply<unknown>>> = {
  'saving another': (school) => school.save({ id: idOf(5) }),
  'saving the same again': (school) => school.save(mine),
  'sending its invitation': (school) => school.deliver(mine.id),
  'correcting it': (school) => school.edit({ ideas: 'Talk first', minutes: 45 }, { base: ours }),
  'calling it off': (school) => school.edit({ ...none, followUpMinutes: null }, { base: ours, who: director.email }),
};

const cases = Object.entries(verbs).flatMap(([what, verb]) =>
  Object.entries(acts).map(([how, act]) => [what, how, verb, act] as const),
);

describe('whoever works in the sheet while it is written', () => {
  const others = (school: School) => [3, 4].map((number) => rowOf(school, number));
  let four: School;
  let before: ReturnType<typeof others>;
  beforeAll(() => {
    four = givenFour();
    before = others(four);
  });

  it.each(cases)('%s: somebody %s', (_what, how, verb, act) => {
    const whole = forkOf(four);
    verb(whole);
    const meant = rowOf(whole, 2);
    for (let place = 0, last = false; !last; place++) {
      const school = forkOf(four);
      let count = 0;
      last = true;
      const away = school.world.onCall((call: Call, go) => {
        if (call.server && count++ === place) {
          last = false;
          act(school);
        }
        return go();
      });
      const told = verb(school);
      away();
      const about = [how, place, told];
      expect([about, others(school)]).toEqual([about, before]);
      expect([about, rowOf(school, 1).length]).toEqual([about, how === 'deletes the row above' && !last ? 0 : 1]);
      if (!told.ok) expect([about, told.error.code]).toEqual([about, expect.stringMatching(/^(stale|setup|busy)$/)]);
      const again = told.ok ? told : verb(school);
      expect([about, again.ok]).toEqual([about, true]);
      expect([about, rowOf(school, 2)]).toEqual([about, meant]);
      const added = school.rows('Sessions').filter((row) => row['Session id'] === idOf(5));
      if (added.length > 0) expect([about, added]).toMatchObject([about, [{ Strength: ours.strength, Notes: '' }]]);
      const said = JSON.stringify([...school.rows('Log').map(({ Event, Who }) => [Event, Who])].sort());
      const saidWithout = JSON.stringify([...whole.rows('Log').map(({ Event, Who }) => [Event, Who])].sort());
      expect([about, said]).toEqual([about, saidWithout]);
    }
  });
});

/** Does something at the first call of a method, once. */
function once(school: School, method: string, act: () => void): void {
  let done = false;
  school.world.onCall((call, go) => {
    if (call.method === method && !done) {
      done = true;
      act();
    }
    return go();
  });
}

describe('a row that goes in the very moment', () => {
  it('when it is saved is not said to be saved, and can be saved again', () => {
    const school = givenPlainSchool();
    once(school, 'flush', () => school.person.deleteRow('Sessions', 2));
    expect(school.save()).toMatchObject({ ok: false, error: { code: 'stale' } });
    expect(school.save()).toMatchObject({ ok: true, value: { already: false } });
    expect(school.rows('Sessions')).toHaveLength(1);
  });

  it('when it is corrected is not said to be corrected', () => {
    const school = givenFour();
    once(school, 'flush', () => school.person.deleteRow('Sessions', atOf(school)));
    expect(school.edit({ ideas: 'Talk first' }, { base: ours })).toMatchObject({ ok: false, error: { code: 'stale' } });
    expect([1, 3, 4].map((number) => rowOf(school, number)[0]?.Ideas)).toEqual(['', '', '']);
  });

  it('when its invitation is sent is said in the Log, and no other row shows it', () => {
    const school = givenFour();
    once(school, 'insert', () => school.person.deleteRow('Sessions', atOf(school)));
    expect(school.deliver(mine.id)).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
    expect(school.rows('Sessions').map((row) => row['Follow-up status'])).toEqual(['', 'Invited', 'Waiting']);
    expect(school.rows('Log').map((line) => line['Session id'])).toEqual([idOf(3), mine.id]);
  });

  it('with everything below it, when its invitation is sent, leaves the coach to try again', () => {
    const school = givenFour();
    once(school, 'insert', () => school.person.deleteRow('Sessions', 3, smallTab - 2));
    expect(school.deliver(mine.id)).toMatchObject({ ok: false, error: { code: 'stale' } });
    expect(school.deliver(mine.id)).toMatchObject({ ok: false, error: { code: 'missing' } });
  });

  it('and is a line of the Log, with all the others, is not said to be sent for certain', () => {
    const school = givenFour();
    once(school, 'flush', () => school.person.deleteRow('Log', 2, 2));
    expect(school.deliver(mine.id)).toMatchObject({ ok: false, error: { code: 'stale' } });
    expect(school.deliver(mine.id)).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
    school.check();
    expect(school.rows('Log').map((line) => [line.Event, line['Session id']])).toContainEqual(['Invited', mine.id]);
  });

  it('when its status is put right is left to the person who took it', () => {
    const school = givenFour();
    school.person.type('Sessions', `${letter(column(school, 'Follow-up status'))}${atOf(school)}`, 'Invited');
    once(school, 'tryLock', () => school.person.deleteRow('Sessions', atOf(school)));
    expect(school.check(director.email).repaired).toEqual([]);
  });
});

it('columns that are moved twice while a row is corrected leave every other word of it where it was', () => {
  const school = givenFour();
  once(school, 'flush', () => {
    school.person.insertColumn('Sessions', 1);
    const away = school.world.onCall((call, go) => {
      if (call.method === 'getValues') {
        away();
        school.person.moveColumn('Sessions', column(school, 'Date'), column(school, 'Event id') + 1);
      }
      return go();
    });
  });
  expect(school.edit({ ideas: 'Talk first', minutes: 45 }, { base: ours })).toMatchObject({ ok: true });
  const whole = givenFour();
  whole.edit({ ideas: 'Talk first', minutes: 45 }, { base: ours });
  for (const number of [1, 2, 3, 4]) expect(rowOf(school, number)).toEqual(rowOf(whole, number));
});

it('a status that a sort and a move at once put into an empty cell of another row is taken out of it again', () => {
  const school = givenFour();
  once(school, 'setValue', () => {
    school.person.sort('Sessions', 1, 'desc');
    school.person.moveColumn('Sessions', column(school, 'Ideas'), column(school, 'Follow-up status') + 1);
  });
  expect(school.deliver(mine.id)).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
  const whole = givenFour();
  whole.deliver(mine.id);
  for (const number of [1, 2, 3, 4]) expect(rowOf(school, number)).toEqual(rowOf(whole, number));
});

it('lines of the Log that somebody deletes while several are written are missed, and nothing is sent twice', () => {
  const school = givenPlainSchool();
  for (const number of [1, 2, 3]) school.save({ id: idOf(number) });
  once(school, 'flush', () => school.person.deleteRow('Log', 2, 2));
  expect(school.told('sendWaitingInvitations', coach.email)).toEqual([
    'The sheet changed while this was being saved, so it is not certain that all of it is there. Try again.',
  ]);
  school.told('sendWaitingInvitations', coach.email);
  expect(school.rows('Sessions').map((row) => row['Follow-up status'])).toEqual(['Invited', 'Invited', 'Invited']);
  expect(school.world.calendars.list(coach.email)).toHaveLength(3);
});

it('without the tab that saves reading, a row is found all the same where somebody sorts while it is saved', () => {
  const school = givenFour();
  school.person.deleteTab('Lookup');
  once(school, 'flush', () => school.person.sort('Sessions', 1, 'desc'));
  expect(school.save({ id: idOf(5) })).toMatchObject({ ok: true, value: { row: 2, already: false } });
  expect(rowOf(school, 5)).toMatchObject([{ Strength: ours.strength, 'Follow-up status': 'Waiting' }]);
  expect(rowOf(school, 2)).toMatchObject([{ Strength: ours.strength }]);
});

it('what somebody types beside a new row stays, also when its columns are moved in the same moment', () => {
  const school = givenFour();
  once(school, 'flush', () => {
    school.person.type('Sessions', 'D6', 'just now');
    school.person.moveColumn('Sessions', column(school, 'Session id'), 1);
  });
  expect(school.save({ id: idOf(5) })).toMatchObject({ ok: true, value: { row: 6 } });
  expect(school.rows('Sessions')[4]).toMatchObject({ Notes: 'just now', Strength: ours.strength });
});

it('what somebody types into a row while it is corrected is not written over', () => {
  const school = givenFour();
  const ideas = () => `${letter(column(school, 'Ideas'))}${atOf(school)}`;
  once(school, 'getDataRange', () => school.person.type('Sessions', ideas(), 'The director was here'));
  expect(school.edit({ ideas: 'Talk first' }, { base: ours })).toMatchObject({ ok: false, error: { code: 'stale' } });
  expect(school.person.sees('Sessions', ideas())).toBe('The director was here');
});

it('somebody who types into that cell again and again leaves the coach to try again', () => {
  const school = givenFour();
  const away = school.world.onCall((call, go) => {
    const done = go();
    if (call.method === 'flush') school.person.type('Sessions', `${letter(column(school, 'Ideas'))}3`, 'Mine');
    return done;
  });
  expect(school.edit({ ideas: 'Talk first' }, { base: ours })).toMatchObject({ ok: false, error: { code: 'stale' } });
  away();
  expect(school.person.sees('Sessions', `${letter(column(school, 'Ideas'))}3`)).toBe('Mine');
});

it('what somebody types into the very cell that is being corrected is written over, as the later of the two', () => {
  const school = givenFour();
  const away = school.world.onCall((call, go) => {
    const done = go();
    if (call.method === 'flush') school.person.type('Sessions', `${letter(column(school, 'Ideas'))}3`, 'Mine');
    if (call.method === 'flush') away();
    return done;
  });
  expect(school.edit({ ideas: 'Talk first' }, { base: ours })).toMatchObject({ ok: true });
  expect(rowOf(school, 2)).toMatchObject([{ Ideas: 'Talk first' }]);
});

it('of a row that was pasted twice the first is corrected, and the copy is left as it is', () => {
  const school = givenFour();
  const copy = school.person.seesAll('Sessions')[atOf(school) - 1] ?? [];
  school.person.paste('Sessions', 'A6', [copy.map((cell) => (cell === '15:45' ? "'15:45" : cell))]);
  expect(school.edit({ ideas: 'Talk first' }, { base: ours })).toMatchObject({ ok: true, value: { row: 3 } });
  expect(rowOf(school, 2).map(({ Ideas }) => Ideas)).toEqual(['Talk first', '']);
});

it('a row that somebody gives another id in the moment of its correction is given back what it had', () => {
  const school = givenFour();
  const id = `${letter(column(school, 'Session id'))}${atOf(school)}`;
  once(school, 'flush', () => school.person.type('Sessions', id, idOf(9)));
  expect(school.edit({ ideas: 'Talk first' }, { base: ours })).toMatchObject({ ok: false, error: { code: 'stale' } });
  expect(rowOf(school, 9)).toHaveLength(1);
});

it('a follow-up whose minutes somebody emptied takes half an hour', () => {
  const school = givenFour();
  school.person.type('Sessions', `${letter(column(school, 'Follow-up minutes'))}${atOf(school)}`, '');
  expect(school.deliver(mine.id)).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
  const event = school.world.calendars.list(coach.email).find(({ id }) => id === eventIdOf(mine.id));
  expect(event).toMatchObject({ end: { dateTime: expect.stringContaining('T16:15') } });
});

it('a dialog that somebody leaves open keeps nobody from saving', () => {
  const school = givenFour();
  const told: Reply<unknown>[] = [];
  once(school, 'alert', () => told.push(school.save({ id: idOf(5) }, other.email)));
  expect(school.told('sendWaitingInvitations', coach.email)).toHaveLength(2);
  expect(told).toMatchObject([{ ok: true }]);
});

const letter = (at: number): string => (at > 26 ? `A${String.fromCharCode(38 + at)}` : String.fromCharCode(64 + at));
