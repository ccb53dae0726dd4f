import { diceOf } from '../local/school/random.ts';
import { type ActIn, actRound, actsIn, canBeTakenBack, isByHand, sayActCase } from './act-cases.ts';
import type { Desk } from './desk.ts';
import { begin, type Mapped, mapRound } from './fault-cases.ts';
import { isPart, type Stage } from './rounds.ts';
import type { Scenario } from './scenarios.ts';
import { stateKey } from './state-key.ts';
import type { Tally } from './tally.ts';

interface Place {
  readonly from: Mapped;
  readonly act: ActIn;
}

/** Lets others act at the calls of a scenario: each act at each call, and pairs of acts chosen by the seed. */
export class Interleaver {
  readonly #scenario: Scenario;
  readonly #map: readonly Mapped[];
  readonly #places: readonly Place[];
  readonly #known = new Set<string>();

  constructor(
    school: Desk,
    readonly name: string,
    readonly tally: Tally,
  ) {
    const { scenario, desk } = begin(school, name);
    this.#scenario = scenario;
    this.#map = mapRound(desk, scenario);
    this.#places = this.#map.flatMap((from) =>
      from.passed.flatMap((_, at) => actsAt(scenario, from.stage, at).map((act) => ({ from, act }))),
    );
  }

  /**
   * Does so many single acts: those at the calls of what the coach asks come first, then those that are taken back, then
   * those at the calls of the hourly run and the check; of what is not done in full, as many as the seed chooses.
   */
  single(count: number, seed: string): void {
    const dice = diceOf(`${seed} ${this.name} single`);
    const rank = ({ act: { stage, back } }: Place): number =>
      (stage === 'hourly' || isPart(stage) ? 2 : 0) + (back > 0 ? 1 : 0);
    const inRanks = [0, 1, 2, 3].flatMap((wanted) => {
      const all = this.#places.filter((place) => rank(place) === wanted);
      return all.length > count || wanted > 0 ? dice.shuffle(all) : all;
    });
    for (const place of inRanks.slice(0, count)) {
      const kind = isByHand(place.act.act) ? 'an act by hand between' : "somebody else's run between";
      this.#run(kind, [place]);
    }
  }

  /** Does so many pairs of acts. */
  pairs(count: number, seed: string): void {
    const dice = diceOf(`${seed} ${this.name}`);
    for (let turn = 0; turn < count; turn++) {
      const two = this.#inOrder([dice.pick(this.#places), dice.pick(this.#places)]);
      if (canFollow(two) && this.#isApart(two)) this.#run('two acts between', forGood(two));
    }
  }

  #run(kind: string, places: readonly Place[]): void {
    const order = this.#map.map(({ stage }) => stage);
    const [first] = places;
    if (!first) return;
    const between = places.map(({ act }) => act);
    const stages = order.slice(order.indexOf(first.from.stage));
    this.tally.run(kind, sayActCase({ scenario: this.name, acts: between }), () =>
      actRound(first.from.desk.fork(), this.#scenario, stages, between, (desk, rest) =>
        this.#isKnown(desk, rest, between),
      ),
    );
  }

  #inOrder(places: readonly Place[]): Place[] {
    const order = this.#map.map(({ stage }) => stage);
    const turn = ({ act: { stage, at } }: Place): number => order.indexOf(stage) * 1000 + at;
    return [...places].sort((one, other) => turn(one) - turn(other));
  }

  // Nobody moves two things of a tab within two seconds.
  #isApart([first, second]: readonly Place[]): boolean {
    if (!first || !second || first.from !== second.from || !isByHand(first.act.act) || !isByHand(second.act.act))
      return true;
    const between = first.from.passed.slice(first.act.at, second.act.at);
    return between.reduce((sum, { call }) => sum + call.ms + call.cells * call.msPerCell, 0) >= 2000;
  }

  // What may still be taken back, since a tab is broken by it, belongs to what is known.
  #isKnown(desk: Desk, rest: readonly Stage[], between: readonly ActIn[]): boolean {
    const undone = between.filter(({ act, back }) => back === 0 && isBreaking(act)).map(({ act }) => act);
    const key = `${rest.join()} ${undone.join()}\n${stateKey(desk)}`;
    if (this.#known.has(key)) return true;
    this.#known.add(key);
    this.tally.rounds += 1;
    return false;
  }
}

// A tab that a person breaks is mended by taking that back, which only what was done last by hand can be.
function canFollow([first, second]: readonly Place[]): boolean {
  return !first || !second || !isByHand(second.act.act) || !isBreaking(first.act.act);
}

const isBreaking = (act: string): boolean => /rename|delete|restore/.test(act);

// Only what was done last can be taken back.
const forGood = ([first, ...rest]: readonly Place[]): Place[] =>
  first ? [{ ...first, act: { ...first.act, back: 0 } }, ...rest] : [];

// To see what one has done to a sheet and to take it back takes more than a second.
const seconds = [0, 2, 4];

function actsAt(scenario: Scenario, stage: Stage, at: number): ActIn[] {
  return actsIn(scenario).flatMap((act) =>
    (canBeTakenBack(act) ? seconds : [0]).map((back) => ({ stage, at, act, back })),
  );
}
