import type { Day, Time } from './days.ts';
import { UserError } from './errors.ts';
import { assistantHeadOf, isAllowed, memberOf, type Reference } from './reference.ts';
import type { Session } from './sessions.ts';
import type { Member } from './staff.ts';

/**
 * The id of a session's follow-up in Google Calendar, made from the session's own id so that a repeated insert finds
 * the first one instead of making a second. Calendar allows the digits and a to v; a UUID's digits are 0 to f.
 */
export function eventIdOf(sessionId: string): string {
  return `stride${sessionId.replace(/-/g, '')}`;
}

/** What of a session its invitation needs: never a word of the conversation. */
export type FollowUp = Pick<
  Session,
  | 'id'
  | 'coach'
  | 'coachee'
  | 'team'
  | 'assistantHead'
  | 'followUpDate'
  | 'followUpTime'
  | 'followUpMinutes'
  | 'status'
  | 'savedBy'
  | 'eventId'
>;

/** When two people meet again. */
export interface Meeting {
  readonly date: Day;
  readonly time: Time;
  readonly minutes: number;
}

/** Who is to be invited, and in words why somebody is not. */
export interface Guests {
  readonly invited: readonly Member[];
  readonly notes: readonly string[];
}

/**
 * Who is invited to a follow-up: coach, coachee and the assistant head of the coachee's team, each active and in an
 * allowed domain. The form shows them by name before saving; saving and sending each ask again.
 * @throws UserError `invalid` when coach or coachee may not be invited
 */
export function guestsOf(reference: Reference, coach: string, coachee: string, team: string): Guests {
  const pair = [coach, coachee].map((email) => requireGuest(reference, email));
  const head = assistantHeadOf(reference, team);
  if (!head) {
    const whose = team === '' ? 'Without a team on the Staff tab' : `No active assistant head is named for ${team}, so`;
    return { invited: pair, notes: [`${whose} no assistant head is invited.`] };
  }
  if (pair.some(({ email }) => email === head.email)) return { invited: pair, notes: [] };
  if (!isAllowed(head.email, reference.settings)) {
    return {
      invited: pair,
      notes: [`${head.name}'s address is outside the school's domains, so they are not invited.`],
    };
  }
  return { invited: [...pair, head], notes: [] };
}

function requireGuest(reference: Reference, email: string): Member {
  const member = memberOf(reference, email);
  if (!member?.active) {
    const name = member?.name ?? email;
    throw new UserError(
      'invalid',
      `${name} is not active on the Staff tab, so they cannot be invited.`,
      'followUpDate',
    );
  }
  if (!isAllowed(member.email, reference.settings)) {
    throw new UserError(
      'invalid',
      `${member.email} is not in a domain that may be invited. Take the follow-up date out to save now, and ask the director to look at Settings.`,
      'followUpDate',
    );
  }
  return member;
}

/** What has become of one invitation, and what to tell the coach. */
export type Delivery = {
  readonly session: string;
  readonly outcome: 'Invited' | 'Removed' | 'Not sent' | 'Waiting';
  readonly words: string;
  /** A link to the event, where there is one. */
  readonly link: string;
};

/** When a follow-up counts as overdue: the day after it was due, if the two have not met since. */
export function isOverdue(due: Day, lastMet: Day, today: Day): boolean {
  return due !== '' && due < today && lastMet < due;
}
