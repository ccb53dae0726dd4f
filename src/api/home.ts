import { isDirector } from '../domain/access.ts';
import type { Day, Time } from '../domain/days.ts';
import type { KeptDraft } from '../domain/drafts.ts';
import { UserError } from '../domain/errors.ts';
import { isOverdue } from '../domain/follow-ups.ts';
import { memberOf, nameOf, type Reference, requireMember } from '../domain/reference.ts';
import { halfTermOf, sayHalfTerm } from '../domain/school-year.ts';
import { sessions } from '../domain/sessions.ts';
import type { Context } from './context.ts';
import { query } from './procedure.ts';

export const home = { read: query(read) };

/** Somebody the signed-in person coaches. */
export type Coachee = {
  readonly email: string;
  readonly name: string;
  readonly team: string;
  readonly lastMet: Day;
  readonly sessions: number;
  /** When the two meet again, or were to; empty when nothing is arranged. */
  readonly due: Day;
  readonly overdue: boolean;
};

/** Everything the sidebar opens with. */
export type Home = {
  /** Which view it opens on. */
  readonly start: 'home' | 'check' | 'master' | 'years';
  readonly user: string;
  readonly name: string;
  /** Why this person cannot work here, in words; empty when they can. */
  readonly refusal: string;
  readonly mayCoach: boolean;
  readonly isDirector: boolean;
  readonly today: Day;
  readonly time: Time;
  readonly halfTerm: string;
  readonly reference: Reference;
  readonly coachees: readonly Coachee[];
  readonly sessionsThisHalfTerm: number;
  /** Invitations of this person that wait to be sent. */
  readonly waiting: number;
  readonly drafts: readonly KeptDraft[];
  /** Whether what waits is sent every hour. */
  readonly hourly: boolean;
  readonly sessionsTab: string;
};

/** Who is signed in, whom they coach, what is due or overdue, and what is unfinished. */
function read({ book, user, clock, drafts, timer }: Context): Home {
  const reference = book.reference();
  const me = memberOf(reference, user);
  const refusal = refusalOf(reference, user);
  const isIn = refusal === '';
  const rows = isIn ? book.columns(sessions, ['date', 'coach', 'coachee', 'followUpDate']).map(({ row }) => row) : [];
  const mine = rows.filter((row) => row.coach === user && row.coachee !== '');
  const halfTerm = halfTermOf(clock.today, reference.periods);
  const held = mine.filter((row) => halfTerm && row.date >= halfTerm.first);
  const directs = isIn && me ? isDirector(me) : false;
  return {
    start: 'home',
    user,
    name: me?.name ?? '',
    refusal,
    mayCoach: me?.mayCoach ?? false,
    isDirector: directs,
    today: clock.today,
    time: clock.time,
    halfTerm: halfTerm ? sayHalfTerm(halfTerm) : '',
    // What is wrong with the tabs is for whoever can put it right; the leavers' rows are for nobody, and nothing of the
    // school is for somebody who does not work here.
    reference: {
      ...reference,
      staff: reference.staff.filter(({ active }) => isIn && active),
      problems: directs ? reference.problems : [],
    },
    coachees: coacheesOf(mine, reference, clock.today),
    sessionsThisHalfTerm: held.length,
    waiting: isIn ? book.waiting().filter(({ row }) => row.savedBy === user).length : 0,
    drafts: drafts.all(),
    hourly: timer.isOn(),
    sessionsTab: book.link(sessions),
  };
}

type Met = { date: Day; coachee: string; followUpDate: Day };

function coacheesOf(mine: readonly Met[], reference: Reference, today: Day): Coachee[] {
  const emails = [...new Set(mine.map(({ coachee }) => coachee))];
  const all = emails.map((email): Coachee => {
    const met = mine.filter(({ coachee }) => coachee === email);
    const lastMet = latest(met.map(({ date }) => date));
    const due = latest(met.map(({ followUpDate }) => followUpDate).filter((day) => day > lastMet));
    const member = memberOf(reference, email);
    return {
      email,
      name: nameOf(reference, email),
      team: member?.team ?? '',
      lastMet,
      sessions: met.length,
      due: member?.active ? due : '',
      overdue: (member?.active ?? false) && isOverdue(due, lastMet, today),
    };
  });
  // The soonest due first, then those with nothing arranged.
  return all.sort(
    (one, other) => (one.due || '9').localeCompare(other.due || '9') || one.name.localeCompare(other.name),
  );
}

const latest = (days: readonly Day[]): Day => days.reduce((last, day) => (day > last ? day : last), '');

function refusalOf(reference: Reference, user: string): string {
  try {
    requireMember(reference, user);
    return '';
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}
