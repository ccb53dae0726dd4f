import { addDays, type Day, type Weekday, weekdayOf } from './days.ts';
import type { Period } from './staff.ts';

/** The half-term a day falls in, or the last one that had begun: a session in a holiday belongs to the term before. */
export function halfTermOf(day: Day, periods: readonly Period[]): Period | undefined {
  const begun = periods.filter((period) => period.kind === 'Half-term' && period.first <= day);
  return begun.reduce<Period | undefined>(
    (last, period) => (last && last.first > period.first ? last : period),
    undefined,
  );
}

/**
 * A half-term with its school year, such as `2026/27 Autumn 2`. As text it sorts as the year runs, because Autumn,
 * Spring and Summer happen to be in the order of the alphabet.
 */
export function sayHalfTerm(period: Period): string {
  return `${schoolYearOf(period.first)} ${period.name}`;
}

/** The school year of a day, such as `2026/27`. */
export function schoolYearOf(day: Day): string {
  const [year, month] = day.split('-').map(Number);
  // The school year in England starts on 1 September.
  const start = (month ?? 1) >= 9 ? (year ?? 0) : (year ?? 0) - 1;
  return `${start}/${String(start + 1).slice(-2)}`;
}

/** The first day of the school year that a day is in; in England it starts on 1 September. */
export function yearStart(day: Day): Day {
  const year = Number(day.slice(0, 4));
  return `${day.slice(5) >= '09-01' ? year : year - 1}-09-01`;
}

/** The term a day falls in, of one or two half-terms: `Autumn`, from its first day to its last. */
export function termOf(day: Day, periods: readonly Period[]): { name: string; first: Day; last: Day } {
  const now = halfTermOf(day, periods);
  // Where Term dates says nothing: what could be a term.
  if (!now) return { name: '', first: addDays(day, -120), last: day };
  const termName = (period: Period): string => sayHalfTerm(period).replace(/ \d+$/, '');
  const same = periods.filter((period) => period.kind === 'Half-term' && termName(period) === termName(now));
  return {
    name: now.name.replace(/ \d+$/, ''),
    first: same.reduce((first, period) => (period.first < first ? period.first : first), now.first),
    // A holiday belongs to the term before.
    last: same.reduce((last, period) => (period.last > last ? period.last : last), day),
  };
}

/** Why a day is not a school day, in a few words, or nothing when it is one. */
export function whyNoSchool(day: Day, periods: readonly Period[]): string {
  const weekday = weekdayOf(day);
  if (weekday === 'Sat' || weekday === 'Sun') return 'a weekend';
  const closed = periods.find((period) => period.kind !== 'Half-term' && covers(period, day));
  if (closed) return closed.kind === 'INSET day' ? `an INSET day (${closed.name})` : closed.name;
  const halfTerms = periods.filter((period) => period.kind === 'Half-term');
  const known = halfTerms.some((period) => period.last >= day);
  return known && !halfTerms.some((period) => covers(period, day)) ? 'a school holiday' : '';
}

/** The days on which somebody works; an empty cell means every school day. */
export function worksOn(workingDays: readonly Weekday[], day: Day): boolean {
  return workingDays.length === 0 || workingDays.includes(weekdayOf(day));
}

/** A day asked for, moved on to the first one in school on which everybody works; itself if there is none in a term. */
export function nextMeetingDay(from: Day, periods: readonly Period[], diaries: readonly (readonly Weekday[])[]): Day {
  for (let days = 0; days < 100; days++) {
    const day = addDays(from, days);
    if (whyNoSchool(day, periods) === '' && diaries.every((diary) => worksOn(diary, day))) return day;
  }
  return from;
}

/** The first day of the half-term after the one a day falls in, or nothing when Term dates does not have it. */
export function nextHalfTermStart(day: Day, periods: readonly Period[]): Day | undefined {
  const later = periods.filter((period) => period.kind === 'Half-term' && period.first > day).map(({ first }) => first);
  return later.length === 0 ? undefined : later.reduce((soonest, first) => (first < soonest ? first : soonest));
}

const covers = (period: Period, day: Day): boolean => period.first <= day && day <= (period.last || period.first);
