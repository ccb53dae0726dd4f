import { fields, type Row, type Table } from '../src/domain/columns.ts';
import { emptySession } from '../src/domain/drafts.ts';
import { log } from '../src/domain/log.ts';
import { type Session, type SessionDraft, sessions as sessionsTab } from '../src/domain/sessions.ts';
import { settingsTable } from '../src/domain/settings.ts';
import { staff, teams as teamsTab, termDates } from '../src/domain/staff.ts';
import { encode } from '../src/workbook/cells.ts';
import { Person } from './person.ts';
import { cast, logRows, members, periods, schoolNow, schoolSettings, sessions, teams } from './school/index.ts';
import type { World } from './world.ts';

/**
 * Fills a blank sheet with the made-up school: the director sets it up and types the school in; the last conversations
 * of everybody are really saved by their coaches through the add-on, so that rows, events and Log belong together.
 */
export function madeUpSchool(world: World): void {
  const director = { user: cast.director };
  world.clock.set(schoolNow);
  world.run('setUpSheet', [], director);
  fill(world, staff, members);
  fill(world, teamsTab, teams);
  fill(world, termDates, periods);
  fill(world, settingsTable, schoolSettings);
  const all = sessions();
  const live = new Set(lively(all).map(({ id }) => id));
  const told = all.filter(({ id }) => !live.has(id));
  fill(world, sessionsTab, told);
  fill(world, log, logRows(told));
  for (const session of all.filter(({ id }) => live.has(id))) saveFor(world, session);
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
function lively(all: readonly Session[]): Session[] {
  const today = schoolNow.slice(0, 10);
  return all.filter(({ followUpDate, status }) => followUpDate >= today && status === 'Invited');
}

function saveFor(world: World, session: Session): void {
  const as = { user: session.coach, kind: 'client' } as const;
  const keys = Object.keys(emptySession('', '')) as (keyof SessionDraft)[];
  const draft = Object.fromEntries(keys.map((key) => [key, session[key]]));
  world.clock.set(session.savedAt);
  world.run('rpc', ['sessions.save', JSON.stringify(draft)], as);
  world.run('rpc', ['followUps.deliver', JSON.stringify(session.id)], as);
}
