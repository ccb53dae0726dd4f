import { buildSync } from 'esbuild';
import { World } from '../../local/world.ts';

// The migrations that have shipped are none yet, so these are made up, run by the very code that will run the first.
const { outputFiles } = buildSync({
  stdin: {
    contents: `
      import { migrate } from './src/workbook/migrations.ts';
      const step = (version) => ({ version, says: 'Step ' + version, run: (spreadsheet) => spreadsheet.getSheets()[0].getRange('A' + version).setValue('done') });
      globalThis.catchUp = (versions) => migrate(SpreadsheetApp.getActiveSpreadsheet(), versions.map(step));`,
    resolveDir: process.cwd(),
  },
  bundle: true,
  write: false,
  format: 'iife',
  target: 'es2019',
});
const code = `${outputFiles[0]?.text}\nfunction run(versions) { return catchUp(versions); }`;

const given = () => new World({ bundle: { code, sidebar: '', manifest: '{}' } });
const run = (world: World, ...versions: number[]) => world.run('run', [versions], { user: 'director@school.example' });

describe('a migration', () => {
  it('is not for a new workbook, which has nothing to catch up on', () => {
    expect(run(given(), 2, 3).value).toEqual([]);
  });

  it('runs once, in the order of the numbers, and says what it did', () => {
    const world = given();
    run(world);
    expect(run(world, 3, 2).value).toEqual(['Step 2', 'Step 3']);
    expect(run(world, 3, 2).value).toEqual([]);
    expect(run(world, 2, 3, 4).value).toEqual(['Step 4']);
  });

  it('that was done before a run was cut short is not done again', () => {
    const world = given();
    run(world);
    let steps = 0;
    const away = world.onCall((call, act) => {
      if (call.method === 'setValue' && ++steps === 2) throw new Error('six minutes are over');
      return act();
    });
    expect(run(world, 2, 3).error?.message).toBe('six minutes are over');
    away();
    expect(run(world, 2, 3).value).toEqual(['Step 3']);
  });
});
