import { schoolClock } from '../../sidebar/clock.ts';
import { addDays, sayDay } from '../../src/domain/days.ts';
import { clockChanges } from '../ten-years.ts';

afterEach(() => jest.useRealTimers());

/** A browser whose clock shows an instant, and for whose school it is the day and time that Home said. */
function givenHome(instant: string, today: string, time: string) {
  jest.useFakeTimers({ now: Date.parse(instant) });
  return schoolClock({ today, time });
}

describe.each([
  ['New York, where it is the evening before', '2026-11-26T02:30:20Z', '2026-11-26', '02:30'],
  ['Auckland, where it is the next morning', '2027-06-10T15:00:40Z', '2027-06-10', '16:00'],
  ['Kolkata, half an hour beside everybody', '2026-11-26T18:45:00Z', '2026-11-26', '18:45'],
  ['London, a day out and ten hours slow', '2026-11-25T06:30:00Z', '2026-11-26', '16:30'],
])('in a browser in %s,', (_where, instant, today, time) => {
  it('it is the school’s day and time, and it runs on to the next day', () => {
    const clock = givenHome(instant, today, time);
    expect([clock.today(), clock.time()]).toEqual([today, time]);
    jest.setSystemTime(Date.now() + 24 * 3_600_000);
    expect([clock.today(), clock.time()]).toEqual([addDays(today, 1), time]);
  });

  it('what was kept here just now is said by the school’s clock', () => {
    const clock = givenHome(instant, today, time);
    expect(clock.say(clock.now())).toBe(time);
  });
});

it.each(clockChanges)(
  'what the sheet wrote before the clocks changed on $day is still said at the time that stood on the wall',
  ({ day, to }) => {
    const [before, after] = to === 'summer' ? ['Z', '+01:00'] : ['+01:00', 'Z'];
    const [two, friday] = [addDays(day, 2), addDays(day, -2)];
    const utc = Date.parse(`${two}T09:00:00${after}`);
    const clock = givenHome(new Date(utc).toISOString(), two, '09:00');
    expect(clock.say(`${friday}T16:32:05${before}`)).toBe(`${sayDay(friday, two)}, 16:32`);
    expect(clock.say(`${two}T08:15:00${after}`)).toBe('08:15');
    expect(clock.say(new Date(utc - 60_000).toISOString())).toBe('08:59');
  },
);
