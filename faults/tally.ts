import { Violation } from './invariants.ts';

/** A case that broke an invariant. */
export interface Broken {
  readonly name: string;
  readonly message: string;
}

/** A tally as it crosses from one thread to another. */
export interface Counted {
  readonly counts: readonly (readonly [string, number])[];
  readonly broken: readonly Broken[];
  readonly rounds: number;
  readonly strikes: number;
  readonly others: number;
}

// More of them are counted and not named.
const mostBroken = 50;

/** How many runs there were of each kind, and which of them went wrong. */
export class Tally {
  readonly counts = new Map<string, number>();
  readonly broken: Broken[] = [];
  /** Rounds of recovery that were really done, of those that the runs end with. */
  rounds = 0;
  /** Faults that were really made to happen. */
  strikes = 0;
  #others = 0;

  /** Does one run and counts it; what it answers, unless it broke an invariant. */
  run<T>(kind: string, name: string, act: () => T): T | undefined {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    try {
      return act();
    } catch (error) {
      this.#note(name, error);
      return undefined;
    }
  }

  /** The same for one that takes its time. */
  async later(kind: string, name: string, act: () => Promise<void>): Promise<void> {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    try {
      await act();
    } catch (error) {
      this.#note(name, error);
    }
  }

  /** Adds what another has counted. */
  add({ counts, broken, rounds, strikes, others }: Counted): void {
    for (const [kind, count] of counts) this.counts.set(kind, (this.counts.get(kind) ?? 0) + count);
    this.broken.push(...broken);
    this.rounds += rounds;
    this.strikes += strikes;
    this.#others += others;
  }

  /** What can be sent to another thread. */
  get counted(): Counted {
    const { broken, rounds, strikes } = this;
    return { counts: [...this.counts], broken, rounds, strikes, others: this.#others };
  }

  #note(name: string, error: unknown): void {
    if (this.broken.length < mostBroken) this.broken.push({ name, message: said(error) });
    else this.#others += 1;
  }

  /** Runs of every kind. */
  get runs(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Runs that went wrong. */
  get violations(): number {
    return this.broken.length + this.#others;
  }
}

/** What speaks against a case; of a week that fast-check has made shorter, what is at the bottom of it. */
export function said(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof Violation) return error.message;
  return error.cause instanceof Error ? `${said(error.cause)}\n${error.message}` : String(error.stack);
}
