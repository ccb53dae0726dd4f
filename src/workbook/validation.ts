import type { Field } from '../domain/columns.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

/** The check of a column's cells: how to make it, and whether a cell has it. */
export interface Check {
  build(): Rule;
  matches(rule: Rule | null): boolean;
}

// A check that refused would make a script's whole write fail, so each of them only warns
// (the platform's "violates the data validation rules set on this cell" stops the batch).
const warns = true;

/** What may be typed in a column's cells, or nothing when anything may; `keys` are the cells that a `ref` names. */
export function validationOf({ column, isName, machine }: Field, keys: Range | undefined): Check | undefined {
  const { DataValidationCriteria } = SpreadsheetApp;
  if (machine || isName) return undefined;
  const help = column.help ?? '';
  const builder = () => SpreadsheetApp.newDataValidation().setAllowInvalid(warns).setHelpText(help);
  switch (column.kind) {
    case 'choice': {
      const options = [...(column.options ?? [])];
      return {
        build: () => builder().requireValueInList(options, true).build(),
        matches: (rule) =>
          rule?.getCriteriaType() === DataValidationCriteria.VALUE_IN_LIST &&
          JSON.stringify(rule.getCriteriaValues()[0]) === JSON.stringify(options),
      };
    }
    case 'ref':
      if (!keys) return undefined;
      return {
        build: () => builder().requireValueInRange(keys, true).build(),
        matches: (rule) => rule?.getCriteriaType() === DataValidationCriteria.VALUE_IN_RANGE,
      };
    case 'day':
      return {
        build: () => builder().requireDate().build(),
        matches: (rule) => rule?.getCriteriaType() === DataValidationCriteria.DATE_IS_VALID_DATE,
      };
    case 'number': {
      const [least, most] = column.range ?? [0, 1_000_000];
      return {
        build: () => builder().requireNumberBetween(least, most).build(),
        matches: (rule) => rule?.getCriteriaType() === DataValidationCriteria.NUMBER_BETWEEN,
      };
    }
    case 'flag':
      return {
        build: () => builder().requireCheckbox().build(),
        matches: (rule) => rule?.getCriteriaType() === DataValidationCriteria.CHECKBOX,
      };
    default:
      return undefined;
  }
}
