/** A date without a time, `yyyy-MM-dd`. Days compare and sort as text. */
export type Day = string;

/** A time of day, `HH:mm`. */
export type Time = string;

/** A moment, ISO 8601 with offset, such as `2026-11-26T16:32:05+00:00`. */
export type Moment = string;

/** A day of the week as the Staff tab writes it. */
export type Weekday = (typeof weekdays)[number];

export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const millisecondsInDay = 86_400_000;

/** Whether a text is a real day: 2026-02-30 is not. */
export function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(daysSince1970(text)) === text;
}

/** Whether a text is a time of day on the 24-hour clock. */
export function isTime(text: string): text is Time {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** The day so many days later, or earlier for a negative number. */
export function addDays(day: Day, days: number): Day {
  return dayOf(daysSince1970(day) + days);
}

/** How many days lie between two days; negative when `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return daysSince1970(to) - daysSince1970(from);
}

/** The day of the week. */
export function weekdayOf(day: Day): Weekday {
  // 1970-01-01 was a Thursday, the fourth of this list.
  const index = (((daysSince1970(day) + 3) % 7) + 7) % 7;
  return weekdays[index] ?? 'Mon';
}

/** A day as people say it: `Thu 3 Dec`, with the year when it is not this year's. */
export function sayDay(day: Day, today: Day = day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const said = `${weekdayOf(day)} ${Number(date)} ${months[Number(month) - 1]}`;
  return year === today.slice(0, 4) ? said : `${said} ${year}`;
}

/** How long ago a day was, or how far off it is, in whole days and weeks: `today`, `3 weeks ago`, `in 5 days`. */
export function sayDistance(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  const size = Math.abs(days);
  const amount = size < 14 ? `${size} days` : `${Math.floor(size / 7)} weeks`;
  return days < 0 ? `${amount} ago` : `in ${amount}`;
}

// UTC throughout: a day has no time zone, and only UTC has no clock change to lose one in.
function daysSince1970(day: Day): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return Math.round(Date.UTC(year, month - 1, date) / millisecondsInDay);
}

function dayOf(days: number): Day {
  const date = new Date(days * millisecondsInDay);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
