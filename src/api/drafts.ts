import { emptySession, type KeptDraft } from '../domain/drafts.ts';
import { UserError } from '../domain/errors.ts';
import { property } from '../domain/parse.ts';
import { isSessionId, type SessionDraft } from '../domain/sessions.ts';
import type { Context } from './context.ts';
import { errand } from './procedure.ts';

export const drafts = { keep: errand(keep), drop: errand(drop) };

/** Keeps an unfinished session for the person who types it, so that another machine has it too; nobody else can read it. */
function keep({ drafts: own, clock }: Context, input: Omit<KeptDraft, 'at'>): KeptDraft['at'] {
  const draft = asDraft(property(input, 'draft'), clock.today);
  const part = property(input, 'part');
  const kept = { draft, part: typeof part === 'string' ? part : '', at: clock.now };
  const [base, edit] = [property(input, 'base'), property(input, 'edit')];
  const isCorrection = base !== undefined && typeof edit === 'string' && isSessionId(edit);
  own.keep(isCorrection ? { ...kept, base: asDraft(base, clock.today), edit } : kept);
  return clock.now;
}

/** Forgets an unfinished session. */
function drop({ drafts: own }: Context, id: string): null {
  own.drop(String(id));
  return null;
}

/** What a browser sent of a session that may be half-typed: not parsed as one, only its shape is made sure of. */
export function asDraft(given: unknown, today: string): SessionDraft {
  const empty = emptySession('', today);
  const kept = Object.entries(empty).map(([key, blank]) => {
    const value = property(given, key);
    const fits = blank === null ? value === null || typeof value === 'number' : typeof value === typeof blank;
    return [key, fits && Array.isArray(value) === Array.isArray(blank) ? value : blank];
  });
  // The keys of an empty session, each with a value of that key's type.
  const draft = Object.fromEntries(kept) as SessionDraft;
  if (!isSessionId(draft.id)) throw new UserError('invalid', 'This session has no proper id. Open a new session.');
  return draft;
}
