import type { CellReader } from './book.ts';
import type { FilterGetters } from './engine/filters.ts';
import type { MarkGetters } from './engine/marks.ts';
import type { Model } from './engine.ts';
import { engine } from './engine.ts';
import { isDateFormat } from './formats.ts';
import { instantOf, wallOfSerial } from './zone.ts';

/** A rectangle of cells, counted from 0, its ends included. */
export interface Zone {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What a script reads from a cell. */
export type Value = string | number | boolean | Date;

/** Everything that can be asked of a model, with what our plugin adds. */
export type Getters = Model['getters'] & MarkGetters & FilterGetters;
type Cell = NonNullable<ReturnType<Getters['getCell']>>;

// Google's names for errors; o-spreadsheet leaves out the mark at the end.
const ERRORS: Partial<Record<string, string>> = {
  '#REF': '#REF!',
  '#ERROR': '#ERROR!',
  '#BAD_EXPR': '#ERROR!',
  '#CYCLE': '#REF!',
  '#SPILL!': '#REF!',
  '#NAME': '#NAME?',
};

/** Reads the cells of a model as Google hands them to a script. */
export class Cells implements CellReader {
  readonly #formulas: Map<string, string>;

  constructor(
    readonly model: Model,
    readonly zone: string,
    formulas: Readonly<Record<string, string>> = {},
  ) {
    this.#formulas = new Map(Object.entries(formulas));
  }

  get getters(): Getters {
    // The marks plugin is added to every model of this engine, which its types cannot know.
    return this.model.getters as Getters;
  }

  /** The value of a cell: '' for none, a Date for a number shown as a day or a time. */
  value(sheetId: string, col: number, row: number): Value {
    const cell = this.getters.getCell({ sheetId, col, row });
    // An empty cell that has a format may show a part of a formula's answer.
    if (cell && !cell.isFormula && cell.content !== '') {
      const value = cell.format === '@' ? cell.content : plain(cell);
      return typeof value === 'number' ? this.#number(value, cell.format) : (value ?? '');
    }
    const shown = this.getters.getEvaluatedCell({ sheetId, col, row });
    if (shown.value === null) return '';
    if (shown.type === 'error') return ERRORS[String(shown.value)] ?? String(shown.value);
    return typeof shown.value === 'number' ? this.#number(shown.value, shown.format) : shown.value;
  }

  /** The values of a rectangle, row by row. */
  values(sheetId: string, { left, top, right, bottom }: Zone): Value[][] {
    return Array.from({ length: bottom - top + 1 }, (_, down) =>
      Array.from({ length: right - left + 1 }, (__, across) => this.value(sheetId, left + across, top + down)),
    );
  }

  /** What a person sees in a cell. */
  display(sheetId: string, col: number, row: number): string {
    const value = this.value(sheetId, col, row);
    if (typeof value === 'string') return value;
    return this.getters.getEvaluatedCell({ sheetId, col, row }).formattedValue;
  }

  /** The formula of a cell as it was written, or ''. */
  formula(sheetId: string, col: number, row: number): string {
    const cell = this.getters.getCell({ sheetId, col, row });
    if (!cell?.isFormula) return '';
    const text = cell.compiledFormula.toFormulaString(this.getters);
    return this.#formulas.get(text) ?? text;
  }

  /** o-spreadsheet spaces formulas anew; this keeps the wording, so that a script reads back what it wrote. */
  rememberFormula(sheetId: string, col: number, row: number, written: string): void {
    const cell = this.getters.getCell({ sheetId, col, row });
    if (cell?.isFormula) this.#formulas.set(cell.compiledFormula.toFormulaString(this.getters), written);
  }

  /** The last row that has content, counted from 1; 0 for an empty sheet. */
  lastRow(sheetId: string): number {
    const { rows, numberOfCols } = this.getters.getSheet(sheetId);
    let last = rows.length;
    while (
      last > 0 &&
      !Object.keys(rows[last - 1]?.cells ?? {}).some((col) => this.#isWritten(sheetId, Number(col), last - 1))
    ) {
      last -= 1;
    }
    // An array formula's answer reaches below the row it is written in, without a gap.
    while (last > 0 && last < rows.length && this.#anyAnswer(numberOfCols, (col) => [col, last], sheetId)) last += 1;
    return last;
  }

  /** The last column that has content, counted from 1; 0 for an empty sheet. */
  lastColumn(sheetId: string): number {
    const { rows, numberOfCols } = this.getters.getSheet(sheetId);
    let last = 0;
    for (let row = 0; row < rows.length; row++) {
      for (let col = numberOfCols - 1; col >= last; col--) if (this.#isWritten(sheetId, col, row)) last = col + 1;
    }
    while (last > 0 && last < numberOfCols && this.#anyAnswer(rows.length, (row) => [last, row], sheetId)) last += 1;
    return last;
  }

  /** What must be kept for the next time. */
  save(): Record<string, string> {
    return Object.fromEntries(this.#formulas);
  }

  #number(value: number, format: string | undefined): Value {
    return isDateFormat(format) ? new Date(instantOf(this.zone, wallOfSerial(value))) : value;
  }

  #isWritten(sheetId: string, col: number, row: number): boolean {
    const cell = this.getters.getCell({ sheetId, col, row });
    return cell !== undefined && (cell.isFormula || cell.content !== '');
  }

  #anyAnswer(count: number, at: (index: number) => readonly [number, number], sheetId: string): boolean {
    for (let index = 0; index < count; index++) {
      const [col, row] = at(index);
      if (this.getters.getEvaluatedCell({ sheetId, col, row }).value !== null) return true;
    }
    return false;
  }
}

function plain(cell: Extract<Cell, { isFormula: false }>): string | number | boolean | null {
  return typeof cell.parsedValue === 'string' &&
    engine.helpers.isEvaluationError(cell.parsedValue) &&
    !cell.content.startsWith("'")
    ? (ERRORS[cell.parsedValue] ?? cell.parsedValue)
    : cell.parsedValue;
}
