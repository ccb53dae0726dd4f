import { type PlanDraft, wordsOf } from '../src/domain/plans.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import type { Ask } from './asks.ts';
import { answersYes, moves, responds } from './calendar-acts.ts';
import type { Desk, Told } from './desk.ts';
import { ada, answerTo, bram, cleo, dora, draftOf, ids, marker, planOf, stepsOf, withoutFollowUp } from './drafts.ts';
import { takeOut } from './scenarios.ts';

/** Somebody else's whole run, or several, that come between; answers those that were told to try again. */
export type Other = (desk: Desk, ask: Ask) => readonly Ask[];

const theirs = draftOf(ids.theirs, { followUpDate: '2026-12-11', date: '2026-11-20' });

const one =
  (make: (desk: Desk, ask: Ask) => Ask | undefined): Other =>
  (desk, ask) => {
    const made = make(desk, ask);
    return made && isTurnedAway(desk.ask(made)) ? [made] : [];
  };

const edit = (who: string, base: SessionDraft, change: Partial<SessionDraft>, number: number): Ask => ({
  who,
  what: 'edit',
  base,
  draft: { ...base, ...change },
  edit: `0b0b0b0b-0000-4000-8000-00000000000${number}`,
});

/** Corrects the session of the case as it is known to be, if it is known to be there. */
const director = (change: Partial<SessionDraft>, number: number): Other =>
  one(({ ledger }) => {
    const { told } = ledger.wishes.get(ids.mine) ?? {};
    // Nobody sends a correction that corrects nothing.
    const isSame = Object.entries(change).every(([key, value]) => told?.[key as keyof SessionDraft] === value);
    return told && !isSame ? edit(dora, told, change, number) : undefined;
  });

const inTurn =
  (...asks: readonly Ask[]): Other =>
  (desk) => {
    const turnedAway = asks.findIndex((ask) => isTurnedAway(desk.ask(ask)));
    // What comes after it waits for it.
    return turnedAway < 0 ? [] : asks.slice(turnedAway);
  };

/** Whether somebody was told to try again, or that the director has to put the tab right first. */
export const isTurnedAway = ({ reply }: Told): boolean => !reply.ok && /^(busy|setup)$/.test(reply.error.code);

const theirAnswer = answerTo(`${ids.theirs}.1`, 'partly', '2026-12-10');
const theirNew = draftOf(ids.theirNew, { followUpDate: '2026-12-17', date: '2026-11-24' });

const plan = planOf(ids.plan);

/** Whoever is the other of a plan changes it, as they know it to be. */
const theirPlan = (who: string, change: Partial<PlanDraft>): Other =>
  one((desk) => {
    const base = planIn(desk);
    return base && { who, what: 'plan', draft: { ...base, ...change }, base };
  });

/** The plan as it stands in the sheet, for whoever has just looked at it. */
function planIn({ ledger }: Desk): PlanDraft | undefined {
  const { told } = ledger.rows.get(ids.plan) ?? {};
  return (
    told && {
      ...plan,
      process: told.Process ?? '',
      reviewDate: told['Review date'] ?? '',
      endGoals: told['End goals'] ?? '',
    }
  );
}

const agrees = (who: string): Other =>
  one((desk) => {
    const base = planIn(desk);
    return base && { who, what: 'agree', id: ids.plan, words: wordsOf(base) };
  });

/** What other people's runs come between, by name; each is asked whole, at one call of the run that it interrupts. */
export const others: Readonly<Record<string, Other>> = {
  'their-save': inTurn({ who: cleo, what: 'save', draft: theirNew }, { who: cleo, what: 'deliver', id: ids.theirNew }),
  'their-edit': inTurn(edit(cleo, theirs, { strength: `other ${theirs.strength}` }, 1)),
  'their-new-day': inTurn(edit(cleo, theirs, { followUpDate: '2026-12-18' }, 2), {
    who: cleo,
    what: 'deliver',
    id: ids.theirs,
  }),
  'their-calling-off': inTurn(edit(cleo, theirs, withoutFollowUp, 3), { who: cleo, what: 'deliver', id: ids.theirs }),
  'director-same-words': director({ strength: `the director, ${theirs.strength}` }, 4),
  'director-other-words': director({ evaluation: `the director, ${theirs.target}` }, 5),
  'director-new-day': director({ followUpDate: '2026-12-17', followUpTime: '08:15', followUpMinutes: 45 }, 6),
  'director-calls-off': director(withoutFollowUp, 7),
  'director-checks': inTurn({ who: dora, what: 'check', from: '' }),
  'second-window': one((_, ask) => ask),
  'own-hourly-run': inTurn({ who: ada, what: 'hourly' }),
  'own-delivery': one(({ ledger }) =>
    ledger.wishes.get(ids.mine)?.told ? { who: ada, what: 'deliver', id: ids.mine } : undefined,
  ),
  'event-taken-out': (desk) => {
    takeOut(desk, ids.mine);
    return [];
  },
  'event-moved': (desk) => {
    moves(desk, ids.mine, '2026-12-14T16:00:00Z');
    return [];
  },
  'coachee-declines': (desk) => {
    responds(desk, ids.mine, 'declined');
    return [];
  },
  'own-since': one(() => ({ who: ada, what: 'since' })),
  'their-steps': inTurn({
    who: cleo,
    what: 'save',
    draft: { ...theirNew, ...withoutFollowUp, id: ids.theirSteps, steps: stepsOf(2), answers: [theirAnswer] },
  }),
};

/** The same where a plan is what it is about. */
export const planOthers: Readonly<Record<string, Other>> = {
  'their-plan': inTurn({
    who: cleo,
    what: 'plan',
    draft: planOf(ids.theirPlan, { process: marker }),
    base: planOf(ids.theirPlan),
  }),
  'their-key': inTurn({ who: cleo, what: 'agree', id: ids.theirPlan, words: wordsOf(planOf(ids.theirPlan)) }),
  'coachee-changes': theirPlan(bram, { process: `their way, ${marker}` }),
  'coachee-moves-review': theirPlan(bram, { reviewDate: '2026-12-14' }),
  'coach-changes': theirPlan(ada, { endGoals: `other goals, ${marker}` }),
  'coachee-agrees': agrees(bram),
  'coach-agrees': agrees(ada),
  'coachee-says-yes': (desk) => {
    answersYes(desk, ids.plan);
    return [];
  },
  'second-window': one((_, ask) => ask),
  'own-since': one(() => ({ who: ada, what: 'since' })),
  'own-hourly-run': inTurn({ who: ada, what: 'hourly' }),
  'coach-tackles': one(({ ledger }) =>
    ledger.rows.get(ids.plan)?.told ? { who: ada, what: 'state', id: ids.plan, state: 'tackled' } : undefined,
  ),
};
