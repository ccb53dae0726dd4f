/** What is archived of a school year, tab by tab: which rows go, and what is counted of them. */
import type { Row, Table } from '../domain/columns.ts';
import { addDays, type Day } from '../domain/days.ts';
import { evidence } from '../domain/evidence.ts';
import { log } from '../domain/log.ts';
import { plans } from '../domain/plans.ts';
import { schoolYearOf } from '../domain/school-year.ts';
import { sessions } from '../domain/sessions.ts';
import { steps } from '../domain/steps.ts';
import { figuresOf } from '../domain/year-figures.ts';
import {
  isPlanOver,
  once,
  sessionsOver,
  type Turn,
  years as table,
  type Year,
  yearOfPlan,
  yearsUpTo,
} from '../domain/years.ts';
import type { Context } from './context.ts';

/** How many rows a piece has moved, and what is to be said of it. */
export interface Moved {
  readonly moved: number;
  readonly told: readonly string[];
}

export interface YearPart {
  readonly name: string;
  /** Moves a piece of what is to go; the last one counts. */
  readonly run: (context: Context, turn: Turn, year: Year) => Moved;
}

/** The tabs one after another: what belongs to rows of others goes after them. */
export const yearParts: readonly [YearPart, ...YearPart[]] = [
  { name: 'Plans', run: movePlans },
  { name: 'Sessions', run: moveSessions },
  { name: 'Steps', run: moveSteps },
  { name: 'Evidence', run: moveEvidence },
  { name: 'Log', run: moveLog },
  { name: 'Years', run: countYear },
];

// A piece at a time, until nothing is left that can be moved.
function moved(context: Context, of: Table, going: readonly { id: string; year: string }[]): Moved {
  const count = going.length === 0 ? 0 : context.archive.move(of, going);
  const isStuck = going.length > 0 && count === 0;
  return {
    moved: count,
    told: isStuck ? [`Rows of ${of.name} that could not be copied exactly stay: ${going.length}.`] : [],
  };
}

function movePlans(context: Context, turn: Turn, year: Year): Moved {
  const { book, clock } = context;
  const letGo = new Set(year.letGo.split(' '));
  const all = book.rowsOf(plans).map(({ row }) => row);
  const over = all.filter((plan) => once(all).has(plan.id) && isPlanOver(plan, letGo, turn, clock.today));
  return moved(
    context,
    plans,
    over.map((plan) => ({ id: plan.id, year: yearOfPlan(plan, turn) })),
  );
}

/** What has to be known of a session to say whether it is over. */
export const seenKeys = ['date', 'coach', 'coachee', 'followUpDate', 'status', 'group', 'id'] as const;

function moveSessions(context: Context, turn: Turn): Moved {
  const { book, clock } = context;
  const rows = book.columns(sessions, seenKeys).map(({ row }) => row);
  const carried = book.rowsOf(plans).map(({ row }) => row);
  const over = sessionsOver(rows, carried, turn, clock.today);
  return moved(
    context,
    sessions,
    over.map(({ id, date }) => ({ id, year: schoolYearOf(date) })),
  );
}

// A step goes with its session.
function moveSteps(context: Context, turn: Turn): Moved {
  const { book } = context;
  const there = idsOf(context, sessions);
  const rows = book.columns(steps, ['date', 'session', 'id']).map(({ row }) => row);
  return moved(
    context,
    steps,
    overBy(rows, turn, ({ session }) => !there.has(session)),
  );
}

// Evidence goes with its plan.
function moveEvidence(context: Context, turn: Turn): Moved {
  const { book } = context;
  const there = idsOf(context, plans);
  const rows = book.columns(evidence, ['date', 'plan', 'id']).map(({ row }) => row);
  return moved(
    context,
    evidence,
    overBy(rows, turn, ({ plan }) => !there.has(plan)),
  );
}

type Dated = { readonly id: string; readonly date: Day };

function overBy<R extends Dated>(
  rows: readonly R[],
  { from }: Turn,
  isOver: (row: R) => boolean,
): { id: string; year: string }[] {
  const unique = once(rows);
  return rows
    .filter((row) => unique.has(row.id) && row.date !== '' && row.date < from && isOver(row))
    .map(({ id, date }) => ({ id, year: schoolYearOf(date) }));
}

// A row that the Log still knows and no tab has is looked for by the check for so long.
const lookedForDays = 60;

// A line of the Log goes with what it is about.
function moveLog(context: Context, turn: Turn): Moved {
  const { archive, book, clock } = context;
  const there = new Set([...idsOf(context, sessions), ...idsOf(context, plans)]);
  const all = yearsUpTo(turn.from);
  const kept = [...archive.columns(sessions, ['id'], all), ...archive.columns(plans, ['id'], all)];
  const archived = new Set(kept.map(({ id }) => id));
  const looked = addDays(clock.today, -lookedForDays);
  const rows = book.columns(log, ['at', 'session', 'id']).map(({ row }) => row);
  const unique = once(rows);
  const isOver = ({ at, session }: (typeof rows)[number]): boolean => {
    const on = at.slice(0, 10);
    // What is about no row, such as that a year was begun, is the Log's own.
    if (session === '' || there.has(session)) return false;
    return archived.has(session) || (on < turn.from && on < looked);
  };
  const over = rows.filter((line) => unique.has(line.id) && line.at !== '' && isOver(line));
  // In the year that ends, also what was noted of it since.
  return moved(
    context,
    log,
    over.map(({ id, at }) => ({ id, year: at.slice(0, 10) < turn.from ? schoolYearOf(at) : turn.closing })),
  );
}

/** Counts the year from its archive and from what stays of it, and closes it. */
function countYear(context: Context, { closing }: Turn): Moved {
  const { archive, book, user, clock } = context;
  const there = book.find(table, closing);
  if (!there) return { moved: 0, told: [] };
  const each = <T extends Table, Key extends keyof Row<T> & string>(
    of: T,
    keys: readonly Key[],
  ): Pick<Row<T>, Key>[] => {
    const there = book.columns(of, ['id', ...keys]).map(({ row }) => row);
    const all = [...archive.columns(of, ['id', ...keys], [closing]), ...there];
    // What could not be moved stands on both tabs.
    return [...new Map(all.map((row) => [JSON.stringify(row), row])).values()];
  };
  const rows = {
    sessions: each(sessions, ['date', 'kind', 'coachee']),
    plans: each(plans, ['agreement', 'state', 'resolvedOn', 'coachAgreed', 'coacheeAgreed']),
    steps: each(steps, ['date', 'outcome']),
    evidence: each(evidence, ['date', 'outcome']),
  };
  const staff = book.reference().staff.filter(({ active }) => active).length;
  const figures = figuresOf(closing, staff, rows);
  const change = { ...figures, state: 'archived', archivedOn: clock.today, archivedBy: user } as const;
  book.change(table, there, change);
  return { moved: 0, told: [`${figures.sessions} sessions of ${closing} are counted on the Years tab.`] };
}

function idsOf({ book }: Context, of: typeof sessions | typeof plans): ReadonlySet<string> {
  const ids = book.columns<Table, 'id'>(of, ['id'], 'bottom').map(({ row }) => String(row.id));
  return new Set(ids.filter((id) => id !== ''));
}
