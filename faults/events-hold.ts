import { instant } from '../local/calendar-event.ts';
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

/** What speaks against an event being what its session's row says. */
export function unlikeItsRow(seen: Seen, id: string): string | undefined {
  const tab = sessionsTab(seen);
  const [row] = rowsWith(tab, id);
  const [event] = liveEvents(seen, id);
  if (!row) return undefined;
  const cells = byHeader(tab, row);
  const day = cells['Follow-up date'] ?? '';
  if (!event) return undefined;
  if (day === '') return `an event stands for ${id}, whose follow-up was called off`;
  const minutes = (instant(event.end) - instant(event.start)) / 60_000;
  const made = event.extendedProperties?.private?.strideWish ?? '';
  const wanted = `${day} ${cells['Follow-up time']} ${cells['Follow-up minutes']}`;
  if (event.id !== cells['Event id']) return `the event ${event.id} is not that of its row, ${cells['Event id']}`;
  if (!made.startsWith(wanted)) return `the event of ${id} was made for ${made}, not for ${wanted}`;
  const guests = (event.attendees ?? []).map(({ email }) => email);
  const asked = ['Coach email', 'Coachee email', 'Assistant head email'].map((header) => cells[header] ?? '');
  const missing = asked.find((email) => email !== '' && !guests.includes(email));
  if (missing !== undefined) return `${missing} is not invited to ${id}`;
  if (guests.length > asked.filter((email) => email !== '').length) return `${guests} are invited to ${id}`;
  const start = `${day}T${cells['Follow-up time']}`;
  const isMoved = seen.ledger.wishes.get(id)?.isMoved === true;
  return isMoved || (event.start.dateTime?.startsWith(start) && minutes === Number(cells['Follow-up minutes']))
    ? undefined
    : `the event of ${id} is at ${event.start.dateTime}, not at ${start}`;
}
