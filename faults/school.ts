import { readFileSync } from 'node:fs';
import type { Bundle } from '../local/load.ts';
import type { Script } from '../local/plain/kept-script.ts';
import { PlainWorld } from '../local/plain/plain-world.ts';
import { World } from '../local/world.ts';
import { log } from '../src/domain/log.ts';
import { plans } from '../src/domain/plans.ts';
import { sessions } from '../src/domain/sessions.ts';
import { steps } from '../src/domain/steps.ts';
import { preparedFile } from '../test/school.ts';
import type { Ask } from './asks.ts';
import { Desk } from './desk.ts';
import { ada, cleo, draftOf, ids, planOf, stepsOf } from './drafts.ts';
import { holdAlways } from './invariants.ts';
import { Ledger } from './ledger.ts';

// Rows of the hidden tab beyond what this school fills; every one of them is read each time.
const lookupRows = 40;

/**
 * The small school on a plain sheet, with what a real one has on its tabs: sessions of two coaches, a row somebody
 * typed by hand, and columns of people's own with notes in them, one between and one to the right; steps of both, and a colleague's plan.
 */
export function beginSchool(from: { readonly bundle?: Bundle; readonly script?: Script } = {}): Desk {
  const { bundle, script } = from;
  const saved: unknown = JSON.parse(readFileSync(preparedFile, 'utf8'));
  const world = PlainWorld.of(new World({ workbook: saved, ...(bundle && { bundle }) }), script && { script });
  const { person } = world;
  const column = (tab: string, header: string): number => (person.seesAll(tab)[0] ?? []).indexOf(header) + 1;
  const rows = person.seesAll('Lookup').length;
  person.deleteRow('Lookup', lookupRows + 1, rows - lookupRows);
  person.insertColumn(sessions.name, column(sessions.name, 'Coachee'));
  const between = column(sessions.name, 'Coachee') - 1;
  const letter = String.fromCharCode(64 + between);
  person.type(sessions.name, `${letter}1`, 'Our own note');
  const end = column(log.name, 'Log id');
  person.type(log.name, `${String.fromCharCode(65 + end)}1`, 'Seen by');
  const idOf = (tab: string): string => world.book.sheets.tabs.find(({ name }) => name === tab)?.id ?? '';
  const ledger = new Ledger({
    sessions: idOf(sessions.name),
    log: idOf(log.name),
    steps: idOf(steps.name),
    plans: idOf(plans.name),
  });
  const desk = new Desk(world, ledger, holdAlways);
  for (const [who, draft] of [
    [cleo, { ...draftOf(ids.theirs, { followUpDate: '2026-12-11', date: '2026-11-20' }), steps: stepsOf(1) }],
    [
      ada,
      { ...draftOf(ids.old, { followUpDate: '2026-12-03', date: '2026-11-19', theme: 'Reading' }), steps: stepsOf(3) },
    ],
  ] as const) {
    must(desk, { who, what: 'save', draft });
    must(desk, { who, what: 'deliver', id: draft.id });
  }
  must(desk, { who: cleo, what: 'plan', draft: planOf(ids.theirPlan), base: null });
  for (const tab of [steps.name, plans.name]) {
    person.insertColumn(tab, 2);
    person.type(tab, 'B1', 'Our own note');
    person.type(tab, 'B2', 'a note of row 2');
  }
  person.paste(sessions.name, 'A4', [['12/11/2026', '', 'Martini']]);
  for (const row of [2, 3, 4]) person.type(sessions.name, `${letter}${row}`, `note of row ${row}`);
  person.type(log.name, `${String.fromCharCode(65 + end)}2`, 'Dora');
  return desk.asBegun();
}

/** Asks something that has to succeed for a case to begin. */
export function must(desk: Desk, ask: Ask): void {
  const { reply } = desk.ask(ask);
  if (!reply.ok) throw new Error(`${ask.what} of ${ask.who} did not succeed: ${reply.error.message}`);
}
