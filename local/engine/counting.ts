import { type Arg, type Cell, type Compute, cellAt, isColumns, sizeOf } from './columns.ts';
import type { Library } from './library.ts';

type Context = ThisParameterType<Compute>;

// A page of figures asks the same few questions of the same columns: which rows have this coach, which this half-term.
// o-spreadsheet answers each formula row by row; at 20,000 rows and a thousand formulas that is seconds after each edit.

const WORTH_IT = 200;
// Criteria that are kept; a year of days and a school of people are far fewer.
const MOST_CRITERIA = 20_000;

/** The rows of a column, one bit each. */
type Rows = Uint32Array;

/** A column as it was read for one recalculation: where each value stands, and the rows that met a criterion. */
interface Known {
  readonly places: ReadonlyMap<unknown, readonly number[]>;
  readonly answers: Map<string, Rows>;
}

/** Lets COUNTIFS and its kin remember which rows of a column meet a criterion, for as long as nothing changes. */
export function speedUpCounting(library: Library): void {
  const registry = library.registries.functionRegistry;
  const original = registry.get('COUNTIFS');
  const isWrong = ({ value }: Cell): boolean => library.helpers.isEvaluationError(value ?? undefined);
  const columns = new WeakMap<object, Known>();
  // What a criterion says of a value does not depend on where the value stands, so it is kept for good.
  const verdicts = new Map<string, Map<unknown, boolean>>();

  const verdictsOn = (key: string): Map<unknown, boolean> => {
    if (verdicts.size > MOST_CRITERIA) verdicts.clear();
    const known = verdicts.get(key) ?? new Map<unknown, boolean>();
    verdicts.set(key, known);
    return known;
  };

  const rowsThatMeet = (context: Context, range: Arg, criterion: Arg): Rows | null => {
    const column = single(range);
    const wanted = scalar(criterion);
    if (!column || column.length < WORTH_IT || !wanted) return null;
    const known = columns.get(column) ?? { places: placesIn(column), answers: new Map() };
    columns.set(column, known);
    const key = `${typeof wanted.value} ${String(wanted.value)}`;
    const found = known.answers.get(key);
    if (found) return found;
    const rows = new Uint32Array(Math.ceil(column.length / 32));
    const judged = verdictsOn(key);
    for (const [value, places] of known.places) {
      let meets = judged.get(value);
      if (meets === undefined) {
        // o-spreadsheet's own verdict on each different value, which is all of a cell that it looks at.
        meets = Number(original.compute.call(context, [[{ value }]] as Arg, criterion)) === 1;
        judged.set(value, meets);
      }
      if (!meets) continue;
      for (const row of places) rows[row >> 5] = (rows[row >> 5] ?? 0) | (1 << (row & 31));
    }
    known.answers.set(key, rows);
    return rows;
  };

  const allThatMeet = (context: Context, pairs: readonly Arg[]): readonly Rows[] | null => {
    if (pairs.length === 0 || pairs.length % 2 === 1) return null;
    const all: Rows[] = [];
    for (let index = 0; index < pairs.length; index += 2) {
      const rows = rowsThatMeet(context, pairs[index], pairs[index + 1]);
      if (!rows || rows.length !== (all[0] ?? rows).length) return null;
      if (single(pairs[index])?.length !== single(pairs[0])?.length) return null;
      all.push(rows);
    }
    return all;
  };

  for (const [name, repeating] of [
    ['COUNTIFS', ', repeating'],
    ['COUNTIF', ''],
  ] as const) {
    const plain = registry.get(name);
    const counted = (context: Context, args: readonly Arg[]): Cell => {
      const all = allThatMeet(context, args);
      const answer = all ? count(all) : plain.compute.apply(context, [...args]);
      // It counts, so that its own answer is a number.
      return { value: Number(answer) };
    };
    const [range, criterion] = plain.args;
    if (!range || !criterion) throw new Error(`o-spreadsheet’s ${name} asks for something else.`);
    registry.replace(name, {
      ...plain,
      args: [range, library.helpers.arg(`criterion (string, range<string>${repeating})`, criterion.description)],
      // A column of criteria is answered by a column; o-spreadsheet would begin anew for each of them.
      compute(...args) {
        const many = args.flatMap((arg, index) =>
          index % 2 === 1 && isColumns(arg) ? [{ index, range: args[index - 1], columns: arg }] : [],
        );
        if (many.length === 0) return counted(this, args);
        const isAsked = (index: number): boolean =>
          many.some((each) => index === each.index || index === each.index - 1);
        const fixed = args.filter((_, index) => !isAsked(index));
        const once = fixed.length === 0 ? [] : inOne(allThatMeet(this, fixed));
        const known = new Map<unknown, Cell>();
        const countAt = (column: number, row: number): Cell => {
          const asked = many.map(({ columns }) => cellAt(columns, column, row) ?? { value: '#N/A' });
          const wrong = asked.find(isWrong);
          if (wrong) return wrong;
          const these = once && many.map(({ range }, at) => rowsThatMeet(this, range, asked[at]));
          const all = these && [...once, ...these.filter((rows) => rows !== null)];
          const isSure = all?.length === 0 || all?.every(({ length }) => length === all[0]?.length);
          if (all && isSure && all.length === once.length + many.length) return { value: count(all) };
          const own = new Map(many.map(({ index }, at) => [index, asked[at]]));
          return counted(
            this,
            args.map((arg, index) => own.get(index) ?? arg),
          );
        };
        // Most of a column of criteria is the same: empty, say.
        const remembered = (column: number, row: number): Cell => {
          const [first, second] = many;
          const criterion = second ? undefined : first && cellAt(first.columns, column, row);
          if (!criterion) return countAt(column, row);
          const there = known.get(criterion.value) ?? countAt(column, row);
          known.set(criterion.value, there);
          return there;
        };
        const [wide, tall] = sizeOf(many.map(({ columns }) => columns));
        return Array.from({ length: wide }, (_, column) =>
          Array.from({ length: tall }, (__, row) => remembered(column, row)),
        );
      },
    });
  }

  /** Another of them: what becomes of the numbers in the rows that meet all criteria. */
  const overNumbers = (name: string, fold: (numbers: readonly number[]) => number): void => {
    const plain = registry.get(name);
    registry.replace(name, {
      ...plain,
      compute(range, ...pairs) {
        const [column, all] = [single(range), allThatMeet(this, pairs)];
        if (!column || !all || column.length !== single(pairs[0])?.length)
          return plain.compute.call(this, range, ...pairs);
        return fold(numbersIn(column, all));
      },
    });
  };
  overNumbers('SUMIFS', (numbers) => numbers.reduce((sum, each) => sum + each, 0));
  overNumbers('MAXIFS', (numbers) => numbers.reduce((most, each) => Math.max(most, each), numbers[0] ?? 0));
  overNumbers('MINIFS', (numbers) => numbers.reduce((least, each) => Math.min(least, each), numbers[0] ?? 0));
}

function placesIn(column: readonly (Cell | undefined)[]): Map<unknown, number[]> {
  const places = new Map<unknown, number[]>();
  for (let row = 0; row < column.length; row++) {
    const value = column[row]?.value ?? null;
    const there = places.get(value);
    if (there) there.push(row);
    else places.set(value, [row]);
  }
  return places;
}

// The rows at one place that meet every criterion. Plain loops here: this runs for every figure, each time.
function wordAt(all: readonly Rows[], place: number): number {
  let word = all[0]?.[place] ?? 0;
  for (let index = 1; index < all.length && word !== 0; index++) word &= all[index]?.[place] ?? 0;
  return word;
}

// The rows that meet every criterion, as one.
function inOne(all: readonly Rows[] | null): readonly Rows[] | null {
  if (!all || all.length < 2) return all;
  const rows = new Uint32Array(all[0]?.length ?? 0);
  for (let place = 0; place < rows.length; place++) rows[place] = wordAt(all, place);
  return [rows];
}

function count(all: readonly Rows[]): number {
  const [first, second = first, ...others] = all;
  if (!first || !second) return 0;
  let sum = 0;
  for (let place = 0; place < first.length; place++) {
    let word = (first[place] ?? 0) & (second[place] ?? 0);
    if (word === 0) continue;
    for (const rows of others) word &= rows[place] ?? 0;
    sum += bitsIn(word);
  }
  return sum;
}

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

function numbersIn(column: readonly (Cell | undefined)[], all: readonly Rows[]): number[] {
  const numbers: number[] = [];
  const places = all[0]?.length ?? 0;
  for (let place = 0; place < places; place++) {
    // The lowest bit that is set, taken away until none is left.
    for (let word = wordAt(all, place); word !== 0; word &= word - 1) {
      const value = column[place * 32 + 31 - Math.clz32(word & -word)]?.value;
      if (typeof value === 'number') numbers.push(value);
    }
  }
  return numbers;
}

const single = (range: Arg): readonly (Cell | undefined)[] | null =>
  Array.isArray(range) && range.length === 1 && Array.isArray(range[0]) ? range[0] : null;

const scalar = (arg: Arg): Cell | null => (Array.isArray(arg) ? null : (arg ?? null));
