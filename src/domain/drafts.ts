import { type Day, type Moment, sayDay, type Time } from './days.ts';
import { UserError } from './errors.ts';
import type { AlsoCoached } from './group.ts';
import { type PartKey, parts } from './policy.ts';
import type { SessionDraft } from './sessions.ts';
import type { StepAnswer, StepDraft, StepOutcome } from './steps.ts';

/** What is said of an earlier step while it is typed: whose step it is, and the outcome once somebody has said one. */
export type AnswerDraft = Omit<StepAnswer, 'outcome'> & {
  readonly coachee: string;
  readonly outcome: StepOutcome | '';
};

/** What a session says on other tabs than its own. */
export type Beside = {
  readonly steps: readonly StepDraft[];
  readonly answers: readonly AnswerDraft[];
  /** Who else was coached, of a group. */
  readonly others: readonly AlsoCoached[];
};

/** A session that somebody has begun and not saved, kept in their browser and privately for them on the server. */
export type KeptDraft = {
  readonly draft: SessionDraft;
  /** The part that was open. */
  readonly part: string;
  /** When it was last kept. */
  readonly at: Moment;
  /** Of a correction: the saved session as it was when the form opened, and the correction's own id. */
  readonly base?: SessionDraft;
  readonly edit?: string;
} & Partial<Beside>;

/** What a session says on other tabs, of a draft in which some of it may be missing. */
export function besideOf({ steps = [], answers = [], others = [] }: Partial<Beside>): Beside {
  return { steps, answers, others };
}

/** A step before anything has been typed. */
export const emptyStep: StepDraft = { what: '', due: '', support: '', kind: 'do' };

/** What is said of the steps of one coachee, without those of which nothing was said or which are somebody else's. */
export function answersFor(coachee: string, answers: readonly AnswerDraft[]): StepAnswer[] {
  return answers.flatMap(({ step, coachee: whose, outcome, happened, carryOn }) =>
    whose === coachee && outcome !== ''
      ? [{ step, outcome, happened, carryOn: outcome === 'done' ? '' : carryOn }]
      : [],
  );
}

/** Whether there is anything in a draft that somebody would miss. */
export function isBegun(kept: Pick<KeptDraft, 'draft'> & Partial<Beside>): boolean {
  const { steps, answers, others } = besideOf(kept);
  return hasWords(kept.draft) || [...steps, ...answers, ...others].length > 0;
}

/** Two sets of drafts as one: of each session the one kept later, the latest first. */
export function mergeDrafts(here: readonly KeptDraft[], there: readonly KeptDraft[]): KeptDraft[] {
  const latest = new Map<string, KeptDraft>();
  for (const kept of [...here, ...there]) {
    const other = latest.get(kept.draft.id);
    if (!other || Date.parse(other.at) < Date.parse(kept.at)) latest.set(kept.draft.id, kept);
  }
  return [...latest.values()].sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

/** A session before anything has been typed. */
export function emptySession(id: string, date: Day): SessionDraft {
  return {
    id,
    date,
    kind: 'Formal',
    coachee: '',
    theme: '',
    howItWent: '',
    strength: '',
    target: '',
    reality: '',
    ideas: '',
    decision: '',
    evaluation: '',
    outcome: '',
    startingPoint: '',
    evidence: [],
    focusBy: '',
    minutes: null,
    followUpDate: '',
    followUpTime: '',
    followUpMinutes: null,
  };
}

/** Whether anything was typed beyond what the form filled in by itself. */
export function hasWords(draft: SessionDraft): boolean {
  const typed = [
    draft.coachee,
    draft.theme,
    draft.howItWent,
    draft.outcome,
    draft.startingPoint,
    ...parts.map(({ key }) => draft[key]),
  ];
  return typed.some((words) => words.trim() !== '');
}

const needed = {
  whole: [
    ['coachee', 'a coachee'],
    ['date', 'a date'],
    ['strength', 'Strength'],
    ['target', 'Target'],
    ['outcome', 'a pupil outcome'],
  ],
  martini: [
    ['coachee', 'a coachee'],
    ['date', 'a date'],
    ['target', 'what it was about'],
  ],
} as const;

/** What a session needs, by column key and as a coach would say it: a Martini who, when and what it was about. */
export const neededOf = (kind: unknown): readonly (readonly [key: TextKey, words: string])[] =>
  kind === 'Martini' ? needed.martini : needed.whole;

type TextKey = (typeof needed)['whole'][number][0];

/** What a session still needs before it can be saved, by column key and as a coach would say it. */
export function missing(draft: SessionDraft): { key: keyof SessionDraft; words: string }[] {
  return neededOf(draft.kind)
    .filter(([key]) => draft[key].trim() === '')
    .map(([key, words]) => ({ key, words }));
}

/** `Strength and a pupil outcome, then it can be saved.`, or nothing when it can be. */
export function sayMissing(draft: SessionDraft): string {
  const words = missing(draft).map((each) => each.words);
  if (words.length === 0) return '';
  const list = words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
  return `${upperFirst(list ?? '')}, then it can be saved.`;
}

const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const ofPerformance =
  /\b(lessons?|grad(?:e|es|ed|ing)|outstanding|requires improvement|inadequate|performances?|performing|observ(?:ed|ation|ations)|plenar(?:y|ies)|delivery|pace|teaching)\b/i;
const ofPupils =
  /\b(pupils?|child(?:ren)?|learners?|class|year \d|they (?:can|will)|their (?:work|books|learning|progress))\b/i;

/**
 * Whether words speak of lessons, grades or performance and of no pupils. The form then asks what will be different
 * for pupils; it never blocks (C41: "focus on outcomes and not the 'performance' element of teaching").
 */
export function speaksOfPerformance(words: string): boolean {
  return ofPerformance.test(words) && !ofPupils.test(words);
}

/** The parts of STRIDE where the form asks that question. */
export const mirroredParts: readonly PartKey[] = ['target', 'evaluation'];

/**
 * Refuses the date of a conversation that is still to come.
 * @throws UserError `invalid` with the field
 */
export function checkDate({ date }: SessionDraft, today: Day): void {
  if (date <= today) return;
  throw new UserError('invalid', `${sayDay(date, today)} has not come yet. Give the day you talked.`, 'date');
}

/**
 * Refuses a follow-up that has passed or has no time.
 * @throws UserError `invalid` with the field
 */
export function checkFollowUp(draft: SessionDraft, today: Day, timeNow: Time): void {
  if (draft.followUpDate === '') return;
  if (draft.followUpDate < today) {
    throw new UserError(
      'invalid',
      `${sayDay(draft.followUpDate, today)} has passed. Choose a day still to come.`,
      'followUpDate',
    );
  }
  if (draft.followUpTime === '') {
    throw new UserError('invalid', 'Say at what time you meet again, or take the follow-up date out.', 'followUpTime');
  }
  if (draft.followUpDate === today && draft.followUpTime <= timeNow) {
    throw new UserError(
      'invalid',
      `${draft.followUpTime} today has passed. Choose a time still to come.`,
      'followUpTime',
    );
  }
}
