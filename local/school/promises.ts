import { addDays, type Day } from '../../src/domain/days.ts';
import type { LogRow } from '../../src/domain/log.ts';
import { stepOutcomes } from '../../src/domain/policy.ts';
import { nextMeetingDay } from '../../src/domain/school-year.ts';
import type { Session } from '../../src/domain/sessions.ts';
import {
  carriedId,
  type Step,
  type StepAnswer,
  type StepDraft,
  type StepOutcome,
  sayAnswers,
  stepId,
} from '../../src/domain/steps.ts';
import { type Dice, diceOf } from './random.ts';
import { members } from './staff.ts';
import { periods } from './term-dates.ts';
import type { ThreadKey } from './threads.ts';
import { stepWords, supports, whatHappened } from './words-steps.ts';

/** A conversation as its coach had it: the row it makes, and what was said of steps. */
export interface Conversation {
  /** With all that saving adds. */
  readonly session: Session;
  /** What was typed of how it has been going, without what the answers add. */
  readonly said: string;
  readonly decided: readonly StepDraft[];
  readonly answers: readonly StepAnswer[];
}

// Steps came with this school year.
const since: Day = '2026-09-01';

/** Decides steps in each formal conversation of this school year, and answers them in the next one of the same two. */
export function withSteps(all: readonly { readonly session: Session; readonly thread: ThreadKey }[]): Conversation[] {
  const dice = diceOf('Thistlewick steps');
  const open = new Map<string, readonly Step[]>();
  const used = new Map<string, Set<string>>();
  return all.map(({ session, thread }) => {
    const pair = `${session.coach} ${session.coachee}`;
    const plain = { session, said: session.howItWent, decided: [], answers: [] };
    if (session.kind !== 'Formal' || session.date < since) return plain;
    const before = open.get(pair) ?? [];
    const words = used.get(pair) ?? new Set();
    const answers = before.map((step) => answerTo(step, session, dice));
    const decided = decide(session, thread, words, dice);
    used.set(pair, words);
    open.set(pair, stepsOf({ session, decided, answers }, before));
    const lines = [session.howItWent, sayAnswers(answers, before)].filter((each) => each !== '');
    return { ...plain, session: { ...session, howItWent: lines.join('\n') }, decided, answers };
  });
}

/** The rows of the Steps tab after those conversations, the earliest first; what was said of a step stands in it. */
export function stepRows(conversations: readonly Conversation[]): Step[] {
  const rows = new Map<string, Step>();
  for (const conversation of conversations) {
    for (const { step, outcome } of conversation.answers) {
      const row = rows.get(step);
      if (row) rows.set(step, { ...row, outcome });
    }
    for (const row of stepsOf(conversation, [...rows.values()])) rows.set(row.id, row);
  }
  return [...rows.values()];
}

/** What the Log says of them. */
export function answerRows(conversations: readonly Conversation[]): LogRow[] {
  return conversations.flatMap(({ session, answers }) =>
    answers.map(({ step, outcome }) => ({
      id: `Answered ${step} ${session.id}`,
      at: session.savedAt,
      who: session.savedBy,
      event: 'Answered' as const,
      session: session.id,
      detail: `${step} ${outcome}`,
    })),
  );
}

function stepsOf({ session, decided, answers }: Omit<Conversation, 'said'>, before: readonly Step[]): Step[] {
  const { date, coach, coachee, id } = session;
  const of = { date, coach, coachee, session: id, outcome: '' as const };
  const carried = answers.flatMap(({ step, carryOn }): Step[] => {
    const row = carryOn === '' ? undefined : before.find((each) => each.id === step);
    return row ? [{ ...row, ...of, due: carryOn, from: step, id: carriedId(id, step) }] : [];
  });
  const fresh = decided.map((step, index): Step => ({ ...step, ...of, from: '', id: stepId(id, index + 1) }));
  return [...fresh, ...carried];
}

function decide({ date, coach, coachee }: Session, thread: ThreadKey, used: Set<string>, dice: Dice): StepDraft[] {
  const fresh = stepWords[thread].filter(({ what }) => !used.has(what));
  return dice
    .shuffle(fresh)
    .slice(0, dice.pick([1, 2, 2, 3]))
    .map((words) => {
      used.add(words.what);
      const due = inSchool(addDays(date, dice.pick([7, 14, 14, 21, 28])), coach, coachee);
      return { ...words, support: words.support || dice.pick(supports), due };
    });
}

function answerTo({ id }: Step, { date, coach, coachee }: Session, dice: Dice): StepAnswer {
  // Whatever has been carried on once is done the second time.
  const again = id.includes('.on.');
  const outcome: StepOutcome = again ? 'done' : dice.pick([...stepOutcomes, 'done', 'done', 'partly']);
  const goesOn = outcome === 'not yet' || (outcome === 'partly' && dice.chance(50));
  return {
    step: id,
    outcome,
    happened: dice.pick(whatHappened[outcome]),
    carryOn: goesOn ? inSchool(addDays(date, 14), coach, coachee) : '',
  };
}

function inSchool(day: Day, ...emails: readonly string[]): Day {
  const diaries = emails.map((email) => members.find((member) => member.email === email)?.workingDays ?? []);
  return nextMeetingDay(day, periods, diaries);
}
