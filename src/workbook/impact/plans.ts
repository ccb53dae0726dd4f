import { evidenceOutcomes } from '../../domain/evidence.ts';
import { targetStates } from '../../domain/plans.ts';
import { evidenceSources } from '../../domain/policy.ts';
import { figure, type Section, shareOf, since } from './figure.ts';

// Rows of Plans by themselves, as noughts and ones: only what both have agreed to counts.
const agreed = '(Plans_Agreement="agreed")';
const done = '((Plans_Target="resolved")+(Plans_Target="celebrated"))';
const isOpen = `(1-${done})`;
const later =
  '((Plans_Coach_agreed>Plans_Coachee_agreed)*Plans_Coach_agreed+(Plans_Coach_agreed<=Plans_Coachee_agreed)*Plans_Coachee_agreed)';
const began = `INT${later}`;
const ofPair = 'Sessions_Coach_email,Plans_Coach_email,Sessions_Coachee_email,Plans_Coachee_email,Sessions_Date';
const metSinceReview = `(COUNTIFS(${ofPair},">="&Plans_Review_date)>0)`;
const reviewCame = '(Plans_Review_date<=[today])*(Plans_Review_date>0)';
const sum = (...factors: readonly string[]): string => `SUMPRODUCT(${factors.join('*')})`;
const ofResolved = (amount: string): string =>
  `IF([resolvedAll]=0,"none resolved yet",IFERROR(${sum(agreed, done, amount)}/[resolvedAll],"a day on Plans is no day"))`;

/** Plans that both have agreed to. */
export const plans = (): Section => ({
  title: 'Plans: agreed by both',
  figures: [
    figure(
      'agreed',
      'Plans agreed by both',
      'COUNTIFS(Plans_Agreement,"agreed")',
      'Coach and coachee have both agreed. A plan that only one has agreed to is in none of these figures.',
    ),
    ...targetStates.map((state) =>
      figure(
        state,
        `… ${state}`,
        `COUNTIFS(Plans_Agreement,"agreed",Plans_Target,"${state}")`,
        'Of these, where the target stands by now.',
      ),
    ),
    figure('resolvedAll', 'Resolved so far', '[resolved]+[celebrated]', 'What is celebrated was resolved before.'),
    figure(
      'reviewed',
      'Reviewed',
      `IFERROR(${sum(agreed, reviewCame, metSinceReview)},0)`,
      'The review day has come, and the two have met on it or since.',
    ),
    figure(
      'reviewsDue',
      'Review overdue',
      `IFERROR(${sum(agreed, isOpen, reviewCame, '(Plans_Review_date<[today])', `(1-${metSinceReview})`)},0)`,
      'Still worked on; the review day has passed and the two have not met since.',
    ),
    figure(
      'daysToResolve',
      'Days to resolve',
      ofResolved(`(Plans_Resolved_on-${began})`),
      'On average, from the day on which both had agreed to the day it was resolved.',
      'tenth',
    ),
    figure(
      'sessionsToResolve',
      'Sessions to resolve',
      ofResolved(`COUNTIFS(${ofPair},">="&${began},Sessions_Date,"<="&Plans_Resolved_on)`),
      'On average, sessions of the two between these days.',
      'tenth',
    ),
    figure('openPlans', 'Worked on', '[agreed]-[resolvedAll]', 'Agreed and not resolved yet.'),
    figure(
      'lingering',
      'Lingering',
      `IF(COUNTIFS(Term_dates_First_day,[last])=0,0,${sum(agreed, isOpen, `(${later}<[last])`)})`,
      'Worked on for more than two half-terms: agreed before the last half-term began.',
    ),
  ],
});

// Evidence for a plan that is not agreed does not count yet.
const ofDrafts = (conditions: string): string =>
  `SUMPRODUCT((Plans_Plan_id<>"")*(Plans_Agreement<>"agreed")*COUNTIFS(Evidence_Plan_id,Plans_Plan_id,${conditions}))`;
const pieces = (source: string, outcome: string): string => {
  const conditions = `Evidence_Source,"${source}",Evidence_Pupil_outcome,"${outcome}",${since('Evidence_Date')}`;
  return `=COUNTIFS(${conditions})-${ofDrafts(conditions)}`;
};
const withEvidence = (more = ''): string => sum(agreed, `(COUNTIFS(Evidence_Plan_id,Plans_Plan_id${more})>0)`);

/** What has changed for pupils. */
export const outcomes = (): Section => ({
  title: 'Pupil outcomes: what has changed for pupils?',
  figures: [
    figure(
      'plansWithEvidence',
      'Plans with evidence',
      withEvidence(),
      'Agreed by both, with at least one piece of evidence.',
    ),
    figure(
      'plansMoved',
      '… where the outcome moved',
      withEvidence(',Evidence_Pupil_outcome,"moved"'),
      'At least one piece says that the pupil outcome moved.',
    ),
    figure(
      'plansMovedShare',
      '… of plans with evidence',
      shareOf('[plansMoved]', '[plansWithEvidence]'),
      'Pupil outcomes are the key indicators of the success of the process.',
      'share',
    ),
  ],
  grids: [
    {
      title: 'Source',
      about:
        'Pieces of evidence of this school year, for agreed plans and for teams. Three answers, none of them better.',
      heads: ['Moved', 'Not moved', 'Too early', 'All'],
      rows: [
        ...evidenceSources.map((source, index) => ({
          key: `source${index + 1}`,
          label: source.charAt(0).toUpperCase() + source.slice(1),
          formulas: [
            ...evidenceOutcomes.map((outcome) => pieces(source, outcome)),
            `=SUM([source${index + 1}:1]:[source${index + 1}:3])`,
          ],
        })),
        {
          key: 'evidence',
          label: 'All sources',
          formulas: [1, 2, 3, 4].map(
            (column) => `=SUM([source1:${column}]:[source${evidenceSources.length}:${column}])`,
          ),
        },
      ],
    },
  ],
});
