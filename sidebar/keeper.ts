import type { Moment } from '../src/domain/days.ts';
import { isBegun, type KeptDraft } from '../src/domain/drafts.ts';
import { forgetHere, keepHere } from './drafts.ts';
import { server } from './server.ts';

/** Where what was typed is kept, and since when. */
export type Keeping = { readonly at: Moment; readonly where: 'safe' | 'here' | 'nowhere' };

/** Keeps one session's draft while it is typed. */
export interface Keeper {
  /** Takes what the form holds now. */
  note(kept: KeptDraft): void;
  /** Writes at once what this browser does not have yet. */
  write(): void;
  /** Writes at once, and to the sheet as well; done when the sheet has answered. */
  leave(): Promise<void>;
  /** The sheet has the session: the draft is no longer needed anywhere. */
  saved(): void;
}

const pause = 300;
const betweenCalls = 20_000;

/**
 * Every keystroke goes into this browser, at most every 300 ms, and to the sheet, privately, at most every 20 seconds,
 * so that another machine has it too. Never two calls at once.
 */
export function makeKeeper(
  user: string,
  begun: { readonly kept: KeptDraft; readonly there: boolean; readonly behind: boolean },
  tell: (keeping: Keeping) => void,
): Keeper {
  let { kept: latest, there } = begun;
  let turn = Promise.resolve();
  let writeTimer = 0;
  let callTimer = 0;
  let unwritten = false;
  // What this browser kept before its window was closed may never have come to the sheet.
  let uncalled = begun.behind;
  let here = true;
  let refused = false;
  let over = false;

  function write(): void {
    clearTimeout(writeTimer);
    writeTimer = 0;
    if (!unwritten || over) return;
    unwritten = false;
    if (isBegun(latest)) here = keepHere(user, latest);
    else forgetHere(latest.draft.id);
    say();
  }

  function say(): void {
    const where = here ? (refused ? 'here' : 'safe') : refused || uncalled ? 'nowhere' : 'safe';
    tell({ at: latest.at, where });
  }

  function call(): Promise<void> {
    clearTimeout(callTimer);
    callTimer = 0;
    turn = turn.then(keepThere);
    return turn;
  }

  async function keepThere(): Promise<void> {
    if (!uncalled || over) return;
    uncalled = false;
    const kept = latest;
    try {
      if (isBegun(kept)) await server.drafts.keep(kept);
      else if (there) await server.drafts.drop(kept.draft.id);
      there = isBegun(kept);
      refused = false;
    } catch {
      // Too long for the sheet's own drawer, or no answer. This browser has it, and the next keystroke tries again.
      refused = true;
    }
    if (!over) say();
  }

  async function dropThere(): Promise<void> {
    if (!there) return;
    // One that cannot be dropped now shows as unfinished; saving it again answers that the row is already there.
    await server.drafts.drop(latest.draft.id).catch(() => undefined);
  }

  return {
    note(kept) {
      latest = kept;
      unwritten = true;
      uncalled = true;
      if (writeTimer === 0) writeTimer = setTimeout(write, pause);
      if (callTimer === 0) callTimer = setTimeout(() => void call(), betweenCalls);
    },
    write,
    leave() {
      write();
      return call();
    },
    saved() {
      over = true;
      clearTimeout(writeTimer);
      clearTimeout(callTimer);
      forgetHere(latest.draft.id);
      turn = turn.then(dropThere);
    },
  };
}
