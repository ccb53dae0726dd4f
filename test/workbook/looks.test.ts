import { fields, rangeName, type Table } from '../../src/domain/columns.ts';
import { evidence, quotations } from '../../src/domain/evidence.ts';
import { log } from '../../src/domain/log.ts';
import { plans } from '../../src/domain/plans.ts';
import { sessions } from '../../src/domain/sessions.ts';
import { settingsTable } from '../../src/domain/settings.ts';
import { staff, teams, termDates } from '../../src/domain/staff.ts';
import { steps } from '../../src/domain/steps.ts';
import { years } from '../../src/domain/years.ts';
import { places } from '../../src/workbook/impact/impact.ts';
import { columnLetter } from '../../src/workbook/lookup.ts';
import { givenBlankSheet, type School } from '../given.ts';
import { ScriptWorld } from '../script-world.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

const tables: readonly Table[] = [
  sessions,
  steps,
  plans,
  evidence,
  quotations,
  staff,
  teams,
  termDates,
  settingsTable,
  years,
  log,
];

const book = () => SpreadsheetApp.getActiveSpreadsheet();
const sheetOf = (name: string): Sheet => {
  const sheet = book().getSheetByName(name);
  if (!sheet) throw new Error(`no tab ${name}`);
  return sheet;
};
const by = <T>(headers: readonly unknown[], values: readonly T[]) =>
  Object.fromEntries(headers.map((header, index) => [String(header), values[index]]));

const sayRule = (rule: Rule | null): string => {
  if (!rule) return '';
  const [first] = rule.getCriteriaValues();
  const values = Array.isArray(first) ? first.join('/') : typeof first === 'object' ? first.getA1Notation() : '';
  return [rule.getCriteriaType(), values, rule.getAllowInvalid() ? 'warns' : 'refuses'].join(' ').replace('  ', ' ');
};

// What somebody would see who looks at a tab column by column.
const script = {
  columns: (name: string) => {
    const sheet = sheetOf(name);
    const [headers = []] = sheet.getRange(1, 1, 1, sheet.getLastColumn()).getValues();
    const second = sheet.getRange(2, 1, 1, headers.length);
    const last = sheet.getRange(sheet.getMaxRows(), 1, 1, headers.length);
    const widths = headers.map((_, index) => sheet.getColumnWidth(index + 1));
    return {
      widths: by(headers, widths),
      formats: by(headers, last.getNumberFormats()[0] ?? []),
      checks: by(headers, (last.getDataValidations()[0] ?? []).map(sayRule)),
      notes: by(headers, sheet.getRange(1, 1, 1, headers.length).getNotes()[0] ?? []),
      help: by(
        headers,
        (second.getDataValidations()[0] ?? []).map((rule) => rule?.getHelpText() ?? ''),
      ),
      quiet: headers.filter((_, index) => sheet.getRange(2, index + 1).getFontColor() !== '#000000'),
    };
  },
  cell: (name: string, at: string) => {
    const range = sheetOf(name).getRange(at);
    const format = range.getNumberFormat();
    const align = range.getHorizontalAlignment();
    return [
      range.getFontWeight(),
      range.getFontColor(),
      range.getBackground(),
      ...(range.getWrap() ? ['wraps'] : []),
      ...(/[%y]/.test(format) ? [format] : []),
      ...(align === 'general' ? [] : [align]),
    ].join(' ');
  },
  tabs: () =>
    book()
      .getSheets()
      .map((sheet) => {
        const protections = [
          ...sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET),
          ...sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE),
        ];
        const kept = protections.map((each) =>
          [
            each.getProtectionType(),
            each.getRange().getNumRows() === 1 ? each.getRange().getA1Notation() : 'all',
            each.isWarningOnly() ? 'warns' : 'refuses',
            each.getDescription().slice(0, 15),
          ].join(' '),
        );
        return [
          sheet.getName(),
          `${sheet.getFrozenRows()} frozen`,
          sheet.isSheetHidden() ? 'hidden' : 'shown',
          sheet.hasHiddenGridlines() ? 'no lines' : 'lines',
          sheet.getFilter()?.getRange().getA1Notation() ?? 'no filter',
          ...kept,
        ].join(', ');
      }),
  names: () =>
    by(
      book()
        .getNamedRanges()
        .map((named) => named.getName()),
      book()
        .getNamedRanges()
        .map((named) => `${named.getRange().getSheet().getName()}!${named.getRange().getA1Notation()}`),
    ),
  charts: () =>
    sheetOf('Impact')
      .getCharts()
      .map((chart) => [
        ...chart.getRanges().map((range) => range.getA1Notation()),
        ...['title', 'width', 'height', 'colors'].map((option) => chart.getOptions().get(option)),
      ]),
  width: (name: string, column: number) => sheetOf(name).getColumnWidth(column),
  rows: (name: string) => sheetOf(name).getMaxRows(),
};

describe('a sheet that was just set up', () => {
  let made: School;
  let told: string[];
  let world: ScriptWorld;
  beforeAll(() => {
    made = givenBlankSheet({ now: '2026-11-26T16:30:00Z' });
    told = made.told('setUpSheet');
    world = new ScriptWorld(script, { workbook: made.world.save() });
  });
  const look = (what: keyof typeof script, ...args: unknown[]): unknown => {
    const { value, error } = world.run(what, args, { user: 'director@school.example' });
    if (error) throw new Error(error.message);
    return JSON.parse(JSON.stringify(value));
  };

  interface Columns {
    readonly widths: Record<string, number>;
    readonly formats: Record<string, string>;
    readonly checks: Record<string, string>;
    readonly notes: Record<string, string>;
    readonly help: Record<string, string>;
    readonly quiet: readonly string[];
  }
  // As `script.columns` describes it.
  const columns = (tab: string): Columns => look('columns', tab) as Columns;
  const those = (all: Readonly<Record<string, unknown>>, is: (value: unknown) => boolean) =>
    Object.keys(all).filter((header) => is(all[header]));

  it('has every tab, and whoever set it up was told so in one list', () => {
    expect(told).toEqual([
      ...[
        'Sessions',
        'Steps',
        'Plans',
        'Evidence',
        'Quotations',
        'Staff',
        'Teams',
        'Term dates',
        'Settings',
        'Years',
        'Log',
        'Lookup',
        'Impact',
        'Coverage',
        'Pivots',
      ].map((tab) => `Made the tab ${tab}.`),
      'Settings: filled in what a school usually starts with.',
      'Impact: drew the chart “Evidence of this school year: moved, not moved, too early to tell”.',
      'Impact: drew the chart “Share of each team coached this school year”.',
      'Impact: drew the chart “Sessions in each half-term of this school year”.',
      'Pivots: laid the pivot table “Evidence: source by outcome”.',
      'Pivots: laid the pivot table “Steps: outcome by month”.',
      'Pivots: laid the pivot table “Sessions: coach by half-term”.',
      'Pivots: laid the pivot table “Sessions: team by theme”.',
      '',
      'For you to look at:',
      'Term dates: no half-term is there yet, so dates cannot be kept inside term time.',
    ]);
    expect(made.person.seesAll('Sessions')[0]).toEqual(fields(sessions).map(({ header }) => header));
    const value = (setting: string) => made.rows('Settings').find(({ Setting }) => Setting === setting)?.Value;
    expect([value('Domains that may be invited'), value('Time zone'), value('Follow-up time')]).toEqual([
      'school.example',
      'Europe/London',
      '15:45',
    ]);
  });

  it('has its tabs in order, headers that stay and warn, a filter on Sessions, and hides what is not for people', () => {
    const rows = look('rows', 'Sessions');
    const kept = (what: string) => `${what} warns STRIDE Coaching`;
    expect(look('tabs')).toEqual([
      `Sessions, 1 frozen, shown, lines, A1:AF${rows}, ${kept('RANGE A1:AF1')}`,
      `Impact, 0 frozen, shown, no lines, no filter, ${kept('SHEET all')}`,
      `Coverage, 1 frozen, shown, lines, no filter, ${kept('SHEET all')}`,
      'Pivots, 0 frozen, shown, lines, no filter',
      `Steps, 1 frozen, shown, lines, no filter, ${kept('RANGE A1:M1')}`,
      `Plans, 1 frozen, shown, lines, no filter, ${kept('RANGE A1:AD1')}`,
      `Evidence, 1 frozen, shown, lines, no filter, ${kept('RANGE A1:Q1')}`,
      `Quotations, 1 frozen, shown, lines, no filter, ${kept('RANGE A1:D1')}`,
      `Staff, 1 frozen, shown, lines, no filter, ${kept('RANGE A1:H1')}`,
      `Teams, 1 frozen, shown, lines, no filter, ${kept('RANGE A1:B1')}`,
      `Term dates, 1 frozen, shown, lines, no filter, ${kept('RANGE A1:D1')}`,
      `Settings, 1 frozen, shown, lines, no filter, ${kept('RANGE A1:C1')}`,
      `Years, 1 frozen, shown, lines, no filter, ${kept('RANGE A1:P1')}`,
      `Log, 1 frozen, shown, lines, no filter, ${kept('SHEET all')}`,
      `Lookup, 0 frozen, hidden, lines, no filter, ${kept('SHEET all')}`,
    ]);
  });

  it('has columns as wide as what stands in them, with text as text, days as days and numbers as numbers', () => {
    const { widths, formats, quiet } = columns('Sessions');
    const words = [
      "How's it been going?",
      'Strength',
      'Target',
      'Reality',
      'Ideas',
      'Decision',
      'Evaluation',
      'Pupil outcome',
      'Starting point',
    ];
    expect(those(widths, (width) => width === 240)).toEqual(words);
    expect(widths).toMatchObject({ Date: 90, Coach: 120, 'Coach email': 120, Minutes: 70, 'Session id': 110 });
    expect(those(formats, (format) => format !== '@')).toEqual([
      'Date',
      'Minutes',
      'Follow-up date',
      'Follow-up minutes',
      'Saved at',
    ]);
    expect(formats).toMatchObject({ Date: 'dd/mm/yyyy', Minutes: '0', 'Saved at': 'dd/mm/yyyy hh:mm' });
    const machine = [
      'Coach email',
      'Coachee email',
      'Assistant head email',
      'Saved by',
      'Saved at',
      'Session id',
      'Event id',
      'Group id',
    ];
    expect(quiet).toEqual(machine);
    expect(columns('Staff').formats).toMatchObject({ Email: '@', 'May coach': expect.not.stringContaining('@') });
  });

  it('offers in a cell what may stand there and says what it is for, and never refuses', () => {
    const offered = ['Sessions', 'Evidence', 'Quotations', 'Staff', 'Teams', 'Term dates', 'Settings', 'Log'].map(
      (tab) => {
        const { checks } = columns(tab);
        return those(checks, (check) => check !== '').map((header) => `${header}: ${checks[header]}`);
      },
    );
    const end = look('rows', 'Teams');
    expect(offered).toEqual([
      [
        'Date: DATE_IS_VALID_DATE warns',
        'Kind: VALUE_IN_LIST Formal/Martini/Group warns',
        'Focus chosen by: VALUE_IN_LIST Coachee/Jointly/Asked of me warns',
        'Minutes: NUMBER_BETWEEN warns',
        'Follow-up date: DATE_IS_VALID_DATE warns',
        'Follow-up minutes: NUMBER_BETWEEN warns',
        'Follow-up status: VALUE_IN_LIST Waiting/Invited/Accepted/Declined/Tentative/Not sent/Removed/Cancelled warns',
      ],
      [
        'Date: DATE_IS_VALID_DATE warns',
        'Source: VALUE_IN_LIST data analysis/book sample/drop in/learning walk/quality of provision review/other warns',
        `Team: VALUE_IN_RANGE A2:A${end} warns`,
        'Coachee asked for it: VALUE_IN_LIST yes warns',
        'Pupil outcome: VALUE_IN_LIST moved/not moved/too early to tell warns',
      ],
      [
        'Date: DATE_IS_VALID_DATE warns',
        expect.stringMatching(/^Supports: VALUE_IN_LIST Capacity building\/.*\/Empowering warns$/),
      ],
      [`Team: VALUE_IN_RANGE A2:A${end} warns`, 'May coach: CHECKBOX warns', 'Active: CHECKBOX warns'],
      [`Assistant head email: VALUE_IN_RANGE A2:A${look('rows', 'Staff')} warns`],
      [
        'Kind: VALUE_IN_LIST Half-term/Closure/INSET day/Bank holiday warns',
        'First day: DATE_IS_VALID_DATE warns',
        'Last day: DATE_IS_VALID_DATE warns',
      ],
      [],
      [
        'Event: VALUE_IN_LIST Edited/Replanned/Invited/Moved/Cancelled/Not sent/Removed/Accepted/Declined/Tentative/Followed/Answered/Plan changed/Agreed/Set up/Year begun warns',
      ],
    ]);
    const { notes, help } = columns('Sessions');
    expect(those(notes, (note) => note === '')).toEqual([]);
    expect(notes).toMatchObject({
      Coach: 'Who coached: whoever saved the session.',
      'Coach email': 'The address of the person named.',
    });
    expect(help).toMatchObject({ Kind: notes.Kind, Minutes: notes.Minutes, Strength: '' });
    expect(columns('Term dates').help).toMatchObject({ Kind: '', 'Last day': 'Empty means one day only.' });
  });

  it('has a name for every column below its header', () => {
    const expected = tables.flatMap((table) => {
      const rows = look('rows', table.name);
      return fields(table).map(({ header }, index) => {
        const letter = columnLetter(index + 1);
        return [rangeName(table, header), `${table.name}!${letter}2:${letter}${rows}`];
      });
    });
    expect(look('names')).toEqual({
      ...Object.fromEntries(expected),
      ...Object.fromEntries(
        (
          [
            ['Team', 'B'],
            ...['C', 'D', 'E', 'F', 'G', 'H'].map((column, index) => [`Half_term_${index + 1}`, column]),
            ['This_half_term', 'I'],
            ['This_year', 'J'],
            ['Half_terms', 'K'],
            ['State', 'N'],
            ['Roles', 'P'],
            ['Leader', 'Q'],
            ['Follow_up_due', 'R'],
            ['Held', 'S'],
            ['As_coach_this_half_term', 'T'],
            ['As_coach_this_year', 'U'],
            ['As_coach_before', 'V'],
            ['In_own_team', 'W'],
          ] as const
        ).map(([name, column]) => [`Coverage_${name}`, `Coverage!${column}2:${column}81`]),
      ),
    });
  });

  it('has a heading over every column of data and every table of figures, and days and shares as such', () => {
    const heading = 'bold #174ea6 #e8f0fe';
    const [black, grey] = ['#000000 #ffffff', '#5f6368 #ffffff'];
    const row = (key: string): number => places().get(key) ?? 0;
    const head = (first: string): number => row(first) - 1;
    const at = (key: string, column = 'B'): string => `${column}${row(key)}`;
    const seen = [
      ['Sessions', 'A1', `${heading} wraps`],
      ['Log', 'F1', `${heading} wraps`],
      ['Sessions', 'AF2', `normal ${grey}`],
      ['Impact', 'A1', `bold ${black}`],
      ['Impact', 'A2', `normal ${grey} left`],
      ['Impact', 'A4', 'bold #174ea6 #ffffff'],
      ['Impact', `A${head('source1')}`, heading],
      ['Impact', `B${head('source1')}`, `${heading} right`],
      ['Impact', `G${head('ht1')}`, heading],
      // Words stand at the left by themselves: a file of o-spreadsheet does not say so of them.
      ['Impact', `A${head('source1') - 1}`, `normal ${grey}`],
      ['Impact', at('year'), `bold ${black} dd/mm/yyyy`],
      ['Impact', at('coachedYearShare'), `bold ${black} 0%`],
      ['Impact', at('team1', 'E'), `normal ${black} 0%`],
      ['Impact', at('ht1'), `bold ${black}`],
      ['Impact', at('ht1', 'E'), `normal ${black} dd/mm/yyyy`],
      ['Impact', at('claim4'), `bold ${black} 0%`],
      ['Impact', at('claim7'), `bold ${black}`],
      ['Impact', at('staff', 'C'), `normal ${grey}`],
      ['Coverage', 'A1', heading],
      ['Coverage', 'L2', `normal ${black} dd/mm/yyyy`],
      ['Coverage', 'O2', `normal ${grey} left`],
    ];
    expect(seen.map(([tab, at]) => [tab, at, look('cell', tab, at)])).toEqual(seen);
    expect([1, 2, 6, 7, 8].map((column) => look('width', 'Impact', column))).toEqual([230, 84, 84, 130, 24]);
    expect([1, 2, 3, 14, 15].map((column) => look('width', 'Coverage', column))).toEqual([150, 130, 84, 170, 220]);
  });

  it('draws what changed for pupils, who is coached and how often, each with the labels of its rows', () => {
    const range = (column: string, first: string, last: string) =>
      `${column}${(places().get(first) ?? 0) - 1}:${column}${places().get(last)}`;
    expect(look('charts')).toEqual([
      [
        ...['A', 'B', 'C', 'D'].map((column) => range(column, 'source1', 'source6')),
        'Evidence of this school year: moved, not moved, too early to tell',
        640,
        340,
        ['#174ea6', '#f29900', '#9aa0a6'],
      ],
      [
        ...['A', 'E'].map((column) => range(column, 'team1', 'otherTeams')),
        'Share of each team coached this school year',
        640,
        340,
        ['#1a73e8'],
      ],
      [
        ...['A', 'B'].map((column) => range(column, 'ht1', 'ht6')),
        'Sessions in each half-term of this school year',
        640,
        340,
        ['#1a73e8'],
      ],
    ]);
  });
});
