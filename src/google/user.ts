/**
 * The address of whoever runs this, in lower case; empty when Google does not say, which is then refused. It is never
 * taken from an argument.
 */
export function signedIn(): string {
  return Session.getActiveUser().getEmail().trim().toLowerCase();
}
