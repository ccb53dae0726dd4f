import { Handle, type Methods } from '../expose.ts';
import { notPermitted } from '../google-error.ts';
import { userHandle } from './users.ts';

// developers.google.com/apps-script/reference/base/session

/** Session: who runs this. */
export class SessionHandle extends Handle {}

export const session = {
  // Blank where Google may not say: without authorisation, and for a person outside the school's domain.
  getActiveUser: ({ run }) => userHandle(run, run.authMode === 'FULL' ? run.user : ''),
  getEffectiveUser: ({ run }) => {
    if (run.authMode !== 'FULL') throw notPermitted('Session.getEffectiveUser', 'userinfo.email');
    return userHandle(run, run.user);
  },
  getScriptTimeZone: ({ run }) => run.outside.manifest.timeZone,
  getActiveUserLocale: () => 'en_GB',
} satisfies Methods<SessionHandle>;
