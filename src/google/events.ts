/** Google Calendar's events through the advanced service, and what its errors mean. */
import type { Day, Time } from '../domain/days.ts';
import { UserError } from '../domain/errors.ts';

type Event = GoogleAppsScript.Calendar.Schema.Event;

/** What became of an attempt to send something, in words. */
export interface Attempt {
  readonly outcome: 'Waiting' | 'Not sent';
  readonly words: string;
}

/** When an event begins and ends: a wall time of the school and so many minutes after it, with the zone beside them. */
export function timesFrom(day: Day, time: Time, minutes: number, timeZone: string): Pick<Event, 'start' | 'end'> {
  const begins = instantOf(`${day}T${time}:00`, timeZone);
  // With their offsets: in the night of a clock change a wall time can be two moments or none, and the end must not come
  // before the beginning.
  const at = (instant: number) => ({ dateTime: textIn(timeZone, instant), timeZone });
  return { start: at(begins), end: at(begins + minutes * 60_000) };
}

// Of two moments the later one; of none, what clocks show an hour on.
function instantOf(wall: string, timeZone: string): number {
  const asIfUtc = Date.parse(`${wall}Z`);
  const shown = (instant: number): number => Date.parse(`${textIn(timeZone, instant).slice(0, 19)}Z`);
  const guess = asIfUtc - (shown(asIfUtc) - asIfUtc);
  if (shown(guess) === asIfUtc) return guess;
  const other = guess - (shown(guess) - asIfUtc);
  return shown(other) === asIfUtc ? other : Math.max(guess, other);
}

const textIn = (timeZone: string, instant: number): string =>
  Utilities.formatDate(new Date(instant), timeZone, "yyyy-MM-dd'T'HH:mm:ssXXX");

/** @throws Error where the advanced service is switched off in the manifest */
export function events(): GoogleAppsScript.Calendar.Collection.EventsCollection {
  const service = typeof Calendar === 'undefined' ? undefined : Calendar;
  if (!service?.Events) throw new Error('Calendar is not defined');
  return service.Events;
}

// The error's shape is not documented; its `details` are widely relied on, its message always has Google's words.
function detailsOf(error: unknown): { code: number; message: string } {
  const code = (error as { details?: { code?: unknown } } | null)?.details?.code;
  return { code: typeof code === 'number' ? code : 0, message: error instanceof Error ? error.message : String(error) };
}

/** Whether an event with that id is there already, or was. */
export function isDuplicate(error: unknown): boolean {
  const { code, message } = detailsOf(error);
  return code === 409 || /identifier already exists/i.test(message);
}

/** Whether there is no such event, or it has been removed. */
export function isGone(error: unknown): boolean {
  const { code, message } = detailsOf(error);
  return code === 404 || code === 410 || /: (not found|resource has been deleted)/i.test(message);
}

/** The event with that id in the person's own calendar, a removed one too; nothing where there never was one. */
export function findEvent(eventId: string): GoogleAppsScript.Calendar.Schema.Event | undefined {
  try {
    return events().get('primary', eventId);
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

const isOff = (message: string): boolean => /not defined|has not been used|is disabled|not enabled/i.test(message);
const saidIn = (message: string): string => message.replace(/^.*failed with error: /s, '').slice(0, 200);

/** Why a calendar could not be looked at, in words. */
export function unanswered(error: unknown): UserError {
  const { message } = detailsOf(error);
  if (isOff(message)) {
    return new UserError('setup', 'Google Calendar is switched off for this sheet. Ask whoever set the add-on up.');
  }
  return new UserError('busy', `Google Calendar is busy. Try again in a moment. It said: ${saidIn(message)}`);
}

/** Why something could not be sent, in words, and whether it may be tried again. */
export function failed(error: unknown): Attempt {
  const { code, message } = detailsOf(error);
  const said = saidIn(message);
  const outcome = (state: Attempt['outcome'], words: string): Attempt => ({ outcome: state, words });
  if (isOff(message)) {
    const words =
      'Google Calendar is switched off for this sheet, so the invitation waits. Ask whoever set the add-on up.';
    return outcome('Waiting', words);
  }
  const refused =
    code >= 400 && code < 500 && code !== 408 && code !== 429 && !/rate|quota|usage limits|too many/i.test(message);
  if (refused) return outcome('Not sent', `Google Calendar refused the invitation: ${said}`);
  return outcome('Waiting', `Google Calendar is busy, so the invitation waits. It said: ${said}`);
}
