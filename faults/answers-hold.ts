import type { Row, Tab } from '../local/plain/tab.ts';
import { type Ask, rowOf } from './asks.ts';
import type { Reply, Told } from './desk.ts';
import { marker, noteMarker } from './drafts.ts';
import { mayCarryWords } from './plans-hold.ts';
import { cellsOf, keyOf } from './rows-hold.ts';
import { everybody, linesAbout, liveEvents, logTab, type Seen, sessionsTab } from './seen.ts';
import { byHeader, headersOf, holds, rowsWith, theTab } from './sight.ts';
import type { WantedSession } from './wanted.ts';

/** The lock is free once an execution has ended, however it ended. */
export function lockIsFree({ world, told }: Seen): string | undefined {
  const probe = {};
  if (told.isWithin) return undefined;
  if (!world.locks.take('document', probe)) return 'somebody still holds the lock';
  world.locks.free('document', probe);
  return undefined;
}

/**
 * No word of any conversation is in the Log, in an error, in what the script logs, in an event or in a mail; those of a
 * plan only in the invitation to it, for the two of them, where the school lets them. What people write with an answer
 * to an invitation is kept nowhere.
 */
export function noWord(seen: Seen): string | undefined {
  const { world, told, begun } = seen;
  const { run, reply } = told;
  const said: Record<string, unknown> = {
    'what the script logged': run.log,
    'what was shown': run.shown,
    'an error': [reply.ok ? '' : reply.error.message, run.error?.message],
  };
  for (const [where, what] of Object.entries(said)) if (hasWord(what)) return `in ${where}`;
  const base = theTab(begun.sheets, logTab(seen).id);
  const lines =
    base === logTab(seen) ? [] : logTab(seen).rows.filter((row, at) => row.width > 0 && row !== base.rows[at]);
  if (lines.some(({ cells }) => cells.some((cell) => hasWord(cell?.value)))) return 'in the Log';
  const noted =
    told.before === world.book.sheets ? undefined : world.book.sheets.tabs.find((tab) => isNoted(seen, tab));
  if (noted) return `of a note, on ${noted.name}`;
  if (world.calendars.turn === told.turn) return undefined;
  const events = everybody.flatMap((person) =>
    world.calendars
      .all(person)
      .filter(({ changed }) => changed > told.turn)
      .map((event) => (mayCarryWords(seen, event, person) ? { ...event, description: '' } : event)),
  );
  if (JSON.stringify(events).includes(marker)) return 'in an event';
  return hasWord(world.calendars.mails.slice(begun.mails)) ? 'in a mail' : undefined;
}

function hasWord(what: unknown): boolean {
  const text = JSON.stringify(what) ?? '';
  return text.includes(marker) || text.includes(noteMarker);
}

function isNoted({ begun }: Seen, tab: Tab): boolean {
  const had = new Set(begun.sheets.tabs.find(({ id }) => id === tab.id)?.rows);
  return tab.rows.some((row) => row.width > 0 && !had.has(row) && hasNote(row));
}

const hasNote = ({ cells }: Row): boolean => cells.some((cell) => String(cell?.value).includes(noteMarker));

/** Whoever is told that it is there can see it there; whoever is told that nothing was saved has saved nothing. */
export function toldTruth(seen: Seen): string | undefined {
  const { reply, ask, wrote } = seen.told;
  if (!reply.ok) {
    const { code, message } = reply.error;
    // Who looks back into a calendar is told that it is busy also after some of it has been recorded.
    const denials = isLooking(ask) ? /^(forbidden|missing)$/ : /^(busy|invalid|forbidden|missing)$/;
    const isDenied = denials.test(code) || /nothing (of yours )?was saved/i.test(message);
    return isDenied && wrote ? `“${message}”, yet something was written` : undefined;
  }
  if (ask.what === 'save' || ask.what === 'edit') {
    const [first, ...rest] = seen.told.wanted.sessions.filter(({ follows }) => !follows);
    const wrong = rest.map((each) => cellsTruly(seen, each)).find((why) => why !== undefined);
    return wrong ?? (first && (cellsTruly(seen, first) ?? savedTruly(seen, reply, first.id)));
  }
  return ask.what === 'deliver' ? sentTruly(seen, reply, ask.id) : undefined;
}

const isLooking = ({ what }: Ask): boolean => what === 'since' || what === 'check';

function cellsTruly(seen: Seen, { id, draft }: WantedSession): string | undefined {
  const { ask } = seen.told;
  const tab = sessionsTab(seen);
  const [row, ...others] = rowsWith(tab, id);
  const wish = seen.ledger.wishes.get(id);
  if (!row || !wish) return `told that ${id} is saved, and it is not there`;
  const cells = byHeader(tab, row);
  const wanted = Object.entries(cellsOf(draft, wish));
  // A column whose header somebody has just renamed is looked at by nobody.
  const isTheirs = (header: string): boolean => {
    const key = tab.columns[headersOf(tab).indexOf(header)];
    return (
      (ask.what !== 'edit' || ask.base[keyOf(header)] === ask.draft[keyOf(header)]) &&
      (ask.what === 'edit' || seen.told.wanted.sessions.length > 1) &&
      seen.ledger.written(row.key, key) !== undefined
    );
  };
  const wrong =
    others.length === 0 &&
    wanted.find(([header, cell]) => header in cells && cells[header] !== cell && !isTheirs(header));
  return wrong ? `told that ${id} is saved, and ${wrong[0]} says “${cells[wrong[0]]}”, not “${wrong[1]}”` : undefined;
}

function savedTruly(seen: Seen, reply: Reply & { ok: true }, id: string): string | undefined {
  const { ask } = seen.told;
  const tab = sessionsTab(seen);
  const [row] = rowsWith(tab, id);
  if (!row) return undefined;
  const { row: at, link } = reply.value as { row: number; link: string }; // what save and edit answer
  const isThere = tab.rows[at - 1] !== undefined && holds(tab, tab.rows[at - 1] ?? row, id);
  if (!seen.ledger.isUntouched) return undefined;
  if (!isThere || !link.endsWith(`range=A${at}`)) return `told that ${id} is in row ${at}, and it is not`;
  const edit = ask.what === 'edit' ? ask.edit : '';
  const lines = linesAbout(seen, id).filter((line) => edit !== '' && line['Log id']?.endsWith(edit));
  const meant = ask.what === 'edit' && JSON.stringify(ask.base) !== JSON.stringify(ask.draft);
  return meant && lines.length !== 1 ? `the Log has ${lines.length} lines about the correction ${edit}` : undefined;
}

function sentTruly(seen: Seen, reply: Reply & { ok: true }, id: string): string | undefined {
  const { outcome } = reply.value as { outcome: string }; // what deliver answers
  const events = liveEvents(seen, id);
  const isTakenOut = (seen.ledger.wishes.get(id)?.removed.length ?? 0) > 0;
  if (outcome === 'Invited' && events.length !== 1 && !isTakenOut)
    return `told that ${id} is sent, and no event stands`;
  const tab = sessionsTab(seen);
  const [row] = rowsWith(tab, id);
  const its = row ? byHeader(tab, row)['Event id'] : undefined;
  if (/^(Cancelled|Removed)$/.test(outcome) && events.some((event) => its === undefined || event.id === its))
    return `told “${outcome}” of ${id}, and its event stands`;
  return undefined;
}

/** Where no service fails, nobody is told of a fault of ours, and nothing is logged as one. */
export function noBug({ told, isFaulty }: Seen): string | undefined {
  if (isFaulty) return undefined;
  const { reply, run } = told;
  if (!reply.ok && /^(bug|none)$/.test(reply.error.code)) return `${rowOf(told.ask)}: ${reply.error.message}`;
  // A refusal in words is for whoever may read the log of the hourly run.
  return run.log.find((line) => /Reference/.test(line));
}

/** Whether an answer says that the same may be asked again. */
export const isToRepeat = ({ reply }: Told): boolean =>
  !reply.ok && /^(busy|bug|stale|setup|none)$/.test(reply.error.code);
