import { isDirector } from '../domain/access.ts';
import type { Placed } from '../domain/columns.ts';
import { sayDay } from '../domain/days.ts';
import type { FollowUp } from '../domain/follow-ups.ts';
import { log } from '../domain/log.ts';
import { bySession, isLongAgo, missingRows, type RowSeen, statusToPutRight, twins } from '../domain/reconciling.ts';
import { nameOf, type Reference, requireMember } from '../domain/reference.ts';
import { type FollowUpState, sessions } from '../domain/sessions.ts';
import type { Member } from '../domain/staff.ts';
import type { Book, Context } from './context.ts';
import { planOf, sendWaiting, settle, stateOf } from './follow-ups.ts';
import { errand } from './procedure.ts';

export const reconcile = { check: errand(check), all: errand(all) };

/** Something that a person must decide. */
export type Finding = {
  readonly words: string;
  /** To the row or the tab it is about. */
  readonly link: string;
  /** To the event in the calendar, where there is one. */
  readonly event: string;
};

/** How far a check has come, and what this part of it has found. */
export type Progress = {
  readonly done: number;
  readonly of: number;
  /** What to go on with; empty at the end. */
  readonly next: string;
  readonly repaired: readonly string[];
  readonly findings: readonly Finding[];
};

interface Part {
  readonly repaired: readonly string[];
  readonly findings: readonly Finding[];
  /** Whether the same part has to go on. */
  readonly more: boolean;
}

// Each ends within a minute also on a big sheet, so that the bar moves and a part that fails can be repeated.
const parts: Readonly<Record<string, (context: Context, reference: Reference, me: Member) => Part>> = {
  rows: checkRows,
  waiting: checkWaiting,
  calendar: checkCalendar,
};
const order = Object.keys(parts);

/** One part of a check of rows, Log and calendar; begins with an empty text and goes on with each answer's `next`. */
function check(context: Context, from: string): Progress {
  const reference = context.book.reference();
  const me = requireMember(reference, context.user);
  const at = Math.max(0, order.indexOf(String(from)));
  const part = parts[order[at] ?? ''] ?? checkRows;
  const { repaired, findings, more } = part(context, reference, me);
  const done = more ? at : at + 1;
  return { done, of: order.length, next: order[done] ?? '', repaired, findings };
}

// What is left after so many parts is for the next hour.
const mostParts = 10;

/** The whole check, for the hourly run; what people must decide they find when they ask for it. */
function all(context: Context): null {
  let next = '';
  for (let count = 0; count < mostParts; count++) {
    next = check(context, next).next;
    if (next === '') break;
    // Each part sees the sheet as it is by then.
    context.book.refresh();
  }
  return null;
}

const seenKeys = ['date', 'coach', 'coachee', 'followUpDate', 'status', 'savedBy', 'savedAt', 'id', 'eventId'] as const;

/** Rows against the Log: every status comes to show what the Log says; what cannot be known from there is reported. */
function checkRows(context: Context, reference: Reference, me: Member): Part {
  const { book, clock } = context;
  const seen = book.columns(sessions, seenKeys).filter(({ row }) => Object.values(row).some((cell) => cell !== ''));
  const lines = book.columns(log, ['at', 'who', 'event', 'session']);
  const said = bySession(lines.map(({ row }) => row));
  const wrong = seen.filter(({ row }) => row.id !== '' && statusToPutRight(row, said.get(row.id) ?? []) !== '');
  const repaired = wrong.length > 0 ? putRight(context, wrong) : [];
  const name = (email: string): string => nameOf(reference, email);
  const say = ({ row }: Placed<RowSeen>): string =>
    `${name(row.coach)} with ${name(row.coachee)}, ${sayDay(row.date, clock.today)}`;
  const isMine = ({ row }: Placed<RowSeen>): boolean => isDirector(me) || [row.coach, row.savedBy].includes(me.email);
  const mine = seen.filter(isMine);
  const found = (placed: Placed<RowSeen>, words: string): Finding => ({
    words,
    link: book.link(sessions, placed.at),
    event: '',
  });
  const upcoming = mine.filter(({ row }) => row.id !== '' && row.followUpDate >= clock.today);
  const findings = [
    ...twins(mine).flatMap((same) => {
      const [last] = same.slice(-1);
      const which = same.map(({ at }) => at).join(' and ');
      const words = `Rows ${which} have the same session id: one was pasted. Delete the one that is not needed`;
      return last ? [found(last, `${words} (${say(last)}).`)] : [];
    }),
    ...mine
      .filter(({ row }) => row.id === '')
      .map((placed) =>
        found(placed, `Row ${placed.at} has no session id, so it can be neither corrected in the sidebar nor sent.`),
      ),
    ...upcoming
      .filter(({ row }) => row.eventId === '')
      .map((placed) =>
        found(
          placed,
          `Nobody was invited to the follow-up in row ${placed.at} (${say(placed)}): it was typed into the sheet. Correct the session in the sidebar to invite.`,
        ),
      ),
    ...upcoming
      .filter(({ row }) => row.status === 'Removed')
      .map((placed) =>
        found(
          placed,
          `The follow-up of row ${placed.at} (${say(placed)}) was removed from the calendar. If you still want to meet, correct the session and choose a new day.`,
        ),
      ),
    ...upcoming
      .filter(({ row }) => isDirector(me) && row.status === 'Waiting' && isLongAgo(row, said.get(row.id), clock.today))
      .map((placed) =>
        found(
          placed,
          `The invitation of row ${placed.at} (${say(placed)}) has waited for more than a day. Only ${name(placed.row.savedBy)} can send it: it stands in their calendar.`,
        ),
      ),
    ...missingRows(seen, lines, clock.today)
      .filter(({ row }) => isDirector(me) || row.who === me.email)
      .map(({ at, row }) => ({
        words: `A session is no longer on the Sessions tab. The Log knows it from ${name(row.who)}, ${sayDay(row.at.slice(0, 10), clock.today)} (${row.event}). If its row was deleted by mistake, File › Version history brings it back.`,
        link: book.link(log, at),
        event: '',
      })),
  ];
  return { repaired, findings, more: false };
}

// Under the lock, and by what the Log says then: a delivery may have been recorded since.
function putRight({ book, record }: Context, wrong: readonly Placed<RowSeen>[]): string[] {
  return record(() => {
    book.refresh();
    const said = bySession(book.columns(log, ['at', 'who', 'event', 'session']).map(({ row }) => row));
    return wrong.flatMap(({ row, at }) => {
      const now = book.again(sessions, row.id, at);
      const status = now ? statusToPutRight(now.row, said.get(row.id) ?? []) : '';
      if (!now || status === '') return [];
      book.change(sessions, now, { status }, (id) => ({ status: stateOf(book, id) }));
      return [`Row ${now.at} shows “${status}” again, as the Log has it.`];
    });
  });
}

/** Sends what waits of the signed-in person's own invitations. */
function checkWaiting(context: Context): Part {
  const sent = sendWaiting(context);
  const isStuck = sent.some(({ outcome }) => outcome === 'Waiting');
  const [link, event] = [context.book.link(sessions), ''];
  return {
    repaired: sent.filter(({ outcome }) => outcome !== 'Waiting').map(({ words }) => words),
    findings: sent.filter(({ outcome }) => outcome === 'Waiting').map(({ words }) => ({ words, link, event })),
    more: sent.length > 0 && !isStuck,
  };
}

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
] as const;

/** The events of the signed-in person's own calendar against the rows they belong to. */
function checkCalendar(context: Context, reference: Reference, me: Member): Part {
  const { book, calendar, clock } = context;
  const plan = planOf(book, reference, clock.today);
  // Events first: one that is called off in the meantime is then called off twice, which does no harm.
  const events = calendar.upcoming(plan);
  const mine = book.columns(sessions, planKeys).filter(({ row }) => row.id !== '' && row.savedBy === me.email);
  const byEvent = new Map(mine.map((placed) => [placed.row.eventId, placed]));
  const bySessionId = new Map(mine.map((placed) => [placed.row.id, placed]));
  const there = events.filter(({ removed }) => !removed);
  const left = there.filter(({ eventId, session }) => {
    const owner = byEvent.get(eventId) ?? bySessionId.get(session);
    const isCurrent = owner?.row.eventId === eventId && owner.row.followUpDate !== '';
    return owner !== undefined && !isCurrent && owner.row.status !== 'Waiting';
  });
  for (const { eventId, session } of left) {
    const owner = byEvent.get(eventId) ?? bySessionId.get(session);
    if (owner) calendar.arrange({ ...owner.row, eventId, followUpDate: '' }, [], plan);
  }
  const known = new Set(there.map(({ eventId }) => eventId));
  const gone = mine.filter(
    ({ row }) =>
      row.status === 'Invited' &&
      row.followUpDate >= clock.today &&
      !known.has(row.eventId) &&
      !calendar.has(row.eventId),
  );
  const words = 'It was removed from the calendar.';
  if (gone.length > 0)
    settle(
      context,
      gone.map((placed) => ({ placed, arranged: removed(placed.row, words) })),
    );
  const orphans = there.filter(({ eventId, session }) => !byEvent.has(eventId) && !bySessionId.has(session));
  return {
    repaired: [
      ...left.map(
        ({ day }) => `A follow-up of ${sayDay(day, clock.today)} that was called off was still in your calendar.`,
      ),
      ...gone.map(
        ({ at, row }) =>
          `Row ${at} shows “Removed”: the follow-up with ${nameOf(reference, row.coachee)} was taken out of the calendar.`,
      ),
    ],
    findings: orphans.map(({ day, link }) => ({
      words: `A follow-up stands in your calendar on ${sayDay(day, clock.today)}, and its row is no longer on the Sessions tab. Bring the row back by File › Version history, or delete the event.`,
      link: sessionsTab(book),
      event: link,
    })),
    more: false,
  };
}

const sessionsTab = (book: Book): string => book.link(sessions);

function removed({ id }: FollowUp, words: string): Parameters<typeof settle>[1][number]['arranged'] {
  const outcome: FollowUpState = 'Removed';
  return { session: id, outcome, words, link: '', moved: false };
}
