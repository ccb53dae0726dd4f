import type { Day, Time } from './days.ts';
import { UserError } from './errors.ts';
import { assistantHeadOf, isAddress, isAllowed, memberOf, type Reference } from './reference.ts';
import type { FollowUpState, Session } from './sessions.ts';
import type { Member } from './staff.ts';

/**
 * The id of a session's follow-up in Google Calendar, made from the session's own id so that a repeated insert finds
 * the first one instead of making a second. Calendar allows the digits and a to v; a UUID's digits are 0 to f.
 */
export function eventIdOf(sessionId: string): string {
  return `stride${sessionId.replace(/-/g, '')}`;
}

/**
 * The id of the follow-up that comes after one which was removed or called off: Calendar never gives an id back, and a
 * follow-up that a person removed stays removed. It is made from the id of the correction, so that one which is repeated
 * asks for the same event.
 */
export function nextEventId(sessionId: string, correctionId: string): string {
  return `${eventIdOf(sessionId)}v${correctionId.replace(/-/g, '')}`;
}

/** Whether an event's id was made for that session, and not typed or pasted into its row. */
export function isEventOf(sessionId: string, eventId: string): boolean {
  return eventId.startsWith(eventIdOf(sessionId));
}

/**
 * When a follow-up is and who is asked to it, in one text that goes with its event: an event made for another wish is
 * brought up to date, one made for this wish is left as people have it.
 */
export function wishOf(followUp: FollowUp, guests: readonly Member[]): string {
  return [whenWished(followUp), ...guests.map(({ email }) => email).sort()].join(' ');
}

/** Whether a wish is for another time than a row says by now. */
export function isForAnotherTime(wish: string, followUp: FollowUp): boolean {
  return wish !== '' && !`${wish} `.startsWith(`${whenWished(followUp)} `);
}

/** Whether each of day, time and minutes of a row is as it was wished, or as the event stands by now. */
export function isBetween(wish: string, event: Upcoming, row: FollowUp): boolean {
  if (wish === '') return true;
  const [date, time, minutes] = wish.split(' ');
  return (
    [date, event.day].includes(row.followUpDate) &&
    [time, event.time].includes(row.followUpTime) &&
    [Number(minutes), event.minutes].includes(row.followUpMinutes ?? 30)
  );
}

/** Whether a wish is for other people than a row names by now, its team's assistant head aside, who may change. */
export function isForOthers(wish: string, { coach, coachee }: FollowUp): boolean {
  const asked = wish.split(' ').slice(3);
  return wish !== '' && ![coach, coachee].every((email) => asked.includes(email));
}

/** Whether nothing is planned: the follow-up was called off. A row of which only the day was taken out by hand says less. */
export function isCalledOff({ followUpDate, followUpTime }: Pick<FollowUp, 'followUpDate' | 'followUpTime'>): boolean {
  return followUpDate === '' && followUpTime === '';
}

/** Whether a row says on which day a follow-up is and at what time; where somebody typed something else, it does not. */
export function isPlanned({ followUpDate, followUpTime }: Pick<FollowUp, 'followUpDate' | 'followUpTime'>): boolean {
  return followUpDate !== '' && followUpTime !== '';
}

/** The time in a wish. */
export const whenWished = ({ followUpDate, followUpTime, followUpMinutes }: FollowUp): string =>
  `${followUpDate} ${followUpTime} ${followUpMinutes ?? 30}`;

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
  | 'group'
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
 * Who is invited to a follow-up: coach, coachee (several of a group) and the assistant head of each coachee's team, each
 * active and in an allowed domain. The form shows them by name before saving; saving and sending each ask again.
 * @throws UserError `invalid` when coach or coachee may not be invited
 */
export function guestsOf(
  reference: Reference,
  coach: string,
  coached: readonly { readonly coachee: string; readonly team: string }[],
): Guests {
  const people = [coach, ...coached.map(({ coachee }) => coachee)].map((email) => requireGuest(reference, email));
  const notes: string[] = [];
  const heads: Member[] = [];
  for (const team of new Set(coached.map((each) => each.team))) {
    const head = assistantHeadOf(reference, team);
    if (!head) {
      const whose =
        team === '' ? 'Without a team on the Staff tab' : `No active assistant head is named for ${team}, so`;
      notes.push(`${whose} no assistant head is invited.`);
    } else if ([...people, ...heads].some(({ email }) => email === head.email)) continue;
    else if (isAllowed(head.email, reference.settings)) heads.push(head);
    else notes.push(`${head.name}'s address is outside the school's domains, so they are not invited.`);
  }
  return { invited: [...people, ...heads], notes };
}

function requireGuest(reference: Reference, email: string): Member {
  const member = memberOf(reference, email);
  if (!member?.active) {
    const name = member?.name ?? (isAddress(email) ? email : 'Somebody in its row');
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

/** What has become of one follow-up's invitation, and what to tell the coach. */
export type Delivery = {
  readonly session: string;
  readonly outcome: FollowUpState;
  readonly words: string;
  /** A link to the event, where there is one. */
  readonly link: string;
};

/** What every event of one run has in common. */
export interface Arrangement {
  readonly timeZone: string;
  readonly today: Day;
  /** A link to the sheet, for the event. */
  readonly sheet: string;
  /** The sheet's own id, by which its events are known from those of a copy of it. */
  readonly sheetId: string;
}

/** What a guest has answered, and what they wrote with it. */
export interface GuestAnswer {
  readonly email: string;
  /** Google's own word: `accepted`, `declined`, `tentative` or `needsAction`. */
  readonly answer: string;
  readonly note: string;
}

/** What is said of an invitation that stands in the calendars, whatever has been answered to it. */
export const liveStates = ['Invited', 'Accepted', 'Declined', 'Tentative'] as const satisfies readonly FollowUpState[];

/** Whether an invitation has gone out and stands, whatever was answered. */
export function isLive(status: string): boolean {
  return liveStates.some((live) => live === status);
}

/** Whether an event stands for the very time that a row says. */
export function isWhen({ day, time, minutes }: Upcoming, row: FollowUp): boolean {
  const lasts = minutes === 0 || minutes === (row.followUpMinutes ?? 30);
  return day === row.followUpDate && time === row.followUpTime && lasts;
}

const states = { accepted: 'Accepted', declined: 'Declined', tentative: 'Tentative' } as const;

/** What somebody has answered to an event, once they have. */
export function answerOf(
  { answers }: Upcoming,
  email: string,
): { readonly answer: (typeof states)[keyof typeof states]; readonly note: string } | undefined {
  const given = answers.find((each) => each.email === email);
  const answer = Object.entries(states).find(([word]) => word === given?.answer)?.[1];
  return given && answer ? { answer, note: given.note } : undefined;
}

/** A time at which somebody is not free. */
export type Busy = { readonly day: Day; readonly from: Time; readonly to: Time };

/** A follow-up as it stands in the calendar. */
export interface Upcoming {
  readonly eventId: string;
  readonly session: string;
  readonly day: Day;
  /** Empty for an event that somebody has made to last all day. */
  readonly time: Time;
  /** 0 where Calendar does not say how long. */
  readonly minutes: number;
  readonly answers: readonly GuestAnswer[];
  /** For which it was made, as `wishOf` says it. */
  readonly wish: string;
  /** Whether somebody has taken it out. */
  readonly removed: boolean;
  readonly link: string;
}

/** When a follow-up counts as overdue: the day after it was due, if the two have not met since. */
export function isOverdue(due: Day, lastMet: Day, today: Day): boolean {
  return due !== '' && due < today && lastMet < due;
}
