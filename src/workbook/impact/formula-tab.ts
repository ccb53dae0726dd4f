/** A tab of formulas, row by row from A1; a text that begins with `=` is a formula. */
export interface FormulaTab {
  readonly name: string;
  readonly cells: readonly (readonly string[])[];
  readonly widths: readonly number[];
  /** Number formats by range. */
  readonly formats: Readonly<Record<string, string>>;
  /** Ranges that are headings. */
  readonly headings: readonly string[];
  /** Ranges of figures to be seen first, and of words to be seen last. */
  readonly bold: readonly string[];
  readonly quiet: readonly string[];
  /** Titles of the parts of a page, and heads that stand over numbers. */
  readonly titles?: readonly string[];
  readonly over?: readonly string[];
  /** Names by which other formulas call a range of this tab. */
  readonly names: Readonly<Record<string, string>>;
  /** A range whose numbers are shaded, the more the darker. */
  readonly shaded?: string;
  /** Whether it is a page to be read, with a title and no lines, or a table with a head that stays. */
  readonly isPage?: boolean;
}
