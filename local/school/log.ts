import { addDays } from '../../src/domain/days.ts';
import type { LogRow } from '../../src/domain/log.ts';
import type { Session } from '../../src/domain/sessions.ts';

/**
 * What the Log tab says of those sessions, the earliest first: what became of each invitation. Its last word on a
 * session is the session's follow-up status.
 */
export function logRows(of: readonly Session[]): LogRow[] {
  return of.flatMap(rowsOf).sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

function rowsOf({ id, eventId, savedAt, savedBy, status }: Session): LogRow[] {
  if (status === '' || status === 'Waiting') return [];
  const row = (event: LogRow['event'], at: string, detail = ''): LogRow => ({
    id: `${event} ${eventId} ${at}`,
    at,
    who: savedBy,
    event,
    session: id,
    detail,
  });
  if (status === 'Not sent') {
    return [row(status, savedAt, 'Google Calendar refused the invitation: Invalid attendee email.')];
  }
  const invited = row('Invited', savedAt);
  if (status === 'Invited') return [invited];
  return [invited, row('Removed', `${addDays(savedAt.slice(0, 10), 1)}${savedAt.slice(10)}`)];
}
