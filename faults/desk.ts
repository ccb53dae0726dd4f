import type { Call, Hook } from '../local/door.ts';
import { Handle } from '../local/expose.ts';
import type { PlainWorld } from '../local/plain/plain-world.ts';
import type { Sheets } from '../local/plain/sheets.ts';
import type { Run } from '../local/world.ts';
import { type Ask, inputOf, paths, rowOf } from './asks.ts';
import type { Ledger } from './ledger.ts';
import type { Seen } from './seen.ts';
import { type Wanted, wantedOf } from './wanted.ts';

/** What came back: nothing at all, for an execution that was killed. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly error: { readonly code: string; readonly message: string; readonly field?: string };
    };

/** One execution with what was asked of it and what it answered. */
export interface Told {
  readonly ask: Ask;
  /** What has to be in the sheet when the answer is yes. */
  readonly wanted: Wanted;
  readonly reply: Reply;
  readonly run: Run;
  /** The sheet before it began. */
  readonly before: Sheets;
  /** The last change in anybody's calendar before it began. */
  readonly turn: number;
  /** Whether it may have written on the sheet. */
  readonly wrote: boolean;
  /** Whether another execution was still under way when it ended. */
  readonly isWithin: boolean;
}

/** What becomes of writes not yet sent when an execution is killed. */
export const fates = ['kept', 'lost', 'torn'] as const;
export type Fate = (typeof fates)[number];

/** How an execution is to go. */
export interface Manner {
  /** Who stands at the door. */
  readonly hook?: Hook;
  readonly fate?: Fate;
  /** Whether that makes services fail. */
  readonly isFaulty?: boolean;
}

/** Where every execution and every call is told of, when a case is to be looked at closely. */
export const closely: { say: ((line: string) => void) | undefined } = { say: undefined };

/** A world with what is right to expect of it, and how both came to be. */
export class Desk {
  #depth = 0;
  /** What there was to see after the last execution. */
  last: Seen | undefined;

  constructor(
    readonly world: PlainWorld,
    readonly ledger: Ledger,
    /** Looks at every execution that has ended; throws when something is not as it has to be. */
    readonly hold: (seen: Seen) => void,
    readonly begun: Seen['begun'] = begunAt(world),
  ) {}

  /** The same, as the beginning of a case. */
  asBegun(): Desk {
    return new Desk(this.world.fork(), this.ledger.begun(), this.hold);
  }

  /** The same, to go its own way from here. */
  fork(): Desk {
    return new Desk(this.world.fork(), this.ledger.fork(), this.hold, this.begun);
  }

  /** Runs one execution; a few seconds after the one before, as nobody clicks faster. */
  ask(ask: Ask, { hook, fate = 'kept', isFaulty = false }: Manner = {}): Told {
    const { world, ledger } = this;
    world.clock.advance(3_000);
    const wanted = wantedOf(ask, ledger);
    const wasOpen = ledger.isOpen(wanted);
    ledger.asks(ask.who, wanted);
    touch(ledger, ask);
    const before = world.book.sheets;
    const { turn } = world.calendars;
    const away = [closely.say && world.onCall(telling(closely.say)), hook && world.onCall(hook)];
    closely.say?.(`${ask.who} asks: ${JSON.stringify(ask)}`);
    this.#depth += 1;
    const run = execute(world, ask, fate);
    this.#depth -= 1;
    for (const leave of away.reverse()) leave?.();
    const wrote = world.book.sheets !== before && run.calls.some(writes);
    const reply = replyOf(ask, run);
    const told: Told = { ask, wanted, reply, run, before, turn, wrote, isWithin: this.#depth > 0 };
    closely.say?.(`${ask.who} is told: ${JSON.stringify(told.reply)} ${run.log.join(' ')}`);
    if (told.reply.ok) ledger.acknowledged(wanted, world.book.sheets);
    else if (!wrote && !wasOpen) ledger.refused(wanted);
    if (ask.what === 'edit' && told.reply.ok) ledger.edits.add(ask.edit);
    this.last = { world, ledger, begun: this.begun, told, isFaulty };
    this.hold(this.last);
    return told;
  }

  /** Something that people do by hand. */
  byHand(act: () => void): void {
    const before = this.world.book.sheets;
    act();
    if (closely.say && before !== this.world.book.sheets) closely.say('  somebody changes the sheet by hand');
    this.ledger.byHand(before, this.world.book.sheets);
  }
}

const begunAt = ({ book, calendars }: PlainWorld): Seen['begun'] => ({
  sheets: book.sheets,
  mails: calendars.mails.length,
  turn: calendars.turn,
});

// Of what is asked about, the add-on may write every cell that is its own.
function touch(ledger: Ledger, ask: Ask): void {
  const id = rowOf(ask);
  ledger.change(id, () => ({ isTouched: true }));
  ledger.changeRow(id, () => ({ isTouched: true }));
  // Whose plans are agreed to in a calendar is found out by whoever asks what has happened since.
  const isLooking = ask.what === 'since' || ask.what === 'hourly';
  for (const { plan } of isLooking ? ledger.keys.values() : []) ledger.changeRow(plan, () => ({ isTouched: true }));
}

function execute(world: PlainWorld, ask: Ask, unflushed: Fate): Run {
  const user = ask.who;
  if (ask.what === 'hourly') return world.run('sendWaitingHourly', [], { user, kind: 'time-trigger', unflushed });
  return world.run('rpc', [paths[ask.what], JSON.stringify(inputOf(ask))], { user, kind: 'client', unflushed });
}

function replyOf({ what }: Ask, { value, error }: Run): Reply {
  if (error) return { ok: false, error: { code: 'none', message: error.message } };
  if (what === 'hourly') return { ok: true, value: null };
  // What rpc answers is always this, in JSON.
  return JSON.parse(String(value)) as Reply;
}

function telling(say: (line: string) => void): Hook {
  return (call, act) => {
    if (!call.server && !call.buffered) return act();
    const given = call.args.map((arg) => (arg instanceof Handle ? arg.constructor.name : JSON.stringify(arg))).join();
    try {
      const answer = act();
      say(`  ${call.service}.${call.method}(${given})${Array.isArray(answer) ? ` → ${JSON.stringify(answer)}` : ''}`);
      return answer;
    } catch (error) {
      say(`  ${call.service}.${call.method}(${given}) throws ${error}`);
      throw error;
    }
  };
}

/** Whether a call changes the sheet. */
export const writes = ({ service, method }: Call): boolean =>
  /^(Spreadsheet|Sheet|Range|NamedRange)$/.test(service) &&
  /^(set|append|insert|clear|delete|remove|protect|create)/.test(method);
