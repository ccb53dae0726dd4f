/** What saving makes of what a coach typed: the whole row, or a refusal in words. */
import type { Day, Time } from './days.ts';
import { checkDate, checkFollowUp } from './drafts.ts';
import { UserError } from './errors.ts';
import { eventIdOf, guestsOf } from './follow-ups.ts';
import { memberOf, type Reference, requireMember } from './reference.ts';
import { halfTermOf, sayHalfTerm } from './school-year.ts';
import type { Session, SessionDraft } from './sessions.ts';
import type { Member } from './staff.ts';

/** What time it is in the school. */
export interface Now {
  readonly today: Day;
  readonly time: Time;
  readonly now: string;
}

/**
 * The row of a conversation, the wish for its follow-up's invitation included.
 * @throws UserError `invalid` with the field when coachee, dates or guests will not do
 */
export function newSession(
  reference: Reference,
  coach: Member,
  draft: SessionDraft,
  { today, time, now }: Now,
  group = '',
): Session {
  const coachee = requireCoachee(reference, draft.coachee, coach.email);
  checkDate(draft, today);
  checkFollowUp(draft, today, time);
  const meets = draft.followUpDate !== '';
  const guests = meets
    ? guestsOf(reference, coach.email, [{ coachee: coachee.email, team: coachee.team }]).invited
    : [];
  return {
    ...draft,
    halfTerm: halfTermFor(reference, draft.date),
    coach: coach.email,
    coachee: coachee.email,
    team: coachee.team,
    assistantHead: guests[2]?.email ?? '',
    status: meets ? 'Waiting' : '',
    savedBy: coach.email,
    group,
    savedAt: now,
    eventId: meets ? eventIdOf(draft.id) : '',
  };
}

/** A follow-up as a row keeps it: whole, or not at all. */
export function withWholeFollowUp(draft: SessionDraft, { settings }: Reference): SessionDraft {
  return draft.followUpDate === ''
    ? { ...draft, followUpTime: '', followUpMinutes: null }
    : { ...draft, followUpMinutes: draft.followUpMinutes ?? Number(settings.followUpMinutes) };
}

/**
 * The signed-in member of staff, who may coach.
 * @throws UserError `forbidden`
 */
export function requireCoach(reference: Reference, user: string): Member {
  const coach = requireMember(reference, user);
  if (coach.mayCoach) return coach;
  throw new UserError(
    'forbidden',
    'The Staff tab does not have you as a coach yet. Ask the director to tick “May coach”.',
  );
}

/**
 * Whoever is coached: active, and not the coach.
 * @throws UserError `invalid` with the field
 */
export function requireCoachee(reference: Reference, email: string, coach: string): Member {
  const coachee = memberOf(reference, email);
  if (!coachee?.active) {
    const who = email === '' ? 'Nobody' : email;
    throw new UserError('invalid', `${who} is not active on the Staff tab. Choose somebody from the list.`, 'coachee');
  }
  if (coachee.email !== coach) return coachee;
  throw new UserError(
    'invalid',
    'The coach and the coachee are the same. Choose the person who was coached.',
    'coachee',
  );
}

/** The half-term of a day as rows show it, or nothing when Term dates does not know it. */
export function halfTermFor({ periods }: Reference, day: Day): string {
  const halfTerm = halfTermOf(day, periods);
  return halfTerm ? sayHalfTerm(halfTerm) : '';
}
