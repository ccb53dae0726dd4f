import fc from 'fast-check';
import { addDays, weekdayOf } from '../../src/domain/days.ts';
import {
  halfTermOf,
  nextHalfTermStart,
  nextMeetingDay,
  sayHalfTerm,
  whyNoSchool,
  worksOn,
} from '../../src/domain/school-year.ts';
import type { Period } from '../../src/domain/staff.ts';

const period = (name: string, kind: Period['kind'], first: string, last = ''): Period => ({ name, kind, first, last });

const year = [
  period('Autumn 1', 'Half-term', '2026-09-03', '2026-10-23'),
  period('October half-term', 'Closure', '2026-10-26', '2026-10-30'),
  period('Autumn 2', 'Half-term', '2026-11-02', '2026-12-18'),
  period('Staff training', 'INSET day', '2026-11-27'),
  period('Christmas', 'Closure', '2026-12-19', '2027-01-03'),
  period('Spring 1', 'Half-term', '2027-01-04', '2027-02-12'),
];

describe('a half-term', () => {
  it('has the days from its first to its last', () => {
    expect(['2026-11-02', '2026-11-26', '2026-12-18'].map((day) => halfTermOf(day, year)?.name)).toEqual([
      'Autumn 2',
      'Autumn 2',
      'Autumn 2',
    ]);
  });

  it('has the holiday after it as well, so that no session belongs nowhere', () => {
    expect(halfTermOf('2026-10-28', year)?.name).toBe('Autumn 1');
    expect(halfTermOf('2026-08-01', year)).toBeUndefined();
    expect(halfTermOf('2026-11-26', [...year].reverse())?.name).toBe('Autumn 2');
  });

  it('is said with its school year, so that half-terms sort as the year runs', () => {
    const said = ['2026-09-03', '2026-11-02', '2027-01-04', '2027-04-12'].map((day, index) =>
      sayHalfTerm(period(['Autumn 1', 'Autumn 2', 'Spring 1', 'Summer 1'][index] ?? '', 'Half-term', day)),
    );
    expect(said).toEqual(['2026/27 Autumn 1', '2026/27 Autumn 2', '2026/27 Spring 1', '2026/27 Summer 1']);
    expect([...said].sort()).toEqual(said);
  });

  it('is followed by the next one that Term dates knows', () => {
    expect(nextHalfTermStart('2026-11-26', year)).toBe('2027-01-04');
    expect(nextHalfTermStart('2027-02-01', year)).toBeUndefined();
    for (const periods of [year, [...year].reverse()])
      expect(nextHalfTermStart('2026-09-03', periods)).toBe('2026-11-02');
  });
});

describe('a day without school', () => {
  it('is a weekend, a closure, an INSET day or a gap between half-terms, and says which', () => {
    const why = ['2026-11-28', '2026-10-27', '2026-11-27', '2026-11-26'].map((day) => whyNoSchool(day, year));
    expect(why).toEqual(['a weekend', 'October half-term', 'an INSET day (Staff training)', '']);
    expect(whyNoSchool('2026-09-01', year)).toBe('a school holiday');
    expect(['2026-11-28', '2026-11-29', '2026-11-30'].map((day) => whyNoSchool(day, year))).toEqual([
      'a weekend',
      'a weekend',
      '',
    ]);
  });

  it('is not claimed of days beyond what Term dates knows', () => {
    expect(whyNoSchool('2027-06-01', year)).toBe('');
    const easter = period('Easter', 'Closure', '2027-03-29', '2027-04-09');
    expect(whyNoSchool('2027-03-01', [...year, easter])).toBe('');
    expect(whyNoSchool('2026-11-26', [])).toBe('');
  });
});

it('a suggested meeting is always in school, on a working day of both, and never before the day asked for', () => {
  const anyDiary = fc.subarray(['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const, { minLength: 3 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 150 }), anyDiary, anyDiary, (days, coach, coachee) => {
      const from = addDays('2026-09-03', days);
      const meeting = nextMeetingDay(from, year, [coach, coachee]);
      expect(meeting >= from).toBe(true);
      expect(whyNoSchool(meeting, year)).toBe('');
      expect(coach).toContain(weekdayOf(meeting));
      expect(coachee).toContain(weekdayOf(meeting));
    }),
  );
});

it('a meeting stays on the day asked for when no day suits both', () => {
  expect(nextMeetingDay('2026-11-26', year, [['Mon'], ['Tue']])).toBe('2026-11-26');
});

it('no working days written means every day', () => {
  expect(worksOn([], '2026-11-26')).toBe(true);
  expect(worksOn(['Mon'], '2026-11-26')).toBe(false);
});
