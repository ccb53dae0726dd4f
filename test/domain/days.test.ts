import fc from 'fast-check';
import { addDays, daysBetween, isDay, isTime, sayDay, sayDistance, weekdayOf } from '../../src/domain/days.ts';

const anyDay = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2045-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a day', () => {
  it('is a date that exists', () => {
    expect(['2026-11-26', '2028-02-29'].every(isDay)).toBe(true);
    expect(['2026-02-29', '2026-13-01', '26/11/2026', '2026-1-1', '', '2026-11-26T10:00'].some(isDay)).toBe(false);
  });

  it('is as far from another as was added, over leap days and clock changes', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(addDays(addDays(day, days), -days)).toBe(day);
      }),
    );
  });

  it('has the weekday that the calendar gives it', () => {
    expect(['2026-11-26', '2026-11-28', '1999-12-31', '1969-12-31'].map(weekdayOf)).toEqual([
      'Thu',
      'Sat',
      'Fri',
      'Wed',
    ]);
  });

  it('is said as people say it, with the year only when it is another', () => {
    expect(sayDay('2026-12-03')).toBe('Thu 3 Dec');
    expect(sayDay('2027-01-05', '2026-11-26')).toBe('Tue 5 Jan 2027');
  });

  it('of every month and weekday is said by its name', () => {
    const said = Array.from({ length: 12 }, (_, month) => sayDay(`2026-${String(month + 1).padStart(2, '0')}-07`));
    expect(said.join(', ')).toBe(
      'Wed 7 Jan, Sat 7 Feb, Sat 7 Mar, Tue 7 Apr, Thu 7 May, Sun 7 Jun, Tue 7 Jul, Fri 7 Aug, Mon 7 Sep, Wed 7 Oct, Sat 7 Nov, Mon 7 Dec',
    );
  });

  it('is said as so long ago or so far off', () => {
    const said = [0, 1, -1, 5, -4, -13, -14, -21, 30].map((days) =>
      sayDistance(addDays('2026-11-26', days), '2026-11-26'),
    );
    expect(said).toEqual([
      'today',
      'tomorrow',
      'yesterday',
      'in 5 days',
      '4 days ago',
      '13 days ago',
      '2 weeks ago',
      '3 weeks ago',
      'in 4 weeks',
    ]);
  });
});

it('a time of day is on the 24-hour clock', () => {
  expect(['00:00', '15:45', '23:59'].every(isTime)).toBe(true);
  expect(['24:00', '9:15', '15.45', '15:60', '', 'x15:45', '15:450'].some(isTime)).toBe(false);
});
