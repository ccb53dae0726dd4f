import { addDays, sayDay } from '../domain/days.ts';
import type { PlanAnswer, PlanInvitation } from '../domain/plan-invitations.ts';
import { type PlanReminder, reminderId, type StandingReminder } from '../domain/plan-reminders.ts';
import { events, failed, findEvent, isDuplicate, timesFrom, unanswered } from './events.ts';

type Event = GoogleAppsScript.Calendar.Schema.Event;

/**
 * The events of plans in the signed-in person's own calendar, each with an id that comes from the plan's row, so that a
 * repeat finds the first one: the invitation by which a coachee agrees, on the day on which the two look at the plan
 * again, and the reminder of the evidence that is to be gathered.
 */
export class PlanEvents {
  /** Puts the event in, or brings it up to date and asks anew when the plan says something else. */
  invite(plan: PlanInvitation): {
    outcome: 'Invited' | 'Removed' | 'Not sent' | 'Waiting';
    words: string;
    link: string;
  } {
    try {
      const event = put(plan.eventId, eventOf(plan), 'all');
      if (!event) {
        const words = 'The invitation to this plan was removed from the calendar by a person, so it stays removed.';
        return { outcome: 'Removed', words, link: '' };
      }
      const words = `${plan.coachee.name} has been asked to agree: they answer Yes to “${title}” on ${sayDay(plan.date)}.`;
      return { outcome: 'Invited', words, link: event.htmlLink ?? '' };
    } catch (error) {
      const { outcome, words } = failed(error);
      return { outcome: outcome === 'Waiting' ? 'Waiting' : 'Not sent', words, link: '' };
    }
  }

  /** Puts the reminder on its day, or moves it there. */
  remind(reminder: PlanReminder): { words: string; link: string } {
    try {
      const event = put(reminderId(reminder.plan), reminderEvent(reminder), 'none');
      return event
        ? { words: `Your own calendar reminds you on ${sayDay(reminder.date)}.`, link: event.htmlLink ?? '' }
        : { words: 'You took this reminder out of your calendar, so it stays out.', link: '' };
    } catch (error) {
      throw unanswered(error);
    }
  }

  /** What stands there of the plans of this sheet from today: who has answered to which words, and the reminders. */
  standing(sheetId: string, today: string): { answers: PlanAnswer[]; reminders: StandingReminder[] } {
    try {
      const { items = [] } = events().list('primary', {
        privateExtendedProperty: `stridePlanSheet=${sheetId}`,
        timeMin: `${today}T00:00:00Z`,
        maxResults: 250,
      });
      const all = items.map((event) => ({ event, ours: event.extendedProperties?.private ?? {} }));
      return {
        answers: all.flatMap(({ event, ours: { stridePlan: plan = '', strideWords: words = '' } }) => {
          const agreed = (event.attendees ?? []).filter(({ responseStatus }) => responseStatus === 'accepted');
          return agreed.map(({ email = '' }) => ({ plan, words, email: email.toLowerCase() }));
        }),
        reminders: all.flatMap(
          ({ ours: { strideEvidence: plan = '', strideDate: date = '', strideWords: sources = '' } }) =>
            plan === '' ? [] : [{ plan, date, sources }],
        ),
      };
    } catch (error) {
      throw unanswered(error);
    }
  }
}

// Puts an event in, or brings it up to date when it was made for other words or another day; nothing for one that a
// person has removed, and one that was made for these is left wherever they have moved it.
function put(eventId: string, event: Event, sendUpdates: 'all' | 'none'): Event | undefined {
  try {
    return events().insert({ id: eventId, ...event }, 'primary', { sendUpdates });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  const there = findEvent(eventId);
  if (!there || there.status === 'cancelled') return undefined;
  const [made, wanted] = [there, event].map(({ extendedProperties }) => extendedProperties?.private ?? {});
  if (made?.strideWords === wanted?.strideWords && made?.strideDate === wanted?.strideDate) return there;
  return events().patch(event, 'primary', eventId, { sendUpdates });
}

const title = 'Coaching plan';

function eventOf(plan: PlanInvitation): Event {
  const { coach, coachee, saver } = plan;
  const attendees = [coach, coachee].map(({ email, name }) => ({
    email,
    displayName: name,
    responseStatus: email === saver ? 'accepted' : 'needsAction',
  }));
  return {
    summary: title,
    description: [asks, ...plan.text, plan.sheet].join('\n\n'),
    ...timesFrom(plan.date, plan.time, plan.minutes, plan.timeZone),
    attendees,
    visibility: 'private',
    guestsCanInviteOthers: false,
    guestsCanModify: false,
    extendedProperties: {
      private: { stridePlan: plan.id, stridePlanSheet: plan.sheetId, strideWords: plan.words, strideDate: plan.date },
    },
    source: { title: 'STRIDE Coaching', url: plan.sheet },
  };
}

const asks =
  'This is the day to look at your coaching plan again. Answer Yes if you agree to the plan; answer No, or Maybe with a note, and talk about it first.';

// All day, and free: it takes nobody's time from them.
function reminderEvent({ plan, date, sources, sheet, sheetId }: PlanReminder): Event {
  return {
    summary: 'Coaching: evidence to gather',
    description: [sources, sheet].filter((words) => words !== '').join('\n\n'),
    start: { date },
    end: { date: addDays(date, 1) },
    visibility: 'private',
    transparency: 'transparent',
    extendedProperties: {
      private: { strideEvidence: plan, stridePlanSheet: sheetId, strideWords: sources, strideDate: date },
    },
    source: { title: 'STRIDE Coaching', url: sheet },
  };
}
