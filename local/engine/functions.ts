import type { Library } from './library.ts';

type Compute = Parameters<Library['addFunction']>[1]['compute'];
type Arg = Parameters<Compute>[number];
type Cell = { value: string | number | boolean | null; format?: string };

/** Adds the functions Google Sheets has and o-spreadsheet lacks or reads differently. */
export function addFunctions(library: Library): void {
  const { arg } = library.helpers;
  const registry = library.registries.functionRegistry;
  const replace = (name: string, description: string, args: ReturnType<typeof arg>[], compute: Compute): void => {
    registry.replace(name, { description, args, compute, isExported: true });
  };
  const any = (name: string, more = ''): ReturnType<typeof arg> => arg(`${name} (any, range<any>${more})`, name);

  // The workbook's own clock: whoever makes the model puts `now`, as a sheet's number, among its custom dependencies.
  replace('TODAY', 'Current date as a date value.', [], function () {
    return { value: Math.floor(nowFor(this, library)), format: this.locale.dateFormat };
  });
  replace('NOW', 'Current date and time as a date value.', [], function () {
    return { value: nowFor(this, library), format: `${this.locale.dateFormat} ${this.locale.timeFormat}` };
  });
  // Every formula spills here already; in Sheets the word asks for it.
  replace(
    'ARRAYFORMULA',
    'Lets a formula answer many cells.',
    [any('array_formula')],
    (value) => value ?? { value: null },
  );
  replace(
    'ARRAY_CONSTRAIN',
    'Cuts an array to a size.',
    [any('input_range'), arg('num_rows (number)', 'rows'), arg('num_cols (number)', 'columns')],
    function (input, rows, columns) {
      const [width, height] = [scalar(columns), scalar(rows)].map((cell) =>
        Math.max(1, library.helpers.toNumber(cell, this.locale)),
      );
      return matrix(input)
        .slice(0, width)
        .map((column) => column.slice(0, height));
    },
  );
  replace(
    'REGEXMATCH',
    'Whether a text matches a regular expression.',
    [arg('text (string)', 'text'), arg('regular_expression (string)', 'expression')],
    (text, expression) =>
      new RegExp(library.helpers.toString(scalar(expression))).test(library.helpers.toString(scalar(text))),
  );
  // "OPTIONAL - blank by default" (support.google.com/docs/answer/3093304); o-spreadsheet answers 0.
  for (const [name, isMissing] of [
    ['IFERROR', () => true],
    ['IFNA', (value: unknown) => value === '#N/A'],
  ] as const) {
    const bad = (cell: Cell): boolean =>
      library.helpers.isEvaluationError(cell.value ?? undefined) && isMissing(cell.value);
    replace(
      name,
      'The value, or another one when it is an error.',
      [any('value'), any('value_if_error', ', optional')],
      (value, otherwise) => pick(value, otherwise, bad),
    );
  }
  // `&` compiles to CONCATENATE, which would join a whole range into one text.
  replace(
    'CONCATENATE',
    'Appends strings to one another.',
    [arg('string (string, range<string>, repeating)', 'text')],
    (...texts) => concatenate(texts, (cell) => library.helpers.toString(cell)),
  );
}

function nowFor(context: Record<string, unknown>, library: Library): number {
  if (typeof context.now === 'function') return Number(context.now());
  return library.helpers.jsDateToNumber(library.helpers.DateTime.now());
}

const isMatrix = (value: Arg): value is Cell[][] => Array.isArray(value);
const matrix = (value: Arg): Cell[][] => (isMatrix(value) ? value : [[value ?? { value: null }]]);
const scalar = (value: Arg): Cell => matrix(value)[0]?.[0] ?? { value: null };

function pick(value: Arg, otherwise: Arg, bad: (cell: Cell) => boolean): Cell | Cell[][] {
  const instead = scalar(otherwise ?? { value: '' });
  if (!isMatrix(value)) return bad(scalar(value)) ? (isMatrix(otherwise) ? otherwise : instead) : scalar(value);
  return value.map((column) => column.map((cell) => (bad(cell) ? instead : cell)));
}

function concatenate(texts: readonly Arg[], text: (cell: Cell) => string): string | { value: string }[][] {
  const matrices = texts.map(matrix);
  const [first, second] = matrices;
  const widest = matrices.reduce((a, b) => (a.length * (a[0]?.length ?? 0) >= b.length * (b[0]?.length ?? 0) ? a : b));
  if (matrices.length !== 2 || !first || !second || widest.length * (widest[0]?.length ?? 0) === 1) {
    return matrices.flat(2).map(text).join('');
  }
  const at = (cells: Cell[][], i: number, j: number): Cell =>
    cells[cells.length === 1 ? 0 : i]?.[cells[0]?.length === 1 ? 0 : j] ?? { value: null };
  return widest.map((column, i) => column.map((_, j) => ({ value: text(at(first, i, j)) + text(at(second, i, j)) })));
}
