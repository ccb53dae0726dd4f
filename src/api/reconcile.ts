import { isDirector } from '../domain/access.ts';
import type { Placed } from '../domain/columns.ts';
import { sayDay } from '../domain/days.ts';
import { isEventOf } from '../domain/follow-ups.ts';
import { log, stateFromLog } from '../domain/log.ts';
import { asName } from '../domain/parse.ts';
import { bySession, isLongAgo, missingRows, type RowSeen, statusToPutRight, twins } from '../domain/reconciling.ts';
import { nameOf, type Reference, requireMember } from '../domain/reference.ts';
import { sessions } from '../domain/sessions.ts';
import type { Member } from '../domain/staff.ts';
import type { Context } from './context.ts';
import { sendWaiting, stateOf } from './follow-ups.ts';
import { checkCalendar } from './own-calendar.ts';
import { followPlans } from './plan-calendar.ts';
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

export interface Part {
  /** What was put right, a sentence each. */
  readonly repaired: readonly string[];
  readonly findings: readonly Finding[];
  /** Whether the same part has to go on. */
  readonly more: boolean;
}

// Each ends within a minute also on a big sheet, so that the bar moves and a part that fails can be repeated.
const first = { name: 'rows', run: checkRows };
const parts: readonly {
  readonly name: string;
  readonly run: (context: Context, reference: Reference, me: Member) => Part;
}[] = [first, { name: 'waiting', run: checkWaiting }, { name: 'calendar', run: checkCalendar }];

/** One part of a check of rows, Log and calendar; begins with an empty text and goes on with each answer's `next`. */
function check(context: Context, from: string): Progress {
  const reference = context.book.reference();
  const me = requireMember(reference, context.user);
  const part = parts.find(({ name }) => name === asName(from)) ?? first;
  const { repaired, findings, more } = part.run(context, reference, me);
  const done = parts.indexOf(part) + (more ? 0 : 1);
  return { done, of: parts.length, next: parts[done]?.name ?? '', repaired, findings };
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
  followPlans(context);
  return null;
}

const seenKeys = ['date', 'coach', 'coachee', 'followUpDate', 'status', 'savedBy', 'savedAt', 'id', 'eventId'] as const;

/** Rows against the Log: every status comes to show what the Log says; what cannot be known from there is reported. */
function checkRows(context: Context, reference: Reference, me: Member): Part {
  const { book, clock } = context;
  const every = book.columns(sessions, seenKeys, 'bottom');
  const seen = every.filter(({ row }) => Object.values(row).some((cell) => cell !== ''));
  const lines = book.columns(log, ['at', 'who', 'event', 'session']);
  const said = bySession(lines.map(({ row }) => row));
  const wrong = seen.filter(
    ({ row }) => row.id !== '' && statusToPutRight(row, said.get(row.id) ?? [], clock.today) !== '',
  );
  if (seen.some(({ row, at }) => row.id !== '' && !book.sees(sessions, at))) context.record(() => book.widen(sessions));
  const repaired = wrong.length > 0 ? putRight(context, wrong) : [];
  const name = (email: string): string => nameOf(reference, email) || 'somebody';
  const say = ({ row }: Placed<RowSeen>): string =>
    `${name(row.coach)} with ${name(row.coachee)}, ${row.date === '' ? 'without a date' : sayDay(row.date, clock.today)}`;
  const isMine = ({ row }: Placed<RowSeen>): boolean => isDirector(me) || [row.coach, row.savedBy].includes(me.email);
  const mine = seen.filter(isMine);
  const found = (placed: Placed<RowSeen>, words: string): Finding => ({
    words,
    link: book.link(sessions, placed.at),
    event: '',
  });
  const upcoming = mine.filter(({ row }) => row.id !== '' && row.followUpDate >= clock.today);
  // Of a group the first one's row has the event. They are few, so that they are read by themselves.
  const without = upcoming.filter(({ row }) => row.eventId === '');
  const whole = book.rows(
    sessions,
    without.map(({ at }) => at),
  );
  const uninvited = without.filter(
    ({ row }) => !whole.some(({ id, group }) => id === row.id && group !== '' && group !== id),
  );
  const findings = [
    ...twins(mine).flatMap((same) => {
      const which = same.map(({ at }) => at).join(' and ');
      const words = `Rows ${which} have the same session id: one was pasted. Delete the one that is not needed`;
      return same.slice(-1).map((last) => found(last, `${words} (${say(last)}).`));
    }),
    ...mine
      .filter(({ row }) => row.id === '')
      .map((placed) =>
        found(placed, `Row ${placed.at} has no session id, so it can be neither corrected in the sidebar nor sent.`),
      ),
    ...uninvited.map((placed) =>
      found(
        placed,
        `Nobody was invited to the follow-up in row ${placed.at} (${say(placed)}): it was typed into the sheet. Correct the session in the sidebar to invite.`,
      ),
    ),
    ...upcoming
      .filter(({ row }) => row.eventId !== '' && !isEventOf(row.id, row.eventId))
      .map((placed) =>
        found(
          placed,
          `The event id of row ${placed.at} (${say(placed)}) was changed by hand, so its invitation is left as it is. File › Version history brings the old one back.`,
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
    // By the Log, as the column may show something else until it is put right.
    ...upcoming
      .filter(({ row }) => stateFromLog(said.get(row.id) ?? []) === 'Cancelled')
      .map((placed) =>
        found(
          placed,
          `The follow-up of row ${placed.at} (${say(placed)}) was called off, and the row gives a day for it again. If you still want to meet, correct the session and choose a new day.`,
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
function putRight({ book, record, clock }: Context, wrong: readonly Placed<RowSeen>[]): string[] {
  return record(() => {
    book.refresh();
    const said = bySession(book.columns(log, ['at', 'who', 'event', 'session']).map(({ row }) => row));
    return wrong.flatMap(({ row }) => {
      const now = book.find(sessions, row.id);
      const status = now ? statusToPutRight(now.row, said.get(row.id) ?? [], clock.today) : '';
      if (!now || status === '') return [];
      book.change(sessions, now, { status }, (id) => ({ status: stateOf(book, id) }));
      return [`Row ${now.at} shows “${status}” again, by what the Log says of it.`];
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
