import type { Execution } from '../execution.ts';
import { Handle, type Methods } from '../expose.ts';

/** A person: developers.google.com/apps-script/reference/base/user */
export class UserHandle extends Handle {
  constructor(
    run: Execution,
    readonly email: string,
  ) {
    super(run);
  }

  override toString(): string {
    return this.email;
  }
}

export const userHandle = (run: Execution, email: string): UserHandle => new UserHandle(run, email);

export const user = {
  getEmail: (self) => self.email,
  // "Session.getActiveUser().toString()" is the address on the live platform.
  toString: (self: UserHandle) => self.email,
} satisfies Methods<UserHandle>;
