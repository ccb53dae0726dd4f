import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { PlainWorld } from '../../local/plain/plain-world.ts';
import { World } from '../../local/world.ts';
import * as main from '../../src/main.ts';
import { plainSchool, School, useWorlds } from '../given.ts';
import { plainFile, smallTab } from '../school.ts';
import { ScriptWorld } from '../script-world.ts';

/**
 * The worlds of the tests that measure the source: the same tests and the same services, but what runs is the modules
 * of src as Jest loads them, so that coverage and mutants are seen; on a plain sheet where a test does not ask for more.
 */
useWorlds({
  school: () => {
    plain ??= PlainWorld.of(new World({ workbook: JSON.parse(readFileSync(plainFile, 'utf8')) }), { script: main });
    return plainSchool(plain.fork());
  },
  workbook: (options) => {
    const school = new School(new ScriptWorld(main, options));
    if (options.workbook === undefined) keepSmall(school);
    return school;
  },
});

let plain: PlainWorld | undefined;

// A thousand empty rows on each tab of a new workbook would have every mutant of set-up wait for their formulas.
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

// What a mutant breaks need not be told by its smallest example.
fc.configureGlobal({ endOnFailure: true });
