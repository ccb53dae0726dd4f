import { isDirector } from '../domain/access.ts';
import { addDays, type Day } from '../domain/days.ts';
import { type Busy, isOverdue } from '../domain/follow-ups.ts';
import type { ImpactShows } from '../domain/papers.ts';
import { isOpenPlan, plans } from '../domain/plans.ts';
import { nameOf, type Reference, requireMember } from '../domain/reference.ts';
import { halfTermOf, yearStart } from '../domain/school-year.ts';
import { sessions } from '../domain/sessions.ts';
import { openSteps, steps } from '../domain/steps.ts';
import type { Context } from './context.ts';
import { type Answered, checkCalendar } from './own-calendar.ts';
import { followPlans } from './plan-calendar.ts';
import { type PlanSeen, seen } from './plans.ts';
import { errand } from './procedure.ts';

export const since = { read: errand(read) };

/** A step that the signed-in person has promised to take. */
export type OwnStep = { readonly what: string; readonly due: Day; readonly coach: string };

/** A meeting that is arranged, or was. */
export type Meeting = { readonly coach: string; readonly coachee: string; readonly day: Day };

/** What is going on in a team: that people meet, and never a word of what they say. */
export type TeamActivity = {
  readonly team: string;
  /** Follow-ups of the next fourteen days. */
  readonly soon: readonly Meeting[];
  readonly overdue: readonly Meeting[];
  /** Who has not been coached this half-term. */
  readonly notYet: readonly string[];
};

/** What has happened since, and what the first screen has not the time to ask for. */
export type Since = {
  readonly answers: readonly Answered[];
  /** What was put right because of it, a sentence each. */
  readonly told: readonly string[];
  /** The plans whose coachee has just agreed to them in their calendar. */
  readonly agreed: readonly PlanSeen[];
  /** The plans of the signed-in person. */
  readonly plans: readonly PlanSeen[];
  /** How many steps of each coachee are still open, and how many of them were due. */
  readonly open: readonly { readonly coachee: string; readonly steps: number; readonly late: number }[];
  readonly own: readonly OwnStep[];
  readonly ownMeetings: readonly Meeting[];
  readonly teams: readonly TeamActivity[];
  /** For the director, what Impact says by now: a few figures and what each is of. */
  readonly impact: readonly { readonly figure: string; readonly of: string }[];
  /** How many people each coach has met this school year. */
  readonly load: readonly { readonly coach: string; readonly people: number }[];
  /** When the signed-in person is not free, in the next weeks. */
  readonly busy: readonly Busy[];
};

// So far ahead the form looks for a day on which its coach is free: Settings lets a follow-up be 120 days off, and from
// the first day after May half-term “after half-term” is in September.
const weeksAhead = 18;

/** What people did with the signed-in person's invitations, and what else there is to know of their coaching. */
function read(context: Context): Since {
  const { book, calendar, clock, user } = context;
  const reference = book.reference();
  const me = requireMember(reference, user);
  const checked = checkCalendar(context, reference, me);
  const agreed = followPlans(context);
  const allPlans = book.rowsOf(plans).map(({ row }) => row);
  const rows = book.columns(sessions, ['date', 'coach', 'coachee', 'team', 'followUpDate']).map(({ row }) => row);
  const mine = book
    .columns(steps, ['outcome', 'coach', 'coachee', 'from', 'session', 'id'])
    .filter(({ row }) => row.outcome === '' && (row.coach === user || row.coachee === user));
  const promised = book.rows(
    steps,
    mine.map(({ at }) => at),
  );
  const { today } = clock;
  const coached = promised.filter((step) => step.coach === user);
  const yearBegan = yearStart(today);
  const year = rows.filter(({ date }) => date >= yearBegan);
  const name = (email: string): string => nameOf(reference, email);
  return {
    answers: checked.answers,
    told: checked.repaired,
    agreed,
    plans: allPlans
      .filter((plan) => plan.id !== '' && (plan.coach === user || plan.coachee === user))
      .map((plan) => seen(reference, plan, user, today))
      .filter((plan) => isOpenPlan(plan) || plan.tailOff || plan.state === 'resolved'),
    open: unique(coached.map(({ coachee }) => coachee)).map((coachee) => {
      const theirs = coached.filter((step) => step.coachee === coachee);
      return { coachee, steps: theirs.length, late: theirs.filter(({ due }) => due !== '' && due < today).length };
    }),
    own: openSteps(promised.filter((step) => step.coachee === user)).map(({ what, due, coach }) => ({
      what,
      due,
      coach: name(coach),
    })),
    ownMeetings: rows
      .filter((row) => row.coachee === user && isToCome(row, rows, today))
      .map(({ coach, coachee, followUpDate }) => ({ coach: name(coach), coachee: name(coachee), day: followUpDate })),
    teams: reference.teams
      .filter(({ assistantHead }) => assistantHead === user)
      .map(({ name: team }) => activityOf(team, rows, reference, today)),
    impact: isDirector(me) ? inShort(context.papers.impact()) : [],
    load: unique(year.map(({ coach }) => coach)).map((coach) => ({
      coach,
      people: unique(year.filter((row) => row.coach === coach).map(({ coachee }) => coachee)).length,
    })),
    busy: calendar.busy(today, addDays(today, 7 * weeksAhead), reference.settings.timeZone),
  };
}

type Row = { date: Day; coach: string; coachee: string; team: string; followUpDate: Day };

const lastMet = ({ coach, coachee }: Row, rows: readonly Row[]): Day =>
  rows
    .filter((row) => row.coach === coach && row.coachee === coachee)
    .reduce((last, { date }) => (date > last ? date : last), '');

// Whoever has met on the very day has met.
const isToCome = (row: Row, rows: readonly Row[], today: Day): boolean =>
  row.followUpDate >= today && row.followUpDate > lastMet(row, rows);

function activityOf(team: string, rows: readonly Row[], reference: Reference, today: Day): TeamActivity {
  const halfTerm = halfTermOf(today, reference.periods);
  const theirs = rows.filter((row) => row.team === team && row.coachee !== '');
  const named = ({ coach, coachee, followUpDate }: Row): Meeting => ({
    coach: nameOf(reference, coach),
    coachee: nameOf(reference, coachee),
    day: followUpDate,
  });
  const members = reference.staff.filter((member) => member.active && member.team === team);
  const met = new Set(theirs.filter(({ date }) => halfTerm && date >= halfTerm.first).map(({ coachee }) => coachee));
  const isStaff = (row: Row): boolean => members.some(({ email }) => email === row.coachee);
  return {
    team,
    soon: theirs
      .filter((row) => isToCome(row, theirs, today) && row.followUpDate <= addDays(today, 14))
      .sort((one, other) => one.followUpDate.localeCompare(other.followUpDate))
      .map(named),
    overdue: theirs
      .filter((row) => isStaff(row) && isOverdue(row.followUpDate, lastMet(row, theirs), today))
      .map(named),
    notYet: members.filter(({ email }) => !met.has(email)).map(({ name }) => name),
  };
}

// Pupils first, as on the tab.
const inShort = (shows: ImpactShows): { figure: string; of: string }[] =>
  [
    { figure: shows('plansMoved'), of: 'plans where the pupil outcome moved' },
    { figure: shows('coachedNowShare'), of: 'of all staff coached this half-term' },
    { figure: shows('sessionsNow'), of: 'sessions this half-term' },
    { figure: shows('stepsDoneShare'), of: 'of steps done by the next meeting' },
  ].filter(({ figure }) => figure !== '');

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];
