import type { Row, Tab } from '../local/plain/tab.ts';
import type { Kept, Ledger } from './ledger.ts';
import { type Seen, tabIn } from './seen.ts';
import { byHeader, contentAt, headersOf, rowsWith, said } from './sight.ts';

/** Exactly one row for each step and each plan of which somebody was told, and never two that the add-on has made. */
export function oneOfEach(seen: Seen): string | undefined {
  for (const { tab, id, told, open, taken, given } of seen.ledger.rows.values()) {
    const count = rowsWith(tabIn(seen, tab), id).length;
    // Of a step of which only the outcome was asked for, somebody else knows whether it is there.
    const least = told && isWhole(told) ? Math.max(0, 1 - taken) : 0;
    const most = [told, ...open].some((version) => version && isWhole(version)) ? 1 + given : count;
    if (count < least || count > most) return `${count} rows have the id ${id}, not ${least} to ${most}`;
  }
  return undefined;
}

const isWhole = (version: Readonly<Record<string, string>>): boolean => 'Step id' in version || 'Plan id' in version;

/** In every row of a step or a plan stands what was asked for, or what a person has typed there since. */
export function keptAsAsked(seen: Seen): string | undefined {
  for (const kept of seen.ledger.rows.values()) {
    if (!kept.isTouched && seen.ledger.isUntouched) continue;
    const tab = tabIn(seen, kept.tab);
    for (const row of rowsWith(tab, kept.id)) {
      const wrong = wrongCell(seen.ledger, tab, row, kept);
      if (wrong !== undefined) return wrong;
    }
  }
  return undefined;
}

function wrongCell(ledger: Ledger, tab: Tab, row: Row, { id, told, open }: Kept): string | undefined {
  const versions = [...(told ? [told] : []), ...open];
  const headers = headersOf(tab);
  for (const header of new Set(versions.flatMap((version) => Object.keys(version)))) {
    const column = headers.indexOf(header);
    if (column < 0) {
      if (ledger.isUntouched) return `the column ${header} is gone`;
      continue;
    }
    const cell = said(row.cells[column]?.value);
    // What nobody has said yet is empty.
    const isFirst = !versions.some((version) => header in version && (version === told || isWhole(version)));
    if ((isFirst && cell === blank(header)) || versions.some((version) => version[header] === cell)) continue;
    const isPutThere = tab.columns.some((key, at) => ledger.written(row.key, key) === id && contentAt(row, at) === id);
    const theirs = ledger.written(row.key, tab.columns[column]) ?? (isPutThere ? '' : undefined);
    if (theirs !== contentAt(row, column)) return `${header} of ${id} is “${cell}”, and nobody asked for that`;
  }
  return undefined;
}

const blank = (header: string): string => (header === 'Target' ? 'discussed' : '');

/** The cells of a step's or a plan's row, as far as people have not written in them, nor put the row there. */
export function untouchedCells(seen: Seen, { tab: which, id }: Pick<Kept, 'tab' | 'id'>): Record<string, string>[] {
  const tab = tabIn(seen, which);
  const isPutThere = (row: Row): boolean =>
    tab.columns.some((key, at) => seen.ledger.written(row.key, key) === id && contentAt(row, at) === id);
  const own = rowsWith(tab, id).filter((row) => !isPutThere(row));
  return own.map((row) => {
    const cells = Object.entries(byHeader(tab, row));
    const headers = headersOf(tab);
    return Object.fromEntries(
      cells.filter(([header]) => seen.ledger.written(row.key, tab.columns[headers.indexOf(header)]) === undefined),
    );
  });
}
