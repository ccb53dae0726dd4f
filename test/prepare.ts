import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fill } from '../local/school.ts';
import { World } from '../local/world.ts';
import { staff, teams, termDates } from '../src/domain/staff.ts';
import { now, people, periods, preparedFile, teamRows } from './school.ts';

/** Sets the small school up once for all test files: doing so takes seconds, opening what was kept some tenths. */
export default function prepare(): void {
  console.debug = () => undefined;
  const world = new World({ now });
  world.run('setUpSheet', [], { user: people.director.email });
  fill(world, staff, Object.values(people));
  fill(world, teams, teamRows);
  fill(world, termDates, periods);
  mkdirSync(dirname(preparedFile), { recursive: true });
  writeFileSync(preparedFile, JSON.stringify(world.save()));
}
