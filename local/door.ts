import { type Cost, costOf } from './costs.ts';

/** One call of a Google service by a script. */
export interface Call extends Cost {
  readonly service: string;
  readonly method: string;
  readonly args: readonly unknown[];
  /** Cells read or written by it. */
  cells: number;
}

/** What a test may do at every call: count it, fail before or after it, kill the run, or let somebody else act first. */
export type Hook = (call: Call, act: () => unknown) => unknown;

/** Thrown by a hook to stop an execution dead, as Google does after six minutes: nothing the script catches helps. */
export class Killed extends Error {
  override name = 'Killed';
}

/** The one way from a script to the services: every call passes here, so that it can be counted, timed, failed or killed. */
export class Door {
  readonly calls: Call[] = [];
  #killed: Killed | null = null;
  #current: Call | null = null;

  constructor(readonly hooks: () => readonly Hook[]) {}

  /** How the execution was killed, if it was. */
  get killed(): Killed | null {
    return this.#killed;
  }

  /** Lets one call through, or not. */
  pass(service: string, method: string, args: readonly unknown[], act: () => unknown): unknown {
    if (this.#killed) throw this.#killed;
    const { server, buffered, ms, msPerCell, source } = costOf(service, method);
    const call: Call = { service, method, args, cells: 0, server, buffered, ms, msPerCell, source };
    this.calls.push(call);
    const outer = this.#current;
    try {
      const inside = (): unknown => {
        this.#current = call;
        return act();
      };
      const hooks = this.hooks();
      if (hooks.length === 0) return inside();
      return hooks.reduceRight<() => unknown>((next, hook) => () => hook(call, next), inside)();
    } catch (error) {
      if (error instanceof Killed) this.#killed = error;
      throw error;
    } finally {
      this.#current = outer;
    }
  }

  /** Says how many cells the call being made has read or written. */
  count(cells: number): void {
    if (this.#current) this.#current.cells += cells;
  }

  /** Milliseconds the calls so far would have taken, by the published costs. */
  get modelled(): number {
    return this.calls.reduce((sum, call) => sum + call.ms + call.cells * call.msPerCell, 0);
  }
}
