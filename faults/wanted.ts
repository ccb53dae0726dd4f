import { fields, type Table } from '../src/domain/columns.ts';
import { changesFollowUp } from '../src/domain/corrections.ts';
import { plans, wordsOf } from '../src/domain/plans.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import { type StepAnswer, type StepDraft, steps } from '../src/domain/steps.ts';
import { people } from '../test/school.ts';
import type { Ask } from './asks.ts';
import type { Ledger } from './ledger.ts';

/** What cells say, by header. */
export type Cells = Readonly<Record<string, string>>;

/** A session's row as it is asked for. */
export interface WantedSession {
  readonly id: string;
  readonly draft: SessionDraft;
  /** The session of the first one of its group, or ''. */
  readonly group: string;
  /** Whether it only follows what is asked of the first one of its group, if it is there. */
  readonly follows?: true;
}

/** A row of Steps or Plans, as far as an ask decides what stands in it. */
export interface WantedRow {
  readonly tab: 'steps' | 'plans';
  readonly id: string;
  readonly cells: Cells;
}

/** What is said in a session of an earlier step. */
export interface WantedAnswer {
  readonly step: string;
  readonly session: string;
  readonly outcome: string;
}

/** An agreement to a plan, by the words that are agreed to. */
export interface Key {
  readonly plan: string;
  readonly who: 'coach' | 'coachee';
  readonly words: string;
}

/** All that has to be in the sheet once somebody is told that what they asked for is done. */
export interface Wanted {
  readonly sessions: readonly WantedSession[];
  readonly rows: readonly WantedRow[];
  readonly answers: readonly WantedAnswer[];
  readonly keys: readonly Key[];
}

const nothing: Wanted = { sessions: [], rows: [], answers: [], keys: [] };
const known = new WeakMap<Ask, Wanted>();

/** What an ask wants, worked out once for each. */
export function wantedOf(ask: Ask, ledger: Ledger): Wanted {
  const before = known.get(ask);
  if (before) return before;
  const wanted = workedOut(ask, ledger);
  known.set(ask, wanted);
  return wanted;
}

function workedOut(ask: Ask, ledger: Ledger): Wanted {
  switch (ask.what) {
    case 'save':
      return ofSave(ask, ledger);
    case 'edit':
      return ofEdit(ask, ledger);
    case 'plan': {
      const { who, draft, base } = ask;
      const made = base
        ? {}
        : { Coach: nameOf(who), 'Coach email': who, 'Saved by': who, 'Event id': eventOf(draft.id) };
      return { ...nothing, rows: [{ tab: 'plans', id: draft.id, cells: { ...cellsIn(plans, draft), ...made } }] };
    }
    case 'agree': {
      const who = ledger.rows.get(ask.id)?.told?.['Coach email'] === ask.who ? 'coach' : 'coachee';
      const row = { tab: 'plans', id: ask.id, cells: {} } as const;
      return { ...nothing, rows: [row], keys: [{ plan: ask.id, who, words: ask.words }] };
    }
    case 'state':
      return { ...nothing, rows: [{ tab: 'plans', id: ask.id, cells: { Target: ask.state } }] };
    case 'sustain':
      return { ...nothing, rows: [{ tab: 'plans', id: ask.id, cells: { 'Still doing it?': ask.answer } }] };
    default:
      return nothing;
  }
}

function ofSave({ who, draft }: Ask & { what: 'save' }, ledger: Ledger): Wanted {
  const { steps: decided = [], answers = [], others = [], ...typed } = draft;
  const said = answers.map(({ step, outcome, happened }) =>
    `${ledger.rows.get(step)?.told?.Step}: ${outcome}. ${happened}`.trim(),
  );
  const howItWent = [typed.howItWent, ...said].filter((words) => words !== '').join('\n');
  const first = { ...typed, howItWent };
  const group = others.length > 0 ? typed.id : '';
  const rest = others.map(({ id, coachee }) => ({ ...typed, id, coachee, howItWent: '' }));
  return {
    ...nothing,
    sessions: [first, ...rest].map((each) => ({ id: each.id, draft: each, group })),
    rows: [
      ...stepsOf(who, typed, decided, typed.id),
      ...others.flatMap(({ id, coachee, steps: own }) => stepsOf(who, { ...typed, id, coachee }, own, id)),
      ...ofAnswers(who, typed, answers, ledger),
    ],
    answers: answers.map(({ step, outcome }) => ({ step, session: typed.id, outcome })),
  };
}

function ofEdit(
  { who, base, draft, edit, steps: decided = [], saved }: Ask & { what: 'edit' },
  ledger: Ledger,
): Wanted {
  const { group = '', saver = who } = ledger.wishes.get(draft.id) ?? {};
  const { steps: first = [], answers = [] } = saved ?? {};
  return {
    ...nothing,
    sessions: [{ id: draft.id, draft, group }, ...followersOf(base, draft, group, ledger)],
    rows: [
      ...stepsOf(saver, draft, decided, `${draft.id}.${edit}`),
      ...stepsOf(saver, draft, first, draft.id),
      ...ofAnswers(saver, draft, answers, ledger),
    ],
    answers: answers.map(({ step, outcome }) => ({ step, session: draft.id, outcome })),
  };
}

// The others of a group have the follow-up of its first one's row.
function followersOf(base: SessionDraft, draft: SessionDraft, group: string, { wishes }: Ledger): WantedSession[] {
  if (group !== draft.id || !changesFollowUp(base, draft)) return [];
  const { followUpDate, followUpTime, followUpMinutes } = draft;
  return [...wishes.values()].flatMap((wish): WantedSession[] => {
    const before = wish.told ?? wish.open[wish.open.length - 1];
    if (wish.group !== group || wish.id === group || !before) return [];
    const after = { ...before, followUpDate, followUpTime, followUpMinutes };
    return [{ id: wish.id, draft: after, group, follows: true }];
  });
}

type Of = Pick<SessionDraft, 'id' | 'date' | 'coachee'>;

function stepsOf(coach: string, of: Of, decided: readonly StepDraft[], made: string): WantedRow[] {
  return decided.map((step, index) => stepRow(coach, of, step, `${made}.${index + 1}`, ''));
}

function stepRow(coach: string, { id: session, date, coachee }: Of, step: StepDraft, id: string, from: string) {
  const cells = cellsIn(steps, { ...step, date, coach, coachee, from, session, id });
  return { tab: 'steps', id, cells } as const;
}

// To the step itself what has become of it, and a row for one that is carried on.
function ofAnswers(coach: string, of: Of, answers: readonly StepAnswer[], { rows }: Ledger): WantedRow[] {
  return answers.flatMap(({ step, outcome, carryOn }): WantedRow[] => {
    const row = { tab: 'steps', id: step, cells: { Outcome: outcome } } as const;
    const { Step = '', Support = '', Kind = 'do' } = rows.get(step)?.told ?? {};
    // A kind that was written by the add-on.
    const again = { what: Step, support: Support, kind: Kind as StepDraft['kind'], due: carryOn };
    return carryOn === '' ? [row] : [row, stepRow(coach, of, again, `${of.id}.on.${step}`, step)];
  });
}

/** What the cells of a row say, by header, as far as its values are given. */
export function cellsIn(table: Table, values: Readonly<Record<string, unknown>>): Cells {
  const all = fields(table).filter(({ key }) => key in values);
  return Object.fromEntries(
    all.map(({ header, key, isName }) => [header, isName ? nameOf(textOf(values[key])) : textOf(values[key])]),
  );
}

/** The digest of a plan's words as its cells have them. */
export const wordsIn = (cells: Readonly<Record<string, string | undefined>>): string =>
  wordsOf({
    purpose: cells.Purpose ?? '',
    target: cells['Target and why'] ?? '',
    process: cells.Process ?? '',
    endGoals: cells['End goals'] ?? '',
    outcome: cells['Pupil outcome'] ?? '',
  });

// Written out once more on purpose: should the add-on come to name its events another way, a case says so.
const eventOf = (plan: string): string => `strideplan${plan.replace(/-/g, '')}`;

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : value === null || value === undefined ? '' : String(value);

/** Whose address that is. */
export const nameOf = (email: string): string =>
  Object.values(people).find((member) => member.email === email)?.name ?? '';
