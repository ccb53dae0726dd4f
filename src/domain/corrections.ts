/** What correcting a saved session changes in its row, and whether somebody else has changed it since. */
import { headerOf, type Row } from './columns.ts';
import { UserError } from './errors.ts';
import { eventIdOf, nextEventId } from './follow-ups.ts';
import { type Session, type SessionDraft, sessions } from './sessions.ts';

/** The columns that a person types. */
const typedKeys = Object.entries(sessions.columns)
  .filter(([, column]) => !('made' in column))
  .map(([key]) => key)
  // The keys of the typed columns, which are those of a draft.
  .filter((key): key is keyof SessionDraft => key !== 'id');

const plan = ['coachee', 'followUpDate', 'followUpTime', 'followUpMinutes'] as const satisfies (keyof SessionDraft)[];

/** What a person typed of a saved session. */
export function draftOf(session: Session): SessionDraft {
  const typed = ['id' as const, ...typedKeys].map((key) => [key, session[key]]);
  // One value for each typed column.
  return Object.fromEntries(typed) as SessionDraft;
}

/** The columns in which two versions of a session differ. */
export function differing(one: SessionDraft, other: SessionDraft): (keyof SessionDraft)[] {
  return typedKeys.filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]));
}

/** The headers of columns, as people know them: `Strength, Follow-up date`. */
export function sayColumns(keys: readonly (keyof SessionDraft)[]): string {
  return keys.map((key) => (key === 'coachee' ? sessions.columns.coachee.header : headerOf(sessions, key))).join(', ');
}

/** A follow-up as a row keeps it: whole, or not at all. */
export function withWholeFollowUp(draft: SessionDraft, minutes: number): SessionDraft {
  return draft.followUpDate === ''
    ? { ...draft, followUpTime: '', followUpMinutes: null }
    : { ...draft, followUpMinutes: draft.followUpMinutes ?? minutes };
}

/**
 * Refuses a correction of what is no longer there: every column must stand as it stood when the form was opened, or
 * already as it is to be, from an earlier try.
 * @throws UserError `stale`
 */
export function refuseNewer(there: SessionDraft, base: SessionDraft, draft: SessionDraft): void {
  const meant = new Set(differing(there, draft));
  const newer = differing(there, base).filter((key) => meant.has(key));
  if (newer.length === 0) return;
  throw new UserError(
    'stale',
    `Somebody has changed this session since you opened it (${sayColumns(newer)}). Nothing of yours was saved yet: look at both versions.`,
  );
}

/** Whether a correction changes the follow-up, so that its invitation has to follow. */
export function isReplanned(base: SessionDraft, draft: SessionDraft): boolean {
  const changed = differing(base, draft);
  const meets = base.followUpDate !== '' || draft.followUpDate !== '';
  return meets && plan.some((key) => changed.includes(key));
}

/**
 * Which event a changed follow-up is, and that its invitation waits. An event that a person removed, or that was called
 * off, does not come back: a new follow-up then is a new event.
 */
export function replanned({ id, eventId, status }: Session, draft: SessionDraft): Partial<Row<typeof sessions>> {
  if (eventId === '') return { status: 'Waiting', eventId: eventIdOf(id) };
  const isOver = draft.followUpDate !== '' && (status === 'Removed' || status === 'Cancelled');
  return { status: 'Waiting', eventId: isOver ? nextEventId(eventId) : eventId };
}
