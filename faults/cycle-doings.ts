import type { Opened } from '../src/api/coachees.ts';
import type { WholePlan } from '../src/api/plans.ts';
import { type PlanDraft, targetStates, wordsOf } from '../src/domain/plans.ts';
import { stepOutcomes } from '../src/domain/policy.ts';
import type { Ask } from './asks.ts';
import { answersYes } from './calendar-acts.ts';
import type { Desk, Told } from './desk.ts';
import { ada, answerTo, bram, cleo, dora, draftOf, planOf, stepsOf, withoutFollowUp } from './drafts.ts';
import { Violation } from './invariants.ts';

/** A thing somebody does in a week, with what decides how. */
export type Doing = (desk: Desk, one: number, other: number) => void;

/** Such things by name, each with how often it happens beside the others. */
export type Doings = Readonly<Record<string, readonly [often: number, Doing]>>;

/** Who coaches in a week. */
export const coaches = [ada, cleo] as const;

/** A day in milliseconds. */
export const day = 86_400_000;

/** One of several, by a number. */
export const of = <T>(all: readonly T[], number: number): T => {
  const one = all[number % all.length];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
};

/** What time it is. */
export const today = ({ world }: Desk): number => world.clock.now();

/** The day of a moment. */
export const dayFrom = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/**
 * Asks for something, which may be refused, but not since somebody else has changed it.
 * @throws Violation
 */
export function refusedNever(desk: Desk, asked: Ask): Told {
  const told = desk.ask(asked);
  if (told.reply.ok || told.reply.error.code !== 'stale') return told;
  throw new Violation('nobody is told that the sheet changes who works alone', told.reply.error.message);
}

const plans = [1, 2, 3].map((number) => `0b0b0b0b-0000-4000-8000-${String(number).padStart(12, '0')}`);

/** One of the week's plans and its coach. */
const planFor = (one: number): readonly [plan: string, coach: string] => [
  of(plans, one),
  of(coaches, one % plans.length),
];

/** Does something with a plan as whoever has just opened it sees it. */
const onPlan =
  (make: (plan: PlanDraft, who: string, other: number) => Ask | undefined): Doing =>
  (desk, one, other) => {
    const [id, coach] = planFor(one);
    const who = other % 3 === 0 ? bram : coach;
    makePlan(desk, one);
    const { reply } = desk.ask({ who, what: 'seen', id });
    const asked = reply.ok ? make((reply.value as WholePlan).plan, who, other) : undefined; // what plans.read answers
    if (asked) refusedNever(desk, asked);
  };

const changes = (desk: Desk, other: number): Partial<PlanDraft> =>
  of<Partial<PlanDraft>>(
    [{ process: `another process ${other % 3}` }, { often: 'weekly' }, { reviewDate: dayFrom(today(desk) + 30 * day) }],
    other,
  );

function makePlan(desk: Desk, one: number): void {
  const [id, who] = planFor(one);
  const isThere = desk.ledger.rows.get(id)?.told !== undefined;
  const draft = planOf(id, { reviewDate: dayFrom(today(desk) + 21 * day) });
  if (!isThere) refusedNever(desk, { who, what: 'plan', draft, base: null });
}

/** A conversation that begins with what was promised last time, as the sidebar has it. */
function talk(desk: Desk, one: number, other: number): void {
  const who = of(coaches, one);
  const { reply } = desk.ask({ who, what: 'open', id: bram });
  const open = reply.ok ? (reply.value as Opened).steps : []; // what coachees.open answers
  const answers = open
    .slice(0, other % 4)
    .map(({ id }, index) =>
      answerTo(id, of(stepOutcomes, other + index), index % 2 === 0 ? '' : dayFrom(today(desk) + 9 * day)),
    );
  const id = `0d0d0d0d-0000-4000-8000-${String(one * 100 + other).padStart(12, '0')}`;
  if (desk.ledger.wishes.has(id)) return;
  const draft = {
    ...draftOf(id, { date: dayFrom(today(desk)), ...withoutFollowUp }),
    steps: stepsOf(other % 3),
    answers,
  };
  const asked: Ask = { who, what: 'save', draft };
  refusedNever(desk, asked);
  // The answer was lost.
  if (other % 5 === 0) refusedNever(desk, asked);
}

function group(desk: Desk, one: number, other: number): void {
  const [id, another] = [1, 2].map(
    (number) => `0c0d0d0d-0000-4000-8000-${String(one * 10 + number).padStart(12, '0')}`,
  );
  if (id === undefined || another === undefined || desk.ledger.wishes.has(id)) return;
  const followUpDate = dayFrom(today(desk) + (1 + (other % 20)) * day);
  const draft = { ...draftOf(id, { kind: 'Group', date: dayFrom(today(desk)), followUpDate }), steps: stepsOf(1) };
  refusedNever(desk, {
    who: ada,
    what: 'save',
    draft: { ...draft, others: [{ id: another, coachee: cleo, steps: stepsOf(2) }] },
  });
}

const looks = ['home', 'plans', 'looks', 'more'] as const;

/** What belongs to the cycle of coaching. */
export const cycleDoings: Doings = {
  'make a plan': [2, makePlan],
  'change a plan': [
    2,
    (desk, one, other) =>
      onPlan((base, who) => ({ who, what: 'plan', draft: { ...base, ...changes(desk, other) }, base }))(
        desk,
        one,
        other,
      ),
  ],
  'agree to a plan': [3, onPlan((plan, who) => ({ who, what: 'agree', id: plan.id, words: wordsOf(plan) }))],
  'ask to agree': [
    2,
    (desk, one) => {
      const [id, who] = planFor(one);
      makePlan(desk, one);
      refusedNever(desk, { who, what: 'invite', id });
    },
  ],
  'say Yes to a plan': [2, (desk, one) => answersYes(desk, ...planFor(one))],
  'say how far a target is': [
    1,
    onPlan((plan, who, other) => ({ who, what: 'state', id: plan.id, state: of(targetStates, other) })),
  ],
  'look what has happened': [
    3,
    (desk, one) => void refusedNever(desk, { who: of([ada, cleo, bram, dora], one), what: 'since' }),
  ],
  talk: [3, talk],
  'talk to a group': [1, group],
  'look around': [1, (desk, one, other) => void desk.ask({ who: of([ada, bram, dora], one), what: of(looks, other) })],
};
