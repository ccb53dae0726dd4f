import { dateTimeIn } from '../local/calendar-event.ts';
import { Killed } from '../local/door.ts';
import { eventIdOf, nextEventId } from '../src/domain/follow-ups.ts';
import { staff } from '../src/domain/staff.ts';
import { givenPlainSchool, givenSchool, idOf, people, type School, session } from './given.ts';

const { coach, coachee, director, head, other } = people;
const first = eventIdOf(session().id);
const another = '22222222-2222-4222-8222-222222222222';
const none = { followUpDate: '', followUpTime: '', followUpMinutes: null };
const minute = 60_000;
const day = 24 * 60 * minute;

/** A school in which one session is saved, and everybody invited to its follow-up. */
function givenInvited(school: School = givenPlainSchool()): School {
  givenSaved(school);
  school.deliver();
  school.world.clock.advance(minute);
  return school;
}

function givenSaved(school: School = givenPlainSchool()): School {
  school.save();
  school.world.clock.advance(minute);
  return school;
}

const eventsOf = (school: School, { email }: { email: string }) => school.world.calendars.list(email);
const starts = (school: School, who: { email: string }) => eventsOf(school, who).map(({ start }) => start.dateTime);
const status = (school: School) => school.rows('Sessions').map((row) => row['Follow-up status']);
const lines = (school: School) => school.rows('Log').map(({ Event, Who }) => `${Event} by ${Who?.split('@')[0]}`);
const cell = (school: School, header: string, row = 2) => `${letters(school.column('Sessions', header))}${row}`;
const letters = (column: number): string =>
  column > 26 ? `A${String.fromCharCode(38 + column)}` : String.fromCharCode(64 + column);

describe('a correction', () => {
  it('changes what was changed and nothing else, and the Log keeps who, when and which columns, never a word', () => {
    const school = givenInvited(givenSchool());
    const [before = {}] = school.rows('Sessions');
    expect(school.edit({ strength: 'Frank words', minutes: 25 })).toEqual({
      ok: true,
      value: {
        id: session().id,
        row: 2,
        link: expect.stringMatching(/#gid=\d+&range=A2$/),
        already: false,
        invitation: false,
        changed: ['Strength', 'Minutes'],
        sender: '',
      },
    });
    expect(school.rows('Sessions')).toEqual([{ ...before, Strength: 'Frank words', Minutes: '25' }]);
    expect(school.rows('Log')[1]).toMatchObject({
      When: expect.stringMatching(/^26\/11\/2026 16:3\d$/),
      Who: coach.email,
      Event: 'Edited',
      'Session id': session().id,
      Detail: 'Strength, Minutes',
    });
    expect(JSON.stringify(school.rows('Log'))).not.toContain('Frank');
    expect(school.read()).toMatchObject({
      ok: true,
      value: { edited: { who: coach.name, at: expect.stringMatching(/^2026-11-26T16:3/), what: 'Strength, Minutes' } },
    });
    expect(school.world.calendars.mails.filter(({ kind }) => kind === 'update')).toEqual([]);
  });

  it('of the date changes the half-term with it', () => {
    const school = givenSaved();
    expect(school.edit({ date: '2026-09-10' })).toMatchObject({ ok: true });
    expect(school.rows('Sessions')).toMatchObject([{ Date: '10/09/2026', 'Half-term': '2026/27 Autumn 1' }]);
  });

  it('that changes nothing writes nothing', () => {
    const school = givenInvited();
    expect(school.edit({})).toMatchObject({ ok: true, value: { already: true, changed: [] } });
    expect(lines(school)).toEqual(['Invited by ada']);
  });

  it('can be made for as long as Settings says, by the director always', () => {
    const school = givenSaved();
    school.set('A session may be corrected for (days)', '2');
    school.world.clock.advance(2 * day);
    expect(school.edit({ ideas: 'One' })).toMatchObject({ ok: true });
    expect(school.read()).toMatchObject({
      ok: true,
      value: { mayChange: true, why: 'You can correct it until Sat 28 Nov.' },
    });
    school.world.clock.advance(day);
    expect(school.edit({ ideas: 'Two' }, { base: session({ ideas: 'One' }), edit: another })).toMatchObject({
      ok: false,
      error: { code: 'forbidden', message: expect.stringContaining('until Sat 28 Nov') },
    });
    expect(school.list()).toMatchObject({ ok: true, value: [{ mayChange: false }] });
    expect(
      school.edit({ ideas: 'Three' }, { who: director.email, base: session({ ideas: 'One' }), edit: another }),
    ).toMatchObject({ ok: true });
    expect(school.rows('Sessions')).toMatchObject([{ Ideas: 'Three' }]);
  });

  it('cannot be made at all where Settings says so', () => {
    const school = givenSaved();
    school.set('A session may be corrected for (days)', '0');
    expect(school.edit({ ideas: 'One' })).toMatchObject({
      ok: false,
      error: { code: 'forbidden', message: expect.stringContaining('cannot be corrected once it is saved') },
    });
    expect(lines(school)).toEqual([]);
  });

  it.each([
    [{ strength: '' }, 'strength'],
    [{ outcome: ' ' }, 'outcome'],
    [{ date: '2026-11-27' }, 'date'],
    [{ followUpDate: '2026-11-25' }, 'followUpDate'],
    [{ followUpTime: '' }, 'followUpTime'],
    [{ coachee: coach.email }, 'coachee'],
    [{ coachee: people.outsider.email }, 'followUpDate'],
    [{ ideas: 'x'.repeat(50_001) }, 'ideas'],
  ])('that will not do is refused at its field, and writes nothing: %#', (change, field) => {
    const school = givenSaved();
    const before = JSON.stringify([school.rows('Sessions'), school.rows('Log')]);
    expect(school.edit(change)).toMatchObject({ ok: false, error: { code: 'invalid', field } });
    expect(JSON.stringify([school.rows('Sessions'), school.rows('Log')])).toBe(before);
  });

  it('without an id of its own, or of one session by another’s form, is refused', () => {
    const school = givenSaved();
    for (const input of [
      { edit: 'x' },
      { edit: '' },
      { base: session({ id: idOf(9) }) },
      { base: { ...session(), id: 'x' } },
    ])
      expect(school.edit({ ideas: 'x', id: session().id }, input)).toMatchObject({
        ok: false,
        error: { code: 'invalid', message: expect.stringContaining('no proper id') },
      });
    expect(lines(school)).toEqual([]);
  });

  it('of a session whose follow-up somebody typed half into the sheet can be made, and makes it whole', () => {
    const school = givenSchool();
    school.save(none);
    school.person.type('Sessions', cell(school, 'Follow-up date'), '10/12/2026');
    school.person.type('Sessions', cell(school, 'Follow-up time'), '15:45');
    const base = session({ followUpMinutes: null });
    expect(school.read()).toMatchObject({ ok: true, value: { session: base } });
    expect(school.edit({ ideas: 'x' }, { base })).toMatchObject({
      ok: true,
      value: { changed: ['Ideas'], invitation: true },
    });
    expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
    expect(school.rows('Sessions')).toMatchObject([{ 'Follow-up minutes': '30', 'Follow-up status': 'Invited' }]);
    expect(school.edit({ ideas: 'x' }, { base })).toMatchObject({ ok: true, value: { already: true } });
    expect([lines(school), starts(school, coachee)]).toEqual([
      ['Replanned by ada', 'Invited by ada'],
      ['2026-12-10T15:45:00Z'],
    ]);
  });
});

describe('over somebody else’s newer change', () => {
  it('a correction is refused, and both versions can be read', () => {
    const school = givenSaved(givenSchool());
    expect(school.edit({ strength: 'The director’s' }, { who: director.email })).toMatchObject({ ok: true });
    const mine = { strength: 'Mine', target: 'Mine too' };
    expect(school.edit(mine, { edit: another })).toEqual({
      ok: false,
      error: {
        code: 'stale',
        message:
          'Somebody has changed this session since you opened it (Strength). Nothing of yours was saved yet: look at both versions.',
      },
    });
    expect(school.rows('Sessions')).toMatchObject([{ Strength: 'The director’s', Target: session().target }]);
    const theirs = school.read();
    expect(theirs).toMatchObject({
      ok: true,
      value: { session: session({ strength: 'The director’s' }), edited: { who: director.name, what: 'Strength' } },
    });
    // Having seen both, the coach saves what they chose.
    const base = session({ strength: 'The director’s' });
    expect(school.edit(mine, { base, edit: idOf(3) })).toMatchObject({ ok: true });
    expect(school.rows('Sessions')).toMatchObject([{ Strength: 'Mine', Target: 'Mine too' }]);
    expect(lines(school)).toEqual(['Edited by dora', 'Edited by ada']);
  });

  it('typed into the cell, it is refused too, also when the two changed different columns', () => {
    const school = givenSaved();
    school.person.type('Sessions', cell(school, 'Target'), 'Typed into the sheet');
    expect(school.edit({ strength: 'Mine' })).toMatchObject({
      ok: false,
      error: { code: 'stale', message: expect.stringContaining('(Target)') },
    });
    expect(school.rows('Sessions')).toMatchObject([{ Strength: session().strength, Target: 'Typed into the sheet' }]);
  });

  it('that says the same, there is nothing to refuse and nothing to write', () => {
    const school = givenSaved();
    school.edit({ strength: 'Both' }, { who: director.email });
    expect(school.edit({ strength: 'Both' }, { edit: another })).toMatchObject({ ok: true, value: { already: true } });
    expect(lines(school)).toEqual(['Edited by dora']);
  });
});

describe('repeating a correction', () => {
  it('whose answer was lost acknowledges it once, with one line in the Log', () => {
    const school = givenInvited(givenSchool());
    const change = { strength: 'Better', followUpTime: '16:15' };
    expect(school.edit(change)).toMatchObject({ ok: true, value: { already: false, invitation: true } });
    expect(school.edit(change)).toMatchObject({
      ok: true,
      value: { invitation: true, changed: ['Strength', 'Follow-up time'] },
    });
    school.world.clock.advance(minute);
    school.deliver();
    expect(school.edit(change)).toMatchObject({ ok: true, value: { already: true, invitation: true } });
    expect(lines(school)).toEqual(['Invited by ada', 'Replanned by ada', 'Moved by ada']);
    expect(status(school)).toEqual(['Invited']);
  });

  it.each(['kept', 'lost', 'torn'] as const)(
    'completes one that was ended at any of its writes, what was not sent %s',
    (unflushed) => {
      const change = { strength: 'Better', ideas: 'New', coachee: other.email, followUpDate: '2026-12-11' };
      for (let at = 1, ended = true; ended && at < 20; at++) {
        const school = givenInvited();
        let writes = 0;
        ended = false;
        const away = school.world.onCall((call, act) => {
          if (['setValue', 'appendRow', 'flush'].includes(call.method) && ++writes === at) {
            ended = true;
            throw new Killed('six minutes are over');
          }
          return act();
        });
        school.edit(change, {}, { unflushed });
        away();
        school.world.clock.advance(minute);
        expect([at, school.edit(change)]).toMatchObject([at, { ok: true }]);
        expect(school.rows('Sessions')).toMatchObject([
          {
            Strength: 'Better',
            Ideas: 'New',
            Coachee: other.name,
            Team: 'Office',
            'Assistant head': '',
            'Follow-up date': '11/12/2026',
            'Follow-up status': 'Waiting',
          },
        ]);
        expect([at, lines(school)]).toEqual([at, ['Invited by ada', 'Replanned by ada']]);
      }
    },
  );

  it('asks for the same new event, also when the hourly run came between its two halves', () => {
    const school = givenInvited();
    school.world.calendars.remove(coach.email, first);
    school.deliver();
    school.world.clock.advance(minute);
    const event = school.column('Sessions', 'Event id');
    const away = school.world.onCall((call, act) => {
      if (call.method === 'getRange' && call.args[1] === event && call.args.length === 2) throw new Killed('over');
      return act();
    });
    school.edit({ followUpDate: '2026-12-11' });
    away();
    expect(school.rows('Sessions')).toMatchObject([{ 'Follow-up status': 'Waiting', 'Event id': first }]);
    school.world.clock.advance(minute);
    school.told('sendWaitingInvitations', coach.email);
    expect(status(school)).toEqual(['Removed']);
    school.world.clock.advance(minute);
    expect(school.edit({ followUpDate: '2026-12-11' })).toMatchObject({ ok: true, value: { invitation: true } });
    school.world.clock.advance(minute);
    expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
    expect(school.edit({ followUpDate: '2026-12-11' })).toMatchObject({ ok: true, value: { already: true } });
    expect(eventsOf(school, coachee).map(({ id }) => id)).toEqual([
      nextEventId(session().id, '11111111-1111-4111-8111-111111111111'),
    ]);
    expect(status(school)).toEqual(['Invited']);
  });
});

describe('a follow-up that is corrected', () => {
  it('to another time moves the event, and everybody is asked anew', () => {
    const school = givenInvited(givenSchool());
    school.world.calendars.respond(coachee.email, first, 'accepted');
    expect(school.edit({ followUpDate: '2026-12-11', followUpTime: '08:15', followUpMinutes: 45 })).toMatchObject({
      ok: true,
      value: { invitation: true, sender: '' },
    });
    expect(status(school)).toEqual(['Waiting']);
    expect(school.deliver()).toMatchObject({
      ok: true,
      value: {
        outcome: 'Invited',
        words: 'The follow-up is now Fri 11 Dec, 08:15; Bram Tansy and Rowan Reed have been told.',
      },
    });
    for (const who of [coach, coachee, head])
      expect(eventsOf(school, who)).toMatchObject([
        {
          id: first,
          start: { dateTime: '2026-12-11T08:15:00Z' },
          end: { dateTime: '2026-12-11T09:00:00Z' },
          attendees: [
            { email: coach.email, responseStatus: 'accepted' },
            { email: coachee.email, responseStatus: 'needsAction' },
            { email: head.email, responseStatus: 'needsAction' },
          ],
        },
      ]);
    expect(lines(school)).toEqual(['Invited by ada', 'Replanned by ada', 'Moved by ada']);
    expect(status(school)).toEqual(['Invited']);
  });

  it('to another coachee keeps the time and the answers of those who stay', () => {
    const school = givenInvited();
    const { calendars } = school.world;
    calendars.respond(head.email, first, 'tentative', 'I may be late');
    // The coach has moved it in Calendar, and a change of who does not undo that.
    calendars.move(coach.email, first, '2026-12-10T08:00:00Z');
    calendars.respond(head.email, first, 'tentative', 'I may be late');
    school.put(staff, Object.values({ ...people, other: { ...other, team: 'Year 4' } }));
    expect(school.edit({ coachee: other.email })).toMatchObject({ ok: true, value: { invitation: true } });
    school.deliver();
    expect([starts(school, coachee), starts(school, other)]).toEqual([[], ['2026-12-10T08:00:00Z']]);
    expect(eventsOf(school, coach)).toMatchObject([
      {
        attendees: [
          { email: coach.email, responseStatus: 'accepted' },
          { email: other.email, responseStatus: 'needsAction' },
          { email: head.email, responseStatus: 'tentative' },
        ],
      },
    ]);
    expect(JSON.stringify([school.rows('Sessions'), school.rows('Log')])).not.toContain('late');
  });

  it('to none is called off, once, and everybody is told', () => {
    const school = givenInvited();
    expect(school.edit(none)).toMatchObject({ ok: true, value: { invitation: true } });
    expect(school.deliver()).toMatchObject({
      ok: true,
      value: { outcome: 'Cancelled', words: 'The follow-up was called off.' },
    });
    expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Cancelled' } });
    for (const who of [coach, coachee, head]) expect(eventsOf(school, who)).toEqual([]);
    expect(school.world.calendars.mails.filter(({ kind }) => kind === 'cancellation')).toHaveLength(2);
    expect(lines(school)).toEqual(['Invited by ada', 'Replanned by ada', 'Cancelled by ada']);
    expect(school.rows('Sessions')).toMatchObject([
      { 'Follow-up date': '', 'Follow-up minutes': '', 'Assistant head': '', 'Follow-up status': 'Cancelled' },
    ]);
  });

  it('to none before it was ever sent is never sent', () => {
    const school = givenSaved();
    school.edit(none);
    expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Cancelled' } });
    expect([eventsOf(school, coach), school.world.calendars.mails]).toEqual([[], []]);
  });

  it('from none to one is sent for the first time', () => {
    const school = givenSchool();
    school.save(none);
    expect(school.deliver()).toMatchObject({ ok: false, error: { code: 'missing' } });
    const { followUpDate, followUpTime } = session();
    const change = { followUpDate, followUpTime };
    expect(school.edit(change, { base: session(none) })).toMatchObject({
      ok: true,
      value: { invitation: true, changed: ['Follow-up date', 'Follow-up time', 'Follow-up minutes'] },
    });
    expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
    expect(school.rows('Sessions')).toMatchObject([{ 'Event id': first, 'Assistant head': head.name }]);
    expect(eventsOf(school, coachee)).toHaveLength(1);
  });

  it.each(['called off', 'removed by a person'])(
    'after it was %s becomes a new event, and the old one stays away',
    (how) => {
      const school = givenInvited();
      const isOff = how === 'called off';
      if (isOff) school.edit(none);
      else school.world.calendars.remove(coach.email, first);
      school.deliver();
      expect(status(school)).toEqual([isOff ? 'Cancelled' : 'Removed']);
      school.world.clock.advance(minute);
      const base = isOff ? session(none) : session();
      const change = { followUpDate: '2026-12-11', followUpTime: '15:45', followUpMinutes: 30 };
      expect(school.edit(change, { base, edit: another })).toMatchObject({ ok: true, value: { invitation: true } });
      school.world.clock.advance(minute);
      for (let time = 0; time < 2; time++) school.deliver();
      for (const who of [coach, coachee, head])
        expect(eventsOf(school, who)).toMatchObject([
          { id: nextEventId(session().id, another), start: { dateTime: '2026-12-11T15:45:00Z' } },
        ]);
      expect(school.world.calendars.find(coach.email, first)?.status).toBe('cancelled');
      expect(status(school)).toEqual(['Invited']);
    },
  );

  it('after it was removed from the calendar by a person, in words only, stays removed', () => {
    const school = givenInvited();
    school.world.calendars.remove(coach.email, first);
    school.deliver();
    school.world.clock.advance(minute);
    expect(school.edit({ ideas: 'x' })).toMatchObject({ ok: true, value: { invitation: false } });
    expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Removed' } });
    expect(eventsOf(school, coachee)).toEqual([]);
  });

  it('by the director stays in the calendar of whoever saved it, whose next run sends it', () => {
    const school = givenInvited(givenSchool());
    school.ask(coach.email, 'followUps.sendHourly');
    expect(school.edit({ followUpDate: '2026-12-14' }, { who: director.email })).toMatchObject({
      ok: true,
      value: { invitation: false, sender: coach.name },
    });
    expect(school.deliver(session().id, director.email)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect([eventsOf(school, director), starts(school, coachee)]).toEqual([[], ['2026-12-10T15:45:00Z']]);
    school.world.clock.advance(61 * minute);
    expect(school.world.runTriggers()).toHaveLength(1);
    expect([eventsOf(school, director), starts(school, coachee)]).toEqual([[], ['2026-12-14T15:45:00Z']]);
    expect(lines(school)).toEqual(['Invited by ada', 'Replanned by dora', 'Moved by ada']);
    expect(status(school)).toEqual(['Invited']);
  });

  it.each([
    ['moved', { followUpDate: '2026-12-14' }, ['2026-12-14T15:45:00Z'], 'Invited'],
    ['called off', none, [], 'Cancelled'],
  ] as const)(
    'and %s while its invitation is on the way ends in the calendar as the row says',
    (_how, change, ends, state) => {
      const school = givenSaved();
      let corrected = false;
      school.world.onCall((call, act) => {
        const done = act();
        if (call.method === 'insert' && !corrected) {
          corrected = true;
          expect(school.edit(change, { who: director.email })).toMatchObject({ ok: true });
        }
        return done;
      });
      expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: state } });
      for (const who of [coach, coachee, head]) expect(starts(school, who)).toEqual(ends);
      expect(status(school)).toEqual([state]);
    },
  );

  it.each([
    ['planned anew', { followUpDate: '2026-12-14', followUpTime: '15:45', followUpMinutes: 30 }, 'Invited'],
    ['given to another coachee', { coachee: other.email }, 'Cancelled'],
  ])('and %s while its event is taken out ends in the calendar as the row says', (_how, change, state) => {
    const school = givenInvited();
    school.edit(none);
    school.world.clock.advance(minute);
    let corrected = false;
    school.world.onCall((call, act) => {
      const done = act();
      if (call.method === 'remove' && !corrected) {
        corrected = true;
        const base = session(none);
        expect(school.edit(change, { base, who: director.email, edit: another })).toMatchObject({ ok: true });
      }
      return done;
    });
    expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: state } });
    const ends = state === 'Invited' ? ['2026-12-14T15:45:00Z'] : [];
    for (const who of [coach, coachee, head]) expect(starts(school, who)).toEqual(ends);
    expect(status(school)).toEqual([state]);
    expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: state } });
    expect(starts(school, coachee)).toEqual(ends);
  });
});

it('an invitation that waited until its day had passed is not sent, unless it was and only the answer was lost', () => {
  const late = givenSaved();
  late.world.clock.advance(15 * day);
  expect(late.deliver()).toMatchObject({
    ok: true,
    value: { outcome: 'Not sent', words: 'The follow-up of Thu 10 Dec, 15:45 has passed, so no invitation was sent.' },
  });
  expect([status(late), eventsOf(late, coachee)]).toEqual([['Not sent'], []]);
  const lost = givenSaved();
  const away = lost.world.onCall((call, act) => {
    const done = act();
    if (call.method === 'insert') throw new Killed('the answer was lost');
    return done;
  });
  lost.deliver();
  away();
  lost.world.clock.advance(15 * day);
  expect(lost.deliver()).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
});

it('an event that people moved in Calendar is not moved back by sending its invitation again', () => {
  const school = givenInvited();
  const moved = Date.parse('2026-12-15T09:00:00Z');
  school.world.calendars.move(coach.email, first, new Date(moved).toISOString());
  expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
  expect(starts(school, coachee)).toEqual([dateTimeIn('Europe/London', moved)]);
  expect(lines(school)).toEqual(['Invited by ada']);
});
