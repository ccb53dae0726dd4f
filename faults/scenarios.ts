import type { SessionDraft } from '../src/domain/sessions.ts';
import { columnLetter } from '../src/workbook/lookup.ts';
import type { Ask } from './asks.ts';
import type { Desk } from './desk.ts';
import { ada, cleo, draftOf, ids, withoutFollowUp } from './drafts.ts';
import { must } from './school.ts';
import { byHeader, headersOf, rowsWith, theTab } from './sight.ts';

/** Something a coach does, from where it begins. After it the hourly run comes, and the check of rows, Log and calendar. */
export interface Scenario {
  readonly about: string;
  /** With what beside the Log people may interfere: the Sessions tab, unless it is about another. */
  readonly on?: 'sessions' | 'steps' | 'plans';
  readonly begin: (desk: Desk) => void;
  /** What is asked, in turn; an invitation only when the answer before says that one is to be sent. */
  readonly asks: readonly Exclude<Ask, { what: 'check' | 'hourly' }>[];
}

const mine = draftOf(ids.mine);
const second = draftOf(ids.second, { coachee: cleo, followUpDate: '2026-12-14', date: '2026-11-25' });
const editId = '0e0e0e0e-0000-4000-8000-00000000000e';

const save = (draft: SessionDraft) => ({ who: ada, what: 'save', draft }) as const;
const deliver = (id: string) => ({ who: ada, what: 'deliver', id }) as const;
const correct = (change: Partial<SessionDraft>) =>
  ({ who: ada, what: 'edit', base: mine, draft: { ...mine, ...change }, edit: editId }) as const;

function saved(desk: Desk, draft: SessionDraft = mine): void {
  must(desk, save(draft));
}

/** A session is saved and its invitation sent. */
export function sent(desk: Desk, draft: SessionDraft = mine): void {
  saved(desk, draft);
  must(desk, deliver(draft.id));
}

/** A person takes a session's event out of the calendar of whoever saved it. */
export function takeOut({ world, ledger }: Desk, id: string): void {
  const tab = theTab(world.book.sheets, ledger.tabs.sessions);
  const [row] = rowsWith(tab, id);
  const { saver = '' } = ledger.wishes.get(id) ?? {};
  const { 'Event id': event = '' } = row ? byHeader(tab, row) : {};
  if (world.calendars.find(saver, event)?.status !== 'confirmed') return;
  world.calendars.remove(saver, event);
  ledger.change(id, ({ removed }) => ({ removed: [...removed, event] }));
}

/** A person types into the row of a session, under a header. */
export function typeInto(desk: Desk, id: string, header: string, text: string): void {
  const { world, ledger } = desk;
  const tab = theTab(world.book.sheets, ledger.tabs.sessions);
  const [row] = rowsWith(tab, id);
  if (!row) return;
  const cell = `${columnLetter(headersOf(tab).indexOf(header) + 1)}${tab.rows.indexOf(row) + 1}`;
  desk.byHand(() => world.person.type(tab.name, cell, text));
}

/** What a coach does with one session and its follow-up, by name. */
export const sessionScenarios: Readonly<Record<string, Scenario>> = {
  save: {
    about: 'a session with a follow-up is saved and its invitation sent',
    begin: () => undefined,
    asks: [save(mine), deliver(ids.mine)],
  },
  'save-only': {
    about: 'a session without a follow-up is saved',
    begin: () => undefined,
    asks: [save({ ...mine, ...withoutFollowUp })],
  },
  'save-full': {
    about: 'a session is saved when the tab is full',
    begin: (desk) => {
      saved(desk, second);
      const rows = theTab(desk.world.book.sheets, desk.ledger.tabs.sessions).rows.length;
      desk.byHand(() => desk.world.person.deleteRow('Sessions', 7, rows - 6));
    },
    asks: [save(mine), deliver(ids.mine)],
  },
  'save-below': {
    about: 'a session is saved when somebody has filled a column of their own to the very bottom',
    begin: (desk) => {
      const { rows } = theTab(desk.world.book.sheets, desk.ledger.tabs.sessions);
      desk.byHand(() => {
        desk.world.person.deleteRow('Sessions', 9, rows.length - 8);
        desk.world.person.type('Sessions', 'E8', 'the very bottom');
      });
    },
    asks: [save(mine), deliver(ids.mine)],
  },
  deliver: {
    about: 'the invitation of a saved session is sent',
    begin: (desk) => saved(desk),
    asks: [deliver(ids.mine)],
  },
  hourly: {
    about: 'the hourly run finds two invitations waiting',
    begin: (desk) => {
      saved(desk);
      saved(desk, second);
    },
    asks: [],
  },
  'correct-words': {
    about: 'the words of a session are corrected',
    begin: (desk) => sent(desk),
    asks: [correct({ strength: `-${mine.strength}`, ideas: `@${mine.target}` })],
  },
  'correct-day': {
    about: "the follow-up's day is corrected",
    begin: (desk) => sent(desk),
    asks: [correct({ followUpDate: '2026-12-15', followUpTime: '16:00' }), deliver(ids.mine)],
  },
  'call-off': {
    about: 'the follow-up is called off by correcting the session',
    begin: (desk) => sent(desk),
    asks: [correct(withoutFollowUp), deliver(ids.mine)],
  },
  'other-coachee': {
    about: 'the coachee is corrected',
    begin: (desk) => sent(desk),
    asks: [correct({ coachee: cleo }), deliver(ids.mine)],
  },
  'plan-again': {
    about: 'the follow-up is planned again after a person removed it',
    begin: (desk) => {
      sent(desk);
      takeOut(desk, ids.mine);
      must(desk, deliver(ids.mine));
    },
    asks: [correct({ followUpDate: '2026-12-16' }), deliver(ids.mine)],
  },
  'first-follow-up': {
    about: 'a session is given its follow-up later, by correcting it',
    begin: (desk) => saved(desk, { ...mine, ...withoutFollowUp }),
    asks: [
      { who: ada, what: 'edit', base: { ...mine, ...withoutFollowUp }, draft: mine, edit: editId },
      deliver(ids.mine),
    ],
  },
  'status-by-hand': {
    about: 'somebody has typed over the status of two sessions',
    begin: (desk) => {
      sent(desk);
      saved(desk, second);
      typeInto(desk, ids.mine, 'Follow-up status', 'Waiting');
      typeInto(desk, ids.second, 'Follow-up status', 'Cancelled');
      typeInto(desk, ids.theirs, 'Follow-up status', '');
    },
    asks: [],
  },
  'event-removed': {
    about: 'a person has taken the event out of the calendar',
    begin: (desk) => {
      sent(desk);
      takeOut(desk, ids.mine);
    },
    asks: [],
  },
  'event-left': {
    about: 'a follow-up was called off and its event still stands',
    begin: (desk) => {
      sent(desk);
      must(desk, correct(withoutFollowUp));
    },
    asks: [],
  },
};
