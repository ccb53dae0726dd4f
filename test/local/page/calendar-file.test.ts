import { icsOf } from '../../../local/ics.ts';
import type { CalendarEntry } from '../../../local/page/protocol.ts';

const entry: CalendarEntry = {
  id: 'stride1',
  uid: 'stride1@google.com',
  title: 'Coaching follow-up',
  description: 'The shared sheet, with its row;\nnothing of the conversation',
  day: '2026-07-09',
  from: '15:45',
  to: '16:15',
  start: '2026-07-09T14:45:00.000Z',
  end: '2026-07-09T15:15:00.000Z',
  minutes: 30,
  organiser: 'Ann Example',
  mine: false,
  answer: 'declined',
  guests: [
    { email: 'ann@school.example', name: 'Ann Example', organiser: true, answer: 'accepted', comment: '' },
    { email: 'ben@school.example', name: 'Ben "Bee" Example', organiser: false, answer: 'declined', comment: 'trip' },
  ],
};
const lines = (made: CalendarEntry): string[] => icsOf(made, '2026-07-01T08:00:00.000Z').split('\r\n');

test('the file of a follow-up in summer names its times in UTC and who said what (RFC 5545)', () => {
  const file = lines(entry);
  expect(file).toContain('DTSTART:20260709T144500Z');
  expect(file).toContain('DTEND:20260709T151500Z');
  expect(file).toContain('DESCRIPTION:The shared sheet\\, with its row\\;\\nnothing of the conversation');
  expect(file).toContain('ORGANIZER;CN="Ann Example":mailto:ann@school.example');
  expect(file.join('').replace(/ /g, '')).toContain('PARTSTAT=DECLINED:mailto:ben@school.example');
  expect(file.at(-1)).toBe('');
});

test('no line is longer than 75 octets, and put together again they say the same', () => {
  const long = { ...entry, description: 'Ein Gespräch über Bücher 📚 '.repeat(20) };
  const file = lines(long);
  expect(Math.max(...file.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(file.join('\n').replaceAll('\n ', '')).toContain(`DESCRIPTION:${long.description}`);
});
