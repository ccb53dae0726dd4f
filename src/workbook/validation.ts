import type { Field } from '../domain/columns.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Rule = GoogleAppsScript.Spreadsheet.DataValidation;
type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;

/** The check of a column's cells: how to make it, and whether a cell has it. */
export interface Check {
  build(): Rule;
  matches(rule: Rule | null): boolean;
}

/**
 * What may be typed in a column's cells, or nothing when anything may; `keys` are the cells that a `ref` names. Every
 * check only warns: one that refused would make a script's whole write fail ("violates the data validation rules").
 */
export function validationOf(field: Field, keys: Range | undefined): Check | undefined {
  const wish = field.machine || field.isName ? undefined : wishOf(field, keys);
  if (!wish) return undefined;
  return {
    build: () =>
      wish
        .rule(
          SpreadsheetApp.newDataValidation()
            .setAllowInvalid(true)
            .setHelpText(field.column.help ?? ''),
        )
        .build(),
    matches: (there) =>
      there?.getAllowInvalid() === true &&
      there.getCriteriaType() === wish.type &&
      (!wish.options || JSON.stringify(there.getCriteriaValues()[0]) === JSON.stringify(wish.options)),
  };
}

interface Wish {
  readonly type: GoogleAppsScript.Spreadsheet.DataValidationCriteria;
  readonly rule: (builder: Builder) => Builder;
  readonly options?: readonly string[];
}

function wishOf({ column }: Field, keys: Range | undefined): Wish | undefined {
  const types = SpreadsheetApp.DataValidationCriteria;
  const options = [...(column.options ?? [])];
  const [least, most] = column.range ?? [0, 0];
  switch (column.kind) {
    case 'choice':
      return { type: types.VALUE_IN_LIST, rule: (builder) => builder.requireValueInList(options, true), options };
    case 'ref':
      return keys && { type: types.VALUE_IN_RANGE, rule: (builder) => builder.requireValueInRange(keys, true) };
    case 'day':
      return { type: types.DATE_IS_VALID_DATE, rule: (builder) => builder.requireDate() };
    case 'number':
      return { type: types.NUMBER_BETWEEN, rule: (builder) => builder.requireNumberBetween(least, most) };
    case 'flag':
      return { type: types.CHECKBOX, rule: (builder) => builder.requireCheckbox() };
    default:
      return undefined;
  }
}
