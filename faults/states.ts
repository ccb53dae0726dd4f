import { linesAbout, type Seen } from './seen.ts';

// Written out once more on purpose: should the add-on come to read its Log another way, a case says so.
const states: Readonly<Record<string, string>> = {
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

/** What the Log says has become of a session's follow-up; '' when it says nothing of it. */
export function stateOf(seen: Seen, session: string): string {
  const lines = linesAbout(seen, session).sort((one, other) => (one.When ?? '').localeCompare(other.When ?? ''));
  return lines.reduce((state, { Event = '' }) => states[Event] ?? state, '');
}
