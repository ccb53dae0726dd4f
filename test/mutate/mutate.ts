import { parseArgs } from 'node:util';
import { table } from '../../bench/table.ts';
import { type Caught, faults, tests } from './checks.ts';
import { withCopy } from './copy.ts';
import { type Edit, removals } from './removals.ts';

// `npm run mutate`: takes out in turn what keeps sessions from being lost, doubled or shown, and says what notices.
// `--only lock` tries those whose name has that word, `--runs 20000` is how many fault runs each has to survive.
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    runs: { type: 'string', default: '6000' },
    seed: { type: 'string', default: '1' },
  },
});

interface Tried {
  readonly faults: Caught | undefined;
  readonly tests: Caught | undefined;
  readonly seconds: number;
}

function tried(edits: readonly Edit[]): Tried {
  const began = performance.now();
  return withCopy(edits, (folder) => {
    const found = { faults: faults(folder, Number(values.runs), values.seed), tests: tests(folder) };
    return { ...found, seconds: (performance.now() - began) / 1000 };
  });
}

const row = (what: string, { faults: inFaults, tests: inTests, seconds }: Tried): string[] => [
  what,
  inFaults?.by ?? 'not by the fault runs',
  short(inTests?.by ?? 'not by the tests'),
  `${seconds.toFixed(0)} s`,
];

const short = (text: string): string => (text.length > 72 ? `${text.slice(0, 71)}…` : text);

const whole = tried([]);
const rows = [row('nothing', whole)];
const survivors: string[] = [];
for (const { what, edits } of removals.filter((each) => each.what.includes(values.only))) {
  console.error(`Without ${what}…`);
  const result = tried(edits);
  if (!result.faults && !result.tests) survivors.push(what);
  const said = row(what, result);
  rows.push(said);
  console.error(`  ${said.slice(1).join(' · ')}`);
}

console.log(table(['what was removed', 'first broken rule', 'first failing test', 'took'], rows));
if (whole.faults || whole.tests) {
  console.error('The source as it is does not pass: the rest says nothing.');
  process.exitCode = 1;
} else if (survivors.length > 0) {
  console.error(`Nothing noticed the removal of ${survivors.join('; ')}.`);
  process.exitCode = 1;
} else console.log(`Each of the ${rows.length - 1} removals is noticed, and the source as it is passes.`);
