import { migrate } from '../../src/workbook/migrations.ts';
import { ScriptWorld } from '../script-world.ts';

// The migrations that have shipped are none yet, so these are made up.
const step = (version: number) => ({
  version,
  says: `Step ${version}`,
  run: (spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) => {
    spreadsheet.getSheets()[0]?.getRange(`A${version}`).setValue('done');
  },
});
const script = {
  catchUp: (versions: number[]) => migrate(SpreadsheetApp.getActiveSpreadsheet(), versions.map(step)),
};

const given = () => new ScriptWorld(script);
const run = (world: ScriptWorld, ...versions: number[]) =>
  world.run('catchUp', [versions], { user: 'director@school.example' });

describe('a migration', () => {
  it('is not for a new workbook, which has nothing to catch up on', () => {
    const world = given();
    expect(run(world, 2, 3).value).toEqual([]);
    expect(run(world, 2, 3).value).toEqual([]);
    expect(run(world, 2, 3, 4).value).toEqual(['Step 4']);
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
