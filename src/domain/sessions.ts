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
import { evidenceSources, focusChoosers, prompts, sessionKinds } from './policy.ts';

/**
 * What has become of a follow-up's invitation. `Waiting` is to be sent, or called off; `Accepted`, `Declined` and
 * `Tentative` are what the coachee has answered; `Not sent` was refused by
 * Calendar; `Removed` was deleted by a person; `Cancelled` was called off by correcting the session.
 */
export const followUpStates = [
  'Waiting',
  'Invited',
  'Accepted',
  'Declined',
  'Tentative',
  'Not sent',
  'Removed',
  'Cancelled',
] as const;

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
  team: text('Team', { made: true, help: "The coachee's team on that day.", width: 140 }),
  theme: text('Theme', { help: 'What it was about, from the list in Settings.', width: 150 }),
  howItWent: longText("How's it been going?", {
    help: 'What has become of what was decided last time, a line for each step.',
  }),
  strength: longText('Strength', { required: true, help: prompts.strength }),
  target: longText('Target', { required: true, help: prompts.target }),
  reality: longText('Reality', { help: prompts.reality }),
  ideas: longText('Ideas', { help: prompts.ideas }),
  decision: longText('Decision', { help: prompts.decision }),
  evaluation: longText('Evaluation', { help: prompts.evaluation }),
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
  group: text('Group id', { made: true, help: 'The same for all who were coached together.', machine: true }),
});

export type Session = Row<typeof sessions>;
export type SessionDraft = Draft<typeof sessions>;

/** Whether a text is a session's id as the sidebar makes it: a UUID in lower case. */
export function isSessionId(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}
