import type { Execution } from '../execution.ts';
import { Handle, type Methods } from '../expose.ts';
import { GoogleError } from '../google-error.ts';

// developers.google.com/apps-script/reference/lock

/** LockService itself. */
export class LockServiceHandle extends Handle {}

/** A lock that one execution at a time can have. */
export class LockHandle extends Handle {
  constructor(
    run: Execution,
    readonly name: string,
  ) {
    super(run);
  }
}

export const lockService = {
  getDocumentLock: ({ run }) => (run.outside.hasDocument ? new LockHandle(run, 'document') : null),
  getScriptLock: ({ run }) => new LockHandle(run, 'script'),
  getUserLock: ({ run }) => new LockHandle(run, `user:${run.user}`),
} satisfies Methods<LockServiceHandle>;

export const lock = {
  tryLock: (self, timeout: number) => take(self, timeout),
  waitLock: (self, timeout: number) => {
    if (!take(self, timeout)) {
      throw new GoogleError('Lock timeout: another process was holding the lock for too long.');
    }
  },
  hasLock: ({ run, name }) => run.outside.locks.has(name, run),
  // What was written and not flushed is not sent by this: "call SpreadsheetApp.flush() prior to releasing the lock".
  releaseLock: ({ run, name }) => run.outside.locks.free(name, run),
} satisfies Methods<LockHandle>;

/** Nothing else happens while an execution waits here, so a lock that is not free at once is waited for in vain. */
function take({ run, name }: LockHandle, timeout: number): boolean {
  if (run.outside.locks.has(name, run)) return true;
  if (timeout < 0) return false;
  if (run.outside.locks.take(name, run)) return true;
  run.outside.clock.advance(timeout);
  return false;
}
