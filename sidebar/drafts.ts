import { emptySession, isBegun, type KeptDraft, mergeDrafts } from '../src/domain/drafts.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';

/** A draft in this browser. Two people may share a browser, so it says whose it is. */
type HereDraft = KeptDraft & { readonly user: string };

const prefix = 'stride.draft.';

/** A person's unfinished sessions, from this browser and from the sheet. */
export function unfinished(user: string, there: readonly KeptDraft[]): KeptDraft[] {
  const here = allHere().filter((kept) => kept.user === user);
  return mergeDrafts(here, there)
    .map((kept) => ({ ...kept, draft: complete(kept.draft) }))
    .filter(isBegun);
}

/** Keeps a draft in this browser; answers whether the browser would. */
export function keepHere(user: string, kept: KeptDraft): boolean {
  const here: HereDraft = { ...kept, user };
  return (
    inBrowser((drawer) => {
      drawer.setItem(prefix + kept.draft.id, JSON.stringify(here));
      return true;
    }) === true
  );
}

/** Forgets a draft in this browser. */
export function forgetHere(id: string): void {
  inBrowser((drawer) => drawer.removeItem(prefix + id));
}

/** A new session's id: made here, so that a repeated save is known to be the same one. */
export function newId(): string {
  // A UUID of version 4 (RFC 9562) by hand: crypto.randomUUID is missing from pages without https.
  const digits = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => (byte & 15).toString(16)).join('');
  return digits.replace(/(.{8})(....).(...).(...)(.{12})/, '$1-$2-4$3-a$4-$5');
}

// A draft kept before a column was added lacks it.
function complete(draft: SessionDraft): SessionDraft {
  return { ...emptySession(draft.id, draft.date), ...draft };
}

function allHere(): HereDraft[] {
  const keys =
    inBrowser((drawer) => Array.from({ length: drawer.length }, (_, index) => drawer.key(index) ?? '')) ?? [];
  return keys
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => read(inBrowser((drawer) => drawer.getItem(key))) ?? []);
}

function read(json: string | null | undefined): HereDraft | undefined {
  try {
    // Only keepHere writes under this prefix.
    const one = JSON.parse(json ?? '') as HereDraft;
    return one.draft.id && one.draft.date ? one : undefined;
  } catch {
    return undefined;
  }
}

/** Uses what this browser remembers. With third-party cookies blocked the very word localStorage may throw. */
export function inBrowser<T>(use: (drawer: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}
