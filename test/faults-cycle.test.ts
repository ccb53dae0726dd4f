import { cycleScenarios } from '../faults/cycle-scenarios.ts';
import type { Desk } from '../faults/desk.ts';
import { Explorer } from '../faults/explore.ts';
import { beginSchool } from '../faults/school.ts';
import { Tally } from '../faults/tally.ts';
import { wrong } from './slice.ts';

let school: Desk;
beforeAll(() => {
  school = beginSchool();
});

it.each(Object.keys(cycleScenarios))('%s, with every fault at every call once', (name) => {
  const tally = new Tally();
  new Explorer(school, name, { seed: '1', second: 0, third: 0 }, tally).follow();
  expect(wrong(tally)).toEqual([]);
  expect(tally.runs).toBeGreaterThan(150);
});
