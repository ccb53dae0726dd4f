import { sayDay } from '../domain/days.ts';
import type { Delivery, FollowUp } from '../domain/follow-ups.ts';
import type { Member } from '../domain/staff.ts';

type Event = GoogleAppsScript.Calendar.Schema.Event;
type Outcome = Omit<Delivery, 'session'>;

/** The signed-in person's own primary calendar; no other calendar is ever touched. */
export class Calendars {
  /**
   * Puts a follow-up in and invites its guests. The event's id comes from the session's row, so a repeat finds the
   * first event: Calendar answers 409, also when a person has deleted it, and then it stays deleted.
   */
  invite(followUp: FollowUp, guests: readonly Member[], timeZone: string, sheet: string): Outcome {
    const names = guests.filter(({ email }) => email !== followUp.savedBy).map(({ name }) => name);
    const when = `${sayDay(followUp.followUpDate)}, ${followUp.followUpTime}`;
    try {
      const event = events().insert(eventOf(followUp, guests, timeZone, sheet), 'primary', { sendUpdates: 'all' });
      return invited(event, names, when);
    } catch (error) {
      return isDuplicate(error) ? this.look(followUp, names, when) : failed(error);
    }
  }

  private look(followUp: FollowUp, names: readonly string[], when: string): Outcome {
    try {
      const event = events().get('primary', followUp.eventId);
      if (event.status !== 'cancelled') return invited(event, names, when);
      const words = `The follow-up of ${when} was removed from the calendar by a person, so it stays removed.`;
      return { outcome: 'Removed', words, link: '' };
    } catch (error) {
      return failed(error);
    }
  }
}

function invited(event: Event, names: readonly string[], when: string): Outcome {
  return { outcome: 'Invited', words: `Invitations sent for ${when} to ${listed(names)}.`, link: event.htmlLink ?? '' };
}

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;

// A neutral title, private, no word of the conversation, and nobody may pass it on (DESIGN 5.7).
function eventOf(followUp: FollowUp, guests: readonly Member[], timeZone: string, sheet: string): Event {
  const start = `${followUp.followUpDate}T${followUp.followUpTime}:00`;
  return {
    id: followUp.eventId,
    summary: 'Coaching follow-up',
    description: `From STRIDE Coaching: ${sheet}`,
    start: { dateTime: start, timeZone },
    end: { dateTime: later(start, followUp.followUpMinutes ?? 30), timeZone },
    attendees: guests.map(({ email, name }) => ({
      email,
      displayName: name,
      ...(email === followUp.savedBy ? { responseStatus: 'accepted' } : {}),
    })),
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
    extendedProperties: { private: { strideSession: followUp.id } },
    source: { title: 'STRIDE Coaching', url: sheet },
  };
}

// Wall time: Calendar is told the zone beside it. UTC here only because it has no clock change.
function later(start: string, minutes: number): string {
  return new Date(Date.parse(`${start}Z`) + minutes * 60_000).toISOString().slice(0, 19);
}

function events(): GoogleAppsScript.Calendar.Collection.EventsCollection {
  // Undefined where the advanced service is switched off in the manifest.
  const service = typeof Calendar === 'undefined' ? undefined : Calendar;
  if (!service?.Events) throw new Error('Calendar is not defined');
  return service.Events;
}

// The error's shape is not documented; its `details` are widely relied on, its message always has Google's words.
function detailsOf(error: unknown): { code: number; message: string } {
  const code = (error as { details?: { code?: unknown } } | null)?.details?.code;
  return { code: typeof code === 'number' ? code : 0, message: error instanceof Error ? error.message : String(error) };
}

function isDuplicate(error: unknown): boolean {
  const { code, message } = detailsOf(error);
  return code === 409 || /identifier already exists/i.test(message);
}

function failed(error: unknown): Outcome {
  const { code, message } = detailsOf(error);
  const said = message.replace(/^.*failed with error: /s, '').slice(0, 200);
  if (/not defined|has not been used|is disabled|not enabled/i.test(message)) {
    const words =
      'Google Calendar is switched off for this sheet, so the invitation waits. Ask whoever set the add-on up.';
    return { outcome: 'Waiting', words, link: '' };
  }
  const refused =
    code >= 400 && code < 500 && code !== 408 && code !== 429 && !/rate|quota|usage limits|too many/i.test(message);
  if (refused) return { outcome: 'Not sent', words: `Google Calendar refused the invitation: ${said}`, link: '' };
  return { outcome: 'Waiting', words: `Google Calendar is busy, so the invitation waits. It said: ${said}`, link: '' };
}
