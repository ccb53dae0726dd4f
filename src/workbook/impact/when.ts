import { settings } from '../../domain/settings.ts';
import { figure, rowsOf, type Section, setting, since } from './figure.ts';

/** How many half-terms a school year has. */
export const halfTerms = 6;

const starts = 'Term_dates_Kind,"Half-term",Term_dates_First_day';
const notThere = '"not on Term dates"';

const latest = (before: string): string =>
  `IF(COUNTIFS(${starts},"<"&${before})=0,${notThere},MAXIFS(Term_dates_First_day,${starts},"<"&${before}))`;

const nextStart = (after: string): string => {
  const first = `MINIFS(Term_dates_First_day,${starts},${after})`;
  return `IF(${first}=0,"",${first})`;
};

const isHalfTerm = (day: string): string => `(Term_dates_Kind="Half-term")*(Term_dates_First_day=${day})`;

/** The days that the other figures go by: none of them asks for today's date itself, which would work all out anew. */
export const when = (): Section => ({
  title: 'The school year',
  figures: [
    figure('today', 'Today', 'TODAY()', 'All figures are as of this day.', 'day'),
    figure(
      'year',
      'School year began',
      'DATE(YEAR([today])-IF(MONTH([today])<9,1,0),9,1)',
      'The school year starts on 1 September.',
      'day',
    ),
    figure(
      'halfTerm',
      'This half-term began',
      `IF(COUNTIFS(${starts},"<="&[today])=0,[year],MAXIFS(Term_dates_First_day,${starts},"<="&[today]))`,
      'The last one on Term dates to have begun: a holiday belongs to it too.',
      'day',
    ),
    figure('last', 'The half-term before', latest('[halfTerm]'), 'Its first day on Term dates.', 'day'),
    figure(
      'begun',
      'Half-terms begun',
      `COUNTIFS(${since(starts)},Term_dates_First_day,"<="&[today])`,
      'Of this school year, on Term dates.',
    ),
    figure(
      'ongoing',
      'Sessions in a half-term',
      `MAX(1,IFERROR(${setting(settings.ongoing.name)}*1,1))`,
      'From Settings: so many make the coaching of a person ongoing.',
    ),
  ],
  grids: [
    {
      title: 'Half-term',
      about: 'Sessions from its first day to the next one’s; active staff coached in it; sessions for each of them.',
      heads: ['Sessions', 'Coached', 'Each', 'From', 'Until'],
      shown: [undefined, undefined, 'tenth', 'day', 'day'],
      rows: rowsOf(halfTerms, halfTermRow),
    },
  ],
});

function halfTermRow(number: number): { key: string; label: string; formulas: string[] } {
  const [own, before, after] = [number, number - 1, number + 1].map((each) => `[ht${each}:4]`);
  const end = number === halfTerms ? 'EDATE([year],12)' : `IF(${after}="",EDATE([year],12),${after})`;
  const place = `SUMPRODUCT(MAX(${isHalfTerm(String(own))}*(ROW(Term_dates_First_day)-1)))`;
  return {
    key: `ht${number}`,
    label: `=IF(${own}="","Half-term ${number}",IFERROR(INDEX(Term_dates_Name,${place})&"","Half-term ${number}"))`,
    formulas: [
      `=IF(${own}="",0,COUNTIFS(${within('Sessions_Date', number)}))`,
      `=COUNTIFS(Coverage_Half_term_${number},">0",Coverage_State,"<>Left")`,
      `=IF([ht${number}:2]=0,0,SUMIFS(Coverage_Half_term_${number},Coverage_State,"<>Left")/[ht${number}:2])`,
      number === 1 ? `=${nextStart('">="&[year]')}` : `=IF(${before}="","",${nextStart(`">"&${before}`)})`,
      `=IF(${own}="","",${end}-1)`,
    ],
  };
}

/** The days of a half-term, as two conditions on a column. */
export const within = (column: string, number: number): string =>
  `${column},">="&[ht${number}:4],${column},"<"&[ht${number}:5]+1`;
