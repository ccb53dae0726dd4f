import { sayDay } from '../domain/days.ts';
import type { PlanAnswer, PlanInvitation } from '../domain/plan-invitations.ts';
import { events, failed, isDuplicate, isGone, timesFrom, unanswered } from './events.ts';

type Event = GoogleAppsScript.Calendar.Schema.Event;

/**
 * The invitation by which a coachee agrees to a plan in their own calendar: an event of two people, on the day on which
 * they look at the plan again. Its id comes from the plan's row, so a repeat finds the first one.
 */
export class PlanEvents {
  /** Puts the event in, or brings it up to date and asks anew when the plan says something else. */
  invite(plan: PlanInvitation): {
    outcome: 'Invited' | 'Removed' | 'Not sent' | 'Waiting';
    words: string;
    link: string;
  } {
    try {
      const event = this.insert(plan) ?? this.renew(plan);
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

  /** What people have answered to the plans of this sheet that are still to come, by the words they answered to. */
  answers(sheetId: string, today: string): PlanAnswer[] {
    try {
      const { items } = events().list('primary', {
        privateExtendedProperty: `stridePlanSheet=${sheetId}`,
        timeMin: `${today}T00:00:00Z`,
        maxResults: 250,
      });
      return (items ?? []).flatMap((event) => {
        const { stridePlan = '', strideWords = '' } = event.extendedProperties?.private ?? {};
        const agreed = (event.attendees ?? []).filter(({ responseStatus }) => responseStatus === 'accepted');
        return agreed.map(({ email = '' }) => ({ plan: stridePlan, words: strideWords, email: email.toLowerCase() }));
      });
    } catch (error) {
      throw unanswered(error);
    }
  }

  private insert(plan: PlanInvitation): Event | undefined {
    try {
      return events().insert({ id: plan.eventId, ...eventOf(plan) }, 'primary', { sendUpdates: 'all' });
    } catch (error) {
      if (isDuplicate(error)) return undefined;
      throw error;
    }
  }

  private renew(plan: PlanInvitation): Event | undefined {
    const event = this.find(plan.eventId);
    if (!event || event.status === 'cancelled') return undefined;
    const { strideWords, strideDate } = event.extendedProperties?.private ?? {};
    if (strideWords === plan.words && strideDate === plan.date) return event;
    return events().patch(eventOf(plan), 'primary', plan.eventId, { sendUpdates: 'all' });
  }

  private find(eventId: string): Event | undefined {
    try {
      return events().get('primary', eventId);
    } catch (error) {
      if (isGone(error)) return undefined;
      throw error;
    }
  }
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
