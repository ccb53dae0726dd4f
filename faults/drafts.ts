import { emptySession } from '../src/domain/drafts.ts';
import type { PlanDraft } from '../src/domain/plans.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import type { StepAnswer, StepDraft, StepOutcome } from '../src/domain/steps.ts';
import { people } from '../test/school.ts';

/** Whoever does something in a case, by address. */
export const ada = people.coach.email;
export const bram = people.coachee.email;
export const cleo = people.other.email;
export const dora = people.director.email;

/** In everything anybody types, so that it can be looked for where no word of a conversation may be. */
export const marker = 'quillwort';

/** In the note that somebody writes with an answer to an invitation, which is kept nowhere. */
export const noteMarker = 'pellitory';

/** The session a case is about, those that were there before, and one of a colleague's that comes between. */
export const ids = {
  mine: '0a0a0a0a-0000-4000-8000-00000000000a',
  second: '0a0a0a0a-0000-4000-8000-00000000000b',
  old: '0a0a0a0a-0000-4000-8000-0000000000ff',
  theirs: '0c0c0c0c-0000-4000-8000-00000000000c',
  theirNew: '0c0c0c0c-0000-4000-8000-0000000000ff',
  theirSteps: '0c0c0c0c-0000-4000-8000-0000000000fe',
  /** Of the other coachee of a group. */
  other: '0a0a0a0a-0000-4000-8000-0000000000aa',
  plan: '0b0b0b0b-0000-4000-8000-00000000000a',
  theirPlan: '0b0b0b0b-0000-4000-8000-00000000000c',
} as const;

/** A whole session with a follow-up, in words that a sheet would like to read as something else. */
export function draftOf(id: string, change: Partial<SessionDraft> = {}): SessionDraft {
  return {
    ...emptySession(id, '2026-11-26'),
    coachee: bram,
    theme: 'Questioning',
    strength: `=${marker}+1`,
    target: `'${marker} 007`,
    reality: `+44 ${marker}`,
    decision: `1/2 ${marker}\nsecond line`,
    outcome: `Every pupil, ${marker}`,
    evidence: ['book sample', 'drop in'],
    minutes: 40,
    followUpDate: '2026-12-10',
    followUpTime: '15:45',
    followUpMinutes: 30,
    ...change,
  };
}

/** The same without a follow-up. */
export const withoutFollowUp = { followUpDate: '', followUpTime: '', followUpMinutes: null } as const;

/** So many steps of a Decision. */
export const stepsOf = (count: number, words: string = marker): StepDraft[] =>
  Array.from({ length: count }, (_, index) => ({
    what: `=${words} ${index + 1}`,
    due: `2026-12-0${index + 1}`,
    support: `'1/${index + 2} ${words}`,
    kind: index % 2 === 0 ? 'do' : 'watch someone',
  }));

/** What is said of an earlier step; carried on by a day, or not. */
export const answerTo = (step: string, outcome: StepOutcome, carryOn = ''): StepAnswer => ({
  step,
  outcome,
  happened: carryOn === '' ? '' : `they asked, ${marker}`,
  carryOn,
});

/** A whole plan with one's coachee. */
export function planOf(id: string, change: Partial<PlanDraft> = {}): PlanDraft {
  return {
    id,
    coachee: bram,
    purpose: `=${marker} purpose`,
    target: `'${marker} target`,
    needs: ["pupils' need", 'wider community'],
    focusBy: 'Coachee',
    startingPoint: `007 ${marker}`,
    process: `+1 ${marker}\nsecond line`,
    often: 'every three weeks',
    minutes: 30,
    evidence: ['book sample', 'drop in'],
    evidenceDate: '2026-12-15',
    endGoals: `@${marker} goals`,
    outcome: `Every pupil, ${marker}`,
    reviewDate: '2026-12-16',
    ...change,
  };
}
