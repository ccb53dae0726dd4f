import { places } from '../../src/workbook/impact/impact.ts';
import { pivots } from '../../src/workbook/impact/pivots.ts';
import type { School } from '../given.ts';
import { type Counts, claimsOf, countAll, crossed, standings, timesOf } from '../plain-count.ts';
import { members, rows, sampleSchool, themes, today } from '../sample-school.ts';

/** What a cell holds, a day as a day is written. */
function valueAt({ world }: School, tab: string, column: number, row: number): string | number | boolean {
  const value = world.book.cells.value(world.model.getters.getSheetIdByName(tab) ?? '', column, row);
  return value instanceof Date ? new Date(value.getTime() + 12 * 3_600_000).toISOString().slice(0, 10) : value;
}

const rounded = (value: unknown): unknown => (typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value);

let school: School;
let counts: Counts;

beforeAll(() => {
  school = sampleSchool();
  counts = countAll(rows, today);
});

const figure = (key: string): unknown => {
  const [name = '', column = '1'] = key.split(':');
  return rounded(valueAt(school, 'Impact', Number(column), (places().get(name) ?? 0) - 1));
};

describe('with 3,500 sessions', () => {
  it('every figure of Impact is what somebody counts who goes through the rows', () => {
    const shown = Object.keys(counts).map((key) => [key, figure(key)]);
    expect(Object.fromEntries(shown)).toEqual(
      Object.fromEntries(Object.entries(counts).map(([key, value]) => [key, rounded(value)])),
    );
  });

  it('no figure of Impact is left uncounted', () => {
    const counted = new Set(Object.keys(counts).map((key) => key.split(':')[0]));
    const claims = Array.from({ length: 10 }, (_, index) => `claim${index + 1}`);
    const empty = themes.length;
    const noTheme = Array.from({ length: 12 - empty }, (_, index) => `theme${empty + 1 + index}`);
    expect(
      [...places().keys()].filter((key) => !counted.has(key) && !claims.includes(key) && !noTheme.includes(key)),
    ).toEqual([]);
  });

  it('the ten claims of the policy have the figure and the verdict that their rule gives', () => {
    const claims = claimsOf(rows, counts, today);
    expect(claims.map((_, index) => [figure(`claim${index + 1}`), figure(`claim${index + 1}:2`)])).toEqual(
      claims.map((claim) => [rounded(claim.figure), claim.verdict]),
    );
  });

  it('Coverage says of everybody what their rows say', () => {
    const seen = school.rows('Coverage').slice(0, members.length);
    const names = timesOf(rows, today).halfTerms.map(({ name }) => name);
    const { begun } = timesOf(rows, today);
    const asSeen = (day: string): string => day.split('-').reverse().join('/');
    expect(seen.map(({ 'Follow-up due': due, ...row }) => ({ ...row, due }))).toMatchObject(
      standings(rows, timesOf(rows, today)).map((one) => ({
        Name: one.name,
        Team: one.team,
        ...Object.fromEntries(
          names.map((name, index) => [name, index < begun ? String(one.halfTerms[index] ?? 0) : '']),
        ),
        'This half-term': String(one.thisHalfTerm),
        'This year': String(one.thisYear),
        'Half-terms': String(one.enough),
        'Last session': asSeen(one.lastSession),
        'Follow-up': asSeen(one.followUp),
        State: one.state,
        due: asSeen(one.due),
      })),
    );
  });

  const nameOf = (email: string): string => members.find((member) => member.email === email)?.name ?? email;
  const month = (day: string): string => day.slice(0, 7);
  const expected: Record<string, Record<string, number>> = {
    'Evidence: source by outcome': crossed(
      rows.evidence,
      ({ source }) => source,
      ({ outcome }) => outcome,
    ),
    'Steps: outcome by month': crossed(
      rows.steps,
      ({ date }) => month(date),
      ({ outcome }) => outcome,
    ),
    'Sessions: coach by half-term': crossed(
      rows.sessions,
      ({ coach }) => nameOf(coach),
      ({ halfTerm }) => halfTerm,
    ),
    'Sessions: team by theme': crossed(
      rows.sessions,
      ({ team }) => team,
      ({ theme }) => theme,
    ),
  };

  it.each(pivots.map((plan) => [plan.title, plan] as const))(
    'the pivot table “%s” counts every row',
    (title, { column }) => {
      const cells = school.person.seesAll('Pivots');
      const [, ...heads] = headsOf(cells[3] ?? [], column);
      const body = cells.slice(4).map((row) => row.slice(column - 1));
      const end = body.findIndex(([label]) => label === 'Total');
      const seen = body.slice(0, end).flatMap(([label = '', ...numbers]) =>
        heads.flatMap((head, index) => {
          const number = numbers[index] ?? '';
          return head === 'Total' || number === '' ? [] : [[`${asKey(label)} / ${asKey(head)}`, Number(number)]];
        }),
      );
      expect(Object.fromEntries(seen)).toEqual(expected[title]);
      const total = Object.values(expected[title] ?? {}).reduce((sum, each) => sum + each, 0);
      expect(body[end]?.[heads.indexOf('Total') + 1]).toBe(String(total));
    },
  );
});

// From a pivot table's corner to its last head.
function headsOf(row: readonly string[], column: number): string[] {
  const own = row.slice(column - 1);
  return own.slice(0, own.indexOf('Total') + 1);
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

// What o-spreadsheet calls a group of empty cells, and a month.
function asKey(label: string): string {
  if (label === '(Undefined)') return '';
  const [name = '', year = ''] = label.split(' ');
  const month = months.indexOf(name) + 1;
  return month > 0 && /^\d{4}$/.test(year) ? `${year}-${String(month).padStart(2, '0')}` : label;
}
