import { type Cell, type Compute, columnsOf, isCell, isColumns, sizeOf } from './columns.ts';
import type { Library } from './library.ts';

// The signs between two columns: o-spreadsheet hands each pair of cells through five functions that look at every
// argument anew, which for 20,000 rows takes longer than all the rest.
const SIGNS = ['EQ', 'NE', 'GT', 'GTE', 'LT', 'LTE', 'ADD', 'MINUS', 'MULTIPLY', 'DIVIDE'];

/** Lets a comparison or a sum of columns go from cell to cell without a detour; one of single cells stays as it is. */
export function speedUpArrays(library: Library): void {
  const registry = library.registries.functionRegistry;
  const { isEvaluationError } = library.helpers;
  for (const name of SIGNS) {
    const plain = registry.get(name);
    const args = plain.args.map((each) =>
      library.helpers.arg(`${each.name} (number, range<number>)`, each.description),
    );
    registry.replace(name, {
      ...plain,
      args,
      compute(left, right) {
        const quick = quickly[name];
        const one = (a: Cell, b: Cell): Cell => {
          const known = quick?.(a, b);
          if (known) return known;
          for (const cell of [a, b]) if (isEvaluationError(cell.value ?? undefined)) return cell;
          try {
            const answer = plain.compute.call(this, a, b);
            return isCell(answer) ? answer : a;
          } catch (error) {
            // An error of a formula carries its sign as its value.
            if (isCell(error)) return error;
            throw error;
          }
        };
        if (!isColumns(left) && !isColumns(right)) return plain.compute.call(this, left, right);
        // Cells of o-spreadsheet, which has no name for their type.
        return each(columnsOf(left), columnsOf(right), one) as ReturnType<Compute>;
      },
    });
  }
  const product = registry.get('SUMPRODUCT');
  registry.replace('SUMPRODUCT', {
    ...product,
    // An error among what is added is the answer in Sheets and in LibreOffice; o-spreadsheet leaves it out.
    compute(...args) {
      for (const columns of args.map(columnsOf)) {
        for (const cells of columns) {
          for (const cell of cells) if (isEvaluationError(cell.value ?? undefined)) return cell;
        }
      }
      return product.compute.apply(this, args);
    },
  });
}

/** Lets FILTER take the rows it keeps out of each column, and columns be put side by side without copying them. */
export function speedUpFilter(library: Library): void {
  const registry = library.registries.functionRegistry;
  const filter = registry.get('FILTER');
  registry.replace('FILTER', {
    ...filter,
    compute(range, ...conditions) {
      const columns = columnsOf(range);
      const tall = columns[0]?.length ?? 0;
      const tests = conditions.map(columnsOf);
      // Rows by columns of conditions, which is how they are mostly asked for.
      if (tall < 2 || tests.some((test) => test.length !== 1 || test[0]?.length !== tall))
        return filter.compute.call(this, range, ...conditions);
      const rows: number[] = [];
      for (let row = 0; row < tall; row++) if (tests.every(([test]) => isTrue(test?.[row]))) rows.push(row);
      if (rows.length === 0) return filter.compute.call(this, range, ...conditions);
      return columns.map((cells) => rows.map((row) => cells[row] ?? { value: null }));
    },
  });
  // Braces: o-spreadsheet would look at each cell of each column once more for what may be said of an error.
  const [row, literal] = [registry.mapping['ARRAY.ROW'], registry.mapping['ARRAY.LITERAL']];
  if (!row || !literal) throw new Error('o-spreadsheet has another way with braces.');
  registry.mapping['ARRAY.ROW'] = function (...ranges) {
    const all = ranges.map(columnsOf);
    const [, tall] = sizeOf(all);
    const isEven = tall > 1 && all.every(([first]) => first?.length === tall);
    return isEven ? all.flat().map((cells) => [...cells]) : row.apply(this, ranges);
  };
  registry.mapping['ARRAY.LITERAL'] = function (...ranges) {
    const [only] = ranges;
    return ranges.length === 1 && only !== undefined && isColumns(only) ? only : literal.apply(this, ranges);
  };
}

const isTrue = (cell: Cell | undefined): boolean =>
  (typeof cell?.value === 'boolean' || typeof cell?.value === 'number') && Boolean(cell.value);

const [yes, no]: readonly [Cell, Cell] = [{ value: true }, { value: false }];

// What the commonest of them answer for the commonest cells; for the others o-spreadsheet is asked.
const quickly: Readonly<Record<string, ((a: Cell, b: Cell) => Cell | null) | undefined>> = {
  EQ: (a, b) => sameWords(a, b, yes, no),
  NE: (a, b) => sameWords(a, b, no, yes),
  GTE: (a, b) => order(a, b, (one, other) => one >= other || isAlmost(one, other)),
  LT: (a, b) => order(a, b, (one, other) => one < other && !isAlmost(one, other)),
  GT: (a, b) => order(a, b, (one, other) => one > other && !isAlmost(one, other)),
  LTE: (a, b) => order(a, b, (one, other) => one <= other || isAlmost(one, other)),
  MULTIPLY: (a, b) => {
    const [one, other] = [factor(a), factor(b)];
    return one === null || other === null ? null : withFormat(one * other, a.format || b.format);
  },
};

function sameWords({ value: a }: Cell, { value: b }: Cell, same: Cell, other: Cell): Cell | null {
  if (typeof a !== 'string' || typeof b !== 'string' || a.startsWith('#') || b.startsWith('#')) return null;
  return a === b || a.toUpperCase() === b.toUpperCase() ? same : other;
}

// As near as o-spreadsheet takes two numbers for one.
const isAlmost = (one: number, other: number): boolean => Math.abs(one - other) < 2e-16;

const order = ({ value: a }: Cell, { value: b }: Cell, holds: (one: number, other: number) => boolean): Cell | null => {
  if (typeof a !== 'number' || typeof b !== 'number') return null;
  return holds(a, b) ? yes : no;
};

const factor = ({ value }: Cell): number | null =>
  typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : null;

const withFormat = (value: number, format: string | undefined): Cell => (format ? { value, format } : { value });

/** Cell by cell; one row or one column goes with all of the other's, and what has no counterpart is #N/A. */
function each(
  ones: readonly (readonly Cell[])[],
  others: readonly (readonly Cell[])[],
  act: (one: Cell, other: Cell) => Cell,
): Cell[][] {
  const [wide, tall] = sizeOf([ones, others]);
  const answer: Cell[][] = [];
  for (let column = 0; column < wide; column++) {
    const one = ones.length === 1 ? ones[0] : ones[column];
    const other = others.length === 1 ? others[0] : others[column];
    const cells: Cell[] = [];
    for (let row = 0; row < tall; row++) {
      const a = one?.[one.length === 1 ? 0 : row];
      const b = other?.[other.length === 1 ? 0 : row];
      cells.push(a && b ? act(a, b) : { value: '#N/A' });
    }
    answer.push(cells);
  }
  return answer;
}
