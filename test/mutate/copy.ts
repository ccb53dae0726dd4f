import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from './checks.ts';
import type { Edit } from './removals.ts';

const needed = ['src', 'sidebar', 'local', 'test', 'bench', 'faults'];
const single = ['appsscript.json', 'build.mjs', 'run.mjs', 'package.json', 'tsconfig.json', 'jest.config.mjs'];

/** A copy of this repository with some edits, built, for as long as something is tried on it. */
export function withCopy<T>(edits: readonly Edit[], act: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'stride-mutate-'));
  try {
    for (const name of [...needed, ...single, 'jest.source.config.mjs'])
      cpSync(resolve(name), join(folder, name), { recursive: true });
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    for (const edit of edits) apply(folder, edit);
    build(folder);
    return act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// A guard that was rewritten must not pass for one that was removed and caught.
function apply(folder: string, { file, from, to }: Edit): void {
  const path = join(folder, file);
  const pieces = readFileSync(path, 'utf8').split(from);
  if (pieces.length !== 2) {
    throw new Error(`${file} has ${pieces.length - 1} places that say ${JSON.stringify(from)}, and should have one.`);
  }
  writeFileSync(path, pieces.join(to));
}
