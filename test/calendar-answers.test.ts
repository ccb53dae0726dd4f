import { apiError } from '../local/calendar-event.ts';
import { eventIdOf } from '../src/domain/follow-ups.ts';
import { staff } from '../src/domain/staff.ts';
import { givenPlainSchool, idOf, people, type School, session } from './given.ts';

const { coach, coachee, director } = people;
const day = 24 * 60 * 60_000;
const first = eventIdOf(session().id);
const none = { followUpDate: '', followUpTime: '', followUpMinutes: null };

function givenSaved(): School {
  const school = givenPlainSchool();
  school.save();
  return school;
}

function givenInvited(): School {
  const school = givenSaved();
  school.deliver();
  school.world.clock.advance(60_000);
  return school;
}

/** Has Calendar answer otherwise, as long as the test goes on; what was asked for is done all the same. */
const saying = (school: School, method: string, answer: unknown): School =>
  answering(school, method, (act) => {
    act();
    return answer;
  });

function answering(school: School, method: string, answer: (act: () => unknown) => unknown): School {
  school.world.onCall((call, act) =>
    call.service === 'Calendar.Events' && call.method === method ? answer(act) : act(),
  );
  return school;
}

const refusing = (school: School, method: string, thrown: unknown): School =>
  answering(school, method, () => {
    throw thrown;
  });

const starts = (school: School) => school.world.calendars.list(coachee.email).map(({ start }) => start.dateTime);
const status = (school: School) => school.rows('Sessions')[0]?.['Follow-up status'];
const gone = (code: number, message: string) => apiError('delete', code, 'x', message);

describe('an invitation that Calendar does not take', () => {
  it.each([
    ['it is not valid', 400, 'Invalid attendee email.'],
    ['the calendar may not be written to', 403, 'You need to have writer access to this calendar.'],
    ['something else stands in its way', 412, 'Precondition Failed'],
  ])('because %s, is not sent again, and its words are told and kept in the Log', (_why, code, words) => {
    const school = refusing(givenSaved(), 'insert', apiError('insert', code, 'x', words));
    expect(school.deliver()).toMatchObject({
      ok: true,
      value: { outcome: 'Not sent', words: `Google Calendar refused the invitation: ${words}`, link: '' },
    });
    expect([status(school), school.rows('Log')[0]?.Detail]).toEqual([
      'Not sent',
      `Google Calendar refused the invitation: ${words}`,
    ]);
    expect(school.told('sendWaitingInvitations', coach.email)).toEqual(['No invitation of yours is waiting.']);
  });

  it.each([
    ['too many at once', apiError('insert', 403, 'rateLimitExceeded', 'Rate Limit Exceeded')],
    ['too many of one user', apiError('insert', 403, 'quotaExceeded', 'Calendar usage limits exceeded.')],
    ['too many of the day', apiError('insert', 403, 'x', 'Quota exceeded for quota metric')],
    ['too many, in other words', apiError('insert', 403, 'x', 'Service invoked too many times')],
    ['a request that took too long', apiError('insert', 408, 'x', 'Request Timeout')],
    ['too many requests', apiError('insert', 429, 'x', 'Slow down')],
    ['a fault of Google’s own', apiError('insert', 500, 'backendError', 'Backend Error')],
    ['an error without a code', new Error('We are sorry, a server error occurred')],
    ['something that is no error', 'a text'],
  ])('because of %s, waits and is sent later', (_why, thrown) => {
    const school = givenSaved();
    const away = school.world.onCall((call, act) => {
      if (call.method === 'insert') throw thrown;
      return act();
    });
    const said = thrown instanceof Error ? thrown.message.replace(/^.*error: /, '') : thrown;
    expect(school.deliver()).toMatchObject({
      ok: true,
      value: { outcome: 'Waiting', words: `Google Calendar is busy, so the invitation waits. It said: ${said}` },
    });
    expect([status(school), school.rows('Log')]).toEqual(['Waiting', []]);
    away();
    expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
  });

  it.each(['Calendar API has not been used in project 7 before', 'The Calendar API is disabled', 'API not enabled'])(
    'because it is switched off, waits for whoever set the add-on up: %s',
    (words) => {
      const school = refusing(givenSaved(), 'insert', apiError('insert', 403, 'accessNotConfigured', words));
      expect(school.deliver()).toMatchObject({
        ok: true,
        value: { outcome: 'Waiting', words: expect.stringMatching(/switched off for this sheet.*Ask whoever/) },
      });
    },
  );

  it('is told in at most two hundred of its words', () => {
    const school = refusing(givenSaved(), 'insert', apiError('insert', 400, 'x', 'x'.repeat(900)));
    const { reply } = school.ask<{ words: string }>(coach.email, 'followUps.deliver', session().id);
    expect(reply.ok && reply.value.words).toBe(`Google Calendar refused the invitation: ${'x'.repeat(200)}`);
  });
});

describe('an event that is there already', () => {
  it.each([
    apiError('insert', 409, 'duplicate', 'Conflict'),
    new Error('API call to calendar.events.insert failed with error: The requested identifier already exists.'),
  ])('is found by its id, however Calendar says so: %s', (thrown) => {
    const school = refusing(givenInvited(), 'insert', thrown);
    expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Invited', link: expect.any(String) } });
    expect(school.rows('Log')).toHaveLength(1);
  });

  it('is told of with whatever Calendar says of it, be it next to nothing', () => {
    const school = saying(givenSaved(), 'insert', {});
    expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Invited', link: '' } });
    saying(saying(school, 'get', {}), 'patch', {});
    school.world.clock.advance(60_000);
    expect(school.edit({ followUpTime: '16:00' })).toMatchObject({ ok: true });
    expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Invited', link: '' } });
    expect(starts(school)).toEqual(['2026-12-10T16:00:00Z']);
  });

  it.each([{}, { items: [] }, { items: [{ status: 'cancelled' }] }])(
    'is asked for by its id when it is not among those still to come: %j',
    (answer) => {
      const school = saying(givenInvited(), 'list', answer);
      expect(school.check(coach.email)).toMatchObject({ repaired: [], findings: [] });
      expect(status(school)).toBe('Invited');
    },
  );

  it('of a whole day, as somebody may have made it, is told by its day', () => {
    const school = saying(givenInvited(), 'list', {
      items: [
        { id: first, start: { dateTime: '2026-12-10T15:45:00Z' } },
        { id: 'other', start: { date: '2026-12-11' }, htmlLink: 'https://calendar.test/e' },
      ],
    });
    expect(school.check(coach.email).findings).toMatchObject([
      { words: expect.stringContaining('in your calendar on Fri 11 Dec'), event: 'https://calendar.test/e' },
    ]);
  });

  it('keeps the answers of those who stay, also when Calendar leaves them out', () => {
    const school = answering(givenInvited(), 'get', (act) => {
      const { attendees: _, ...event } = act() as { attendees: unknown };
      return event;
    });
    school.edit({ coachee: people.other.email });
    expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
    expect(school.world.calendars.list(people.other.email)).toHaveLength(1);
  });

  it('is one of many that a check looks through, page by page', () => {
    const school = givenInvited();
    const pages: unknown[] = [];
    school.world.onCall((call, act) => {
      if (call.method !== 'list') return act();
      pages.push((call.args[1] as { pageToken?: string }).pageToken);
      return pages.length < 3 ? { items: [], nextPageToken: `page ${pages.length}` } : act();
    });
    expect(school.check(coach.email)).toMatchObject({ repaired: [], findings: [] });
    expect(pages).toEqual([undefined, 'page 1', 'page 2']);
  });
});

describe('a follow-up whose day has passed', () => {
  it('before its invitation was sent is not sent any more', () => {
    const school = givenSaved();
    school.world.clock.advance(30 * day);
    expect(school.deliver()).toMatchObject({
      ok: true,
      value: {
        outcome: 'Not sent',
        words: 'The follow-up of Thu 10 Dec, 15:45 has passed, so no invitation was sent.',
        link: '',
      },
    });
    expect([status(school), starts(school)]).toEqual(['Not sent', []]);
  });

  it('after it was sent by a run that could not say so any more is said to have been sent', () => {
    const school = givenSaved();
    const away = school.world.onCall((call, act) => {
      const done = act();
      if (call.method === 'insert') throw new Error('the answer was lost');
      return done;
    });
    school.deliver();
    away();
    school.world.clock.advance(30 * day);
    expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
  });
});

describe('calling a follow-up off', () => {
  const calledOff = (): School => {
    const school = givenInvited();
    school.edit(none);
    return school;
  };

  it.each([gone(404, 'Not Found'), gone(410, 'Resource has been deleted'), new Error('API call failed: Not Found')])(
    'is done when the event is gone, however Calendar says so: %s',
    (thrown) => {
      const school = refusing(calledOff(), 'remove', thrown);
      expect(school.deliver()).toMatchObject({
        ok: true,
        value: { outcome: 'Cancelled', words: 'The follow-up was called off.', link: '' },
      });
      expect(status(school)).toBe('Cancelled');
    },
  );

  it('waits while Calendar is busy', () => {
    const school = refusing(calledOff(), 'remove', apiError('delete', 503, 'backendError', 'Backend Error'));
    expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Waiting' } });
    expect(status(school)).toBe('Waiting');
  });
});

describe('a check', () => {
  it.each(['list', 'get'])('says that Calendar is busy when it does not answer to %s', (method) => {
    const school = givenInvited();
    school.world.calendars.remove(coach.email, first);
    refusing(school, method, apiError(method, 500, 'backendError', 'Backend Error'));
    if (method === 'get') saying(school, 'list', { items: [] });
    expect(school.ask(coach.email, 'reconcile.check', 'calendar').reply).toEqual({
      ok: false,
      error: {
        code: 'busy',
        message: 'Google Calendar is busy. Try again in a moment. It said: Backend Error',
      },
    });
  });

  it('says that Calendar is switched off', () => {
    const school = givenInvited();
    school.world.calendars.off = 'absent';
    expect(school.ask(coach.email, 'reconcile.check', 'calendar').reply).toMatchObject({
      ok: false,
      error: { code: 'setup', message: expect.stringContaining('switched off') },
    });
  });

  it('calls an event off that somebody brought back after it was called off', () => {
    const school = givenInvited();
    const event = school.world.calendars.list(coach.email)[0];
    school.edit(none);
    school.deliver();
    saying(school, 'list', {
      items: [{ ...event, id: 'another', extendedProperties: { private: { strideSession: session().id } } }],
    });
    expect(school.check(coach.email).repaired).toEqual([
      'A follow-up of Thu 10 Dec that was called off was still in your calendar, and is out of it now.',
    ]);
  });
});

it('somebody who is on the Staff tab no more is not invited, and is named by their address', () => {
  const school = givenSaved();
  school.put(
    staff,
    [director, coach, people.head, people.other, people.gone, people.outsider].concat({
      ...coachee,
      email: 'x@school.example',
      name: 'X',
    }),
  );
  expect(school.deliver()).toMatchObject({
    ok: true,
    value: {
      outcome: 'Not sent',
      words: `The follow-up with ${coachee.email} was not sent. ${coachee.email} is not active on the Staff tab, so they cannot be invited.`,
    },
  });
});

describe('a fault of ours', () => {
  const failing = (method: string, thrown: unknown): School => {
    const school = givenSaved();
    school.world.onCall((call, act) => {
      if (call.method === method) throw thrown;
      return act();
    });
    return school;
  };

  it('before anything was written is said to have saved nothing', () => {
    const school = failing('getDataRange', new TypeError('x'));
    school.world.clock.advance(60_000);
    const nothing = failing('getSheetByName', new TypeError('x'));
    expect(nothing.save({ id: idOf(2) })).toMatchObject({
      ok: false,
      error: {
        code: 'bug',
        message: expect.stringMatching(/^Something went wrong on our side and nothing was saved\./),
      },
    });
    expect(school.edit({ ideas: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'bug', message: expect.stringMatching(/it is not certain what was saved\. Your words are kept/) },
    });
  });

  it('outside the sheet is not said to have saved nothing', () => {
    expect(failing('getUrl', new TypeError('x')).deliver()).toMatchObject({
      ok: false,
      error: { code: 'bug', message: expect.stringContaining('it is not certain what was saved') },
    });
  });

  it('that is not even an error is told by its reference all the same', () => {
    const school = failing('appendRow', 'frank words');
    const { reply, run } = school.ask(coach.email, 'sessions.save', session({ id: idOf(2) }));
    expect(reply).toMatchObject({ ok: false, error: { code: 'bug' } });
    expect(run.log).toEqual([expect.stringMatching(/^error: Reference [0-9A-F]{4}: string in sessions\.save\s*$/)]);
  });
});
