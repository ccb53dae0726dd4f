import { apiError } from '../local/calendar-event.ts';
import { type Call, type Hook, Killed } from '../local/door.ts';
import { GoogleError } from '../local/google-error.ts';
import { type Fate, fates } from './desk.ts';

/** What can go wrong at a call: once, or at it and at all that come after. */
export const kinds = {
  'killed-before': 'the run is killed before it',
  'killed-after': 'the run is killed after it took effect',
  error: 'it fails',
  'answer-lost': 'it takes effect, and fails to answer',
  'errors-on': 'it fails, and so does all that comes after',
  'answers-lost-on': 'it and all that comes after take effect, and fail to answer',
  'quota-on': 'the quota of its service is reached',
  busy: 'somebody else has the lock',
  'busy-on': 'somebody else has the lock, and keeps it',
} as const;

export type Kind = keyof typeof kinds;

/** A call of a stage that went well. */
export interface Passed {
  readonly call: Call;
  /** Writes that were kept back before it, and after it. */
  readonly before: number;
  readonly after: number;
}

/** A fault at the so-manieth call of a stage. */
export interface Fault {
  readonly at: number;
  readonly kind: Kind;
  readonly fate: Fate;
}

const ofSheet = /^(SpreadsheetApp|Spreadsheet|Sheet|Range|NamedRange)$/;

/** Watches the calls of a stage go by. */
export function recorder(): { readonly hook: Hook; readonly passed: Passed[] } {
  const passed: Passed[] = [];
  let kept = 0;
  const hook: Hook = (call, act) => {
    const before = kept;
    if (call.buffered) kept += 1;
    else if (call.server && ofSheet.test(call.service)) kept = 0;
    if (call.server || call.buffered) passed.push({ call, before, after: kept });
    return act();
  };
  return { hook, passed };
}

/** Every fault that there can be at the calls of a stage. */
export function faultsAt(passed: readonly Passed[]): Fault[] {
  return passed.flatMap(({ call, before, after }, at) => {
    const killed = (kind: Kind, writes: number): Fault[] => fatesOf(writes).map((fate) => ({ at, kind, fate }));
    // A write that is kept back is only made when it is sent, so nothing else can happen to it here.
    if (call.buffered) return killed('killed-after', after);
    const others: Kind[] = ['error', 'answer-lost', 'errors-on', 'answers-lost-on', 'quota-on'];
    const all = call.method === 'tryLock' ? [...others, 'busy' as const, 'busy-on' as const] : others;
    return [
      ...killed('killed-before', before),
      ...killed('killed-after', after),
      ...all.map((kind): Fault => ({ at, kind, fate: 'kept' })),
    ];
  });
}

// Half of one write is none.
const fatesOf = (writes: number): readonly Fate[] =>
  writes === 0 ? ['kept'] : writes === 1 ? ['kept', 'lost'] : fates;

/** Makes a fault happen; `struck` says at which call it did. */
export function striking({ at, kind }: Fault): { readonly hook: Hook; readonly struck: () => Call | undefined } {
  let count = 0;
  let struck: Call | undefined;
  const hook: Hook = (call, act) => {
    if (!call.server && !call.buffered) return act();
    const place = count++;
    if (place < at) return act();
    if (place === at) struck = call;
    const isOn = place === at || (kind.endsWith('-on') && isMeant(kind, call, struck));
    return isOn ? strike(kind, call, act) : act();
  };
  return { hook, struck: () => struck };
}

function isMeant(kind: Kind, call: Call, struck: Call | undefined): boolean {
  if (call.buffered) return false;
  if (kind === 'busy-on') return call.method === 'tryLock';
  return kind !== 'quota-on' || (struck !== undefined && serviceOf(call) === serviceOf(struck));
}

function strike(kind: Kind, call: Call, act: () => unknown): unknown {
  if (kind === 'busy' || kind === 'busy-on') return false;
  if (kind === 'killed-after' || kind === 'answer-lost' || kind === 'answers-lost-on') unheard(act);
  if (kind === 'killed-before' || kind === 'killed-after') throw new Killed('Exceeded maximum execution time');
  throw kind === 'quota-on' ? quota(call) : broken(call);
}

// Whatever it answers, an error included, nobody hears.
function unheard(act: () => unknown): void {
  try {
    act();
  } catch (error) {
    if (error instanceof Killed) throw error;
  }
}

const serviceOf = ({ service }: Call): string => (ofSheet.test(service) ? 'Spreadsheet' : service);

// As unkind as an error can be: it says what it was given, words and all.
function broken(call: Call): Error {
  if (call.service === 'Calendar.Events') return apiError(call.method, 503, 'backendError', 'Backend Error');
  const given = call.args.map((arg) => (Array.isArray(arg) ? JSON.stringify(arg) : String(arg)));
  return new GoogleError(`Service ${serviceOf(call)} timed out while doing ${call.method}(${given.join()})`);
}

// developers.google.com/apps-script/guides/services/quotas, and calendar/api/guides/errors for the advanced service.
function quota(call: Call): Error {
  if (call.service === 'Calendar.Events') return apiError(call.method, 403, 'rateLimitExceeded', 'Rate Limit Exceeded');
  return new GoogleError(`Service invoked too many times for one day: ${serviceOf(call).toLowerCase()}.`);
}
