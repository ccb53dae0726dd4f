import type { Placed } from '../domain/columns.ts';
import { changesFollowUp } from '../domain/corrections.ts';
import { UserError } from '../domain/errors.ts';
import type { AlsoCoached } from '../domain/group.ts';
import { newSession } from '../domain/new-session.ts';
import { nameOf, type Reference } from '../domain/reference.ts';
import { type Session, type SessionDraft, sessions } from '../domain/sessions.ts';
import type { Member } from '../domain/staff.ts';
import type { Book, Context } from './context.ts';
import { addSteps } from './steps.ts';

type Whose = Pick<Session, 'id' | 'group'>;
type Coached = Pick<Session, 'id' | 'coachee' | 'team'>;

/**
 * Adds a row for each of the others, with the same words and with steps of their own. The event of the follow-up belongs
 * to the first one's row, and everybody is a guest of it.
 */
export function addGroup(
  context: Context,
  reference: Reference,
  coach: Member,
  draft: SessionDraft,
  group: readonly AlsoCoached[],
): void {
  if (group.length === 0) return;
  const { book, clock } = context;
  const known = new Set(book.columns(sessions, ['id']).map(({ row }) => row.id));
  for (const { id, coachee, steps } of group) {
    const row = newSession(reference, coach, { ...draft, id, coachee, howItWent: '' }, clock, draft.id);
    if (!known.has(id)) book.append(sessions, { ...row, status: '', eventId: '' });
    addSteps(context, row, { decided: steps, answers: [] }, []);
  }
}

/** The rows of the others whose follow-up stands in the row of the first of a group; none for any other row. */
export function othersOf(book: Book, { id, group }: Whose): Placed<Coached>[] {
  if (group === '' || group !== id) return [];
  return book
    .columns(sessions, ['coachee', 'team', 'group', 'id'])
    .filter(({ row }) => row.group === group && row.id !== id);
}

/** Gives the others of a group the follow-up that the first one's row has been given. */
export function followFirst(book: Book, first: Whose, followUp: Partial<Session>): void {
  for (const { row, at } of othersOf(book, first)) {
    const placed = book.again(sessions, row.id, at);
    if (placed) book.change(sessions, placed, followUp);
  }
}

/** Whether the follow-up of a row is kept in another one, that of the first of its group. */
export const isFollower = ({ id, group }: Whose): boolean => group !== '' && group !== id;

/**
 * Refuses to change a follow-up where it is not kept.
 * @throws UserError `invalid`
 */
export function refuseFollower(
  book: Book,
  reference: Reference,
  { group }: Whose,
  base: SessionDraft,
  draft: SessionDraft,
): void {
  if (!changesFollowUp(base, draft)) return;
  const first = nameOf(reference, book.find(sessions, group)?.row.coachee ?? '');
  const where = first === '' ? 'its first coachee' : first;
  const field = base.coachee === draft.coachee ? 'followUpDate' : 'coachee';
  throw new UserError(
    'invalid',
    `The follow-up of a group is kept in the session with ${where}. Correct it there.`,
    field,
  );
}
