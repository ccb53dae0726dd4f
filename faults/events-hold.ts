import { instant } from '../local/calendar-event.ts';
import type { Row } from '../local/plain/tab.ts';
import { staff as staffTable } from '../src/domain/staff.ts';
import { everybody, liveEvents, type Seen, sessionsTab } from './seen.ts';
import { byHeader, rowsWith } from './sight.ts';

/** At most one event for a follow-up, in the calendar of whoever saved it, and none without a row. */
export function oneEvent(seen: Seen): string | undefined {
  const tab = sessionsTab(seen);
  for (const { id, saver, taken } of seen.ledger.wishes.values()) {
    const events = liveEvents(seen, id);
    if (events.length > 1) return `${events.length} events stand for ${id}`;
    const [event] = events;
    if (!event) continue;
    if (event.organizer.email !== saver) return `the event of ${id} is ${event.organizer.email}'s`;
    if (taken === 0 && rowsWith(tab, id).length === 0) return `an event stands for ${id}, which has no row`;
  }
  return undefined;
}

/** An event that a person took out of the calendar does not come back. */
export function staysRemoved({ world, ledger }: Seen): string | undefined {
  for (const { saver, removed } of ledger.wishes.values()) {
    const back = removed.find((id) => world.calendars.find(saver, id)?.status !== 'cancelled');
    if (back !== undefined) return `${back} is back`;
  }
  return undefined;
}

/** Every guest is active staff in an allowed domain when the event is made or changed, and none may be a stranger. */
export function rightGuests({ world, told }: Seen): string | undefined {
  const events = fresh({ world, told });
  if (events.length === 0) return undefined;
  const active = new Set(
    world.rows(staffTable.name).flatMap(({ Active, Email = '' }) => (Active === 'TRUE' ? [Email] : [])),
  );
  const isRight = (email: string): boolean => active.has(email) && email.endsWith('@school.example');
  for (const event of events) {
    const wrong = event.attendees?.find(({ email }) => !isRight(email));
    if (wrong) return `${wrong.email} was invited`;
    if (event.visibility !== 'private' || event.guestsCanInviteOthers !== false) return `${event.id} is open to others`;
  }
  return undefined;
}

const fresh = ({ world, told }: Pick<Seen, 'world' | 'told'>) =>
  world.calendars.turn === told.turn
    ? []
    : everybody
        .flatMap((person) => world.calendars.all(person).filter(({ organizer }) => organizer.email === person))
        .filter(({ changed, status }) => changed > told.turn && status !== 'cancelled');

/**
 * What speaks against an event being what its session's row says: when it is, and who is asked. An event that was made
 * for other people says when it was made for, which follows the row only while all of them still work here.
 */
export function unlikeItsRow(seen: Seen, id: string): string | undefined {
  const tab = sessionsTab(seen);
  const [row] = rowsWith(tab, id);
  const [event] = liveEvents(seen, id);
  if (!row || !event) return undefined;
  const cells = byHeader(tab, row);
  const { 'Follow-up date': day = '', 'Follow-up time': time = '', 'Follow-up minutes': minutes = '' } = cells;
  if (day === '') return `an event stands for ${id}, whose follow-up was called off`;
  if (event.id !== cells['Event id']) return `the event ${event.id} is not that of its row, ${cells['Event id']}`;
  const coached = [cells, ...othersOf(seen, id).map((other) => byHeader(tab, other))];
  const asked = unique([
    cells['Coach email'],
    ...coached.flatMap((each) => [each['Coachee email'], each['Assistant head email']]),
  ]);
  const guests = (event.attendees ?? []).map(({ email }) => email);
  const missing = asked.find((email) => !guests.includes(email));
  if (missing !== undefined) return `${missing} is not invited to ${id}`;
  if (guests.length > asked.length) return `${guests} are invited to ${id}`;
  const isFollowed = seen.ledger.wishes.get(id)?.isMoved === true;
  const hasPassed = instant(event.start) < seen.world.clock.now();
  // What somebody moved into the past before anybody looked is not asked about any more.
  if (isFollowed && hasPassed) return undefined;
  const lasts = (instant(event.end) - instant(event.start)) / 60_000;
  if (!event.start.dateTime?.startsWith(`${day}T${time}`) || lasts !== Number(minutes))
    return `the event of ${id} is at ${event.start.dateTime}, not at ${day}T${time}`;
  const made = event.extendedProperties?.private?.strideWish ?? '';
  const mayFollow =
    !isFollowed || [cells['Coach email'], cells['Coachee email']].every((email) => isActive(seen, email));
  return mayFollow && !made.startsWith(`${day} ${time} ${minutes}`)
    ? `the event of ${id} was made for ${made}, not for ${day} ${time} ${minutes}`
    : undefined;
}

// The rows of the others of its group.
function othersOf(seen: Seen, id: string): Row[] {
  const group = [...seen.ledger.wishes.values()].filter((wish) => wish.group === id && wish.id !== id);
  return group.flatMap((wish) => rowsWith(sessionsTab(seen), wish.id));
}

const isActive = ({ world }: Seen, email: string | undefined): boolean =>
  world.rows(staffTable.name).some(({ Active, Email }) => Email === email && Active === 'TRUE');

const unique = (emails: readonly (string | undefined)[]): string[] =>
  [...new Set(emails)].filter((email): email is string => email !== undefined && email !== '');
