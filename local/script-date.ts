import type { Clock } from './clock.ts';
import { instantOf, offsetAt, wallAt } from './zone.ts';

// A script's Date may stand in the place of the computer's while the script runs; what is borrowed here is the computer's.
const HostDate = Date;

/**
 * The Date of a script: it reads the world's clock, and its local hours are those of the script's time zone, as
 * appsscript.json gives it, whatever the computer's are.
 */
export function scriptDate(clock: Pick<Clock, 'now'>, zone: string): DateConstructor {
  class ScriptDate extends HostDate {
    constructor(...given: unknown[]) {
      super(timeOf(given, clock, zone));
    }

    static override now(): number {
      return clock.now();
    }

    static override parse(text: string): number {
      return parse(text, zone);
    }
  }
  const own = ScriptDate.prototype;
  for (const name of READ) {
    define(own, `get${name}`, (date) => Reflect.apply(HostDate.prototype[`getUTC${name}`], wall(date, zone), []));
  }
  for (const name of WRITTEN) {
    define(own, `set${name}`, (date, ...to) => {
      const local = wall(date, zone);
      Reflect.apply(HostDate.prototype[`setUTC${name}`], local, to);
      return date.setTime(instantOf(zone, local.getTime()));
    });
  }
  define(own, 'getTimezoneOffset', (date) => -offsetAt(zone, date.getTime()) / 60_000);
  define(own, 'toString', (date) => sentence(date, zone));
  for (const name of LOCALE) {
    define(own, name, (date, locale, options) => {
      // Intl knows time zones; it only has to be told which.
      const inZone = { timeZone: zone, ...(options as Intl.DateTimeFormatOptions) };
      return HostDate.prototype[name].call(date, locale as string, inZone);
    });
  }
  // A class cannot be called without new, as Date can; nothing else is missing.
  return new Proxy(ScriptDate, { apply: () => new ScriptDate().toString() }) as unknown as DateConstructor;
}

const READ = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes'] as const;
const WRITTEN = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes'] as const;
const LOCALE = ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const;

/** The same date with its wall time as if that were UTC, to borrow Date's own arithmetic. */
const wall = (date: Date, zone: string): Date => new HostDate(wallAt(zone, date.getTime()));

function define(own: Date, name: string, act: (date: Date, ...given: unknown[]) => unknown): void {
  Object.defineProperty(own, name, {
    value(this: Date, ...given: unknown[]) {
      return act(this, ...given);
    },
    configurable: true,
    writable: true,
  });
}

function timeOf(given: readonly unknown[], clock: Pick<Clock, 'now'>, zone: string): number {
  const [first] = given;
  if (given.length === 0) return clock.now();
  if (given.length > 1) {
    const [year = 0, month = 0, day = 1, ...rest] = given.map(Number);
    return instantOf(zone, HostDate.UTC(year, month, day, ...rest));
  }
  if (typeof first === 'string') return parse(first, zone);
  return Number(first);
}

/** A date and time without a zone is local; a date alone is UTC (ECMA-262, Date Time String Format). */
function parse(text: string, zone: string): number {
  const local = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text) || !/^[+-]?\d{4,6}(-\d\d){0,2}$/.test(text);
  const zoned = /(Z|GMT|UTC|[+-]\d\d:?\d\d)(\s*\(.*\))?$/.test(text);
  if (!local || zoned) return HostDate.parse(text);
  const asUtc = HostDate.parse(text.includes('T') ? `${text}Z` : `${text} UTC`);
  return Number.isNaN(asUtc) ? asUtc : instantOf(zone, asUtc);
}

/** `Thu Dec 03 2026 09:30:00 GMT+0000`, with the name of the zone as V8 adds it. */
function sentence(date: Date, zone: string): string {
  if (Number.isNaN(date.getTime())) return 'Invalid Date';
  const [, weekday, day, month, year, time] =
    /^(\w+), (\d+) (\w+) (\d+) ([\d:]+)/.exec(wall(date, zone).toUTCString()) ?? [];
  const minutes = offsetAt(zone, date.getTime()) / 60_000;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((n) =>
    String(n).padStart(2, '0'),
  );
  return `${weekday} ${month} ${day} ${year} ${time} GMT${minutes < 0 ? '-' : '+'}${hours}${rest}`;
}
