import { checkDate, checkFollowUp } from '../src/domain/drafts.ts';
import { UserError } from '../src/domain/errors.ts';
import { guestsOf } from '../src/domain/follow-ups.ts';
import type { Reference } from '../src/domain/reference.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import type { Member } from '../src/domain/staff.ts';
import type { SchoolClock } from './clock.ts';
import type { Pair } from './meeting.ts';
import { differences } from './versions.ts';

/** What is wrong with the dates of a session as they stand, while they are typed; the sheet asks the same again. */
export function wrongDate(
  draft: SessionDraft,
  base: SessionDraft | undefined,
  clock: SchoolClock,
): UserError | undefined {
  return refusalIn(() => {
    checkDate(draft, clock.today());
    // A follow-up that was arranged before may have passed since.
    if (!base || differences(draft, base).includes('followUp')) checkFollowUp(draft, clock.today(), clock.time());
  });
}

/** Why somebody may not be invited, if they may not. */
export function whyNotInvited(reference: Reference, { coach, coachees }: Pair): UserError | undefined {
  return refusalIn(() => {
    if (coach && coachees.length > 0) guestsOf(reference, coach.email, coachedOf(coachees));
  });
}

/** People as invitations know them. */
export const coachedOf = (coachees: readonly Member[]): { coachee: string; team: string }[] =>
  coachees.map(({ email, team }) => ({ coachee: email, team }));

function refusalIn(check: () => void): UserError | undefined {
  try {
    check();
    return undefined;
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown;
    throw thrown;
  }
}
