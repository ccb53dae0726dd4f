/** Key and value pairs of one store, in the order they were set. */
export type Store = Map<string, string>;

/** A cached value and the moment it lapses. */
export interface Cached {
  readonly value: string;
  readonly until: number;
}

/** Properties and caches: one for the document, one for the script, one for each person. */
export class Stores {
  readonly #properties = new Map<string, Store>();
  readonly #caches = new Map<string, Map<string, Cached>>();

  constructor(saved: Readonly<Record<string, Readonly<Record<string, string>>>> = {}) {
    for (const [name, pairs] of Object.entries(saved)) this.#properties.set(name, new Map(Object.entries(pairs)));
  }

  /** The properties of that name, such as `document` or `user:someone@school.test`. */
  properties(name: string): Store {
    const store = this.#properties.get(name) ?? new Map<string, string>();
    this.#properties.set(name, store);
    return store;
  }

  /** The cache of that name; it may be emptied at any time, and is when the world is opened again. */
  cache(name: string): Map<string, Cached> {
    const cache = this.#caches.get(name) ?? new Map<string, Cached>();
    this.#caches.set(name, cache);
    return cache;
  }

  /** The same pairs for another world, in which they then go their own way. */
  copy(): Stores {
    const made = new Stores();
    for (const [name, pairs] of this.#properties) made.#properties.set(name, new Map(pairs));
    for (const [name, cached] of this.#caches) made.#caches.set(name, new Map(cached));
    return made;
  }

  /** What must be kept for the next time. */
  save(): Record<string, Record<string, string>> {
    return Object.fromEntries([...this.#properties].map(([name, store]) => [name, Object.fromEntries(store)]));
  }
}
