import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { PlainWorld } from '../../local/plain/plain-world.ts';
import { World } from '../../local/world.ts';
import * as main from '../../src/main.ts';
import { plainSchool, School, useWorlds } from '../given.ts';
import { plainFile } from '../school.ts';
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
  workbook: (options) => new School(new ScriptWorld(main, options)),
});

let plain: PlainWorld | undefined;

// What a mutant breaks need not be told by its smallest example.
fc.configureGlobal({ endOnFailure: true });
