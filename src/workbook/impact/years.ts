import { figure, rowsOf, type Section, shareOf } from './figure.ts';

/** How many school years stand below the one that runs; the Years tab keeps more. */
const yearsBack = 5;

const nameOf = (back: number): string => `YEAR([year])-${back}&"/"&RIGHT(YEAR([year])-${back}+1,2)`;
// Who archived a year is written last of all.
const isArchived = (back: number): string => `COUNTIFS(Years_Year,${nameOf(back)},Years_Archived_by,"<>")>0`;

/** One school year beside the others. */
export const yearOnYear = (): Section => ({
  title: 'Year on year: does it grow?',
  figures: [
    figure(
      'yearsKept',
      'Years archived',
      'COUNTIFS(Years_Year,"<>",Years_Archived_by,"<>")',
      'On the Years tab. Before the first one there is nothing to compare with.',
    ),
  ],
  grids: [
    {
      title: 'School year',
      about:
        'This year so far, as above, and the five before it as the Years tab keeps them. Resolved: plans resolved in the year.',
      heads: ['Staff', 'Coached', 'Sessions', 'Resolved', 'Steps done', 'Moved'],
      shown: [undefined, undefined, undefined, undefined, 'share', 'share'],
      rows: [runningYear(), ...rowsOf(yearsBack + 1, (number) => archivedYear(number - 1))],
    },
  ],
});

function runningYear(): { key: string; label: string; formulas: string[] } {
  const unlessArchived = (formula: string): string => `=IF([yearNow:0]="","",${formula})`;
  return {
    key: 'yearNow',
    // A year may be archived before it is over; what is left of it then is not that year.
    label: `=IF(${isArchived(0)},"",${nameOf(0)}&" so far")`,
    formulas: [
      '[staff]',
      '[coachedYear]',
      '[sessionsYear]',
      'COUNTIFS(Plans_Resolved_on,">="&[year])',
      shareOf('[step_done]', '[steps]'),
      shareOf('[evidence:1]', '[evidence:4]'),
    ].map(unlessArchived),
  };
}

function archivedYear(back: number): { key: string; label: string; formulas: string[] } {
  const name = `[yearBack${back}:0]`;
  // A year is text that no spreadsheet takes for a day: its second number is never a month.
  const of = (column: string): string => `SUMIFS(Years_${column},Years_Year,${name})`;
  const ifThere = (formula: string): string => `=IF(${name}="","",${formula})`;
  return {
    key: `yearBack${back}`,
    label: `=IF(${isArchived(back)},${nameOf(back)},"")`,
    formulas: [
      ...['Staff', 'Staff_coached', 'Sessions', 'Plans_resolved'].map(of),
      shareOf(of('Steps_done'), of('Steps')),
      shareOf(of('Moved'), of('Evidence')),
    ].map(ifThere),
  };
}
