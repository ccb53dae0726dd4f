import { requireDirector } from '../domain/access.ts';
import { UserError } from '../domain/errors.ts';
import { log } from '../domain/log.ts';
import { asName, property } from '../domain/parse.ts';
import { isOpenPlan, plans } from '../domain/plans.ts';
import { nameOf } from '../domain/reference.ts';
import { sessions } from '../domain/sessions.ts';
import { type Period, termDates } from '../domain/staff.ts';
import {
  asDates,
  isArchived,
  proposeDates,
  sessionsOver,
  type Turn,
  years as table,
  turnOf,
  type Year,
} from '../domain/years.ts';
import type { Context } from './context.ts';
import { command, errand, query } from './procedure.ts';
import { seenKeys, yearParts } from './year-parts.ts';

export const years = { read: query(read), begin: command(begin), goOn: errand(goOn) };

/** What starting a new school year would do, or how far it has come. */
export type YearStart = {
  readonly closing: string;
  readonly opening: string;
  /** Begun and not ended yet; or nothing left to do. */
  readonly state: 'to begin' | 'under way' | 'done';
  readonly dates: readonly Period[];
  /** The plans still worked on, each to be carried on or not. */
  readonly plans: readonly { readonly id: string; readonly words: string }[];
  /** How many sessions go, and how many of the old year stay, as their follow-up is still to come. */
  readonly going: number;
  readonly staying: number;
};

/** How far it has come, and what this part of it did. */
export type YearProgress = {
  readonly done: number;
  readonly of: number;
  readonly next: string;
  readonly told: readonly string[];
};

/** What the director decides before a new school year starts. */
export type YearChoices = {
  readonly closing: string;
  readonly dates: readonly Period[];
  /** Open plans that are not carried on, by id. */
  readonly letGo: readonly string[];
};

function read({ book, user, clock }: Context): YearStart {
  const reference = book.reference();
  requireDirector(reference, user);
  const turn = turnOf(clock.today);
  const row = yearRow(book, turn);
  const all = book.rowsOf(plans).map(({ row: plan }) => plan);
  const open = all.filter((plan) => plan.id !== '' && isOpenPlan(plan));
  const rows = book.columns(sessions, seenKeys).map(({ row: session }) => session);
  const going = sessionsOver(rows, open, turn, clock.today).length;
  const old = rows.filter(({ date }) => date !== '' && date < turn.from).length;
  const dates = proposeDates(reference.periods, turn);
  return {
    closing: turn.closing,
    opening: turn.opening,
    state: !row ? 'to begin' : isArchived(row) ? 'done' : 'under way',
    dates: [...dates],
    plans: open.map((plan) => ({
      id: plan.id,
      words: `${nameOf(reference, plan.coach)} with ${nameOf(reference, plan.coachee)}: ${plan.target.slice(0, 120)}`,
    })),
    going,
    staying: old - going,
  };
}

/** Keeps what the director has decided, so that what follows can be repeated: term dates, and which plans end here. */
function begin(context: Context, input: YearChoices): () => { closing: string } {
  const { archive, book, user, clock } = context;
  const me = requireDirector(book.reference(), user);
  const turn = turnOf(clock.today);
  if (asName(property(input, 'closing')) !== turn.closing) {
    throw new UserError('stale', 'The calendar has moved on since you opened this. Close it and open it again.');
  }
  const dates = asDates(property(input, 'dates'), turn);
  const letGo = asIds(property(input, 'letGo'));
  archive.add(termDates, dates);
  if (!yearRow(book, turn)) {
    book.append(table, { ...emptyYear, id: turn.closing, state: 'being archived', letGo: letGo.join(' ') });
  }
  const id = `Year begun ${turn.opening}`;
  if (!book.columns(log, ['id']).some(({ row }) => row.id === id)) {
    book.note({ id, at: clock.now, who: me.email, event: 'Year begun', session: '', detail: turn.opening });
  }
  return () => ({ closing: turn.closing });
}

/**
 * The next piece of archiving the year, under the lock and short, so that colleagues can save in between. It finds out
 * by itself what is left, and may be asked again at any time.
 */
function goOn(context: Context, from: string): YearProgress {
  const { book, user, clock } = context;
  requireDirector(book.reference(), user);
  const turn = turnOf(clock.today);
  const part = yearParts.find(({ name }) => name === asName(from)) ?? yearParts[0];
  const { moved, told } = context.record(() => {
    book.refresh();
    const year = yearRow(book, turn);
    if (!year) throw new UserError('missing', `Nobody has begun to archive ${turn.closing} yet.`);
    return isArchived(year) ? { moved: 0, told: [] } : part.run(context, turn, year);
  });
  const done = yearParts.indexOf(part) + (moved > 0 ? 0 : 1);
  return { done, of: yearParts.length, next: yearParts[done]?.name ?? '', told };
}

function yearRow(book: Context['book'], { closing }: Turn): Year | undefined {
  return book.rowsOf(table).find(({ row }) => row.id === closing)?.row;
}

const emptyYear: Year = {
  id: '',
  state: '',
  staff: null,
  coached: null,
  sessions: null,
  martini: null,
  agreed: null,
  resolved: null,
  celebrated: null,
  steps: null,
  stepsDone: null,
  evidence: null,
  moved: null,
  archivedOn: '',
  archivedBy: '',
  letGo: '',
};

// As many as a cell holds, several times over.
const mostIds = 1000;

function asIds(given: unknown): string[] {
  if (!Array.isArray(given) || given.length > mostIds) {
    throw new UserError('invalid', 'The plans that end here must be a list.', 'letGo');
  }
  return given.map(asName).filter((id) => /^[\w-]{1,60}$/.test(id));
}
