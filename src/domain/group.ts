import { UserError } from './errors.ts';
import { asName, property } from './parse.ts';
import { largestGroup } from './policy.ts';
import { isSessionId, type SessionDraft } from './sessions.ts';
import { asSteps, type StepDraft } from './steps.ts';

/** Somebody else who was coached in the same conversation: with a row and with steps of their own (C49). */
export type AlsoCoached = {
  /** The id of their own row. */
  readonly id: string;
  readonly coachee: string;
  readonly steps: readonly StepDraft[];
};

/**
 * The others of a group as they came from outside.
 * @throws UserError `invalid` with the field `others`
 */
export function asGroup(given: unknown, { id, coachee }: Pick<SessionDraft, 'id' | 'coachee'>): AlsoCoached[] {
  if (given === undefined || given === null) return refuse('A group has at least two coachees. Add another.');
  if (!Array.isArray(given)) return refuse('The others of the group must be a list.');
  const others = given.map((each) => ({
    id: asName(property(each, 'id')),
    coachee: asName(property(each, 'coachee')).trim().toLowerCase(),
    steps: asSteps(property(each, 'steps')),
  }));
  if (others.length === 0) refuse('A group has at least two coachees. Add another.');
  if (others.length >= largestGroup) refuse(`A group has at most ${largestGroup} coachees.`);
  const [ids, people] = [others.map((other) => other.id), others.map((other) => other.coachee)];
  if (ids.some((other) => !isSessionId(other)) || new Set([id, ...ids]).size <= ids.length)
    refuse('This session has no proper id for each coachee. Open a new session.');
  if (new Set([coachee, ...people]).size <= people.length) refuse('Somebody stands twice in the group.');
  return others;
}

function refuse(why: string): never {
  throw new UserError('invalid', why, 'others');
}
