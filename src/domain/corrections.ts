/** What correcting a saved session changes in its row, and whether somebody else has changed it since. */
import { headerOf } from './columns.ts';
import type { Day } from './days.ts';
import { checkDate, checkFollowUp } from './drafts.ts';
import { UserError } from './errors.ts';
import { eventIdOf, guestsOf, nextEventId } from './follow-ups.ts';
import { halfTermFor, type Now, requireCoachee } from './new-session.ts';
import type { Reference } from './reference.ts';
import { type FollowUpState, type Session, type SessionDraft, sessions } from './sessions.ts';

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

/**
 * Whether a correction changes the follow-up, so that its invitation has to follow; or finds one still to come to which
 * nobody was ever invited, since it was typed into the sheet.
 */
export function isReplanned(there: Session, base: SessionDraft, draft: SessionDraft, today: Day): boolean {
  if (isOfGroup(there)) return false;
  if (there.eventId === '' && draft.followUpDate >= today) return true;
  return changesFollowUp(base, draft);
}

/** Whether a correction changes when two people meet again, or who they are. */
export function changesFollowUp(base: SessionDraft, draft: SessionDraft): boolean {
  const changed = differing(base, draft);
  const meets = base.followUpDate !== '' || draft.followUpDate !== '';
  return meets && plan.some((key) => changed.includes(key));
}

/** Whether a session is one of a group's others, whose follow-up belongs to the first one's row. */
export const isOfGroup = ({ id, group }: Pick<Session, 'id' | 'group'>): boolean => group !== '' && group !== id;

/** A follow-up as a correction plans it anew. */
export type Replan = Pick<Session, 'status' | 'eventId'>;

/**
 * Which event a changed follow-up is, and that its invitation waits. An event that a person removed, or that was called
 * off before this correction, does not come back: a new follow-up then is a new event.
 */
export function replanned(
  { id, eventId }: Session,
  { followUpDate }: SessionDraft,
  before: FollowUpState | '',
  correction: string,
): Replan {
  if (eventId === '') return { status: 'Waiting', eventId: eventIdOf(id) };
  const isOver = followUpDate !== '' && (before === 'Removed' || before === 'Cancelled');
  return { status: 'Waiting', eventId: isOver ? nextEventId(id, correction) : eventId };
}

/**
 * The cells that a correction changes, those that follow from it included.
 * @throws UserError `invalid` with the field when what was changed will not do; what was left as it is, is not asked again
 */
export function correctedCells(
  reference: Reference,
  there: Session,
  base: SessionDraft,
  draft: SessionDraft,
  replan: Replan | undefined,
  { today, time }: Now,
): Partial<Session> {
  const meant = differing(base, draft);
  if (meant.includes('date')) checkDate(draft, today);
  if (meant.includes('followUpDate') || meant.includes('followUpTime')) checkFollowUp(draft, today, time);
  const isOther = meant.includes('coachee');
  const team = isOther ? requireCoachee(reference, draft.coachee, there.coach).team : there.team;
  const meets = draft.followUpDate !== '';
  const guests = replan && meets ? guestsOf(reference, there.coach, [{ coachee: draft.coachee, team }]).invited : [];
  return {
    ...Object.fromEntries(differing(draftOf(there), draft).map((key) => [key, draft[key]])),
    ...(meant.includes('date') ? { halfTerm: halfTermFor(reference, draft.date) } : {}),
    ...(isOther ? { team } : {}),
    ...(replan ? { assistantHead: guests[2]?.email ?? '', ...replan } : {}),
  };
}
