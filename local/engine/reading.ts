import type { Library } from './library.ts';

type Item = ReturnType<Library['registries']['coreViewsPluginRegistry']['get']>;
type Cell = { readonly position?: object };
type Zone = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
type Range = { readonly sheetId: string; readonly zone: Zone; readonly invalidSheetName?: string };
type Position = { readonly sheetId: string; readonly col: number; readonly row: number };
type Read = (range: Range) => readonly (readonly Cell[])[];

/** The part of o-spreadsheet’s evaluation that is changed here; it does not export its classes. */
interface Evaluation {
  readonly evaluator: {
    readonly getters: { getNumberRows(sheetId: string): number };
    readonly evaluatedCells: {
      readonly map: Partial<Record<string, Partial<Record<number, Partial<Record<number, Cell>>>>>>;
    };
    compilationParams: {
      ensureRange: Read;
      readonly evalContext: { getFormulaResult(position: Position): Cell };
    };
    updateCompilationParameters(): void;
    addDependencies(position: Position, ranges: readonly Range[]): void;
    computeDependencies(ranges: readonly Range[]): void;
    buildDependencyGraph(): void;
  };
}

// Below it o-spreadsheet's own way is as quick.
const WORTH_IT = 200;

/** Reads long columns without asking for each cell by its place, and says once only that a formula calls a name. */
export function registerReading(library: Library): void {
  const registry = library.registries.coreViewsPluginRegistry;
  // The registry only says that it makes a plugin.
  const Base = registry.get('evaluation') as unknown as new (...given: ConstructorParameters<Item>) => Evaluation;

  class QuickEvaluation extends Base {
    constructor(...given: ConstructorParameters<Item>) {
      super(...given);
      readColumns(this.evaluator);
      rememberNames(this.evaluator);
    }
  }
  // And back again, for the registry.
  registry.replace('evaluation', QuickEvaluation as unknown as Item);
}

function readColumns(evaluator: Evaluation['evaluator']): void {
  const update = evaluator.updateCompilationParameters.bind(evaluator);
  evaluator.updateCompilationParameters = () => {
    update();
    const { ensureRange, evalContext } = evaluator.compilationParams;
    const known = new Map<string, readonly (readonly Cell[])[]>();
    evaluator.compilationParams.ensureRange = (range) => {
      const { sheetId, zone, invalidSheetName } = range;
      const { left, right, top, bottom } = zone;
      const isLong =
        left === right && left >= 0 && top >= 0 && bottom - top >= WORTH_IT && invalidSheetName === undefined;
      if (!isLong || bottom >= evaluator.getters.getNumberRows(sheetId)) return ensureRange(range);
      const key = `${sheetId} ${left} ${top} ${bottom}`;
      const there = known.get(key);
      if (there) return there;
      const { map } = evaluator.evaluatedCells;
      let filled = map[sheetId]?.[left];
      const cells: Cell[] = [];
      for (let row = top; row <= bottom; row++) {
        let cell = filled?.[row];
        if (cell === undefined) {
          // To be worked out again, or never yet.
          cell = evalContext.getFormulaResult({ sheetId, col: left, row });
          filled = map[sheetId]?.[left];
        } else if (!cell.position) {
          // An empty one does not say where it is, as ROW asks; from now on it does.
          cell = { ...cell, position: { sheetId, col: left, row } };
          if (filled) filled[row] = cell;
        }
        cells.push(cell);
      }
      const column = [cells];
      known.set(key, column);
      return column;
    };
  };
}

function rememberNames(evaluator: Evaluation['evaluator']): void {
  const build = evaluator.buildDependencyGraph.bind(evaluator);
  const add = evaluator.addDependencies.bind(evaluator);
  let said = new WeakMap<Range, Set<string>>();
  evaluator.buildDependencyGraph = () => {
    said = new WeakMap();
    build();
  };
  evaluator.addDependencies = (position, ranges) => {
    const [range] = ranges;
    if (!range || ranges.length > 1) return add(position, ranges);
    const formulas = said.get(range) ?? new Set();
    said.set(range, formulas);
    const formula = `${position.sheetId} ${position.col} ${position.row}`;
    if (formulas.has(formula)) return evaluator.computeDependencies(ranges);
    formulas.add(formula);
    add(position, ranges);
  };
}
