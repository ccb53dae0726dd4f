/**
 * The Impact and Coverage tabs: no data of their own, only formulas over the named ranges of the other tabs. Each
 * figure says beside it what it counts. The functions are those that Google Sheets, the local workbook and LibreOffice
 * work out alike.
 */
import { liveStates } from '../domain/follow-ups.ts';
import { sessionKinds } from '../domain/policy.ts';
import { themeCount, themeSetting } from '../domain/settings.ts';

/** A tab of formulas, row by row from A1; a text that begins with `=` is a formula. */
export interface FormulaTab {
  readonly name: string;
  readonly cells: readonly (readonly string[])[];
  readonly widths: readonly number[];
  /** Number formats by range. */
  readonly formats: Readonly<Record<string, string>>;
  /** Ranges that are headings. */
  readonly headings: readonly string[];
  /** Ranges of figures to be seen first, and of words to be seen last. */
  readonly bold: readonly string[];
  readonly quiet: readonly string[];
  /** Names by which other formulas call a range of this tab. */
  readonly names: Readonly<Record<string, string>>;
}

const setting = (name: string): string => `IFERROR(INDEX(Settings_Value,MATCH("${name}",Settings_Setting,0))&"","")`;

/** How many half-terms a school year has. */
const halfTerms = 6;

// From Coverage, where everybody has a row: asking Sessions again for each of the Staff tab's empty rows is slow.
const coached = (when: 'This_half_term' | 'This_year'): string =>
  `=COUNTIFS(Coverage_${when},">0",Coverage_State,"<>Left")`;

const shareOf = (part: string, whole: string): string => `=IF(${whole}=0,0,${part}/${whole})`;

const nextHalfTerm = (after: string): string => {
  const first = `MINIFS(Term_dates_First_day,Term_dates_Kind,"Half-term",Term_dates_First_day,${after})`;
  return `IF(${first}=0,"",${first})`;
};

const figures: readonly (readonly [label: string, formula: string, about: string])[] = [
  ['School year began', '=DATE(YEAR(TODAY())-IF(MONTH(TODAY())<9,1,0),9,1)', 'The school year starts on 1 September.'],
  [
    'This half-term began',
    '=IF(COUNTIFS(Term_dates_Kind,"Half-term",Term_dates_First_day,"<="&TODAY())=0,B5,MAXIFS(Term_dates_First_day,Term_dates_Kind,"Half-term",Term_dates_First_day,"<="&TODAY()))',
    'The last one on Term dates to have begun: a holiday belongs to it too.',
  ],
  ['Sessions this half-term', '=COUNTIFS(Sessions_Date,">="&B6)', 'Coaching conversations since this half-term began.'],
  ['Sessions this school year', '=COUNTIFS(Sessions_Date,">="&B5)', 'Coaching conversations since 1 September.'],
  [
    'Staff',
    '=COUNTIFS(Staff_Active,TRUE,Staff_Email,"<>")',
    'All active staff: the office, the site and lunchtime included.',
  ],
  [
    'Staff coached this half-term',
    coached('This_half_term'),
    'Active staff with at least one session since this half-term began.',
  ],
  ['… of all staff', shareOf('B10', 'B9'), 'The policy asks for the ongoing coaching of all staff.'],
  ['Staff coached this school year', coached('This_year'), 'Active staff with at least one session since 1 September.'],
  ['… of all staff', shareOf('B12', 'B9'), 'The policy asks for the ongoing coaching of all staff.'],
  [
    'Follow-ups waiting',
    '=COUNTIFS(Sessions_Follow_up_status,"Waiting")',
    'Saved; the invitation is still to be sent.',
  ],
  [
    'Follow-ups invited',
    `=${liveStates.map((state) => `COUNTIFS(Sessions_Follow_up_status,"${state}",Sessions_Follow_up_date,">="&TODAY())`).join('+')}`,
    'The invitation is in the calendars, and the day is still to come.',
  ],
  [
    'Follow-ups overdue',
    '=COUNTIFS(Coverage_State,"Overdue")',
    'People whose follow-up has passed with no session since.',
  ],
];

const firstFigure = 5;
const halfTermHeading = firstFigure + figures.length + 1;
const firstHalfTerm = halfTermHeading + 1;
const themeHeading = firstHalfTerm + halfTerms + 1;
const firstTheme = themeHeading + 1;
const noTheme = firstTheme + themeCount;
const kindHeading = noTheme + 2;

function halfTermRow(index: number): string[] {
  const row = firstHalfTerm + index;
  const from =
    index === 0 ? `=${nextHalfTerm('">="&B5')}` : `=IF(C${row - 1}="","",${nextHalfTerm(`">"&C${row - 1}`)})`;
  const end = index === halfTerms - 1 ? 'EDATE(B5,12)' : `IF(C${row + 1}="",EDATE(B5,12),C${row + 1})`;
  return [
    `=IF(C${row}="","",IFERROR(INDEX(Term_dates_Name,MATCH(C${row},Term_dates_First_day,0))&"",""))`,
    `=IF(C${row}="",0,COUNTIFS(Sessions_Date,">="&C${row},Sessions_Date,"<"&${end}))`,
    from,
  ];
}

function themeRow(index: number): string[] {
  const row = firstTheme + index;
  return [
    `=${setting(themeSetting(index + 1))}`,
    `=IF(A${row}="","",COUNTIFS(Sessions_Theme,A${row},Sessions_Date,">="&B5))`,
    '',
  ];
}

/** Where the chart and the pivot table of the Impact tab stand, and what the chart shows. */
export const impactPlaces = {
  chart: { row: 4, column: 5 },
  chartData: `A${halfTermHeading}:B${halfTermHeading + halfTerms}`,
  pivotHeading: { row: 25, column: 5 },
  pivot: { row: 26, column: 5 },
} as const;

/** The Impact tab. */
export const impact: FormulaTab = {
  name: 'Impact',
  cells: [
    [
      `=IF(${setting('School name')}="","Impact of coaching","Impact of coaching at "&${setting('School name')})`,
      '',
      '',
    ],
    ['=TEXT(TODAY(),"dd/mm/yyyy")', '', 'Worked out from the other tabs, whenever they change.'],
    ['', '', ''],
    ['This school year', 'Figure', 'What it counts'],
    ...figures,
    ['', '', ''],
    ['Half-term', 'Sessions', 'From'],
    ...Array.from({ length: halfTerms }, (_, index) => halfTermRow(index)),
    ['', '', ''],
    ['Theme', 'Sessions', 'This school year, by the themes of the Settings tab'],
    ...Array.from({ length: themeCount }, (_, index) => themeRow(index)),
    ['Another theme, or none', `=B8-SUM(B${firstTheme}:B${noTheme - 1})`, ''],
    ['', '', ''],
    ['Kind', 'Sessions', 'This school year: formal, Martini (any time, any place, anywhere) or a group'],
    ...sessionKinds.map((kind) => [kind, `=COUNTIFS(Sessions_Kind,"${kind}",Sessions_Date,">="&B5)`, '']),
  ],
  widths: [230, 90, 430, 30, 130, 120, 120, 120, 120, 120, 120, 120],
  formats: {
    B5: 'dd/mm/yyyy',
    B6: 'dd/mm/yyyy',
    B11: '0%',
    B13: '0%',
    [`C${firstHalfTerm}:C${firstHalfTerm + halfTerms - 1}`]: 'dd/mm/yyyy',
  },
  headings: [
    'A4:C4',
    `A${halfTermHeading}:C${halfTermHeading}`,
    `A${themeHeading}:C${themeHeading}`,
    `A${kindHeading}:C${kindHeading}`,
  ],
  bold: ['B5:B16', `B${firstHalfTerm}:B${kindHeading + sessionKinds.length}`],
  quiet: ['A2:C2', 'C5:C16', `C${firstHalfTerm}:C${firstHalfTerm + halfTerms - 1}`],
  names: {},
};

export const coverageName = 'Coverage';

/** The Coverage tab: everybody on the Staff tab by activity, never by words; as many rows as asked for. */
export function coverage(rows: number): FormulaTab {
  return {
    name: coverageName,
    cells: [
      ['Name', 'Team', 'This half-term', 'This year', 'Last session', 'Follow-up', 'State', 'Email'],
      ...Array.from({ length: rows }, (_, index) => coverageRow(index + 2)),
    ],
    widths: [150, 130, 100, 90, 110, 110, 170, 220],
    formats: { [`E2:F${rows + 1}`]: 'dd/mm/yyyy' },
    headings: ['A1:H1'],
    bold: [],
    quiet: [`H2:H${rows + 1}`],
    names: {
      Coverage_This_half_term: `C2:C${rows + 1}`,
      Coverage_This_year: `D2:D${rows + 1}`,
      Coverage_State: `G2:G${rows + 1}`,
    },
  };
}

function coverageRow(row: number): string[] {
  const ofStaff = (column: string): string => `IFERROR(INDEX(Staff_${column},${row - 1})&"","")`;
  const known = (formula: string): string => `=IF($H${row}="","",${formula})`;
  // The latest day, or nothing: MAXIFS answers 0 for nobody, and 1/0 is the error that becomes an empty cell without
  // asking a second time.
  const last = (column: string): string =>
    `IFERROR(ROUND(1/(1/MAXIFS(${column},Sessions_Coachee_email,$H${row})),0),"")`;
  const since = (cell: string): string =>
    known(`COUNTIFS(Sessions_Coachee_email,$H${row},Sessions_Date,">="&Impact!$B$${cell})`);
  const state = [
    [`NOT(INDEX(Staff_Active,${row - 1})=TRUE)`, 'Left'],
    [`AND(F${row}<>"",F${row}<TODAY(),E${row}<F${row})`, 'Overdue'],
    [`AND(F${row}<>"",F${row}>=TODAY())`, 'Follow-up due'],
    [`C${row}=0`, 'Not yet this half-term'],
  ] as const;
  return [
    `=${ofStaff('Name')}`,
    `=${ofStaff('Team')}`,
    since('6'),
    since('5'),
    known(last('Sessions_Date')),
    known(last('Sessions_Follow_up_date')),
    known(state.reduceRight((otherwise, [when, word]) => `IF(${when},"${word}",${otherwise})`, '"Coached"')),
    `=${ofStaff('Email')}`,
  ];
}
