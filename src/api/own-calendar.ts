/** The signed-in person's own calendar against the rows that its events belong to. */
import type { Placed } from '../domain/columns.ts';
import { type Day, sayDay, type Time } from '../domain/days.ts';
import {
  answerOf,
  type FollowUp,
  isBetween,
  isCalledOff,
  isEventOf,
  isForAnotherTime,
  isForOthers,
  isLive,
  isPlanned,
  isWhen,
  type Upcoming,
} from '../domain/follow-ups.ts';
import { inOrder, log } from '../domain/log.ts';
import { memberOf, nameOf, type Reference } from '../domain/reference.ts';
import { type FollowUpState, sessions } from '../domain/sessions.ts';
import type { Member } from '../domain/staff.ts';
import type { Context } from './context.ts';
import { planOf, type Settled, settle } from './follow-ups.ts';
import { followFirst } from './groups.ts';
import type { Part } from './reconcile.ts';

const planKeys = [
  'id',
  'coach',
  'coachee',
  'team',
  'assistantHead',
  'followUpDate',
  'followUpTime',
  'followUpMinutes',
  'status',
  'savedBy',
  'eventId',
  'group',
] as const;

const mostPerPart = 25;

/** What somebody has answered to a follow-up's invitation. */
export type Answered = {
  readonly session: string;
  readonly coachee: string;
  readonly name: string;
  readonly day: Day;
  readonly time: Time;
  readonly answer: FollowUpState;
  /** What they wrote with it, for the eyes of whoever invited them: it is kept nowhere. */
  readonly note: string;
  readonly link: string;
};

type Owned = { readonly owner: Placed<FollowUp>; readonly event: Upcoming };

/** Reads back what people did with the signed-in person's follow-ups, and sees that the rows say so. */
export function checkCalendar(
  context: Context,
  reference: Reference,
  me: Member,
): Part & { readonly answers: readonly Answered[] } {
  const { book, calendar, clock } = context;
  const plan = planOf(book, reference, clock.today);
  // Events first: one that is called off in the meantime is then called off twice, which does no harm.
  const events = calendar.upcoming(plan);
  const rows = book.columns(sessions, planKeys).filter(({ row }) => row.id !== '');
  const mine = rows.filter(({ row }) => row.savedBy === me.email && isEventOf(row.id, row.eventId));
  const byEvent = new Map(mine.map((placed) => [placed.row.eventId, placed]));
  const there = events.filter(({ removed }) => !removed);
  const owned = there.flatMap((event): Owned[] => {
    const owner = byEvent.get(event.eventId);
    return owner && isLive(owner.row.status) ? [{ owner, event }] : [];
  });
  const name = (email: string): string => nameOf(reference, email);
  const say = (day: Day): string => sayDay(day, clock.today);

  const calledOff = callOffWhatIsLeft(context, reference, there, mine);
  const gone = recordGone(context, there, mine);
  const moved = owned.filter(isMoved).filter(({ owner, event }) => follow(context, owner, event));
  for (const each of owned) {
    // The row follows the event, or has come to say the same: from here on that is what was wished, so that the row
    // follows the next time, too. An event with somebody who has left is not touched.
    const { owner, event } = each;
    const row = moved.includes(each) ? { ...owner.row, ...whenOf(event) } : owner.row;
    const isOurs = [row.coach, row.coachee].every((email) => memberOf(reference, email)?.active);
    if (isOurs && isWhen(event, row) && isForAnotherTime(event.wish, row)) calendar.rewish(row, event.wish);
  }
  const answered = owned.flatMap(({ owner, event }) => {
    const answer = answerOf(event, owner.row.coachee);
    return answer ? [{ owner, event, ...answer }] : [];
  });
  const news = answered.filter(({ owner, answer }) => owner.row.status !== answer);
  if (news.length > 0) {
    settle(
      context,
      news.map(({ owner, event, answer }) => ({ placed: owner, arranged: settled(owner.row, answer, event.link) })),
    );
  }

  const apart = owned.filter(
    ({ owner: { row }, event }) =>
      !isPlanned(row) ||
      isForOthers(event.wish, row) ||
      (!isWhen(event, row) && !moved.some(({ owner }) => owner.row.id === row.id)),
  );
  // An older version of the row was brought back, from before it had a follow-up.
  const rowless = there.flatMap((event): Owned[] => {
    const owner = rows.find(({ row }) => row.id === event.session && row.eventId === '');
    return owner ? [{ owner, event }] : [];
  });
  const orphans = there.filter(
    ({ eventId, session }) => !rows.some(({ row }) => row.id === session || row.eventId === eventId),
  );
  return {
    repaired: [
      ...calledOff.map(
        (day) => `A follow-up of ${say(day)} that was called off was still in your calendar, and is out of it now.`,
      ),
      ...gone.shown.map(
        ({ at, row }) =>
          `Row ${at} shows “Removed”: the follow-up with ${name(row.coachee)} was taken out of the calendar.`,
      ),
      ...moved.map(
        ({ owner: { at, row }, event }) =>
          `The follow-up with ${name(row.coachee)} was moved to ${say(event.day)}, ${event.time}, and row ${at} says so.`,
      ),
    ],
    findings: [
      ...apart.map(({ owner: { row, at }, event }) => ({
        words: `The follow-up with ${name(row.coachee)} stands in the calendar for ${say(event.day)}, and row ${at} ${sayApart(row, event)}. Choose the time anew by correcting the session.`,
        link: book.link(sessions, at),
        event: event.link,
      })),
      ...rowless.map(({ owner: { row, at }, event }) => ({
        words: `A follow-up with ${name(row.coachee)} stands in your calendar on ${say(event.day)}, and row ${at} has none. Delete the event, or plan the follow-up again by correcting the session.`,
        link: book.link(sessions, at),
        event: event.link,
      })),
      ...orphans.map(({ day, link }) => ({
        words: `A follow-up stands in your calendar on ${say(day)}, and its row is no longer on the Sessions tab. Bring the row back by File › Version history, or delete the event.`,
        link: book.link(sessions),
        event: link,
      })),
    ],
    more: gone.more,
    answers: answered.map(({ owner: { row }, event, answer, note }) => ({
      session: row.id,
      coachee: row.coachee,
      name: name(row.coachee),
      day: event.day,
      time: event.time,
      answer,
      note,
      link: event.link,
    })),
  };
}

// Events whose row says that they were called off, or that another was made in their place.
function callOffWhatIsLeft(
  { book, calendar, clock }: Context,
  reference: Reference,
  there: readonly Upcoming[],
  mine: readonly Placed<FollowUp>[],
): Day[] {
  const plan = planOf(book, reference, clock.today);
  const isLeft = ({ row }: Placed<FollowUp>, eventId: string): boolean =>
    row.eventId === eventId ? row.status === 'Cancelled' && isCalledOff(row) : row.status !== 'Waiting';
  return there.flatMap(({ eventId, session, day }) => {
    const owner = mine.find(({ row }) => row.eventId === eventId) ?? mine.find(({ row }) => row.id === session);
    if (!owner || !isLeft(owner, eventId)) return [];
    // Columns are read one after the other, and somebody may sort in between: before an event goes, its row is read whole.
    const now = book.find(sessions, owner.row.id);
    if (!now || !isLeft(now, eventId)) return [];
    const followUp = { ...now.row, eventId, followUpDate: '', followUpTime: '' };
    return calendar.arrange(followUp, [], plan).outcome === 'Cancelled' ? [day] : [];
  });
}

// Events that a person has taken out of the calendar.
function recordGone(
  context: Context,
  there: readonly Upcoming[],
  mine: readonly Placed<FollowUp>[],
): { shown: readonly Placed<FollowUp>[]; more: boolean } {
  const { calendar, clock } = context;
  const known = new Set(there.map(({ eventId }) => eventId));
  const unseen = mine.filter(
    ({ row }) => isLive(row.status) && (row.followUpDate >= clock.today || !isPlanned(row)) && !known.has(row.eventId),
  );
  // Each is asked for by itself: a calendar that was emptied is gone through by and by.
  const gone = unseen.slice(0, mostPerPart).filter(({ row }) => !calendar.has(row.eventId));
  const sent = gone.map((placed) => ({ placed, arranged: settled(placed.row, 'Removed', '') }));
  const changed = gone.length > 0 ? settle(context, sent) : [];
  return {
    shown: gone.filter(({ row }) => !changed.some((now) => now.row.id === row.id)),
    more: gone.length === mostPerPart,
  };
}

// Somebody has moved the event, if the row still says for when it was made; or in part, after a run that ended while the
// row followed.
const isMoved = ({ owner: { row }, event }: Owned): boolean =>
  isPlanned(row) && event.time !== '' && event.minutes > 0 && !isWhen(event, row) && isBetween(event.wish, event, row);

// The row follows, once: under the lock, unless it says something else by then.
function follow(context: Context, { row }: Placed<FollowUp>, event: Upcoming): boolean {
  const { book, clock, user } = context;
  return context.record(() => {
    book.refresh();
    const now = book.find(sessions, row.id);
    if (!now || !isLive(now.row.status) || !isMoved({ owner: now, event })) return false;
    const id = `Followed ${event.eventId} ${event.day} ${event.time}`;
    const lines = book.columns(log, ['at', 'event', 'session', 'id']).map((line) => line.row);
    const before = inOrder(lines.filter((line) => line.session === row.id && line.event === 'Followed'));
    const detail = 'Follow-up moved in Calendar';
    if (before[before.length - 1]?.id !== id)
      book.note({ id, at: clock.now, who: user, event: 'Followed', session: row.id, detail });
    book.change(sessions, now, whenOf(event));
    followFirst(book, row, whenOf(event));
    return true;
  });
}

const whenOf = ({ day, time, minutes }: Upcoming) => ({
  followUpDate: day,
  followUpTime: time,
  followUpMinutes: minutes,
});

function sayApart(row: FollowUp, event: Upcoming): string {
  if (!isPlanned(row)) return 'does not say when';
  return isWhen(event, row)
    ? 'names other people than were invited'
    : `says ${sayDay(row.followUpDate)}, ${row.followUpTime}`;
}

function settled({ id }: FollowUp, outcome: Settled['outcome'], link: string): Settled {
  return { session: id, outcome, words: '', link, moved: false };
}
