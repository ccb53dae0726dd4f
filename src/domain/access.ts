/**
 * Who may see and change which session through the sidebar. Everyone with whom the sheet is shared can read its rows;
 * these rules keep the add-on from showing a session to somebody who has no part in it, and from changing it for them.
 */
import { addDays, type Day, isDay, sayDay } from './days.ts';
import { assistantHeadOf, memberOf, type Reference } from './reference.ts';
import type { Session } from './sessions.ts';
import type { Member } from './staff.ts';

/** What somebody may see of a session: all of it, that it took place and what became of its follow-up, or nothing. */
export type Share = 'all' | 'activity' | 'nothing';

type Whose = Pick<Session, 'coach' | 'coachee' | 'team' | 'savedAt'>;

/**
 * What a person may see of a session: its coach, its coachee and the director all of it; the assistant head to whom the
 * coachee's team is delegated the activity and the follow-up; anybody else nothing.
 */
export function mayRead(reference: Reference, user: string, session: Whose): Share {
  const me = memberOf(reference, user);
  if (!me?.active) return 'nothing';
  if (isDirector(me) || me.email === session.coach || me.email === session.coachee) return 'all';
  return assistantHeadOf(reference, session.team)?.email === me.email ? 'activity' : 'nothing';
}

/**
 * Whether a person may correct a session, and a sentence that says why not or until when: its coach for as many days as
 * Settings gives, the director always.
 */
export function mayCorrect(
  reference: Reference,
  user: string,
  session: Whose,
  today: Day,
): { allowed: boolean; why: string } {
  const me = memberOf(reference, user);
  if (me?.active && isDirector(me))
    return { allowed: true, why: 'As director of coaching you can correct it at any time.' };
  if (!me?.active || me.email !== session.coach) {
    return { allowed: false, why: 'Only its coach and the director of coaching can correct a session.' };
  }
  const days = Number(reference.settings.correctionDays);
  const saved = session.savedAt.slice(0, 10);
  if (!isDay(saved)) {
    return { allowed: false, why: 'Its row no longer says when it was saved. Ask the director of coaching.' };
  }
  const last = addDays(saved, days);
  if (days > 0 && today <= last) return { allowed: true, why: `You can correct it until ${sayDay(last, today)}.` };
  const until = days > 0 ? `could be corrected until ${sayDay(last, today)}` : 'cannot be corrected once it is saved';
  return { allowed: false, why: `It ${until}, by your school's settings. Ask the director of coaching.` };
}

export const isDirector = ({ roles }: Member): boolean => roles.includes('Director of coaching');
