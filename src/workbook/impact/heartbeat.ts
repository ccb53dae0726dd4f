import { claims } from '../../domain/evidence.ts';
import { settings, themeCount } from '../../domain/settings.ts';
import { figure, type Section, setting, shareOf } from './figure.ts';

// Of fewer nothing is said.
const fewest = 5;

/** How one of the policy's claims is looked at. */
interface Pulse {
  readonly number: string;
  /** What must be at least five before anything is said of it. */
  readonly of?: string;
  readonly holds: string;
  readonly about: string;
  /** Whether its figure is a number of things, not a share. */
  readonly isCount?: boolean;
}

const among = (share: string): string => `Holding from ${share} on.`;

const pulsesOf = (): Readonly<Record<(typeof claims)[number], Pulse>> => ({
  'Capacity building': {
    number: '[newCoaches]',
    holds: '>=1',
    about: 'New coaches this school year. Holding from one on.',
    isCount: true,
  },
  "Develops a 'Growth Mindset'": {
    number: shareOf(
      'SUMPRODUCT((Plans_Agreement="agreed")*((Plans_Target="resolved")+(Plans_Target="celebrated"))*(COUNTIFS(Plans_Coachee_email,Plans_Coachee_email,Plans_Agreement,"agreed")>1))',
      '[resolvedAll]',
    ),
    of: '[resolvedAll]',
    holds: '>=0.5',
    about: `Resolved plans whose coachee has agreed to another one. ${among('half')}`,
  },
  'Grows self-esteem': {
    number: shareOf(
      '(COUNTIFS(Steps_Date,">="&[year],Steps_Kind,"watch someone")+COUNTIFS(Steps_Date,">="&[year],Steps_Kind,"try it out together"))',
      '[steps]',
    ),
    of: '[steps]',
    holds: '>=0.2',
    about: `Steps this school year that try something out or watch somebody. ${among('one in five')}`,
  },
  'In context': {
    number: shareOf('SUM(Coverage_In_own_team)', '[sessionsYear]'),
    of: '[sessionsYear]',
    holds: '>=0.5',
    about: `Sessions this school year with a coach of the coachee’s team. ${among('half')}`,
  },
  Efficiency: {
    number: shareOf('[lingering]', '[openPlans]'),
    of: '[openPlans]',
    holds: '<=0.2',
    about: 'Plans worked on that linger over two half-terms. Holding up to one in five.',
  },
  'Fosters team spirit': {
    number: shareOf('[leadersCoached]', '[leaders]'),
    of: '[leaders]',
    holds: '>=0.5',
    about: `Staff with a role who are coached themselves this school year. ${among('half')}`,
  },
  'Develops a dialogue about pedagogy': {
    number: '[sessionsNow]',
    of: '[sessionsThen]',
    holds: '>=[sessionsThen]',
    about: 'Sessions this half-term. Holding from as many on as in the same days of the half-term before.',
    isCount: true,
  },
  'Sustained improvement': {
    number: '[tailShare]',
    of: '([tail_yes]+[tail_sometimes]+[tail_no])',
    holds: '>=0.5',
    about: `Coachees who are still doing it, weeks after it was resolved. ${among('half')}`,
  },
  'Personalised CPD': {
    number: shareOf(`MAX([theme1]:[theme${themeCount}])`, '[sessionsYear]'),
    of: '[sessionsYear]',
    holds: '<=1/3',
    about: 'Sessions this school year about the most frequent theme. Holding up to a third.',
  },
  Empowering: {
    number: shareOf('[chooser1]', '([sessionsYear]-[noChooser])'),
    of: '([sessionsYear]-[noChooser])',
    holds: '>=0.5',
    about: `Sessions whose focus the coachee chose, where it was said. ${among('half')}`,
  },
});

/** Why we have focused on coaching, claim by claim, and whether it holds. */
export function heartbeat(): Section {
  const pulses = pulsesOf();
  return {
    title: 'Policy heartbeat: why have we focused on coaching?',
    figures: [
      figure(
        'review',
        'Policy due for review',
        `IF(${setting(settings.policyReview.name)}="","not set",IFERROR(DATEVALUE(${setting(settings.policyReview.name)}),"not a day"))`,
        '=IF(COUNT([review])=0,"Settings can say when: Policy review due, such as 2026-10-01.",IF([review]<[today],"The review is overdue.","From Settings. The review is still to come."))',
        'day',
      ),
    ],
    grids: [
      {
        title: 'Claim',
        about: `Holding, not yet, or cannot tell: of fewer than ${fewest} nothing is said.`,
        heads: ['Figure', 'Verdict', 'What it counts, and when it holds'],
        shown: [undefined, 'words', 'words'],
        rows: claims.map((claim, index) => {
          const { number, of, holds, about, isCount } = pulses[claim];
          const own = `[claim${index + 1}]`;
          const tooFew = of === undefined ? `COUNT(${own})=0` : `${of}<${fewest}`;
          return {
            key: `claim${index + 1}`,
            label: claim,
            ...(!isCount && { shown: 'share' as const }),
            formulas: [`=${number}`, `=IF(${tooFew},"cannot tell",IF(${own}${holds},"holding","not yet"))`, about],
          };
        }),
      },
    ],
  };
}
