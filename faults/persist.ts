import type { SavedSession } from '../src/api/sessions.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import type { Ask, Desk, Reply, Told } from './desk.ts';
import { sessionOf } from './desk.ts';
import { withoutFollowUp } from './drafts.ts';
import { takeBack } from './hands.ts';
import { Violation } from './invariants.ts';
import { headersOf, rowsWith, theTab } from './sight.ts';

const mostTries = 5;

/**
 * Asks until it is done, as people do with what the sidebar tells them: again when they are told to try again; their own
 * version over somebody else's when they are shown both; after the director has put the tab right when it is not.
 * Answers what came last.
 * @throws Violation when trying again does not lead to an end
 */
export function persist(desk: Desk, first: Ask, before?: Told): Told {
  let ask = first;
  let told = before ?? desk.ask(ask);
  for (let tries = 0; tries < mostTries && !told.reply.ok; tries++) {
    const { code } = told.reply.error;
    if (code === 'missing' && isGone(desk, ask)) return told;
    if (code === 'setup') takeBack(desk);
    else if (code === 'stale') ask = overTheirs(desk, ask);
    // What was missing may have been brought back since.
    else if (code !== 'busy' && code !== 'missing') break;
    told = desk.ask(ask);
  }
  if (told.reply.ok || (told.reply.error.code === 'missing' && isGone(desk, ask))) return told;
  throw new Violation('trying again works', `${ask.what} of ${ask.who}: “${told.reply.error.message}”`);
}

/** Whether people have taken the session's row away, or its follow-up out of it. */
function isGone({ world, ledger }: Desk, ask: Ask): boolean {
  const tab = theTab(world.book.sheets, ledger.tabs.sessions);
  const [row] = rowsWith(tab, sessionOf(ask));
  if (!row) return (ledger.wishes.get(sessionOf(ask))?.taken ?? 0) > 0;
  const event = headersOf(tab).indexOf('Event id');
  return ask.what === 'deliver' && ledger.written(row.key, tab.columns[event]) === '';
}

let corrections = 0;

/** What somebody asks who is shown another version beside their own and keeps their own; the same, if there is none. */
function overTheirs(desk: Desk, ask: Ask): Ask {
  if (ask.what !== 'save' && ask.what !== 'edit') return ask;
  const look = (): Reply => desk.ask({ who: ask.who, what: 'read', id: ask.draft.id }).reply;
  const first = look();
  if (!first.ok && first.error.code === 'setup') takeBack(desk);
  const reply = first.ok ? first : look();
  const theirs = sessionIn(reply);
  const draft = theirs && merged(ask, theirs);
  if (!draft || JSON.stringify(draft) === JSON.stringify(theirs)) return ask;
  corrections = (corrections + 1) % 10_000;
  const edit = `0d0d0d0d-0000-4000-8000-${String(corrections).padStart(12, '0')}`;
  return { who: ask.who, what: 'edit', base: theirs, draft, edit };
}

function sessionIn(reply: Reply): SessionDraft | undefined {
  // What sessions.read answers.
  return reply.ok ? ((reply.value as SavedSession).session ?? undefined) : undefined;
}

// What somebody else has emptied that may not be empty is filled in with one's own.
function merged(ask: Ask & { what: 'save' | 'edit' }, theirs: SessionDraft): SessionDraft {
  if (ask.what === 'save') return ask.draft;
  const mine = Object.entries(ask.draft).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(ask.base[name as keyof SessionDraft]), // a key of a draft
  );
  const { strength, target, outcome } = ask.draft;
  const filled = {
    strength: theirs.strength || strength,
    target: theirs.target || target,
    outcome: theirs.outcome || outcome,
  };
  const draft: SessionDraft = { ...theirs, ...filled, ...Object.fromEntries(mine) };
  // A follow-up is whole or not at all, as the form has it.
  return draft.followUpDate === ''
    ? { ...draft, ...withoutFollowUp }
    : { ...draft, followUpTime: draft.followUpTime || '15:45', followUpMinutes: draft.followUpMinutes ?? 30 };
}
