import { addDays, type Day, sayDay, type Time } from '../src/domain/days.ts';
import type { ClockAct, ClockFace } from './page/protocol.ts';
import { instantOf, serialOf, wallAt } from './zone.ts';

/** A day and a time on the wall of a time zone. */
export interface Wall {
  readonly day: Day;
  readonly time: Time;
}

/** What the clock on the wall shows at an instant. */
export function wallOf(zone: string, instant: number): Wall {
  const shown = new Date(wallAt(zone, instant)).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** The instant at which the clock on the wall shows a day and a time. */
export function instantAt(zone: string, { day, time }: Wall): number {
  return instantOf(zone, Date.parse(`${day}T${time}:00Z`));
}

/** The world's time as a window shows it. */
export function faceOf(zone: string, now: number): ClockFace {
  const { day, time } = wallOf(zone, now);
  return {
    iso: new Date(now).toISOString(),
    serial: serialOf(wallAt(zone, now)),
    // A year no day is in, so that the year is always said.
    text: `${sayDay(day, '0000')}, ${time}`,
    day,
    time,
    timeZone: zone,
  };
}

/** The instant the world's time is moved to: so many days on at the same time of day, or as somebody set it. */
export function moved(zone: string, now: number, act: ClockAct): number {
  if (!('days' in act)) return instantAt(zone, act);
  const { day, time } = wallOf(zone, now);
  return instantAt(zone, { day: addDays(day, act.days), time });
}
