// Runs a TypeScript program of this repository on Node: `node run.mjs local/start.ts --empty`.
import { mkdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [entry, ...rest] = process.argv.slice(2);
if (!entry) throw new Error('Say which program to run: node run.mjs local/start.ts');
const folder = resolve(import.meta.dirname, 'node_modules/.cache/stride');
mkdirSync(folder, { recursive: true });
const outfile = `${folder}/${basename(entry, '.ts')}.mjs`;
await build({
  entryPoints: [resolve(entry)],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.argv.splice(1, process.argv.length, resolve(entry), ...rest);
await import(pathToFileURL(outfile).href);
