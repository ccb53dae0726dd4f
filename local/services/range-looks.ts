import type { Methods } from '../expose.ts';
import { AUTOMATIC, isTextFormat } from '../formats.ts';
import { text } from '../typed.ts';
import { eachCell, gridOf, sizeOf } from './areas.ts';
import { RangeHandle } from './handles.ts';
import { refuseProtected } from './protections.ts';
import { clearContent, sized } from './range-values.ts';

type Style = Readonly<Record<string, unknown>>;

/** How the cells of a range look, and their notes. */
export const rangeLooks = {
  getNumberFormat: (range) => numberFormats(range)[0]?.[0] ?? AUTOMATIC,
  getNumberFormats: (range) => numberFormats(range),
  setNumberFormat: (range, format: string) => {
    const own = range.run.book.formats.inside(String(format));
    return look(range, (part) => setFormat(part, own), true);
  },
  setNumberFormats: (range, formats: unknown) =>
    setFormats(
      range,
      sized(range, formats, 'Range.setNumberFormats').map((row) => row.map(String)),
    ),
  getNote: (range) => notes(range)[0]?.[0] ?? '',
  getNotes: (range) => notes(range),
  setNote: (range, note: unknown) => setNotes(range, () => note),
  setNotes: (range, given: unknown) => {
    const texts = sized(range, given, 'Range.setNotes');
    return setNotes(range, (col, row) => texts[row - range.zone.top]?.[col - range.zone.left]);
  },
  clearNote: (range) => setNotes(range, () => ''),
  getBackground: (range) => styles(range, 'fillColor', '#ffffff')[0]?.[0],
  getBackgrounds: (range) => styles(range, 'fillColor', '#ffffff'),
  getFontColor: (range) => styles(range, 'textColor', '#000000')[0]?.[0],
  getFontWeight: (range) => weights(range)[0]?.[0],
  getFontWeights: (range) => weights(range),
  getHorizontalAlignment: (range) => styles(range, 'align', 'general')[0]?.[0],
  getWrap: (range) => styles(range, 'wrapping', 'overflow')[0]?.[0] === 'wrap',
  setBackground: (range, color: string | null) => style(range, { fillColor: color ?? undefined }),
  setBackgrounds: (range, colors: unknown) =>
    styleEach(
      range,
      sized(range, colors, 'Range.setBackgrounds').map((row) => row.map((c) => ({ fillColor: c ?? undefined }))),
    ),
  setFontColor: (range, color: string | null) => style(range, { textColor: color ?? undefined }),
  setFontWeight: (range, weight: string) => style(range, { bold: weight === 'bold' }),
  setFontWeights: (range, given: unknown) =>
    styleEach(
      range,
      sized(range, given, 'Range.setFontWeights').map((row) => row.map((w) => ({ bold: w === 'bold' }))),
    ),
  setFontStyle: (range, name: string) => style(range, { italic: name === 'italic' }),
  setFontSize: (range, size: number) => style(range, { fontSize: size }),
  // o-spreadsheet has one typeface; a name changes nothing that anybody could see here.
  setFontFamily: (range) => range,
  setWrap: (range, wraps: boolean) => style(range, { wrapping: wraps ? 'wrap' : 'overflow' }),
  setWrapStrategy: (range, strategy: object) => style(range, { wrapping: String(strategy).toLowerCase() }),
  setVerticalAlignment: (range, align: string) => style(range, { verticalAlign: align }),
  setHorizontalAlignment: (range, align: string) =>
    style(range, { align: ['left', 'center', 'right'].includes(align) ? align : undefined }),
  setBorder: (range, ...sides: unknown[]) => border(range, sides),
  clearFormat: (range) => {
    refuseProtected(range);
    range.run.write(sizeOf(range), () => clearFormat(range));
    return range;
  },
  clear: (range) => {
    refuseProtected(range);
    range.run.write(sizeOf(range), () => {
      clearContent(range);
      clearFormat(range);
    });
    return range;
  },
} satisfies Methods<RangeHandle>;

function numberFormats(range: RangeHandle): string[][] {
  const { run, sheetId } = range;
  const read = (col: number, row: number): string =>
    run.book.formats.outside(run.book.getters.getCell({ sheetId, col, row })?.format);
  return run.read(() => gridOf(range, read), sizeOf(range));
}

function setFormats(range: RangeHandle, given: readonly (readonly string[])[]): RangeHandle {
  const formats = given.map((row) => row.map((format) => range.run.book.formats.inside(format)));
  return look(range, (cell, row, col) => setFormat(cell, formats[row]?.[col] ?? ''));
}

/** A change of format does not change a text that is already there, though o-spreadsheet would read it anew. */
function setFormat(range: RangeHandle, format: string): void {
  const { run, sheetId, zone } = range;
  const texts: [number, number, string][] = [];
  eachCell(range, (col, row) => {
    const cell = run.book.getters.getCell({ sheetId, col, row });
    if (!cell || cell.isFormula || !isTextFormat(cell.format)) return;
    const value = run.book.cells.value(sheetId, col, row);
    if (typeof value === 'string' && value !== '') texts.push([col, row, value]);
  });
  run.book.command('SET_FORMATTING', { sheetId, target: [zone], format });
  for (const [col, row, words] of texts) run.book.put(sheetId, col, row, text(words, { format }));
}

/** Changes how a range looks: all of it at once, or cell by cell. */
function look(
  range: RangeHandle,
  change: (part: RangeHandle, row: number, col: number) => void,
  all = false,
): RangeHandle {
  const { run, sheetId, zone } = range;
  refuseProtected(range);
  run.write(sizeOf(range), () => {
    if (all) return change(range, 0, 0);
    eachCell(range, (col, row) => {
      const part = new RangeHandle(run, sheetId, { left: col, right: col, top: row, bottom: row });
      change(part, row - zone.top, col - zone.left);
    });
  });
  return range;
}

function notes(range: RangeHandle): string[][] {
  return range.run.read(() => {
    const known = new Map(
      range.run.book.getters
        .getStrideNotes(range.sheetId)
        .map(({ area, text }) => [`${area.zone.left} ${area.zone.top}`, text]),
    );
    return gridOf(range, (col, row) => known.get(`${col} ${row}`) ?? '');
  }, sizeOf(range));
}

function setNotes(range: RangeHandle, textOf: (col: number, row: number) => unknown): RangeHandle {
  const { run, sheetId } = range;
  refuseProtected(range);
  const texts = gridOf(range, (col, row) => String(textOf(col, row) ?? ''));
  run.write(sizeOf(range), () =>
    eachCell(range, (col, row) => {
      const text = texts[row - range.zone.top]?.[col - range.zone.left] ?? '';
      run.book.command('STRIDE_SET_NOTE', { sheetId, col, row, text });
    }),
  );
  return range;
}

const style = (range: RangeHandle, given: Style): RangeHandle => look(range, (part) => setStyle(part, given), true);

const styleEach = (range: RangeHandle, given: readonly (readonly Style[])[]): RangeHandle =>
  look(range, (part, row, col) => setStyle(part, given[row]?.[col] ?? {}));

const setStyle = ({ run, sheetId, zone }: RangeHandle, given: Style): void =>
  run.book.command('SET_FORMATTING', { sheetId, target: [zone], style: given });

function styles(range: RangeHandle, name: string, otherwise: string): string[][] {
  const { run, sheetId } = range;
  const read = (col: number, row: number): string => {
    const cell: Style = { ...run.book.getters.getCell({ sheetId, col, row })?.style };
    return String(cell[name] ?? otherwise).toLowerCase();
  };
  return run.read(() => gridOf(range, read), sizeOf(range));
}

function weights(range: RangeHandle): string[][] {
  return styles(range, 'bold', 'false').map((row) => row.map((bold) => (bold === 'true' ? 'bold' : 'normal')));
}

function clearFormat({ run, sheetId, zone }: RangeHandle): void {
  run.book.command('CLEAR_FORMATTING', { sheetId, target: [zone] });
}

/** setBorder(top, left, bottom, right, vertical, horizontal, color, style): null leaves a side as it is. */
function border(range: RangeHandle, sides: readonly unknown[]): RangeHandle {
  const { run, sheetId, zone } = range;
  refuseProtected(range);
  const positions = ['top', 'left', 'bottom', 'right', 'v', 'h'] as const;
  const color = typeof sides[6] === 'string' ? sides[6] : '#000000';
  run.write(sizeOf(range), () => {
    positions.forEach((position, index) => {
      if (sides[index] !== true) return;
      run.book.command('SET_ZONE_BORDERS', { sheetId, target: [zone], border: { position, color, style: 'thin' } });
    });
  });
  return range;
}
