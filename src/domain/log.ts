import { choice, id, moment, type Row, table, text } from './columns.ts';
import type { FollowUpState } from './sessions.ts';

/**
 * What can happen to a session after it was saved. `Edited` changed words only; `Replanned` changed the follow-up, so
 * that its invitation waits again.
 */
export const logEvents = [
  'Edited',
  'Replanned',
  'Invited',
  'Moved',
  'Cancelled',
  'Not sent',
  'Removed',
  'Accepted',
  'Declined',
  'Tentative',
  'Followed',
  'Answered',
  'Plan changed',
  'Agreed',
  'Set up',
  'Year begun',
] as const;

/**
 * One row is one event in the life of a row: the truth about follow-ups, and who did what when. Never a word of a
 * conversation. What a session's own row says of its beginning (saved by, saved at) is not repeated here.
 */
export const log = table('Log', 'One row is one event in the life of a session. The add-on only ever adds to it.', {
  at: moment('When', { required: true, width: 140 }),
  who: text('Who', { required: true, width: 200 }),
  event: choice('Event', logEvents, { required: true, width: 90 }),
  session: text('Session id', { width: 270 }),
  detail: text('Detail', { width: 420 }),
  id: id('Log id', { required: true, machine: true }),
});

export type LogRow = Row<typeof log>;

/** Whether a line is about a plan: the id in it is the plan's. */
export const isOfPlan = ({ event }: Pick<LogRow, 'event'>): boolean => event === 'Plan changed' || event === 'Agreed';

const states: Partial<Record<LogRow['event'], FollowUpState>> = {
  Replanned: 'Waiting',
  Invited: 'Invited',
  Moved: 'Invited',
  Cancelled: 'Cancelled',
  'Not sent': 'Not sent',
  Removed: 'Removed',
  Accepted: 'Accepted',
  Declined: 'Declined',
  Tentative: 'Tentative',
};

/** Lines in the order in which they were written, however somebody has sorted the tab. */
export function inOrder<L extends Pick<LogRow, 'at'>>(lines: readonly L[]): L[] {
  return [...lines].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

/** What the lines about one session say has become of its invitation; nothing when they do not say. */
export function stateFromLog(lines: readonly Pick<LogRow, 'at' | 'event'>[]): FollowUpState | undefined {
  return inOrder(lines).reduce<FollowUpState | undefined>((last, { event }) => states[event] ?? last, undefined);
}
