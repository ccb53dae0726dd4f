import { type Attendee, type CalendarEvent, instant } from './calendar-event.ts';
import type { CalendarAct, CalendarEntry, Guest, Person } from './page/protocol.ts';
import { instantAt, wallOf } from './wall.ts';
import type { World } from './world.ts';

type CalendarPart = Pick<World, 'calendars' | 'zone'>;

/** The events in a person's calendar as their window shows them, earliest first. */
export function entriesOf({ calendars, zone }: CalendarPart, people: readonly Person[], as: string): CalendarEntry[] {
  const nameOf = (email: string): string => people.find((person) => person.email === email)?.name ?? email;
  return calendars.list(as).map((event) => entryOf(event, as, zone, nameOf));
}

/** Does in a person's calendar what they did on the page. */
export function actOn({ calendars, zone }: CalendarPart, act: CalendarAct): void {
  if (act.act === 'answer') calendars.respond(act.as, act.id, act.answer, act.note);
  else if (act.act === 'remove') calendars.remove(act.as, act.id);
  else calendars.move(act.as, act.id, new Date(instantAt(zone, act)).toISOString());
}

function entryOf(event: CalendarEvent, as: string, zone: string, nameOf: (email: string) => string): CalendarEntry {
  const [from, to] = [instant(event.start), instant(event.end)];
  const timed = event.start.dateTime !== undefined;
  const guests = (event.attendees ?? []).map((guest) => guestOf(guest, event, nameOf));
  return {
    id: event.id,
    uid: event.iCalUID,
    title: event.summary ?? '(No title)',
    description: event.description ?? '',
    day: event.start.date ?? wallOf(zone, from).day,
    from: timed ? wallOf(zone, from).time : '',
    to: timed ? wallOf(zone, to).time : '',
    start: new Date(from).toISOString(),
    end: new Date(to).toISOString(),
    minutes: Math.round((to - from) / 60_000),
    organiser: nameOf(event.organizer.email),
    mine: event.organizer.email === as,
    answer: guests.find(({ email }) => email === as)?.answer ?? 'accepted',
    guests,
  };
}

function guestOf(
  { email, displayName, responseStatus, comment = '' }: Attendee,
  { organizer }: CalendarEvent,
  nameOf: (email: string) => string,
): Guest {
  const name = displayName ?? nameOf(email);
  return { email, name, organiser: email === organizer.email, answer: responseStatus, comment };
}
