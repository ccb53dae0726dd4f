import type { Server } from '../src/api/index.ts';
import type { ErrorCode } from '../src/domain/errors.ts';

export type { LastTime, Opened, OpenStep } from '../src/api/coachees.ts';
export type { Gathered, SavedEvidence } from '../src/api/evidence.ts';
export type { Coachee, Home } from '../src/api/home.ts';
export type { Asking, Showing } from '../src/api/master.ts';
export type { PlanSeen, WholePlan } from '../src/api/plans.ts';
export type { Finding, Progress } from '../src/api/reconcile.ts';
export type { Edited, Met, Saved, SavedSession } from '../src/api/sessions.ts';
export type { Since } from '../src/api/since.ts';
export type { YearStart } from '../src/api/years.ts';

/** Why the sheet did not do what was asked: the server's own codes, and two for Google's bridge. */
export type RefusalCode = ErrorCode | 'offline' | 'accounts';

/** What the sheet, or Google on the way to it, answered instead of doing what was asked. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly field: string | undefined;

  constructor(code: RefusalCode, message: string, field?: string) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.field = field;
  }
}

type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { code: ErrorCode; message: string; field?: string } };

const patience = 90_000;

/** The sheet, as the sidebar may ask it: `await server.sessions.save(draft)`. Rejects with a `Refusal`, always. */
export const server = byName((noun) => byName((verb) => (input: unknown) => ask(`${noun}.${verb}`, input))) as Server; // The proxy answers to every name; Server says which of them the other side has.

/** Whatever was thrown, as something the coach can be told. */
export function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  return new Refusal('bug', 'Something went wrong on our side. Close the sidebar and open it again.');
}

/** The same in words alone. */
export const whyNot = (thrown: unknown): string => refusalOf(thrown).message;

function byName(make: (name: string) => unknown): unknown {
  return new Proxy({}, { get: (_, name) => (typeof name === 'string' ? make(name) : undefined) });
}

function ask(path: string, input: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    // An execution that Google has lost calls neither handler.
    const late = setTimeout(() => reject(noAnswer()), patience);
    const answered = (settle: () => void) => {
      clearTimeout(late);
      settle();
    };
    try {
      google.script.run
        .withSuccessHandler((reply) => answered(() => read(reply, resolve, reject)))
        .withFailureHandler((failure) => answered(() => reject(failureOf(failure))))
        .rpc(path, JSON.stringify(input ?? null));
    } catch {
      answered(() => reject(noAnswer()));
    }
  });
}

function read(json: string, resolve: (value: unknown) => void, reject: (refusal: Refusal) => void): void {
  const reply = parse(json);
  if (reply?.ok) resolve(reply.value);
  else if (reply) reject(new Refusal(reply.error.code, reply.error.message, reply.error.field));
  else reject(noAnswer());
}

function parse(json: string): Reply | null {
  try {
    // Written by the same project's `rpc`, which answers nothing else.
    return JSON.parse(json) as Reply | null;
  } catch {
    return null;
  }
}

// With two accounts in one browser the page is one person's and the call another's; Google then says one of these.
// https://developers.google.com/apps-script/guides/projects#fix_issues_with_multiple_google_accounts
const mixedUp = /PERMISSION_DENIED|reading from storage|Authorization is required/i;

function failureOf(failure: Error): Refusal {
  return mixedUp.test(failure.message)
    ? new Refusal(
        'accounts',
        'This browser is signed in to two Google accounts, and Google gets them mixed up. Open the sheet in a window with only your school account.',
      )
    : noAnswer();
}

const noAnswer = (): Refusal => new Refusal('offline', 'The sheet did not answer.');
