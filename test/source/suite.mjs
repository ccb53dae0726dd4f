// As much of a test framework as these tests use, in one process that stays: Jest needs a second to begin, which is too
// long to wait for four thousand times. What it runs are the same test files that Jest runs.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { format } from 'node:util';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import { expect } from 'expect';

const require = createRequire(import.meta.url);
const common = {
  bundle: true,
  ignoreAnnotations: true,
  write: false,
  packages: 'external',
  platform: 'node',
  format: 'cjs',
  target: 'node20',
};

/** The tests of some files, read afresh each time: nothing of one run is left for the next. */
export class Suite {
  #script;
  #engine;

  /** Reads the files; `begun` is told of each when its own code begins to run, and of '' when no file's does. */
  static async of(files, begun) {
    const suite = new Suite();
    suite.begun = begun;
    const first = await build({ ...common, entryPoints: [resolve('local/engine.ts')] });
    suite.#engine = evaluate(new Script(wrapped(first)), [require]);
    const imports = files.map((file) => `import 'begin:${file}';\nimport './${file}';`);
    const contents = `import './test/source/worlds.ts';\n${imports.join('\n')}\nimport 'begin:';`;
    const all = await build({
      ...common,
      stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
      plugins: [markers],
      external: ['engine:'],
    });
    suite.#script = new Script(wrapped(all), { filename: 'tests.js' });
    return suite;
  }

  /** Every test, by its whole name. */
  load() {
    const tests = new Map();
    let path = [];
    let file = '';
    let before = [];
    const it = (name, run) => {
      const base = [...path, name].join(' ');
      let id = base;
      for (let more = 2; tests.has(id); more++) id = `${base} (${more})`;
      tests.set(id, { file, before, run });
    };
    const describe = (name, body) => {
      const outer = [path, before];
      path = [...path, name];
      before = [...before];
      body();
      [path, before] = outer;
    };
    let count = 0;
    const beforeAll = (run) => before.push({ id: `before ${count++}`, run, done: false });
    it.each = each(it);
    describe.each = each(describe);
    const begin = (name) => {
      file = name;
      this.begun(name);
    };
    const load = (name) => (name === 'engine:' ? this.#engine : require(name));
    evaluate(this.#script, [load, describe, it, beforeAll, expect, begin]);
    return tests;
  }
}

const each = (define) => (rows) => (name, run) => {
  for (const row of rows) {
    const values = Array.isArray(row) ? row : [row];
    const used = (name.match(/%[sdij]/g) ?? []).length;
    define(format(name, ...values.slice(0, used)), () => run(...values));
  }
};

const parameters = ['require', 'describe', 'it', 'beforeAll', 'expect', 'begin'];
const wrapped = ({ outputFiles: [file] }) =>
  `((${parameters.join(', ')}) => { const module = { exports: {} }; ${file.text}\nreturn module.exports; })`;
const evaluate = (script, given) => script.runInThisContext()(...given);

// o-spreadsheet can be equipped once in a process; and where one test file ends and the next begins has to be known.
const markers = {
  name: 'markers',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/engine\.ts$/ }, () => ({ path: 'engine:', external: true }));
    onResolve({ filter: /^begin:/ }, ({ path }) => ({ path, namespace: 'begin' }));
    onLoad({ filter: /.*/, namespace: 'begin' }, ({ path }) => ({
      contents: `begin(${JSON.stringify(path.slice('begin:'.length))});`,
    }));
  },
};
