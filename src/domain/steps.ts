import { choice, day, id, longText, person, type Row, table, text } from './columns.ts';
import { type Day, isDay } from './days.ts';
import { UserError } from './errors.ts';
import { asCell, asName, longestText, property } from './parse.ts';
import { mostSteps, stepKinds, stepOutcomes } from './policy.ts';

export type StepOutcome = (typeof stepOutcomes)[number];

/** One row is one step of a Decision. The add-on adds rows, and says of each once what has become of it. */
export const steps = table('Steps', 'One row is one step of a Decision.', {
  date: day('Date', { made: true, help: 'The day it was decided.', width: 90 }),
  coach: person('Coach', { made: true, width: 120 }),
  coachee: person('Coachee', { made: true, help: 'Who is going to do it.', width: 120 }),
  what: longText('Step', { required: true, help: 'What are you going to do?', width: 280 }),
  due: day('By when', { help: 'When will you do it? A day that is in school.', width: 90 }),
  support: text('Support', { help: 'What support might you need?', width: 160 }),
  kind: choice('Kind', stepKinds, { help: `Any of: ${stepKinds.join(', ')}.`, width: 130 }),
  outcome: choice('Outcome', stepOutcomes, {
    made: true,
    help: 'What had become of it when the two next met. Empty means it is still open.',
    width: 90,
  }),
  from: text('Carried on from', { made: true, help: 'The step that was not done yet.', machine: true }),
  session: text('Session id', { made: true, help: 'The session it was decided in.', machine: true }),
  id: id('Step id', { made: true, help: 'Made by the add-on. Please leave it as it is.', machine: true }),
});

export type Step = Row<typeof steps>;

/** A step as a coach types it. */
export type StepDraft = Pick<Step, 'what' | 'due' | 'support' | 'kind'>;

/** What is said of an earlier step: what has become of it, a line of what happened, and by when it is carried on. */
export type StepAnswer = {
  /** The step's id. */
  readonly step: string;
  readonly outcome: StepOutcome;
  readonly happened: string;
  /** Empty when it is not carried on. */
  readonly carryOn: Day;
};

/** The ids of a session's steps, made from its own so that a repeated save finds the first ones. */
export const stepId = (session: string, number: number): string => `${session}.${number}`;

/** The id of a step that is carried on, made from the session in which that was said and the step it goes on from. */
export const carriedId = (session: string, from: string): string => `${session}.on.${from}`;

/**
 * The steps of a Decision as they came from outside; those of which nothing was typed are left out.
 * @throws UserError `invalid` with the field `steps`
 */
export function asSteps(given: unknown): StepDraft[] {
  const all = listOf(given, 'The steps').map((each) => ({
    what: asText(property(each, 'what'), 'A step'),
    due: asDue(property(each, 'due')),
    support: asText(property(each, 'support'), 'The support of a step'),
    kind: stepKinds.find((kind) => kind === property(each, 'kind')) ?? 'do',
  }));
  const typed = all.filter(({ what, due, support }) => what !== '' || due !== '' || support !== '');
  if (typed.some(({ what }) => what === '')) refuse('Say what the step is, or take it out.');
  if (typed.length > mostSteps) refuse(`A Decision has at most ${mostSteps} steps: fewer are more likely to happen.`);
  return typed;
}

/**
 * What is said of earlier steps as it came from outside.
 * @throws UserError `invalid` with the field `howItWent`
 */
export function asAnswers(given: unknown): StepAnswer[] {
  return listOf(given, 'What has become of the steps').flatMap((each) => {
    const outcome = stepOutcomes.find((one) => one === property(each, 'outcome'));
    const step = asName(property(each, 'step'));
    const happened = asText(property(each, 'happened'), 'What happened');
    return outcome && step !== '' ? [{ step, outcome, happened, carryOn: asDue(property(each, 'carryOn')) }] : [];
  });
}

/** What the answers say, a line for each step, as the session's row keeps it. */
export function sayAnswers(answers: readonly StepAnswer[], earlier: readonly Pick<Step, 'id' | 'what'>[]): string {
  return answers
    .flatMap(({ step, outcome, happened }) => {
      const what = earlier.find(({ id: known }) => known === step)?.what;
      return what === undefined ? [] : [`${what}: ${outcome}.${happened === '' ? '' : ` ${happened}`}`];
    })
    .join('\n');
}

/** Steps of which nobody has said yet what has become of them, in the order in which they are due. */
export function openSteps<S extends Pick<Step, 'outcome' | 'due'>>(all: readonly S[]): S[] {
  return all
    .filter(({ outcome }) => outcome === '')
    .sort((one, other) => (one.due || '9').localeCompare(other.due || '9'));
}

function listOf(given: unknown, what: string): readonly unknown[] {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) return refuse(`${what} must be a list.`);
  // Far beyond what a form can send.
  return given.length > 50 ? refuse(`${what} are too many.`) : given;
}

function asText(given: unknown, what: string): string {
  const words = asCell(asName(given));
  return words.length > longestText ? refuse(`${what} is too long: a cell holds 50,000 characters.`) : words;
}

function asDue(given: unknown): Day {
  const due = asName(given);
  return due === '' || isDay(due) ? due : refuse('By when must be a date.');
}

function refuse(why: string): never {
  throw new UserError('invalid', why, 'steps');
}
