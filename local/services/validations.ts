import { BRITISH } from '../engine/equip.ts';
import { engine } from '../engine.ts';
import type { Execution } from '../execution.ts';
import { Handle, type Methods } from '../expose.ts';
import { isDateFormat } from '../formats.ts';
import { GoogleError } from '../google-error.ts';
import { allows, criterionOf, meaningOf, type ValidationRule } from '../validation.ts';
import { instantOf, wallOfSerial } from '../zone.ts';
import { areaData, eachCell, eachValue, gridOf, rangeOf, sizeOf } from './areas.ts';
import { validationCriteria } from './enums.ts';
import { RangeHandle } from './handles.ts';
import { refuseProtected } from './protections.ts';

// developers.google.com/apps-script/reference/spreadsheet/data-validation

/** A rule for what cells may hold. */
export class ValidationHandle extends Handle {
  constructor(
    run: Execution,
    readonly rule: ValidationRule,
  ) {
    super(run);
  }
}

export const validation = {
  getCriteriaType: ({ rule }) =>
    Object.entries(validationCriteria).find(([name]) => name === rule.criteria)?.[1] ?? null,
  getCriteriaValues: ({ run, rule }) => {
    if (rule.criteria === 'VALUE_IN_LIST') return [rule.values.slice(0, -1), rule.values.at(-1)];
    if (rule.criteria === 'VALUE_IN_RANGE') return [rangeOf(run, String(rule.values[0]), null), rule.values.at(-1)];
    if (!rule.criteria.startsWith('DATE_')) return [...rule.values];
    return rule.values.map((day) => new Date(instantOf(run.book.zone, wallOfSerial(Number(day)))));
  },
  getAllowInvalid: ({ rule }) => rule.allowInvalid,
  getHelpText: ({ rule }) => rule.help,
} satisfies Methods<ValidationHandle>;

/** Validations of a range. */
export const rangeValidations = {
  getDataValidation: (range) => rules(range)[0]?.[0] ?? null,
  getDataValidations: (range) => rules(range),
  setDataValidation: (range, given: ValidationHandle | null) =>
    setRules(
      range,
      gridOf(range, () => given),
    ),
  setDataValidations: (range, given: (ValidationHandle | null)[][]) => setRules(range, given),
  clearDataValidations: (range) =>
    setRules(
      range,
      gridOf(range, () => null),
    ),
  insertCheckboxes: (range, ...states: unknown[]) => {
    if (states.length > 0) throw new Error('not emulated: Range.insertCheckboxes with values of its own');
    const rule = { criteria: 'CHECKBOX', values: [], allowInvalid: false, help: null };
    setRules(
      range,
      gridOf(range, () => new ValidationHandle(range.run, rule)),
    );
    // "Inserts checkboxes into each cell in the range … Sets the value of all cells in the range to false."
    range.run.write(sizeOf(range), () =>
      eachCell(range, (col, row) => range.run.book.enter(range.sheetId, col, row, false)),
    );
    return range;
  },
} satisfies Methods<RangeHandle>;

/** Throws what Google throws when a rule that rejects forbids one of the values; then none of them is written. */
export function obeyRules(range: RangeHandle, values: readonly (readonly unknown[])[]): void {
  const { run, sheetId } = range;
  if (run.newRules.length === 0 && (run.book.getters.getDataValidationRules(sheetId) ?? []).length === 0) return;
  eachValue(range, values, (value, col, row) => {
    const rule = ruleAt(run, sheetId, col, row);
    if (!rule || rule.allowInvalid || (typeof value === 'string' && value.startsWith('=') && value.length > 1)) return;
    const entry = run.book.typing(sheetId, col, row, value);
    const list = listOf(run, rule);
    const format = entry.format ?? run.book.getters.getCell({ sheetId, col, row })?.format;
    const meant = meaningOf(entry);
    const isDay =
      typeof meant === 'number' && (isDateFormat(format) || engine.helpers.isDateTime(entry.content, BRITISH));
    if (allows(rule, meant, isDay, list)) return;
    const offer = list.length > 0 ? ` Please enter one of the following values: ${list.join(', ')}.` : '';
    const cell = engine.helpers.toXC(col, row);
    throw new GoogleError(
      `The data you entered in cell ${cell} violates the data validation rules set on this cell.${offer}`,
    );
  });
}

function ruleAt(run: Execution, sheetId: string, col: number, row: number): ValidationRule | null {
  const fresh = run.newRules.findLast(
    ({ sheetId: id, zone }) =>
      id === sheetId && col >= zone.left && col <= zone.right && row >= zone.top && row <= zone.bottom,
  );
  if (fresh) return fresh.rule;
  const found = run.book.getters.getValidationRuleForCell({ sheetId, col, row });
  return found ? ownRule(found) : null;
}

type EngineRule = NonNullable<ReturnType<Execution['book']['getters']['getValidationRuleForCell']>>;

/** A rule made in the grid by a person has no words of Google's; its criterion says enough to read and obey it. */
function ownRule(found: EngineRule & { stride?: ValidationRule }): ValidationRule {
  const { stride, criterion, isBlocking } = found;
  const values: readonly (string | number)[] = criterion.values;
  if (stride)
    return stride.criteria === 'VALUE_IN_RANGE'
      ? { ...stride, values: [...values, stride.values.at(-1) ?? true] }
      : stride;
  const common = { allowInvalid: !isBlocking, help: null };
  if (criterion.type === 'isValueInList') return { ...common, criteria: 'VALUE_IN_LIST', values: [...values, true] };
  if (criterion.type === 'isValueInRange') return { ...common, criteria: 'VALUE_IN_RANGE', values: [...values, true] };
  const name = Object.keys(validationCriteria).find((criteria) => typeOf(criteria) === criterion.type);
  return { ...common, criteria: name ?? criterion.type, values };
}

function typeOf(criteria: string): string | null {
  try {
    return criterionOf({ criteria, values: [], allowInvalid: true, help: null }).type;
  } catch {
    return null;
  }
}

function listOf(run: Execution, rule: ValidationRule): readonly string[] {
  if (rule.criteria === 'VALUE_IN_LIST') return rule.values.slice(0, -1).map(String);
  if (rule.criteria !== 'VALUE_IN_RANGE') return [];
  // The list may have been written a moment ago.
  run.flush();
  const range = rangeOf(run, String(rule.values[0]), null);
  return gridOf(range, (col, row) => run.book.cells.display(range.sheetId, col, row))
    .flat()
    .filter((value) => value !== '');
}

function rules(range: RangeHandle): (ValidationHandle | null)[][] {
  const { run, sheetId } = range;
  const known = new Map<EngineRule, ValidationHandle>();
  const read = (col: number, row: number): ValidationHandle | null => {
    const found = run.book.getters.getValidationRuleForCell({ sheetId, col, row });
    if (!found) return null;
    const made = known.get(found) ?? new ValidationHandle(run, ownRule(found));
    known.set(found, made);
    return made;
  };
  return run.read(() => gridOf(range, read), sizeOf(range));
}

function setRules(range: RangeHandle, given: readonly (readonly (ValidationHandle | null)[])[]): RangeHandle {
  const { run, sheetId } = range;
  refuseProtected(range);
  const areas = group(range, given);
  for (const { zone, handle } of areas) run.newRules.push({ sheetId, zone, rule: handle?.rule ?? null });
  run.write(sizeOf(range), () => {
    for (const { zone, handle } of areas)
      setRule(new RangeHandle(run, sheetId, zone, zone === range.zone ? range.open : null), handle);
  });
  return range;
}

function setRule(range: RangeHandle, handle: ValidationHandle | null): void {
  const { book } = range.run;
  const { sheetId } = range;
  const id = `rule-${book.newId()}`;
  const ranges = [areaData(range)];
  // o-spreadsheet takes cells out of a rule only to give them to another: the other is then removed.
  const rule = handle?.rule ?? { criteria: 'DATE_IS_VALID_DATE', values: [], allowInvalid: true, help: null };
  book.command('ADD_DATA_VALIDATION_RULE', {
    sheetId,
    ranges,
    rule: {
      id,
      criterion: criterionOf(rule),
      isBlocking: !rule.allowInvalid,
      stride: { ...rule, values: [...rule.values] },
    },
  });
  if (!handle) book.command('REMOVE_DATA_VALIDATION_RULE', { sheetId, id });
}

/** Cells with the same rule, joined downwards: one rule for the whole range when they all have it. */
function group(
  range: RangeHandle,
  given: readonly (readonly (ValidationHandle | null)[])[],
): { zone: RangeHandle['zone']; handle: ValidationHandle | null }[] {
  const first = given[0]?.[0] ?? null;
  if (given.every((row) => row.every((handle) => (handle ?? null) === first)))
    return [{ zone: range.zone, handle: first }];
  const { left, top } = range.zone;
  const columns = given[0]?.map((_, across) => given.map((row) => row[across] ?? null)) ?? [];
  return columns.flatMap((column, across) => {
    const starts = column.flatMap((handle, down) => (down === 0 || handle !== column[down - 1] ? [down] : []));
    return starts.map((start, index) => {
      const end = (starts[index + 1] ?? column.length) - 1;
      return {
        zone: { left: left + across, right: left + across, top: top + start, bottom: top + end },
        handle: column[start] ?? null,
      };
    });
  });
}
