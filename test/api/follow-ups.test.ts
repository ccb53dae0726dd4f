import type { Delivery } from '../../src/domain/follow-ups.ts';
import { staff } from '../../src/domain/staff.ts';
import { givenPlainSchool, idOf, people, type School, session } from '../given.ts';

const { coach, coachee, director, other } = people;
const minute = 60_000;
const sendWaiting = (school: School, who: string = coach.email) =>
  school.ask<Delivery[]>(who, 'followUps.sendWaiting').reply;
const status = (school: School) => school.rows('Sessions').map((row) => row['Follow-up status']);
const starts = (school: School) => school.world.calendars.list(coachee.email).map(({ start }) => start.dateTime);

describe('sending what waits', () => {
  it('sends each of one’s own, and says of each what has become of it', () => {
    const school = givenPlainSchool();
    school.save({ id: idOf(1) });
    school.save({ id: idOf(2), coachee: other.email, followUpTime: '16:15' });
    school.save({ id: idOf(3), coachee: coach.email }, other.email);
    expect(sendWaiting(school)).toEqual({
      ok: true,
      value: [
        {
          session: idOf(1),
          outcome: 'Invited',
          words: 'Invitations sent for Thu 10 Dec, 15:45 to Bram Tansy and Rowan Reed.',
          link: expect.stringMatching(/^https:/),
        },
        {
          session: idOf(2),
          outcome: 'Invited',
          words: 'Invitations sent for Thu 10 Dec, 16:15 to Cleo Wick.',
          link: expect.stringMatching(/^https:/),
        },
      ],
    });
    expect(status(school)).toEqual(['Invited', 'Invited', 'Waiting']);
    expect(sendWaiting(school)).toEqual({ ok: true, value: [] });
    expect(school.rows('Log').map((line) => [line.Event, line.Detail])).toEqual([
      ['Invited', ''],
      ['Invited', ''],
    ]);
  });

  it('finds it by the columns of the Sessions tab itself where formulas cannot say it', () => {
    const damages: ((school: School) => void)[] = [
      ({ person }) => person.deleteTab('Lookup'),
      // The column that formulas go by was given up for another with its header.
      ({ person }) => {
        const ids = person.seesAll('Sessions').map((row) => row[28] ?? '');
        person.insertColumn('Sessions', 1);
        person.paste(
          'Sessions',
          'A1',
          ids.map((id) => [id]),
        );
        person.paste(
          'Sessions',
          'AD1',
          ids.map((_, index) => [index === 0 ? 'Old ids' : '']),
        );
      },
    ];
    for (const damage of damages) {
      const school = givenPlainSchool();
      school.save({ id: idOf(1) });
      sendWaiting(school);
      for (const number of [2, 3]) school.save({ id: idOf(number), ...(number === 3 ? { followUpDate: '' } : {}) });
      damage(school);
      expect(sendWaiting(school)).toMatchObject({ ok: true, value: [{ session: idOf(2), outcome: 'Invited' }] });
      expect(status(school)).toEqual(['Invited', 'Invited', '']);
    }
  });

  it('sends forty at most, and the rest the next time', () => {
    const school = givenPlainSchool();
    for (let number = 1; number <= 41; number++) school.save({ id: idOf(number) });
    expect(sendWaiting(school)).toMatchObject({ ok: true, value: { length: 40 } });
    expect(status(school).filter((each) => each === 'Waiting')).toHaveLength(1);
    expect(sendWaiting(school)).toMatchObject({ ok: true, value: { length: 1 } });
  });

  it('says of each by itself what has become of it, where only one was changed meanwhile', () => {
    const school = givenPlainSchool();
    for (const number of [1, 2]) school.save({ id: idOf(number) });
    let done = false;
    school.world.onCall((call, act) => {
      const made = act();
      if (call.method === 'insert' && !done) {
        done = true;
        const base = session({ id: idOf(2) });
        school.edit({ followUpDate: '2026-12-11' }, { base, who: director.email });
      }
      return made;
    });
    expect(sendWaiting(school)).toMatchObject({
      ok: true,
      value: [
        { session: idOf(1), words: 'Invitations sent for Thu 10 Dec, 15:45 to Bram Tansy and Rowan Reed.' },
        {
          session: idOf(2),
          words: 'The follow-up is now Fri 11 Dec, 15:45; Bram Tansy and Rowan Reed have been told.',
        },
      ],
    });
    expect(status(school)).toEqual(['Invited', 'Invited']);
  });

  it('is only for the person who saved the session, in words', () => {
    const school = givenPlainSchool();
    school.save();
    expect(school.deliver(session().id, director.email)).toEqual({
      ok: false,
      error: {
        code: 'forbidden',
        message: 'Only the person who saved a session can send its invitation: it stands in their calendar.',
      },
    });
    expect(school.deliver(idOf(9))).toEqual({
      ok: false,
      error: {
        code: 'missing',
        message: 'That session is no longer on the Sessions tab, or it has no follow-up.',
      },
    });
  });
});

describe('a follow-up that is changed again and again while its invitation is on the way', () => {
  // At every call to the calendar the director chooses the next day.
  function changing(school: School, times: number): void {
    let done = 0;
    school.world.onCall((call, act) => {
      const made = act();
      if (['insert', 'patch'].includes(call.method) && done < times) {
        const day = (more: number) => `2026-12-${11 + more}`;
        const base = session(done === 0 ? {} : { followUpDate: day(done - 1) });
        const edit = idOf(done);
        expect(school.edit({ followUpDate: day(done) }, { base, who: director.email, edit })).toMatchObject({
          ok: true,
        });
        done++;
        school.world.clock.advance(minute);
      }
      return made;
    });
  }

  const send = (school: School) => school.told('sendWaitingInvitations', coach.email);

  it('is seen to once more each time, and ends as the row says', () => {
    const school = givenPlainSchool();
    school.save();
    changing(school, 2);
    expect(send(school)).toEqual(['The follow-up is now Sat 12 Dec, 15:45; Bram Tansy and Rowan Reed have been told.']);
    expect([status(school), starts(school)]).toEqual([['Invited'], ['2026-12-12T15:45:00Z']]);
  });

  it('keeps nobody from saving while Calendar is asked once more', () => {
    const school = givenPlainSchool();
    school.save();
    changing(school, 2);
    const { reply, run } = school.ask(coach.email, 'followUps.deliver', session().id);
    expect(reply).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
    let held = false;
    const underLock = run.calls.filter(({ service, method }) => {
      if (method === 'tryLock' || method === 'releaseLock') held = method === 'tryLock';
      return held && service.startsWith('Calendar');
    });
    expect(underLock.map(({ method }) => method)).toEqual([]);
  });

  it('waits for the next hour when it was changed three times', () => {
    const school = givenPlainSchool();
    school.save();
    changing(school, 3);
    send(school);
    expect([status(school), starts(school)]).toEqual([['Waiting'], ['2026-12-12T15:45:00Z']]);
    send(school);
    expect([status(school), starts(school)]).toEqual([['Invited'], ['2026-12-13T15:45:00Z']]);
  });
});

it('why an invitation was not sent stands in the Log, and only then', () => {
  const school = givenPlainSchool();
  school.save();
  school.put(staff, Object.values({ ...people, coachee: { ...coachee, active: false } }));
  school.deliver();
  expect(school.rows('Log')).toMatchObject([
    {
      Event: 'Not sent',
      Who: coach.email,
      Detail:
        'The follow-up with Bram Tansy was not sent. Bram Tansy is not active on the Staff tab, so they cannot be invited.',
    },
  ]);
  school.deliver();
  expect(school.rows('Log')).toHaveLength(1);
});
