import type { Placed } from '../domain/columns.ts';
import { UserError } from '../domain/errors.ts';
import { inOrder, log } from '../domain/log.ts';
import { stepOutcomes } from '../domain/policy.ts';
import type { Session } from '../domain/sessions.ts';
import {
  carriedId,
  type Step,
  type StepAnswer,
  type StepDraft,
  type StepOutcome,
  stepId,
  steps as table,
} from '../domain/steps.ts';
import type { Book, Context } from './context.ts';

/** What is said of steps in a session: those it decides, and what has become of earlier ones. */
export interface Said {
  readonly decided: readonly StepDraft[];
  readonly answers: readonly StepAnswer[];
}

type Of = Pick<Session, 'id' | 'date' | 'coach' | 'coachee'>;

/**
 * The earlier steps that a coach says something of, as their rows are now.
 * @throws UserError `missing` when one is not there or not between these two
 */
export function earlierSteps({ book }: Context, of: Of, answers: readonly StepAnswer[]): Placed<Step>[] {
  if (answers.length === 0) return [];
  const known = book.columns(table, ['id']);
  return answers.map(({ step }) => {
    const there = known.find(({ row }) => row.id === step);
    const placed = there && book.again(table, step, there.at);
    if (placed && placed.row.coach === of.coach && placed.row.coachee === of.coachee) return placed;
    throw new UserError(
      'missing',
      'A step of last time is no longer on the Steps tab. Open Home and choose the coachee again; your words are kept.',
      'howItWent',
    );
  });
}

/**
 * Adds what a session says of steps: a row for each one decided and each one carried on, and to each earlier one what has
 * become of it. The Log is the truth of that, as the column may be sorted away; what is there already is not added twice.
 * `made` begins the ids of the steps, so that what is repeated is known.
 */
export function addSteps(
  { book, user, clock }: Context,
  of: Of,
  { decided, answers }: Said,
  earlier: readonly Placed<Step>[],
  made: string = of.id,
): void {
  if (decided.length + answers.length === 0) return;
  const known = new Set(book.columns(table, ['id']).map(({ row }) => row.id));
  const add = (step: StepDraft, id: string, from: string): void => {
    if (known.has(id)) return;
    const { date, coach, coachee } = of;
    book.append(table, { ...step, date, coach, coachee, outcome: '', from, session: of.id, id });
  };
  for (const [index, step] of decided.entries()) add(step, stepId(made, index + 1), '');
  if (answers.length === 0) return;
  const lines = new Set(book.columns(log, ['id']).map(({ row }) => row.id));
  for (const { step, outcome, carryOn } of answers) {
    const placed = earlier.find(({ row }) => row.id === step);
    if (!placed) continue;
    const id = `Answered ${step} ${of.id}`;
    if (!lines.has(id))
      book.note({ id, at: clock.now, who: user, event: 'Answered', session: of.id, detail: `${step} ${outcome}` });
    if (placed.row.outcome !== outcome)
      book.change(table, placed, { outcome }, (other) => ({ outcome: outcomeOf(book, other) }));
    if (carryOn !== '') add({ ...draftOf(placed.row), due: carryOn }, carriedId(of.id, step), step);
  }
}

/** Of the steps that a correction adds, those that no earlier try has added to the session. */
export function stillToAdd({ book }: Context, { id }: Pick<Session, 'id'>, decided: readonly StepDraft[]): StepDraft[] {
  if (decided.length === 0) return [];
  const there = book.columns(table, ['session', 'id']).filter(({ row }) => row.session === id);
  const known = book.rows(
    table,
    there.map(({ at }) => at),
  );
  const said = ({ what, due, support, kind }: StepDraft): string => JSON.stringify([what, due, support, kind]);
  return decided.filter((step) => !known.some((row) => row.session === id && said(row) === said(step)));
}

const draftOf = ({ what, due, support, kind }: Step): StepDraft => ({ what, due, support, kind });

/** What the Log says has become of a step: the truth that the outcome column shows. */
function outcomeOf(book: Book, step: string): StepOutcome | '' {
  book.refresh();
  const lines = book
    .columns(log, ['at', 'event', 'detail'])
    .map(({ row }) => row)
    .filter(({ event, detail }) => event === 'Answered' && detail.startsWith(`${step} `));
  const last = inOrder(lines)[lines.length - 1]?.detail.slice(step.length + 1);
  return stepOutcomes.find((outcome) => outcome === last) ?? '';
}
