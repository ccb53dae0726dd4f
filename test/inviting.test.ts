import { staff } from '../src/domain/staff.ts';
import { givenSchool, idOf, people, type School, session } from './given.ts';

const eventId = 'stride0f8fad5bd9cb469fa16570867728950e';
const eventsOf = (school: School, who: string) => school.world.calendars.list(who);

describe('the invitation of a follow-up', () => {
  it('stands in the calendars of coach, coachee and assistant head, without a word of the conversation', () => {
    const school = givenSchool();
    school.save();
    expect(school.deliver()).toMatchObject({
      ok: true,
      value: {
        outcome: 'Invited',
        words: 'Invitations sent for Thu 10 Dec, 15:45 to Bram Tansy and Rowan Reed.',
        link: expect.stringMatching(/^https:/),
      },
    });
    for (const { email } of [people.coach, people.coachee, people.head]) {
      const [event, ...others] = eventsOf(school, email);
      expect(others).toEqual([]);
      expect(event).toMatchObject({
        id: eventId,
        summary: 'Coaching follow-up',
        visibility: 'private',
        start: { dateTime: expect.stringContaining('2026-12-10T15:45'), timeZone: 'Europe/London' },
        end: { dateTime: expect.stringContaining('2026-12-10T16:15') },
        guestsCanInviteOthers: false,
      });
      const told = JSON.stringify(event);
      for (const words of [session().strength, session().target, session().outcome, 'Questioning'])
        expect(told).not.toContain(words);
    }
    expect(eventsOf(school, people.other.email)).toEqual([]);
    expect(school.rows('Sessions')[0]?.['Follow-up status']).toBe('Invited');
    expect(school.rows('Log')).toMatchObject([
      { Who: people.coach.email, Event: 'Invited', 'Session id': session().id },
    ]);
  });

  it('is sent once, however often it is asked for', () => {
    const school = givenSchool();
    school.save();
    for (let time = 0; time < 3; time++)
      expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
    expect(eventsOf(school, people.coachee.email)).toHaveLength(1);
    expect(school.rows('Log')).toHaveLength(1);
  });

  it('is found again when the run that sent it ended before it could say so', () => {
    const school = givenSchool();
    school.save();
    const away = school.world.onCall((call, act) => {
      const done = act();
      if (call.method === 'insert') throw new Error('the answer was lost');
      return done;
    });
    school.deliver();
    away();
    expect(school.rows('Sessions')[0]?.['Follow-up status']).toBe('Waiting');
    expect(school.told('sendWaitingInvitations', people.coach.email)).toEqual([
      'Invitations sent for Thu 10 Dec, 15:45 to Bram Tansy and Rowan Reed.',
    ]);
    expect(eventsOf(school, people.coachee.email)).toHaveLength(1);
    expect(school.rows('Sessions')[0]?.['Follow-up status']).toBe('Invited');
  });

  it('that a person removed stays removed', () => {
    const school = givenSchool();
    school.save();
    school.deliver();
    school.world.calendars.remove(people.coach.email, eventId);
    expect(school.deliver()).toMatchObject({
      ok: true,
      value: {
        outcome: 'Removed',
        words: 'The follow-up of Thu 10 Dec, 15:45 was removed from the calendar by a person, so it stays removed.',
      },
    });
    expect(school.rows('Sessions')[0]?.['Follow-up status']).toBe('Removed');
    expect(eventsOf(school, people.coachee.email)).toEqual([]);
  });

  it('is only sent by the person in whose calendar it will stand', () => {
    const school = givenSchool();
    school.save();
    expect(school.deliver(session().id, people.other.email)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(school.told('sendWaitingInvitations', people.other.email)).toEqual(['No invitation of yours is waiting.']);
    expect(eventsOf(school, people.other.email)).toEqual([]);
  });

  it('does not go to somebody who left, or moved outside, after the session was saved', () => {
    const school = givenSchool();
    school.save();
    school.put(staff, Object.values({ ...people, coachee: { ...people.coachee, active: false } }));
    expect(school.deliver()).toMatchObject({
      ok: true,
      value: {
        outcome: 'Not sent',
        words:
          'The follow-up with Bram Tansy was not sent. Bram Tansy is not active on the Staff tab, so they cannot be invited.',
      },
    });
    expect(eventsOf(school, people.coach.email)).toEqual([]);
    expect(school.rows('Sessions')[0]?.['Follow-up status']).toBe('Not sent');
    expect(school.rows('Log')[0]?.Detail).toContain('Bram Tansy is not active');
  });

  it('of a session that is gone is refused', () => {
    expect(givenSchool().deliver(idOf(9))).toMatchObject({ ok: false, error: { code: 'missing' } });
  });

  it('waits when Calendar is switched off or busy, and is sent by the hourly run of the same person', () => {
    const school = givenSchool();
    school.save();
    school.world.calendars.off = 'disabled';
    expect(school.deliver()).toMatchObject({
      ok: true,
      value: { outcome: 'Waiting', words: expect.stringContaining('Google Calendar is switched off') },
    });
    school.world.calendars.off = 'absent';
    expect(school.deliver()).toMatchObject({
      ok: true,
      value: { outcome: 'Waiting', words: expect.stringContaining('Google Calendar is switched off') },
    });
    school.world.calendars.off = 'quota';
    expect(school.deliver()).toMatchObject({
      ok: true,
      value: { outcome: 'Waiting', words: expect.stringContaining('Google Calendar is busy') },
    });
    expect(school.rows('Log')).toEqual([]);
    expect(school.ask(people.coach.email, 'followUps.sendHourly').reply).toEqual({ ok: true, value: true });
    expect(school.home().hourly).toBe(true);
    school.world.calendars.off = null;
    school.world.clock.advance(3_700_000);
    expect(school.world.runTriggers()).toHaveLength(1);
    expect(school.rows('Sessions')[0]?.['Follow-up status']).toBe('Invited');
    expect(eventsOf(school, people.head.email)).toHaveLength(1);
  });

  it('is shown beside its own session, also when somebody sorts the tab while it is being sent', () => {
    const school = givenSchool();
    school.save({ id: idOf(1), date: '2026-11-26' });
    school.save({ id: idOf(2), date: '2026-11-19', coachee: people.other.email });
    let sorted = false;
    school.world.onCall((call, act) => {
      if (call.method === 'flush' && !sorted) {
        sorted = true;
        school.person.sort('Sessions', school.column('Sessions', 'Date'));
      }
      return act();
    });
    expect(school.deliver(idOf(1))).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
    expect(sorted).toBe(true);
    const states = school.rows('Sessions').map((row) => [row['Session id'], row['Follow-up status']]);
    expect(Object.fromEntries(states)).toEqual({ [idOf(1)]: 'Invited', [idOf(2)]: 'Waiting' });
  });
});

it('the hourly run is installed once for each person, however often they agree', () => {
  const school = givenSchool();
  for (const who of [people.coach.email, people.coach.email, people.other.email])
    school.ask(who, 'followUps.sendHourly');
  school.world.clock.advance(3_700_000);
  expect(school.world.runTriggers()).toHaveLength(2);
});
