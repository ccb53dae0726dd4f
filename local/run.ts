import { Killed } from './door.ts';
import type { AuthMode, Execution } from './execution.ts';
import { Membrane } from './expose.ts';
import { type Bundle, load } from './load.ts';
import { scriptDate } from './script-date.ts';
import { authModes } from './services/enums.ts';
import { chartConstants, faces, services } from './services/faces.ts';
import { SpreadsheetHandle } from './services/handles.ts';
import { userHandle } from './services/users.ts';
import { crossing, returning } from './wire.ts';

interface Outcome {
  readonly value: unknown;
  readonly error?: { readonly name: string; readonly message: string; readonly stack?: string };
  readonly calls: Execution['door']['calls'];
  readonly modelled: number;
  readonly shown: Execution['shown'];
  readonly log: Execution['log'];
}

/** Runs the function of that name with those arguments; how it gets at the script is its own affair. */
export type Runner = (run: Execution, fn: string, args: readonly unknown[]) => unknown;

/** Runs one function of a script to its end and says how it went; only what a browser refuses to send is thrown. */
export function execute(run: Execution, call: Runner, fn: string, args: readonly unknown[]): Outcome {
  const given = run.kind === 'client' ? crossing(args) : args;
  const done = attempt(run, call, fn, given);
  const { calls, modelled, killed } = run.door;
  const common = { calls, modelled, shown: run.shown, log: run.log };
  const error = killed ?? done.error;
  if (error !== undefined) return { value: undefined, error: told(error), ...common };
  return { value: run.kind === 'client' ? returning(done.value) : done.value, ...common };
}

function attempt(
  run: Execution,
  call: Runner,
  fn: string,
  args: readonly unknown[],
): { value?: unknown; error?: unknown } {
  let result: { value?: unknown; error?: unknown };
  try {
    result = { value: atOnce(call(run, fn, args)) };
  } catch (error) {
    result = { error };
  }
  try {
    run.finish();
  } catch (error) {
    // What the sheet refuses at the end of a run fails the run, unless it has failed already.
    if (!('error' in result)) result = { error };
  }
  return result;
}

/** Loads a bundle afresh, in a realm of its own, for each execution: as the platform does. */
export const afresh =
  (bundle: Bundle): Runner =>
  (run, fn, args) => {
    const date = scriptDate(run.outside.clock, run.outside.manifest.timeZone);
    let membrane: Membrane | undefined;
    const loaded = load(
      bundle,
      (realm) => {
        membrane = new Membrane(faces, realm);
        return globals(run, membrane);
      },
      date,
    );
    const found = loaded.find(fn);
    if (!found) throw notFound(fn);
    // An array goes in as JSON and an array comes out.
    const given =
      args.length > 0 || !membrane ? (loaded.parse(JSON.stringify(args)) as unknown[]) : event(run, membrane);
    return found(...given);
  };

/** What Apps Script says of a function that is not there, or ends in `_`. */
export const notFound = (fn: string): Error => new Error(`Script function not found: ${fn}`);

function atOnce(value: unknown): unknown {
  if (value !== null && typeof value === 'object' && 'then' in value)
    throw new Error('not emulated: an async function as the one that is run');
  return value;
}

/** What a script finds before its first line runs, but for Date. */
export function globals(run: Execution, membrane: Membrane): Record<string, unknown> {
  const { realm } = membrane;
  const known = Object.entries(services(run)).map(([name, handle]) => [name, membrane.outward(handle)]);
  const line =
    (level: string) =>
    (...said: unknown[]): void => {
      run.log.push(
        `${level}: ${said.map((part) => (typeof part === 'object' ? JSON.stringify(part) : String(part))).join(' ')}`,
      );
    };
  const console = Object.assign(
    new realm.Object(),
    Object.fromEntries(['log', 'info', 'warn', 'error', 'time', 'timeEnd'].map((level) => [level, line(level)])),
  );
  const logger = Object.assign(new realm.Object(), { log: line('log') });
  const charts = Object.assign(new realm.Object(), chartConstants);
  return { ...Object.fromEntries(known), console, Logger: logger, Charts: charts };
}

/** What a trigger's function is given: developers.google.com/apps-script/guides/triggers/events */
export function event(run: Execution, membrane: Membrane): unknown[] {
  if (run.kind !== 'simple-trigger' && run.kind !== 'time-trigger') return [];
  const authMode = authModes[run.authMode satisfies AuthMode];
  if (run.kind === 'time-trigger') return [Object.assign(new membrane.realm.Object(), { authMode })];
  const source = run.authMode === 'NONE' ? {} : { source: membrane.outward(new SpreadsheetHandle(run)) };
  const user = membrane.outward(userHandle(run, run.authMode === 'FULL' ? run.user : ''));
  return [Object.assign(new membrane.realm.Object(), { authMode, user }, source)];
}

/** An error of the script's realm is a stranger to instanceof; its name and message are not. */
function told(error: unknown): NonNullable<Outcome['error']> {
  if (error instanceof Killed) return { name: error.name, message: error.message };
  if (typeof error !== 'object' || error === null) return { name: 'Error', message: String(error) };
  // Whatever was thrown, only these are looked for.
  const { name = 'Error', message = '', stack } = error as Partial<Error>;
  return { name, message, ...(stack === undefined ? {} : { stack }) };
}
