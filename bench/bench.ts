import { availableParallelism } from 'node:os';
import { Person } from '../local/person.ts';
import { cast } from '../local/school/index.ts';
import { World } from '../local/world.ts';
import { acts } from './acts.ts';
import { grow } from './grow.ts';
import { type Kept, keptSchool, tabOf } from './kept.ts';
import { type Measured, measure } from './measure.ts';
import { readsTable, recalculations, recalculationTable, tooSlow } from './recalculation.ts';
import { actsTable, callsList, differing, failures, growthTable, sources, todayTable } from './report.ts';
import { sizes } from './sizes.ts';
import { table, whole, within } from './table.ts';

// `npm run bench`: what opening, saving and inviting cost at three sizes of the Sessions tab, and how large the bundle is.

// o-spreadsheet tells the console how long each step took.
console.debug = () => undefined;

const began = performance.now();
const built = sizes();
const kB = (built[0]?.bytes ?? 0) / 1000;
const turns = [1, 2, 3];

const school = keptSchool();
const measured = [200, 3500, 20_000].flatMap((rows) => {
  console.error(`${whole(rows)} sessions…`);
  return measuredAt(school, rows);
});

console.error('working everything out again…');
const again = recalculations(school);

const seconds = (performance.now() - began) / 1000;
const bad = [...failures(measured, built), ...tooSlow(again)];

print(
  'What is asked of the platform, and how long it takes',
  actsTable(measured),
  `Sidebar calls: as the sidebar makes them; Home comes inside the page that the menu opens. While somebody types, the
draft is sent as well, at most every 20 s.
Making room: the save that finds its tab full, one in 200.
Modelled: what Google's servers would take, by published figures and, where there are none, assumed ones: see the end.
Nothing here was timed on Google, and the time Google takes to work formulas out again is in no figure.
Wall: the local workbook on this machine (${availableParallelism()} cores), median of ${turns.length}; making room once.`,
);
print(
  'What grows with the number of sessions',
  growthTable(measured),
  differing(measured).length > 0
    ? 'The calls that reach the server are NOT the same at the three sizes. At the smallest:'
    : 'The calls that reach the server are the same, in the same order, at the three sizes:',
  callsList(measured),
);
print(
  'Working everything out again after one saved session (local workbook, wall)',
  recalculationTable(again),
  `The row entered and every formula and pivot table over it worked out again, in a school with a year of plans, steps
and evidence too. The quickest of eight: other programs on this machine can only make it slower. Saving reads no figure, so
on Google it need not wait for them; Google's own time for them is in no figure here.`,
  readsTable(school, 20_000, ['Impact', 'Coverage', 'Lookup', 'Pivots']),
  'At 20,000 sessions; a cell of Pivots is a whole pivot table, which names no cells. Cells are counted each time that a\nformula names them, and once.',
);
print(
  'Size, in bytes',
  table(
    ['file', 'bytes'],
    built.map(({ what, bytes, limit }) => [what, within(whole(bytes), '≤', whole(limit), bytes > limit)]),
  ),
);
print(
  'Side by side with what people use today (modelled ms, not measured)',
  todayTable(measured),
  `Theirs is no product but a pattern: that of published samples, put behind a sidebar. The whole tab is read when the
sidebar opens; saving is appendRow and an event in one call, with no lock, no look whether the row is there already and
nothing read back, which is where ours spends its time. Of ours, the coach waits for the row; the invitation follows.`,
);
print('Where the modelled figures come from', sources(measured).join('\n'));
print(`Took ${whole(seconds)} s.`, bad.length === 0 ? 'Everything is within its limits.' : `OVER:\n${bad.join('\n')}`);
if (bad.length > 0) process.exitCode = 1;

function measuredAt(kept: Kept, rows: number): Measured[] {
  // Room for the saves that are measured; the next finds the tab full. Its last row always stays empty.
  const grown = grow(withTheRest(kept, rows), 'Sessions', rows, 2 * turns.length + 1);
  const world = new World({ workbook: grown, owner: cast.director });
  makeSure(world, grown, rows);
  const of = (act: (typeof acts)[keyof typeof acts], at = turns): Measured => measure(world, act, rows, at, kB);
  return [
    of(acts.open),
    of(acts.home),
    of(acts.choose),
    of(acts.save),
    of(acts.invite),
    of(acts.correct),
    of(acts.check, [1]),
    of(acts.saveSteps),
    of(acts.plan),
    of(acts.agree),
    of(acts.since, [1]),
    of(acts.evidence),
    of(acts.papers, [1]),
    of(acts.makeRoom, [2 * turns.length + 1]),
  ];
}

// As many lines of the Log and as many steps as sessions; a plan for every twenty.
function withTheRest(kept: Kept, rows: number): Kept {
  return grow(grow(grow(kept, 'Log', rows, 200), 'Steps', rows, 200), 'Plans', Math.ceil(rows / 20), 200);
}

// Should the formulas not see the rows that were put in, every figure here would be flattering.
function makeSure(world: World, kept: Kept, rows: number): void {
  const { cells } = tabOf(kept, 'Sessions');
  // 1 September 2026, as days since 30 December 1899.
  const expected = Array.from({ length: rows }, (_, row) => Number(cells[`A${row + 2}`]) >= 46_266).filter(
    Boolean,
  ).length;
  const shown = new Person(world).seesAll('Impact').find(([label]) => label === 'Sessions this school year')?.[1];
  if (shown !== String(expected)) throw new Error(`Impact counts ${shown} sessions this year, not ${expected}.`);
}

function print(heading: string, ...parts: readonly string[]): void {
  console.log(`\n${heading}\n\n${parts.join('\n\n')}`);
}
