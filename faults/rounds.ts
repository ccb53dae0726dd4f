import type { Ask, Desk, Manner, Told } from './desk.ts';
import { ada } from './drafts.ts';
import { holdSettled, Violation } from './invariants.ts';
import type { Scenario } from './scenarios.ts';
import type { Found } from './settled-hold.ts';

/** One thing in a round, by its name: a request of the scenario, the hourly run, the check. */
export type Stage = 'save' | 'edit' | 'read' | 'deliver' | 'hourly' | 'check';

/** How a stage went: what was answered, and whether the next one comes. */
export interface Went {
  readonly told: readonly Told[];
  readonly isThrough: boolean;
}

const hour = 3_600_000;

/** The stages of a round: what the coach asks, then the hourly run, then the check of rows, Log and calendar. */
export const stagesOf = ({ asks }: Scenario): Stage[] => [...asks.map(({ what }) => what), 'hourly', 'check'];

/** What is asked in a stage, or first in it. */
export function askOf({ asks, about }: Scenario, stage: Stage): Ask {
  if (stage === 'hourly') return { who: ada, what: 'hourly' };
  if (stage === 'check') return { who: ada, what: 'check', from: '' };
  const ask = asks.find(({ what }) => what === stage);
  if (!ask) throw new Error(`“${about}” has no ${stage}`);
  return ask;
}

/** Does one stage. */
export function doStage(desk: Desk, scenario: Scenario, stage: Stage, manner: Manner = {}): Went {
  if (stage === 'check') return checkAll(desk, ada, manner);
  if (stage === 'hourly') desk.world.clock.advance(hour);
  const told = desk.ask(askOf(scenario, stage), manner);
  return { told: [told], isThrough: told.reply.ok };
}

/** Checks rows, Log and calendar, part after part, as the sidebar does it. */
export function checkAll(desk: Desk, who: string, manner: Manner = {}): Went {
  const all: Told[] = [];
  let from = '';
  do {
    const told = desk.ask({ who, what: 'check', from }, manner);
    all.push(told);
    if (!told.reply.ok) return { told: all, isThrough: false };
    from = (told.reply.value as { next: string }).next; // what reconcile.check answers
  } while (from !== '');
  return { told: all, isThrough: true };
}

/** What checks have found for a person to decide. */
export const foundBy = ({ told }: Went): Found[] =>
  told.flatMap(({ reply }) => (reply.ok ? (reply.value as { findings: readonly Found[] }).findings : []));

/** Whether the next stage is to be skipped: an invitation that the answer before did not ask for. */
export function isSkipped(stage: Stage, before: Went | undefined): boolean {
  const [told] = before?.told ?? [];
  if (stage !== 'deliver' || !told || (told.ask.what !== 'save' && told.ask.what !== 'edit')) return false;
  // What save and edit answer.
  return told.reply.ok && !(told.reply.value as { invitation: boolean }).invitation;
}

/**
 * A whole round in which no service fails: the coach repeats, the invitation is sent, the hourly run comes, everything is
 * checked; then all has to be as it was wished. `before` is told of each stage.
 * @throws Violation when a stage does not succeed or an invariant does not hold
 */
export function cleanRound(desk: Desk, scenario: Scenario, before: (stage: Stage) => void = () => undefined): void {
  let went: Went | undefined;
  for (const stage of stagesOf(scenario)) {
    if (isSkipped(stage, went)) continue;
    before(stage);
    went = doStage(desk, scenario, stage);
    const failed = went.told.find(({ reply }) => !reply.ok)?.reply;
    if (failed && !failed.ok) throw new Violation('repeating succeeds', `${stage} answers “${failed.error.message}”`);
  }
  holdSettled(desk, went ? foundBy(went) : []);
}
