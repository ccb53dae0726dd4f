import type { Hook } from '../local/door.ts';
import type { Ask } from './asks.ts';
import type { Desk } from './desk.ts';
import { ada, cleo, dora } from './drafts.ts';
import { begin } from './fault-cases.ts';
import { hands, tabOfAct, takeBack } from './hands.ts';
import { holdSettled } from './invariants.ts';
import { others, planOthers } from './others.ts';
import { persist } from './persist.ts';
import { askOf, checkAll, doStage, foundBy, isPart, isSkipped, type Stage, stagesOf, type Went } from './rounds.ts';
import type { Scenario } from './scenarios.ts';
import type { Found } from './settled-hold.ts';

/**
 * A case of interleaving: at a call of one stage somebody else does something whole, a run of their own or an act by
 * hand, which they may take back some seconds later, by the published costs of the calls. Who was told to try again does
 * so; then all goes on, without a fault.
 */
export interface ActCase {
  readonly scenario: string;
  readonly acts: readonly ActIn[];
}

/** An act at the so-manieth call of a stage. */
export interface ActIn {
  readonly stage: Stage;
  readonly at: number;
  readonly act: string;
  /** So many seconds later it is taken back; 0 for never. */
  readonly back: number;
}

/** Every act that may come between in a scenario, by name. */
export function actsIn({ on = 'sessions' }: Scenario): string[] {
  const byHand = Object.keys(hands).filter((act) => [on, 'log', undefined].includes(tabOfAct(act)));
  // What is done to steps is done as a session is saved.
  const also = on === 'steps' ? ['sort-date', 'sort-id-down', 'delete-row', 'rename-tab', 'insert-before-id'] : [];
  return [...byHand, ...also, ...Object.keys(on === 'plans' ? planOthers : others)];
}

/** Whether an act is done to the sheet by hand. */
export const isByHand = (act: string): boolean => act in hands;

/** Whether an act can be taken back: a version that was put back cannot, nor somebody's run. */
export const canBeTakenBack = (act: string): boolean => isByHand(act) && act !== 'restore-version';

/**
 * Does a whole case from its beginning.
 * @throws Violation
 */
export function runActCase(school: Desk, { scenario: name, acts: between }: ActCase): void {
  const { scenario, desk } = begin(school, name);
  actRound(desk, scenario, stagesOf(scenario), between);
}

/**
 * Does the rest of a round with acts in it, until all is put right. `isKnown` says of a world and the stages to come
 * whether they have been followed to their end before.
 * @throws Violation
 */
export function actRound(
  desk: Desk,
  scenario: Scenario,
  stages: readonly Stage[],
  between: readonly ActIn[],
  isKnown: (desk: Desk, rest: readonly Stage[]) => boolean = () => false,
): void {
  let went: Went | undefined;
  let found: readonly Found[] = [];
  let wasTurnedAway = false;
  const last = stages.indexOf(between.at(-1)?.stage ?? 'save');
  for (const [index, stage] of stages.entries()) {
    if (isSkipped(stage, went)) continue;
    const here = between.filter((act) => act.stage === stage);
    const first =
      here.length > 0
        ? interrupted(desk, scenario, stage, here)
        : { went: doStage(desk, scenario, stage), waiting: [] };
    wasTurnedAway ||= first.went.told.some(({ reply, run }) => !reply.ok || run.log.length > 0);
    went = untilDone(desk, first.went);
    for (const ask of first.waiting) persist(desk, ask);
    if (isPart(stage)) found = [...found, ...foundBy(went)];
    const rest = stages.slice(index + 1).filter((each) => !isSkipped(each, went));
    // Before what takes longest: the hourly run, and all that is checked.
    const isPast = index === last || (index > last && stages[index + 1] === 'rows');
    if (isPast && isKnown(desk, wasTurnedAway ? [...rest, 'save'] : rest)) return;
  }
  if (wasTurnedAway || isPart(stages[last])) found = anHourLater(desk, ada);
  // What became of rows that people took away or put there is for whoever they belong to, and for the director.
  if (wasTurnedAway && between.length > 1) anHourLater(desk, cleo);
  const isRestored = between.some(({ act }) => act === 'restore-version');
  if (desk.ledger.hasRowsByHand || isRestored)
    found = [...found, ...anHourLater(desk, cleo), ...anHourLater(desk, dora)];
  holdSettled(desk, found);
}

interface Interrupted {
  readonly went: Went;
  /** What others asked meanwhile and were told to try again. */
  readonly waiting: readonly Ask[];
}

function interrupted(desk: Desk, scenario: Scenario, stage: Stage, acts: readonly ActIn[]): Interrupted {
  const interruption = new Interruption(desk, askOf(scenario, stage), acts);
  const went = doStage(desk, scenario, stage, { hook: interruption.hook });
  interruption.end();
  return { went, waiting: interruption.waiting };
}

// Who was turned away is there again an hour later.
function anHourLater(desk: Desk, who: string): Found[] {
  desk.ask({ who, what: 'hourly' });
  const went = checkAll(desk, who);
  if (went.isThrough) return foundBy(went);
  untilDone(desk, went);
  return foundBy(checkAll(desk, who));
}

// What a check found before it was turned away, it finds again.
function untilDone(desk: Desk, { told }: Went): Went {
  return { told: told.map((each) => (each.reply.ok ? each : persist(desk, each.ask, each))), isThrough: true };
}

/** Stands at the door of a run and lets others act at its calls. */
class Interruption {
  /** What others asked and were told to try again. */
  readonly waiting: Ask[] = [];
  #count = 0;
  /** Milliseconds that the calls so far would have taken. */
  #passed = 0;
  #isWithin = false;
  #thrown: unknown;
  #backs: number[] = [];

  constructor(
    readonly desk: Desk,
    readonly ask: Ask,
    readonly acts: readonly ActIn[],
  ) {}

  readonly hook: Hook = (call, act) => {
    if (this.#isWithin || (!call.server && !call.buffered)) return act();
    const place = this.#count++;
    this.#isWithin = true;
    try {
      this.#takeBack((back) => back <= this.#passed);
      for (const each of this.acts) if (each.at === place) this.#do(each);
    } catch (error) {
      // The run that is interrupted must not catch what is wrong with it.
      this.#thrown ??= error;
    } finally {
      this.#isWithin = false;
    }
    const answer = act();
    this.#passed += call.ms + call.cells * call.msPerCell;
    return answer;
  };

  /** Takes back what was still to be taken back when the run ended. */
  end(): void {
    if (this.#thrown !== undefined) throw this.#thrown;
    this.#takeBack(() => true);
    if (this.#count === 0) throw new Error('The run was never interrupted.');
  }

  #do({ act, back }: ActIn): void {
    const byHand = hands[act];
    byHand?.(this.desk);
    if (!byHand) this.waiting.push(...((others[act] ?? planOthers[act])?.(this.desk, this.ask) ?? []));
    if (back > 0) this.#backs.push(this.#passed + back * 1000);
  }

  #takeBack(isDue: (back: number) => boolean): void {
    const due = this.#backs.filter(isDue);
    this.#backs = this.#backs.filter((back) => !isDue(back));
    for (const _ of due) takeBack(this.desk);
  }
}

/** A case as one word, by which it can be done again. */
export const sayActCase = ({ scenario, acts: between }: ActCase): string =>
  `acts:${scenario}:${between.map(({ stage, at, act, back }) => `${stage}@${at}=${act}.${back}`).join('+')}`;
