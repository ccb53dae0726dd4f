import type { Day, Time } from './days.ts';
import { UserError } from './errors.ts';
import { type Plan, wordsOf } from './plans.ts';
import { isAllowed, memberOf, type Reference } from './reference.ts';
import type { Member } from './staff.ts';

/** What a coachee is sent, so that they can agree to a plan in their own calendar. */
export interface PlanInvitation {
  readonly id: string;
  readonly eventId: string;
  /** By which words the answer stands. */
  readonly words: string;
  readonly date: Day;
  readonly time: Time;
  readonly minutes: number;
  readonly timeZone: string;
  readonly coach: Member;
  readonly coachee: Member;
  /** In whose calendar it stands. */
  readonly saver: string;
  /** The plan's own words, where the school lets them go into the two calendars; else nothing. */
  readonly text: readonly string[];
  readonly sheet: string;
  readonly sheetId: string;
}

/** Who has said Yes to a plan in their calendar, and to which words. */
export type PlanAnswer = {
  readonly plan: string;
  readonly words: string;
  readonly email: string;
};

/** The id of a plan's event: Calendar allows the digits and a to v. */
export const planEventId = (plan: string): string => `strideplan${plan.replace(/-/g, '')}`;

/** Whether an event's id was made for that plan. */
export const isPlanEvent = ({ id, eventId }: Pick<Plan, 'id' | 'eventId'>): boolean => eventId === planEventId(id);

/**
 * The invitation to agree to a plan, to coach and coachee and nobody else.
 * @throws UserError `invalid` when one of the two may not be invited
 */
export function invitationTo(
  plan: Plan,
  reference: Reference,
  from: { readonly sheet: string; readonly sheetId: string },
): PlanInvitation {
  const { settings } = reference;
  const [coach, coachee] = [plan.coach, plan.coachee].map((email) => requireGuest(reference, email));
  if (!coach || !coachee) throw new UserError('invalid', 'A plan is between two people.');
  return {
    id: plan.id,
    eventId: plan.eventId,
    words: wordsOf(plan),
    date: plan.reviewDate,
    time: settings.followUpTime,
    minutes: Number(settings.followUpMinutes),
    timeZone: settings.timeZone,
    coach,
    coachee,
    saver: plan.savedBy,
    text: /^yes$/i.test(settings.planWords) ? textOf(plan) : [],
    ...from,
  };
}

function textOf({ purpose, target, process, endGoals, outcome }: Plan): string[] {
  return [
    `Purpose\n${purpose}`,
    `Target and why\n${target}`,
    `Process\n${process}`,
    `End goals\n${endGoals}`,
    `Pupil outcome\n${outcome}`,
  ];
}

function requireGuest(reference: Reference, email: string): Member {
  const member = memberOf(reference, email);
  if (!member?.active)
    throw new UserError(
      'invalid',
      `${member?.name ?? 'Somebody'} is not active on the Staff tab, so they cannot be asked.`,
    );
  if (isAllowed(member.email, reference.settings)) return member;
  throw new UserError('invalid', `${member.name}'s address is outside the school's domains, so they cannot be asked.`);
}
