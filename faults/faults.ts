import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Bundle, htmlIn } from '../local/load.ts';
import prepare from '../test/prepare.ts';
import { preparedFile } from '../test/school.ts';
import { type Asked, asked } from './arguments.ts';
import { runCase } from './cases.ts';
import { closely, type Desk } from './desk.ts';
import { planOf } from './plan.ts';
import { report } from './report.ts';
import { beginSchool } from './school.ts';
import { type Counted, said, Tally } from './tally.ts';
import { jobsOf } from './work.ts';

// `npm run faults`: fails, kills and interrupts the add-on at every call, and looks whether anything is lost or doubled.

// o-spreadsheet tells the console how long each step took.
console.debug = () => undefined;

if (isMainThread) await main(asked(process.argv.slice(2)));
else await share(workerData as Shared); // what main gives below

/** What the threads have in common: what was asked for, and how many jobs have been taken up. */
interface Shared {
  readonly asked: Asked;
  readonly taken: Int32Array;
}

async function main(wanted: Asked): Promise<void> {
  const began = performance.now();
  if (wanted.replay !== '') return replay(wanted);
  prepareOnce(wanted);
  const tally = new Tally();
  const shared: Shared = { asked: wanted, taken: new Int32Array(new SharedArrayBuffer(4)) };
  const counted = Array.from({ length: wanted.workers }, () => shareOf(shared));
  for (const each of await Promise.all(counted)) tally.add(each);
  console.log(report(tally, wanted, (performance.now() - began) / 1000));
  if (tally.violations > 0 || tally.runs < wanted.runs * 0.99) process.exitCode = 1;
}

// Worlds come and go by the thousand: with room for the young ones there is less to clear away.
const resourceLimits = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 6144 };

function shareOf(shared: Shared): Promise<Counted> {
  return new Promise((done, failed) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: shared, argv: [], resourceLimits });
    thread.on('message', done);
    thread.on('error', failed);
  });
}

async function share({ asked: wanted, taken }: Shared): Promise<void> {
  const school = schoolOf(wanted);
  // Errors are made by the thousand, and only one that --replay meets again is looked at closely.
  Error.stackTraceLimit = 0;
  const tally = new Tally();
  const jobs = jobsOf(planOf(school, wanted.runs, wanted.only), wanted.seed);
  for (let turn = Atomics.add(taken, 0, 1); turn < jobs.length; turn = Atomics.add(taken, 0, 1))
    await jobs[turn]?.(school, tally);
  parentPort?.postMessage(tally.counted);
}

async function replay(wanted: Asked): Promise<void> {
  prepareOnce(wanted);
  const school = schoolOf(wanted);
  closely.say = console.log;
  try {
    await runCase(school, wanted.replay);
    console.log('Nothing speaks against it.');
  } catch (error) {
    console.log(said(error));
    process.exitCode = 1;
  }
}

// The small school is set up anew when the add-on has been built since.
function prepareOnce({ dist }: Asked): void {
  const made = statSync(preparedFile, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (made < statSync(resolve(dist, 'Code.js')).mtimeMs && dist === 'dist') prepare();
}

function schoolOf({ dist }: Asked): Desk {
  const folder = resolve(dist);
  const read = (name: string): string => readFileSync(resolve(folder, name), 'utf8');
  const bundle: Bundle = {
    folder,
    code: read('Code.js'),
    html: htmlIn(folder),
    manifest: read('appsscript.json'),
  };
  return beginSchool({ bundle });
}
