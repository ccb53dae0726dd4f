import type { Library } from './library.ts';

type Item = ReturnType<Library['registries']['coreViewsPluginRegistry']['get']>;
type Cell = { value: unknown };
type Execute = (this: Formula, ...given: unknown[]) => Cell | Cell[][];
type Formula = {
  readonly execute: Execute;
  readonly normalizedFormula: string;
  readonly literalValues: { readonly strings: readonly { readonly value: string }[] };
};

/** The part of o-spreadsheet's evaluation that is changed here; it does not export its classes. */
interface Evaluation {
  readonly evaluator: { computeFormulaCell(position: object, cell: { compiledFormula: Formula }): unknown };
}

/** A formula that answers an empty cell shows nothing in Sheets, where o-spreadsheet shows 0 as Excel does. */
export function registerBlanks(library: Library): void {
  const registry = library.registries.coreViewsPluginRegistry;
  const item = registry.get('evaluation');
  // The registry only says that it makes a plugin.
  const Base = item as unknown as new (...given: ConstructorParameters<Item>) => Evaluation;
  const known = new WeakMap<Execute, Execute>();

  const left = new WeakMap<Formula, Formula>();

  const leavingBlanks = (formula: Formula): Formula => {
    const there = left.get(formula);
    if (there) return there;
    const { execute } = formula;
    // A formula finds its own numbers and words through `this`.
    const wrapped: Execute =
      known.get(execute) ??
      function (this: Formula, ...given) {
        return isForNobody(this, given) ? { value: '' } : withBlanks(execute.apply(this, given));
      };
    known.set(execute, wrapped);
    const made = Object.create(formula, { execute: { value: wrapped } }) as Formula; // the same but for one function
    left.set(formula, made);
    return made;
  };

  class BlankEvaluation extends Base {
    constructor(...given: ConstructorParameters<Item>) {
      super(...given);
      const { evaluator } = this;
      const compute = evaluator.computeFormulaCell.bind(evaluator);
      evaluator.computeFormulaCell = (position, cell) =>
        compute(position, { ...cell, compiledFormula: leavingBlanks(cell.compiledFormula) });
    }
  }
  // And back again, for the registry.
  registry.replace('evaluation', BlankEvaluation as unknown as Item);
}

/**
 * Sheets works out only the branch of an IF that is taken. o-spreadsheet works out both, which for a tab with a row for
 * each of so many people is most of the work where nobody stands: so `=IF(cell="","",…)` is left there.
 */
function isForNobody(formula: Formula, [cells, read]: readonly unknown[]): boolean {
  const { normalizedFormula, literalValues } = formula;
  const [first, second] = literalValues.strings;
  if (first?.value !== '' || second?.value !== '' || !isWholeIf(normalizedFormula)) return false;
  // What o-spreadsheet hands to every formula: the places that it calls, and a function that reads one.
  const [[place], at] = [cells, read] as [unknown[], (place: unknown) => Cell];
  const { value } = at(place);
  return value === '' || value === null;
}

const wholeIfs = new Map<string, boolean>();

function isWholeIf(formula: string): boolean {
  const known = wholeIfs.get(formula);
  if (known !== undefined) return known;
  let depth = 0;
  const closes = [...formula].findIndex((sign) => {
    if (sign === '(') depth++;
    return sign === ')' && --depth === 0;
  });
  const is = /^=IF\(\|C\|=\|S\|,\|S\|,/.test(formula) && closes === formula.length - 1;
  wholeIfs.set(formula, is);
  return is;
}

function withBlanks(answer: Cell | Cell[][]): Cell | Cell[][] {
  if (!Array.isArray(answer)) return blank(answer);
  return answer.some((column) => column.some(isBlank)) ? answer.map((column) => column.map(blank)) : answer;
}

const isBlank = (cell: Cell): boolean => cell.value === null || cell.value === undefined;
const blank = <T extends Cell>(cell: T): T => (isBlank(cell) ? { ...cell, value: '' } : cell);
