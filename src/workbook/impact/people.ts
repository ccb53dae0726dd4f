import { columnLetter } from '../lookup.ts';
import { rowsOf } from './figure.ts';
import type { FormulaTab } from './formula-tab.ts';
import { withFigures } from './impact.ts';
import { halfTerms, within } from './when.ts';

export const coverageName = 'Coverage';

/** One column of the Coverage tab. */
interface Column {
  readonly header: string;
  readonly width: number;
  /** What it says of the person in a row; `@Email` is the cell of that column in the same row. */
  readonly formula: string;
  /** Whether formulas of Impact call it by a name. */
  readonly isNamed?: boolean;
  readonly isDay?: boolean;
  /** Of use to formulas only. */
  readonly isQuiet?: boolean;
}

// The so-manieth of Staff stands in the row of that number.
const ofStaff = (column: string): string => `IFERROR(INDEX(Staff_${column},#)&"","")`;
const own = (role: 'Coach' | 'Coachee'): string => `Sessions_${role}_email,@Email`;
// The latest day, or nothing: MAXIFS answers 0 for nobody, and 1/0 is the error that becomes an empty cell without
// asking a second time.
const latest = (column: string, more = ''): string =>
  `IFERROR(ROUND(1/(1/MAXIFS(Sessions_${column},${own('Coachee')}${more})),0),"")`;
const state = [
  ['NOT(INDEX(Staff_Active,#)=TRUE)', 'Left'],
  ['AND(@Follow-up<>"",@Follow-up<[today],@Last session<@Follow-up)', 'Overdue'],
  ['AND(@Follow-up<>"",@Follow-up>=[today])', 'Follow-up due'],
  ['@This half-term=0', 'Not yet this half-term'],
] as const;

// The widths of a name and of an address; a count needs less.
const columnsOf = (): Column[] => [
  { header: 'Name', width: 150, formula: ofStaff('Name') },
  { header: 'Team', width: 130, formula: ofStaff('Team'), isNamed: true },
  ...rowsOf(halfTerms, (number) => ({
    header: `Half-term ${number}`,
    width: 84,
    formula: `IF([begun]<${number},"",COUNTIFS(${own('Coachee')},${within('Sessions_Date', number)}))`,
    isNamed: true,
  })),
  {
    header: 'This half-term',
    width: 100,
    formula: `COUNTIFS(${own('Coachee')},Sessions_Date,">="&[halfTerm])`,
    isNamed: true,
  },
  { header: 'This year', width: 90, formula: `COUNTIFS(${own('Coachee')},Sessions_Date,">="&[year])`, isNamed: true },
  {
    header: 'Half-terms',
    width: 90,
    formula: `COUNTIFS(@Half-term 1:@Half-term ${halfTerms},">="&[ongoing])`,
    isNamed: true,
  },
  { header: 'Last session', width: 110, formula: latest('Date'), isDay: true },
  { header: 'Follow-up', width: 110, formula: latest('Follow_up_date'), isDay: true },
  {
    header: 'State',
    width: 170,
    formula: state.reduceRight((otherwise, [when, word]) => `IF(${when},"${word}",${otherwise})`, '"Coached"'),
    isNamed: true,
  },
  { header: 'Email', width: 220, formula: ofStaff('Email'), isQuiet: true },
  { header: 'Roles', width: 150, formula: ofStaff('Roles'), isNamed: true, isQuiet: true },
  { header: 'Leader', width: 90, formula: 'IF(@Roles="","",@Email)', isNamed: true, isQuiet: true },
  {
    header: 'Follow-up due',
    width: 90,
    formula: latest('Follow_up_date', ',Sessions_Follow_up_date,">="&[year],Sessions_Follow_up_date,"<"&[today]'),
    isNamed: true,
    isDay: true,
    isQuiet: true,
  },
  {
    header: 'Held',
    width: 90,
    formula: 'IF(@Follow-up due="","",IF(@Last session>=@Follow-up due,"Held","Not yet"))',
    isNamed: true,
    isQuiet: true,
  },
  ...(
    [
      ['this half-term', ',">="&[halfTerm]'],
      ['this year', ',">="&[year]'],
      ['before', ',"<"&[year]'],
    ] as const
  ).map(([period, days]) => ({
    header: `As coach ${period}`,
    width: 90,
    formula: `COUNTIFS(${own('Coach')},Sessions_Date${days})`,
    isNamed: true,
    isQuiet: true,
  })),
  {
    header: 'In own team',
    width: 90,
    formula: `IF(@Team="",0,COUNTIFS(${own('Coach')},Sessions_Team,@Team,Sessions_Date,">="&[year]))`,
    isNamed: true,
    isQuiet: true,
  },
];

// What is empty by itself where nobody is.
const always: readonly string[] = ['Name', 'Team', 'Email', 'Roles'];

let made: readonly Column[] | undefined;

// Worked out at first use: nothing runs while the bundle is loaded.
function columns(): readonly Column[] {
  made ??= columnsOf();
  return made;
}

const letterOf = (header: string): string =>
  columnLetter(columns().findIndex((column) => column.header === header) + 1);

/** What each column of Coverage is for, and its formula in a row. */
export function coverageRow(row: number): { header: string; formula: string }[] {
  // Longest first, so that “Follow-up due” is not taken for “Follow-up”.
  const headers = columns()
    .map(({ header }) => header)
    .sort((one, other) => other.length - one.length);
  const cells = new RegExp(`@(${headers.join('|')})`, 'g');
  return columns().map(({ header, formula }) => {
    const whole = always.includes(header) ? formula : `IF(@Email="","",${formula})`;
    const placed = whole
      .replace(/#/g, String(row - 1))
      .replace(cells, (_, other: string) => `$${letterOf(other)}${row}`);
    return { header, formula: withFigures(`=${placed}`) };
  });
}

/** The Coverage tab: everybody on the Staff tab by activity, never by words; as many rows as asked for. */
export function coverageTab(rows: number): FormulaTab {
  const below = (header: string): string => `${letterOf(header)}2:${letterOf(header)}${rows + 1}`;
  const those = (is: (column: Column) => boolean | undefined): string[] =>
    columns()
      .filter((column) => is(column))
      .map(({ header }) => header);
  const heads = columns().map(({ header }) => {
    const [, number] = /^Half-term (\d)$/.exec(header) ?? [];
    return number === undefined ? header : withFigures(`=[ht${number}:0]`);
  });
  return {
    name: coverageName,
    cells: [heads, ...rowsOf(rows, (number) => coverageRow(number + 1).map(({ formula }) => formula))],
    widths: columns().map(({ width }) => width),
    formats: Object.fromEntries(those(({ isDay }) => isDay).map((header) => [below(header), 'dd/mm/yyyy'])),
    headings: [`A1:${columnLetter(columns().length)}1`],
    bold: [],
    quiet: those(({ isQuiet }) => isQuiet).map(below),
    names: Object.fromEntries(
      those(({ isNamed }) => isNamed).map((header) => [
        `${coverageName}_${header.replace(/[^A-Za-z0-9]+/g, '_')}`,
        below(header),
      ]),
    ),
    shaded: `${letterOf('Half-term 1')}2:${letterOf(`Half-term ${halfTerms}`)}${rows + 1}`,
  };
}
