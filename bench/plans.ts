import { cast, conversations, madePlans, members, stepRows } from '../local/school/index.ts';
import { planEventId } from '../src/domain/plan-invitations.ts';
import { emptyPlan, type Plan, type PlanDraft } from '../src/domain/plans.ts';
import type { Step } from '../src/domain/steps.ts';

/** The plans of the made-up school as rows of their tab, of which each coach has still to agree to theirs. */
export function planRows(): Plan[] {
  return madePlans.map(({ coach, draft, saved }) => ({
    ...draft,
    coach,
    team: members.find(({ email }) => email === draft.coachee)?.team ?? '',
    agreement: 'draft, dialogue needed',
    state: 'discussed',
    resolvedOn: '',
    sustained: '',
    coachAgreed: '',
    coacheeAgreed: '',
    agreedTo: '',
    invitation: 'Waiting',
    savedBy: coach,
    savedAt: `${saved}T16:00:00Z`,
    eventId: planEventId(draft.id),
  }));
}

/** A plan of the measured coach, for the so-manieth time. */
export function planDraft(turn: number): PlanDraft {
  const id = `00000000-0000-4000-b000-${String(turn).padStart(12, '0')}`;
  return {
    ...emptyPlan(id, cast.coachee),
    purpose: 'To build on calm starts.',
    target: 'Talk before writing, because pupils who have said it can write it.',
    needs: ["pupils' need"],
    process: 'Three weeks of talk partners.',
    endGoals: 'Everybody rehearses a sentence.',
    outcome: 'Longer first drafts.',
    reviewDate: '2027-01-28',
  };
}

/** The steps between the measured coach and coachee of which nobody has said yet what has become of them. */
export function openSteps(): Step[] {
  return stepRows(conversations()).filter(
    ({ outcome, coach, coachee }) => outcome === '' && coach === cast.coach && coachee === cast.coachee,
  );
}
