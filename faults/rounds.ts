import type { Ask } from './asks.ts';
import type { Desk, Manner, Told } from './desk.ts';
import { ada } from './drafts.ts';
import { holdSettled, Violation } from './invariants.ts';
import type { Scenario } from './scenarios.ts';
import type { Found } from './settled-hold.ts';

// As the sidebar asks for them, one after the other.
const parts = ['rows', 'waiting', 'calendar'] as const;
/** One thing in a round, by its name: a request of the scenario (`agree2` is the second of its kind), the hourly run, a part of the check. */
export type Stage = string;

/** Whether a stage is one of those that check rows, Log and calendar. */
export const isPart = (stage: Stage | undefined): boolean => parts.some((part) => part === stage);

/** How a stage went: what was answered, and whether the next one comes. */
export interface Went {
  readonly told: readonly Told[];
  readonly isThrough: boolean;
}

const hour = 3_600_000;

/** The stages of a round: what the coach asks, then the hourly run, then the check of rows, Log and calendar. */
export const stagesOf = ({ asks }: Scenario): Stage[] => [...asks.map(nameOf), 'hourly', ...parts];

const nameOf = ({ what }: Ask, at: number, asks: readonly Ask[]): Stage => {
  const before = asks.slice(0, at).filter((each) => each.what === what).length;
  return before === 0 ? what : `${what}${before + 1}`;
};

/** What is asked in a stage, or first in it. */
export function askOf({ asks, about }: Scenario, stage: Stage): Ask {
  if (stage === 'hourly') return { who: ada, what: 'hourly' };
  if (isPart(stage)) return { who: ada, what: 'check', from: stage };
  const ask = asks[asks.map(nameOf).indexOf(stage)];
  if (!ask) throw new Error(`“${about}” has no ${stage}`);
  return ask;
}

/** Does one stage. */
export function doStage(desk: Desk, scenario: Scenario, stage: Stage, manner: Manner = {}): Went {
  if (stage === 'hourly') desk.world.clock.advance(hour);
  const ask = askOf(scenario, stage);
  const all: Told[] = [];
  let isThrough = true;
  // A part that has not come to its end goes on.
  for (let next: string = stage; isThrough && next === stage; next = isThrough ? nextOf(all) : '') {
    all.push(desk.ask(ask, manner));
    isThrough = all.at(-1)?.reply.ok === true;
  }
  return { told: all, isThrough };
}

/** Checks rows, Log and calendar, part after part, as the sidebar does it. */
export function checkAll(desk: Desk, who: string): Went {
  const all: Told[] = [];
  do {
    all.push(desk.ask({ who, what: 'check', from: nextOf(all) }));
    if (!all.at(-1)?.reply.ok) return { told: all, isThrough: false };
  } while (nextOf(all) !== '');
  return { told: all, isThrough: true };
}

// With what a check goes on, by what reconcile.check answered last.
function nextOf(told: readonly Told[]): string {
  const last = told.at(-1);
  return last?.ask.what === 'check' && last.reply.ok ? (last.reply.value as { next: string }).next : '';
}

/** What checks have found for a person to decide. */
export const foundBy = ({ told }: Went): Found[] =>
  told.flatMap(({ reply }) => (reply.ok ? (reply.value as { findings: readonly Found[] }).findings : []));

/** Whether the next stage is to be skipped: an invitation, of a session or a plan, that the answer before did not ask for. */
export function isSkipped(stage: Stage, before: Went | undefined): boolean {
  const [told] = before?.told ?? [];
  // What plans.read answers.
  if (stage === 'invite' && told?.ask.what === 'seen')
    return told.reply.ok && (told.reply.value as { invitation: string }).invitation !== 'Waiting';
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
  const found: Found[] = [];
  for (const stage of stagesOf(scenario)) {
    if (isSkipped(stage, went)) continue;
    before(stage);
    went = doStage(desk, scenario, stage);
    const failed = went.told.find(({ reply }) => !reply.ok)?.reply;
    if (failed && !failed.ok) throw new Violation('repeating succeeds', `${stage} answers “${failed.error.message}”`);
    if (isPart(stage)) found.push(...foundBy(went));
  }
  holdSettled(desk, found);
}
