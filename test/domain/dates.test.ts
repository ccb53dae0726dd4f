import {
  againstDay,
  clash,
  type DayOffered,
  dayFinder,
  daysToAct,
  daysToMeet,
  type FindDay,
  freeDayFinder,
  meetingOn,
  noMeeting,
  pairOf,
  suggestedDay,
} from '../../sidebar/meeting.ts';
import {
  addDays,
  type Day,
  daysBetween,
  isDay,
  sayDay,
  sayDistance,
  weekdayOf,
  weekdays,
} from '../../src/domain/days.ts';
import type { Busy } from '../../src/domain/follow-ups.ts';
import { makeReference } from '../../src/domain/reference.ts';
import {
  halfTermOf,
  nextHalfTermStart,
  sayHalfTerm,
  termOf,
  whyNoSchool,
  worksOn,
} from '../../src/domain/school-year.ts';
import type { Member } from '../../src/domain/staff.ts';
import { people, teamRows } from '../school.ts';
import { clockChanges, daysFrom, everyDay, inSchool, tenYears } from '../ten-years.ts';

// Thousands of days, and an expectation costs more than what it asks: what is wrong is gathered, and expected to be
// nothing.
const wrongDays = (days: readonly Day[], isWrong: (day: Day, index: number) => boolean): Day[] => days.filter(isWrong);

const leapDays = ['2024-02-29', '2028-02-29', '2032-02-29'];
const last = '2033-08-31';
const halfTerms = tenYears.filter(({ kind }) => kind === 'Half-term');

describe('ten school years', () => {
  it('have sixty half-terms, leap days and every Sunday on which the clocks change', () => {
    expect([halfTerms.length, everyDay.length]).toEqual([60, 3653]);
    expect(leapDays.every((day) => everyDay.includes(day))).toBe(true);
    expect(clockChanges).toHaveLength(20);
    expect([clockChanges[0], clockChanges[19]]).toEqual([
      { day: '2023-10-29', to: 'winter' },
      { day: '2033-03-27', to: 'summer' },
    ]);
    expect(clockChanges.map(({ day }) => weekdayOf(day)).every((weekday) => weekday === 'Sun')).toBe(true);
    // As many days in school as schools in England have, 190 and a few.
    const years = Array.from({ length: 10 }, (_, year) =>
      daysFrom(`${2023 + year}-09-01`, `${2024 + year}-08-31`).filter((day) => inSchool.has(day)),
    );
    expect(years.filter((days) => days.length < 180 || days.length > 200)).toEqual([]);
  });
});

describe('a day of ten years', () => {
  it('is a day, a day after the last and a day before the next, leap days and clock changes included', () => {
    expect(
      wrongDays(everyDay, (day, index) => {
        const next = everyDay[index + 1] ?? addDays(last, 1);
        return !isDay(day) || next <= day || addDays(next, -1) !== day || daysBetween(day, next) !== 1;
      }),
    ).toEqual([]);
    expect(leapDays.map((day) => [addDays(day, -1), addDays(day, 1)].map((each) => each.slice(5)))).toEqual(
      leapDays.map(() => ['02-28', '03-01']),
    );
    expect(leapDays.map((day) => addDays(day, 366).slice(5))).toEqual(leapDays.map(() => '03-01'));
    expect(['2025-02-29', '2026-02-29', '2100-02-29'].filter(isDay)).toEqual([]);
  });

  it('is so many days after another when that many are added, forwards and back', () => {
    const spans = [1, 7, 14, 28, 42, 84, 365, 366, 1461];
    expect(
      wrongDays(everyDay, (day) =>
        spans.some((days) => {
          const then = addDays(day, days);
          return daysBetween(day, then) !== days || daysBetween(then, day) !== -days || addDays(then, -days) !== day;
        }),
      ),
    ).toEqual([]);
  });

  it('has the weekday after that of the day before, and the one the calendar gives it', () => {
    const english = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });
    expect(
      wrongDays(everyDay, (day, index) => {
        const before = everyDay[index - 1];
        const isNext =
          before === undefined ||
          weekdays.indexOf(weekdayOf(day)) === (weekdays.indexOf(weekdayOf(before)) + 1) % weekdays.length;
        return !isNext || english.format(new Date(`${day}T12:00:00Z`)) !== weekdayOf(day);
      }),
    ).toEqual([]);
  });

  it('is read again from how it is said', () => {
    const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
    const read = (said: string, year: string): Day => {
      const [, date = '', month = '', saidYear = year] = said.split(' ');
      return `${saidYear}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${date.padStart(2, '0')}`;
    };
    expect(
      wrongDays(everyDay, (day) => {
        const [sameYear, longAgo] = [sayDay(day), sayDay(day, '2022-12-31')];
        return (
          read(sameYear, day.slice(0, 4)) !== day ||
          read(longAgo, '') !== day ||
          !sameYear.startsWith(weekdayOf(day)) ||
          /\d{4}/.test(sameYear)
        );
      }),
    ).toEqual([]);
  });

  it('is as far off as it is said to be, and so long ago from there', () => {
    const back = (said: string): string => said.replace(/^in (.*)$/, '$1 ago');
    expect(
      wrongDays(everyDay, (day) =>
        [2, 13, 14, 20, 21, 90].some(
          (days) => back(sayDistance(addDays(day, days), day)) !== sayDistance(addDays(day, -days), day),
        ),
      ),
    ).toEqual([]);
  });
});

describe('a half-term', () => {
  it('has every day of its own, and each day of ten years belongs to exactly one', () => {
    const owned = halfTerms.flatMap(({ first }, index) =>
      daysFrom(first, addDays(halfTerms[index + 1]?.first ?? addDays(last, 1), -1)).map((day) => [day, first] as const),
    );
    const expected = new Map(owned);
    expect(owned).toHaveLength(everyDay.length);
    expect(wrongDays(everyDay, (day) => halfTermOf(day, tenYears)?.first !== expected.get(day))).toEqual([]);
    const upsideDown = [...tenYears].reverse();
    expect(wrongDays(everyDay, (day) => halfTermOf(day, upsideDown)?.first !== expected.get(day))).toEqual([]);
  });

  it('is said with its school year, each in another way, and in the order of the years', () => {
    const said = halfTerms.map(sayHalfTerm);
    expect(new Set(said).size).toBe(60);
    expect([...said].sort()).toEqual(said);
    expect([said[0], said[59]]).toEqual(['2023/24 Autumn 1', '2032/33 Summer 2']);
  });

  it('is followed by the next, of which the first day is always still to come', () => {
    expect(
      wrongDays(everyDay, (day) => {
        const next = nextHalfTermStart(day, tenYears);
        return next !== halfTerms.find(({ first }) => first > day)?.first || (next !== undefined && next <= day);
      }),
    ).toEqual([]);
  });

  it('is part of a term that has the day in it, and thirty terms have every day between them', () => {
    const terms = new Map<Day, string>();
    const wrong = wrongDays(everyDay, (day) => {
      const term = termOf(day, tenYears);
      terms.set(term.first, term.name);
      return day < term.first || day > term.last;
    });
    expect([wrong, terms.size]).toEqual([[], 30]);
    expect(new Set(terms.values())).toEqual(new Set(['Autumn', 'Spring', 'Summer']));
  });
});

it('a day is in school when it is in a half-term and nothing else is said of it, and else it is said why not', () => {
  expect(wrongDays(everyDay, (day) => (whyNoSchool(day, tenYears) === '') !== inSchool.has(day))).toEqual([]);
  expect(leapDays.map((day) => [weekdayOf(day), whyNoSchool(day, tenYears)])).toEqual([
    ['Thu', ''],
    ['Tue', ''],
    ['Sun', 'a weekend'],
  ]);
  // Term may begin on a bank holiday, when Easter is late.
  expect(['2025-05-05', '2030-05-06'].map((day) => whyNoSchool(day, tenYears))).toEqual([
    'Early May bank holiday',
    'Early May bank holiday',
  ]);
});

type Diary = Member['workingDays'];

const reference = (coach: Diary, coachee: Diary) =>
  makeReference(
    [
      { ...people.coach, workingDays: coach },
      { ...people.coachee, workingDays: coachee },
    ],
    teamRows,
    tenYears,
    [],
  );

const diaries: readonly (readonly [who: string, coach: Diary, coachee: Diary])[] = [
  ['two who are there every day', [], []],
  ['a coach of three days and a coachee of two', ['Mon', 'Tue', 'Wed'], ['Wed', 'Thu']],
  ['a coachee who only comes on Mondays', [], ['Mon']],
  ['a coach who is in on Thursdays and Fridays', ['Thu', 'Fri'], []],
];

/** A staff meeting every Tuesday after school, a whole day out on the first Wednesday of each month, and lunch at noon. */
const busy: readonly Busy[] = everyDay.flatMap((day): Busy[] => [
  { day, from: '12:00', to: '13:00' },
  ...(weekdayOf(day) === 'Tue' ? [{ day, from: '15:30', to: '16:45' }] : []),
  ...(weekdayOf(day) === 'Wed' && day.slice(8) <= '07' ? [{ day, from: '00:00', to: '24:00' }] : []),
]);
const taken = new Set(busy.filter(({ from }) => from !== '12:00').map(({ day }) => day));
// A year of it at a time, as the sidebar has some weeks of it: going through ten years for each day would take long.
const busyBy = new Map(everyDay.map((day) => [day, busy.filter((each) => each.day === day)]));
const busyFrom = (first: Day): Busy[] => daysFrom(first, addDays(first, 200)).flatMap((day) => busyBy.get(day) ?? []);

describe.each(diaries)('a day that one press chooses for %s', (_who, coach, coachee) => {
  const school = reference(coach, coachee);
  const pair = pairOf(school, people.coach.email, people.coachee.email);
  const works = (day: Day): boolean => worksOn(coach, day) && worksOn(coachee, day);
  // Beyond what Term dates knows every weekday counts, as nobody can tell yet.
  const isIn = (day: Day): boolean => (day > last ? !['Sat', 'Sun'].includes(weekdayOf(day)) : inSchool.has(day));
  const nearest = (from: Day, isFree: (day: Day) => boolean = () => true): Day => {
    let day = from;
    while (!(isIn(day) && works(day) && isFree(day))) day = addDays(day, 1);
    return day;
  };
  const wishes = (today: Day, soon: number, late: number): (Day | undefined)[] => [
    addDays(today, soon),
    addDays(today, late),
    halfTerms.find(({ first }) => first > today)?.first,
  ];
  const isRight = (offered: readonly DayOffered[], wished: readonly (Day | undefined)[], find: FindDay, today: Day) => {
    const days = wished.filter((wish) => wish !== undefined);
    return (
      offered.length === days.length &&
      offered.every(({ day }, index) => {
        const wish = days[index] ?? '';
        const speaks = againstDay(school, pair, day, today);
        return day > today && day >= wish && day === nearest(wish) && find(day) === day && speaks.length === 0;
      })
    );
  };

  it('is the nearest to the one wished on which both are in school, with nothing against it, and chosen again it stays', () => {
    const find = dayFinder(school, pair);
    expect(
      wrongDays(
        everyDay,
        (today) =>
          !isRight(daysToMeet(school, find, today), wishes(today, 14, 28), find, today) ||
          !isRight(daysToAct(school, find, today), wishes(today, 7, 14), find, today),
      ),
    ).toEqual([]);
  });

  it('never moves back when today moves on', () => {
    const find = dayFinder(school, pair);
    expect(
      wrongDays(everyDay, (today, index) => {
        const before = everyDay[index - 1];
        return before !== undefined && find(before) > find(today);
      }),
    ).toEqual([]);
  });

  it('goes round what the coach has already, to the nearest day that is free', () => {
    // Every third day: each has to look at half a year of diary.
    const days = everyDay.filter((_, index) => index % 3 === 0 || leapDays.includes(everyDay[index] ?? ''));
    expect(
      wrongDays(days, (today) => {
        const known = busyFrom(today);
        const find = freeDayFinder(school, pair, noMeeting, known);
        return daysToMeet(school, find, today).some(({ day }, index) => {
          const wish = wishes(today, 14, 28)[index] ?? '';
          return (
            clash(meetingOn(day, school, noMeeting), known) !== undefined ||
            day !== nearest(wish, (each) => !taken.has(each)) ||
            find(day) !== day
          );
        });
      }),
    ).toEqual([]);
  });

  it('is suggested by the form after today, also for a talk that was typed in late', () => {
    const find = dayFinder(school, pair);
    expect(
      wrongDays(everyDay, (today) =>
        ['', addDays(today, -3), addDays(today, -60)].some((held) => {
          const wish = addDays(held || today, 14);
          return suggestedDay(school, find, held, today) !== nearest(wish > today ? wish : addDays(today, 1));
        }),
      ),
    ).toEqual([]);
  });
});

it('two who are never in on one day are offered the day wished for, and told who is not there', () => {
  const school = reference(['Mon'], ['Tue']);
  const pair = pairOf(school, people.coach.email, people.coachee.email);
  const find = dayFinder(school, pair);
  // Each looks through a hundred days in vain.
  const days = everyDay.filter((_, index) => index % 7 === 0);
  expect(wrongDays(days, (day) => find(day) !== day)).toEqual([]);
  expect(wrongDays([...inSchool], (day) => againstDay(school, pair, day, day).length === 0)).toEqual([]);
});
