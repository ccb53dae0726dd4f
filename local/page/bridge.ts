/**
 * What Google puts into a sidebar's frame before the add-on's own page: `google.script`. It runs inside the frame and
 * speaks to the page around it by messages, as Google's does.
 * Legal and illegal arguments: https://developers.google.com/apps-script/guides/html/communication
 */
type Handler = (result: unknown, userObject?: unknown) => void;
type Said = { stride: 'answer'; call: number; value: unknown; error: string | null } | { stride: 'clock'; iso: string };

interface Handlers {
  readonly done?: Handler;
  readonly failed?: Handler;
  readonly userObject?: unknown;
}

const { person = '', now = '' } = document.currentScript?.dataset ?? {};
const clock = { world: Date.parse(now), since: performance.now() };
const waiting = new Map<number, Handlers>();
let calls = 0;

Object.defineProperty(window, 'google', { value: { script: { run: runner({}), host: host() } } });
Object.defineProperty(window, 'Date', { value: worldDate(Date), writable: true, configurable: true });
Object.defineProperty(window, 'localStorage', { value: drawer(`${person}/`) });
window.addEventListener('message', (event: MessageEvent<Said>) => {
  if (event.source !== window.parent) return;
  if (event.data.stride === 'answer') settle(event.data);
  if (event.data.stride === 'clock')
    Object.assign(clock, { world: Date.parse(event.data.iso), since: performance.now() });
});
document.addEventListener('click', keepInside, true);

// `google.script.run` has no list of functions here: Google's has one, yet an unknown name fails in the same words.
function runner(handlers: Handlers): unknown {
  return new Proxy(Object.freeze({}), {
    get(_, name) {
      if (typeof name !== 'string') return undefined;
      if (name === 'withSuccessHandler') return (done: Handler) => runner({ ...handlers, done });
      if (name === 'withFailureHandler') return (failed: Handler) => runner({ ...handlers, failed });
      if (name === 'withUserObject') return (userObject: unknown) => runner({ ...handlers, userObject });
      return (...args: unknown[]) => call(name, args, handlers);
    },
  });
}

function call(fn: string, args: unknown[], handlers: Handlers): void {
  args.forEach((value, place) => {
    if (!isLegal(value, [])) throw new Error(`Failed due to illegal value in property: ${place}`);
  });
  calls += 1;
  waiting.set(calls, handlers);
  const sent = JSON.parse(JSON.stringify(args.map((value) => (value === undefined ? null : value)))) as unknown[];
  say({ call: calls, fn, args: sent });
}

function isLegal(value: unknown, above: readonly object[]): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value !== 'object') return typeof value !== 'function' && typeof value !== 'symbol';
  if (above.includes(value)) return false;
  const plain = Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]';
  return plain && Object.values(value).every((inner) => isLegal(inner, [...above, value]));
}

function settle({ call: number, value, error }: Extract<Said, { stride: 'answer' }>): void {
  const handlers = waiting.get(number);
  waiting.delete(number);
  if (error === null) {
    handlers?.done?.(value, handlers.userObject);
    return;
  }
  const failure = Object.assign(new Error(error), { name: 'ScriptError' });
  if (handlers?.failed) handlers.failed(failure, handlers.userObject);
  else console.error(failure);
}

function host(): unknown {
  return {
    origin: location.ancestorOrigins?.[0] ?? window.parent.location.origin,
    close: () => say({ host: 'close' }),
    setHeight: (height: number) => say({ host: 'height', size: height }),
    setWidth: (width: number) => say({ host: 'width', size: width }),
    editor: { focus: () => say({ host: 'focus' }) },
  };
}

// A link in a real sidebar opens in the browser; here rows and events are on the page around us.
function keepInside(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || !/^https?:$/.test(link.protocol)) return;
  event.preventDefault();
  say({ link: link.href });
}

function say(message: Record<string, unknown>): void {
  window.parent.postMessage({ stride: 'sidebar', ...message }, '*');
}

/** The coach's browser lives in the world's time; it runs on from there, so that timers and delays still make sense. */
function worldDate(Real: DateConstructor): DateConstructor {
  const time = () => clock.world + performance.now() - clock.since;
  return new Proxy(Real, {
    construct: (_, args: [], target) => Reflect.construct(Real, args.length ? args : [time()], target),
    apply: () => new Real(time()).toString(),
    get: (_, name) => (name === 'now' ? time : Reflect.get(Real, name)),
  });
}

/** Everybody has a browser of their own at Google's; on one machine each gets a drawer of the same cupboard. */
function drawer(prefix: string): Storage {
  const cupboard = window.localStorage;
  const keys = () => Object.keys(cupboard).filter((key) => key.startsWith(prefix));
  return {
    get length() {
      return keys().length;
    },
    key: (index) => keys()[index]?.slice(prefix.length) ?? null,
    getItem: (key) => cupboard.getItem(prefix + key),
    setItem: (key, value) => cupboard.setItem(prefix + key, value),
    removeItem: (key) => cupboard.removeItem(prefix + key),
    clear: () => keys().forEach((key) => void cupboard.removeItem(key)),
  };
}
