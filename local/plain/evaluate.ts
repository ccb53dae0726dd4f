import type { Zone } from '../cells.ts';
import type { Area } from './area.ts';
import type { Node } from './formula.ts';
import type { Cell, Raw } from './tab.ts';

/** What a formula answers: columns of cells, with the formats they have where they come from. */
export type Answer = readonly (readonly (Cell | undefined)[])[];

/** An error such as #REF!, which is all that a formula then answers. No Error, as nobody asks where it was thrown. */
export class FormulaError {
  constructor(readonly sign: '#REF!' | '#N/A' | '#NAME?' | '#VALUE!') {}
}

/** What a formula can see of the sheet. */
export interface Sight {
  zone(area: Area): Zone;
  columns(sheetId: string, zone: Zone): Answer;
  named(name: string): Area | undefined;
}

type Call = (given: readonly Node[], sight: Sight) => Answer;

/** Works a formula out; null when something in it is not known here. */
export function evaluate(node: Node, sight: Sight): Answer | null {
  try {
    return work(node, sight);
  } catch (error) {
    if (error instanceof Strange) return null;
    throw error;
  }
}

class Strange extends Error {}

function work(node: Node, sight: Sight): Answer {
  switch (node.kind) {
    case 'value':
      return [[cell(node.value)]];
    case 'row':
      return beside(node.cells.map((each) => work(each, sight)));
    case 'call': {
      const call = calls[node.name];
      if (!call) throw new Strange();
      return call(node.given, sight);
    }
    default: {
      const area = areaOf(node, sight);
      return sight.columns(area.sheetId, sight.zone(area));
    }
  }
}

function areaOf(node: Node | undefined, sight: Sight): Area {
  if (node?.kind === 'name') {
    const area = sight.named(node.name);
    // A name whose cells were deleted is gone with them.
    if (!area) throw new FormulaError('#NAME?');
    return area;
  }
  if (node?.kind !== 'area') throw new Strange();
  if (!node.area) throw new FormulaError('#REF!');
  return node.area;
}

const calls: Readonly<Record<string, Call>> = {
  FILTER: ([range, ...conditions], sight) => {
    const columns = work(given(range), sight);
    const height = columns[0]?.length ?? 0;
    const kept = conditions.map((condition) => work(given(condition), sight)[0] ?? []);
    if (kept.some(({ length }) => length !== height)) throw new FormulaError('#VALUE!');
    const rows: number[] = [];
    for (let row = 0; row < height; row++) if (kept.every((column) => isTrue(column[row]))) rows.push(row);
    if (rows.length === 0) throw new FormulaError('#N/A');
    return columns.map((column) => rows.map((row) => column[row]));
  },
  TRANSPOSE: ([range], sight) => {
    const columns = work(given(range), sight);
    return (columns[0] ?? []).map((_, row) => columns.map((column) => column[row]));
  },
  IFNA: ([value, instead], sight) => {
    try {
      return work(given(value), sight);
    } catch (error) {
      if (error instanceof FormulaError && error.sign === '#N/A') return work(given(instead), sight);
      throw error;
    }
  },
  ROWS: ([range], sight) => [[cell(work(given(range), sight)[0]?.length ?? 0)]],
  ROW: ([range], sight) => {
    const { top, bottom } = sight.zone(areaOf(range, sight));
    const rows: Cell[] = [];
    for (let row = top; row <= bottom; row++) rows.push(cell(row + 1));
    return [rows];
  },
  MAX: (all, sight) => [[cell(numbers(all, sight).reduce((most, each) => Math.max(most, each)))]],
  SUMPRODUCT: (all, sight) => [[cell(numbers(all, sight).reduce((sum, each) => sum + each, 0))]],
  '=': (pair, sight) => each(pair, sight, isSame),
  '<>': (pair, sight) => each(pair, sight, (one, other) => !isSame(one, other)),
  '>': (pair, sight) => each(pair, sight, (one, other) => number(one) > number(other)),
  '<': (pair, sight) => each(pair, sight, (one, other) => number(one) < number(other)),
  '+': (pair, sight) => each(pair, sight, (one, other) => number(one) + number(other)),
  '*': (pair, sight) => each(pair, sight, (one, other) => number(one) * number(other)),
};

function given(node: Node | undefined): Node {
  if (!node) throw new Strange();
  return node;
}

/** Works cell by cell, on columns of one height; a single cell goes with every one of the others. */
function each([left, right]: readonly Node[], sight: Sight, act: (one: Raw, other: Raw) => Raw): Answer {
  const ones = work(given(left), sight);
  const others = work(given(right), sight);
  const wide = Math.max(ones.length, others.length);
  const tall = Math.max(ones[0]?.length ?? 0, others[0]?.length ?? 0);
  const answer: Cell[][] = [];
  // Plain loops here and where answers are laid: this runs for every cell of a tab, each time that it has changed.
  for (let column = 0; column < wide; column++) {
    const one = ones[ones.length === 1 ? 0 : column] ?? [];
    const other = others[others.length === 1 ? 0 : column] ?? [];
    const cells: Cell[] = [];
    for (let row = 0; row < tall; row++) {
      const a = one[one.length === 1 ? 0 : row];
      const b = other[other.length === 1 ? 0 : row];
      cells.push(cell(act(a ? a.raw : null, b ? b.raw : null)));
    }
    answer.push(cells);
  }
  return answer;
}

function beside(blocks: readonly Answer[]): Answer {
  const columns = blocks.flat();
  if (columns.some(({ length }) => length !== columns[0]?.length)) throw new FormulaError('#REF!');
  return columns;
}

function numbers(all: readonly Node[], sight: Sight): number[] {
  const found: number[] = [];
  for (const node of all) {
    for (const column of work(node, sight)) for (const each of column) found.push(number(each?.raw ?? null));
  }
  return found;
}

/** An empty cell is equal to an empty text, to nought and to FALSE; texts are equal in either case. */
function isSame(one: Raw, other: Raw): boolean {
  const left = one ?? neutral(other);
  const right = other ?? neutral(one);
  if (left === right) return true;
  if (typeof left !== 'string' || typeof right !== 'string' || left.length !== right.length) return false;
  return left.toUpperCase() === right.toUpperCase();
}

const neutral = (like: Raw): Raw => (typeof like === 'number' ? 0 : typeof like === 'boolean' ? false : '');
const number = (raw: Raw): number => (typeof raw === 'string' ? Number.NaN : Number(raw));
const isTrue = (found: Cell | undefined): boolean => typeof found?.raw !== 'string' && Boolean(found?.raw);

const fresh = (raw: Raw): Cell => ({ content: '', format: undefined, raw, value: raw ?? '' });
const [yes, no] = [fresh(true), fresh(false)];
const counted: Cell[] = [];

/** A cell of no tab; truths and the numbers of rows come again and again. */
function cell(raw: Raw): Cell {
  if (typeof raw === 'boolean') return raw ? yes : no;
  if (typeof raw !== 'number' || raw < 0 || raw > counted.length || !Number.isInteger(raw)) return fresh(raw);
  const known = counted[raw] ?? fresh(raw);
  if (raw < 10_000) counted[raw] = known;
  return known;
}
