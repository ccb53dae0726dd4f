import { fields, type Row, type Table } from '../src/domain/columns.ts';
import { emptySession } from '../src/domain/drafts.ts';
import { evidence, quotations } from '../src/domain/evidence.ts';
import { inOrder, log } from '../src/domain/log.ts';
import { type Session, type SessionDraft, sessions as sessionsTab } from '../src/domain/sessions.ts';
import { settingsTable } from '../src/domain/settings.ts';
import { staff, teams as teamsTab, termDates } from '../src/domain/staff.ts';
import { steps as stepsTab } from '../src/domain/steps.ts';
import { encode } from '../src/workbook/cells.ts';
import { Person } from './person.ts';
import {
  answerRows,
  type Conversation,
  cast,
  conversations,
  evidenceRows,
  logRows,
  madePlans,
  members,
  periods,
  quotationRows,
  schoolNow,
  schoolSettings,
  stepRows,
  teams,
} from './school/index.ts';
import { ask, liveOn } from './school-life.ts';
import type { World } from './world.ts';

/**
 * Fills a blank sheet with the made-up school: the director sets it up and types the school in; the last conversations
 * of everybody are really saved by their coaches through the add-on, so that rows, events and Log belong together, and
 * so are plans, answers to invitations and one coach's looks into the mirror.
 */
export function madeUpSchool(world: World): void {
  const director = { user: cast.director };
  world.clock.set(schoolNow);
  world.run('setUpSheet', [], director);
  fill(world, staff, members);
  fill(world, teamsTab, teams);
  fill(world, termDates, periods);
  fill(world, settingsTable, schoolSettings);
  const all = conversations();
  const live = all.filter(({ session }) => isLively(session));
  const told = all.filter((one) => !live.includes(one));
  const rows = told.map(({ session }) => session);
  fill(world, sessionsTab, rows);
  fill(world, stepsTab, stepRows(told));
  fill(world, evidence, evidenceRows(madePlans.map(({ draft }) => draft)));
  fill(world, quotations, quotationRows);
  fill(world, log, inOrder([...logRows(rows), ...answerRows(told)]));
  for (const one of live) saveFor(world, one);
  liveOn(
    world,
    live.map(({ session }) => session),
  );
  world.clock.set(schoolNow);
}

/** Puts rows on a tab as somebody does who types them in, from the second row down. */
export function fill<T extends Table>(
  where: World | { readonly person: Pick<Person, 'seesAll' | 'paste'> },
  table: T,
  rows: readonly Row<T>[],
): void {
  const names = new Map(members.map(({ email, name }) => [email, name]));
  const person = 'person' in where ? where.person : new Person(where);
  const [headers = []] = person.seesAll(table.name);
  const of = fields(table);
  const cells = rows.map((row) => {
    const written = encode(of, row, (email) => names.get(email) ?? email).map(typed);
    return headers.map((header) => written[of.findIndex((field) => field.header === header)] ?? '');
  });
  person.paste(table.name, 'A2', cells);
}

const typed = (cell: string | number | boolean): string =>
  typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);

// The last conversation of each pair of this half-term whose follow-up is still to come.
const isLively = ({ followUpDate, status }: Session): boolean =>
  followUpDate >= schoolNow.slice(0, 10) && status === 'Invited';

function saveFor(world: World, { session, said, decided, answers }: Conversation): void {
  const keys = Object.keys(emptySession('', '')) as (keyof SessionDraft)[];
  const draft = Object.fromEntries(keys.map((key) => [key, session[key]]));
  world.clock.set(session.savedAt);
  ask(world, session.coach, 'sessions.save', { ...draft, howItWent: said, steps: decided, answers });
  ask(world, session.coach, 'followUps.deliver', session.id);
}
