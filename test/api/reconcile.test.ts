import { eventIdOf } from '../../src/domain/follow-ups.ts';
import { givenPlainSchool, idOf, people, type School, session } from '../given.ts';

const { coach, director } = people;
const none = { followUpDate: '', followUpTime: '', followUpMinutes: null };
const minute = 60_000;

/** Two sessions, one of them with a follow-up to which everybody is invited. */
function givenInvited(): School {
  const school = givenPlainSchool();
  school.save();
  school.save({ id: idOf(2), ...none });
  school.deliver();
  school.world.clock.advance(minute);
  return school;
}

const methods = (school: School, path: string, input: unknown = null, who: string = coach.email): string[] =>
  school.ask(who, path, input).run.calls.map(({ method }) => method);
const count = (all: readonly string[], wanted: string) => all.filter((method) => method === wanted).length;
const letters = (column: number): string =>
  column > 26 ? `A${String.fromCharCode(38 + column)}` : String.fromCharCode(64 + column);
const typeInto = (school: School, header: string, text: string, row = 2) =>
  school.person.type('Sessions', `${letters(school.column('Sessions', header))}${row}`, text);

describe('on a sheet in order', () => {
  it.each(['', 'waiting', 'calendar'])('part “%s” of a check keeps nobody from saving, and writes nothing', (part) => {
    for (const who of [coach.email, director.email]) {
      const calls = methods(givenInvited(), 'reconcile.check', part, who);
      for (const method of ['tryLock', 'appendRow', 'setValue', 'flush'])
        expect([method, count(calls, method)]).toEqual([method, 0]);
      expect(count(calls, 'list')).toBe(part === 'calendar' ? 1 : 0);
    }
  });

  it('the hourly check goes through each part once', () => {
    const school = givenInvited();
    const { reply, run } = school.ask(coach.email, 'reconcile.all');
    expect(reply).toEqual({ ok: true, value: null });
    const calls = run.calls.map(({ method }) => method);
    expect([count(calls, 'list'), count(calls, 'tryLock')]).toEqual([1, 0]);
  });

  it('an invitation that was sent is asked for again without the lock', () => {
    const school = givenInvited();
    const calls = methods(school, 'followUps.deliver', session().id);
    expect([count(calls, 'insert'), count(calls, 'tryLock')]).toEqual([1, 0]);
  });
});

it('a check says how far it has come, part by part', () => {
  const school = givenInvited();
  const part = (from: unknown) => school.ask(coach.email, 'reconcile.check', from).reply;
  const progress = (done: number, next: string) => ({
    ok: true,
    value: { done, of: 3, next, repaired: [], findings: [] },
  });
  expect([part(''), part('waiting'), part('calendar'), part(7)]).toEqual([
    progress(1, 'waiting'),
    progress(2, 'calendar'),
    progress(3, ''),
    progress(1, 'waiting'),
  ]);
});

it('empty rows between the others are no finding, and neither is one in which only a note was left', () => {
  const school = givenInvited();
  school.person.insertRow('Sessions', 3, 2);
  school.person.type('Sessions', `${letters(school.column('Sessions', 'Ideas'))}3`, 'A note of the director');
  expect(school.check(director.email)).toEqual({ repaired: [], findings: [], parts: 3 });
});

it('a row that lost its id is left to people, whatever else it says', () => {
  const school = givenInvited();
  typeInto(school, 'Session id', '');
  typeInto(school, 'Event id', eventIdOf(''));
  typeInto(school, 'Follow-up status', '');
  const { run } = school.ask(director.email, 'reconcile.check', '');
  expect(run.calls.filter(({ method }) => method === 'tryLock')).toEqual([]);
  expect(school.check(director.email).findings.map(({ words }) => words)).toEqual([
    'Row 2 has no session id, so it can be neither corrected in the sidebar nor sent.',
    expect.stringMatching(/^A session is no longer on the Sessions tab\./),
  ]);
});

it('a calendar that was emptied is gone through by and by, twenty-five events at a time', () => {
  const school = givenPlainSchool();
  for (let number = 1; number <= 26; number++) school.save({ id: idOf(number) });
  school.told('sendWaitingInvitations', coach.email);
  school.world.clock.advance(minute);
  for (let number = 1; number <= 26; number++) school.world.calendars.remove(coach.email, eventIdOf(idOf(number)));
  const { repaired, parts } = school.check(coach.email);
  expect([repaired.length, parts]).toEqual([26, 4]);
  expect(school.check(coach.email)).toMatchObject({ repaired: [], parts: 3 });
});

it('what waits is sent every hour also when it is more than one part sends', () => {
  const school = givenPlainSchool();
  for (let number = 1; number <= 41; number++) school.save({ id: idOf(number) });
  expect(school.ask(coach.email, 'reconcile.all').reply).toEqual({ ok: true, value: null });
  expect(school.world.calendars.list(coach.email)).toHaveLength(41);
  expect(new Set(school.rows('Sessions').map((row) => row['Follow-up status']))).toEqual(new Set(['Invited']));
});

it('an event of which the list no longer knows is asked for by itself, and only where it should be there', () => {
  const school = givenInvited();
  const asked: unknown[] = [];
  school.world.onCall((call, act) => {
    if (call.method === 'get') asked.push(call.args[1]);
    return call.method === 'list' ? { items: [] } : act();
  });
  expect(school.check(coach.email)).toMatchObject({ repaired: [], findings: [] });
  expect(asked).toEqual([eventIdOf(session().id)]);
});

it('an invitation that was sent long ago has not waited, and a follow-up of today is still to come', () => {
  const school = givenInvited();
  typeInto(school, 'Follow-up date', '28/11/2026', 3);
  school.world.clock.advance(2 * 24 * 60 * minute);
  expect(school.check(director.email).findings.map(({ words }) => words)).toEqual([
    expect.stringMatching(/^Nobody was invited to the follow-up in row 3 /),
  ]);
  school.world.clock.advance(24 * 60 * minute);
  expect(school.check(director.email).findings).toEqual([]);
});

it('of a row that was pasted several times the last is the one to look at', () => {
  const school = givenInvited();
  const [, row = []] = school.person.seesAll('Sessions');
  school.person.paste('Sessions', 'A4', [row, row]);
  expect(school.check(director.email).findings).toMatchObject([
    {
      words: expect.stringMatching(/^Rows 2 and 4 and 5 have the same session id/),
      link: expect.stringMatching(/&range=A5$/),
    },
  ]);
});

it('what waits since Calendar is switched off is said of each, with a link to the tab, and the others are sent', () => {
  const school = givenPlainSchool();
  for (const number of [1, 2]) school.save({ id: idOf(number) });
  let count = 0;
  school.world.onCall((call, act) => {
    if (call.method === 'insert' && ++count === 2)
      throw new Error('API call to calendar.events.insert failed: Backend');
    return act();
  });
  expect(school.ask(coach.email, 'reconcile.check', 'waiting').reply).toEqual({
    ok: true,
    value: {
      done: 2,
      of: 3,
      next: 'calendar',
      repaired: ['Invitations sent for Thu 10 Dec, 15:45 to Bram Tansy and Rowan Reed.'],
      findings: [
        {
          words: expect.stringMatching(/^Google Calendar is busy, so the invitation waits\./),
          link: expect.stringMatching(/#gid=\d+$/),
          event: '',
        },
      ],
    },
  });
});
