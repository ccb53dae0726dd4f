import { type Day, sayDay } from '../domain/days.ts';
import {
  type Arrangement,
  type Busy,
  type Delivery,
  type FollowUp,
  isCalledOff,
  type Upcoming,
  whenWished,
  wishOf,
} from '../domain/follow-ups.ts';
import type { Member } from '../domain/staff.ts';

import { busyBetween } from './busy.ts';
import { events, failed, findEvent, isDuplicate, isGone, timesFrom, unanswered } from './events.ts';

type Event = GoogleAppsScript.Calendar.Schema.Event;
type Outcome = Omit<Delivery, 'session'> & { moved: boolean };

/** The signed-in person's own primary calendar; no other calendar is ever touched. */
export class Calendars {
  /**
   * Makes the event what the follow-up says. Its id comes from the session's row, so a repeat finds the first event:
   * Calendar answers 409, also when a person has deleted it, and then it stays deleted. An event that was made for this
   * very wish is left as it is, wherever its people have moved it since; one made for an earlier wish is moved.
   */
  arrange(followUp: FollowUp, guests: readonly Member[], plan: Arrangement): Outcome {
    try {
      if (isCalledOff(followUp)) return this.callOff(followUp);
      // Nobody wants an invitation to what has been; but it may have been sent by a run whose answer was lost.
      if (followUp.followUpDate < plan.today) return this.look(followUp, guests, plan);
      return this.insert(followUp, guests, plan);
    } catch (error) {
      return { ...failed(error), link: '', moved: false };
    }
  }

  upcoming({ today, timeZone, sheetId }: Arrangement): Upcoming[] {
    try {
      return this.list(today, timeZone, sheetId);
    } catch (error) {
      throw unanswered(error);
    }
  }

  has(eventId: string): boolean {
    try {
      const event = findEvent(eventId);
      return event !== undefined && event.status !== 'cancelled';
    } catch (error) {
      throw unanswered(error);
    }
  }

  busy(from: Day, until: Day, timeZone: string): Busy[] {
    try {
      return busyBetween(from, until, timeZone);
    } catch (error) {
      throw unanswered(error);
    }
  }

  /** Has an event say that it stands for what its row says by now; nobody is told, as nothing has changed for them. */
  rewish(followUp: FollowUp, before: string): void {
    const guests = before.split(' ').slice(3);
    try {
      const strideWish = [whenWished(followUp), ...guests].join(' ');
      const properties = { extendedProperties: { private: { strideWish } } };
      events().patch(properties, 'primary', followUp.eventId, { sendUpdates: 'none' });
    } catch (error) {
      // Then the next run does it.
      if (!isGone(error)) throw unanswered(error);
    }
  }

  private list(today: string, timeZone: string, sheetId: string): Upcoming[] {
    const found: Event[] = [];
    let pageToken: string | undefined;
    do {
      const page = events().list('primary', {
        privateExtendedProperty: `strideSheet=${sheetId}`,
        showDeleted: true,
        timeMin: `${today}T00:00:00Z`,
        timeZone,
        maxResults: 250,
        ...(pageToken === undefined ? {} : { pageToken }),
      });
      found.push(...(page.items ?? []));
      pageToken = page.nextPageToken;
    } while (pageToken !== undefined);
    return found.map((event) => ({
      eventId: event.id ?? '',
      session: event.extendedProperties?.private?.strideSession ?? '',
      day: (event.start?.dateTime ?? event.start?.date ?? '').slice(0, 10),
      time: (event.start?.dateTime ?? '').slice(11, 16),
      minutes: (Date.parse(event.end?.dateTime ?? '') - Date.parse(event.start?.dateTime ?? '')) / 60_000 || 0,
      answers: (event.attendees ?? []).map(({ email = '', responseStatus = '', comment = '' }) => ({
        email: email.toLowerCase(),
        answer: responseStatus,
        note: comment,
      })),
      wish: event.extendedProperties?.private?.strideWish ?? '',
      removed: event.status === 'cancelled',
      link: event.htmlLink ?? '',
    }));
  }

  private insert(followUp: FollowUp, guests: readonly Member[], plan: Arrangement): Outcome {
    try {
      const event = events().insert(eventOf(followUp, guests, plan), 'primary', { sendUpdates: 'all' });
      return invited(followUp, guests, event);
    } catch (error) {
      if (isDuplicate(error)) return this.look(followUp, guests, plan);
      throw error;
    }
  }

  private look(followUp: FollowUp, guests: readonly Member[], plan: Arrangement): Outcome {
    const event = findEvent(followUp.eventId);
    if (!event) {
      const words = `The follow-up of ${whenOf(followUp)} has passed, so no invitation was sent.`;
      return { outcome: 'Not sent', words, link: '', moved: false };
    }
    if (event.status === 'cancelled') {
      const words = `The follow-up of ${whenOf(followUp)} was removed from the calendar by a person, so it stays removed.`;
      return { outcome: 'Removed', words, link: '', moved: false };
    }
    const made = event.extendedProperties?.private?.strideWish;
    if (made === wishOf(followUp, guests) || followUp.followUpDate < plan.today)
      return invited(followUp, guests, event);
    const patched = events().patch(changesTo(event, followUp, guests, plan), 'primary', followUp.eventId, {
      sendUpdates: 'all',
    });
    const words = `The follow-up is now ${whenOf(followUp)}; ${others(followUp, guests)} have been told.`;
    return { outcome: 'Invited', words, link: patched.htmlLink ?? '', moved: true };
  }

  private callOff(followUp: FollowUp): Outcome {
    try {
      events().remove('primary', followUp.eventId, { sendUpdates: 'all' });
    } catch (error) {
      if (!isGone(error)) throw error;
    }
    return { outcome: 'Cancelled', words: 'The follow-up was called off.', link: '', moved: false };
  }
}

function invited(followUp: FollowUp, guests: readonly Member[], event: Event): Outcome {
  const words = `Invitations sent for ${whenOf(followUp)} to ${others(followUp, guests)}.`;
  return { outcome: 'Invited', words, link: event.htmlLink ?? '', moved: false };
}

const whenOf = ({ followUpDate, followUpTime }: FollowUp): string => `${sayDay(followUpDate)}, ${followUpTime}`;

function others(followUp: FollowUp, guests: readonly Member[]): string {
  const names = guests.filter(({ email }) => email !== followUp.savedBy).map(({ name }) => name);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

// A neutral title, private, no word of the conversation, and nobody may pass it on (DESIGN 5.7).
function eventOf(followUp: FollowUp, guests: readonly Member[], plan: Arrangement): Event {
  return {
    id: followUp.eventId,
    summary: 'Coaching follow-up',
    description: `From STRIDE Coaching: ${plan.sheet}`,
    ...timesOf(followUp, plan),
    attendees: guests.map((guest) => attendeeOf(guest, followUp)),
    visibility: 'private',
    guestsCanInviteOthers: false,
    guestsCanModify: false,
    reminders: {
      useDefault: false,
      overrides: [
        { method: 'popup', minutes: 15 },
        { method: 'email', minutes: 24 * 60 },
      ],
    },
    extendedProperties: { private: propertiesOf(followUp, guests, plan) },
    source: { title: 'STRIDE Coaching', url: plan.sheet },
  };
}

// The answers of those who stay are kept, unless the time changes: then everybody is asked anew.
function changesTo(event: Event, followUp: FollowUp, guests: readonly Member[], plan: Arrangement): Event {
  const before = event.extendedProperties?.private?.strideWish ?? '';
  const isSameTime =
    before.split(' ').slice(0, 3).join(' ') === wishOf(followUp, guests).split(' ').slice(0, 3).join(' ');
  const known = isSameTime ? (event.attendees ?? []) : [];
  return {
    ...(isSameTime ? {} : timesOf(followUp, plan)),
    attendees: guests.map((guest) => known.find(({ email }) => email === guest.email) ?? attendeeOf(guest, followUp)),
    extendedProperties: { private: propertiesOf(followUp, guests, plan) },
  };
}

const timesOf = (
  { followUpDate, followUpTime, followUpMinutes }: FollowUp,
  { timeZone }: Arrangement,
): Pick<Event, 'start' | 'end'> => timesFrom(followUpDate, followUpTime, followUpMinutes ?? 30, timeZone);

function attendeeOf({ email, name }: Member, { savedBy }: FollowUp): GoogleAppsScript.Calendar.Schema.EventAttendee {
  return { email, displayName: name, ...(email === savedBy ? { responseStatus: 'accepted' } : {}) };
}

function propertiesOf(followUp: FollowUp, guests: readonly Member[], { sheetId }: Arrangement): Record<string, string> {
  return { strideSession: followUp.id, strideSheet: sheetId, strideWish: wishOf(followUp, guests) };
}
