/** A coaching plan: purpose, process and end goals, which coach and coachee have both to agree to (C66, C67). */
import {
  choice,
  choices,
  type Draft,
  day,
  id,
  longText,
  moment,
  number,
  person,
  type Row,
  table,
  text,
} from './columns.ts';
import { addDays, type Day, type Moment } from './days.ts';
import { evidenceSources, focusChoosers } from './policy.ts';

/** With what a target is in line (C6: "the needs of the pupils and wider community … personal target setting"). */
export const needs = ["pupils' need", 'wider community', 'personal target'] as const;

/** What has become of a target, in the policy's own words (C54). */
export const targetStates = ['discussed', 'tackled', 'resolved', 'celebrated'] as const;
export type TargetState = (typeof targetStates)[number];

/** What a coachee says of a resolved target some weeks later (C57). */
export const sustainedAnswers = ['yes', 'sometimes', 'no'] as const;
export type Sustained = (typeof sustainedAnswers)[number];

/** Whether a plan counts: only once both have agreed to it as it is. */
export const agreements = ['draft, dialogue needed', 'agreed'] as const;

/** One row is one coaching plan of a coach and a coachee. */
export const plans = table('Plans', 'One row is one coaching plan. It counts once coach and coachee have agreed.', {
  coach: person('Coach', { made: true, width: 120 }),
  coachee: person('Coachee', { required: true, width: 120 }),
  team: text('Team', { made: true, help: "The coachee's team when the plan was made.", width: 120 }),
  agreement: choice('Agreement', agreements, {
    made: true,
    help: 'Dialogue at the planning stage between coach and coachee is non-negotiable.',
    width: 140,
  }),
  state: choice('Target', targetStates, { made: true, help: 'Discussed, tackled, resolved, celebrated.', width: 100 }),
  purpose: longText('Purpose', { required: true, help: 'Which strength to build on, and what this is for.' }),
  target: longText('Target and why', { required: true, help: 'What would you like to be better and why?' }),
  needs: choices('In line with', needs, {
    required: true,
    help: 'Any of: the options, with commas between.',
    width: 170,
  }),
  focusBy: choice('Focus chosen by', focusChoosers, { help: 'Who chose what the plan is about.', width: 110 }),
  startingPoint: longText('Starting point', { help: 'Where pupils are now, so that a change can be seen.' }),
  process: longText('Process', { required: true, help: 'How you are going to work on it together.' }),
  often: text('How often', { help: 'Such as: every three weeks.', width: 130 }),
  minutes: number('Minutes each time', [5, 240], { help: 'How long you meet.', width: 90 }),
  evidence: choices('Evidence planned', evidenceSources, { help: 'Which sources will show it.', width: 150 }),
  evidenceDate: day('Evidence by', { help: 'When they will.', width: 90 }),
  endGoals: longText('End goals', { required: true, help: 'How will you know it has worked?' }),
  outcome: longText('Pupil outcome', { required: true, help: 'What will be different for pupils?' }),
  reviewDate: day('Review date', { required: true, help: 'When you look at it together again.', width: 90 }),
  resolvedOn: day('Resolved on', { made: true, help: 'When the target was resolved.', width: 90 }),
  sustained: choice('Still doing it?', sustainedAnswers, {
    made: true,
    help: 'What the coachee said six to twelve weeks after it was resolved.',
    width: 100,
  }),
  coachAgreed: moment('Coach agreed', { made: true, machine: true }),
  coacheeAgreed: moment('Coachee agreed', { made: true, machine: true }),
  agreedTo: text('Agreed to', { made: true, help: 'By which words the two agreements stand.', machine: true }),
  invitation: choice('Invitation', ['Waiting', 'Invited', 'Not sent', 'Removed'], {
    made: true,
    help: 'What has become of the invitation to agree.',
    machine: true,
  }),
  savedBy: text('Saved by', { made: true, help: 'In whose calendar the invitation stands.', machine: true }),
  savedAt: moment('Saved at', { made: true, machine: true }),
  id: id('Plan id', { required: true, help: 'Made by the sidebar. Please leave it as it is.', machine: true }),
  eventId: text('Event id', { made: true, machine: true }),
});

export type Plan = Row<typeof plans>;
export type PlanDraft = Draft<typeof plans>;

/** A plan before anything has been typed. */
export function emptyPlan(planId: string, coachee = ''): PlanDraft {
  return {
    id: planId,
    coachee,
    purpose: '',
    target: '',
    needs: [],
    focusBy: '',
    startingPoint: '',
    process: '',
    often: '',
    minutes: null,
    evidence: [],
    evidenceDate: '',
    endGoals: '',
    outcome: '',
    reviewDate: '',
  };
}

// To change one of these asks for both keys again.
const agreedKeys = ['purpose', 'target', 'process', 'endGoals', 'outcome'] as const;

/**
 * What the two agreements of a plan are to: a short text that is another one as soon as purpose, process or end goals
 * say something else. It is no secret and no signature, only a way to see that the words have changed.
 */
export function wordsOf(plan: Pick<Plan, (typeof agreedKeys)[number]>): string {
  const words = agreedKeys.map((key) => plan[key]).join('\n\n');
  return [2_166_136_261, 40_389].map((beginning) => digest(words, beginning).toString(36)).join('-');
}

// FNV-1a of 32 bits (RFC 9923), over characters.
function digest(words: string, beginning: number): number {
  return [...words].reduce((sum, sign) => Math.imul(sum ^ (sign.codePointAt(0) ?? 0), 16_777_619), beginning) >>> 0;
}

/** Which of the two has agreed to a plan as it is now. */
export function agreedBy(plan: Plan): { readonly coach: boolean; readonly coachee: boolean } {
  const stands = plan.agreedTo === wordsOf(plan);
  return { coach: stands && plan.coachAgreed !== '', coachee: stands && plan.coacheeAgreed !== '' };
}

/** Whether both have. */
export function isAgreed(plan: Plan): boolean {
  const { coach, coachee } = agreedBy(plan);
  return coach && coachee;
}

/** What a plan's row is to say of that. */
export const agreementOf = (plan: Plan): (typeof agreements)[number] =>
  isAgreed(plan) ? 'agreed' : 'draft, dialogue needed';

/** Whether a plan is still being worked on. */
export const isOpenPlan = ({ state }: Pick<Plan, 'state'>): boolean => state !== 'resolved' && state !== 'celebrated';

/** A plan with one more agreement to its words as they are: an agreement to other words counts no more. */
export function withAgreement(plan: Plan, who: 'coach' | 'coachee', now: Moment): Partial<Plan> {
  const words = wordsOf(plan);
  const kept = plan.agreedTo === words;
  const agreed = {
    coachAgreed: who === 'coach' ? now : kept ? plan.coachAgreed : '',
    coacheeAgreed: who === 'coachee' ? now : kept ? plan.coacheeAgreed : '',
  };
  const both = agreed.coachAgreed !== '' && agreed.coacheeAgreed !== '';
  return { ...agreed, agreedTo: words, agreement: both ? 'agreed' : 'draft, dialogue needed' };
}

/**
 * Whether it is time to ask a coachee if they are still doing it: six to twelve weeks after the target was resolved
 * (C57: "rarely sustained and usually tails off"), once.
 */
export function isTailOffDue(plan: Pick<Plan, 'resolvedOn' | 'sustained'>, today: Day): boolean {
  const { resolvedOn, sustained } = plan;
  return resolvedOn !== '' && sustained === '' && addDays(resolvedOn, 42) <= today && today <= addDays(resolvedOn, 84);
}
