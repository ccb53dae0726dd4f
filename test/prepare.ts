import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Person } from '../local/person.ts';
import { fill } from '../local/school.ts';
import { World } from '../local/world.ts';
import { evidence, quotations } from '../src/domain/evidence.ts';
import { log } from '../src/domain/log.ts';
import { plans } from '../src/domain/plans.ts';
import { sessions } from '../src/domain/sessions.ts';
import { settingsTable } from '../src/domain/settings.ts';
import { staff, teams, termDates } from '../src/domain/staff.ts';
import { steps } from '../src/domain/steps.ts';
import { years } from '../src/domain/years.ts';
import { madeUpFile, now, people, periods, preparedFile, smallTab, teamRows } from './school.ts';

/** Sets the small school up once for all test files: doing so takes seconds, opening what was kept some tenths. */
export default function prepare(): void {
  console.debug = () => undefined;
  const world = new World({ now });
  world.run('setUpSheet', [], { user: people.director.email });
  fill(world, staff, Object.values(people));
  fill(world, teams, teamRows);
  fill(world, termDates, periods);
  // A thousand empty rows on each tab would make every test wait for formulas to look at them.
  const person = new Person(world);
  for (const { name } of [
    sessions,
    steps,
    plans,
    evidence,
    quotations,
    staff,
    teams,
    termDates,
    settingsTable,
    years,
    log,
  ]) {
    person.deleteRow(name, smallTab + 1, 1000 - smallTab);
  }
  mkdirSync(dirname(preparedFile), { recursive: true });
  writeFileSync(preparedFile, JSON.stringify(world.save()));
  // The made-up school takes half a minute: the first test that asks for it keeps it for the others of this run.
  rmSync(madeUpFile, { force: true });
}
