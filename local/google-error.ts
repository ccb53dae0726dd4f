/** An error as Google's services throw it: its name is Exception and its message is a sentence. */
export class GoogleError extends Error {
  override name = 'Exception';

  constructor(
    message: string,
    readonly details?: object,
  ) {
    super(message);
  }
}

/** The error of a call whose arguments fit none of a method's forms. */
export function wrongArguments(method: string, ...args: readonly unknown[]): GoogleError {
  const types = args.map((arg) =>
    arg === null || arg === undefined ? '(null)' : (typeNames[typeof arg] ?? '(class)'),
  );
  return new GoogleError(
    `The parameters (${types.join(',')}) don't match the method signature for SpreadsheetApp.${method}.`,
  );
}

/** The error of a call that the authorisation of this execution does not allow. */
export const notPermitted = (method: string, scope: string): GoogleError =>
  new GoogleError(
    `You do not have permission to call ${method}. Required permissions: ${scope
      .split(' ')
      .map((name) => `https://www.googleapis.com/auth/${name}`)
      .join(' || ')}`,
  );

/** The error of anything this emulation does not do: it never quietly does nothing. */
export const notEmulated = (what: string): Error => new Error(`not emulated: ${what}`);

const typeNames: Partial<Record<string, string>> = {
  number: 'number',
  string: 'String',
  boolean: 'Boolean',
  object: '(class)',
  function: '(class)',
};
