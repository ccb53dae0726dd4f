/**
 * What has to be true, whatever happened: after every execution, and more of it once everything has been put right. Each
 * is a sentence with a function that says what speaks against it; none of them changes anything.
 */
import { lockIsFree, noBug, noWord, toldTruth } from './answers-hold.ts';
import type { Desk } from './desk.ts';
import { oneEvent, rightGuests, staysRemoved } from './events-hold.ts';
import { keptAsAsked, oneOfEach } from './kept-hold.ts';
import { logGrows, noFormula, othersRows, otherTabs } from './others-hold.ts';
import { agreedByBoth, oneInvitation, plansAsWished } from './plans-hold.ts';
import { looksOnly, mirrorIsOwn } from './reads-hold.ts';
import { oneRow, whatWasTyped } from './rows-hold.ts';
import type { Holds, Seen } from './seen.ts';
import { asWished, type Found, reported } from './settled-hold.ts';
import { answeredOnce, outcomesAsLogged } from './steps-hold.ts';

/** Whatever is not as it has to be. */
export class Violation extends Error {
  override name = 'Violation';

  constructor(
    readonly invariant: string,
    detail: string,
  ) {
    super(`“${invariant}” does not hold: ${detail}`);
  }
}

/** What holds after every execution, however it ended. */
export const always: Readonly<Record<string, Holds>> = {
  'acknowledged means exactly one row': oneRow,
  'a row is what was typed': whatWasTyped,
  'each step and each plan is there exactly once': oneOfEach,
  'a step and a plan are what was asked for': keptAsAsked,
  'what has become of a step is said once': answeredOnce,
  'a plan is agreed only by both, to its very words': agreedByBoth,
  'at most one invitation to a plan, to its two people': oneInvitation,
  "nobody else's row has changed": othersRows,
  'the Log only grows': logGrows,
  'the add-on writes on no other tab': otherTabs,
  'no data tab holds a formula': noFormula,
  'at most one event for each follow-up, and none without a row': oneEvent,
  'an event that a person removed is not brought back': staysRemoved,
  'every guest is active staff in an allowed domain': rightGuests,
  'the lock is free': lockIsFree,
  'no word of a conversation is in a log, an error or an event': noWord,
  'what the coach was told is true': toldTruth,
  'nobody is told of a fault that did not happen': noBug,
  'who only looks changes nothing': looksOnly,
  'a look into the mirror is kept for one person alone': mirrorIsOwn,
};

const ofCells = new Set<Holds>([whatWasTyped, keptAsAsked, answeredOnce, agreedByBoth, othersRows, logGrows]);
const ofSheet = new Set<Holds>([...ofCells, oneRow, oneOfEach, otherTabs, noFormula]);

/** What holds once the coach has repeated, the timer has run and everything has been checked, without a fault. */
export const settled: Readonly<Record<string, (seen: Seen, found: readonly Found[]) => string | undefined>> = {
  'everything is as it was wished': asWished,
  'a step shows what the Log says of it': outcomesAsLogged,
  'a plan says what has become of it': plansAsWished,
  'what a person must decide is reported': reported,
};

/** @throws Violation when one of them does not hold */
export function holdAlways(seen: Seen): void {
  const { told, world } = seen;
  // Where nothing was asked for and nothing has changed, the sheet is as it was when it was last looked at.
  const isAsked = told.wanted.sessions.length + told.wanted.rows.length > 0;
  const isSame = told.before === world.book.sheets && !isAsked;
  for (const [sentence, holds] of Object.entries(always)) {
    // While another run is in the middle of a row, its cells are looked at when that run has ended.
    const isLater = told.isWithin && ofCells.has(holds);
    if (!isLater && !(isSame && ofSheet.has(holds))) refuse(sentence, holds(seen));
  }
}

/**
 * Makes sure that all is put right, with what the last checks left for people to decide.
 * @throws Violation when it is not
 */
export function holdSettled({ last }: Desk, found: readonly Found[]): void {
  if (!last) throw new Error('Nothing has been asked yet.');
  for (const [sentence, holds] of Object.entries(settled)) refuse(sentence, holds(last, found));
}

function refuse(sentence: string, detail: string | undefined): void {
  if (detail !== undefined) throw new Violation(sentence, detail);
}
