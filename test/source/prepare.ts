import { readFileSync, writeFileSync } from 'node:fs';
import { Person } from '../../local/person.ts';
import { World } from '../../local/world.ts';
import prepare from '../prepare.ts';
import { plainFile, preparedFile } from '../school.ts';

// Once before thousands of runs, not before each: what is kept here does not depend on what the source is changed to.
prepare();
const world = new World({ workbook: JSON.parse(readFileSync(preparedFile, 'utf8')) });
const person = new Person(world);
// A plain sheet leaves these two out, and opening them takes longer than everything else.
for (const name of ['Impact', 'Coverage']) person.deleteTab(name);
writeFileSync(plainFile, JSON.stringify(world.save()));
