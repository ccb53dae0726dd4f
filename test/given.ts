import { readFileSync } from 'node:fs';
import type { As, Shown } from '../local/execution.ts';
import { Person } from '../local/person.ts';
import { fill } from '../local/school.ts';
import { type Run, World } from '../local/world.ts';
import type { Home } from '../src/api/home.ts';
import type { Saved } from '../src/api/sessions.ts';
import type { Row, Table } from '../src/domain/columns.ts';
import { emptySession } from '../src/domain/drafts.ts';
import type { Delivery } from '../src/domain/follow-ups.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import { settingsTable } from '../src/domain/settings.ts';

import { people, preparedFile } from './school.ts';

export { people } from './school.ts';

// o-spreadsheet tells the console how long each step took.
console.debug = () => undefined;

let prepared: unknown;

/** A world in which the small school is set up, the same for every test and open to all that a test does to it. */
export function givenSchool(): School {
  prepared ??= JSON.parse(readFileSync(preparedFile, 'utf8'));
  return new School(new World({ workbook: prepared }));
}

/** What the sidebar is told: a value, or an error in words. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: { code: string; message: string; field?: string } };

/** The school as a test speaks of it. */
export class School {
  readonly person: Person;

  constructor(readonly world: World) {
    this.person = new Person(world);
  }

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

  home(who: string = people.coach.email): Home {
    const { reply } = this.ask<Home>(who, 'home.read');
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value;
  }

  /** Chooses an entry of the menu; answers what was shown. */
  choose(
    fn: 'setUpSheet' | 'sendWaitingInvitations' | 'openSidebar' | 'showHelp',
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
    fill(this.world, table, rows);
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

/** A session's id, for the so-manieth session of a test. */
export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
