import { engine } from './engine.ts';

/** Google's name for a cell nobody has given a format. */
export const AUTOMATIC = '0.###############';

/**
 * How a plain-text cell is kept when its text begins with `=`: o-spreadsheet takes such a text for a formula unless an
 * apostrophe stands before it, and under its own text format it would show the apostrophe and count with it.
 */
export const QUOTED_TEXT = '0;-0;0;@';

const isDate = new Map<string, boolean>();

/** Whether numbers of that format are days or times. */
export function isDateFormat(format: string | undefined): boolean {
  if (!format) return false;
  const known = isDate.get(format);
  if (known !== undefined) return known;
  const answer = engine.helpers.isDateTimeFormat(format);
  isDate.set(format, answer);
  return answer;
}

/** Whether a cell of that format holds whatever is typed as text. */
export const isTextFormat = (format: string | undefined): boolean => format === '@' || format === QUOTED_TEXT;

/** Remembers which of Google's formats an o-spreadsheet format was made from, so that a script reads back what it set. */
export class FormatNames {
  readonly #names: Map<string, string>;

  constructor(names: Readonly<Record<string, string>> = {}) {
    this.#names = new Map(Object.entries(names));
  }

  /** o-spreadsheet's format for one of Google's. */
  inside(format: string): string {
    if (format === '' || format === AUTOMATIC || /^general$/i.test(format)) return '';
    const own = format === '@' ? format : translate(format);
    try {
      engine.helpers.parseFormat(own);
    } catch {
      throw new Error(`not emulated: the number format ${format}`);
    }
    if (own !== format) this.#names.set(own, format);
    return own;
  }

  /** Google's format for one of o-spreadsheet's. */
  outside(format: string | undefined): string {
    if (!format) return AUTOMATIC;
    return format === QUOTED_TEXT ? '@' : (this.#names.get(format) ?? format);
  }

  /** What must be kept for the next time. */
  save(): Record<string, string> {
    return Object.fromEntries(this.#names);
  }
}

/** Google reads date letters in either case and a single h; o-spreadsheet only lower case and hh. */
function translate(format: string): string {
  const parts = format.split(/("[^"]*"|\[[^\]]*\]|\\.)/);
  const plain = parts.filter((_, index) => index % 2 === 0).join('');
  if (!/[ymdhs]/i.test(plain) || /[0#]/.test(plain)) return format;
  return parts
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .toLowerCase()
            .replace(/am\/pm/g, 'a')
            .replace(/(^|[^h])h(?!h)/g, '$1hh'),
    )
    .join('');
}
