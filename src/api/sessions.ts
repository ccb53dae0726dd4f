import { checkDates } from '../domain/drafts.ts';
import { UserError } from '../domain/errors.ts';
import { eventIdOf, guestsOf } from '../domain/follow-ups.ts';
import { parse } from '../domain/parse.ts';
import { memberOf, requireMember } from '../domain/reference.ts';
import { halfTermOf, sayHalfTerm } from '../domain/school-year.ts';
import { isSessionId, type Session, type SessionDraft, sessions as table } from '../domain/sessions.ts';
import type { Context } from './context.ts';
import { command } from './procedure.ts';

export const sessions = { save: command(save) };

/** What a coach is told after saving. */
export type Saved = {
  readonly id: string;
  /** The row of the Sessions tab. */
  readonly row: number;
  readonly link: string;
  /** An earlier try had already written it. */
  readonly already: boolean;
  /** Whether an invitation is to be sent. */
  readonly invitation: boolean;
};

/** Adds a conversation to the Sessions tab, the wish for its follow-up's invitation included. */
function save({ book, user, clock }: Context, input: SessionDraft): Saved {
  const reference = book.reference();
  const coach = requireMember(reference, user);
  if (!coach.mayCoach) {
    throw new UserError(
      'forbidden',
      'The Staff tab does not have you as a coach yet. Ask the director to tick “May coach”.',
    );
  }
  const draft = parse(table, input);
  if (!isSessionId(draft.id)) throw new UserError('invalid', 'This session has no proper id. Open a new session.');
  const coachee = memberOf(reference, draft.coachee);
  if (!coachee?.active) {
    const who = draft.coachee === '' ? 'Nobody' : draft.coachee;
    throw new UserError('invalid', `${who} is not active on the Staff tab. Choose somebody from the list.`, 'coachee');
  }
  if (coachee.email === coach.email) {
    throw new UserError('invalid', 'This is you. Choose the person you coached.', 'coachee');
  }
  checkDates(draft, clock.today, clock.time);
  const meets = draft.followUpDate !== '';
  const guests = meets ? guestsOf(reference, coach.email, coachee.email, coachee.team).invited : [];
  const halfTerm = halfTermOf(draft.date, reference.periods);
  const row: Session = {
    ...draft,
    halfTerm: halfTerm ? sayHalfTerm(halfTerm) : '',
    coach: coach.email,
    coachee: coachee.email,
    team: coachee.team,
    followUpTime: meets ? draft.followUpTime : '',
    followUpMinutes: meets ? (draft.followUpMinutes ?? Number(reference.settings.followUpMinutes)) : null,
    assistantHead: guests[2]?.email ?? '',
    status: meets ? 'Waiting' : '',
    savedBy: coach.email,
    savedAt: clock.now,
    eventId: meets ? eventIdOf(draft.id) : '',
  };
  const { at, already } = book.append(table, row);
  return { id: row.id, row: at, link: book.link(table, at), already, invitation: meets };
}
