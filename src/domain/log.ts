import { choice, id, moment, type Row, table, text } from './columns.ts';

/** What can happen to a session after it was saved. */
export const logEvents = ['Invited', 'Not sent', 'Removed', 'Set up'] as const;

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
