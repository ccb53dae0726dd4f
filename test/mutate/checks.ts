import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a check says of a copy of the repository: nothing when all is well. */
export interface Caught {
  readonly by: string;
}

/** Makes the bundle of a copy. */
export function build(folder: string): void {
  const built = node(folder, ['build.mjs']);
  if (built.status !== 0) throw new Error(`The bundle could not be built: ${built.stderr.slice(-2000)}`);
}

/** The tests of the source on a plain sheet. */
export function tests(folder: string): Caught | undefined {
  const answers = join(folder, 'answers.json');
  const jest = join('node_modules', 'jest', 'bin', 'jest.js');
  const options = ['--config', 'jest.source.config.mjs', '--runInBand', '--silent', '--json', '--outputFile', answers];
  const run = node(folder, [jest, ...options, 'test/source/a-']);
  if (run.status === 0) return undefined;
  if (!existsSync(answers)) throw new Error(`The tests could not be run: ${run.stderr.slice(-2000)}`);
  const { testResults } = JSON.parse(readFileSync(answers, 'utf8')) as Answers;
  const failed = testResults.flatMap((file) => file.assertionResults).find(({ status }) => status === 'failed');
  if (!failed) throw new Error(`The tests could not be run: ${run.stderr.slice(-2000)}`);
  return { by: failed.fullName };
}

/**
 * Runs with faults and with others at work, of the copy's bundle and by this repository's own rules, until there were
 * so many.
 */
export function faults(folder: string, runs: number, seed: string): Caught | undefined {
  const options = ['--runs', String(runs), '--seed', seed, '--dist', join(folder, 'dist')];
  const run = node('.', ['run.mjs', 'faults/faults.ts', ...options]);
  // Without a guard there may be fewer places where something can go wrong, and so fewer runs than were asked for.
  if (run.status === 0 || run.stdout.includes(', 0 violations.')) return undefined;
  const said = /“([^”]+)” does not hold/.exec(run.stdout + run.stderr)?.[1];
  if (said === undefined) throw new Error(`The fault runs ended otherwise: ${run.stderr.slice(-2000)}`);
  return { by: said };
}

interface Answers {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

function node(cwd: string, args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}
