import { parse } from 'acorn';
import type { Clock } from '../clock.ts';
import type { Execution } from '../execution.ts';
import { type Border, Membrane } from '../expose.ts';
import { event, globals, notFound, type Runner } from '../run.ts';
import { scriptDate } from '../script-date.ts';
import { faces } from '../services/faces.ts';

/** The public functions of a script by name, wherever they come from: a bundle, or modules imported by a test. */
export type Script = Readonly<Record<string, (...args: never[]) => unknown>>;

const loaded = new Map<string, Script>();

/**
 * Loads a bundle once, into the realm of whoever runs it: loading it afresh costs more than a hundred runs. That it
 * keeps nothing from one run to the next is a property of the bundle, which a test holds it to.
 */
export function loadOnce(code: string): Script {
  const known = loaded.get(code);
  if (known) return known;
  const names = parse(code, { ecmaVersion: 'latest' }).body.flatMap((statement) =>
    statement.type === 'FunctionDeclaration' ? [statement.id.name] : [],
  );
  // What it returns is what was just put there by name.
  const made = new Function(`${code}\nreturn { ${names.join(', ')} };\n//# sourceURL=Code.js`)() as Script;
  loaded.set(code, made);
  return made;
}

/** Runs a script that stays loaded: the services of the execution stand in the global object for the time of it. */
export const kept =
  (script: Script): Runner =>
  (run, fn, args) => {
    const found = Object.hasOwn(script, fn) && !fn.endsWith('_') ? script[fn] : undefined;
    if (!found) throw notFound(fn);
    const stage = new Stage(run);
    return stage.play(() => {
      const given = args.length > 0 ? (JSON.parse(JSON.stringify(args)) as unknown[]) : event(run, stage.membrane);
      // Whatever a client sends arrives as it is: what the function takes is for the function to find out.
      return found(...(given as never[]));
    });
  };

// The global object as a place for a script's globals, whose names TypeScript cannot know.
const host = globalThis as unknown as Record<string, unknown>;

/**
 * The globals of one execution. Runs nest, as another person's whole run may happen at a call of this one: so each puts
 * back what it found. While a call is being answered, Date and console are those of whoever answers it.
 */
class Stage implements Border {
  readonly membrane: Membrane;
  readonly #clock: Clock;
  readonly #own: Readonly<Record<string, unknown>>;
  readonly #before: Readonly<Record<string, unknown>>;
  readonly #clockBefore: Pick<Clock, 'now'>;

  constructor(run: Execution) {
    const date = dateIn(run.outside.manifest.timeZone);
    this.#clock = run.outside.clock;
    this.#clockBefore = present;
    this.membrane = new Membrane(faces, { Array, Object, Error, Date: date }, this);
    this.#own = { Calendar: undefined, ...globals(run, this.membrane), Date: date };
    const before: Record<string, unknown> = {};
    for (const name in this.#own) before[name] = host[name];
    this.#before = before;
  }

  play(act: () => unknown): unknown {
    // Assigned one by one and never deleted: either would have the engine compile the script again.
    for (const name in this.#own) host[name] = this.#own[name];
    present = this.#clock;
    try {
      return act();
    } finally {
      present = this.#clockBefore;
      for (const name in this.#before) host[name] = this.#before[name];
    }
  }

  leave(): void {
    host.Date = this.#before.Date;
    host.console = this.#before.console;
  }

  enter(): void {
    host.Date = this.#own.Date;
    host.console = this.#own.console;
  }
}

let present: Pick<Clock, 'now'> = { now: () => Number.NaN };
const dates = new Map<string, DateConstructor>();

/** The Date of every script of a time zone: it reads the clock of the world that is running. */
function dateIn(zone: string): DateConstructor {
  const known = dates.get(zone) ?? scriptDate({ now: () => present.now() }, zone);
  dates.set(zone, known);
  return known;
}
