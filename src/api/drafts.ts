import { type AnswerDraft, type Beside, emptySession, type KeptDraft } from '../domain/drafts.ts';
import { UserError } from '../domain/errors.ts';
import type { AlsoCoached } from '../domain/group.ts';
import { asCell, asName, property } from '../domain/parse.ts';
import { stepKinds, stepOutcomes } from '../domain/policy.ts';
import { requireSignedIn } from '../domain/reference.ts';
import { isSessionId, type SessionDraft } from '../domain/sessions.ts';
import type { StepDraft } from '../domain/steps.ts';
import type { Context } from './context.ts';
import { errand } from './procedure.ts';

export const drafts = { keep: errand(keep), drop: errand(drop) };

/** Keeps an unfinished session for the person who types it, so that another machine has it too; nobody else can read it. */
function keep({ drafts: own, clock, user }: Context, input: Omit<KeptDraft, 'at'>): KeptDraft['at'] {
  requireSignedIn(user);
  const draft = asDraft(property(input, 'draft'), clock.today);
  const kept = { draft, part: asName(property(input, 'part')), at: clock.now, ...asBeside(input) };
  const [base, edit] = [property(input, 'base'), property(input, 'edit')];
  const isCorrection = base !== undefined && typeof edit === 'string' && isSessionId(edit);
  own.keep(isCorrection ? { ...kept, base: asDraft(base, clock.today), edit } : kept);
  return clock.now;
}

/** Forgets an unfinished session. */
function drop({ drafts: own, user }: Context, id: string): null {
  requireSignedIn(user);
  own.drop(asName(id));
  return null;
}

/** What a browser sent of a session that may be half-typed: not parsed as one, only its shape is made sure of. */
export function asDraft(given: unknown, today: string): SessionDraft {
  const empty = emptySession('', today);
  const kept = Object.entries(empty).map(([key, blank]) => {
    const value = property(given, key);
    if (Array.isArray(blank)) return [key, Array.isArray(value) ? value.filter((each) => asName(each) !== '') : blank];
    if (typeof blank === 'string') return [key, asCell(asName(value)) || blank];
    return [key, typeof value === 'number' ? value : blank];
  });
  // The keys of an empty session, each with a value of that key's type.
  const draft = Object.fromEntries(kept) as SessionDraft;
  if (!isSessionId(draft.id)) throw new UserError('invalid', 'This session has no proper id. Open a new session.');
  return draft;
}

// The rest of it, as leniently; what is empty is left out, as most sessions have none.
function asBeside(given: unknown): Partial<Beside> {
  const all = {
    steps: listIn(given, 'steps').map(asHalfStep),
    answers: listIn(given, 'answers').map(asHalfAnswer),
    others: listIn(given, 'others').map(asHalfOther),
  };
  return Object.fromEntries(Object.entries(all).filter(([, list]) => list.length > 0));
}

// Far more than the form has, and few enough to be kept.
const mostKept = 50;

function listIn(given: unknown, key: string): readonly unknown[] {
  const list = property(given, key);
  return Array.isArray(list) ? list.slice(0, mostKept) : [];
}

const wordsIn = (given: unknown, key: string): string => asCell(asName(property(given, key)));

const asHalfStep = (given: unknown): StepDraft => ({
  what: wordsIn(given, 'what'),
  due: wordsIn(given, 'due'),
  support: wordsIn(given, 'support'),
  kind: stepKinds.find((kind) => kind === property(given, 'kind')) ?? 'do',
});

const asHalfAnswer = (given: unknown): AnswerDraft => ({
  step: wordsIn(given, 'step'),
  coachee: wordsIn(given, 'coachee'),
  outcome: stepOutcomes.find((outcome) => outcome === property(given, 'outcome')) ?? '',
  happened: wordsIn(given, 'happened'),
  carryOn: wordsIn(given, 'carryOn'),
});

const asHalfOther = (given: unknown): AlsoCoached => ({
  id: wordsIn(given, 'id'),
  coachee: wordsIn(given, 'coachee'),
  steps: listIn(given, 'steps').map(asHalfStep),
});
