import { isForTeam, mayGather, mayReadEvidence } from '../domain/access.ts';
import { UserError } from '../domain/errors.ts';
import {
  type Evidence,
  type EvidenceDraft,
  isLink,
  newEvidence,
  quotations,
  sayVisits,
  evidence as table,
} from '../domain/evidence.ts';
import { asName, parse, property } from '../domain/parse.ts';
import { reminderOf } from '../domain/plan-reminders.ts';
import { type Plan, plans } from '../domain/plans.ts';
import { nameOf, type Reference, requireMember } from '../domain/reference.ts';
import type { Context } from './context.ts';
import { isOf, missing } from './plans.ts';
import { command, errand, query } from './procedure.ts';

export const evidence = { save: command(save), list: query(list), remind: errand(remind) };

/** What somebody is told after saving evidence. */
export type SavedEvidence = {
  readonly id: string;
  /** An earlier try had already written it. */
  readonly already: boolean;
  /** Whether it was kept for the team alone, although it was begun from a plan. */
  readonly teamOnly: boolean;
};

/** A piece of evidence in a list. */
export type EvidenceSeen = Pick<
  Evidence,
  'id' | 'date' | 'source' | 'theme' | 'startingPoint' | 'seen' | 'outcome' | 'link'
> & {
  /** The coachee or the team, by name. */
  readonly about: string;
  readonly by: string;
};

/** A plan for which the signed-in person may gather evidence. */
export type PlanToShow = Pick<Plan, 'id' | 'target' | 'startingPoint' | 'coachee' | 'team'> & {
  readonly withWhom: string;
};

/** The evidence that whoever asks may read, and what they may gather it for. */
export type Gathered = {
  /** The latest ones. */
  readonly records: readonly EvidenceSeen[];
  readonly total: number;
  /** How many visits there were about the coachee, or about whoever asks, beside the number agreed; in words. */
  readonly visits: string;
  readonly plans: readonly PlanToShow[];
  readonly teams: readonly string[];
  /** To the two tabs. */
  readonly tab: string;
  readonly quotations: string;
};

/** Adds a piece of evidence, for a plan or for a team; safe to repeat. */
function save({ book, user, clock }: Context, input: EvidenceDraft): () => SavedEvidence {
  const reference = book.reference();
  const me = requireMember(reference, user);
  const draft = parse(table, input);
  const plan = draft.plan === '' ? undefined : book.find(plans, draft.plan)?.row;
  if (draft.plan !== '' && !(plan && mayGatherFor(reference, user, plan))) throw missing();
  const row = newEvidence(reference, me.email, draft, plan, clock);
  if (!plan && !mayGather(reference, user, { ...nobody, team: row.team })) {
    const who = 'its own people, its assistant head, coaches and the director';
    throw new UserError('forbidden', `Evidence for ${row.team} is gathered by ${who}.`, 'about');
  }
  const there = book.find(table, row.id);
  if (there) refuseOther(there.row, row);
  else book.append(table, row);
  return () => ({ id: row.id, already: there !== undefined, teamOnly: row.plan !== draft.plan });
}

const nobody = { plan: '', coach: '', coachee: '' };

/** Whether somebody may gather evidence for a plan. */
export const mayGatherFor = (reference: Reference, user: string, plan: Plan): boolean =>
  mayGather(reference, user, { ...plan, plan: plan.id });

// An earlier try was written and its answer lost: what was typed since is neither thrown away nor written over it.
function refuseOther(there: Evidence, row: Evidence): void {
  if (there.savedBy !== row.savedBy)
    throw new UserError('invalid', 'This evidence has no proper id of its own. Begin it again.');
  const { savedAt: _, ...typed } = row;
  if (Object.entries(typed).every(([key, value]) => property(there, key) === value)) return;
  throw new UserError('stale', 'An earlier try has saved this with other words. Correct its row on the Evidence tab.');
}

const mostInList = 40;

/** The evidence for a plan, or for a team, or all that whoever asks may read, the latest first. */
function list({ book, user, clock }: Context, of: { readonly plan: string; readonly team: string } | null): Gathered {
  const reference = book.reference();
  const me = requireMember(reference, user);
  const [plan, team] = [asName(property(of, 'plan')), asName(property(of, 'team'))];
  const allPlans = book.rowsOf(plans).map(({ row }) => row);
  const coachOf = ({ plan: id }: Evidence): string =>
    (id !== '' && allPlans.find((each) => each.id === id)?.coach) || '';
  const rows = book.rowsOf(table).map(({ row }) => row);
  const found = rows
    .filter(
      (row) =>
        row.id !== '' && (plan === '' || row.plan === plan) && (team === '' || (isForTeam(row) && row.team === team)),
    )
    .filter((row) => mayReadEvidence(reference, user, { ...row, coach: coachOf(row) }))
    .sort((one, other) => other.date.localeCompare(one.date));
  const shown = allPlans.filter(
    (each) => each.id !== '' && (each.id === plan || isOf(each, user)) && mayGatherFor(reference, user, each),
  );
  const coachee = shown.find(({ id }) => id === plan)?.coachee ?? '';
  const whom = coachee === '' || coachee === user ? 'you' : nameOf(reference, coachee);
  return {
    records: found.slice(0, mostInList).map((row) => seen(reference, row)),
    total: found.length,
    visits: sayVisits(coachee || me.email, whom, rows, reference, clock.today),
    plans: shown.map((each) => toShow(reference, each, user)),
    teams: reference.teams
      .map(({ name }) => name)
      .filter((name) => name !== '' && mayGather(reference, user, { ...nobody, team: name })),
    tab: book.link(table),
    quotations: book.link(quotations),
  };
}

function seen(reference: Reference, row: Evidence): EvidenceSeen {
  const { id, date, source, theme, startingPoint, seen: words, outcome, link } = row;
  return {
    ...{ id, date, source, theme, startingPoint, seen: words, outcome },
    // Whatever somebody typed in the cell, it becomes something to press only when it is the address of a file.
    link: isLink(link) ? link : '',
    about: row.coachee === '' ? row.team : nameOf(reference, row.coachee),
    by: nameOf(reference, row.by),
  };
}

function toShow(reference: Reference, plan: Plan, user: string): PlanToShow {
  const { id, target, startingPoint, coach, coachee, team } = plan;
  return { id, target, startingPoint, coachee, team, withWhom: nameOf(reference, coachee === user ? coach : coachee) };
}

/** Reminds the signed-in person, in their own calendar, of the evidence that a plan is to have; safe to repeat. */
function remind(context: Context, id: string): { words: string; link: string } {
  const { book, user } = context;
  const reference = book.reference();
  requireMember(reference, user);
  const plan = book.find(plans, asName(id))?.row;
  if (!plan || !mayGatherFor(reference, user, plan)) throw missing();
  return context.planEvents.remind(reminderIn(context, plan));
}

/** The reminder of a plan's evidence, with the way back to this sheet. */
export const reminderIn = ({ book, clock }: Context, plan: Plan): ReturnType<typeof reminderOf> =>
  reminderOf(plan, { sheet: book.link(plans), sheetId: book.id }, clock.today);
