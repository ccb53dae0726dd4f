import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { madeUpSchool } from '../local/school.ts';
import { World } from '../local/world.ts';
import { madeUpFile } from './school.ts';

/** The made-up school, as it is when somebody opens it. */
export function madeUpWorld(): World {
  if (!existsSync(madeUpFile)) {
    const world = new World();
    madeUpSchool(world);
    // Another worker may be about the same: whoever is last replaces what is the same.
    const own = `${madeUpFile}.${process.pid}`;
    writeFileSync(own, JSON.stringify(world.save()));
    renameSync(own, madeUpFile);
  }
  return new World({ workbook: JSON.parse(readFileSync(madeUpFile, 'utf8')) });
}
