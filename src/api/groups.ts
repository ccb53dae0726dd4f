import type { Placed } from '../domain/columns.ts';
import { changesFollowUp, isOfGroup } from '../domain/corrections.ts';
import { UserError } from '../domain/errors.ts';
import type { AlsoCoached } from '../domain/group.ts';
import { newSession } from '../domain/new-session.ts';
import { property } from '../domain/parse.ts';
import { nameOf, type Reference } from '../domain/reference.ts';
import { type Session, type SessionDraft, sessions } from '../domain/sessions.ts';
import type { Member } from '../domain/staff.ts';
import type { Book, Context } from './context.ts';
import { addSteps } from './steps.ts';

type Whose = Pick<Session, 'id' | 'group'>;

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

/**
 * The rows of the others whose follow-up stands in the row of the first of a group; none for any other row. Group and id
 * stand side by side and are read at once; the rest is read from each one's own row, since somebody may sort between two
 * reads, and nobody else is to be invited.
 */
export function othersOf(book: Book, { id, group }: Whose): Placed<Session>[] {
  if (group === '' || group !== id) return [];
  return book
    .columns(sessions, ['id', 'eventId', 'group'])
    .filter(({ row }) => row.group === group && row.id !== id)
    .flatMap(({ row }) => {
      const there = book.find(sessions, row.id);
      return there?.row.group === group ? [there] : [];
    });
}

/** Gives the others of a group the follow-up that the first one's row has been given. */
export function followFirst(book: Book, first: Whose, followUp: Partial<Session>): void {
  const isSame = ({ row }: Placed<Session>): boolean =>
    Object.entries(followUp).every(([key, value]) => property(row, key) === value);
  for (const placed of othersOf(book, first)) if (!isSame(placed)) book.change(sessions, placed, followUp);
}

/**
 * Refuses to change a follow-up where it is not kept.
 * @throws UserError `invalid`
 */
export function refuseFollower(
  book: Book,
  reference: Reference,
  there: Whose,
  base: SessionDraft,
  draft: SessionDraft,
): void {
  if (!isOfGroup(there) || !changesFollowUp(base, draft)) return;
  const first = nameOf(reference, book.find(sessions, there.group)?.row.coachee ?? '');
  const where = first === '' ? 'its first coachee' : first;
  const field = base.coachee === draft.coachee ? 'followUpDate' : 'coachee';
  throw new UserError(
    'invalid',
    `The follow-up of a group is kept in the session with ${where}. Correct it there.`,
    field,
  );
}
