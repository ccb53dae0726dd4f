/** One value of an enum as Google's are: an object with a name, printed as that name. */
export class EnumValue {
  constructor(
    readonly word: string,
    readonly place: number,
  ) {
    Object.freeze(this);
  }

  name(): string {
    return this.word;
  }

  ordinal(): number {
    return this.place;
  }

  compareTo(other: EnumValue): number {
    return this.place - other.place;
  }

  toString(): string {
    return this.word;
  }

  toJSON(): string {
    return this.word;
  }
}

const enumOf = <const Names extends readonly string[]>(names: Names): { readonly [Name in Names[number]]: EnumValue } =>
  // Object.fromEntries forgets the names it was given.
  Object.freeze(Object.fromEntries(names.map((name, place) => [name, new EnumValue(name, place)]))) as {
    readonly [Name in Names[number]]: EnumValue;
  };

export const protectionTypes = enumOf(['RANGE', 'SHEET']);
export const authModes = enumOf(['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);
export const authorizationStatuses = enumOf(['REQUIRED', 'NOT_REQUIRED']);
export const wrapStrategies = enumOf(['WRAP', 'OVERFLOW', 'CLIP']);
export const dimensions = enumOf(['COLUMNS', 'ROWS']);
export const borderStyles = enumOf(['DOTTED', 'DASHED', 'SOLID', 'SOLID_MEDIUM', 'SOLID_THICK', 'DOUBLE']);
export const eventTypes = enumOf(['CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE', 'ON_EVENT_UPDATED']);
export const triggerSources = enumOf(['SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR']);
export const digests = enumOf(['MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512']);
export const charsets = enumOf(['US_ASCII', 'UTF_8']);
export const buttonSets = enumOf(['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);
export const buttons = enumOf(['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
export const summaries = enumOf([
  'CUSTOM',
  'SUM',
  'COUNTA',
  'COUNT',
  'COUNTUNIQUE',
  'AVERAGE',
  'MAX',
  'MIN',
  'MEDIAN',
  'PRODUCT',
]);
export const dateTimeGroupings = enumOf([
  'SECOND',
  'MINUTE',
  'HOUR',
  'HOUR_MINUTE',
  'HOUR_MINUTE_AMPM',
  'DAY_OF_WEEK',
  'DAY_OF_YEAR',
  'DAY_OF_MONTH',
  'DAY_MONTH',
  'MONTH',
  'QUARTER',
  'YEAR',
  'YEAR_MONTH',
  'YEAR_QUARTER',
  'YEAR_MONTH_DAY',
]);
export const validationCriteria = enumOf([
  'DATE_AFTER',
  'DATE_BEFORE',
  'DATE_BETWEEN',
  'DATE_EQUAL_TO',
  'DATE_IS_VALID_DATE',
  'DATE_NOT_BETWEEN',
  'DATE_ON_OR_AFTER',
  'DATE_ON_OR_BEFORE',
  'NUMBER_BETWEEN',
  'NUMBER_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  'NUMBER_LESS_THAN',
  'NUMBER_LESS_THAN_OR_EQUAL_TO',
  'NUMBER_NOT_BETWEEN',
  'NUMBER_NOT_EQUAL_TO',
  'TEXT_CONTAINS',
  'TEXT_EQUAL_TO',
  'TEXT_IS_VALID_EMAIL',
  'VALUE_IN_LIST',
  'VALUE_IN_RANGE',
  'CUSTOM_FORMULA',
  'CHECKBOX',
]);
export const booleanCriteria = enumOf([
  'CELL_EMPTY',
  'CELL_NOT_EMPTY',
  'TEXT_CONTAINS',
  'TEXT_EQUAL_TO',
  'NUMBER_GREATER_THAN',
  'NUMBER_LESS_THAN',
  'DATE_BEFORE',
  'DATE_AFTER',
  'CUSTOM_FORMULA',
]);
export const chartTypes = enumOf(['AREA', 'BAR', 'COLUMN', 'COMBO', 'LINE', 'PIE', 'SCATTER', 'TABLE']);
