import type { Row, Tab } from '../local/plain/tab.ts';
import { fields, type Table } from '../src/domain/columns.ts';
import { logEvents } from '../src/domain/log.ts';
import { plans } from '../src/domain/plans.ts';
import { sessions } from '../src/domain/sessions.ts';
import { steps } from '../src/domain/steps.ts';
import type { Kept } from './ledger.ts';
import { isWhen } from './rows-hold.ts';
import { logTab, type Seen, sessionsTab, tabIn } from './seen.ts';
import { byHeader, contentAt, headersOf, holds, theTab } from './sight.ts';

/** No cell of anybody else has changed, nor one of people's own columns, but by people's own hands. */
export const othersRows = (seen: Seen): string | undefined =>
  othersSessions(seen) ?? othersKept(seen, 'steps', steps) ?? othersKept(seen, 'plans', plans);

// Of what is asked about, the add-on may write every column that is its own: those are looked at one by one elsewhere.
function othersKept(seen: Seen, which: 'steps' | 'plans', table: Table): string | undefined {
  const { ledger, begun } = seen;
  const tab = tabIn(seen, which);
  const before = theTab(begun.sheets, tab.id);
  if (before === tab) return undefined;
  const own = new Set(fields(table).map(({ header }) => header));
  const touched = [...ledger.rows.values()].filter((row) => row.tab === which && row.isTouched);
  const were = new Map(before.rows.map((row) => [row.key, row]));
  return unchanged(seen, before, tab, (row, key) => {
    const header = headersOf(before)[before.columns.indexOf(key)] ?? headersOf(tab)[tab.columns.indexOf(key)] ?? '';
    const isIts = ({ id }: Kept): boolean =>
      holds(tab, row, id) || holds(before, were.get(row.key) ?? row, id) || ledger.ownerOf(row.key) === id;
    return own.has(header) && touched.some(isIts);
  });
}

function othersSessions(seen: Seen): string | undefined {
  const { ledger, begun } = seen;
  const tab = sessionsTab(seen);
  const before = theTab(begun.sheets, tab.id);
  const own = new Set(fields(sessions).map(({ header }) => header));
  const ids = [...ledger.wishes.keys()];
  const were = new Map(before.rows.map((row) => [row.key, row]));
  return unchanged(seen, before, tab, (row, key) => {
    const wish =
      ids.find((id) => holds(tab, row, id) || holds(before, were.get(row.key) ?? row, id)) ?? ledger.ownerOf(row.key);
    if (wish === undefined) return false;
    const header = headersOf(before)[before.columns.indexOf(key)] ?? headersOf(tab)[tab.columns.indexOf(key)] ?? '';
    // The status shows what the Log says and is put right by the check, so it is looked at when all is settled. Of its
    // own session the add-on may write every column that is its own: those are looked at one by one elsewhere.
    const { isTouched = false, isMoved = false } = ledger.wishes.get(wish) ?? {};
    return header === 'Follow-up status' || (isTouched && own.has(header)) || (isMoved && isWhen(header));
  });
}

/** The Log only grows, by whole lines. */
export function logGrows(seen: Seen): string | undefined {
  const tab = logTab(seen);
  const before = theTab(seen.begun.sheets, tab.id);
  const known = [...seen.ledger.wishes.keys(), ...seen.ledger.rows.keys()];
  const had = new Set(before.rows.filter(({ width }) => width > 0).map(({ key }) => key));
  const isNew = (row: Row): boolean => !had.has(row.key) && known.some((id) => holds(tab, row, id));
  const strange = unchanged(seen, before, tab, (row) => isNew(row));
  if (strange !== undefined) return strange;
  const halves = tab.rows.filter((row, at) => at > 0 && isNew(row) && !isLine(seen, tab, row));
  return halves.length === 0
    ? undefined
    : `a line of the Log is ${JSON.stringify(byHeader(tab, halves[0] ?? (tab.rows[0] as Row)))}`;
}

function isLine({ ledger }: Seen, tab: Tab, row: Row): boolean {
  const isTheirs = tab.columns.some((key) => ledger.written(row.key, key) !== undefined);
  const line = byHeader(tab, row);
  const { When = '-', Who = '-', Event = logEvents[0], 'Log id': id = '-' } = line;
  return isTheirs || (logEvents.some((event) => event === Event) && [When, Who, id].every((cell) => cell !== ''));
}

function unchanged(
  { ledger }: Seen,
  before: Tab,
  now: Tab,
  isFree: (row: Row, column: number, cell: string) => boolean,
): string | undefined {
  const former = new Map(before.rows.map((row) => [row.key, row]));
  const columns = new Map(before.columns.map((key, column) => [key, column]));
  for (const row of now.rows) {
    const old = former.get(row.key);
    former.delete(row.key);
    if ((old === row && before.columns === now.columns) || (row.width === 0 && (old?.width ?? 0) === 0)) continue;
    for (const [column, key] of now.columns.entries()) {
      const cell = contentAt(row, column);
      const place = columns.get(key);
      const was = old && place !== undefined ? contentAt(old, place) : '';
      if (isAsBefore(cell, ledger.written(row.key, key) ?? was) || isFree(row, key, cell)) continue;
      return `on ${now.name} row ${now.rows.indexOf(row) + 1} column ${column + 1} says “${cell}”, not “${was}”`;
    }
  }
  const lost = [...former.values()].find(({ key, width }) => width > 0 && !ledger.isTaken(key));
  return lost && `a row of ${now.name} is gone`;
}

// A moment that was given back may differ by less than a millisecond, which is a hundred-millionth of a day.
const isAsBefore = (cell: string, was: string): boolean =>
  cell === was || (/^\d+\.\d{6,}$/.test(cell) && Math.abs(Number(cell) - Number(was)) < 1e-8);

/** The add-on writes on no other tab. */
export function otherTabs({ world, begun, ledger }: Seen): string | undefined {
  const followed = Object.values(ledger.tabs);
  const changed = world.book.sheets.tabs.find(
    (tab) => tab.isVisible && !followed.includes(tab.id) && !begun.sheets.tabs.includes(tab) && !ledger.isLeftSo(tab),
  );
  return changed && `${changed.name} has changed`;
}

/** No tab of people's rows holds a formula. */
export function noFormula({ world }: Seen): string | undefined {
  const tab = world.book.sheets.tabs.find(({ isVisible, hasFormulas }) => isVisible && hasFormulas);
  return tab && `${tab.name} holds a formula`;
}
