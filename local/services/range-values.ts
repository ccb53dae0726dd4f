import type { Value } from '../cells.ts';
import type { Methods } from '../expose.ts';
import { GoogleError, wrongArguments } from '../google-error.ts';
import { eachValue, gridOf, heightOf, sizeOf, widthOf } from './areas.ts';
import type { RangeHandle } from './handles.ts';
import { refuseProtected } from './protections.ts';
import { obeyRules } from './validations.ts';

// developers.google.com/apps-script/reference/spreadsheet/range

/** What the cells of a range hold. */
export const rangeValues = {
  getValue: (range) =>
    range.run.read(() => range.run.book.cells.value(range.sheetId, range.zone.left, range.zone.top), 1),
  getValues: (range) => values(range),
  getDisplayValue: (range) =>
    range.run.read(() => range.run.book.cells.display(range.sheetId, range.zone.left, range.zone.top), 1),
  getDisplayValues: (range) => grid(range, (col, row) => range.run.book.cells.display(range.sheetId, col, row)),
  getFormula: (range) =>
    range.run.read(() => range.run.book.cells.formula(range.sheetId, range.zone.left, range.zone.top), 1),
  getFormulas: (range) => grid(range, (col, row) => range.run.book.cells.formula(range.sheetId, col, row)),
  isBlank: (range) =>
    values(range)
      .flat()
      .every((value) => value === ''),
  setValue: (range, value: unknown) =>
    write(
      range,
      gridOf(range, () => value),
    ),
  setValues: (range, values: unknown) => write(range, sized(range, values, 'Range.setValues')),
  setFormula: (range, formula: string) =>
    write(
      range,
      gridOf(range, () => asFormula(formula)),
    ),
  setFormulas: (range, formulas: unknown) =>
    write(
      range,
      sized(range, formulas, 'Range.setFormulas').map((row) => row.map((formula) => asFormula(String(formula)))),
    ),
  clearContent: (range) => {
    refuseProtected(range);
    range.run.write(sizeOf(range), () => clearContent(range));
    return range;
  },
} satisfies Methods<RangeHandle>;

/** Writes a grid of values as if a person had typed them, unless a protection or a validation forbids one of them. */
export function write(range: RangeHandle, values: readonly (readonly unknown[])[]): RangeHandle {
  const { run, sheetId } = range;
  check(range, values);
  // A copy: the script may change its own arrays before this is sent.
  const kept = values.map((row) => [...row]);
  run.write(sizeOf(range), () => eachValue(range, kept, (value, col, row) => run.book.enter(sheetId, col, row, value)));
  return range;
}

/** Throws what Google throws when one of the values may not be written there. */
export function check(range: RangeHandle, values: readonly (readonly unknown[])[]): void {
  refuseProtected(range);
  eachValue(range, values, (value, col, row) => range.run.book.typing(range.sheetId, col, row, value));
  obeyRules(range, values);
}

/** Empties cells and leaves their looks and their validations. */
export function clearContent({ run, sheetId, zone }: RangeHandle): void {
  for (let row = zone.top; row <= zone.bottom; row++) {
    for (let col = zone.left; col <= zone.right; col++) {
      // Not DELETE_CONTENT: that also takes away lists and checkboxes, which a script's clearContent leaves.
      const cell = run.book.getters.getCell({ sheetId, col, row });
      if (cell && (cell.isFormula || cell.content !== ''))
        run.book.command('UPDATE_CELL', { sheetId, col, row, content: '' });
    }
  }
}

/** A grid that has the size of the range, or Google's refusal. */
export function sized(range: RangeHandle, values: unknown, method: string): unknown[][] {
  if (!Array.isArray(values) || !values.every((row) => Array.isArray(row))) throw wrongArguments(method, values);
  const [rows, height, width] = [values.length, heightOf(range), widthOf(range)];
  if (rows !== height) {
    throw new GoogleError(
      `The number of rows in the data does not match the number of rows in the range. The data has ${rows} but the range has ${height}.`,
    );
  }
  const uneven = values.find((row) => row.length !== width);
  if (uneven) {
    throw new GoogleError(
      `The number of columns in the data does not match the number of columns in the range. The data has ${uneven.length} but the range has ${width}.`,
    );
  }
  return values;
}

const values = (range: RangeHandle): readonly (readonly Value[])[] =>
  range.run.read(() => range.run.book.cells.values(range.sheetId, range.zone), sizeOf(range));

const grid = <T>(range: RangeHandle, read: (col: number, row: number) => T): T[][] =>
  range.run.read(() => gridOf(range, read), sizeOf(range));

const asFormula = (formula: string): string => (formula === '' || formula.startsWith('=') ? formula : `=${formula}`);
