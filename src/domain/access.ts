/**
 * Who may see and change which session through the sidebar. Everyone with whom the sheet is shared can read its rows;
 * these rules keep the add-on from showing a session to somebody who has no part in it, and from changing it for them.
 */
import { addDays, type Day, isDay, sayDay } from './days.ts';
import { UserError } from './errors.ts';
import { assistantHeadOf, memberOf, type Reference, requireMember } from './reference.ts';
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

/** What evidence is about: a plan of two people, by its id, or a team. */
export interface Subject {
  readonly plan: string;
  readonly coach: string;
  readonly coachee: string;
  readonly team: string;
}

/**
 * Whether a person may gather evidence: for a plan its two people and the director, as nobody else knows its words; for
 * a team also its own people, its assistant head, and everyone who coaches, since a book sample or a learning walk goes
 * across teams.
 */
export function mayGather(reference: Reference, user: string, about: Subject): boolean {
  const me = memberOf(reference, user);
  if (!me?.active) return false;
  return isPartOf(me, about) || (isForTeam(about) && (me.mayCoach || isOfTeam(reference, me, about.team)));
}

/**
 * Whether a person may read a piece of evidence: whoever gathered it, the two people of its plan, and the director; of a
 * team its own people and its assistant head. A coachee sees every record about them.
 */
export function mayReadEvidence(reference: Reference, user: string, about: Subject & { readonly by: string }): boolean {
  const me = memberOf(reference, user);
  if (!me?.active) return false;
  return me.email === about.by || isPartOf(me, about) || (isForTeam(about) && isOfTeam(reference, me, about.team));
}

const isPartOf = (me: Member, { coach, coachee }: Subject): boolean =>
  isDirector(me) || me.email === coach || me.email === coachee;

/** Whether evidence is about nobody: a row from which somebody has deleted one of the two still says that it was. */
export const isForTeam = ({ plan, coachee }: Pick<Subject, 'plan' | 'coachee'>): boolean => plan + coachee === '';

const isOfTeam = (reference: Reference, me: Member, team: string): boolean =>
  team !== '' && (me.team === team || assistantHeadOf(reference, team)?.email === me.email);

export const isDirector = ({ roles }: Member): boolean => roles.includes('Director of coaching');

/** What anybody else is told. */
export const directorOnly = 'Only the director of coaching can do this.';

/**
 * The director of coaching, if that is who is signed in.
 * @throws UserError `forbidden`
 */
export function requireDirector(reference: Reference, user: string): Member {
  const me = requireMember(reference, user);
  if (isDirector(me)) return me;
  throw new UserError('forbidden', directorOnly);
}
