import { existsSync } from 'node:fs';
import { cast } from './school/index.ts';
import { madeUpSchool } from './school.ts';
import { type LocalServer, startServer } from './server.ts';
import { World } from './world.ts';

// `npm start`: the local workbook on this machine. `npm start -- --empty` opens a blank sheet with a file of its own.

const empty = process.argv.includes('--empty');
const file = empty ? '.local/empty.json' : '.local/workbook.json';
const port = Number(process.env.PORT ?? 4173);

if (!Number.isInteger(port) || port < 0 || port > 65_535)
  stop(`PORT must be a number up to 65535, not "${process.env.PORT}".`);
if (!existsSync('dist/Code.js')) stop('There is no dist/Code.js yet: run npm run build first.');

// o-spreadsheet tells the console how long each step took.
console.debug = () => undefined;

let beginning: string | undefined;

function open(saved?: unknown): World {
  if (saved !== undefined) return new World({ workbook: saved, owner: cast.director });
  if (beginning) return open(JSON.parse(beginning));
  const world = new World({ owner: cast.director });
  if (empty) return world;
  console.log('Making up a school: the first time this takes half a minute…');
  madeUpSchool(world);
  beginning = JSON.stringify(world.save());
  return world;
}

let server: LocalServer;
try {
  server = await startServer({ open, port, file, say: console.log });
} catch (error) {
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
  stop(`Port ${port} is taken. Stop what runs there, or choose another: PORT=${port + 1} npm start`);
}
console.log(`The local workbook is at ${server.url}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void server.close().then(() => process.exit(0)));
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
