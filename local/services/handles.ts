import type { Zone } from '../cells.ts';
import type { Execution } from '../execution.ts';
import { Handle } from '../expose.ts';

// What a script holds. Only data: the methods are in the tables beside this file, one a class of Google's.

/** The spreadsheet the script belongs to. */
export class SpreadsheetHandle extends Handle {}

/** One tab. */
export class SheetHandle extends Handle {
  constructor(
    run: Execution,
    readonly sheetId: string,
  ) {
    super(run);
  }
}

/** A rectangle of cells on one tab. */
export class RangeHandle extends Handle {
  constructor(
    run: Execution,
    readonly sheetId: string,
    readonly zone: Zone,
    /** How it was written when it has no end, such as A2:A; kept because it then grows with its tab. */
    readonly open: string | null = null,
  ) {
    super(run);
  }
}

/** A range with a name. */
export class NamedRangeHandle extends Handle {
  constructor(
    run: Execution,
    public name: string,
  ) {
    super(run);
  }
}

/** A search for a text in a range. */
export class TextFinderHandle extends Handle {
  wholeCell = false;
  matchCase = false;

  constructor(
    run: Execution,
    readonly range: RangeHandle,
    readonly text: string,
  ) {
    super(run);
  }
}

/** The filter of a tab. */
export class FilterHandle extends Handle {
  constructor(
    run: Execution,
    readonly sheetId: string,
  ) {
    super(run);
  }
}

/** A protected tab or range. */
export class ProtectionHandle extends Handle {
  constructor(
    run: Execution,
    readonly id: string,
  ) {
    super(run);
  }
}
