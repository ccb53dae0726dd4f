import type { Moment } from './days.ts';
import type { SessionDraft } from './sessions.ts';

/** A session that somebody has begun and not saved, kept in their browser and privately for them on the server. */
export type KeptDraft = {
  readonly draft: SessionDraft;
  /** The part that was open. */
  readonly part: string;
  /** When it was last kept. */
  readonly at: Moment;
};

/** Two sets of drafts as one: of each session the one kept later, the latest first. */
export function mergeDrafts(here: readonly KeptDraft[], there: readonly KeptDraft[]): KeptDraft[] {
  const latest = new Map<string, KeptDraft>();
  for (const kept of [...here, ...there]) {
    const other = latest.get(kept.draft.id);
    if (!other || Date.parse(other.at) < Date.parse(kept.at)) latest.set(kept.draft.id, kept);
  }
  return [...latest.values()].sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}
