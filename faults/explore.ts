import { diceOf } from '../local/school/random.ts';
import type { Desk } from './desk.ts';
import { begin, type FaultIn, faultsOf, type Mapped, mapRound, sayFaultCase, strikeAt } from './fault-cases.ts';
import type { Scenario } from './scenarios.ts';
import { stateKey } from './state-key.ts';
import type { Tally } from './tally.ts';

/** How many second faults are tried after each first one, on average, and how many third ones after each of those. */
export interface Depth {
  readonly seed: string;
  readonly second: number;
  readonly third: number;
}

/** A fault that may come next, and the world before the stage in which it strikes. */
interface Next {
  readonly from: Mapped;
  readonly fault: FaultIn;
}

/**
 * Follows every first fault of a scenario, and after each some second and third ones, chosen by the seed. What cases
 * have in common is done once: each goes on from a fork of the world that the last fault left, and a round that begins
 * in a world that is in every respect one that was seen before is not done twice.
 */
export class Explorer {
  readonly #scenario: Scenario;
  readonly #root: Desk;
  readonly #rounds = new Map<string, readonly Next[]>();
  /** What a fault led to, where it has struck before in a world just like this one. */
  readonly #struck = new Map<Next, readonly Next[]>();

  constructor(
    school: Desk,
    readonly name: string,
    readonly depth: Depth,
    readonly tally: Tally,
  ) {
    const { scenario, desk } = begin(school, name);
    this.#scenario = scenario;
    this.#root = desk;
  }

  /** Follows them all. */
  follow(): void {
    const { second } = this.depth;
    this.#round(this.#root.fork()).forEach((each, turn) => {
      this.#strike(each, [], Math.floor((turn + 1) * second) - Math.floor(turn * second));
    });
  }

  #strike(each: Next, before: readonly FaultIn[], more: number): void {
    const faults = [...before, each.fault];
    const name = sayFaultCase({ scenario: this.name, faults });
    const next = this.tally.run(sayKind(faults), name, () => this.#struck.get(each) ?? this.#lead(each));
    if (!next) return;
    this.#struck.set(each, next);
    const dice = diceOf(`${this.depth.seed} ${name}`);
    // For one alone the rest need not be shuffled.
    const chosen = more === 1 ? [dice.pick(next)] : dice.shuffle(next).slice(0, more);
    for (const one of chosen) this.#strike(one, faults, before.length === 0 ? this.depth.third : 0);
  }

  #lead({ from, fault }: Next): readonly Next[] {
    const desk = from.desk.fork();
    strikeAt(desk, this.#scenario, fault);
    this.tally.strikes += 1;
    return this.#round(desk);
  }

  // What may go wrong next in a round that goes well from here.
  #round(desk: Desk): readonly Next[] {
    const key = stateKey(desk);
    const known = this.#rounds.get(key);
    if (known) return known;
    const next = faultsOf(mapRound(desk, this.#scenario));
    this.#rounds.set(key, next);
    this.tally.rounds += 1;
    return next;
  }
}

const sayKind = (faults: readonly FaultIn[]): string =>
  faults.length === 1 ? `${faults[0]?.kind}` : `${faults.length} faults, one after another`;
