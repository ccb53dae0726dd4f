import { BRITISH } from './engine/equip.ts';
import { engine } from './engine.ts';
import type { Entry } from './typed.ts';

/** What a cell may hold, in Google's words: DataValidationCriteria and its values. */
export interface ValidationRule {
  readonly criteria: string;
  /** Texts, numbers, days as numbers, or the A1 notation of a range. */
  readonly values: readonly (string | number | boolean)[];
  readonly allowInvalid: boolean;
  readonly help: string | null;
}

/** What a person must have meant by an entry: numbers and days are both numbers. */
export function meaningOf({ content }: Entry): string | number | boolean | null {
  if (content === '') return null;
  if (content.startsWith("'")) return content.slice(1);
  if (content === 'TRUE' || content === 'FALSE') return content === 'TRUE';
  if (engine.helpers.isNumber(content, BRITISH)) return engine.helpers.toNumber(content, BRITISH);
  if (engine.helpers.isDateTime(content, BRITISH)) {
    return engine.helpers.jsDateToNumber(engine.helpers.toJsDate(content, BRITISH));
  }
  return content;
}

/** Whether a rule is content with a value; an empty cell always is. */
export function allows(
  rule: ValidationRule,
  value: string | number | boolean | null,
  isDay: boolean,
  list: readonly string[],
): boolean {
  if (value === null) return true;
  const [first, second] = rule.values.map(Number);
  const test = numberTests[rule.criteria.replace(/^(NUMBER|DATE)_/, '')];
  if (rule.criteria.startsWith('NUMBER_') && test)
    return typeof value === 'number' && test(value, first ?? 0, second ?? 0);
  if (rule.criteria === 'DATE_IS_VALID_DATE') return isDay;
  if (rule.criteria.startsWith('DATE_') && test)
    return isDay && test(Math.floor(Number(value)), first ?? 0, second ?? 0);
  switch (rule.criteria) {
    case 'VALUE_IN_LIST':
    case 'VALUE_IN_RANGE':
      return list.includes(typeof value === 'boolean' ? String(value).toUpperCase() : String(value));
    case 'CHECKBOX':
      return typeof value === 'boolean';
    case 'TEXT_IS_VALID_EMAIL':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(value));
    case 'TEXT_CONTAINS':
      return String(value).toLowerCase().includes(String(rule.values[0]).toLowerCase());
    case 'TEXT_EQUAL_TO':
      return String(value) === String(rule.values[0]);
    default:
      return true;
  }
}

/** o-spreadsheet's criterion for a rule, so that the grid offers its list and marks what breaks it. */
export function criterionOf({
  criteria,
  values,
}: ValidationRule): { type: string; values: string[] } & Record<string, unknown> {
  const type = criterionTypes[criteria];
  if (!type) throw new Error(`not emulated: DataValidationCriteria.${criteria}`);
  const texts = values.map(String);
  if (criteria === 'VALUE_IN_LIST') return { type, values: texts.slice(0, -1), displayStyle: arrow(texts) };
  if (criteria === 'VALUE_IN_RANGE') return { type, values: texts.slice(0, 1), displayStyle: arrow(texts) };
  if (criteria.startsWith('DATE_')) return { type, values: texts, dateValue: 'exactDate' };
  return { type, values: texts };
}

const arrow = (texts: readonly string[]): string => (texts.at(-1) === 'false' ? 'plainText' : 'arrow');

type Test = (value: number, first: number, second: number) => boolean;
const numberTests: Readonly<Record<string, Test>> = {
  BETWEEN: (value, low, high) => value >= low && value <= high,
  NOT_BETWEEN: (value, low, high) => value < low || value > high,
  GREATER_THAN: (value, low) => value > low,
  GREATER_THAN_OR_EQUAL_TO: (value, low) => value >= low,
  LESS_THAN: (value, high) => value < high,
  LESS_THAN_OR_EQUAL_TO: (value, high) => value <= high,
  EQUAL_TO: (value, other) => value === other,
  NOT_EQUAL_TO: (value, other) => value !== other,
  AFTER: (value, day) => value > day,
  BEFORE: (value, day) => value < day,
  ON_OR_AFTER: (value, day) => value >= day,
  ON_OR_BEFORE: (value, day) => value <= day,
};

const criterionTypes: Readonly<Record<string, string>> = {
  VALUE_IN_LIST: 'isValueInList',
  VALUE_IN_RANGE: 'isValueInRange',
  CHECKBOX: 'isBoolean',
  CUSTOM_FORMULA: 'customFormula',
  TEXT_IS_VALID_EMAIL: 'isEmail',
  TEXT_CONTAINS: 'containsText',
  TEXT_EQUAL_TO: 'isEqualText',
  DATE_IS_VALID_DATE: 'dateIsValid',
  DATE_AFTER: 'dateIsAfter',
  DATE_BEFORE: 'dateIsBefore',
  DATE_ON_OR_AFTER: 'dateIsOnOrAfter',
  DATE_ON_OR_BEFORE: 'dateIsOnOrBefore',
  DATE_BETWEEN: 'dateIsBetween',
  DATE_EQUAL_TO: 'dateIs',
  NUMBER_BETWEEN: 'isBetween',
  NUMBER_NOT_BETWEEN: 'isNotBetween',
  NUMBER_GREATER_THAN: 'isGreaterThan',
  NUMBER_GREATER_THAN_OR_EQUAL_TO: 'isGreaterOrEqualTo',
  NUMBER_LESS_THAN: 'isLessThan',
  NUMBER_LESS_THAN_OR_EQUAL_TO: 'isLessOrEqualTo',
  NUMBER_EQUAL_TO: 'isEqual',
  NUMBER_NOT_EQUAL_TO: 'isNotEqual',
};
