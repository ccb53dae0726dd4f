import type { Execution } from '../execution.ts';
import { Handle, type Methods } from '../expose.ts';
import { GoogleError } from '../google-error.ts';
import { areaData, rangeOf } from './areas.ts';
import { booleanCriteria } from './enums.ts';
import type { RangeHandle, SheetHandle } from './handles.ts';

// developers.google.com/apps-script/reference/spreadsheet/conditional-format-rule-builder

interface Condition {
  readonly criteria: string;
  readonly values: readonly unknown[];
  readonly style: Readonly<Record<string, unknown>>;
  readonly ranges: readonly RangeHandle[];
}

/** A rule that colours cells. */
export class ConditionalRuleHandle extends Handle {
  constructor(
    run: Execution,
    readonly condition: Condition,
  ) {
    super(run);
  }
}
/** Such a rule being made. */
export class ConditionalRuleBuilderHandle extends Handle {
  condition: Condition = { criteria: '', values: [], style: {}, ranges: [] };
}
/** When such a rule applies. */
export class BooleanConditionHandle extends Handle {
  constructor(
    run: Execution,
    readonly condition: Condition,
  ) {
    super(run);
  }
}

const when =
  (criteria: string) =>
  (self: ConditionalRuleBuilderHandle, ...values: readonly unknown[]): ConditionalRuleBuilderHandle =>
    change(self, { criteria, values });

const look =
  (name: string) =>
  (self: ConditionalRuleBuilderHandle, value: unknown): ConditionalRuleBuilderHandle =>
    change(self, { style: { ...self.condition.style, [name]: value } });

export const conditionalRuleBuilder = {
  whenFormulaSatisfied: when('CUSTOM_FORMULA'),
  whenTextEqualTo: when('TEXT_EQUAL_TO'),
  whenTextContains: when('TEXT_CONTAINS'),
  whenCellEmpty: when('CELL_EMPTY'),
  whenCellNotEmpty: when('CELL_NOT_EMPTY'),
  whenNumberGreaterThan: when('NUMBER_GREATER_THAN'),
  whenNumberLessThan: when('NUMBER_LESS_THAN'),
  setBackground: look('fillColor'),
  setFontColor: look('textColor'),
  setBold: look('bold'),
  setItalic: look('italic'),
  setStrikethrough: look('strikethrough'),
  setRanges: (self, ranges: RangeHandle[]) => change(self, { ranges: [...ranges] }),
  copy: (self) => change(new ConditionalRuleBuilderHandle(self.run), self.condition),
  build: ({ run, condition }) => {
    if (condition.criteria === '') throw new GoogleError('Please set the conditional format criteria.');
    if (condition.ranges.length === 0) throw new GoogleError('Please set the conditional format ranges.');
    return new ConditionalRuleHandle(run, condition);
  },
} satisfies Methods<ConditionalRuleBuilderHandle>;

export const conditionalRule = {
  getRanges: ({ condition }) => [...condition.ranges],
  getBooleanCondition: ({ run, condition }) => new BooleanConditionHandle(run, condition),
  getGradientCondition: () => null,
  copy: ({ run, condition }) => change(new ConditionalRuleBuilderHandle(run), condition),
} satisfies Methods<ConditionalRuleHandle>;

export const booleanCondition = {
  getCriteriaType: ({ condition }) =>
    Object.entries(booleanCriteria).find(([name]) => name === condition.criteria)?.[1] ?? null,
  getCriteriaValues: ({ condition }) => [...condition.values],
  getBackground: ({ condition }) => condition.style.fillColor ?? null,
  getFontColor: ({ condition }) => condition.style.textColor ?? null,
  getBold: ({ condition }) => condition.style.bold ?? null,
} satisfies Methods<BooleanConditionHandle>;

/** The rules of a tab, in the order in which they are tried. */
export function conditionalRules({ run, sheetId }: SheetHandle): ConditionalRuleHandle[] {
  return run.book.getters.getConditionalFormats(sheetId).flatMap(({ rule, ranges }) => {
    if (rule.type !== 'CellIsRule') return [];
    const criteria = Object.keys(operators).find((name) => operators[name] === rule.operator) ?? rule.operator;
    const condition = {
      criteria,
      values: rule.values,
      style: { ...rule.style },
      ranges: ranges.map((text) => rangeOf(run, text, sheetId)),
    };
    return [new ConditionalRuleHandle(run, condition)];
  });
}

/** "Replaces all currently existing conditional format rules in the sheet." */
export function setConditionalRules(self: SheetHandle, rules: readonly ConditionalRuleHandle[]): void {
  const { run, sheetId } = self;
  run.write(0, () => {
    for (const { id } of run.book.getters.getConditionalFormats(sheetId)) {
      run.book.command('REMOVE_CONDITIONAL_FORMAT', { sheetId, id });
    }
    for (const { condition } of rules) {
      const operator = operators[condition.criteria];
      const rule = {
        type: 'CellIsRule',
        operator,
        values: condition.values.map(String),
        style: { ...condition.style },
      };
      const cf = { id: `format-${run.book.newId()}`, rule };
      run.book.command('ADD_CONDITIONAL_FORMAT', { sheetId, cf, ranges: condition.ranges.map(areaData) });
    }
  });
}

const operators: Readonly<Record<string, string>> = {
  CUSTOM_FORMULA: 'customFormula',
  TEXT_EQUAL_TO: 'isEqual',
  TEXT_CONTAINS: 'containsText',
  CELL_EMPTY: 'isEmpty',
  CELL_NOT_EMPTY: 'isNotEmpty',
  NUMBER_GREATER_THAN: 'isGreaterThan',
  NUMBER_LESS_THAN: 'isLessThan',
};

const change = (self: ConditionalRuleBuilderHandle, changes: Partial<Condition>): ConditionalRuleBuilderHandle =>
  Object.assign(self, { condition: { ...self.condition, ...changes } });
