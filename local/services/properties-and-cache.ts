import type { Execution } from '../execution.ts';
import { Handle, type Methods } from '../expose.ts';
import { GoogleError, notPermitted } from '../google-error.ts';

// developers.google.com/apps-script/reference/properties and /cache
// Limits: developers.google.com/apps-script/guides/services/quotas

const VALUE_LIMIT = 9 * 1024;
const STORE_LIMIT = 500 * 1024;
const CACHE_VALUE_LIMIT = 100 * 1024;
const CACHE_KEY_LIMIT = 250;
const LONGEST_CACHED = 21_600;

/** PropertiesService itself. */
export class PropertiesServiceHandle extends Handle {}
/** CacheService itself. */
export class CacheServiceHandle extends Handle {}

/** A store of one kind: the document's, the script's or one person's. */
export class PropertiesHandle extends Handle {
  constructor(
    run: Execution,
    readonly name: string,
  ) {
    super(run);
  }
}

/** A cache of one kind. */
export class CacheHandle extends Handle {
  constructor(
    run: Execution,
    readonly name: string,
  ) {
    super(run);
  }
}

export const propertiesService = {
  getDocumentProperties: ({ run }) => store(run, 'Document', run.outside.hasDocument ? 'document' : null),
  getScriptProperties: ({ run }) => store(run, 'Script', 'script'),
  getUserProperties: ({ run }) => store(run, 'User', `user:${run.user}`),
} satisfies Methods<PropertiesServiceHandle>;

export const properties = {
  getProperty: (self, key: string) => pairs(self).get(String(key)) ?? null,
  getKeys: (self) => [...pairs(self).keys()],
  getProperties: (self) => Object.fromEntries(pairs(self)),
  setProperty: (self, key: unknown, value: unknown) => put(self, [[key, value]]),
  setProperties: (self, given: object, deleteOthers = false) => {
    if (deleteOthers) pairs(self).clear();
    return put(self, Object.entries(given));
  },
  deleteProperty: (self, key: string) => {
    pairs(self).delete(String(key));
    self.run.outside.changed('state');
    return self;
  },
  deleteAllProperties: (self) => {
    pairs(self).clear();
    self.run.outside.changed('state');
    return self;
  },
} satisfies Methods<PropertiesHandle>;

export const cacheService = {
  getDocumentCache: ({ run }) => (run.outside.hasDocument ? new CacheHandle(run, 'document') : null),
  getScriptCache: ({ run }) => new CacheHandle(run, 'script'),
  getUserCache: ({ run }) => new CacheHandle(run, `user:${run.user}`),
} satisfies Methods<CacheServiceHandle>;

export const cache = {
  get: (self, key: unknown) => cached(self, key),
  getAll: (self, keys: unknown[]) =>
    Object.fromEntries(keys.flatMap((key) => (cached(self, key) === null ? [] : [[String(key), cached(self, key)]]))),
  put: (self, key: unknown, value: unknown, seconds = 600) => keep(self, key, value, seconds),
  putAll: (self, given: object, seconds = 600) => {
    for (const [key, value] of Object.entries(given)) keep(self, key, value, seconds);
    return null;
  },
  remove: ({ run, name }, key: unknown) => {
    run.outside.stores.cache(name).delete(String(key));
    return null;
  },
  removeAll: ({ run, name }, keys: unknown[]) => {
    for (const key of keys) run.outside.stores.cache(name).delete(String(key));
    return null;
  },
} satisfies Methods<CacheHandle>;

/** "In AuthMode.NONE … PropertiesService isn't available": editor-auth-lifecycle. */
function store(run: Execution, kind: string, name: string | null): PropertiesHandle | null {
  if (run.authMode === 'NONE') throw notPermitted(`PropertiesService.get${kind}Properties`, 'script.storage');
  return name === null ? null : new PropertiesHandle(run, name);
}

const pairs = ({ run, name }: PropertiesHandle): Map<string, string> => run.outside.stores.properties(name);

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

function put(self: PropertiesHandle, given: readonly (readonly [unknown, unknown])[]): PropertiesHandle {
  const known = pairs(self);
  const next = new Map(known);
  for (const [key, value] of given) {
    if (bytes(String(value)) > VALUE_LIMIT) throw new GoogleError('Argument too large: value');
    next.set(String(key), String(value));
  }
  const size = [...next].reduce((sum, [key, value]) => sum + bytes(key) + bytes(value), 0);
  if (size > STORE_LIMIT) {
    throw new GoogleError('You have exceeded the property storage quota. Please remove some properties and try again.');
  }
  for (const [key, value] of next) known.set(key, value);
  self.run.outside.changed('state');
  return self;
}

function cached({ run, name }: CacheHandle, key: unknown): string | null {
  const found = run.outside.stores.cache(name).get(String(key));
  return found && found.until > run.outside.clock.now() ? found.value : null;
}

function keep({ run, name }: CacheHandle, key: unknown, value: unknown, seconds: number): null {
  if (key === null || key === undefined || key === '') throw new GoogleError('Invalid argument: key');
  if (String(key).length > CACHE_KEY_LIMIT) throw new GoogleError('Argument too large: key');
  if (bytes(String(value)) > CACHE_VALUE_LIMIT) throw new GoogleError('Argument too large: value');
  const until = run.outside.clock.now() + Math.min(seconds, LONGEST_CACHED) * 1000;
  run.outside.stores.cache(name).set(String(key), { value: String(value), until });
  return null;
}
