import type { Answer, CalendarEntry } from './page/protocol.ts';

/** One event as an iCalendar file (RFC 5545), its times in UTC. */
export function icsOf(entry: CalendarEntry, made: string): string {
  const people = entry.guests.map(({ email, name, answer, organiser }) =>
    organiser
      ? `ORGANIZER;CN=${quoted(name)}:mailto:${email}`
      : `ATTENDEE;CN=${quoted(name)};PARTSTAT=${states[answer]}:mailto:${email}`,
  );
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//STRIDE Coaching//Local workbook//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `DTSTAMP:${utc(made)}`,
    ...(entry.from
      ? [`DTSTART:${utc(entry.start)}`, `DTEND:${utc(entry.end)}`]
      : [`DTSTART;VALUE=DATE:${entry.day.replace(/-/g, '')}`]),
    `SUMMARY:${escaped(entry.title)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    ...people,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const states: Record<Answer, string> = {
  needsAction: 'NEEDS-ACTION',
  accepted: 'ACCEPTED',
  tentative: 'TENTATIVE',
  declined: 'DECLINED',
};

const utc = (moment: string): string => `${new Date(moment).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
const quoted = (name: string): string => `"${name.replace(/["\r\n]/g, "'")}"`;
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** No line may be longer than 75 octets (RFC 5545, 3.1); a character is never cut in two. */
function folded(line: string): string {
  const pieces: string[] = [''];
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 74) {
      pieces.push('');
      octets = 0;
    }
    octets += size;
    pieces[pieces.length - 1] += character;
  }
  return pieces.join('\r\n ');
}
