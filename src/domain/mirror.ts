/** The coach's mirror: what a coach says of their own coaching, for nobody but themselves (C15 to C28). */
import { type Day, isDay } from './days.ts';
import { UserError } from './errors.ts';
import { property } from './parse.ts';
import { qualities } from './policy.ts';

/** What a coach may say of a quality after a session. It is a reflection and no mark: nothing is added up. */
export const mirrorAnswers = ['not today', 'a little', 'yes'] as const;

/** A look into the mirror after the session of a day: an answer for each quality by its place, or null for none. */
export type Look = { readonly day: Day; readonly answers: readonly (number | null)[] };

/** A look before anything has been answered. */
export const emptyLook = (day: Day): Look => ({ day, answers: qualities.map(() => null) });

/**
 * A look as the sidebar sent it.
 * @throws UserError `invalid` when it is none
 */
export function parseLook(given: unknown): Look {
  const day = property(given, 'day');
  const answers = property(given, 'answers');
  const isWhole = Array.isArray(answers) && answers.length === qualities.length && answers.every(isAnswer);
  if (typeof day === 'string' && isDay(day) && isWhole) return { day, answers };
  throw new UserError('invalid', 'These answers could not be read. Close the sidebar and open it again.');
}

/** A look as it is kept: a sign for each quality. */
export const lookText = ({ answers }: Look): string => answers.map((answer) => answer ?? '-').join('');

/** A look as it was kept, if it can be read. */
export function asLook(day: string, text: string): Look | undefined {
  if (!isDay(day) || text.length !== qualities.length || !/^[-012]+$/.test(text)) return undefined;
  return { day, answers: [...text].map((sign) => (sign === '-' ? null : Number(sign))) };
}

/** The looks of one stretch of days, the earliest first. */
export function looksBetween(looks: readonly Look[], first: Day, last: Day): Look[] {
  return looks.filter(({ day }) => first <= day && day <= last).sort((one, other) => one.day.localeCompare(other.day));
}

const isAnswer = (value: unknown): value is number | null => value === null || [0, 1, 2].some((each) => each === value);
