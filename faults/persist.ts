import type { WholePlan } from '../src/api/plans.ts';
import type { SavedSession } from '../src/api/sessions.ts';
import { type PlanDraft, wordsOf } from '../src/domain/plans.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import { type Ask, rowOf, tabOf } from './asks.ts';
import type { Desk, Reply, Told } from './desk.ts';
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
    else if (code === 'stale') {
      const next = overTheirs(desk, ask, told.reply);
      if (!next) return told;
      ask = next;
    } else if (code === 'missing') ask = withoutLost(desk, ask);
    // An older version came back, from before the target was resolved.
    else if (code === 'invalid' && ask.what === 'sustain')
      desk.ask({ who: ask.who, what: 'state', id: ask.id, state: 'resolved' });
    // What was missing may have been brought back since.
    else if (code !== 'busy' && code !== 'missing') break;
    told = desk.ask(ask);
  }
  if (told.reply.ok || (told.reply.error.code === 'missing' && isGone(desk, ask))) return told;
  throw new Violation('trying again works', `${ask.what} of ${ask.who}: “${told.reply.error.message}”`);
}

/** Whether people have taken the row away that is asked about, or the follow-up out of it. */
function isGone({ world, ledger }: Desk, ask: Ask): boolean {
  const which = tabOf(ask);
  const tab = theTab(world.book.sheets, ledger.tabs[which]);
  const [row] = rowsWith(tab, rowOf(ask));
  const known = which === 'plans' ? ledger.rows.get(rowOf(ask)) : ledger.wishes.get(rowOf(ask));
  if (!row) return (known?.taken ?? 0) > 0;
  const event = headersOf(tab).indexOf('Event id');
  return ask.what === 'deliver' && ledger.written(row.key, tab.columns[event]) === '';
}

// Nothing can be said of an earlier step whose row people have taken away.
function withoutLost({ world, ledger }: Desk, ask: Ask): Ask {
  if (ask.what !== 'save' || !ask.draft.answers) return ask;
  const tab = theTab(world.book.sheets, ledger.tabs.steps);
  const answers = ask.draft.answers.filter(({ step }) => rowsWith(tab, step).length > 0);
  return answers.length === ask.draft.answers.length ? ask : { ...ask, draft: { ...ask.draft, answers } };
}

let corrections = 0;

/**
 * What somebody asks who is shown another version beside their own and keeps their own; the same, if there is none; and
 * nothing where all that they wanted to correct has been corrected by somebody else.
 */
function overTheirs(desk: Desk, ask: Ask, why: Reply): Ask | undefined {
  if (ask.what === 'plan' || ask.what === 'agree') return overTheirPlan(desk, ask);
  if (ask.what !== 'save' && ask.what !== 'edit') return ask;
  const look = (): Reply => desk.ask({ who: ask.who, what: 'read', id: ask.draft.id }).reply;
  const first = look();
  if (!first.ok && first.error.code === 'setup') takeBack(desk);
  const reply = first.ok ? first : look();
  const theirs = sessionIn(reply);
  const draft = theirs && merged(ask, theirs);
  const isNewer = !why.ok && /^Somebody has changed/.test(why.error.message);
  if (draft && JSON.stringify(draft) === JSON.stringify(theirs))
    return ask.what === 'edit' && isNewer ? undefined : ask;
  if (!draft) return ask;
  corrections = (corrections + 1) % 10_000;
  const edit = `0d0d0d0d-0000-4000-8000-${String(corrections).padStart(12, '0')}`;
  return { who: ask.who, what: 'edit', base: theirs, draft, edit, ...besides(ask) };
}

// What a correction carries that a try to save has become, since not all of that may have been written.
function besides(ask: Ask & { what: 'save' | 'edit' }): Pick<Ask & { what: 'edit' }, 'steps' | 'saved'> {
  if (ask.what === 'edit') return { ...(ask.steps && { steps: ask.steps }), ...(ask.saved && { saved: ask.saved }) };
  const { steps, answers } = ask.draft;
  const saved = { ...(steps && { steps }), ...(answers && { answers }) };
  return Object.keys(saved).length > 0 ? { saved } : {};
}

// Who is told that a plan has other words by now looks at it once more: what they typed goes over it, and they agree to it.
function overTheirPlan(desk: Desk, ask: Ask & { what: 'plan' | 'agree' }): Ask {
  const look = (): Reply => desk.ask({ who: ask.who, what: 'seen', id: rowOf(ask) }).reply;
  const first = look();
  if (!first.ok && first.error.code === 'setup') takeBack(desk);
  const reply = first.ok ? first : look();
  if (!reply.ok) return ask;
  const { plan } = reply.value as WholePlan; // what plans.read answers
  if (ask.what === 'agree') return { ...ask, words: wordsOf(plan) };
  const mine = Object.entries(ask.draft).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(ask.base?.[name as keyof PlanDraft]), // a key of a draft
  );
  return { ...ask, base: plan, draft: { ...plan, ...Object.fromEntries(mine) } };
}

function sessionIn(reply: Reply): SessionDraft | undefined {
  // What sessions.read answers.
  return reply.ok ? ((reply.value as SavedSession).session ?? undefined) : undefined;
}

// Of a session that an earlier try had written, what has become of earlier steps stands there.
function asTyped({ draft }: Ask & { what: 'save' }, { howItWent }: SessionDraft): SessionDraft {
  const { steps: _, answers, others: __, ...typed } = draft;
  return answers ? { ...typed, howItWent } : typed;
}

// What somebody else has emptied that may not be empty is filled in with one's own.
function merged(ask: Ask & { what: 'save' | 'edit' }, theirs: SessionDraft): SessionDraft {
  if (ask.what === 'save') return asTyped(ask, theirs);
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
