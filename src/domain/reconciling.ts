/** Rows and Log side by side: what can be put right from there, and what only a person can decide. */
import type { Placed } from './columns.ts';
import { addDays, type Day, isDay } from './days.ts';
import { isEventOf } from './follow-ups.ts';
import { isOfPlan, type LogRow, stateFromLog } from './log.ts';
import type { FollowUpState, Session } from './sessions.ts';

/** What a check looks at of a session: that it took place and what became of its follow-up, never a word of it. */
export type RowSeen = Pick<
  Session,
  'date' | 'coach' | 'coachee' | 'followUpDate' | 'status' | 'savedBy' | 'savedAt' | 'id' | 'eventId'
>;

type Line = Pick<LogRow, 'at' | 'who' | 'event' | 'session'>;

/**
 * The status that a session's row should show by its lines in the Log; nothing where it shows that. Where they are
 * silent nothing was sent yet, unless lines were taken out: then to wait is to be looked for, which only matters for
 * what is still to come.
 */
export function statusToPutRight(
  row: Pick<RowSeen, 'id' | 'status' | 'eventId' | 'followUpDate'>,
  lines: readonly Line[],
  today: Day,
): FollowUpState | '' {
  if (!isEventOf(row.id, row.eventId)) return '';
  const silent = row.status === '' || row.followUpDate >= today ? 'Waiting' : row.status;
  const state = stateFromLog(lines) ?? silent;
  return state === row.status ? '' : state;
}

/** Lines of the Log by the session they are about. */
export function bySession<L extends Pick<Line, 'session'>>(lines: readonly L[]): ReadonlyMap<string, readonly L[]> {
  const all = new Map<string, L[]>();
  for (const line of lines) all.set(line.session, [...(all.get(line.session) ?? []), line]);
  return all;
}

/** Whether what was last done about a session was done before yesterday. */
export function isLongAgo(
  { savedAt }: Pick<RowSeen, 'savedAt'>,
  lines: readonly Line[] | undefined,
  today: Day,
): boolean {
  return [savedAt, ...(lines ?? []).map(({ at }) => at)].every((moment) => moment.slice(0, 10) < addDays(today, -1));
}

/** Rows with one id: pasted twice by somebody. */
export function twins<R extends { readonly id: string }>(rows: readonly Placed<R>[]): (readonly Placed<R>[])[] {
  const same = new Map<string, Placed<R>[]>();
  for (const placed of rows)
    if (placed.row.id !== '') same.set(placed.row.id, [...(same.get(placed.row.id) ?? []), placed]);
  return [...same.values()].filter((each) => each.length > 1);
}

// A row that went longer ago was deleted on purpose, or its words were not to be kept any longer.
const recently = 60;

/** The last line of each session that the Log knows from the last weeks and the Sessions tab does not. */
export function missingRows<L extends Line>(
  rows: readonly Placed<Pick<RowSeen, 'id'>>[],
  lines: readonly Placed<L>[],
  today: Day,
): Placed<L>[] {
  const there = new Set(rows.map(({ row }) => row.id));
  const last = new Map<string, Placed<L>>();
  for (const line of lines) {
    const { session, at } = line.row;
    const isRecent = isDay(at.slice(0, 10)) && at.slice(0, 10) >= addDays(today, -recently);
    if (session === '' || there.has(session) || !isRecent || isOfPlan(line.row)) continue;
    const known = last.get(session);
    if (!known || Date.parse(known.row.at) <= Date.parse(at)) last.set(session, line);
  }
  return [...last.values()];
}
