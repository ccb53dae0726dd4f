import type { Placed } from '../domain/columns.ts';
import type { Day } from '../domain/days.ts';
import { UserError } from '../domain/errors.ts';
import {
  type Arrangement,
  type Delivery,
  type FollowUp,
  guestsOf,
  isCalledOff,
  isEventOf,
  isLive,
  isPlanned,
  nextEventId,
} from '../domain/follow-ups.ts';
import { log, stateFromLog } from '../domain/log.ts';
import { asName } from '../domain/parse.ts';
import { nameOf, type Reference, requireMember } from '../domain/reference.ts';
import { type FollowUpState, type Session, sessions } from '../domain/sessions.ts';
import type { Book, Context } from './context.ts';
import { othersOf } from './groups.ts';
import { errand } from './procedure.ts';

export const followUps = { deliver: errand(deliver), sendWaiting: errand(sendWaiting), sendHourly: errand(sendHourly) };

/**
 * How many invitations one run sends at most, so that it ends well within Apps Script's six minutes even when Calendar
 * is slow; the next hour takes the rest.
 */
const mostPerRun = 40;

/** Sends the invitation of one session that the signed-in person saved; safe to repeat. */
function deliver(context: Context, session: string): Delivery {
  const { book, user } = context;
  requireMember(book.reference(), user);
  const wanted = ({ row }: Placed<FollowUp>): boolean => row.id === session;
  const there = book.waiting().find(wanted) ?? book.find(sessions, asName(session));
  const waiting = there && there.row.eventId !== '' ? [there] : [];
  if (waiting.some(({ row }) => row.savedBy !== user)) {
    throw new UserError(
      'forbidden',
      'Only the person who saved a session can send its invitation: it stands in their calendar.',
    );
  }
  const [delivery] = send(context, waiting);
  if (delivery) return delivery;
  throw new UserError('missing', 'That session is no longer on the Sessions tab, or it has no follow-up.');
}

/** Sends what still waits of the signed-in person's invitations, so many at a time. */
export function sendWaiting(context: Context): Delivery[] {
  const { book, user } = context;
  requireMember(book.reference(), user);
  return send(
    context,
    book
      .waiting()
      .filter(({ row }) => row.savedBy === user)
      .slice(0, mostPerRun),
  );
}

/** Lets what still waits be sent every hour for the signed-in person, who has just agreed to it. */
function sendHourly({ book, user, timer }: Context): boolean {
  requireMember(book.reference(), user);
  timer.turnOn();
  return true;
}

// Calendar first and without the lock, then everything there is to record under it at once. A run that ends between
// the two leaves the rows waiting, and the next one finds the events there by their ids. A follow-up that was changed
// while its invitation was on the way is seen to once more.
function send(context: Context, waiting: readonly Placed<FollowUp>[], tries = 3): Delivery[] {
  const reference = context.book.reference();
  requireMember(reference, context.user);
  const sent = waiting.map((placed) => ({ placed, arranged: arrange(context, reference, placed.row) }));
  const settled = sent.filter(isNews);
  const changed = settled.length > 0 ? settle(context, settled) : [];
  const anew = changed.length > 0 && tries > 1 ? send(context, changed, tries - 1) : [];
  return sent.map(
    ({ arranged: { moved: _, ...delivery } }) => anew.find(({ session }) => session === delivery.session) ?? delivery,
  );
}

type Arranged = Delivery & { readonly moved: boolean };

interface Sent<A extends Arranged = Arranged> {
  readonly placed: Placed<FollowUp>;
  readonly arranged: A;
}

/** What has become of a follow-up, once something has. */
export type Settled = Arranged & { readonly outcome: Exclude<FollowUpState, 'Waiting'> };

const isNews = (sent: Sent): sent is Sent<Settled> =>
  sent.arranged.outcome !== 'Waiting' &&
  (sent.arranged.moved || !isSameState(sent.placed.row.status, sent.arranged.outcome));

// What a coachee has answered is more than that they were invited.
const isSameState = (before: string, now: string): boolean => before === now || (now === 'Invited' && isLive(before));

/** Records what became of follow-ups; answers the rows that say something else by now, for which nothing is recorded. */
export function settle(context: Context, settled: readonly Sent<Settled>[]): Placed<FollowUp>[] {
  const recordEach = (): Placed<FollowUp>[] =>
    settled.flatMap(({ placed, arranged }) => {
      const now = asItStands(context.book, placed);
      if (now && !isSamePlan(now.row, placed.row))
        return [arranged.outcome === 'Cancelled' ? withAnotherEvent(context, now) : now];
      record(context, placed.row, now, arranged);
      return [];
    });
  // What has changed is sent once more, and nobody is to wait for Calendar meanwhile.
  return context.record(recordEach, (changed) => changed.length > 0);
}

// Planned again while its event was being called off, and Calendar never gives an id back.
function withAnotherEvent({ book, clock }: Context, now: Placed<Session>): Placed<Session> {
  if (isCalledOff(now.row)) return now;
  const eventId = nextEventId(now.row.id, clock.now.replace(/\D/g, ''));
  book.change(sessions, now, { eventId });
  return { ...now, row: { ...now.row, eventId } };
}

// One that reads otherwise may only have been read while somebody moved a column, and is looked at again from the top.
function asItStands(book: Book, { row, at }: Placed<FollowUp>): Placed<Session> | undefined {
  const now = book.again(sessions, row.id, at);
  if (!now || (isSamePlan(now.row, row) && now.row.status === row.status)) return now;
  book.refresh();
  return book.again(sessions, row.id, now.at);
}

function record(
  { book, user, clock }: Context,
  followUp: FollowUp,
  now: Placed<Session> | undefined,
  { outcome, moved, words }: Settled,
): void {
  const event = moved ? 'Moved' : outcome;
  book.note({
    id: `${event} ${followUp.eventId} ${clock.now}`,
    at: clock.now,
    who: user,
    event,
    session: followUp.id,
    detail: outcome === 'Not sent' ? words : '',
  });
  // A row that a person has deleted has nothing to show; the Log keeps what happened.
  if (now && now.row.status !== outcome) {
    book.change(sessions, now, { status: outcome }, (id) => ({ status: stateOf(book, id) }));
  }
}

function isSamePlan(one: FollowUp, other: FollowUp): boolean {
  const keys = ['coach', 'coachee', 'followUpDate', 'followUpTime', 'followUpMinutes', 'eventId'] as const;
  return keys.every((key) => one[key] === other[key]);
}

/** What the Log says has become of a session's invitation: the truth that the status column shows. */
export function stateOf(book: Book, session: string): FollowUpState | '' {
  book.refresh();
  const lines = book.columns(log, ['at', 'session', 'event']).map(({ row }) => row);
  const state = stateFromLog(lines.filter((line) => line.session === session));
  return state ?? (book.find(sessions, session)?.row.eventId ? 'Waiting' : '');
}

function arrange({ book, calendar, clock }: Context, reference: Reference, followUp: FollowUp): Arranged {
  try {
    if (!isEventOf(followUp.id, followUp.eventId)) {
      throw new UserError(
        'invalid',
        'Its event id was changed by hand: File › Version history brings the old one back.',
      );
    }
    if (!isCalledOff(followUp) && !isPlanned(followUp)) return unclear(reference, followUp);
    const plan = planOf(book, reference, clock.today);
    const guests = isCalledOff(followUp)
      ? []
      : guestsOf(reference, followUp.coach, [followUp, ...othersOf(book, followUp).map(({ row }) => row)]).invited;
    return { session: followUp.id, ...calendar.arrange(followUp, guests, plan) };
  } catch (error) {
    // A guest who may no longer be invited since the session was saved.
    if (!(error instanceof UserError) || error.code === 'stale') throw error;
    const words = `The follow-up with ${nameOf(reference, followUp.coachee)} was not sent. ${error.message}`;
    return { session: followUp.id, outcome: 'Not sent', words, link: '', moved: false };
  }
}

// Whatever a hand left there in its place, nobody called anything off: it waits until somebody says when.
function unclear(reference: Reference, { id, coachee, followUpDate }: FollowUp): Arranged {
  const what = followUpDate === '' ? 'day' : 'time';
  const words = `The ${what} of the follow-up with ${nameOf(reference, coachee)} was changed by hand and cannot be read, so nothing was sent. Choose it anew by correcting the session.`;
  return { session: id, outcome: 'Waiting', words, link: '', moved: false };
}

/** What every event of one run has in common. */
export function planOf(book: Book, { settings }: Reference, today: Day): Arrangement {
  return { timeZone: settings.timeZone, today, sheet: book.link(sessions), sheetId: book.id };
}
