import { roles } from '../../domain/policy.ts';
import { figure, rowsOf, type Section, shareOf } from './figure.ts';
import { halfTerms } from './when.ts';

/** How many teams stand by name; the others are counted together. */
export const teamRows = 10;

const active = 'Coverage_State,"<>Left"';
const coached = (column: string): string => `COUNTIFS(Coverage_${column},">0",${active})`;
const all = 'The policy asks for the ongoing coaching of all staff.';
const rest = (key: string, rows: number): ((column: number, whole: string) => string) => {
  return (column, whole) => `=${whole}-SUM([${key}1:${column}]:[${key}${rows}:${column}])`;
};
const others = rest('team', teamRows);
const heads = ['Staff', 'Half-term', 'Year', 'Of all'];
const shown = [undefined, undefined, undefined, 'share'] as const;

/** Who is being coached. */
export const coverage = (): Section => ({
  title: 'Coverage: who is being coached',
  figures: [
    figure(
      'staff',
      'Staff',
      'COUNTIFS(Staff_Active,TRUE,Staff_Email,"<>")',
      'All active staff: the office, the site and lunchtime included.',
    ),
    figure(
      'coachedNow',
      'Staff coached this half-term',
      coached('This_half_term'),
      'Active staff with at least one session since this half-term began.',
    ),
    figure('coachedNowShare', '… of all staff', shareOf('[coachedNow]', '[staff]'), all, 'share'),
    figure(
      'coachedYear',
      'Staff coached this school year',
      coached('This_year'),
      'Active staff with at least one session since 1 September.',
    ),
    figure('coachedYearShare', '… of all staff', shareOf('[coachedYear]', '[staff]'), all, 'share'),
  ],
  grids: [
    {
      title: 'Team',
      about: 'Active staff of the team, those coached this half-term and this school year, and their share.',
      heads,
      shown,
      rows: [
        ...rowsOf(teamRows, (number) => {
          const name = `[team${number}:0]`;
          const known = (formula: string): string => `=IF(${name}="","",${formula})`;
          const of = (when: string): string => known(`COUNTIFS(Coverage_Team,${name},Coverage_${when},">0",${active})`);
          return {
            key: `team${number}`,
            label: `=IFERROR(INDEX(Teams_Team,${number})&"","")`,
            formulas: [
              known(`COUNTIFS(Staff_Team,${name},Staff_Active,TRUE,Staff_Email,"<>")`),
              of('This_half_term'),
              of('This_year'),
              known(shareOf(`[team${number}:3]`, `[team${number}:1]`)),
            ],
          };
        }),
        {
          key: 'otherTeams',
          label: 'Another team, or none',
          formulas: [
            others(1, '[staff]'),
            others(2, '[coachedNow]'),
            others(3, '[coachedYear]'),
            `=${shareOf('[otherTeams:3]', '[otherTeams:1]')}`,
          ],
        },
      ],
    },
    {
      title: 'Role',
      about: 'The same by the roles of the Staff tab; who has two of them counts under both.',
      heads,
      shown,
      rows: [
        ...roles.map((role, index) => {
          const of = (when: string): string => `=COUNTIFS(Coverage_Roles,"*${role}*",Coverage_${when},">0",${active})`;
          return {
            key: `role${index + 1}`,
            label: role,
            formulas: [
              `=COUNTIFS(Staff_Roles,"*${role}*",Staff_Active,TRUE,Staff_Email,"<>")`,
              of('This_half_term'),
              of('This_year'),
              `=${shareOf(`[role${index + 1}:3]`, `[role${index + 1}:1]`)}`,
            ],
          };
        }),
        {
          key: 'noRole',
          label: 'No role',
          formulas: [
            '=[staff]-[leaders]',
            `=[coachedNow]-COUNTIFS(Coverage_Leader,"*@*",Coverage_This_half_term,">0",${active})`,
            '=[coachedYear]-[leadersCoached]',
            `=${shareOf('[noRole:3]', '[noRole:1]')}`,
          ],
        },
      ],
    },
  ],
});

/** Whether it lasts. */
export const sustained = (): Section => ({
  title: 'Sustained: does it last?',
  figures: [
    figure(
      'everyHalfTerm',
      'Coached in every half-term',
      `IF([begun]=0,0,COUNTIFS(Coverage_Half_terms,">="&[begun],${active}))`,
      'Active staff with enough sessions in each half-term begun this school year.',
    ),
    figure(
      'everyHalfTermShare',
      '… of all staff',
      shareOf('[everyHalfTerm]', '[staff]'),
      'If coaching happens throughout the year, the improvement will be sustained.',
      'share',
    ),
    figure(
      'oneOffs',
      'One-offs',
      `COUNTIFS(Coverage_This_year,1,${active})`,
      'Active staff with exactly one session this school year.',
    ),
    ...(['yes', 'sometimes', 'no'] as const).map((answer) =>
      figure(
        `tail_${answer}`,
        `Still doing it: ${answer}`,
        `COUNTIFS(Plans_Agreement,"agreed",Plans_Still_doing_it_,"${answer}")`,
        'What coachees say of their plans six to twelve weeks after the target was resolved.',
      ),
    ),
    figure(
      'tailShare',
      '… yes, of all answers',
      shareOf('[tail_yes]', '([tail_yes]+[tail_sometimes]+[tail_no])'),
      'New strategies are rarely sustained and usually tail off; here is how many did not.',
      'share',
    ),
  ],
  grids: [
    {
      title: 'Half-terms with enough sessions',
      about: 'Active staff by the number of half-terms of this school year with enough sessions.',
      heads: ['Staff'],
      rows: rowsOf(halfTerms + 1, (number) => ({
        key: `lasting${number - 1}`,
        label: number === 1 ? 'None yet' : number === 2 ? '1 half-term' : `${number - 1} half-terms`,
        formulas: [`=COUNTIFS(Coverage_Half_terms,${number - 1},${active})`],
      })),
    },
  ],
});
