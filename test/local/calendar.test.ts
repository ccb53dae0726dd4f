import { given } from './given.ts';

// developers.google.com/workspace/calendar/api/v3/reference/events and /guides/errors
const EVENT = `{ id: 'stride0001', summary: 'Coaching', start: { dateTime: '2026-12-10T15:30:00Z' }, end: { dateTime: '2026-12-10T16:00:00Z' }, visibility: 'private',
  attendees: [{ email: 'ann@school.test' }, { email: 'ben@school.test' }, { email: 'head@other.test' }], extendedProperties: { private: { session: 's1' } } }`;
const insert = (options = "{ sendUpdates: 'all' }") => `return Calendar.Events.insert(${EVENT}, 'primary', ${options})`;
const caught = (call: string) =>
  `try { ${call} } catch (error) { return [error.name, error.message, error.details.code, error.details.errors[0].reason] }`;
const failed = (method: string, message: string, code: number, reason: string) => [
  'GoogleJsonResponseException',
  `API call to calendar.events.${method} failed with error: ${message}`,
  code,
  reason,
];

describe('An event', () => {
  test('stands in the calendars of the organiser and of every guest, who are written to', () => {
    const { run, world } = given();
    expect(run(insert())).toMatchObject({
      id: 'stride0001',
      status: 'confirmed',
      organizer: { email: 'ann@school.test', self: true },
      start: { dateTime: '2026-12-10T15:30:00Z' },
    });
    expect(world.calendars.list('ben@school.test')).toMatchObject([
      { id: 'stride0001', summary: 'Coaching', visibility: 'private', organizer: { email: 'ann@school.test' } },
    ]);
    expect(world.calendars.list('ben@school.test')[0]?.extendedProperties).toBeUndefined();
    expect(world.calendars.mails.map(({ to, kind }) => [to, kind])).toEqual([
      ['ben@school.test', 'invitation'],
      ['head@other.test', 'invitation'],
    ]);
  });

  test('is told in the time zone of the person’s own calendar, unless a list is asked for in another', () => {
    const { run, world } = given();
    world.calendars.zones.set('ann@school.test', 'Asia/Kolkata');
    const { start } = run(insert()) as { start: object };
    expect(start).toEqual({ dateTime: '2026-12-10T21:00:00+05:30', timeZone: 'Europe/London' });
    const list = (options: string) => run(`return Calendar.Events.list('primary', ${options}).items[0].start.dateTime`);
    expect([list('{}'), list("{ timeZone: 'Europe/London' }")]).toEqual([
      '2026-12-10T21:00:00+05:30',
      '2026-12-10T15:30:00Z',
    ]);
    expect(run(`return Calendar.Events.get('primary', 'stride0001').start.dateTime`, { user: 'ben@school.test' })).toBe(
      '2026-12-10T15:30:00Z',
    );
  });

  test('is announced to nobody unless asked, or only to those outside', () => {
    const quiet = given();
    quiet.run(insert('{}'));
    expect(quiet.world.calendars.mails).toEqual([]);
    const outside = given();
    outside.run(insert("{ sendUpdates: 'externalOnly' }"));
    expect(outside.world.calendars.mails.map(({ to }) => to)).toEqual(['head@other.test']);
  });

  test('with an id that is taken is refused, also when that event was cancelled', () => {
    const { run } = given();
    run(insert());
    const duplicate = failed('insert', 'The requested identifier already exists.', 409, 'duplicate');
    expect(run(caught(insert()))).toEqual(duplicate);
    run(`Calendar.Events.remove('primary', 'stride0001')`);
    expect(run(`return Calendar.Events.get('primary', 'stride0001').status`)).toBe('cancelled');
    expect(run(caught(insert()))).toEqual(duplicate);
    expect(run(caught(`Calendar.Events.remove('primary', 'stride0001')`))).toEqual(
      failed('delete', 'Resource has been deleted', 410, 'deleted'),
    );
    expect(run(`return Calendar.Events.insert(${EVENT}, 'primary').status`, { user: 'cat@school.test' })).toBe(
      'confirmed',
    );
  });

  test('must have letters a to v and digits for its id, and end after it begins', () => {
    const { run } = given();
    expect(run(caught(insert().replace('stride0001', 'xyz-1')))).toEqual(
      failed('insert', 'Invalid resource id value.', 400, 'invalid'),
    );
    expect(run(caught(insert().replace('16:00', '15:30')))).toEqual(
      failed('insert', 'The specified time range is empty.', 400, 'timeRangeEmpty'),
    );
  });

  test('in somebody else’s calendar is not found, nor is one that never was', () => {
    const { run } = given();
    run(insert());
    expect(run(caught(`Calendar.Events.get('ann@school.test', 'stride0001')`), { user: 'ben@school.test' })).toEqual(
      failed('get', 'Not Found', 404, 'notFound'),
    );
    expect(run(caught(`Calendar.Events.get('primary', 'nosuch1')`))).toEqual(
      failed('get', 'Not Found', 404, 'notFound'),
    );
  });

  test('is patched part by part, if its etag is the one that was seen', () => {
    const { run, world } = given();
    run(insert());
    const body = `var event = Calendar.Events.get('primary', 'stride0001');
      Calendar.Events.patch({ start: { dateTime: '2026-12-11T15:30:00', timeZone: 'Europe/London' }, end: { dateTime: '2026-12-11T16:00:00Z' }, extendedProperties: { private: { more: 'x' } } }, 'primary', 'stride0001', { sendUpdates: 'all' }, { 'If-Match': event.etag });
      var after = Calendar.Events.get('primary', 'stride0001');
      ${caught(`Calendar.Events.patch({ summary: 'Late' }, 'primary', 'stride0001', {}, { 'If-Match': event.etag })`).replace('return [', 'return [after.summary, after.start.dateTime, after.extendedProperties.private, ')}`;
    expect(run(body)).toEqual([
      'Coaching',
      '2026-12-11T15:30:00Z',
      { session: 's1', more: 'x' },
      ...failed('patch', 'Precondition Failed', 412, 'conditionNotMet'),
    ]);
    expect(world.calendars.list('ben@school.test')[0]?.start.dateTime).toBe('2026-12-11T15:30:00Z');
    expect(world.calendars.mails.at(-1)).toMatchObject({ to: 'head@other.test', kind: 'update' });
  });

  test('drops keys over 44 characters and cuts values over 1,024, without a word', () => {
    const { run } = given();
    const body = insert().replace("session: 's1'", "['k'.repeat(45)]: 'x', long: 'v'.repeat(2000)");
    expect(run(body)).toMatchObject({ extendedProperties: { private: { long: 'v'.repeat(1024) } } });
    expect(JSON.stringify(run(`return Calendar.Events.get('primary', 'stride0001').extendedProperties`))).not.toContain(
      'kkk',
    );
  });

  test('is changed by a guest only where it is the guest’s own', () => {
    const { run } = given();
    run(insert());
    expect(
      run(caught(`Calendar.Events.patch({ summary: 'Mine' }, 'primary', 'stride0001')`), { user: 'ben@school.test' }),
    ).toEqual(
      failed(
        'patch',
        'Shared properties can only be changed by the organizer of the event.',
        403,
        'forbiddenForNonOrganizer',
      ),
    );
  });
});

describe('What people do in their calendars', () => {
  test('a guest answers with a note, and the organiser reads it', () => {
    const { run, world } = given();
    run(insert());
    world.calendars.respond('ben@school.test', 'stride0001', 'declined', 'On a trip');
    expect(run(`return Calendar.Events.get('primary', 'stride0001').attendees[1]`)).toEqual({
      email: 'ben@school.test',
      responseStatus: 'declined',
      comment: 'On a trip',
    });
  });

  test('the organiser moves it, and everybody is asked anew', () => {
    const { run, world } = given();
    run(insert());
    world.calendars.respond('ben@school.test', 'stride0001', 'accepted');
    world.calendars.move('ann@school.test', 'stride0001', '2026-12-14T08:00:00Z');
    expect(
      run(
        `var e = Calendar.Events.get('primary', 'stride0001'); return [e.start.dateTime, e.end.dateTime, e.attendees[1].responseStatus]`,
      ),
    ).toEqual(['2026-12-14T08:00:00Z', '2026-12-14T08:30:00Z', 'needsAction']);
  });

  test('deleted by the organiser it is gone for everybody, by a guest for that guest', () => {
    const { run, world } = given();
    run(insert());
    world.calendars.remove('ben@school.test', 'stride0001');
    expect([world.calendars.list('ben@school.test').length, world.calendars.list('ann@school.test').length]).toEqual([
      0, 1,
    ]);
    expect(run(`return Calendar.Events.get('primary', 'stride0001').attendees[1].responseStatus`)).toBe('declined');
    world.calendars.remove('ann@school.test', 'stride0001');
    expect(world.calendars.list('head@other.test')).toEqual([]);
  });
});

describe('Listing', () => {
  test('finds by private property and by time, and leaves out the deleted', () => {
    const { run } = given();
    run(insert());
    expect(run(`return Calendar.Events.list('primary', { privateExtendedProperty: 'session=s1' }).items.length`)).toBe(
      1,
    );
    expect(run(`return Calendar.Events.list('primary', { timeMin: '2027-01-01T00:00:00Z' }).items.length`)).toBe(0);
    run(`Calendar.Events.remove('primary', 'stride0001')`);
    expect(
      run(
        `return [Calendar.Events.list('primary').items.length, Calendar.Events.list('primary', { showDeleted: true }).items.length]`,
      ),
    ).toEqual([0, 1]);
  });

  test('tells what changed since a token, the deleted too, until the token is too old', () => {
    const { run, world } = given();
    run(insert());
    const token = run(`return Calendar.Events.list('primary').nextSyncToken`);
    expect(run(`return Calendar.Events.list('primary', { syncToken: ${JSON.stringify(token)} }).items`)).toEqual([]);
    world.calendars.remove('ann@school.test', 'stride0001');
    expect(
      run(`return Calendar.Events.list('primary', { syncToken: ${JSON.stringify(token)} }).items.map(e => e.status)`),
    ).toEqual(['cancelled']);
    world.calendars.oldestSync = world.calendars.turn;
    expect(run(caught(`Calendar.Events.list('primary', { syncToken: ${JSON.stringify(token)} })`))).toEqual(
      failed('list', 'Sync token is no longer valid, a full sync is required.', 410, 'fullSyncRequired'),
    );
  });
});

describe('The service out of order', () => {
  test('refuses in Google’s words, or is not there at all', () => {
    const { run, world } = given();
    world.calendars.off = 'quota';
    expect(run(caught(insert()))).toEqual(failed('insert', 'Calendar usage limits exceeded.', 403, 'quotaExceeded'));
    world.calendars.off = 'absent';
    expect(() => run(insert())).toThrow('Calendar is not defined');
  });
});
