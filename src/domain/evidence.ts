/** Evidence of impact (C12): what was seen, where it comes from, and what it says about pupils. There is no grade. */
import { choice, type Draft, day, id, longText, moment, person, type Row, ref, table, text } from './columns.ts';
import { type Day, type Moment, sayDay } from './days.ts';
import { UserError } from './errors.ts';
import type { Plan } from './plans.ts';
import { evidenceSources } from './policy.ts';
import { memberOf, type Reference } from './reference.ts';
import { yearStart } from './school-year.ts';
import { isSessionId } from './sessions.ts';

/** What evidence says about the pupil outcome: three answers, none of them better than another. */
export const evidenceOutcomes = ['moved', 'not moved', 'too early to tell'] as const;
export type EvidenceOutcome = (typeof evidenceOutcomes)[number];

/** Sources that are about a team or a theme, unless the coachee asked for them: notes on one person make an observation. */
export const visits = ['drop in', 'learning walk'] as const;

/** One row is one piece of evidence, for a plan or for a team. */
export const evidence = table('Evidence', 'One row is one piece of evidence of impact, for a plan or a team.', {
  date: day('Date', { required: true, width: 90 }),
  by: person('Gathered by', { made: true, width: 120 }),
  source: choice('Source', evidenceSources, {
    required: true,
    help: "The policy's five sources, and other, such as pupil voice.",
    width: 170,
  }),
  team: ref('Team', 'Teams', { help: 'The team it is about, or that of the coachee.', width: 120 }),
  theme: text('Theme', { help: 'What it is about, from the list in Settings.', width: 150 }),
  coachee: person('Coachee', { made: true, help: 'Only where it is about a plan.', width: 120 }),
  // No tick box: one in every row would have each new row appended below the last of them.
  askedFor: choice('Coachee asked for it', ['yes'], {
    help: 'A drop in or a learning walk is about a team or a theme unless the coachee asked for it.',
    width: 90,
  }),
  startingPoint: longText('Starting point', { help: 'Where pupils were, so that a change can be seen.' }),
  seen: longText('What was seen', { required: true, help: 'What pupils did or could do. No pupil is named.' }),
  outcome: choice('Pupil outcome', evidenceOutcomes, {
    required: true,
    help: 'Moved, not moved, too early to tell: three answers, none of them better.',
    width: 120,
  }),
  link: text('Link', { help: 'To a file in Drive.', width: 200 }),
  plan: text('Plan id', { help: 'The plan it is for.', machine: true }),
  savedBy: text('Saved by', { made: true, machine: true }),
  savedAt: moment('Saved at', { made: true, machine: true }),
  id: id('Evidence id', { required: true, help: 'Made by the sidebar. Please leave it as it is.', machine: true }),
});

export type Evidence = Row<typeof evidence>;
export type EvidenceDraft = Draft<typeof evidence>;

/** Evidence before anything has been typed. */
export function emptyEvidence(evidenceId: string, date: Day): EvidenceDraft {
  return {
    id: evidenceId,
    date,
    source: '',
    team: '',
    theme: '',
    askedFor: '',
    startingPoint: '',
    seen: '',
    outcome: '',
    link: '',
    plan: '',
  };
}

/** Whether a source is one that is about a team or a theme, unless the coachee asked for it. */
export const isVisit = (source: string): boolean => visits.some((visit) => visit === source);

/** Whether evidence is to stay with the plan it was begun from, and so with a person. */
export const staysWithPlan = ({ plan, source, askedFor }: Pick<Evidence, 'plan' | 'source' | 'askedFor'>): boolean =>
  plan !== '' && (!isVisit(source) || askedFor === 'yes');

/** Whether a text is the address of a file, and nothing that a browser would run. */
export const isLink = (link: string): boolean => /^https?:\/\/[^\s"'<>]+$/i.test(link);

/**
 * The row of a piece of evidence. A drop in or a learning walk for which the coachee did not ask is kept for the team
 * alone, without the plan, the coachee and what was copied from the plan.
 * @throws UserError `invalid` with the field
 */
export function newEvidence(
  reference: Reference,
  by: string,
  draft: EvidenceDraft,
  plan: Pick<Plan, 'id' | 'coachee' | 'team' | 'startingPoint'> | undefined,
  { today, now }: { readonly today: Day; readonly now: Moment },
): Evidence {
  const refuse = (why: string, field?: string): never => {
    throw new UserError('invalid', why, field);
  };
  if (!isSessionId(draft.id)) refuse('This evidence has no proper id. Begin it again.');
  if (draft.date > today) refuse(`${sayDay(draft.date, today)} has not come yet. Give the day it was seen.`, 'date');
  if (draft.link !== '' && !isLink(draft.link))
    refuse('A link is one address that begins with https://. Copy it from the file.', 'link');
  const team = plan ? memberOf(reference, plan.coachee)?.team || plan.team : draft.team;
  const about = plan && staysWithPlan(draft) ? plan : undefined;
  if (!about && team === '') refuse(plan ? noTeam : 'Say which plan or team it is about.', plan ? 'source' : 'about');
  if (!plan && !reference.teams.some(({ name }) => name === team))
    refuse(`${team} is not on the Teams tab. Choose a team from the list.`, 'about');
  return {
    ...draft,
    by,
    team,
    coachee: about?.coachee ?? '',
    plan: about?.id ?? '',
    askedFor: about && isVisit(draft.source) ? 'yes' : '',
    startingPoint: !about && draft.startingPoint === plan?.startingPoint ? '' : draft.startingPoint,
    savedBy: by,
    savedAt: now,
  };
}

const noTeam = 'Nobody asked for it, and the coachee has no team to keep it for. Choose another source.';

/**
 * How many drop ins and learning walks about one person there were in the school year of a day, beside how many are
 * agreed: a count in words, and no more.
 */
export function sayVisits(
  coachee: string,
  whom: string,
  rows: readonly Pick<Evidence, 'coachee' | 'source' | 'date'>[],
  { settings: { agreedVisits } }: Pick<Reference, 'settings'>,
  today: Day,
): string {
  const year = yearStart(today);
  const held = rows.filter((row) => row.coachee === coachee && isVisit(row.source) && yearStart(row.date) === year);
  const counted = `Drop ins and learning walks about ${whom} this school year: ${held.length}; agreed: ${agreedVisits}.`;
  return held.length >= Number(agreedVisits) ? `${counted} Any more is for you to agree on together.` : counted;
}

/** What the policy says that coaching does (C43 to C65), by its ten headings: the heartbeat has a figure for each. */
export const claims = [
  'Capacity building',
  "Develops a 'Growth Mindset'",
  'Grows self-esteem',
  'In context',
  'Efficiency',
  'Fosters team spirit',
  'Develops a dialogue about pedagogy',
  'Sustained improvement',
  'Personalised CPD',
  'Empowering',
] as const;

/** One row is a sentence about the school from outside: of an inspection or a review (C68). */
export const quotations = table('Quotations', 'One row is one sentence from an inspection or a review.', {
  quotation: longText('Quotation', { required: true, help: 'Word for word.', width: 420 }),
  source: text('Source', { required: true, help: 'Who said it, and in which report.', width: 200 }),
  date: day('Date', { help: 'When the report came out.', width: 90 }),
  claim: choice('Supports', claims, { help: 'Which of the reasons for coaching it speaks for.', width: 200 }),
});

export type Quotation = Row<typeof quotations>;
