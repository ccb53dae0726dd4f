import {
  choice,
  choices,
  type Draft,
  day,
  id,
  longText,
  moment,
  number,
  person,
  type Row,
  table,
  text,
  time,
} from './columns.ts';
import { type Day, sayDay, type Time } from './days.ts';
import { UserError } from './errors.ts';
import { evidenceSources, focusChoosers, type PartKey, parts, sessionKinds } from './policy.ts';

/** What has become of a follow-up's invitation. `Not sent` was refused by Calendar, `Removed` was deleted by a person. */
export const followUpStates = ['Waiting', 'Invited', 'Not sent', 'Removed'] as const;

export type FollowUpState = (typeof followUpStates)[number];

/** The master tab: one row is one coaching conversation. The add-on only ever adds rows to it. */
export const sessions = table('Sessions', 'One row is one coaching conversation.', {
  date: day('Date', { required: true, help: 'The day of the conversation.', width: 90 }),
  halfTerm: text('Half-term', { made: true, help: 'The school year and half-term of the date.', width: 130 }),
  kind: choice('Kind', sessionKinds, {
    required: true,
    help: 'Formal, Martini (informal) or group coaching.',
    width: 80,
  }),
  coach: person('Coach', { made: true, help: 'Who coached: whoever saved the session.', width: 120 }),
  coachee: person('Coachee', { required: true, help: 'Who was coached.', width: 120 }),
  team: text('Team', { made: true, help: "The coachee's team on that day.", width: 110 }),
  theme: text('Theme', { help: 'What it was about, from the list in Settings.', width: 150 }),
  strength: longText('Strength', { required: true, help: parts[0].prompt }),
  target: longText('Target', { required: true, help: parts[1].prompt }),
  reality: longText('Reality', { help: parts[2].prompt }),
  ideas: longText('Ideas', { help: parts[3].prompt }),
  decision: longText('Decision', { help: parts[4].prompt }),
  evaluation: longText('Evaluation', { help: parts[5].prompt }),
  outcome: longText('Pupil outcome', { required: true, help: 'What will be different for pupils?' }),
  startingPoint: longText('Starting point', { help: 'Where pupils are now, so that a change can be seen.' }),
  evidence: choices('Evidence planned', evidenceSources, { help: 'Which sources will show it.', width: 150 }),
  focusBy: choice('Focus chosen by', focusChoosers, { help: 'Who chose what the session was about.', width: 110 }),
  minutes: number('Minutes', [1, 600], { help: 'How long the conversation took.', width: 70 }),
  followUpDate: day('Follow-up date', { help: 'When coach and coachee meet again.', width: 100 }),
  followUpTime: time('Follow-up time', { help: 'At what time, on the 24-hour clock.', width: 100 }),
  followUpMinutes: number('Follow-up minutes', [5, 240], { help: 'For how long.', width: 100 }),
  assistantHead: person('Assistant head', {
    made: true,
    help: "The assistant head to whom the coachee's team is delegated: invited to the follow-up.",
    width: 120,
  }),
  status: choice('Follow-up status', followUpStates, {
    made: true,
    help: 'What has become of the invitation. The Log tab holds the whole story.',
    width: 110,
  }),
  savedBy: text('Saved by', { made: true, help: 'In whose calendar the follow-up stands.', machine: true }),
  savedAt: moment('Saved at', { made: true, help: 'When the row was written.', machine: true }),
  id: id('Session id', { required: true, help: 'Made by the sidebar. Please leave it as it is.', machine: true }),
  eventId: text('Event id', { made: true, help: 'The follow-up in Google Calendar.', machine: true }),
});

export type Session = Row<typeof sessions>;
export type SessionDraft = Draft<typeof sessions>;

/** A session before anything has been typed. */
export function emptySession(id: string, date: Day): SessionDraft {
  return {
    id,
    date,
    kind: 'Formal',
    coachee: '',
    theme: '',
    strength: '',
    target: '',
    reality: '',
    ideas: '',
    decision: '',
    evaluation: '',
    outcome: '',
    startingPoint: '',
    evidence: [],
    focusBy: '',
    minutes: null,
    followUpDate: '',
    followUpTime: '',
    followUpMinutes: null,
  };
}

/** Whether anything was typed beyond what the form filled in by itself. */
export function hasWords(draft: SessionDraft): boolean {
  const typed = [draft.coachee, draft.theme, draft.outcome, draft.startingPoint, ...parts.map(({ key }) => draft[key])];
  return typed.some((words) => words.trim() !== '');
}

const needed = [
  ['coachee', 'a coachee'],
  ['date', 'a date'],
  ['strength', 'Strength'],
  ['target', 'Target'],
  ['outcome', 'a pupil outcome'],
] as const;

/** What a session still needs before it can be saved, by column key and as a coach would say it. */
export function missing(draft: SessionDraft): { key: keyof SessionDraft; words: string }[] {
  return needed.filter(([key]) => draft[key].trim() === '').map(([key, words]) => ({ key, words }));
}

/** `Strength and a pupil outcome, then it can be saved.`, or nothing when it can be. */
export function sayMissing(draft: SessionDraft): string {
  const words = missing(draft).map((each) => each.words);
  if (words.length === 0) return '';
  const list = words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
  return `${upperFirst(list ?? '')}, then it can be saved.`;
}

const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const ofPerformance =
  /\b(lessons?|grad(?:e|es|ed|ing)|outstanding|requires improvement|inadequate|performances?|performing|observ(?:ed|ation|ations)|plenar(?:y|ies)|delivery|pace|teaching)\b/i;
const ofPupils =
  /\b(pupils?|child(?:ren)?|learners?|class|year \d|they (?:can|will)|their (?:work|books|learning|progress))\b/i;

/**
 * Whether words speak of lessons, grades or performance and of no pupils. The form then asks what will be different
 * for pupils; it never blocks (C41: "focus on outcomes and not the 'performance' element of teaching").
 */
export function speaksOfPerformance(words: string): boolean {
  return ofPerformance.test(words) && !ofPupils.test(words);
}

/** The parts of STRIDE where the form asks that question. */
export const mirroredParts: readonly PartKey[] = ['target', 'evaluation'];

/**
 * What the columns alone cannot say about a session.
 * @throws UserError `invalid` with the field
 */
export function checkDates(draft: SessionDraft, today: Day, timeNow: Time): void {
  if (draft.date > today) {
    throw new UserError('invalid', `${sayDay(draft.date, today)} has not come yet. Give the day you talked.`, 'date');
  }
  if (draft.followUpDate === '') return;
  if (draft.followUpDate < today) {
    throw new UserError(
      'invalid',
      `${sayDay(draft.followUpDate, today)} has passed. Choose a day still to come.`,
      'followUpDate',
    );
  }
  if (draft.followUpTime === '') {
    throw new UserError('invalid', 'Say at what time you meet again, or take the follow-up date out.', 'followUpTime');
  }
  if (draft.followUpDate === today && draft.followUpTime <= timeNow) {
    throw new UserError(
      'invalid',
      `${draft.followUpTime} today has passed. Choose a time still to come.`,
      'followUpTime',
    );
  }
}

/** Whether a text is a session's id as the sidebar makes it: a UUID in lower case. */
export function isSessionId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}
