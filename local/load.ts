import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import gas from 'gas-local';
import type { Realm } from './expose.ts';

/** A script as it is pushed to Google. */
export interface Bundle {
  readonly code: string;
  /** Where it lies built; one of a test's own is code alone. */
  readonly folder?: string;
  /** Its HTML files, by name without `.html`. */
  readonly html: Readonly<Record<string, string>>;
  readonly manifest: string;
}

/** The HTML files of a folder, as the script's own by name. */
export function htmlIn(folder: string): Bundle['html'] {
  const names = readdirSync(folder).filter((file) => file.endsWith('.html'));
  return Object.fromEntries(names.map((file) => [file.slice(0, -5), readFileSync(join(folder, file), 'utf8')]));
}

/** A bundle loaded for one execution: globals do not survive it. */
export interface Loaded {
  readonly realm: Realm;
  /** The function of that name, if it is one of the script's own at the top level. */
  find(name: string): ((...args: unknown[]) => unknown) | null;
  /** A JSON text as a value of the script's realm. */
  parse(json: string): unknown;
}

const compiled = new Map<string, vm.Script>();

/** Loads a bundle through gas-local, into a context of its own for each execution. */
export function load(
  { code, folder }: Pick<Bundle, 'code' | 'folder'>,
  globalsOf: (realm: Realm) => Readonly<Record<string, unknown>>,
  date: DateConstructor,
): Loaded {
  const context = vm.createContext({ ...gas.globalMockDefault });
  // What a new realm has is known; what vm says of it is not.
  const own = vm.runInContext('({ Array, Object, Error, JSON })', context) as Omit<Realm, 'Date'> & { JSON: JSON };
  const realm: Realm = { Array: own.Array, Object: own.Object, Error: own.Error, Date: date };
  const globals = { ...globalsOf(realm), Date: date };
  Object.assign(context, globals);
  // Not in Apps Script's runtime: what would use them must fail here too.
  for (const name of ['SharedArrayBuffer', 'Atomics']) delete context[name];
  if (folder === undefined) script(code).runInContext(context);
  else gas.require(folder, context);
  return {
    realm,
    find: (name) => {
      const found: unknown = Object.hasOwn(context, name) && !Object.hasOwn(globals, name) ? context[name] : null;
      const declared =
        typeof found === 'function' && !name.endsWith('_') && !/^(Array|Object|Error|Function)$/.test(name);
      // A function of another realm has no type here until it is called.
      return declared ? (found as (...args: unknown[]) => unknown) : null;
    },
    parse: (json) => own.JSON.parse(json),
  };
}

function script(code: string): vm.Script {
  const known = compiled.get(code);
  if (known) return known;
  const made = new vm.Script(code, { filename: 'Code.js' });
  compiled.set(code, made);
  return made;
}
