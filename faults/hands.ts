import type { Value } from '../local/cells.ts';
import { display } from '../local/plain/literal.ts';
import type { PlainPerson } from '../local/plain/plain-person.ts';
import type { Row, Tab } from '../local/plain/tab.ts';
import { columnLetter } from '../src/workbook/lookup.ts';
import type { Desk } from './desk.ts';
import { ids } from './drafts.ts';
import type { Followed } from './ledger.ts';
import { headersOf, rowsWith, theTab } from './sight.ts';

/** A tab as somebody sees it who is about to do something there; places are counted from 1. */
interface Place {
  readonly person: PlainPerson;
  readonly tab: Tab;
  readonly name: string;
  /** Where a column stands by its header, 0 for none. */
  readonly column: (header: string) => number;
  /** Where the row of the case's session, step or plan stands, 0 for none. */
  readonly row: number;
  readonly last: number;
}

/** Something a person does on a tab; false when there is nothing there to do it to. */
type Act = (place: Place) => unknown;

const cell = (column: number, row: number): string => `${columnLetter(column)}${row}`;

const sort =
  (header: string, order: 'asc' | 'desc'): Act =>
  ({ person, name, column }) =>
    column(header) > 0 && person.sort(name, column(header), order);

const move =
  (header: string, to: (place: Place) => number): Act =>
  (place) => {
    const from = place.column(header);
    return from > 0 && to(place) > 0 && place.person.moveColumn(place.name, from, to(place));
  };

const insertColumn =
  (before: (place: Place) => number): Act =>
  (place) =>
    before(place) > 0 && place.person.insertColumn(place.name, before(place));

const deleteColumn =
  (header: string): Act =>
  ({ person, name, column }) =>
    column(header) > 0 && person.deleteColumn(name, column(header));

const type =
  (header: string, row: (place: Place) => number, text: string): Act =>
  (place) => {
    const [at, column] = [row(place), place.column(header)];
    return at > 0 && column > 0 && place.person.type(place.name, cell(column, at), text);
  };

const header = (name: string, text: string): Act => type(name, () => 1, text);

const pasteCopy: Act = ({ person, tab, name, row, last }) => {
  const copied = tab.rows[row - 1];
  return (
    row > 0 &&
    last < tab.rows.length &&
    copied &&
    person.paste(name, cell(1, last + 1), [tab.columns.map((_, at) => copyOf(copied, at))])
  );
};

// A copied text is pasted as a text, whatever it looks like.
function copyOf(row: Row, column: number): string {
  const copied = row.cells[column];
  const value: Value = copied?.value ?? '';
  if (typeof value === 'string') return value === '' ? '' : `'${value}`;
  return copied ? display(copied) : '';
}

const own = 'Our own note';
const row = ({ row: at }: Place): number => at;

const onBoth: Readonly<Record<string, Act>> = {
  'hide-rows': ({ person, name }) => person.hideRows(name, 2, 2),
  'insert-first-column': insertColumn(() => 1),
  'insert-last-column': insertColumn(({ tab }) => tab.columns.length),
  'insert-row-above': ({ person, name }) => person.insertRow(name, 2),
  'insert-row-below': ({ person, name, last }) => person.insertRow(name, Math.min(last + 1, 6)),
  'delete-other-row': ({ person, name }) => person.deleteRow(name, 2),
  'delete-row': ({ person, name, row: at }) => at > 0 && person.deleteRow(name, at),
  'paste-copy': pasteCopy,
  'rename-tab': ({ person, name }) => person.rename(name, `${name} 2026`),
};

const onSessions: Readonly<Record<string, Act>> = {
  ...onBoth,
  'sort-date': sort('Date', 'asc'),
  'sort-date-down': sort('Date', 'desc'),
  'sort-coach': sort('Coach', 'asc'),
  'sort-status-down': sort('Follow-up status', 'desc'),
  'sort-id': sort('Session id', 'asc'),
  'sort-id-down': sort('Session id', 'desc'),
  'filter-status': ({ person, name, column }) =>
    person.filter(name, column('Follow-up status'), ['Waiting', 'Invited']),
  'move-first-to-end': move('Date', ({ tab }) => tab.columns.length + 1),
  'move-id-to-front': move('Session id', () => 1),
  'move-own-to-front': move(own, () => 1),
  'move-status-inside': move('Follow-up status', ({ column }) => column('Strength')),
  'move-strength-back': move('Strength', ({ column }) => column('Minutes')),
  'insert-before-strength': insertColumn(({ column }) => column('Strength')),
  'insert-before-status': insertColumn(({ column }) => column('Follow-up status')),
  'insert-before-id': insertColumn(({ column }) => column('Session id')),
  'rename-strength': header('Strength', 'What went well'),
  'rename-status': header('Follow-up status', 'State'),
  'rename-id': header('Session id', 'Key'),
  'rename-own': header(own, 'Notes'),
  'delete-own': deleteColumn(own),
  'delete-strength': deleteColumn('Strength'),
  'delete-status': deleteColumn('Follow-up status'),
  'delete-id': deleteColumn('Session id'),
  'delete-event-id': deleteColumn('Event id'),
  'paste-over-words': ({ person, name, column, row: at }) =>
    at > 0 &&
    column('Strength') > 0 &&
    person.paste(name, cell(column('Strength'), at), [['pasted', 'over', 'the words']]),
  'empty-words': type('Target', row, ''),
  'type-status': type('Follow-up status', row, 'Not sent'),
  'type-own-note': type(own, row, 'a note just now'),
  'type-other-note': type(own, () => 2, 'another note just now'),
  'type-other-words': type('Strength', () => 2, 'put in other words'),
};

const onLog: Readonly<Record<string, Act>> = {
  ...onBoth,
  'sort-when-down': sort('When', 'desc'),
  'sort-event': sort('Event', 'asc'),
  'sort-session': sort('Session id', 'asc'),
  'move-event-to-end': move('Event', ({ tab }) => tab.columns.length + 1),
  'move-id-to-front': move('Log id', () => 1),
  'insert-before-session': insertColumn(({ column }) => column('Session id')),
  'rename-event': header('Event', 'What'),
  'delete-detail': deleteColumn('Detail'),
  'delete-seen-by': deleteColumn('Seen by'),
};

const onSteps: Readonly<Record<string, Act>> = {
  ...onBoth,
  'sort-step': sort('Step', 'asc'),
  'sort-step-down': sort('Step', 'desc'),
  'sort-outcome-down': sort('Outcome', 'desc'),
  'sort-id-down': sort('Step id', 'desc'),
  'move-first-to-end': move('Date', ({ tab }) => tab.columns.length + 1),
  'move-id-to-front': move('Step id', () => 1),
  'move-outcome-inside': move('Outcome', ({ column }) => column('Step')),
  'move-own-to-front': move(own, () => 1),
  'insert-before-outcome': insertColumn(({ column }) => column('Outcome')),
  'insert-before-id': insertColumn(({ column }) => column('Step id')),
  'rename-outcome': header('Outcome', 'What came of it'),
  'delete-own': deleteColumn(own),
  'delete-outcome': deleteColumn('Outcome'),
  'type-own-note': type(own, row, 'a note just now'),
  'type-other-words': type('Step', ({ last }) => last, 'put in other words'),
};

const onPlans: Readonly<Record<string, Act>> = {
  ...onBoth,
  'sort-coach': sort('Coach', 'asc'),
  'sort-coach-down': sort('Coach', 'desc'),
  'sort-agreement': sort('Agreement', 'asc'),
  'sort-id-down': sort('Plan id', 'desc'),
  'move-first-to-end': move('Coach', ({ tab }) => tab.columns.length + 1),
  'move-id-to-front': move('Plan id', () => 1),
  'move-agreement-inside': move('Agreement', ({ column }) => column('Process')),
  'move-agreed-to': move('Agreed to', ({ column }) => column('Purpose')),
  'insert-before-purpose': insertColumn(({ column }) => column('Purpose')),
  'insert-before-agreed': insertColumn(({ column }) => column('Coachee agreed')),
  'rename-agreement': header('Agreement', 'Both agree'),
  'rename-process': header('Process', 'How'),
  'delete-own': deleteColumn(own),
  'delete-agreed-to': deleteColumn('Agreed to'),
  'type-own-note': type(own, row, 'a note just now'),
  'type-process': type('Process', row, 'put in other words'),
  'type-other-process': type('Process', () => 2, 'put in other words'),
};

/** Does something to a tab as a person does it, with the tab as it is by then. */
function done(desk: Desk, id: string, about: string, act: Act): void {
  const tab = theTab(desk.world.book.sheets, id);
  const [found] = rowsWith(tab, about);
  const { person } = desk.world;
  act({
    person,
    tab,
    name: tab.name,
    column: (name) => headersOf(tab).indexOf(name) + 1,
    row: found ? tab.rows.indexOf(found) + 1 : 0,
    last: tab.rows.findLastIndex(({ width }) => width > 0) + 1,
  });
}

// The row that a case is about.
const rows: Readonly<Record<keyof Followed, string>> = {
  sessions: ids.mine,
  log: ids.mine,
  steps: `${ids.old}.1`,
  plans: ids.plan,
};

const acting = (tab: keyof Followed, acts: Readonly<Record<string, Act>>) =>
  Object.entries(acts).map(([name, act]) => ({
    tab,
    name: tab === 'sessions' ? name : `${tab}-${name}`,
    act: (desk: Desk): void => desk.byHand(() => done(desk, desk.ledger.tabs[tab], rows[tab], act)),
  }));

const all = [
  ...acting('sessions', onSessions),
  ...acting('log', onLog),
  ...acting('steps', onSteps),
  ...acting('plans', onPlans),
];

/** What people do to the sheet with their own hands, by name. */
export const hands: Readonly<Record<string, (desk: Desk) => void>> = {
  ...Object.fromEntries(all.map(({ name, act }) => [name, act])),
  'restore-version': (desk) => desk.byHand(() => desk.world.person.restore(desk.begun.sheets)),
};

/** On which tab an act by hand is done; none for one that is done to the whole sheet. */
export const tabOfAct = (act: string): keyof Followed | undefined => all.find(({ name }) => name === act)?.tab;

/** Takes back what was last done by hand. */
export const takeBack = (desk: Desk): void => desk.byHand(() => desk.world.person.undo());
