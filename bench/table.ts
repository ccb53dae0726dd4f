/** A table as plain text: the first column to the left, figures to the right. */
export function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headers.map((header, column) =>
    Math.max(header.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return [line(headers), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** A whole number as people write it: 20,000. */
export const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');

/** A figure beside its limit, such as `7 ≤ 8`; over it, `9 OVER 8`. */
export const within = (value: string, sign: '≤' | '<', limit: string, isOver: boolean): string =>
  `${value} ${isOver ? 'OVER' : sign} ${limit}`;
