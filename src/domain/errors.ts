/**
 * What went wrong, in one word that the sidebar can act on:
 * `invalid` a field, `missing` a row, `forbidden` to this person, `stale` after somebody's change, `busy` lock,
 * `setup` of the sheet, `bug` of ours.
 */
export type ErrorCode = 'invalid' | 'missing' | 'forbidden' | 'stale' | 'busy' | 'setup' | 'bug';

/** A failure that a coach can read and act on. Anything else that is thrown is a bug. */
export class UserError extends Error {
  readonly code: ErrorCode;
  readonly field: string | undefined;

  constructor(code: ErrorCode, message: string, field?: string) {
    super(message);
    this.name = 'UserError';
    this.code = code;
    this.field = field;
  }
}
