import type { StoredEvent } from '../local/calendars.ts';
import type { PlainWorld } from '../local/plain/plain-world.ts';
import type { Sheets } from '../local/plain/sheets.ts';
import type { Tab } from '../local/plain/tab.ts';
import { people } from '../test/school.ts';
import type { Told } from './desk.ts';
import type { Followed, Ledger, Wish } from './ledger.ts';
import { byHeader, rowsWith, theTab } from './sight.ts';

/** What an invariant may look at. */
export interface Seen {
  readonly world: PlainWorld;
  readonly ledger: Ledger;
  /** The sheet, and how many mails there were, as the case began. */
  readonly begun: { readonly sheets: Sheets; readonly mails: number; readonly turn: number };
  /** The last execution. */
  readonly told: Told;
  /** Whether services failed in it. */
  readonly isFaulty: boolean;
}

/** What speaks against an invariant; nothing when it holds. */
export type Holds = (seen: Seen) => string | undefined;

/** Everybody who has a calendar. */
export const everybody: readonly string[] = Object.values(people).map(({ email }) => email);

export const tabIn = ({ world, ledger }: Seen, which: keyof Followed): Tab =>
  theTab(world.book.sheets, ledger.tabs[which]);
export const sessionsTab = ({ world, ledger }: Seen): Tab => theTab(world.book.sheets, ledger.tabs.sessions);
export const logTab = ({ world, ledger }: Seen): Tab => theTab(world.book.sheets, ledger.tabs.log);

/** The events that stand in somebody's calendar for a session, in that of whoever made them. */
export function liveEvents({ world }: Seen, session: string): StoredEvent[] {
  return everybody.flatMap((person) =>
    world.calendars
      .all(person)
      .filter(
        ({ organizer, status, extendedProperties }) =>
          organizer.email === person &&
          status !== 'cancelled' &&
          extendedProperties?.private?.strideSession === session,
      ),
  );
}

/** The lines of the Log about a session, from top to bottom. */
export function linesAbout(seen: Seen, session: string): Record<string, string>[] {
  const tab = logTab(seen);
  return rowsWith(tab, session).map((row) => byHeader(tab, row));
}

/** The sessions of which somebody was told that they are there. */
export const toldOf = ({ ledger }: Seen): (Wish & { readonly told: NonNullable<Wish['told']> })[] =>
  [...ledger.wishes.values()].flatMap(({ told, ...wish }) => (told ? [{ ...wish, told }] : []));
