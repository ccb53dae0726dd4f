import { type EvidenceDraft, isVisit, staysWithPlan } from '../../src/domain/evidence.ts';
import type { Gathered } from '../server.ts';
import { forgetTyped, keepTyped, keptTyped } from './kept.ts';

/** What evidence is about, as it is chosen from a list: a plan or a team, or nothing yet. */
export type About = '' | `plan ${string}` | `team ${string}`;

/** The same as the sheet is asked for it. */
export const subjectOf = (about: About): { plan: string; team: string } => ({
  plan: about.startsWith('plan ') ? about.slice(5) : '',
  team: about.startsWith('team ') ? about.slice(5) : '',
});

/** What a draft is about. */
export const aboutOf = ({ plan, team }: Pick<EvidenceDraft, 'plan' | 'team'>): About =>
  plan ? `plan ${plan}` : team ? `team ${team}` : '';

/** The plans and the teams that evidence may be gathered for, as a list; the first says what none of them means. */
export function aboutOptions({ plans, teams }: Gathered, none: string): { value: About; words: string }[] {
  return [
    { value: '', words: none },
    ...plans.map(({ id, withWhom, target }) => ({
      value: `plan ${id}` as const,
      words: `Plan with ${withWhom}: ${target.slice(0, 60)}`,
    })),
    ...teams.map((team) => ({ value: `team ${team}` as const, words: `Team ${team}` })),
  ];
}

/** A draft that is about something else, with the starting point of its plan unless somebody has typed another. */
export function withAbout(draft: EvidenceDraft, about: About, { plans }: Gathered): EvidenceDraft {
  const startOf = (id: string): string => plans.find((plan) => plan.id === id)?.startingPoint ?? '';
  const subject = subjectOf(about);
  const isOwn = draft.startingPoint !== startOf(draft.plan);
  return { ...draft, ...subject, startingPoint: isOwn ? draft.startingPoint : startOf(subject.plan) };
}

/** What is still missing before evidence can be saved. */
export function stillNeeded(draft: EvidenceDraft): string[] {
  const needed = {
    'a plan or a team': aboutOf(draft),
    'a source': draft.source,
    'a date': draft.date,
    'what was seen': draft.seen.trim(),
    'what it says about pupils': draft.outcome,
  };
  return Object.entries(needed).flatMap(([words, value]) => (value === '' ? [words] : []));
}

/** Whether a source is one that the coachee has to have asked for, and whether it leaves the coachee out as it is. */
export const asksFirst = (draft: EvidenceDraft): boolean => draft.plan !== '' && isVisit(draft.source);
export const leavesOut = (draft: EvidenceDraft): boolean => draft.plan !== '' && !staysWithPlan(draft);

const nameOf = (user: string): string => `evidence.${user}`;

/** Keeps evidence in this browser while it is typed: one piece at a time. */
export const keepEvidence = (user: string, draft: EvidenceDraft): boolean => keepTyped(nameOf(user), draft);
export const keptEvidence = (user: string): EvidenceDraft | undefined =>
  keptTyped<EvidenceDraft>(nameOf(user), ({ id }) => id !== '');
export const forgetEvidence = (user: string): void => forgetTyped(nameOf(user));
