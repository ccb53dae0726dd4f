import {
  apiError,
  type CalendarEvent,
  checkTimes,
  dateTimeIn,
  type EventResource,
  type EventTime,
  instant,
  OWN,
  parts,
} from '../calendar-event.ts';
import type { StoredEvent } from '../calendars.ts';
import type { Execution } from '../execution.ts';
import { Handle, type Methods } from '../expose.ts';
import { notEmulated } from '../google-error.ts';

// developers.google.com/workspace/calendar/api/v3/reference/events, as the advanced service calls it

/** The advanced Calendar service. */
export class CalendarHandle extends Handle {}
/** Its collection of events. */
export class EventsHandle extends Handle {}

type Options = Readonly<Record<string, unknown>>;
type Headers = Readonly<Record<string, string>>;

export const events = {
  insert: ({ run }, resource: EventResource, calendarId: string, options: Options = {}) => {
    const person = open(run, 'insert', calendarId);
    const given = parts('insert', resource, run.book.zone);
    checkTimes('insert', given);
    const id = resource.id === undefined ? newId(run) : String(resource.id);
    if (!/^[a-v0-9]{5,1024}$/.test(id)) throw apiError('insert', 400, 'invalid', 'Invalid resource id value.');
    // A cancelled event keeps its id.
    if (run.outside.calendars.find(person, id)) {
      throw apiError('insert', 409, 'duplicate', 'The requested identifier already exists.');
    }
    const stored = run.outside.calendars.put(person, fresh(run, person, id, given));
    run.outside.calendars.tell(stored, 'invitation', String(options.sendUpdates ?? 'none'));
    return answer(run, stored);
  },
  get: ({ run }, calendarId: string, eventId: string) =>
    answer(run, must(run, 'get', open(run, 'get', calendarId), eventId)),
  patch: (
    { run },
    resource: EventResource,
    calendarId: string,
    eventId: string,
    options: Options = {},
    headers: Headers = {},
  ) => change(run, 'patch', resource, calendarId, eventId, options, headers),
  update: (
    { run },
    resource: EventResource,
    calendarId: string,
    eventId: string,
    options: Options = {},
    headers: Headers = {},
  ) => change(run, 'update', resource, calendarId, eventId, options, headers),
  remove: ({ run }, calendarId: string, eventId: string, options: Options = {}, headers: Headers = {}) => {
    const person = open(run, 'delete', calendarId);
    const event = must(run, 'delete', person, eventId);
    match('delete', event, headers);
    if (event.status === 'cancelled') throw apiError('delete', 410, 'deleted', 'Resource has been deleted');
    if (event.organizer.email !== person) return run.outside.calendars.remove(person, eventId);
    run.outside.calendars.put(person, { ...event, status: 'cancelled' });
    run.outside.calendars.tell(event, 'cancellation', String(options.sendUpdates ?? 'none'));
  },
  list: ({ run }, calendarId: string, options: Options = {}) => list(run, open(run, 'list', calendarId), options),
} satisfies Methods<EventsHandle>;

/** The calendar that is meant, if the service works and the person may see it. */
function open(run: Execution, method: string, calendarId: string): string {
  const fault = faults[run.outside.calendars.off ?? ''];
  if (fault) throw apiError(method, ...fault);
  if (calendarId !== 'primary' && calendarId !== run.user) throw apiError(method, 404, 'notFound', 'Not Found');
  return run.user;
}

const faults: Readonly<Record<string, readonly [number, string, string]>> = {
  quota: [403, 'quotaExceeded', 'Calendar usage limits exceeded.'],
  rate: [403, 'rateLimitExceeded', 'Rate Limit Exceeded'],
  disabled: [
    403,
    'accessNotConfigured',
    'Google Calendar API has not been used in this project before or it is disabled.',
  ],
  down: [503, 'backendError', 'Backend Error'],
};

function must(run: Execution, method: string, person: string, eventId: string): StoredEvent {
  const event = run.outside.calendars.find(person, eventId);
  if (!event) throw apiError(method, 404, 'notFound', 'Not Found');
  return event;
}

function match(method: string, event: StoredEvent, headers: Headers): void {
  const wanted = headers['If-Match'];
  if (wanted !== undefined && wanted !== '*' && wanted !== event.etag) {
    throw apiError(method, 412, 'conditionNotMet', 'Precondition Failed');
  }
}

function change(
  run: Execution,
  method: 'patch' | 'update',
  resource: EventResource,
  calendarId: string,
  eventId: string,
  options: Options,
  headers: Headers,
): object {
  const person = open(run, method, calendarId);
  const event = must(run, method, person, eventId);
  match(method, event, headers);
  const given = parts(method, resource, run.book.zone);
  if (event.organizer.email !== person) return changeCopy(run, method, person, event, given);
  const next =
    method === 'patch'
      ? merged(event, given)
      : { ...fresh(run, person, eventId, given), created: event.created, sequence: event.sequence };
  checkTimes(method, next);
  const moved = instant(next.start) !== instant(event.start) || instant(next.end) !== instant(event.end);
  const stored = run.outside.calendars.put(person, { ...next, sequence: next.sequence + (moved ? 1 : 0) });
  const before = new Set(event.attendees?.map(({ email }) => email));
  const isNew = stored.attendees?.some(({ email }) => !before.has(email)) ?? false;
  run.outside.calendars.tell(
    stored,
    isNew ? 'invitation' : stored.status === 'cancelled' ? 'cancellation' : 'update',
    String(options.sendUpdates ?? 'none'),
  );
  return answer(run, stored);
}

/** In a guest's copy only what is the guest's own, and their answer, may change. */
function changeCopy(
  run: Execution,
  method: string,
  person: string,
  event: StoredEvent,
  given: Partial<CalendarEvent>,
): object {
  const own = new Set<string>([...OWN, 'attendees']);
  if (Object.keys(given).some((key) => !own.has(key))) {
    throw apiError(
      method,
      403,
      'forbiddenForNonOrganizer',
      'Shared properties can only be changed by the organizer of the event.',
    );
  }
  const { attendees, ...rest } = given;
  const said = attendees?.find(({ email }) => email === person);
  if (said) run.outside.calendars.respond(person, event.id, said.responseStatus, said.comment);
  return answer(run, run.outside.calendars.putOwn(person, { ...must(run, method, person, event.id), ...rest }));
}

/** Patch: "arrays replace, fields you don't specify stay"; properties are merged key by key. */
function merged(event: StoredEvent, given: Partial<CalendarEvent>): CalendarEvent {
  const { extendedProperties: old } = event;
  const { extendedProperties: fresh_, ...rest } = given;
  if (!fresh_) return { ...event, ...rest };
  const extendedProperties = {
    ...((old?.private ?? fresh_.private) && { private: { ...old?.private, ...fresh_.private } }),
    ...((old?.shared ?? fresh_.shared) && { shared: { ...old?.shared, ...fresh_.shared } }),
  };
  return { ...event, ...rest, extendedProperties };
}

function fresh(run: Execution, person: string, id: string, given: Partial<CalendarEvent>): CalendarEvent {
  const now = new Date(run.outside.clock.now()).toISOString();
  const { start = {}, end = {} } = given;
  return {
    status: 'confirmed',
    ...given,
    start,
    end,
    id,
    iCalUID: `${id}@google.com`,
    etag: '',
    htmlLink: `https://www.google.com/calendar/event?eid=${Buffer.from(`${id} ${person}`).toString('base64url')}`,
    created: now,
    updated: now,
    creator: { email: person, self: true },
    organizer: { email: person, self: true },
    sequence: 0,
  };
}

const KNOWN_OPTIONS = new Set([
  'syncToken',
  'pageToken',
  'maxResults',
  'timeMin',
  'timeMax',
  'timeZone',
  'privateExtendedProperty',
  'sharedExtendedProperty',
  'showDeleted',
  'singleEvents',
  'orderBy',
  'iCalUID',
  'fields',
]);

function list(run: Execution, person: string, options: Options): object {
  const strange = Object.keys(options).filter((name) => !KNOWN_OPTIONS.has(name));
  if (strange.length > 0) throw notEmulated(`Calendar.Events.list with ${strange.join(', ')}`);
  const { calendars } = run.outside;
  const { syncToken } = options;
  const since = syncToken === undefined ? 0 : Number(String(syncToken).replace('sync-', ''));
  if (syncToken !== undefined && (Number.isNaN(since) || since < calendars.oldestSync)) {
    throw apiError('list', 410, 'fullSyncRequired', 'Sync token is no longer valid, a full sync is required.');
  }
  // "Deleted entries are always included" when asking what changed.
  const deletedToo = syncToken !== undefined || options.showDeleted === true;
  const found = calendars
    .all(person)
    .filter((event) => event.changed > since && (deletedToo || event.status !== 'cancelled') && matches(event, options))
    .sort((a, b) => instant(a.start) - instant(b.start));
  const from = Number(options.pageToken ?? 0);
  const size = Number(options.maxResults ?? 250);
  const next =
    from + size < found.length ? { nextPageToken: String(from + size) } : { nextSyncToken: `sync-${calendars.turn}` };
  return {
    kind: 'calendar#events',
    summary: person,
    timeZone: calendars.zones.get(person) ?? run.book.zone,
    items: found.slice(from, from + size).map((event) => answer(run, event, options.timeZone)),
    ...next,
  };
}

function matches(event: StoredEvent, options: Options): boolean {
  const { timeMin, timeMax, iCalUID } = options;
  if (iCalUID !== undefined && event.iCalUID !== iCalUID) return false;
  if (timeMin !== undefined && instant(event.end) <= Date.parse(String(timeMin))) return false;
  if (timeMax !== undefined && instant(event.start) >= Date.parse(String(timeMax))) return false;
  return (['private', 'shared'] as const).every((kind) => {
    const wanted = options[`${kind}ExtendedProperty`];
    return [wanted ?? []].flat().every((pair) => {
      const [key = '', ...value] = String(pair).split('=');
      return event.extendedProperties?.[kind]?.[key] === value.join('=');
    });
  });
}

/** "Time zone used in the response"; without one it is that of the calendar. */
function inZone(event: StoredEvent, zone: unknown): StoredEvent {
  if (zone === undefined) return event;
  const said = (time: EventTime): EventTime =>
    time.dateTime === undefined ? time : { ...time, dateTime: dateTimeIn(String(zone), instant(time)) };
  return { ...event, start: said(event.start), end: said(event.end) };
}

/** A copy, so that what a script does to the answer does nothing to the calendar. */
function answer(
  run: Execution,
  stored: StoredEvent,
  zone: unknown = run.outside.calendars.zones.get(run.user),
): object {
  const { changed: _, ...event } = inZone(stored, zone);
  return { kind: 'calendar#event', eventType: 'default', ...(JSON.parse(JSON.stringify(event)) as object) };
}

const newId = (run: Execution): string => `made${(run.outside.calendars.turn + 1).toString(32).padStart(22, '0')}`;
