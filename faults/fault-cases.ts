import { scenarios } from './cycle-scenarios.ts';
import type { Desk } from './desk.ts';
import { Violation } from './invariants.ts';
import { type Fault, faultsAt, type Passed, recorder, striking } from './kinds.ts';
import { cleanRound, doStage, isSkipped, type Stage, stagesOf, type Went } from './rounds.ts';
import type { Scenario } from './scenarios.ts';

/**
 * A case of faults: a scenario, and up to three faults one after the other. Each strikes at a call of one stage of a
 * round and ends the round; the next begins anew, with the same draft. The last round is without a fault, and puts all
 * right. One case is one run, however many executions it takes.
 */
export interface FaultCase {
  readonly scenario: string;
  readonly faults: readonly FaultIn[];
}

/** A fault, and the stage in which it strikes. */
export interface FaultIn extends Fault {
  readonly stage: Stage;
}

/** A stage of a round that went well: how the world was before it, and the calls that went by. */
export interface Mapped {
  readonly stage: Stage;
  readonly desk: Desk;
  readonly passed: readonly Passed[];
}

const begun = new WeakMap<Desk, Map<string, Desk>>();

/** The scenario of that name, at its beginning. */
export function begin(school: Desk, name: string): { readonly scenario: Scenario; readonly desk: Desk } {
  const scenario = scenarios[name];
  if (!scenario) throw new Error(`There is no scenario ${name}. There are: ${Object.keys(scenarios).join(', ')}`);
  const known = begun.get(school) ?? new Map<string, Desk>();
  begun.set(school, known);
  const desk = known.get(name) ?? beginIn(school.fork(), scenario);
  known.set(name, desk);
  return { scenario, desk: desk.fork() };
}

function beginIn(desk: Desk, scenario: Scenario): Desk {
  scenario.begin(desk);
  return desk.asBegun();
}

/**
 * Does a round without a fault and writes down how it went, for the faults that may strike in it.
 * @throws Violation
 */
export function mapRound(desk: Desk, scenario: Scenario): Mapped[] {
  const map: Mapped[] = [];
  let away: () => void = () => undefined;
  cleanRound(desk, scenario, (stage) => {
    away();
    const before = desk.fork();
    const { hook, passed } = recorder();
    away = desk.world.onCall(hook);
    map.push({ stage, desk: before, passed });
  });
  away();
  return map;
}

/** Every fault that may strike in a round. */
export const faultsOf = (map: readonly Mapped[]): { readonly from: Mapped; readonly fault: FaultIn }[] =>
  map.flatMap((from) => faultsAt(from.passed).map((fault) => ({ from, fault: { ...fault, stage: from.stage } })));

/**
 * Does the stage in which a fault strikes, from the world before it.
 * @throws Violation
 */
export function strikeAt(desk: Desk, scenario: Scenario, fault: FaultIn): Went {
  const { hook, struck } = striking(fault);
  const { world } = desk;
  let dead: { readonly sheets: unknown; readonly turn: number } | undefined;
  let calls = 0;
  const went = doStage(desk, scenario, fault.stage, {
    fate: fault.fate,
    isFaulty: true,
    hook: (call, act) => {
      if (dead) calls += 1;
      try {
        return hook(call, act);
      } finally {
        if (fault.kind.startsWith('killed') && struck() === call)
          dead = { sheets: world.book.sheets, turn: world.calendars.turn };
      }
    },
  });
  if (!struck()) throw new Error(`The fault of ${JSON.stringify(fault)} was never reached.`);
  const isTouched =
    dead && (dead.turn !== world.calendars.turn || (fault.fate === 'lost' && dead.sheets !== world.book.sheets));
  if (calls > 0 || isTouched) throw new Violation('after a kill nothing has an effect', JSON.stringify(fault));
  return went;
}

/**
 * Does a whole case from its beginning.
 * @throws Violation
 */
export function runFaultCase(school: Desk, { scenario: name, faults }: FaultCase): void {
  const { scenario, desk } = begin(school, name);
  for (const fault of faults) {
    let went: Went | undefined;
    for (const stage of stagesOf(scenario)) {
      if (stage === fault.stage) {
        strikeAt(desk, scenario, fault);
        break;
      }
      if (!isSkipped(stage, went)) went = doStage(desk, scenario, stage);
    }
  }
  cleanRound(desk, scenario);
}

/** A case as one word, by which it can be done again. */
export const sayFaultCase = ({ scenario, faults }: FaultCase): string =>
  `faults:${scenario}:${faults.map(({ stage, at, kind, fate }) => `${stage}@${at}=${kind}.${fate}`).join('+')}`;
