import type { Value } from '../cells.ts';
import { notEmulated } from '../google-error.ts';
import { type Area, zoneOf } from './area.ts';
import { type Answer, evaluate, FormulaError, type Sight } from './evaluate.ts';
import { type Formula, strange } from './formula.ts';
import { Memory, type Seen } from './memory.ts';
import { type Sheets, tabOf } from './sheets.ts';
import type { Cell, Row, Tab } from './tab.ts';

type Grid<T> = readonly (readonly T[])[];

/** A tab of formulas, worked out. */
export interface Worked extends Seen {
  /** What a script reads in its cells. */
  readonly values: Grid<Value>;
  /** What the formulas answer, and where their cells are. */
  readonly laid: readonly Laid[];
}

interface Laid {
  readonly row: number;
  readonly col: number;
  readonly answer: Answer;
}

/** What one formula answered. */
interface Answered extends Seen {
  readonly answer: Answer;
}

interface Notes {
  readonly tabs: Map<string, Tab | undefined>;
  readonly names: Map<string, Area | undefined>;
}

/** Works the formulas of a workbook out when they are read, and again only when something they look at has changed. */
export class Formulas {
  readonly #answers: Memory<Formula, Answered>;
  readonly #tabs: Memory<Tab, Worked>;

  constructor(
    readonly sheets: () => Sheets,
    like?: Formulas,
  ) {
    this.#answers = new Memory(sheets, like ? like.#answers : undefined);
    this.#tabs = new Memory(sheets, like ? like.#tabs : undefined);
  }

  /** A tab with what its formulas answer laid over its cells. */
  of(tab: Tab): Worked {
    const known = this.#tabs.find(tab);
    if (known) return known;
    const notes: Notes = { tabs: new Map([[tab.id, tab]]), names: new Map() };
    const values = tab.rows.map((row) => lineOf(row, tab.columns.length));
    const laid: Laid[] = [];
    for (const [row, { cells, width }] of tab.rows.entries()) {
      for (let col = 0; col < width; col++) {
        const cell = cells[col];
        if (!cell?.formula) continue;
        const { answer, tabs, names } = this.#answer(cell.formula, cell);
        for (const [id, seen] of tabs) notes.tabs.set(id, seen);
        for (const [name, seen] of names) notes.names.set(name, seen);
        const shown = fits(values, answer, row, col) ? answer : [[{ ...cell, raw: '#REF!', value: '#REF!' }]];
        lay(values, shown, row, col);
        laid.push({ row, col, answer: shown });
      }
    }
    return this.#tabs.keep(tab, { ...notes, values, laid });
  }

  /** The cell that is seen at a place of a tab of formulas. */
  cellAt(tab: Tab, col: number, row: number): Cell | undefined {
    const over = this.of(tab).laid.find(
      (each) =>
        col >= each.col &&
        col < each.col + each.answer.length &&
        row >= each.row &&
        row < each.row + (each.answer[0]?.length ?? 0),
    );
    return over ? over.answer[col - over.col]?.[row - over.row] : tab.rows[row]?.cells[col];
  }

  #answer(formula: Formula, cell: Cell): Answered {
    const known = this.#answers.find(formula);
    if (known) return known;
    const notes: Notes = { tabs: new Map(), names: new Map() };
    const answer = workOut(formula, cell, sightOf(this.sheets(), notes));
    return this.#answers.keep(formula, { ...notes, answer });
  }
}

function workOut({ tree, text }: Formula, cell: Cell, sight: Sight): Answer {
  if (!tree) throw strange(text);
  try {
    const answer = evaluate(tree, sight);
    if (!answer) throw strange(text);
    return answer;
  } catch (error) {
    if (error instanceof FormulaError) return [[{ ...cell, raw: error.sign, value: error.sign }]];
    throw error;
  }
}

/** The workbook as a formula sees it; what it looks at is noted. */
function sightOf(sheets: Sheets, { tabs, names }: Notes): Sight {
  const tab = (id: string): Tab => {
    const found = tabOf(sheets, id);
    tabs.set(id, found);
    if (!found) throw new FormulaError('#REF!');
    return found;
  };
  return {
    zone: (area) => {
      const { rows, columns } = tab(area.sheetId);
      return zoneOf(area, rows.length, columns.length);
    },
    columns: (id, { left, top, right, bottom }) => {
      const { rows, hasFormulas } = tab(id);
      if (hasFormulas && rows.some(({ cells }) => cells.some((cell) => cell?.formula))) {
        throw notEmulated('a formula over formulas on a plain sheet');
      }
      const columns: (Cell | undefined)[][] = [];
      for (let col = left; col <= right; col++) {
        const column: (Cell | undefined)[] = [];
        for (let row = top; row <= bottom; row++) column.push(rows[row]?.cells[col]);
        columns.push(column);
      }
      return columns;
    },
    named: (name) => {
      const area = sheets.names.get(name);
      names.set(name, area);
      return area;
    },
  };
}

function lineOf({ cells, width }: Row, length: number): Value[] {
  const line = new Array<Value>(length).fill('');
  // A formula's own cell is taken, whatever it answers.
  for (let col = 0; col < width; col++) line[col] = cells[col]?.formula ? '#REF!' : (cells[col]?.value ?? '');
  return line;
}

/** Whether an answer has room: one that has not, or would lie over what is written, is an error as in Sheets. */
function fits(values: Grid<Value>, answer: Answer, row: number, col: number): boolean {
  for (let across = 0; across < answer.length; across++) {
    const height = answer[across]?.length ?? 0;
    for (let down = across === 0 ? 1 : 0; down < height; down++) {
      if (values[row + down]?.[col + across] !== '') return false;
    }
  }
  return true;
}

function lay(values: Value[][], answer: Answer, row: number, col: number): void {
  for (let across = 0; across < answer.length; across++) {
    const column = answer[across] ?? [];
    for (let down = 0; down < column.length; down++) {
      const line = values[row + down];
      if (line) line[col + across] = column[down]?.value ?? '';
    }
  }
}
