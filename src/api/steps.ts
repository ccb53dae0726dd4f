import type { Placed } from '../domain/columns.ts';
import { UserError } from '../domain/errors.ts';
import { inOrder, type LogRow, log } from '../domain/log.ts';
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
  return answers.map(({ step }, index) => {
    const there = known.find(({ row }) => row.id === step);
    // The last one is looked for as a row that is found, which also sees that nobody has moved a column meanwhile.
    const isLast = index === answers.length - 1;
    const placed = isLast ? book.find(table, step) : there && book.again(table, step, there.at);
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
 * `made` begins the ids of the steps, so that what is repeated is known; `isTyped` says that they were typed just now, so
 * that what is there under the same id must be the same.
 */
export function addSteps(
  { book, user, clock }: Context,
  of: Of,
  { decided, answers }: Said,
  earlier: readonly Placed<Step>[],
  { made = of.id, isTyped = true }: { readonly made?: string; readonly isTyped?: boolean } = {},
): void {
  if (decided.length + answers.length === 0) return;
  const known = new Map(book.columns(table, ['id']).map(({ row, at }) => [row.id, at]));
  const add = (step: StepDraft, id: string, from: string): void => {
    const at = known.get(id);
    if (at !== undefined && isTyped) requireSame(book.again(table, id, at)?.row, step);
    if (at !== undefined) return;
    const { date, coach, coachee } = of;
    book.append(table, { ...step, date, coach, coachee, outcome: '', from, session: of.id, id });
  };
  for (const [index, step] of decided.entries()) add(step, stepId(made, index + 1), '');
  if (answers.length === 0) return;
  const lines = book.columns(log, ['at', 'event', 'detail', 'id']).map(({ row }) => row);
  for (const { step, outcome, carryOn } of answers) {
    const placed = earlier.find(({ row }) => row.id === step);
    if (!placed) continue;
    const id = `Answered ${step} ${of.id}`;
    const isSaid = lines.some((line) => line.id === id);
    if (!isSaid)
      book.note({ id, at: clock.now, who: user, event: 'Answered', session: of.id, detail: `${step} ${outcome}` });
    // What is repeated takes nothing back that was said since.
    const now = isSaid ? lastSaid(lines, step) : outcome;
    if (placed.row.outcome !== now)
      book.change(table, placed, { outcome: now }, (other) => ({ outcome: outcomeOf(book, other) }));
    if (carryOn !== '') add({ ...draftOf(placed.row), due: carryOn }, carriedId(of.id, step), step);
  }
}

/**
 * Of the steps that a correction adds, those that the session has not got from elsewhere: what the correction's own
 * earlier tries added, under ids that begin with `made`, is known by these.
 */
export function stillToAdd(
  { book }: Context,
  { id }: Pick<Session, 'id'>,
  made: string,
  decided: readonly StepDraft[],
): StepDraft[] {
  if (decided.length === 0) return [];
  const isElsewhere = (row: Pick<Step, 'session' | 'id'>): boolean =>
    row.session === id && !row.id.startsWith(`${made}.`);
  const there = book.columns(table, ['session', 'id']).filter(({ row }) => isElsewhere(row));
  const known = book.rows(
    table,
    there.map(({ at }) => at),
  );
  const said = ({ what, due, support, kind }: StepDraft): string => JSON.stringify([what, due, support, kind]);
  return decided.filter((step) => !known.some((row) => isElsewhere(row) && said(row) === said(step)));
}

const draftOf = ({ what, due, support, kind }: StepDraft): StepDraft => ({ what, due, support, kind });

/** What the Log says has become of a step: the truth that the outcome column shows. */
function outcomeOf(book: Book, step: string): StepOutcome | '' {
  book.refresh();
  return lastSaid(
    book.columns(log, ['at', 'event', 'detail']).map(({ row }) => row),
    step,
  );
}

function lastSaid(lines: readonly Pick<LogRow, 'at' | 'event' | 'detail'>[], step: string): StepOutcome | '' {
  const about = lines.filter(({ event, detail }) => event === 'Answered' && detail.startsWith(`${step} `));
  const last = inOrder(about)[about.length - 1]?.detail.slice(step.length + 1);
  return stepOutcomes.find((outcome) => outcome === last) ?? '';
}

// What was typed since an earlier try is neither thrown away nor written over what that try wrote.
function requireSame(there: Step | undefined, step: StepDraft): void {
  if (!there || JSON.stringify(draftOf(there)) === JSON.stringify(draftOf(step))) return;
  throw new UserError(
    'stale',
    'This session was saved by an earlier try, with other steps than these. Look at both versions.',
  );
}
