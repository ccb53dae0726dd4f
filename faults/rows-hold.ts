import type { Row, Tab } from '../local/plain/tab.ts';
import { fields } from '../src/domain/columns.ts';
import { type SessionDraft, sessions } from '../src/domain/sessions.ts';
import type { Ledger, Wish } from './ledger.ts';
import { type Seen, sessionsTab } from './seen.ts';
import { contentAt, headersOf, rowsWith, said } from './sight.ts';
import { type Cells, cellsIn, nameOf } from './wanted.ts';

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
  const versions = [...(wish.told ? [wish.told] : []), ...wish.open].map((draft) => cellsOf(draft, wish));
  const headers = headersOf(tab);
  for (const header of Object.keys(versions[0] ?? {})) {
    const column = headers.indexOf(header);
    const key = tab.columns[column];
    if (column < 0) {
      if (ledger.isUntouched) return `the column ${header} is gone`;
      continue;
    }
    if (isWhen(header) && (wish.isMoved || ledger.wishes.get(wish.group)?.isMoved)) continue;
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

/** The row follows where somebody has moved the follow-up in their calendar. */
export const isWhen = (header: string): boolean => /^Follow-up (date|time|minutes)$/.test(header);

const known = new WeakMap<SessionDraft, Cells>();

/** What the cells of a session say, by header, as far as its draft and its coach decide it. */
export function cellsOf(draft: SessionDraft, { saver, group }: Pick<Wish, 'saver' | 'group'>): Cells {
  const before = known.get(draft);
  if (before) return before;
  const typed = fields(sessions).flatMap(({ column, key }) => (column.made === true ? [] : [key]));
  const values = Object.fromEntries(typed.map((key) => [key, draft[key as keyof SessionDraft]])); // keys of a draft
  const made = { Coach: nameOf(saver), 'Coach email': saver, 'Saved by': saver, 'Group id': group };
  const cells = { ...cellsIn(sessions, values), ...made };
  known.set(draft, cells);
  return cells;
}

/** The key of the typed column with that header. */
export const keyOf = (header: string): keyof SessionDraft =>
  // Only typed columns are asked for, whose keys are those of a draft.
  fields(sessions).find((field) => field.header === header)?.key as keyof SessionDraft;
