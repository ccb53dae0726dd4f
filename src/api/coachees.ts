import type { Day } from '../domain/days.ts';
import { asName } from '../domain/parse.ts';
import { agreedBy, isAgreed, isOpenPlan, type Plan, plans } from '../domain/plans.ts';
import { memberOf, requireMember } from '../domain/reference.ts';
import { type Session, sessions } from '../domain/sessions.ts';
import { openSteps, type Step, steps } from '../domain/steps.ts';
import type { Context } from './context.ts';
import { query } from './procedure.ts';

export const coachees = { open: query(open) };

/** A step of which nobody has said yet what has become of it. */
export type OpenStep = Pick<Step, 'id' | 'what' | 'due' | 'support' | 'kind'>;

/** What a coach and a coachee said last time, for the beginning of the next. */
export type LastTime = Pick<
  Session,
  'id' | 'date' | 'kind' | 'strength' | 'target' | 'decision' | 'outcome' | 'startingPoint' | 'theme'
>;

/** How far the plan of two people has come. */
export type PlanInSight = Pick<Plan, 'id' | 'target' | 'outcome' | 'reviewDate' | 'state'> & {
  readonly coachAgreed: boolean;
  readonly coacheeAgreed: boolean;
};

/** Everything with which a conversation begins. */
export type Opened = {
  readonly coachee: string;
  /** How often the two have met before. */
  readonly met: number;
  readonly last: LastTime | null;
  readonly steps: readonly OpenStep[];
  readonly plan: PlanInSight | null;
  /** After the first session a plan is due that both have agreed to; in words, or nothing. */
  readonly dialogue: string;
  /** Words for who coaches somebody they lead, which is allowed; or nothing. */
  readonly lineManager: string;
  /** The last day the two know of in common. */
  readonly since: Day;
};

// So many open steps are asked of at once, the latest: nobody answers for more.
const mostAsked = 30;

/** What was strong, decided and promised the last time that the signed-in coach met somebody, and what is still open. */
function open({ book, user }: Context, given: string): Opened {
  const reference = book.reference();
  requireMember(reference, user);
  const coachee = asName(given);
  const member = memberOf(reference, coachee);
  const ours = <R extends { readonly coach: string; readonly coachee: string }>({
    row,
  }: {
    readonly row: R;
  }): boolean => row.coach === user && row.coachee === coachee;
  const met = book.columns(sessions, ['date', 'coach', 'coachee', 'id']).filter((placed) => ours(placed));
  // Of two on one day, the one further down was saved later.
  const latest = met.reduce<(typeof met)[number] | undefined>(
    (last, each) => (last && last.row.date > each.row.date ? last : each),
    undefined,
  );
  const last = latest && book.again(sessions, latest.row.id, latest.at);
  const theirs = book
    .columns(steps, ['outcome', 'coach', 'coachee', 'from', 'session', 'id'])
    .filter((placed) => ours(placed) && placed.row.outcome === '')
    .slice(-mostAsked);
  const promised = book.rows(
    steps,
    theirs.map(({ at }) => at),
  );
  const plan = book
    .rowsOf(plans)
    .filter((placed) => ours(placed) && isOpenPlan(placed.row))
    .sort((one, other) => other.row.savedAt.localeCompare(one.row.savedAt))[0]?.row;
  const leads =
    member !== undefined &&
    reference.teams.some(({ name, assistantHead }) => name === member.team && assistantHead === user);
  return {
    coachee,
    met: met.length,
    last: last ? lastTime(last.row) : null,
    steps: openSteps(promised.filter((step) => theirs.some(({ row }) => row.id === step.id))).map(
      ({ id, what, due, support, kind }) => ({ id, what, due, support, kind }),
    ),
    plan: plan ? inSight(plan) : null,
    dialogue: met.length === 0 || (plan && isAgreed(plan)) ? '' : sayDialogue(plan, member?.name ?? coachee),
    lineManager: leads
      ? `You lead the team of ${member.name}. That is allowed; keep coaching and appraisal apart.`
      : '',
    since: last?.row.date ?? '',
  };
}

const lastTime = ({
  id,
  date,
  kind,
  strength,
  target,
  decision,
  outcome,
  startingPoint,
  theme,
}: Session): LastTime => ({
  id,
  date,
  kind,
  strength,
  target,
  decision,
  outcome,
  startingPoint,
  theme,
});

function inSight(plan: Plan): PlanInSight {
  const { coach, coachee } = agreedBy(plan);
  const { id, target, outcome, reviewDate, state } = plan;
  return { id, target, outcome, reviewDate, state, coachAgreed: coach, coacheeAgreed: coachee };
}

// C67: "Dialogue at the planning stage between coach and coachee is non-negotiable."
function sayDialogue(plan: Plan | undefined, name: string): string {
  if (!plan) return `There is no plan with ${name} yet. Dialogue at the planning stage comes first; make one together.`;
  const { coach, coachee } = agreedBy(plan);
  const who = coach ? name : coachee ? 'You' : `Neither you nor ${name}`;
  const verb = coach || who.startsWith('Neither') ? 'has' : 'have';
  return `Draft, dialogue needed: ${who} ${verb}${who.startsWith('Neither') ? '' : ' not'} agreed to the plan yet.`;
}
