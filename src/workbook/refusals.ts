import { UserError } from '../domain/errors.ts';

/** What somebody is told when the sheet is not, at the end, as it was written. */
export const changing =
  'The sheet changed while this was being saved, so it is not certain that all of it is there. Try again.';

/** What the sheet itself may refuse, by Google's own texts, in words for a coach; any other error as it is. */
export function inWords(error: unknown): unknown {
  if (error instanceof UserError) return error;
  const text = String(error);
  if (/protected cell or object/i.test(text)) {
    return new UserError(
      'setup',
      'A tab of this sheet is locked against you, so this could not be saved. Ask the director to look at Data › Protect sheets and ranges.',
    );
  }
  if (/data validation rules/i.test(text)) {
    return new UserError(
      'setup',
      'A rule of this sheet rejects what is to be saved. Ask the director to choose STRIDE Coaching › Set up or repair this sheet.',
    );
  }
  // A column or rows were deleted between finding a place and using it.
  if (/outside the dimensions|out of bounds|Range not found/i.test(text)) return new UserError('stale', changing);
  return error;
}
