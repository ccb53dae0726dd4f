import { useEffect, useRef, useState } from 'preact/hooks';
import { checkDates, missing } from '../src/domain/drafts.ts';
import { UserError } from '../src/domain/errors.ts';
import { guestsOf } from '../src/domain/follow-ups.ts';
import { memberOf } from '../src/domain/reference.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import type { SchoolClock } from './clock.ts';
import { keepHere, newId } from './drafts.ts';
import type { Keeper } from './keeper.ts';
import { type Home, Refusal, refusalOf, type Saved, server } from './server.ts';
import { announce } from './words.ts';

/** How far saving has come. */
export type Saving =
  | { readonly at: 'rest' }
  | { readonly at: 'work' }
  | { readonly at: 'refused'; readonly refusal: Refusal }
  | { readonly at: 'wait'; readonly seconds: number };

const secondsToWait = 5;
const tries = 3;

interface Errand {
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly draft: SessionDraft;
  readonly keeper: Keeper;
  /** Called once the row is there; `apart` when it may lack what was typed since an earlier try. */
  readonly saved: (draft: SessionDraft, saved: Saved, apart: boolean) => void;
  /** Called when the sheet, or the form itself, refuses because of one field. */
  readonly refusedAt: (field: string) => void;
}

/** Saves a session: as often as need be with the same id, so that there is one row however often it was sent. */
export function useSaving(errand: Errand): { saving: Saving; save: () => void; rest: () => void } {
  const [saving, setSaving] = useState<Saving>({ at: 'rest' });
  const latest = useRef(errand);
  latest.current = errand;
  const tried = useRef(0);
  const working = useRef(false);

  useEffect(() => {
    if (saving.at !== 'wait') return;
    const timer = window.setTimeout(() => {
      if (saving.seconds > 1) setSaving({ at: 'wait', seconds: saving.seconds - 1 });
      else void run();
    }, 1000);
    return () => window.clearTimeout(timer);
  }, [saving]);

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);

  async function run(): Promise<void> {
    const { home, clock, draft, keeper, saved } = latest.current;
    if (working.current) return;
    // A word may have been taken out while it waited to try again.
    if (missing(draft).length > 0) return rest();
    const problem = whyNotYet(home, draft, clock);
    if (problem) return refused(new Refusal(problem.code, problem.message, problem.field));
    working.current = true;
    setSaving({ at: 'work' });
    announce('Saving…');
    const sentEarlier = keeper.sending(JSON.stringify(draft));
    try {
      const done = await server.sessions.save(draft);
      keeper.saved();
      announce('');
      saved(draft, done, done.already && setApart(home.user, draft, sentEarlier, clock));
    } catch (thrown) {
      const refusal = refusalOf(thrown);
      // Without an answer the row may have been written all the same, and only then.
      if (refusal.code !== 'offline' && sentEarlier === '') keeper.refused();
      refused(refusal);
    }
    working.current = false;
  }

  function refused(refusal: Refusal): void {
    tried.current += 1;
    if (refusal.code === 'busy' && tried.current <= tries) setSaving({ at: 'wait', seconds: secondsToWait });
    else setSaving({ at: 'refused', refusal });
    if (refusal.field) latest.current.refusedAt(refusal.field);
  }

  function save(): void {
    tried.current = 0;
    void run();
  }

  function rest(): void {
    setSaving({ at: 'rest' });
  }

  return { saving, save, rest };
}

// An earlier try had written the row, and the words may have changed since: they become a draft of their own.
function setApart(user: string, draft: SessionDraft, sentEarlier: string, clock: SchoolClock): boolean {
  if (sentEarlier === JSON.stringify(draft)) return false;
  return keepHere(user, { draft: { ...draft, id: newId() }, part: '', at: clock.now() }, '');
}

/** What is wrong with the dates of a session as they stand, while they are typed. */
export function wrongDate(draft: SessionDraft, clock: SchoolClock): UserError | undefined {
  return refusalIn(() => checkDates(draft, clock.today(), clock.time()));
}

// What the sheet would refuse and is known here already, by the same code. The sheet asks again, and asks more.
function whyNotYet({ reference, user }: Home, draft: SessionDraft, clock: SchoolClock): UserError | undefined {
  return refusalIn(() => {
    checkDates(draft, clock.today(), clock.time());
    const team = memberOf(reference, draft.coachee)?.team ?? '';
    if (draft.followUpDate !== '') guestsOf(reference, user, draft.coachee, team);
  });
}

function refusalIn(check: () => void): UserError | undefined {
  try {
    check();
    return undefined;
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown;
    throw thrown;
  }
}
