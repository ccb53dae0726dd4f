import type { Row, Tab } from '../local/plain/tab.ts';
import { fields } from '../src/domain/columns.ts';
import { logEvents } from '../src/domain/log.ts';
import { type SessionDraft, sessions } from '../src/domain/sessions.ts';
import { people } from '../test/school.ts';
import type { Ledger, Wish } from './ledger.ts';
import { logTab, type Seen, sessionsTab } from './seen.ts';
import { byHeader, contentAt, headersOf, holds, rowsWith, said, theTab } from './sight.ts';

/** Exactly one row for whoever was told that it is there, and never two that the add-on has made. */
export function oneRow(seen: Seen): string | undefined {
  const tab = sessionsTab(seen);
  for (const { id, told, taken, given } of seen.ledger.wishes.values()) {
    const count = rowsWith(tab, id).length;
    const least = told ? Math.max(0, 1 - taken) : 0;
    if (count < least || count > 1 + given) return `${count} rows have the id ${id}, not ${least} to ${1 + given}`;
  }
  return undefined;
}

/** In every row of a session stands what was asked for, or what a person has typed there since. */
export function whatWasTyped(seen: Seen): string | undefined {
  const tab = sessionsTab(seen);
  for (const wish of seen.ledger.wishes.values()) {
    for (const row of rowsWith(tab, wish.id)) {
      const wrong = wrongCell(seen.ledger, tab, row, wish);
      if (wrong !== undefined) return wrong;
    }
  }
  return undefined;
}

function wrongCell(ledger: Ledger, tab: Tab, row: Row, wish: Wish): string | undefined {
  const versions = [...(wish.told ? [wish.told] : []), ...wish.open].map((draft) => cellsOf(draft, wish.saver));
  const headers = headersOf(tab);
  for (const header of Object.keys(versions[0] ?? {})) {
    const column = headers.indexOf(header);
    const key = tab.columns[column];
    if (column < 0) {
      if (ledger.isUntouched) return `the column ${header} is gone`;
      continue;
    }
    if (wish.isMoved && isWhen(header)) continue;
    const cell = said(row.cells[column]?.value);
    if (versions.some((version) => version[header] === cell)) continue;
    // Of a row that somebody has put there by hand, what is empty was not written by anybody.
    const isPutThere = tab.columns.some(
      (each, at) => ledger.written(row.key, each) === wish.id && contentAt(row, at) === wish.id,
    );
    const isTheirs = (ledger.written(row.key, key) ?? (isPutThere ? '' : undefined)) === contentAt(row, column);
    if (!isTheirs) return `${header} of ${wish.id} is “${cell}”, not ${versions.map((each) => `“${each[header]}”`)}`;
  }
  return undefined;
}

// The row follows where somebody has moved the follow-up in their calendar.
const isWhen = (header: string): boolean => /^Follow-up (date|time|minutes)$/.test(header);

const known = new WeakMap<SessionDraft, Record<string, string>>();

/** What the cells of a session say, by header, as far as its draft and its coach decide it. */
export function cellsOf(draft: SessionDraft, saver: string): Record<string, string> {
  const before = known.get(draft);
  if (before) return before;
  const typed = fields(sessions).filter(({ column }) => column.made !== true);
  const value = (key: string): string => {
    const given: unknown = draft[key as keyof SessionDraft]; // a key of a typed column is one of a draft
    return Array.isArray(given) ? given.join(', ') : given === null ? '' : String(given);
  };
  const cells = Object.fromEntries(
    typed.map(({ header, key, isName }) => [header, isName ? nameOf(value(key)) : value(key)]),
  );
  const made = { Coach: nameOf(saver), 'Coach email': saver, 'Saved by': saver };
  known.set(draft, { ...cells, ...made });
  return { ...cells, ...made };
}

/** The key of the typed column with that header. */
export const keyOf = (header: string): keyof SessionDraft =>
  // Only typed columns are asked for, whose keys are those of a draft.
  fields(sessions).find((field) => field.header === header)?.key as keyof SessionDraft;

const nameOf = (email: string): string => Object.values(people).find((member) => member.email === email)?.name ?? '';

/** No cell of anybody else has changed, nor one of people's own columns, but by people's own hands. */
export function othersRows(seen: Seen): string | undefined {
  const { ledger, begun } = seen;
  const tab = sessionsTab(seen);
  const before = theTab(begun.sheets, tab.id);
  const own = new Set(fields(sessions).map(({ header }) => header));
  const ids = [...ledger.wishes.keys()];
  const were = new Map(before.rows.map((row) => [row.key, row]));
  return unchanged(seen, before, tab, (row, key) => {
    const wish = ids.find((id) => holds(row, id) || holds(were.get(row.key) ?? row, id)) ?? ledger.ownerOf(row.key);
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
  const had = new Set(before.rows.filter(({ width }) => width > 0).map(({ key }) => key));
  const isNew = (row: Row): boolean => !had.has(row.key) && [...seen.ledger.wishes.keys()].some((id) => holds(row, id));
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
      if (cell === (ledger.written(row.key, key) ?? was) || isFree(row, key, cell)) continue;
      return `on ${now.name} row ${now.rows.indexOf(row) + 1} column ${column + 1} says “${cell}”, not “${was}”`;
    }
  }
  const lost = [...former.values()].find(({ key, width }) => width > 0 && !ledger.isTaken(key));
  return lost && `a row of ${now.name} is gone`;
}

/** The add-on writes on no other tab. */
export function otherTabs({ world, begun, ledger }: Seen): string | undefined {
  const followed = [ledger.tabs.sessions, ledger.tabs.log];
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
