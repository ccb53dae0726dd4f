/**
 * The language in which the Impact tab is written: figures and tables of figures, each with a key by which other formulas
 * call it, what people read, and one line that says what it counts. In a formula `[staff]` is the figure of that key, and
 * `[team1:3]` the third number in a row of a table; `[team1:0]` is what the row is called.
 */

/** How a figure is shown, when not as a whole number. */
export type Shown = 'share' | 'day' | 'tenth' | 'words';

/** One figure of the Impact tab. */
export interface Figure {
  readonly key: string;
  readonly label: string;
  readonly formula: string;
  /** What it counts. */
  readonly about: string;
  readonly shown?: Shown;
}

/** Figures of one kind side by side: a row for each team, each theme, each half-term. */
export interface Grid {
  readonly title: string;
  readonly about: string;
  readonly heads: readonly string[];
  readonly shown?: readonly (Shown | undefined)[];
  readonly rows: readonly {
    readonly key: string;
    /** A text, or a formula that finds it. */
    readonly label: string;
    readonly formulas: readonly string[];
    /** How its first number is shown, where another row's is shown otherwise. */
    readonly shown?: Shown;
  }[];
}

/** A part of the tab under one heading. */
export interface Section {
  readonly title: string;
  readonly figures: readonly Figure[];
  readonly grids?: readonly Grid[];
}

/** A figure by its key, as it is written down. */
export function figure(key: string, label: string, formula: string, about: string, shown?: Shown): Figure {
  return { key, label, formula: `=${formula}`, about, ...(shown && { shown }) };
}

/** What the Settings tab says under a name, as text; nothing when it has no such row. */
export const setting = (name: string): string =>
  `IFERROR(INDEX(Settings_Value,MATCH("${name}",Settings_Setting,0))&"","")`;

/** A part of a whole, and 0 of nothing. */
export const shareOf = (part: string, whole: string): string => `IF(${whole}=0,0,${part}/${whole})`;

/** So many rows of a table, by their number from 1. */
export function rowsOf<T>(count: number, row: (number: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => row(index + 1));
}

/** Those of one school year, by the column of their day. */
export const since = (column: string, from = '[year]'): string => `${column},">="&${from}`;
