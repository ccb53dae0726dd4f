import { type Day, type Moment, sayDay, type Time } from '../src/domain/days.ts';

/** What day and time it is in the school, as long as the sidebar stays open. */
export interface SchoolClock {
  today(): Day;
  time(): Time;
  now(): Moment;
  /** `16:32` for a moment of today, `Tue 24 Nov, 16:32` for an earlier one. */
  say(moment: Moment): string;
}

const quarter = 900_000;

/**
 * The school's clock, running on from what Home said. It needs neither the browser's time zone nor a right clock: a
 * machine that is a day out is set right, and a sidebar left open overnight still moves on to the next day.
 */
export function schoolClock({ today, time }: { readonly today: Day; readonly time: Time }): SchoolClock {
  // Time zones differ by whole quarters; the rest is the seconds that Home does not say and the way it came.
  const shift = Math.round((Date.parse(`${today}T${time}Z`) - Date.now()) / quarter) * quarter;
  const wall = (moment: number) => new Date(moment + shift).toISOString();
  const day = () => wall(Date.now()).slice(0, 10);
  return {
    today: day,
    time: () => wall(Date.now()).slice(11, 16),
    now: () => new Date().toISOString(),
    say(moment) {
      // The sheet writes what its clock on the wall showed, which stays as it is when the clocks change. Only a browser's
      // own moments have fractions of a second, and are in UTC.
      const shown = moment.includes('.') ? wall(Date.parse(moment)) : moment;
      const [on, time] = [shown.slice(0, 10), shown.slice(11, 16)];
      return on === day() ? time : `${sayDay(on, day())}, ${time}`;
    },
  };
}
