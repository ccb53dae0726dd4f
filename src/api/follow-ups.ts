import type { Placed } from '../domain/columns.ts';
import { UserError } from '../domain/errors.ts';
import { type Delivery, type FollowUp, guestsOf } from '../domain/follow-ups.ts';
import { log } from '../domain/log.ts';
import { nameOf, type Reference, requireMember } from '../domain/reference.ts';
import { type FollowUpState, followUpStates, sessions } from '../domain/sessions.ts';
import type { Book, Context } from './context.ts';
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
  const wanted = ({ row }: Placed<FollowUp>): boolean => row.id === session;
  const waiting = book.waiting().find(wanted) ?? book.find(sessions, String(session));
  if (!waiting || waiting.row.eventId === '') {
    throw new UserError('missing', 'That session is no longer on the Sessions tab, or it has no follow-up.');
  }
  if (waiting.row.savedBy !== user) {
    throw new UserError(
      'forbidden',
      'Only the person who saved a session can send its invitation: it stands in their calendar.',
    );
  }
  const [delivery] = send(context, [waiting]);
  if (!delivery) throw new Error('nothing was sent');
  return delivery;
}

/** Sends every invitation of the signed-in person that still waits. */
function sendWaiting(context: Context): Delivery[] {
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
// the two leaves the rows waiting, and the next one finds the events there by their ids.
function send(context: Context, waiting: readonly Placed<FollowUp>[]): Delivery[] {
  const { book, user, clock } = context;
  const reference = book.reference();
  requireMember(reference, user);
  const sent = waiting.map((placed) => ({ placed, delivery: sendOne(context, reference, placed.row) }));
  const settled = sent.filter(
    ({ placed, delivery }) => delivery.outcome !== 'Waiting' && delivery.outcome !== placed.row.status,
  );
  if (settled.length === 0) return sent.map(({ delivery }) => delivery);
  const outcomes = new Map(settled.map(({ delivery }) => [delivery.session, delivery.outcome]));
  context.record(() => {
    for (const { placed, delivery } of settled) {
      if (delivery.outcome === 'Waiting') continue;
      book.note({
        id: `${delivery.outcome} ${placed.row.eventId} ${clock.now}`,
        at: clock.now,
        who: user,
        event: delivery.outcome,
        session: placed.row.id,
        detail: delivery.outcome === 'Not sent' ? delivery.words : '',
      });
      book.project(sessions, 'status', placed.row.id, (id) => outcomes.get(id) ?? statusFromLog(book, id));
    }
  });
  return sent.map(({ delivery }) => delivery);
}

/** What the Log says has become of a session's invitation: the truth that the status column shows. */
function statusFromLog(book: Book, session: string): FollowUpState | '' {
  const events = book.columns(log, ['session', 'event']).filter(({ row }) => row.session === session);
  const last = events.map(({ row }) => followUpStates.find((state) => state === row.event)).filter((state) => state);
  if (last.length > 0) return last[last.length - 1] ?? '';
  return book.find(sessions, session)?.row.eventId ? 'Waiting' : '';
}

function sendOne({ book, calendar }: Context, reference: Reference, followUp: FollowUp): Delivery {
  try {
    const { invited } = guestsOf(reference, followUp.coach, followUp.coachee, followUp.team);
    const { timeZone } = reference.settings;
    return { session: followUp.id, ...calendar.invite(followUp, invited, timeZone, book.link(sessions)) };
  } catch (error) {
    // A guest who may no longer be invited since the session was saved.
    if (!(error instanceof UserError)) throw error;
    const words = `The follow-up with ${nameOf(reference, followUp.coachee)} was not sent. ${error.message}`;
    return { session: followUp.id, outcome: 'Not sent', words, link: '' };
  }
}
