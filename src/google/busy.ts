/** When the signed-in person is not free, by their own calendar and in the school's time. */
import { addDays, type Day, type Time } from '../domain/days.ts';
import type { Busy } from '../domain/follow-ups.ts';
import { events } from './events.ts';

type Event = GoogleAppsScript.Calendar.Schema.Event;

/** When this person is not free; what they have declined, or marked as free, does not count. */
export function busyBetween(from: Day, until: Day, timeZone: string): Busy[] {
  const { items = [] } = events().list('primary', {
    // A day of the school begins up to fourteen hours before that of UTC and ends up to twelve hours after it.
    timeMin: `${addDays(from, -1)}T00:00:00Z`,
    timeMax: `${addDays(until, 1)}T00:00:00Z`,
    singleEvents: true,
    timeZone,
    maxResults: 2500,
  });
  const last = addDays(until, -1);
  return items.filter(isTaken).flatMap((event) => takenBy(event, from, last));
}

function isTaken({ transparency, status, attendees = [] }: Event): boolean {
  const isDeclined = attendees.some(({ self, responseStatus }) => self === true && responseStatus === 'declined');
  return transparency !== 'transparent' && status !== 'cancelled' && !isDeclined;
}

// Day by day, as the form asks for one at a time. The moment at which an event ends is free again, and so is the date
// that Calendar gives as the end of one that lasts whole days.
function takenBy({ start, end }: Event, from: Day, last: Day): Busy[] {
  const [begins, ends] = [wallOf(start), wallOf(end)];
  // In the hour that a clock change repeats, an event can end before it began by what clocks show: then all of it is taken.
  if (begins.day === ends.day && ends.time < begins.time) {
    const taken = { day: begins.day, from: hourOf(ends.time), to: hourOf(begins.time, 1) };
    return from <= begins.day && begins.day <= last ? [taken] : [];
  }
  const taken: Busy[] = [];
  for (let day = later(begins.day, from); day <= ends.day && day <= last; day = addDays(day, 1)) {
    const since = day === begins.day ? begins.time : '00:00';
    const to = day === ends.day ? ends.time : '24:00';
    if (since < to) taken.push({ day, from: since, to });
  }
  return taken;
}

function wallOf(moment: Event['start']): { readonly day: Day; readonly time: Time } {
  const text = moment?.dateTime ?? `${moment?.date ?? ''}T00:00`;
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}

const hourOf = (time: Time, on = 0): Time => `${String(Number(time.slice(0, 2)) + on).padStart(2, '0')}:00`;

const later = (one: Day, other: Day): Day => (one > other ? one : other);
