import fc from 'fast-check';
import {
  clash,
  dayFinder,
  daysToAct,
  daysToMeet,
  freeDayFinder,
  meetingOn,
  noMeeting,
  otherThan,
  pairOf,
} from '../../sidebar/meeting.ts';
import { addDays, type Weekday } from '../../src/domain/days.ts';
import { makeReference } from '../../src/domain/reference.ts';
import { whyNoSchool, worksOn } from '../../src/domain/school-year.ts';
import { people, periods, teamRows } from '../school.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const;
const diary = fc.subarray<Weekday>([...weekdays], { minLength: 3 });
const last = '2027-02-12';

const school = (coach: readonly Weekday[], coachee: readonly Weekday[]) => {
  // The two have a day in common whatever the diaries: three of five and three of five.
  const days = (all: readonly Weekday[]) =>
    all.filter((day): day is (typeof weekdays)[number] => day !== 'Sat' && day !== 'Sun');
  const staff = [
    { ...people.coach, workingDays: days(coach) },
    { ...people.coachee, workingDays: days(coachee) },
  ];
  const reference = makeReference(staff, teamRows, periods, []);
  return { reference, pair: pairOf(reference, people.coach.email, people.coachee.email) };
};

const today = fc.integer({ min: 0, max: 100 }).map((days) => addDays('2026-09-03', days));

it('every day that one press chooses is in school and a working day of both', () => {
  fc.assert(
    fc.property(diary, diary, today, (coach, coachee, day) => {
      const { reference, pair } = school(coach, coachee);
      const find = dayFinder(reference, pair);
      for (const { day: chosen } of [...daysToAct(reference, find, day), ...daysToMeet(reference, find, day)]) {
        if (chosen > last) continue;
        expect([chosen, whyNoSchool(chosen, periods)]).toEqual([chosen, '']);
        expect([worksOn(coach, chosen), worksOn(coachee, chosen)]).toEqual([true, true]);
      }
    }),
  );
});

it('a suggested follow-up never meets something in the coach’s calendar, if any of the next twenty days is free', () => {
  const busyDays = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 15 });
  fc.assert(
    fc.property(today, busyDays, (day, offsets) => {
      const { reference, pair } = school([], []);
      const busy = offsets.map((days) => ({ day: addDays(day, days), from: '15:30', to: '16:30' }));
      const chosen = freeDayFinder(reference, pair, noMeeting, busy)(addDays(day, 14));
      expect(clash(meetingOn(chosen, reference, noMeeting), busy)).toBeUndefined();
    }),
  );
});

it('what ends when the meeting begins, or begins when it ends, is no clash', () => {
  const meeting = { followUpDate: '2026-12-10', followUpTime: '15:45', followUpMinutes: 30 };
  const at = (from: string, to: string) => [{ day: '2026-12-10', from, to }];
  expect(clash(meeting, at('15:00', '15:45'))).toBeUndefined();
  expect(clash(meeting, at('16:15', '17:00'))).toBeUndefined();
  expect(clash(meeting, at('15:00', '15:46'))).toBeDefined();
  expect(clash(meeting, at('16:14', '17:00'))).toBeDefined();
  expect(clash(meeting, at('00:00', '24:00'))).toBeDefined();
  expect(clash({ ...meeting, followUpDate: '2026-12-11' }, at('00:00', '24:00'))).toBeUndefined();
});

it('a meeting that is arranged already is no clash with itself, and anything else stays one', () => {
  const meeting = { followUpDate: '2026-12-10', followUpTime: '15:45', followUpMinutes: 30 };
  const own = { day: '2026-12-10', from: '15:45', to: '16:15' };
  const other = { day: '2026-12-10', from: '15:30', to: '16:00' };
  expect(otherThan(meeting, [own, other])).toEqual([other]);
  expect(otherThan(noMeeting, [own])).toEqual([own]);
  expect(otherThan(undefined, [own])).toEqual([own]);
});

it('somebody who never works with the other is offered the day asked for rather than none', () => {
  const { reference, pair } = school(['Mon'], ['Tue']);
  expect(dayFinder(reference, pair)('2026-12-10')).toBe('2026-12-10');
});
