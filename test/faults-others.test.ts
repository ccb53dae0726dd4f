import { runOrder, runWeek } from '../faults/cases.ts';
import type { Desk } from '../faults/desk.ts';
import { Interleaver } from '../faults/interleave.ts';
import { beginSchool } from '../faults/school.ts';
import { Tally } from '../faults/tally.ts';
import { wrong } from './slice.ts';

let school: Desk;
beforeAll(() => {
  school = beginSchool();
});

it('while a session is saved and its invitation sent, everybody else does everything at every call', () => {
  const tally = new Tally();
  new Interleaver(school, 'save', tally).single(1000, '1');
  expect(wrong(tally)).toEqual([]);
  expect(tally.runs).toBe(1000);
});

it('a hundred weeks of work, as they come', () => {
  for (let seed = 1; seed <= 100; seed++) runWeek(school, seed);
});

it('the calls of a sidebar, in whichever order they arrive', async () => {
  for (let seed = 1; seed <= 50; seed++) await runOrder(school, seed);
});
