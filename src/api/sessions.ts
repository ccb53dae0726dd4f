import { mayCorrect, mayRead } from '../domain/access.ts';
import type { Placed } from '../domain/columns.ts';
import {
  correctedCells,
  differing,
  draftOf,
  isReplanned,
  refuseNewer,
  replanned,
  sayColumns,
} from '../domain/corrections.ts';
import type { Day, Moment, Time } from '../domain/days.ts';
import { neededOf } from '../domain/drafts.ts';
import { UserError } from '../domain/errors.ts';
import { type AlsoCoached, asGroup } from '../domain/group.ts';
import { inOrder, type LogRow, log, stateFromLog } from '../domain/log.ts';
import { newSession, requireCoach, withWholeFollowUp } from '../domain/new-session.ts';
import { asName, parse, property } from '../domain/parse.ts';
import { nameOf, type Reference, requireMember } from '../domain/reference.ts';
import { schoolYearOf } from '../domain/school-year.ts';
import { isSessionId, type Session, type SessionDraft, sessions as table } from '../domain/sessions.ts';
import type { Member } from '../domain/staff.ts';
import { asAnswers, asSteps, type Step, type StepAnswer, type StepDraft, sayAnswers } from '../domain/steps.ts';
import { archiveName, turnOf, yearsUpTo } from '../domain/years.ts';
import type { Context } from './context.ts';
import { asDraft } from './drafts.ts';
import { addGroup, followFirst, refuseFollower } from './groups.ts';
import { command, query } from './procedure.ts';
import { addSteps, earlierSteps, stillToAdd } from './steps.ts';

export const sessions = { save: command(save), edit: command(edit), read: query(read), list: query(list) };

/** A conversation as the form sends it: its own cells, and what belongs to it on other tabs. */
export type NewSession = SessionDraft & {
  readonly steps?: readonly StepDraft[];
  readonly answers?: readonly StepAnswer[];
  /** Who else was coached, of a group. */
  readonly others?: readonly AlsoCoached[];
};

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

/** What a coach is told after correcting a session. */
export type Edited = Saved & {
  /** What was changed, by header. */
  readonly changed: readonly string[];
  /** Who has to send the invitation, when it is somebody else; it stands in their calendar. */
  readonly sender: string;
};

/** A conversation in a list. */
export type Met = {
  readonly id: string;
  readonly date: Day;
  readonly kind: string;
  readonly coach: string;
  /** Nothing for those who may know only that it took place. */
  readonly theme: string;
  readonly followUpDate: Day;
  readonly status: string;
  readonly mayChange: boolean;
  /** To its row. */
  readonly link: string;
};

/** A saved session as far as whoever asks may see it. */
export type SavedSession = {
  readonly id: string;
  readonly row: number;
  readonly link: string;
  /** What was typed; nothing for those who may know only that it took place. */
  readonly session: SessionDraft | null;
  readonly coach: string;
  readonly coachee: string;
  readonly team: string;
  readonly followUpDate: Day;
  readonly followUpTime: Time;
  readonly status: string;
  readonly mayChange: boolean;
  /** Why it cannot be corrected, or until when it can. */
  readonly why: string;
  readonly savedBy: string;
  readonly savedAt: Moment;
  /** The last correction. */
  readonly edited: { readonly who: string; readonly at: Moment; readonly what: string } | null;
};

/** Adds a conversation to the Sessions tab, the wish for its follow-up's invitation included. */
function save(context: Context, input: NewSession): () => Saved {
  const { book, user, clock } = context;
  const reference = book.reference();
  const coach = requireCoach(reference, user);
  const typed = withWholeFollowUp(parse(table, input, neededKeys(property(input, 'kind'))), reference);
  if (!isSessionId(typed.id)) throw new UserError('invalid', 'This session has no proper id. Open a new session.');
  const of = { id: typed.id, date: typed.date, coach: coach.email, coachee: typed.coachee };
  const said = { decided: asSteps(property(input, 'steps')), answers: asAnswers(property(input, 'answers')) };
  const earlier = earlierSteps(context, of, said.answers);
  const group = typed.kind === 'Group' ? asGroup(property(input, 'others'), typed) : [];
  const draft = { ...typed, howItWent: withAnswers(typed.howItWent, said.answers, earlier) };
  const there = book.find(table, draft.id);
  // A draft that outlived its year: only then is it worth looking there.
  const isOld = !there && draft.date < turnOf(clock.today).from;
  const kept = isOld ? context.archive.find(table, draft.id, [schoolYearOf(draft.date)]) : undefined;
  if (kept?.row.coach === coach.email) throw archived(kept.year);
  const answer = there
    ? savedAlready(context, reference, coach, there, draft)
    : added(context, newSession(reference, coach, draft, clock, group.length > 0 ? draft.id : ''));
  addSteps(context, of, said, earlier);
  addGroup(context, reference, coach, draft, group);
  return answer;
}

function added({ book }: Context, row: Session): () => Saved {
  const placed = book.append(table, row);
  return () => ({
    id: row.id,
    row: placed.at,
    link: book.link(table, placed.at),
    already: false,
    invitation: row.followUpDate !== '',
  });
}

// What has become of earlier steps, below what was typed of it.
function withAnswers(typed: string, answers: readonly StepAnswer[], earlier: readonly Placed<Step>[]): string {
  const said = sayAnswers(
    answers,
    earlier.map(({ row }) => row),
  );
  return [typed, said].filter((words) => words !== '').join('\n');
}

const neededKeys = (kind: unknown): (keyof SessionDraft)[] => ['id', ...neededOf(kind).map(([key]) => key)];

// An earlier try was written and its answer lost. What is missing of it is filled in; where it says something else, what
// was typed since is neither thrown away nor written over it.
function savedAlready(
  context: Context,
  reference: Reference,
  coach: Member,
  there: Placed<Session>,
  draft: SessionDraft,
): () => Saved {
  const { row, at } = there;
  if (row.coach !== coach.email) {
    throw new UserError('invalid', 'This session has no proper id of its own. Open a new session.');
  }
  const other = differing(draftOf(row), draft);
  if (other.some((key) => !isBlank(row[key]))) {
    throw new UserError(
      'stale',
      'This session was saved by an earlier try, with other words than these. Look at both versions.',
    );
  }
  // Made by the add-on, and gone with a column that somebody deleted in between.
  const isHalf = row.savedBy === '' || (draft.followUpDate !== '' && (row.eventId === '' || row.status === ''));
  if (other.length > 0 || isHalf) {
    const whole = Object.entries(newSession(reference, coach, draft, context.clock));
    const lost = whole.filter(([key, value]) => isBlank(property(row, key)) && !isBlank(value));
    context.book.change(table, there, Object.fromEntries(lost));
  }
  const { book } = context;
  if (!book.sees(table, at)) book.widen(table);
  return () => ({
    id: row.id,
    row: at,
    link: book.link(table, at),
    already: true,
    invitation: draft.followUpDate !== '',
  });
}

const isBlank = (value: unknown): boolean => value === null || String(value) === '';

/** Corrects a saved session; the Log keeps who changed which columns and when, never a word. */
function edit(
  context: Context,
  input: {
    readonly base: SessionDraft;
    readonly draft: SessionDraft;
    readonly edit: string;
    /** Steps that the correction adds, as when a Martini grows into a whole session. */
    readonly steps?: readonly StepDraft[];
    /** What a try to save it said besides, where that has become this correction: it may not have been written. */
    readonly saved?: Pick<NewSession, 'steps' | 'answers'>;
  },
): () => Edited {
  const { book, user, clock } = context;
  const reference = book.reference();
  const editor = requireMember(reference, user);
  const corrected = property(input, 'draft');
  const draft = withWholeFollowUp(parse(table, corrected, neededKeys(property(corrected, 'kind'))), reference);
  const base = withWholeFollowUp(asDraft(property(input, 'base'), clock.today), reference);
  const editId = asName(property(input, 'edit'));
  if (!isSessionId(editId) || base.id !== draft.id) {
    throw new UserError('invalid', 'This correction has no proper id. Open the session again.');
  }
  const there = requireSession(context, reference, draft.id);
  const may = mayCorrect(reference, user, there.row, clock.today);
  if (!may.allowed) throw new UserError('forbidden', may.why);
  const now = withWholeFollowUp(asDraft(draftOf(there.row), clock.today), reference);
  refuseNewer(now, base, draft);
  const meant = differing(base, draft);
  const lines = linesAbout(context, draft.id);
  const state = stateFromLog(lines);
  const isOwn = ({ id }: Line): boolean => id.endsWith(editId);
  const own = lines.find(isOwn);
  const before = stateFromLog(own ? lines.slice(0, lines.indexOf(own)) : lines) ?? there.row.status;
  refuseFollower(book, reference, there.row, base, draft);
  const isPlannedAnew = own?.event === 'Replanned' || isReplanned(there.row, base, draft, clock.today);
  const replan = isPlannedAnew ? replanned(there.row, draft, before, editId) : undefined;
  // An earlier try wrote all of it, and the follow-up, if it changed, has been seen to since.
  const isSeenTo = own !== undefined && state !== 'Waiting' && there.row.eventId === replan?.eventId;
  const isDone = differing(now, draft).length === 0 && (!replan || isSeenTo);
  const values = isDone ? {} : correctedCells(reference, there.row, base, draft, replan, clock);
  // Once, unless something became of the invitation between two tries: then it is the Log that says it waits again.
  if (!isDone && (!own || (replan && state !== 'Waiting'))) {
    const event = replan ? 'Replanned' : 'Edited';
    const detail = sayColumns(meant);
    book.note({ id: `${event} ${editId}`, at: clock.now, who: editor.email, event, session: draft.id, detail });
  }
  if (Object.keys(values).length > 0) book.change(table, there, values);
  const { followUpDate, followUpTime, followUpMinutes } = draft;
  if (replan) followFirst(book, there.row, { followUpDate, followUpTime, followUpMinutes });
  const made = `${draft.id}.${editId}`;
  const decided = stillToAdd(context, draft, made, asSteps(property(input, 'steps')));
  const besides = property(input, 'saved');
  const saved = { decided: asSteps(property(besides, 'steps')), answers: asAnswers(property(besides, 'answers')) };
  const of = { ...there.row, ...draft };
  addSteps(context, of, { decided, answers: [] }, [], { made });
  addSteps(context, of, saved, earlierSteps(context, of, saved.answers), { isTyped: false });
  const mine = there.row.savedBy === editor.email;
  return () => ({
    id: draft.id,
    row: there.at,
    link: book.link(table, there.at),
    already: isDone,
    invitation: replan !== undefined && mine,
    changed: meant.map((key) => sayColumns([key])),
    sender: replan && !mine ? nameOf(reference, there.row.savedBy) : '',
  });
}

/** A saved session, as far as whoever asks may see it. */
function read(context: Context, id: string): SavedSession {
  const { book, user, clock } = context;
  const reference = book.reference();
  requireMember(reference, user);
  const { row, at } = requireSession(context, reference, asName(id));
  const may = mayCorrect(reference, user, row, clock.today);
  const edits = linesAbout(context, row.id).filter(({ event }) => event === 'Edited' || event === 'Replanned');
  const last = edits[edits.length - 1];
  return {
    id: row.id,
    row: at,
    link: book.link(table, at),
    session: mayRead(reference, user, row) === 'all' ? draftOf(row) : null,
    coach: nameOf(reference, row.coach),
    coachee: nameOf(reference, row.coachee),
    team: row.team,
    followUpDate: row.followUpDate,
    followUpTime: row.followUpTime,
    status: row.status,
    mayChange: may.allowed,
    why: may.why,
    savedBy: nameOf(reference, row.savedBy),
    savedAt: row.savedAt,
    edited: last ? { who: nameOf(reference, last.who), at: last.at, what: last.detail } : null,
  };
}

const mostInList = 60;

/** The conversations with one coachee that whoever asks may see, the latest first. */
function list({ book, user, clock }: Context, coachee: string): Met[] {
  const reference = book.reference();
  requireMember(reference, user);
  const keys = [
    'date',
    'kind',
    'coach',
    'coachee',
    'team',
    'theme',
    'followUpDate',
    'status',
    'savedAt',
    'id',
  ] as const;
  return book
    .columns(table, keys)
    .filter(
      ({ row }) => row.id !== '' && row.coachee === asName(coachee) && mayRead(reference, user, row) !== 'nothing',
    )
    .sort((one, other) => other.row.date.localeCompare(one.row.date))
    .slice(0, mostInList)
    .map(({ row, at }) => ({
      id: row.id,
      date: row.date,
      kind: row.kind,
      coach: nameOf(reference, row.coach),
      theme: mayRead(reference, user, row) === 'all' ? row.theme : '',
      followUpDate: row.followUpDate,
      status: row.status,
      mayChange: mayCorrect(reference, user, row, clock.today).allowed,
      link: book.link(table, at),
    }));
}

// A session that somebody may not see is, to them, not there.
function requireSession({ archive, book, clock, user }: Context, reference: Reference, id: string): Placed<Session> {
  const there = book.find(table, id);
  if (there && mayRead(reference, user, there.row) !== 'nothing') return there;
  const kept = there || !isSessionId(id) ? undefined : archive.find(table, id, yearsUpTo(clock.today));
  if (kept && mayRead(reference, user, kept.row) !== 'nothing') throw archived(kept.year);
  throw new UserError('missing', 'That session is not on the Sessions tab, or it is not yours to see.');
}

const archived = (year: string): UserError =>
  new UserError(
    'missing',
    `This session is saved and was archived with its school year. It stands on the tab ${archiveName(table.name, year)} and is not corrected any more.`,
  );

type Line = Pick<LogRow, 'id' | 'at' | 'who' | 'event' | 'detail'>;

function linesAbout({ book }: Context, session: string): Line[] {
  const lines = book.columns(log, ['at', 'who', 'event', 'session', 'detail', 'id']).map(({ row }) => row);
  return inOrder(lines.filter((line) => line.session === session));
}
