/**
 * What to put right on a tab where something was written and is not seen as it was meant: somebody has sorted, inserted,
 * moved or deleted between looking and writing. It is worked out from one read of the whole tab, header row and all, so
 * that what is said of its cells is true of one moment.
 */
import { asText, type Written } from './cells.ts';
import type { Grid, RawRow } from './tab.ts';

/** A cell that was written: the header it was meant for, the column (from 0) where that stood then, and what was written. */
export interface Stroke {
  readonly header: string;
  readonly column: number;
  readonly value: Written;
}

/** A cell to be written once more; row and column from 0. */
export interface Correction {
  readonly row: number;
  readonly column: number;
  readonly value: unknown;
}

/** Where a row stands by now, from 0, or -1; what is to be put right; whether all that was written is where it belongs. */
export interface Diagnosis {
  readonly row: number;
  readonly corrections: readonly Correction[];
  readonly isThere: boolean;
}

/** A row that was appended. */
export interface Appended {
  readonly id: string;
  readonly idHeader: string;
  /** Where it was last seen, from 0; -1 when it was not. */
  readonly at: number;
  readonly strokes: readonly Stroke[];
  /** Whether people have no business in such a row, so that whatever it says otherwise is for us to put right. */
  readonly isOurs: boolean;
}

/** Cells that were changed. */
export interface Changed {
  readonly id: string;
  readonly idHeader: string;
  /** The row that was written in, from 0. */
  readonly at: number;
  readonly strokes: readonly Stroke[];
  /** What stood there before: in its own row, and in all that could be hit instead. */
  readonly before: readonly RawRow[];
  /** What the row with another id should say under a header, when that was not read before. */
  readonly truth: (id: string, header: string) => unknown;
}

type Cells = readonly unknown[];

/** What a cell says, as text. */
export type Read = (cell: unknown) => string;

/**
 * Finds an appended row. Laid out for the headers of a moment ago, it is put under those of now; where one of them is
 * gone it is taken out again, so that no half of it passes for a row. What somebody has typed into it since stays.
 */
export function ofAppended(grid: Grid, { id, idHeader, at, strokes, isOurs }: Appended, read: Read): Diagnosis {
  const [headers] = grid;
  const said = new Set(strokes.map(({ value }) => asRead(value)));
  // Other rows may name it too, as those of its group do: it is the one that has it as its own, if there is one.
  const idAt = headers.indexOf(idHeader);
  const named = grid.findIndex((line, index) => index > 0 && idAt >= 0 && String(line[idAt]) === id);
  const row =
    named > 0 ? named : grid.findIndex((line, index) => index > 0 && line.some((cell) => String(cell) === id));
  // Where the column of its id was deleted, it may well be whole otherwise.
  const hasId = strokes.some(({ header, value }) => asRead(value) === id && headers.includes(header));
  const cells = grid[row];
  if (!cells) return { row, corrections: hasId ? leftAt(grid, at, said, read) : [], isThere: false };
  const placed = strokes.map((stroke) => ({ ...stroke, now: headers.indexOf(stroke.header) }));
  const wrong = placed.filter(({ now, value }) => now >= 0 && read(cells[now]) !== asRead(value));
  const isWhole = placed.every(({ now }) => now >= 0);
  const isThere = wrong.length === 0 && isWhole;
  const isShifted = placed.some(({ column, now }) => now >= 0 && now !== column) || (isOurs && wrong.length > 0);
  // Half a row is none; a cell whose header has only been given another name stays.
  const own = isShifted && !isWhole && wrong.length > 0 ? [] : placed.map(({ now }) => now);
  const emptied = cells.flatMap((cell, column) => {
    const stroke = strokes.find((each) => each.column === column && each.value !== '');
    // What somebody typed there since reads otherwise, unless a number came to stand among dates.
    const isSame = stroke !== undefined && (read(cell) === asRead(stroke.value) || isLoose(stroke.value));
    const isStruck = isSame && (isShifted || String(headers[column]) === '');
    const isLeft =
      read(cell) !== '' && !own.includes(column) && (isStruck || (isOurs && isWhole && said.has(read(cell))));
    return isLeft ? [{ row, column, value: '' }] : [];
  });
  const written = isWhole && isShifted ? wrong.map(({ now, value }) => ({ row, column: now, value })) : [];
  return { row, corrections: [...emptied, ...written], isThere };
}

// What is left of a row that was taken out while somebody moved its cells aside: nothing in it is anybody else's.
function leftAt(grid: Grid, row: number, said: ReadonlySet<string>, read: Read): Correction[] {
  const cells = row > 0 ? (grid[row] ?? []) : [];
  const left = cells.flatMap((cell, column) => (read(cell) === '' ? [] : [{ row, column, value: '' }]));
  return left.every(({ column }) => said.has(read(cells[column]))) ? left : [];
}

/** Finds changed cells: what was struck instead of them is given back what it had, and they are written where they are. */
export function ofChanged(grid: Grid, changed: Changed, read: Read): Diagnosis {
  const { id, idHeader, at, strokes, before, truth } = changed;
  const [headers] = grid;
  const idAt = headers.indexOf(idHeader);
  const found = grid.findIndex((line, index) => index > 0 && read(line[idAt]) === id);
  const hit = grid[at] ?? [];
  const hitId = read(hit[idAt] ?? '');
  const own = before.find((raw) => idIn(raw, changed) === id);
  // What stood there before: the row with its id, or one like it; an id that was struck itself can only be its own.
  const isIdStruck = found < 0 && strokes.some(({ column, value }) => column === idAt && asRead(value) === hitId);
  const was =
    before.find((raw) => hitId !== '' && idIn(raw, changed) === hitId) ??
    before.find((raw) => isLike(raw, hit, headers, changed, read)) ??
    (isIdStruck ? own : undefined);
  const row = was !== undefined && was === own ? at : found;
  const astray = strokes
    .map((stroke) => ({ ...stroke, now: headers.indexOf(stroke.header) }))
    .filter(({ now, value }) => row < 0 || now < 0 || read(grid[row]?.[now]) !== asRead(value));
  const givenBack = strokes.flatMap(({ column, value: struck }): Correction[] => {
    const header = String(headers[column] ?? '');
    const isMeant = row === at && strokes.some((stroke) => stroke.header === header);
    // In its own row also what reads otherwise by now: a number in a column of dates says a date, and a date a number.
    const isStruck = column < hit.length && ((row === at && isLoose(struck)) || read(hit[column]) === asRead(struck));
    // A column without a header is somebody's new one; one with another header was only given another name.
    const isRenamed = was !== undefined && header !== '' && !was.headers.includes(header);
    if (isMeant || !isStruck || isRenamed) return [];
    const known = was ? (was.cells[was.headers.indexOf(header)] ?? '') : hitId === '' ? '' : truth(hitId, header);
    const value = header === '' ? '' : known;
    // A text goes back behind its apostrophe, anything else as it is.
    const back = { row: at, column, value: typeof value === 'string' ? asText(value) : value };
    return read(value) === read(hit[column]) ? [] : [back];
  });
  const written = astray.filter(({ now }) => row > 0 && now >= 0);
  const back = givenBack.map(({ column }) => column);
  const carried = own && row === at ? carriedOn([headers, hit], at, own, strokes, read) : [];
  return {
    row,
    corrections: [
      ...givenBack,
      ...carried.filter(({ column }) => !back.includes(column)),
      ...written.map(({ now, value }) => ({ row, column: now, value })),
    ],
    isThere: row > 0 && idAt >= 0 && astray.length === 0,
  };
}

// Where columns were moved again after the stroke, what was struck stands in yet another place of its own row.
function carriedOn(
  [headers, hit]: readonly [headers: Cells, hit: Cells],
  row: number,
  { headers: then, cells: was }: RawRow,
  strokes: readonly Stroke[],
  read: Read,
): Correction[] {
  if (headers.join('\n') === then.join('\n')) return [];
  const struck = new Set(strokes.map(({ value }) => asRead(value)));
  const meant = new Set(strokes.map(({ header }) => header));
  return hit.flatMap((cell, column): Correction[] => {
    const header = String(headers[column]);
    const before = was[then.indexOf(header)] ?? '';
    const isStruck = struck.has(read(cell)) && read(cell) !== read(before);
    if (meant.has(header) || !then.includes(header) || !isStruck) return [];
    return [{ row, column, value: typeof before === 'string' ? asText(before) : before }];
  });
}

// Whether what was written may read otherwise in another column: anything but a text behind its apostrophe.
const isLoose = (value: Written): boolean => !String(value).startsWith("'");

/** What a cell says once this is written in it. */
function asRead(value: Written): string {
  return typeof value === 'string' ? value.replace(/^'/, '').replace(/ 00:00:00$/, '') : String(value);
}

// Whether a row is as it was before, but for what was struck.
function isLike({ headers: then, cells: was }: RawRow, cells: Cells, headers: Cells, of: Changed, read: Read): boolean {
  const struck = new Set(of.strokes.map(({ column }) => column));
  return then.every((header, index) => {
    const now = headers.indexOf(header);
    return header === '' || now < 0 || struck.has(now) || read(cells[now]) === read(was[index]);
  });
}

const idIn = ({ headers, cells }: RawRow, { idHeader }: Changed): string => String(cells[headers.indexOf(idHeader)]);
