import { diceOf } from '../local/school/random.ts';
import type { Desk } from './desk.ts';
import { begin, type FaultIn, faultsOf, type Mapped, mapRound, sayFaultCase, strikeAt } from './fault-cases.ts';
import type { Scenario } from './scenarios.ts';
import { stateKey } from './state-key.ts';
import type { Tally } from './tally.ts';

/** How many second faults are tried after each first one, and how many third ones after each of those. */
export interface Depth {
  readonly seed: string;
  readonly second: number;
  readonly third: number;
}

/**
 * Follows every first fault of a scenario, and after each some second and third ones, chosen by the seed. What cases
 * have in common is done once: each goes on from a fork of the world that the last fault left, and a round that begins
 * in a world that is in every respect one that was seen before is not done twice.
 */
export class Explorer {
  readonly #scenario: Scenario;
  readonly #root: Desk;
  readonly #rounds = new Map<string, readonly Mapped[]>();

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

  /** Follows those first faults whose number, in turn, is a worker's. */
  follow(isMine: (turn: number) => boolean): void {
    const first = faultsOf(this.#round(this.#root.fork()));
    first.forEach((each, turn) => {
      if (isMine(turn)) this.#strike(each, []);
    });
  }

  #strike({ from, fault }: { from: Mapped; fault: FaultIn }, before: readonly FaultIn[]): void {
    const faults = [...before, fault];
    const name = sayFaultCase({ scenario: this.name, faults });
    const map = this.tally.run(sayKind(faults), name, () => {
      const desk = from.desk.fork();
      strikeAt(desk, this.#scenario, fault);
      return this.#round(desk);
    });
    const more = [this.depth.second, this.depth.third][before.length] ?? 0;
    if (!map || more === 0) return;
    const dice = diceOf(`${this.depth.seed} ${name}`);
    const next = faultsOf(map);
    // Not shuffled: few of many are wanted.
    const chosen = more >= next.length ? next : Array.from({ length: more }, () => dice.pick(next));
    for (const each of new Set(chosen)) this.#strike(each, faults);
  }

  #round(desk: Desk): readonly Mapped[] {
    const key = stateKey(desk);
    const known = this.#rounds.get(key);
    if (known) return known;
    const map = mapRound(desk, this.#scenario);
    this.#rounds.set(key, map);
    this.tally.rounds += 1;
    return map;
  }
}

const sayKind = (faults: readonly FaultIn[]): string =>
  faults.length === 1 ? `${faults[0]?.kind}` : `${faults.length} faults, one after another`;
