import { tzOffset } from '@date-fns/tz';

const DAY = 86_400_000;
const QUARTER_HOUR = 900_000;
const offsets = new Map<string, Map<number, number>>();

/** Milliseconds by which a time zone's clocks are ahead of UTC at an instant. */
export function offsetAt(zone: string, instant: number): number {
  const known = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, known);
  const day = Math.floor(instant / DAY) * DAY;
  const before = lookUp(known, zone, day);
  // Asking Intl costs microseconds and a column may hold 20,000 dates: a day without a change of clocks is asked once.
  if (before === lookUp(known, zone, day + DAY)) return before;
  return lookUp(known, zone, Math.floor(instant / QUARTER_HOUR) * QUARTER_HOUR);
}

/** What a clock on the wall of that zone shows at an instant, written as if it were UTC. */
export const wallAt = (zone: string, instant: number): number => instant + offsetAt(zone, instant);

/** The instant at which a clock on the wall of that zone shows a time. */
export function instantOf(zone: string, wall: number): number {
  const guess = wall - offsetAt(zone, wall);
  const better = wall - offsetAt(zone, guess);
  // In the hour that spring skips the two disagree; the later one is what a clock would show after the change.
  return wallAt(zone, better) === wall ? better : Math.max(guess, better);
}

/** A day in a sheet is a count of days since 30 December 1899 (Sheets API, DateTimeRenderOption). */
export const serialOf = (wall: number): number => wall / DAY + 25_569;

/** The wall time a sheet's number stands for, to the nearest millisecond. */
export const wallOfSerial = (serial: number): number => Math.round((serial - 25_569) * DAY);

function lookUp(known: Map<number, number>, zone: string, instant: number): number {
  const found = known.get(instant);
  if (found !== undefined) return found;
  const minutes = tzOffset(zone, new Date(instant));
  if (Number.isNaN(minutes)) throw new Error(`No such time zone: ${zone}`);
  known.set(instant, minutes * 60_000);
  return minutes * 60_000;
}
