import type { Execution } from '../execution.ts';
import { Handle, type Methods } from '../expose.ts';
import { notEmulated } from '../google-error.ts';
import type { ValidationRule } from '../validation.ts';
import { serialOf, wallAt } from '../zone.ts';
import { fullNotationOf } from './areas.ts';
import type { RangeHandle } from './handles.ts';
import { ValidationHandle } from './validations.ts';

// developers.google.com/apps-script/reference/spreadsheet/data-validation-builder

/** A rule being made; "rules allow invalid data unless told otherwise". */
export class ValidationBuilderHandle extends Handle {
  rule: ValidationRule = { criteria: '', values: [], allowInvalid: true, help: null };
}

type Criterion = (self: ValidationBuilderHandle, ...given: never[]) => ValidationBuilderHandle;

export const validationBuilder = {
  requireValueInList: (self, list: unknown[], show = true) =>
    require(self, 'VALUE_IN_LIST', [...list.map(String), show]),
  requireValueInRange: (self, range: RangeHandle, show = true) =>
    require(self, 'VALUE_IN_RANGE', [fullNotationOf(range), show]),
  requireCheckbox: (self, ...states: unknown[]) => {
    if (states.length > 0) throw notEmulated('DataValidationBuilder.requireCheckbox with values of its own');
    return require(self, 'CHECKBOX', []);
  },
  requireTextIsEmail: (self) => require(self, 'TEXT_IS_VALID_EMAIL', []),
  requireTextContains: (self, text: string) => require(self, 'TEXT_CONTAINS', [text]),
  requireTextEqualTo: (self, text: string) => require(self, 'TEXT_EQUAL_TO', [text]),
  requireFormulaSatisfied: (self, formula: string) => require(self, 'CUSTOM_FORMULA', [formula]),
  requireDate: (self) => require(self, 'DATE_IS_VALID_DATE', []),
  requireDateAfter: days('DATE_AFTER'),
  requireDateBefore: days('DATE_BEFORE'),
  requireDateOnOrAfter: days('DATE_ON_OR_AFTER'),
  requireDateOnOrBefore: days('DATE_ON_OR_BEFORE'),
  requireDateBetween: days('DATE_BETWEEN'),
  requireDateEqualTo: days('DATE_EQUAL_TO'),
  requireNumberBetween: numbers('NUMBER_BETWEEN'),
  requireNumberNotBetween: numbers('NUMBER_NOT_BETWEEN'),
  requireNumberGreaterThan: numbers('NUMBER_GREATER_THAN'),
  requireNumberGreaterThanOrEqualTo: numbers('NUMBER_GREATER_THAN_OR_EQUAL_TO'),
  requireNumberLessThan: numbers('NUMBER_LESS_THAN'),
  requireNumberLessThanOrEqualTo: numbers('NUMBER_LESS_THAN_OR_EQUAL_TO'),
  requireNumberEqualTo: numbers('NUMBER_EQUAL_TO'),
  requireNumberNotEqualTo: numbers('NUMBER_NOT_EQUAL_TO'),
  setAllowInvalid: (self, allowInvalid: boolean) => set(self, { allowInvalid }),
  setHelpText: (self, help: string) => set(self, { help }),
  getAllowInvalid: ({ rule }) => rule.allowInvalid,
  getHelpText: ({ rule }) => rule.help,
  copy: (self) => set(new ValidationBuilderHandle(self.run), self.rule),
  build: ({ run, rule }) => {
    // Whether a formula holds for a value not yet written would have to be worked out cell by cell.
    if (rule.criteria === 'CUSTOM_FORMULA' && !rule.allowInvalid)
      throw notEmulated('a formula validation that rejects');
    return new ValidationHandle(run, rule);
  },
} satisfies Methods<ValidationBuilderHandle>;

const set = (self: ValidationBuilderHandle, changes: Partial<ValidationRule>): ValidationBuilderHandle =>
  Object.assign(self, { rule: { ...self.rule, ...changes } });

const require = (
  self: ValidationBuilderHandle,
  criteria: string,
  values: ValidationRule['values'],
): ValidationBuilderHandle => set(self, { criteria, values });

function numbers(criteria: string): Criterion {
  return (self, ...values: readonly number[]) => require(self, criteria, values);
}

function days(criteria: string): Criterion {
  return (self, ...values: readonly Date[]) => require(self, criteria, values.map((day) => dayOf(self.run, day)));
}

const dayOf = (run: Execution, day: Date): number => Math.floor(serialOf(wallAt(run.book.zone, day.getTime())));
