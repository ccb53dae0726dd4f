import { BRITISH } from './engine/equip.ts';
import { engine } from './engine.ts';
import { isDateFormat, isTextFormat, QUOTED_TEXT } from './formats.ts';
import { GoogleError } from './google-error.ts';
import { serialOf, wallAt } from './zone.ts';

/** What is put into an o-spreadsheet cell; no format means the one it has. */
export interface Entry {
  readonly content: string;
  readonly format?: string;
}

/** Where and when something is typed: both decide what `1/2` means. */
export interface Typing {
  readonly zone: string;
  readonly now: number;
  readonly format: string | undefined;
}

const LONGEST = 50_000;
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * What Sheets makes of a value given by a script: as if a person had typed it.
 * developers.google.com/workspace/sheets/api/reference/rest/v4/ValueInputOption, USER_ENTERED
 */
export function typed(value: unknown, typing: Typing): Entry {
  if (value === null || value === undefined || value === '') return { content: '' };
  if (typeof value === 'number') return isTextFormat(typing.format) ? text(String(value), typing) : number(value);
  if (typeof value === 'boolean') return { content: value ? 'TRUE' : 'FALSE' };
  if (isDate(value)) return date(value.getTime(), typing);
  return typedText(String(value), typing);
}

function typedText(given: string, typing: Typing): Entry {
  // The apostrophe that makes it text is not part of it.
  if (given.length - (given.startsWith("'") ? 1 : 0) > LONGEST) {
    throw new GoogleError('Your input contains more than the maximum of 50000 characters in a single cell.');
  }
  // Unconfirmed on the live platform: the harsher reading is that a plain-text cell still takes `=` for a formula.
  if (given.startsWith('=') && given.length > 1) {
    return typing.format === QUOTED_TEXT ? { content: given, format: '@' } : { content: given };
  }
  if (given.startsWith("'")) return text(given.slice(1), typing);
  if (isTextFormat(typing.format)) return text(given, typing);
  return literal(given, typing) ?? text(given, typing);
}

/** Numbers, days and truths as a British school types them; null for anything that is just words. */
function literal(given: string, typing: Typing): Entry | null {
  const trimmed = given.trim();
  if (/^(true|false)$/i.test(trimmed)) return { content: trimmed.toUpperCase() };
  const pounds = /^(-?)£\s?([\d,]+(?:\.\d+)?)$/.exec(trimmed);
  if (pounds) return { content: `${pounds[1]}${pounds[2]?.replace(/,/g, '')}`, format: '[$£]#,##0.00' };
  const unsigned = trimmed.replace(/^\+(?=[\d.])/, '');
  if (engine.helpers.isNumber(unsigned, BRITISH)) return { content: unsigned };
  const dated = spelledOut(trimmed, typing) ?? dayAndMonth(trimmed, typing) ?? given;
  // `1 2` is a day to o-spreadsheet and two numbers to Sheets.
  if (/^\d+( \d+)+$/.test(dated)) return null;
  return !given.includes('\n') && engine.helpers.isDateTime(dated, BRITISH) ? { content: dated } : null;
}

/** A day without a year is in this year: the world's, where o-spreadsheet would take the computer's. */
function dayAndMonth(given: string, typing: Typing): string | null {
  return /^\d{1,2}[/-]\d{1,2}$/.test(given) ? `${given}${given.includes('/') ? '/' : '-'}${yearOf(typing)}` : null;
}

/** `3 Dec 2026` and `December 3, 2026` are days to Sheets and words to o-spreadsheet. */
function spelledOut(given: string, typing: Typing): string | null {
  const dayFirst = /^(\d{1,2})[ -]([a-z]{3,9})\.?(?:,?[ -](\d{4}))?$/i.exec(given);
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:,? (\d{4}))?$/i.exec(given);
  const [day, name, year] = dayFirst ? dayFirst.slice(1) : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  if (day === undefined || name === undefined) return null;
  const said = name.toLowerCase();
  const month = MONTHS.findIndex(
    (long) => said === long || said === long.slice(0, 3) || said === `${long.slice(0, 3)}t`,
  );
  return month < 0 ? null : `${year ?? yearOf(typing)}-${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

const yearOf = ({ zone, now }: Typing): number => new Date(wallAt(zone, now)).getUTCFullYear();

/** Keeps words as words, whatever they look like, so that they come back exactly as they were. */
export function text(words: string, { format }: Pick<Typing, 'format'>): Entry {
  if (isTextFormat(format)) {
    if (words.startsWith('=')) return { content: `'${words}`, format: QUOTED_TEXT };
    return format === QUOTED_TEXT ? { content: words, format: '@' } : { content: words };
  }
  return { content: looksLikeMore(words) ? `'${words}` : words };
}

function looksLikeMore(words: string): boolean {
  if (/^['=]/.test(words) || /^(true|false)$/i.test(words) || words === '') return true;
  return engine.helpers.isNumber(words, BRITISH) || engine.helpers.isDateTime(words, BRITISH) || words.startsWith('#');
}

function number(value: number): Entry {
  if (!Number.isFinite(value)) return { content: '#NUM!' };
  return { content: String(value) };
}

function date(instant: number, typing: Typing): Entry {
  if (Number.isNaN(instant)) return { content: '' };
  const serial = serialOf(wallAt(typing.zone, instant));
  const content = String(serial);
  if (isTextFormat(typing.format)) {
    return text(engine.helpers.formatValue(serial, { format: BRITISH.dateFormat, locale: BRITISH }), typing);
  }
  if (isDateFormat(typing.format)) return { content };
  return {
    content,
    format: Number.isInteger(serial) ? BRITISH.dateFormat : `${BRITISH.dateFormat} ${BRITISH.timeFormat}`,
  };
}

// A date made inside the bundle belongs to another realm, where `instanceof Date` does not hold.
const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]';
