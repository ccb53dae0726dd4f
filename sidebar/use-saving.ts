import { useEffect, useRef, useState } from 'preact/hooks';
import { answersFor, type Beside, besideOf, type KeptDraft, missing } from '../src/domain/drafts.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import type { StepAnswer, StepDraft } from '../src/domain/steps.ts';
import { newId } from './drafts.ts';
import type { Keeper } from './keeper.ts';
import { type Edited, type Refusal, refusalOf, type Saved, type SavedSession, server } from './server.ts';
import { announce } from './words.ts';

/** How far saving has come. */
export type Saving =
  | { readonly at: 'rest' }
  | { readonly at: 'work' }
  | { readonly at: 'refused'; readonly refusal: Refusal }
  | { readonly at: 'wait'; readonly seconds: number };

/** What is to be saved: a new session, or a correction with what it is made to; and what it says on other tabs. */
export type ToSave = Pick<KeptDraft, 'draft' | 'base' | 'edit'> & Partial<Beside>;

/** The session as the sheet has it, when that is not what the correction was made to. */
export interface Theirs {
  readonly refusal: Refusal;
  readonly found: SavedSession;
  readonly session: SessionDraft;
  /** The id of the correction that will be made to it. */
  readonly edit: string;
}

/** What a session that was sent says of steps. */
type Sent = { readonly steps: readonly StepDraft[]; readonly answers: readonly StepAnswer[] };

const secondsToWait = 5;
const tries = 3;

interface Errand {
  readonly typed: ToSave;
  readonly keeper: Keeper;
  /** Called once the row is there. */
  readonly saved: (draft: SessionDraft, saved: Saved | Edited) => void;
  /** Called when the sheet, or the form itself, refuses because of one field. */
  readonly refusedAt: (field: string) => void;
}

/** Saves a session: as often as need be with the same id, so that there is one row however often it was sent. */
export function useSaving(errand: Errand) {
  const [saving, setSaving] = useState<Saving>({ at: 'rest' });
  const [theirs, setTheirs] = useState<Theirs>();
  const latest = useRef(errand);
  latest.current = errand;
  const chosen = useRef<ToSave | undefined>(undefined);
  // What the first try said of steps: its row may be there although its answer is not, with all of that or without.
  const sent = useRef<Sent | undefined>(undefined);
  const tried = useRef(0);
  const working = useRef(false);

  useEffect(() => {
    if (saving.at !== 'wait') return;
    const timer = setTimeout(() => {
      if (saving.seconds > 1) setSaving({ at: 'wait', seconds: saving.seconds - 1 });
      else void run();
    }, 1000);
    return () => clearTimeout(timer);
  }, [saving]);

  useEffect(() => {
    // Between two versions it is for the eye to choose first.
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !theirs) save();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [theirs]);

  async function run(): Promise<void> {
    const { typed, keeper, saved } = latest.current;
    const { draft, base, edit = '' } = chosen.current ?? typed;
    if (working.current) return;
    // A word may have been taken out while it waited to try again.
    if (missing(draft).length > 0) return rest();
    working.current = true;
    setSaving({ at: 'work' });
    announce('Saving…');
    keeper.write();
    try {
      // Between two versions the words are chosen; the steps are those of the form.
      const done = await (base ? correct({ base, draft, edit }, typed) : add(draft, besideOf(typed)));
      keeper.saved();
      announce('');
      saved(draft, done);
    } catch (thrown) {
      await turnedDown(draft.id, refusalOf(thrown));
    }
    working.current = false;
  }

  function add(draft: SessionDraft, { steps, answers, others }: Beside): Promise<Saved> {
    const said = { steps, answers: answersFor(draft.coachee, answers) };
    sent.current ??= said;
    const group = draft.kind === 'Group' ? { others } : {};
    return server.sessions.save({ ...draft, ...said, ...group });
  }

  function correct(to: Required<Pick<ToSave, 'base' | 'draft' | 'edit'>>, typed: ToSave): Promise<Edited> {
    // A new session becomes a correction when an earlier try had written it: what that said of steps is said once more,
    // and only what was typed since is new.
    const saved = typed.base ? undefined : sent.current;
    const there = (saved?.steps ?? []).map((step) => JSON.stringify(step));
    const steps = besideOf(typed).steps.filter((step) => !there.includes(JSON.stringify(step)));
    return server.sessions.edit({ ...to, steps, ...(saved && { saved }) });
  }

  async function turnedDown(id: string, refusal: Refusal): Promise<void> {
    // What was refused in words was not written.
    if (refusal.code !== 'offline' && refusal.code !== 'stale') sent.current = undefined;
    const found = refusal.code === 'stale' ? await server.sessions.read(id).catch(() => undefined) : undefined;
    if (!found?.session) return refused(refusal);
    rest();
    setTheirs({ refusal, found, session: found.session, edit: newId() });
  }

  function refused(refusal: Refusal): void {
    tried.current += 1;
    if (refusal.code === 'busy' && tried.current <= tries) setSaving({ at: 'wait', seconds: secondsToWait });
    else setSaving({ at: 'refused', refusal });
    if (refusal.field) latest.current.refusedAt(refusal.field);
  }

  function save(choice?: ToSave): void {
    chosen.current = choice;
    tried.current = 0;
    void run();
  }

  function rest(): void {
    setSaving({ at: 'rest' });
  }

  return { saving, theirs, save, rest };
}
