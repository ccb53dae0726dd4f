import { GoogleError, notEmulated } from './google-error.ts';
import { instantOf, offsetAt, wallAt } from './zone.ts';

/** A moment of an event, or a whole day of one. */
export interface EventTime {
  readonly dateTime?: string;
  readonly date?: string;
  readonly timeZone?: string;
}

/** Somebody invited to an event. */
export interface Attendee {
  readonly email: string;
  readonly displayName?: string;
  readonly responseStatus: 'needsAction' | 'accepted' | 'tentative' | 'declined';
  readonly comment?: string;
  readonly optional?: boolean;
  readonly organizer?: boolean;
  readonly self?: boolean;
}

/** An event as it stands in one person's calendar: the resource of the Calendar API, version 3. */
export interface CalendarEvent {
  readonly id: string;
  readonly iCalUID: string;
  readonly etag: string;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  readonly htmlLink: string;
  readonly created: string;
  readonly updated: string;
  readonly summary?: string;
  readonly description?: string;
  readonly location?: string;
  readonly start: EventTime;
  readonly end: EventTime;
  readonly creator: { readonly email: string; readonly self?: boolean };
  readonly organizer: { readonly email: string; readonly self?: boolean };
  readonly attendees?: readonly Attendee[];
  readonly visibility?: string;
  readonly transparency?: string;
  readonly colorId?: string;
  readonly guestsCanModify?: boolean;
  readonly guestsCanInviteOthers?: boolean;
  readonly guestsCanSeeOtherGuests?: boolean;
  readonly reminders?: object;
  readonly source?: object;
  readonly sequence: number;
  readonly extendedProperties?: { readonly private?: Record<string, string>; readonly shared?: Record<string, string> };
}

/** What a script gives: any part of an event. */
export type EventResource = Partial<Record<keyof CalendarEvent, unknown>> & Record<string, unknown>;

/** What every guest's copy has from the organiser's: developers.google.com/workspace/calendar/api/concepts/inviting-attendees-to-events */
export const SHARED = [
  'summary',
  'description',
  'location',
  'start',
  'end',
  'attendees',
  'visibility',
  'guestsCanModify',
  'guestsCanInviteOthers',
  'guestsCanSeeOtherGuests',
  'sequence',
] as const;

/** What each copy has to itself. */
export const OWN = ['reminders', 'colorId', 'transparency', 'source', 'extendedProperties', 'status'] as const;

const KNOWN = new Set<string>([
  ...SHARED,
  ...OWN,
  'id',
  'iCalUID',
  'etag',
  'htmlLink',
  'created',
  'updated',
  'creator',
  'organizer',
  'kind',
  'eventType',
]);
const LONGEST_KEY = 44;
const LONGEST_VALUE = 1024;

/** An error of the Calendar API as the advanced service throws it. */
export function apiError(method: string, code: number, reason: string, message: string): GoogleError {
  const error = new GoogleError(`API call to calendar.events.${method} failed with error: ${message}`, {
    code,
    message,
    errors: [{ domain: code === 404 || code === 409 || code === 410 ? 'global' : 'calendar', reason, message }],
  });
  error.name = 'GoogleJsonResponseException';
  return error;
}

/** The given parts of an event, checked and in the API's own form. */
export function parts(method: string, given: EventResource, zone: string): Partial<CalendarEvent> {
  const strange = Object.keys(given).filter((key) => !KNOWN.has(key));
  if (strange.length > 0) throw notEmulated(`Calendar events with ${strange.join(', ')}`);
  // Everything crosses as JSON, whatever realm it was made in.
  const copy = JSON.parse(JSON.stringify(given)) as Partial<CalendarEvent> & Record<string, unknown>;
  for (const key of ['id', 'etag', 'htmlLink', 'created', 'updated', 'creator', 'organizer', 'kind', 'iCalUID'])
    delete copy[key];
  return {
    ...copy,
    ...(copy.start && { start: time(method, copy.start, zone) }),
    ...(copy.end && { end: time(method, copy.end, zone) }),
    ...(copy.attendees && { attendees: copy.attendees.map((guest) => attendee(method, guest)) }),
    ...(copy.extendedProperties && { extendedProperties: properties(copy.extendedProperties) }),
  };
}

/** Refuses an event without a beginning, without an end, or with the end first. */
export function checkTimes(method: string, { start, end }: Partial<CalendarEvent>): void {
  if (!start) throw apiError(method, 400, 'required', 'Missing start time.');
  if (!end) throw apiError(method, 400, 'required', 'Missing end time.');
  if (instant(end) <= instant(start))
    throw apiError(method, 400, 'timeRangeEmpty', 'The specified time range is empty.');
}

/** The moment an event's time stands for; a day begins at midnight UTC here. */
export const instant = ({ dateTime, date }: EventTime): number => Date.parse(dateTime ?? `${date}T00:00:00Z`);

/** A moment in the API's form, in a time zone. */
export function dateTimeIn(zone: string, moment: number): string {
  const minutes = offsetAt(zone, moment) / 60_000;
  const wall = new Date(wallAt(zone, moment)).toISOString().slice(0, 19);
  if (minutes === 0) return `${wall}Z`;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((n) =>
    String(n).padStart(2, '0'),
  );
  return `${wall}${minutes < 0 ? '-' : '+'}${hours}:${rest}`;
}

function time(method: string, given: EventTime, zone: string): EventTime {
  const { dateTime, date, timeZone } = given;
  if (date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date)) return { date };
  const match = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.exec(dateTime ?? '');
  if (!match || !dateTime) throw apiError(method, 400, 'invalid', 'Invalid value for: start or end.');
  // "A time zone offset is required unless a time zone is explicitly specified in timeZone."
  if (!match[3] && !timeZone) throw apiError(method, 400, 'required', 'Missing time zone definition for start time.');
  const moment = match[3] ? Date.parse(dateTime) : instantOf(timeZone ?? zone, Date.parse(`${dateTime}Z`));
  return { dateTime: dateTimeIn(zone, moment), timeZone: timeZone ?? zone };
}

function attendee(method: string, given: Partial<Attendee>): Attendee {
  const { email } = given;
  if (!email || !/^[^\s@]+@[^\s@]+$/.test(email)) throw apiError(method, 400, 'invalid', 'Invalid attendee email.');
  const { self: _, organizer: __, ...rest } = given;
  return { ...rest, email, responseStatus: given.responseStatus ?? 'needsAction' };
}

/** A key that is too long is dropped and a value that is too long is cut, both without a word. */
function properties(
  given: NonNullable<CalendarEvent['extendedProperties']>,
): NonNullable<CalendarEvent['extendedProperties']> {
  const cut = (pairs: Record<string, string> = {}): Record<string, string> =>
    Object.fromEntries(
      Object.entries(pairs).flatMap(([key, value]) =>
        key.length > LONGEST_KEY ? [] : [[key, String(value).slice(0, LONGEST_VALUE)]],
      ),
    );
  return { ...(given.private && { private: cut(given.private) }), ...(given.shared && { shared: cut(given.shared) }) };
}
