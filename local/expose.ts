import type { Execution } from './execution.ts';
import { GoogleError, notEmulated } from './google-error.ts';

/** What a script holds of a service: the methods live in tables, this carries what they are about. */
export abstract class Handle {
  constructor(readonly run: Execution) {}
}

/** The methods of a class of handles; the first argument is the handle, the rest is what the script gave. */
export type Methods<Self> = Readonly<Record<string, (self: Self, ...args: never[]) => unknown>>;

/** A class of Google's as a script sees it. */
export interface Face {
  readonly name: string;
  readonly methods: Methods<never>;
  /** Constants and inner services, which are read and not called. */
  readonly members?: (self: never) => Readonly<Record<string, unknown>>;
}

/** The script's own Array, Object and Error: it lives in a realm of its own, where ours are strangers to instanceof. */
export interface Realm {
  readonly Array: ArrayConstructor;
  readonly Object: ObjectConstructor;
  readonly Error: ErrorConstructor;
  readonly Date: DateConstructor;
}

/** The border between a script and whoever runs it, where both live in one realm and each has globals of its own. */
export interface Border {
  leave(): void;
  enter(): void;
}

type HandleClass = abstract new (...args: never[]) => Handle;

/** Turns handles into the objects a script sees, whose every method passes the door, and back again. */
export class Membrane {
  readonly #seen = new Map<Handle, object>();
  readonly #handles = new Map<object, Handle>();

  constructor(
    readonly faces: ReadonlyMap<HandleClass, Face>,
    readonly realm: Realm,
    readonly border?: Border,
  ) {}

  /** What the script sees of a value: services for handles, its own realm's arrays and objects for the rest. */
  outward(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Handle) return this.#service(value);
    if (Array.isArray(value)) return this.#list(value);
    if (value instanceof Date) return new this.realm.Date(value.getTime());
    if (isPlain(value)) {
      const own = new this.realm.Object() as Record<string, unknown>; // an empty object of the script's realm
      for (const [key, item] of Object.entries(value)) own[key] = this.outward(item);
      return own;
    }
    return value;
  }

  /** The handle behind a service, or the value itself. */
  inward(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    return Array.isArray(value) ? Array.from(value, (item) => this.inward(item)) : (this.#handles.get(value) ?? value);
  }

  /** An error as the script can catch it. */
  error(error: unknown): unknown {
    if (!(error instanceof Error)) return error;
    const own = new this.realm.Error(error.message);
    own.name = error.name;
    return error instanceof GoogleError && error.details
      ? Object.assign(own, { details: this.outward(error.details) })
      : own;
  }

  /** A loop and not Array.from: a column may have 20,000 rows. */
  #list(values: readonly unknown[]): unknown[] {
    const own: unknown[] = new this.realm.Array(values.length);
    for (let index = 0; index < values.length; index++) {
      const value = values[index];
      own[index] = typeof value === 'object' ? this.outward(value) : value;
    }
    return own;
  }

  #service(handle: Handle): object {
    const known = this.#seen.get(handle);
    if (known) return known;
    const face = this.faces.get(handle.constructor as HandleClass); // every handle is made by a class
    if (!face) throw notEmulated(handle.constructor.name);
    const members = face.members?.(handle as never) ?? {}; // the table is kept with the class it is for
    const made = new Proxy(new this.realm.Object(), {
      get: (_, name) => (typeof name === 'string' ? this.#property(handle, face, members, name) : undefined),
      set: (_, name) => {
        throw notEmulated(`setting ${face.name}.${String(name)}`);
      },
    });
    this.#seen.set(handle, made);
    this.#handles.set(made, handle);
    return made;
  }

  #property(handle: Handle, face: Face, members: Readonly<Record<string, unknown>>, name: string): unknown {
    if (Object.hasOwn(members, name)) return this.outward(members[name]);
    if (Object.hasOwn(face.methods, name)) return this.#method(handle, face, name);
    if (name === 'toString') return () => face.name;
    // What a language, a test or a console asks of any object, and no service answers.
    if (
      ['then', 'toJSON', 'constructor', 'inspect', 'valueOf', 'asymmetricMatch', '$$typeof', 'nodeType'].includes(name)
    ) {
      return undefined;
    }
    throw this.error(notEmulated(`${face.name}.${name}`));
  }

  #method(handle: Handle, face: Face, name: string): unknown {
    const method = face.methods[name];
    if (!method) return undefined;
    return (...args: unknown[]): unknown => {
      this.border?.leave();
      try {
        const given = args.map((arg) => this.inward(arg));
        return this.outward(
          handle.run.door.pass(face.name, name, given, () => Reflect.apply(method, undefined, [handle, ...given])),
        );
      } catch (error) {
        throw this.error(error);
      } finally {
        this.border?.enter();
      }
    };
  }
}

// Enums are frozen and must stay the very objects they are; answers from a service are not.
const isPlain = (value: unknown): value is Record<string, unknown> =>
  value !== null &&
  typeof value === 'object' &&
  Object.getPrototypeOf(value) === Object.prototype &&
  !Object.isFrozen(value);
