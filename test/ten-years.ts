import { addDays, type Day, weekdayOf } from '../src/domain/days.ts';
import type { Period } from '../src/domain/staff.ts';

/** Easter Sunday of each year, from the tables of the Church of England: the one date that a rule of thumb cannot give. */
const easters: readonly Day[] = [
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2028-04-16',
  '2029-04-01',
  '2030-04-21',
  '2031-04-13',
  '2032-03-28',
  '2033-04-17',
];

const isWeekend = (day: Day): boolean => ['Sat', 'Sun'].includes(weekdayOf(day));

/** The first Monday on or after a day. */
const monday = (from: Day): Day => (weekdayOf(from) === 'Mon' ? from : monday(addDays(from, 1)));

const weekdayFrom = (day: Day): Day => (isWeekend(day) ? weekdayFrom(addDays(day, 1)) : day);
const weekdayUpTo = (day: Day): Day => (isWeekend(day) ? weekdayUpTo(addDays(day, -1)) : day);

const fridayBefore = (mon: Day): Day => addDays(mon, -3);

const row =
  (kind: Period['kind']) =>
  (name: string, first: Day, last: Day = ''): Period => ({ name, kind, first, last });

const [halfTerm, closure, inset, bankHoliday] = [
  row('Half-term'),
  row('Closure'),
  row('INSET day'),
  row('Bank holiday'),
];

/** A school year in England as its Term dates tab has it, made by rule from the Easter in it. */
function schoolYear(easter: Day): Period[] {
  const year = Number(easter.slice(0, 4));
  const autumn = weekdayFrom(`${year - 1}-09-01`);
  const october = monday(`${year - 1}-10-25`);
  const christmas = addDays(weekdayUpTo(`${year - 1}-12-20`), 1);
  const spring = monday(`${year}-01-02`);
  const february = monday(`${year}-02-12`);
  const goodFriday = addDays(easter, -2);
  const summer = addDays(easter, 15);
  const whitsun = monday(`${year}-05-25`);
  const end = weekdayUpTo(`${year}-07-21`);
  return [
    halfTerm('Autumn 1', autumn, fridayBefore(october)),
    inset('Welcome back', autumn),
    inset('Safeguarding', weekdayFrom(addDays(autumn, 1))),
    closure('October half-term', october, addDays(october, 4)),
    halfTerm('Autumn 2', addDays(october, 7), addDays(christmas, -1)),
    inset('Reports', weekdayUpTo(`${year - 1}-11-28`)),
    closure('Christmas holiday', christmas, addDays(spring, -1)),
    bankHoliday('Christmas Day', `${year - 1}-12-25`),
    bankHoliday("New Year's Day", `${year}-01-01`),
    halfTerm('Spring 1', spring, fridayBefore(february)),
    inset('Curriculum', spring),
    closure('February half-term', february, addDays(february, 4)),
    halfTerm('Spring 2', addDays(february, 7), addDays(goodFriday, -1)),
    closure('Easter holiday', goodFriday, addDays(summer, -1)),
    bankHoliday('Good Friday', goodFriday),
    bankHoliday('Easter Monday', addDays(easter, 1)),
    halfTerm('Summer 1', summer, fridayBefore(whitsun)),
    bankHoliday('Early May bank holiday', monday(`${year}-05-01`)),
    closure('May half-term', whitsun, addDays(whitsun, 4)),
    bankHoliday('Spring bank holiday', whitsun),
    halfTerm('Summer 2', addDays(whitsun, 7), end),
    inset('Handover', end),
    closure('Summer holiday', addDays(end, 1), `${year}-08-31`),
    bankHoliday('Summer bank holiday', monday(`${year}-08-25`)),
  ];
}

/** Ten school years, 2023/24 to 2032/33: three leap days, twenty clock changes, Easters early and late. */
export const tenYears: readonly Period[] = easters.flatMap(schoolYear);

/** Every day of them, from the first of the first term to the last of the last holiday. */
export const everyDay: readonly Day[] = daysFrom('2023-09-01', '2033-08-31');

/** The days from one to another, both included. */
export function daysFrom(first: Day, last: Day): Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The days on which pupils are in school, worked out by crossing off the list what is not. */
export const inSchool: ReadonlySet<Day> = daysInSchool();

function daysInSchool(): Set<Day> {
  const spans = (kinds: readonly Period['kind'][]): Day[] =>
    tenYears
      .filter(({ kind }) => kinds.includes(kind))
      .flatMap(({ first, last }) => daysFrom(first, last === '' ? first : last));
  const days = new Set(spans(['Half-term']));
  for (const day of spans(['Closure', 'INSET day', 'Bank holiday'])) days.delete(day);
  for (const day of [...days]) if (isWeekend(day)) days.delete(day);
  return days;
}

const changes = [
  ['03', 'summer'],
  ['10', 'winter'],
] as const;

/** The Sundays on which clocks change in Europe/London: the last of March and of October. */
export const clockChanges: readonly { readonly day: Day; readonly to: 'summer' | 'winter' }[] = [
  '2023',
  ...easters.map((easter) => easter.slice(0, 4)),
]
  .flatMap((year) => changes.map(([month, to]) => ({ day: addDays(monday(`${year}-${month}-26`), -1), to })))
  .filter(({ day }) => everyDay.includes(day));
