import type { Library } from './library.ts';

type Item = ReturnType<Library['registries']['coreViewsPluginRegistry']['get']>;
type Cell = { value: unknown };
type Execute = (this: Formula, ...given: unknown[]) => Cell | Cell[][];
type Formula = { readonly execute: Execute };

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

  const leavingBlanks = (formula: Formula): Formula => {
    const { execute } = formula;
    // A formula finds its own numbers and words through `this`.
    const wrapped: Execute =
      known.get(execute) ??
      function (this: Formula, ...given) {
        return withBlanks(execute.apply(this, given));
      };
    known.set(execute, wrapped);
    return Object.create(formula, { execute: { value: wrapped } }) as Formula; // the same formula but for one function
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

function withBlanks(answer: Cell | Cell[][]): Cell | Cell[][] {
  if (!Array.isArray(answer)) return blank(answer);
  return answer.some((column) => column.some(isBlank)) ? answer.map((column) => column.map(blank)) : answer;
}

const isBlank = (cell: Cell): boolean => cell.value === null || cell.value === undefined;
const blank = <T extends Cell>(cell: T): T => (isBlank(cell) ? { ...cell, value: '' } : cell);
