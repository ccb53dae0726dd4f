import type { CalendarEvent } from '../local/calendar-event.ts';
import type { Desk } from './desk.ts';
import { ada, bram, noteMarker } from './drafts.ts';

type Answer = 'accepted' | 'declined' | 'tentative';

/** The event of a session or a plan in the calendar of whoever made it. */
export function eventOf({ world }: Desk, saver: string, about: string): CalendarEvent | undefined {
  return world.calendars.list(saver).find(({ organizer, extendedProperties }) => {
    const { strideSession, stridePlan } = extendedProperties?.private ?? {};
    return organizer.email === saver && (strideSession === about || stridePlan === about);
  });
}

/** A coachee answers the invitation to a follow-up, with a note. */
export function responds(desk: Desk, session: string, answer: Answer): void {
  const { saver = '', told } = desk.ledger.wishes.get(session) ?? {};
  const event = eventOf(desk, saver, session);
  if (!event?.attendees?.some(({ email }) => email === told?.coachee) || !told) return;
  desk.world.calendars.respond(told.coachee, event.id, answer, `a trip, ${noteMarker}`);
}

/** Whoever saved a session moves its follow-up in their calendar. */
export function moves(desk: Desk, session: string, to: string): void {
  const { saver = '' } = desk.ledger.wishes.get(session) ?? {};
  const event = eventOf(desk, saver, session);
  if (!event) return;
  desk.world.calendars.move(saver, event.id, to);
  desk.ledger.change(session, () => ({ isMoved: true }));
}

/** A coachee says Yes to a plan in their calendar: to the words that its invitation asked for. */
export function answersYes(desk: Desk, plan: string, coach: string = ada): void {
  const event = eventOf(desk, coach, plan);
  const { strideWords: words = '' } = event?.extendedProperties?.private ?? {};
  if (!event) return;
  desk.world.calendars.respond(bram, event.id, 'accepted', noteMarker);
  desk.ledger.turns({ plan, who: 'coachee', words }, false);
}
