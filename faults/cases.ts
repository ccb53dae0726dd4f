import fc from 'fast-check';
import { type ActCase, runActCase } from './act-cases.ts';
import type { Desk } from './desk.ts';
import { type FaultCase, runFaultCase } from './fault-cases.ts';
import { planning, sidebar } from './orders.ts';
import { live, week } from './weeks.ts';

const thingsInWeek = 50;

/** Lives through the week of a seed. */
export function runWeek(school: Desk, seed: number): void {
  fc.assert(
    fc.property(week(thingsInWeek), (things) => live(school, things)),
    { seed, numRuns: 1, verbose: 0 },
  );
}

/** Lets the sidebar's calls arrive in the order of a seed: those of saving a session, or of making a plan. */
export async function runOrder(school: Desk, seed: number): Promise<void> {
  const some = fc.array(fc.boolean(), { minLength: 7, maxLength: 7 });
  const calls = seed % 2 === 0 ? sidebar : planning;
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), some, some, (order, twice, lost) => calls(school, order, twice, lost)),
    { seed, numRuns: 1, verbose: 0 },
  );
}

/** Does one case again, by its name. */
export async function runCase(school: Desk, name: string): Promise<void> {
  const [kind = '', first = '', parts = ''] = name.split(':');
  const pieces = parts.split('+').filter((part) => part !== '');
  if (kind === 'week') return runWeek(school, Number(first));
  if (kind === 'sidebar') return runOrder(school, Number(first));
  if (kind === 'faults') return runFaultCase(school, { scenario: first, faults: pieces.map(fault) });
  if (kind === 'acts') return runActCase(school, { scenario: first, acts: pieces.map(act) });
  throw new Error(`There is no case ${name}`);
}

// What sayFaultCase and sayActCase say; should somebody have typed something else, the case is not found where it says.
function fault(part: string): FaultCase['faults'][number] {
  const [, stage, at, kind, fate] = /^([a-z]+\d*)@(\d+)=([a-z-]+)\.([a-z]+)$/.exec(part) ?? [];
  if (!stage) throw new Error(`There is no fault ${part}`);
  return { stage, at: Number(at), kind, fate } as FaultCase['faults'][number];
}

function act(part: string): ActCase['acts'][number] {
  const [, stage, at, name, back] = /^([a-z]+\d*)@(\d+)=([a-z-]+)\.(\d+)$/.exec(part) ?? [];
  if (!stage) throw new Error(`There is no act ${part}`);
  return { stage, at: Number(at), act: name, back: Number(back) } as ActCase['acts'][number];
}
