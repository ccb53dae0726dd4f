import { isDirector } from '../domain/access.ts';
import type { Placed } from '../domain/columns.ts';
import { type Day, sayDay } from '../domain/days.ts';
import { UserError } from '../domain/errors.ts';
import { requireCoach, requireCoachee } from '../domain/new-session.ts';
import { asName, parse, property } from '../domain/parse.ts';
import { invitationTo, isPlanEvent, planEventId } from '../domain/plan-invitations.ts';
import {
  agreedBy,
  agreementOf,
  isTailOffDue,
  type Plan,
  type PlanDraft,
  type Sustained,
  sustainedAnswers,
  type TargetState,
  plans as table,
  targetStates,
  withAgreement,
  wordsOf,
} from '../domain/plans.ts';
import { nameOf, type Reference, requireMember } from '../domain/reference.ts';
import { isSessionId } from '../domain/sessions.ts';
import type { Context } from './context.ts';
import { command, errand, query } from './procedure.ts';

export const plans = {
  list: query(list),
  read: query(read),
  save: command(save),
  agree: command(agree),
  setState: command(setState),
  sustain: command(sustain),
  invite: errand(invite),
};

/** A plan in a list. */
export type PlanSeen = {
  readonly id: string;
  readonly coach: string;
  readonly coachee: string;
  /** The other of the two, by name. */
  readonly withWhom: string;
  readonly target: string;
  readonly state: TargetState | '';
  readonly reviewDate: Day;
  readonly coachAgreed: boolean;
  readonly coacheeAgreed: boolean;
  /** Whose agreement is still needed, in words; nothing when both have agreed. */
  readonly dialogue: string;
  /** Whether it is time to ask if they are still doing it. */
  readonly tailOff: boolean;
  /** What the coachee said then. */
  readonly sustained: Sustained | '';
};

/** A plan with all its words, for those whose it is. */
export type WholePlan = {
  readonly seen: PlanSeen;
  readonly plan: PlanDraft;
  readonly mayChange: boolean;
  readonly invitation: string;
  readonly link: string;
};

/** The plans that the signed-in person is one of the two of, those still worked on first. */
function list({ book, user, clock }: Context): PlanSeen[] {
  const reference = book.reference();
  requireMember(reference, user);
  const mine = book.rowsOf(table).filter(({ row }) => row.id !== '' && isOf(row, user));
  return mine
    .map(({ row }) => seen(reference, row, user, clock.today))
    .sort((one, other) => order(one) - order(other) || one.reviewDate.localeCompare(other.reviewDate));
}

const order = ({ state }: PlanSeen): number => targetStates.indexOf(state || 'celebrated');

function read(context: Context, id: string): WholePlan {
  const { book, user, clock } = context;
  const reference = book.reference();
  const me = requireMember(reference, user);
  const { row, at } = requirePlan(context, id, isDirector(me));
  return {
    seen: seen(reference, row, user, clock.today),
    plan: draftOf(row),
    mayChange: isOf(row, user),
    invitation: row.invitation,
    link: book.link(table, at),
  };
}

/** Adds a plan, or changes one: over nobody's newer words, and with both keys to turn again where the words change. */
function save(
  context: Context,
  input: { readonly draft: PlanDraft; readonly base: PlanDraft | null },
): () => { id: string } {
  const { book, user, clock } = context;
  const reference = book.reference();
  const me = requireMember(reference, user);
  const draft = parse(table, property(input, 'draft'));
  if (!isSessionId(draft.id)) throw new UserError('invalid', 'This plan has no proper id. Open a new plan.');
  if (draft.reviewDate < clock.today) {
    throw new UserError(
      'invalid',
      `${sayDay(draft.reviewDate, clock.today)} has passed. Choose a day still to come.`,
      'reviewDate',
    );
  }
  const there = book.find(table, draft.id);
  if (!there) {
    const coach = requireCoach(reference, user);
    const coachee = requireCoachee(reference, draft.coachee, coach.email);
    book.append(table, newPlan(draft, coach.email, coachee.team, clock.now));
    return () => ({ id: draft.id });
  }
  const { row } = there;
  if (!isOf(row, me.email)) throw missing();
  const base = property(input, 'base');
  const changed = keysOf(draft).filter((key) => !isSame(draft[key], row[key]));
  const newer = changed.filter((key) => !isSame(property(base, key) ?? null, row[key]));
  if (newer.length > 0) {
    // The same again, whose answer was lost, is no change; anything else somebody wrote since is theirs.
    throw new UserError(
      'stale',
      'Somebody has changed this plan since you opened it. Open it again; your words are kept.',
    );
  }
  if (draft.coachee !== row.coachee)
    throw new UserError('invalid', 'A plan stays with its two people. Make a new one.', 'coachee');
  const values = { ...Object.fromEntries(changed.map((key) => [key, draft[key]])), ...following(row, draft, base) };
  if (Object.keys(values).length > 0) book.change(table, there, { ...values, savedAt: clock.now });
  if (changed.length > 0)
    note(context, row, 'Plan changed', changed.map((key) => table.columns[key].header).join(', '));
  return () => ({ id: draft.id });
}

// What follows from a change: both keys are taken back with other words, and its coachee is asked anew. A try that ended
// in the middle may have written the one without the other, so that it is not the row alone that says what was changed.
function following(row: Plan, draft: PlanDraft, base: unknown): Partial<Plan> {
  const now = { ...row, ...draft };
  const meant = keysOf(draft).filter((key) => base !== null && !isSame(property(base, key) ?? null, draft[key]));
  const before = { ...now, ...Object.fromEntries(meant.map((key) => [key, property(base, key) ?? null])) };
  const isOther = [row, before].some((each) => wordsOf(each) !== wordsOf(now) || each.reviewDate !== draft.reviewDate);
  const isOld = row.agreedTo !== '' && row.agreedTo !== wordsOf(now);
  return {
    ...(isOld && { agreement: 'draft, dialogue needed', coachAgreed: '', coacheeAgreed: '', agreedTo: '' }),
    ...(isOther && row.invitation !== 'Waiting' && { invitation: 'Waiting' }),
  };
}

function newPlan(draft: PlanDraft, coach: string, team: string, now: string): Plan {
  return {
    ...draft,
    coach,
    team,
    agreement: 'draft, dialogue needed',
    state: 'discussed',
    resolvedOn: '',
    sustained: '',
    coachAgreed: '',
    coacheeAgreed: '',
    agreedTo: '',
    invitation: 'Waiting',
    savedBy: coach,
    savedAt: now,
    eventId: planEventId(draft.id),
  };
}

/**
 * Turns the signed-in person's key: they agree to the plan as it is now, or, where the words are named that they have
 * read, to those and to no others.
 */
function agree(context: Context, input: string | { readonly id: string; readonly words: string }): () => PlanSeen {
  const { book, user, clock } = context;
  const reference = book.reference();
  requireMember(reference, user);
  const there = requirePlan(context, typeof input === 'string' ? input : asName(property(input, 'id')));
  const { row } = there;
  const read = property(input, 'words');
  if (read !== undefined && read !== wordsOf(row)) {
    throw new UserError('stale', 'Somebody has changed this plan since you opened it. Read it once more, then agree.');
  }
  const who = user === row.coach ? 'coach' : 'coachee';
  const isNews = !agreedBy(row)[who];
  const change = isNews ? withAgreement(row, who, clock.now) : { agreement: agreementOf(row) };
  if (isNews || row.agreement !== change.agreement) book.change(table, there, change);
  if (isNews) note(context, row, 'Agreed', who);
  return () => seen(reference, { ...row, ...change }, user, clock.today);
}

/** Says what has become of the target, in the policy's words. */
function setState(context: Context, input: { readonly id: string; readonly state: TargetState }): () => PlanSeen {
  const { book, user, clock } = context;
  const reference = book.reference();
  requireMember(reference, user);
  const there = requirePlan(context, asName(property(input, 'id')));
  const state = targetStates.find((each) => each === property(input, 'state'));
  if (!state) throw new UserError('invalid', `A target is one of: ${targetStates.join(', ')}.`, 'state');
  const isDone = state === 'resolved' || state === 'celebrated';
  const change = { state, resolvedOn: isDone ? there.row.resolvedOn || clock.today : '' };
  const isOther = there.row.state !== state;
  if (isOther || there.row.resolvedOn !== change.resolvedOn) book.change(table, there, change);
  if (isOther) note(context, there.row, 'Plan changed', state);
  return () => seen(reference, { ...there.row, ...change }, user, clock.today);
}

/** Keeps what a coachee says, weeks after their target was resolved: whether they are still doing it. */
function sustain(context: Context, input: { readonly id: string; readonly answer: Sustained }): () => PlanSeen {
  const { book, user, clock } = context;
  const reference = book.reference();
  requireMember(reference, user);
  const there = requirePlan(context, asName(property(input, 'id')));
  const sustained = sustainedAnswers.find((each) => each === property(input, 'answer'));
  if (!sustained) throw new UserError('invalid', 'Still doing it? is answered by yes, sometimes or no.', 'answer');
  if (there.row.resolvedOn === '') throw new UserError('invalid', 'This target has not been resolved yet.', 'answer');
  if (there.row.sustained !== sustained) {
    book.change(table, there, { sustained });
    note(context, there.row, 'Plan changed', 'Still doing it?');
  }
  return () => seen(reference, { ...there.row, sustained }, user, clock.today);
}

/** Sends the invitation by which the coachee agrees to a plan; safe to repeat. */
function invite(context: Context, id: string): { words: string; link: string } {
  const { book, user } = context;
  const reference = book.reference();
  requireMember(reference, user);
  const there = requirePlan(context, asName(id));
  const { row } = there;
  if (row.savedBy !== user) {
    throw new UserError(
      'forbidden',
      'Only the person who made a plan can send its invitation: it stands in their calendar.',
    );
  }
  if (!isPlanEvent(row)) {
    throw new UserError('invalid', 'Its event id was changed by hand: File › Version history brings the old one back.');
  }
  const { outcome, words, link } = context.planEvents.invite(
    invitationTo(row, reference, { sheet: book.link(table), sheetId: book.id }),
  );
  if (outcome !== row.invitation) {
    context.record(() => {
      book.refresh();
      const now = book.find(table, row.id);
      // Changed meanwhile: then it waits for its next invitation.
      const isSame = now && wordsOf(now.row) === wordsOf(row) && now.row.reviewDate === row.reviewDate;
      const invitation = isSame ? outcome : 'Waiting';
      if (now && now.row.invitation !== invitation) book.change(table, now, { invitation });
    });
  }
  return { words, link };
}

/** A plan as one of its two people sees it in a list. */
export function seen(reference: Reference, plan: Plan, user: string, today: Day): PlanSeen {
  const { coach, coachee } = agreedBy(plan);
  const other = user === plan.coach ? plan.coachee : plan.coach;
  const open = [...(coach ? [] : [plan.coach]), ...(coachee ? [] : [plan.coachee])];
  const names = open.map((email) => (email === user ? 'you' : nameOf(reference, email)));
  return {
    id: plan.id,
    coach: plan.coach,
    coachee: plan.coachee,
    withWhom: nameOf(reference, other),
    target: plan.target,
    state: plan.state,
    reviewDate: plan.reviewDate,
    coachAgreed: coach,
    coacheeAgreed: coachee,
    dialogue: names.length === 0 ? '' : `Draft, dialogue needed: ${names.join(' and ')} still to agree.`,
    tailOff: isTailOffDue(plan, today),
    sustained: plan.sustained,
  };
}

/** Whether a plan is between somebody and another. */
export const isOf = ({ coach, coachee }: Pick<Plan, 'coach' | 'coachee'>, user: string): boolean =>
  coach === user || coachee === user;

// A plan of others is, to somebody else, not there.
function requirePlan({ book, user }: Context, id: string, directs = false): Placed<Plan> {
  const there = book.find(table, asName(id));
  if (there && (directs || isOf(there.row, user))) return there;
  throw missing();
}

/** What somebody is told of a plan that is not theirs, or not there. */
export const missing = (): UserError =>
  new UserError('missing', 'That plan is not on the Plans tab, or it is not yours to see.');

const keysOf = (draft: PlanDraft): (keyof PlanDraft)[] => Object.keys(draft) as (keyof PlanDraft)[]; // its own keys

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function draftOf(plan: Plan): PlanDraft {
  // What is left of a plan without what the add-on makes is what a person typed.
  return Object.fromEntries(Object.entries(plan).filter(([key]) => !isMade(key))) as PlanDraft;
}

const isMade = (key: string): boolean => property(property(table.columns, key), 'made') === true;

/** Writes down in the Log what happened to a plan. */
export function note(
  { book, user, clock }: Context,
  { id }: Pick<Plan, 'id'>,
  event: 'Agreed' | 'Plan changed',
  detail: string,
): void {
  book.note({ id: `${event} ${id} ${user} ${clock.now}`, at: clock.now, who: user, event, session: id, detail });
}
