import { focusChoosers, sessionKinds } from '../../domain/policy.ts';
import { themeCount, themeSetting } from '../../domain/settings.ts';
import { figure, rowsOf, type Section, setting, shareOf, since } from './figure.ts';

const active = 'Coverage_State,"<>Left"';
const sessions = since('Sessions_Date');
// Row by row of Sessions; a day that is a word would be more than any number.
const leads = (who: 'Coach' | 'Coachee'): string => `(COUNTIF(Coverage_Leader,Sessions_${who}_email)>0)`;

/** What the conversations are about, and who chose it. */
export const focus = (): Section => ({
  title: 'Focus: what is it about, and who chose?',
  figures: [],
  grids: [
    {
      title: 'Theme',
      about: 'Sessions this school year, by the themes of the Settings tab.',
      heads: ['Sessions'],
      rows: [
        ...rowsOf(themeCount, (number) => ({
          key: `theme${number}`,
          label: `=${setting(themeSetting(number))}`,
          formulas: [`=IF([theme${number}:0]="","",COUNTIFS(Sessions_Theme,[theme${number}:0],${sessions}))`],
        })),
        {
          key: 'otherThemes',
          label: 'Another theme, or none',
          formulas: [`=[sessionsYear]-SUM([theme1]:[theme${themeCount}])`],
        },
      ],
    },
    {
      title: 'Focus chosen by',
      about: 'Sessions this school year. With coaching you choose the area you want to focus on.',
      heads: ['Sessions'],
      rows: [
        ...focusChoosers.map((chooser, index) => ({
          key: `chooser${index + 1}`,
          label: chooser,
          formulas: [`=COUNTIFS(Sessions_Focus_chosen_by,"${chooser}",${sessions})`],
        })),
        {
          key: 'noChooser',
          label: 'Not said',
          formulas: [`=[sessionsYear]-SUM([chooser1]:[chooser${focusChoosers.length}])`],
        },
      ],
    },
  ],
});

/** How people talk with each other. */
export const conversation = (): Section => ({
  title: 'Conversation: how often, and of which kind?',
  figures: [
    figure(
      'sessionsNow',
      'Sessions this half-term',
      'COUNTIFS(Sessions_Date,">="&[halfTerm])',
      'Coaching conversations since this half-term began. Of a group each coachee has one.',
    ),
    figure(
      'sessionsThen',
      '… in as many days before',
      'IF(COUNT([last])=0,0,COUNTIFS(Sessions_Date,">="&[last],Sessions_Date,"<="&[last]+[today]-[halfTerm]))',
      'Sessions in the same number of days at the beginning of the half-term before.',
    ),
    figure(
      'sessionsYear',
      'Sessions this school year',
      `COUNTIFS(${sessions})`,
      'Coaching conversations since 1 September. Of a group each coachee has one.',
    ),
    figure(
      'hours',
      'Hours',
      `SUMIFS(Sessions_Minutes,${sessions})/60`,
      'Of these sessions, as far as somebody wrote down how long they took.',
      'tenth',
    ),
  ],
  grids: [
    {
      title: 'Kind',
      about: 'Sessions this school year: formal, Martini (any time, any place, anywhere) or a group.',
      heads: ['Sessions'],
      rows: sessionKinds.map((kind, index) => ({
        key: `kind${index + 1}`,
        label: kind,
        formulas: [`=COUNTIFS(Sessions_Kind,"${kind}",${sessions})`],
      })),
    },
  ],
});

/** Who coaches. */
export const capacity = (): Section => ({
  title: 'Capacity: who coaches?',
  figures: [
    figure(
      'coaches',
      'Coaches this school year',
      `COUNTIFS(Coverage_As_coach_this_year,">0",${active})`,
      'Active staff who have coached somebody since 1 September.',
    ),
    figure(
      'newCoaches',
      '… new this school year',
      `IF(COUNTIFS(Sessions_Date,"<"&[year])=0,"cannot tell",COUNTIFS(Coverage_As_coach_this_year,">0",Coverage_As_coach_before,0,${active}))`,
      'Who coach nobody in an earlier row of Sessions; where it has none, it cannot be told.',
    ),
    figure(
      'coachesNow',
      'Coaches this half-term',
      `COUNTIFS(Coverage_As_coach_this_half_term,">0",${active})`,
      'Active staff who have coached somebody since this half-term began.',
    ),
    figure(
      'load',
      'Sessions for each coach',
      shareOf(`SUMIFS(Coverage_As_coach_this_half_term,${active})`, '[coachesNow]'),
      'This half-term, on average.',
      'tenth',
    ),
    figure('mostLoad', 'The most of one coach', 'MAX(0,Coverage_As_coach_this_half_term)', 'Sessions this half-term.'),
    figure(
      'leaders',
      'Staff with a role',
      `COUNTIFS(Coverage_Leader,"*@*",${active})`,
      'Active staff with a role on the Staff tab.',
    ),
    figure(
      'leadersCoached',
      '… who are coached themselves',
      `COUNTIFS(Coverage_Leader,"*@*",Coverage_This_year,">0",${active})`,
      'At least one session since 1 September.',
    ),
  ],
  grids: [
    {
      title: 'Who coaches whom',
      about:
        'Sessions this school year, by whether the two have a role on the Staff tab. Coaching is not hierarchical.',
      heads: ['With a role', 'Without'],
      rows: [
        {
          key: 'byLeaders',
          label: 'Coach with a role',
          formulas: [
            `=SUMPRODUCT((Sessions_Date>=[year])*(Sessions_Date<1000000)*${leads('Coach')}*${leads('Coachee')})`,
            '=SUMIFS(Coverage_As_coach_this_year,Coverage_Leader,"*@*")-[byLeaders:1]',
          ],
        },
        {
          key: 'byOthers',
          label: 'Coach without',
          formulas: [
            '=SUMIFS(Coverage_This_year,Coverage_Leader,"*@*")-[byLeaders:1]',
            '=[sessionsYear]-[byLeaders:1]-[byLeaders:2]-[byOthers:1]',
          ],
        },
      ],
    },
  ],
});
