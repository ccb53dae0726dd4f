import { readFileSync } from 'node:fs';
import type { As, Shown } from '../local/execution.ts';
import { Person } from '../local/person.ts';
import { PlainWorld } from '../local/plain/plain-world.ts';
import { fill } from '../local/school.ts';
import { type Run, World, type WorldOptions } from '../local/world.ts';
import type { Home } from '../src/api/home.ts';
import type { Finding, Progress } from '../src/api/reconcile.ts';
import type { Edited, Met, Saved, SavedSession } from '../src/api/sessions.ts';
import type { Row, Table } from '../src/domain/columns.ts';
import { emptySession } from '../src/domain/drafts.ts';
import type { Delivery } from '../src/domain/follow-ups.ts';
import type { PlanDraft } from '../src/domain/plans.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import { settingsTable } from '../src/domain/settings.ts';

import { people, preparedFile, smallTab } from './school.ts';

export { people } from './school.ts';

// o-spreadsheet tells the console how long each step took.
console.debug = () => undefined;

let prepared: unknown;

// The bundle that ships, on o-spreadsheet, unless the whole run is told otherwise (test/source).
const worlds = {
  school: (): School => givenWorkbook(),
  plain: (): School => {
    plain ??= PlainWorld.of(givenWorkbook().world);
    return plainSchool(plain.fork());
  },
  workbook: (options: WorldOptions): School => new School(new World(options)),
};

let plain: PlainWorld | undefined;

/** Has every school of a run be made otherwise. */
export function useWorlds(others: Omit<typeof worlds, 'plain'>): void {
  Object.assign(worlds, others, { plain: others.school });
}

/** A school on a plain grid of cells. */
export function plainSchool(world: PlainWorld): School {
  // It has what these tests use of a world and of a person, and throws "not emulated" at anything else.
  return new School(world as unknown as World, world.person as unknown as Person);
}

/** Another school on a plain grid that begins as one is now. */
export function forkOf(school: School): School {
  // Where `plainSchool` hid it.
  return plainSchool((school.world as unknown as PlainWorld).fork());
}

/** A world in which the small school is set up, the same for every test and open to all that a test does to it. */
export function givenSchool(): School {
  return worlds.school();
}

/** The same on a plain grid of cells, which takes a hundredth of the time: for a test that tries a thing many times. */
export function givenPlainSchool(): School {
  return worlds.plain();
}

/** The same with all that only o-spreadsheet works out: formulas for people, formats, filters, charts and set-up. */
export function givenWorkbook(): School {
  prepared ??= JSON.parse(readFileSync(preparedFile, 'utf8'));
  return worlds.workbook({ workbook: prepared });
}

/** A sheet that nobody has set up. */
export function givenBlankSheet(options: WorldOptions = {}): School {
  const school = worlds.workbook(options);
  if (options.workbook === undefined) keepSmall(school);
  return school;
}

// With a thousand empty rows on each new tab, set-up has to wait for all their formulas.
function keepSmall({ world, person }: School): void {
  const { getters } = world.book;
  const shorten = (id: string): void => {
    const rows = getters.getSheetSize(id).numberOfRows;
    if (rows > smallTab) person.deleteRow(getters.getSheetName(id), smallTab + 1, rows - smallTab);
  };
  for (const id of getters.getSheetIds()) shorten(id);
  world.onCall(({ method }, act) => {
    const before = getters.getSheetIds();
    const made = act();
    if (method === 'insertSheet') for (const id of getters.getSheetIds()) if (!before.includes(id)) shorten(id);
    return made;
  });
}

/** What the sidebar is told: a value, or an error in words. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: { code: string; message: string; field?: string } };

/** Who corrects which session as it was when they opened it, under which id of the correction. */
interface Correction {
  readonly who?: string;
  readonly base?: SessionDraft;
  readonly edit?: string;
}

/** The school as a test speaks of it. */
export class School {
  constructor(
    readonly world: World,
    readonly person: Person = new Person(world),
  ) {}

  /** What somebody's sidebar asks, and the whole run behind the answer. */
  ask<T>(who: string, path: string, input: unknown = null, as: Partial<As> = {}): { reply: Reply<T>; run: Run } {
    const run = this.world.run('rpc', [path, JSON.stringify(input)], { user: who, kind: 'client', ...as });
    // A run that was killed answers nothing.
    const reply =
      typeof run.value === 'string'
        ? JSON.parse(run.value)
        : { ok: false, error: { code: 'none', message: String(run.error?.message) } };
    return { reply: reply as Reply<T>, run };
  }

  save(draft: Partial<SessionDraft> = {}, who: string = people.coach.email): Reply<Saved> {
    return this.ask<Saved>(who, 'sessions.save', session(draft)).reply;
  }

  deliver(id: string = session().id, who: string = people.coach.email): Reply<Delivery> {
    return this.ask<Delivery>(who, 'followUps.deliver', id).reply;
  }

  /** Corrects the session of `session()`, or another by its id; the same correction again by the same `edit`. */
  edit(
    change: Partial<SessionDraft>,
    { who = people.coach.email, base = session(), edit = '11111111-1111-4111-8111-111111111111' }: Correction = {},
    as: Partial<As> = {},
  ): Reply<Edited> {
    return this.ask<Edited>(who, 'sessions.edit', { base, draft: { ...base, ...change }, edit }, as).reply;
  }

  read(who: string = people.coach.email, id: string = session().id): Reply<SavedSession> {
    return this.ask<SavedSession>(who, 'sessions.read', id).reply;
  }

  list(who: string = people.coach.email, coachee: string = people.coachee.email): Reply<Met[]> {
    return this.ask<Met[]>(who, 'sessions.list', coachee).reply;
  }

  /** A check of rows, Log and calendar to its end, as the sidebar asks for it part by part. */
  check(who: string = people.coach.email): { repaired: string[]; findings: Finding[]; parts: number } {
    const all = { repaired: [] as string[], findings: [] as Finding[], parts: 0 };
    for (let next = ''; all.parts === 0 || next !== ''; all.parts++) {
      const { reply } = this.ask<Progress>(who, 'reconcile.check', next);
      if (!reply.ok) throw new Error(reply.error.message);
      if (all.parts > 20) throw new Error('the check comes to no end');
      all.repaired.push(...reply.value.repaired);
      all.findings.push(...reply.value.findings);
      next = reply.value.next;
    }
    return all;
  }

  home(who: string = people.coach.email): Home {
    const { reply } = this.ask<Home>(who, 'home.read');
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value;
  }

  /** Chooses an entry of the menu; answers what was shown. */
  choose(
    fn:
      | 'setUpSheet'
      | 'sendWaitingInvitations'
      | 'openSidebar'
      | 'openCheck'
      | 'openMaster'
      | 'openPapers'
      | 'openYears'
      | 'showHelp',
    who: string = people.director.email,
  ): readonly Shown[] {
    return this.world.run(fn, [], { user: who, kind: 'menu' }).shown;
  }

  /** The sentences of the dialog that a menu entry ends with. */
  told(fn: Parameters<School['choose']>[0], who?: string): string[] {
    return this.choose(fn, who).flatMap((shown) => (shown.kind === 'alert' ? shown.text.split('\n') : []));
  }

  /** The rows of a tab by header, as a person sees them; the header row left out. */
  rows(tab: string): Record<string, string>[] {
    const [headers = [], ...rows] = this.person.seesAll(tab);
    const filled = rows.filter((row) => row.some((cell) => cell !== '' && cell !== 'FALSE'));
    return filled.map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] ?? ''])));
  }

  /** Where a column stands, from 1. */
  column(tab: string, header: string): number {
    return (this.person.seesAll(tab)[0] ?? []).indexOf(header) + 1;
  }

  /** A figure of the Impact tab, as a person sees it. */
  figure(label: string): string {
    return this.person.seesAll('Impact').find(([first]) => first === label)?.[1] ?? `no figure called ${label}`;
  }

  put<T extends Table>(table: T, rows: readonly Row<T>[]): void {
    fill(this, table, rows);
  }

  set(setting: string, value: string): void {
    const row = this.person.seesAll(settingsTable.name).findIndex(([name]) => name === setting) + 1;
    this.person.type(settingsTable.name, `B${row}`, value);
  }
}

/** A whole session with a follow-up, but for what a test says otherwise. */
export function session(change: Partial<SessionDraft> = {}): SessionDraft {
  return {
    ...emptySession('0f8fad5b-d9cb-469f-a165-70867728950e', '2026-11-26'),
    coachee: people.coachee.email,
    theme: 'Questioning',
    strength: 'The quieter table now answers first.',
    target: 'Talk partners, so that every pupil says it before writing it.',
    outcome: 'Every pupil has rehearsed a sentence before the writing starts.',
    followUpDate: '2026-12-10',
    followUpTime: '15:45',
    followUpMinutes: 30,
    ...change,
  };
}

/** A whole plan as its coach fills it in, but for what a test says otherwise. */
export function plan(change: Partial<PlanDraft> = {}): PlanDraft {
  return {
    id: idOf(9),
    coachee: people.coachee.email,
    purpose: 'Build on calm starts.',
    target: 'Talk before writing.',
    needs: ["pupils' need"],
    focusBy: 'Coachee',
    startingPoint: '',
    process: 'Three weeks of talk partners.',
    often: 'every three weeks',
    minutes: 30,
    evidence: ['book sample'],
    evidenceDate: '2027-01-20',
    endGoals: 'Everybody rehearses a sentence.',
    outcome: 'Longer first drafts.',
    reviewDate: '2027-01-28',
    ...change,
  };
}

/** A session's id, for the so-manieth session of a test. */
export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
