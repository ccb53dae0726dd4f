// Runs the tests of the source for Stryker.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commonTokens, declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { Suite } from './suite.mjs';

// o-spreadsheet tells the console how long each step took.
console.debug = () => undefined;

// Stryker's instrumented source looks here for which mutant is active, and counts here what it has run.
const mutants = { mutantCoverage: { static: {}, perTest: {} } };
globalThis.__stryker__ = mutants;

const fileOf = (name) => `file ${name}`;

class SourceRunner {
  static inject = [commonTokens.options];

  constructor({ sourceRunner }) {
    this.entries = sourceRunner.entries;
  }

  capabilities() {
    // Everything is read afresh each time.
    return { reloadEnvironment: true };
  }

  async init() {
    this.suite = await Suite.of(this.entries.flatMap(testsOf), (file) => {
      mutants.currentTestId = file === '' ? undefined : fileOf(file);
    });
  }

  async dryRun() {
    const done = this.run(undefined, false);
    const sharers = [...done.all].map(([id, { file, before }]) => [
      id,
      [fileOf(file), ...before.map((each) => each.id)],
    ]);
    for (const [id, shared] of sharers) for (const from of shared) shareOut(from, id);
    for (const from of sharers.flatMap(([, shared]) => shared)) delete mutants.mutantCoverage.perTest[from];
    return { ...done.result, mutantCoverage: mutants.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }) {
    mutants.activeMutant = activeMutant.id;
    mutants.hitCount = hitLimit === undefined ? undefined : 0;
    mutants.hitLimit = hitLimit;
    const { result } = this.run(testFilter && new Set(testFilter), !disableBail);
    return toMutantRunResult(determineHitLimitReached(mutants.hitCount, hitLimit) ?? result);
  }

  run(wanted, bail) {
    let all = new Map();
    const tests = [];
    try {
      all = this.suite.load();
    } catch (error) {
      // What cannot even be loaded does not go unnoticed.
      return { all, result: { status: 'complete', tests: [failed('loading the tests', 0, error)] } };
    }
    for (const [id, test] of all) {
      if (wanted && !wanted.has(id)) continue;
      const done = perform(id, test);
      tests.push(done);
      if (bail && done.status === 1) break;
    }
    return { all, result: { status: 'complete', tests } };
  }
}

function perform(id, { before, run }) {
  const began = performance.now();
  try {
    for (const each of before) prepare(each);
    mutants.currentTestId = id;
    run();
    return { id, name: id, status: 0, timeSpentMs: performance.now() - began };
  } catch (error) {
    return failed(id, performance.now() - began, error);
  } finally {
    mutants.currentTestId = undefined;
  }
}

function prepare(each) {
  if (each.done) return;
  mutants.currentTestId = each.id;
  each.run();
  each.done = true;
}

const failed = (id, timeSpentMs, error) => ({
  id,
  name: id,
  status: 1,
  timeSpentMs,
  failureMessage: error instanceof Error ? String(error.stack) : String(error),
});

// What the code of a test file runs while it is read, or before all of some tests, belongs to each of them.
function shareOut(from, to) {
  const { perTest } = mutants.mutantCoverage;
  perTest[to] ??= {};
  for (const [mutant, count] of Object.entries(perTest[from] ?? {})) {
    perTest[to][mutant] = (perTest[to][mutant] ?? 0) + count;
  }
}

/** The test files that an entry of test/source imports. */
function testsOf(entry) {
  const imports = [...readFileSync(entry, 'utf8').matchAll(/^import '(.+\.test\.ts)';$/gm)];
  return imports.map(([, path]) => join(dirname(entry), path));
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'source', SourceRunner)];
