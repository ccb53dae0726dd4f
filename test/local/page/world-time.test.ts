import { faceOf, instantAt, moved, wallOf } from '../../../local/wall.ts';

const london = 'Europe/London';

test('the time is shown as the school’s clock has it, in summer and in winter', () => {
  expect(faceOf(london, Date.parse('2026-07-09T14:45:00Z'))).toMatchObject({
    text: 'Thu 9 Jul 2026, 15:45',
    day: '2026-07-09',
  });
  expect(faceOf(london, Date.parse('2026-12-10T15:45:00Z')).text).toBe('Thu 10 Dec 2026, 15:45');
  expect(faceOf(london, Date.parse('1899-12-31T00:00:00Z')).serial).toBe(1);
});

test('a day later is the same time of day, though the clocks changed in the night', () => {
  const saturday = instantAt(london, { day: '2026-10-24', time: '15:00' });
  expect(wallOf(london, moved(london, saturday, { days: 1 }))).toEqual({ day: '2026-10-25', time: '15:00' });
  expect(moved(london, saturday, { days: 1 }) - saturday).toBe(25 * 3_600_000);
  expect(wallOf(london, moved(london, saturday, { day: '2026-12-03', time: '08:05' }))).toEqual({
    day: '2026-12-03',
    time: '08:05',
  });
});
