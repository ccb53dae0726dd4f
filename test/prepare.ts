import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Person } from '../local/person.ts';
import { fill } from '../local/school.ts';
import { World } from '../local/world.ts';
import { log } from '../src/domain/log.ts';
import { sessions } from '../src/domain/sessions.ts';
import { settingsTable } from '../src/domain/settings.ts';
import { staff, teams, termDates } from '../src/domain/staff.ts';
import { now, people, periods, preparedFile, smallTab, teamRows } from './school.ts';

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
  for (const { name } of [sessions, staff, teams, termDates, settingsTable, log]) {
    person.deleteRow(name, smallTab + 1, 1000 - smallTab);
  }
  mkdirSync(dirname(preparedFile), { recursive: true });
  writeFileSync(preparedFile, JSON.stringify(world.save()));
}
