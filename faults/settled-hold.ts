import { unlikeItsRow } from './events-hold.ts';
import { linesAbout, liveEvents, type Seen, sessionsTab, toldOf } from './seen.ts';
import { byHeader, headersOf, rowsWith } from './sight.ts';
import { stateOf } from './states.ts';

/** What a check of rows, Log and calendar has found for people to decide. */
export interface Found {
  readonly words: string;
  readonly event: string;
}

/** Every session that somebody was told of is there, and its event and its status are what its row and the Log say. */
export function asWished(seen: Seen, found: readonly Found[]): string | undefined {
  const tab = sessionsTab(seen);
  const today = new Date(seen.world.clock.now()).toISOString().slice(0, 10);
  for (const { id, saver, taken, group } of toldOf(seen)) {
    const [row, ...twins] = rowsWith(tab, id);
    if (!row && taken === 0) return `${id} is not there`;
    // Which of two rows with one id counts is for a person to say.
    if (!row || twins.length > 0) continue;
    const {
      'Follow-up status': status = '',
      'Event id': eventId = '',
      'Follow-up date': day = '',
    } = byHeader(tab, row);
    const state = stateOf(seen, id);
    // The event of a group is that of its first one's row.
    if (group !== '' && group !== id) {
      if (eventId !== '' || status !== '' || liveEvents(seen, id).length > 0)
        return `${id} has an event beside its group's`;
      continue;
    }
    if (eventId === '') {
      const column = tab.columns[headersOf(tab).indexOf('Follow-up status')];
      const isTyped = seen.ledger.written(row.key, column) === status;
      const isSaid = found.some(({ words }) => /has none\. Delete the event/.test(words));
      if (day !== '' || (status !== '' && !isTyped && !isSaid)) return `${id} shows “${status}” and has no event`;
      continue;
    }
    if (status !== state) return `${id} shows “${status}”, the Log says “${state}”`;
    // Of a follow-up that has passed, or that could not be sent, nothing more is asked.
    if (status === 'Not sent' || (day !== '' && day < today)) continue;
    const event = seen.world.calendars.find(saver, eventId);
    const isLive = event !== undefined && event.status !== 'cancelled';
    const wanted = day === '' ? 'Cancelled' : isLive ? 'Invited' : 'Removed';
    // A day or a coachee that a person wrote there by hand, or brought back with an older version, is for a person to settle.
    const planned = ['Follow-up date', 'Coachee email'].map((header) => tab.columns[headersOf(tab).indexOf(header)]);
    const isTheirs = planned.some((column) => seen.ledger.written(row.key, column) !== undefined);
    if (
      isTheirs &&
      found.some(({ words }) =>
        /stands in the calendar for|was removed from the calendar|was called off|cannot be read/.test(words),
      )
    )
      continue;
    // Of a row from before it was called off: the next check says that it was removed.
    if (isTheirs && status === 'Removed') continue;
    // What the coachee has answered says more than that they were invited.
    const isAnswered = wanted === 'Invited' && /^(Accepted|Declined|Tentative)$/.test(status);
    if (status !== wanted && !isAnswered) return `${id} shows “${status}”, and should show “${wanted}”`;
    const isRemoved = seen.ledger.wishes.get(id)?.removed.includes(eventId) === true;
    if (wanted === 'Removed' && !isRemoved) return `the event of ${id} is not there, and nobody took it out`;
    const unlike = unlikeItsRow(seen, id);
    if (unlike !== undefined) return unlike;
  }
  return undefined;
}

/** What only a person can decide is said: a row that was deleted, an id pasted twice, an event without a row. */
export function reported(seen: Seen, found: readonly Found[]): string | undefined {
  const tab = sessionsTab(seen);
  const says = (words: RegExp): boolean => found.some((each) => words.test(each.words));
  for (const { id } of toldOf(seen)) {
    const rows = rowsWith(tab, id);
    const events = liveEvents(seen, id);
    if (rows.length > 1 && !says(/same session id/)) return `${rows.length} rows with ${id} are not reported`;
    if (rows.length > 0) continue;
    if (linesAbout(seen, id).length > 0 && !says(/no longer on the Sessions tab. The Log/))
      return `${id} is not reported`;
    if (events.length > 0 && !says(/stands in your calendar/)) return `the event of ${id} is not reported`;
  }
  return undefined;
}
