import {
  choice,
  choices,
  day,
  fields,
  flag,
  moment,
  number,
  person,
  ref,
  type Table,
  table,
  text,
  time,
} from '../../src/domain/columns.ts';
import { asText, encodeField, isDate, isSame, rowReader } from '../../src/workbook/cells.ts';

const trips = table('Trips', 'One row is one trip.', {
  where: text('Where'),
  on: day('On'),
  at: time('At'),
  saved: moment('Saved'),
  kind: choice('Kind', ['Walk', 'Bus ride']),
  with: choices('With', ['Mon', 'Tue', 'Book sample']),
  seats: number('Seats', [1, 60]),
  leader: person('Leader'),
  paid: flag('Paid'),
  team: ref('Team', 'Teams'),
});

const format = (date: Date, pattern: string): string => `${pattern} of ${date.toISOString().slice(0, 16)}`;
const date = new Date('2026-12-03T09:15:00Z');

// What one cell of a column is read as.
const reads = <K extends keyof typeof trips.columns>(key: K, cell: unknown) =>
  rowReader(trips, [key], format)([cell])[key];

describe('a cell that people typed into', () => {
  it('of text says what it shows, also when they typed a date, a number or a tick', () => {
    expect(['a', 7, true, false, '', undefined].map((cell) => reads('where', cell))).toEqual([
      'a',
      '7',
      'TRUE',
      'FALSE',
      '',
      '',
    ]);
    expect(reads('where', date)).toBe('yyyy-MM-dd of 2026-12-03T09:15');
  });

  it.each([
    [date, 'yyyy-MM-dd of 2026-12-03T09:15'],
    [46359, '2026-12-03'],
    [46359.9, '2026-12-03'],
    [' 2026-12-03 ', '2026-12-03'],
    ['3/12/2026', '2026-12-03'],
    ['03.1.2027', '2027-01-03'],
    ['x3/12/2026', ''],
    ['3/12/20261', ''],
    ['123/12/2026', ''],
    ['31/2/2026', ''],
    ['after half-term', ''],
    ['', ''],
  ])('of days, with “%s”, is “%s”', (cell, expected) => expect(reads('on', cell)).toBe(expected));

  it('of times is a time of day or nothing', () => {
    expect([date, ' 09:15 ', '9:15', 'noon', ''].map((cell) => reads('at', cell))).toEqual([
      'HH:mm of 2026-12-03T09:15',
      '09:15',
      '',
      '',
      '',
    ]);
  });

  it('of moments is one with its offset, or as it was typed', () => {
    expect(reads('saved', date)).toBe("yyyy-MM-dd'T'HH:mm:ssXXX of 2026-12-03T09:15");
    expect(reads('saved', 'yesterday')).toBe('yesterday');
  });

  it('of a choice is one of it, however it was written, or nothing', () => {
    expect([' bus RIDE ', 'Walk', 'Bus', ''].map((cell) => reads('kind', cell))).toEqual(['Bus ride', 'Walk', '', '']);
  });

  it.each([
    ['Mon, Tue', ['Mon', 'Tue']],
    ['mon;TUESDAY', ['Mon', 'Tue']],
    ['Mon/Tue\nbook sample', ['Mon', 'Tue', 'Book sample']],
    ['Monday Tues', ['Mon', 'Tue']],
    ['Tue, Mon, Tue', ['Tue', 'Mon']],
    ['Sunday, x', []],
    ['', []],
  ])('of several choices, with “%s”, is %j', (cell, expected) => expect(reads('with', cell)).toEqual(expected));

  it('of numbers is a number or nothing', () => {
    expect([30, '30', 0, '', 'half an hour'].map((cell) => reads('seats', cell))).toEqual([30, 30, 0, null, null]);
  });

  it('of a tick is ticked however people say yes', () => {
    expect([true, 'TRUE', ' yes ', 'y', 'X', '✓'].map((cell) => reads('paid', cell))).toEqual(Array(6).fill(true));
    expect([false, '', 'no', 'maybe yes', 'yes!', 1].map((cell) => reads('paid', cell))).toEqual(Array(6).fill(false));
  });

  it('of an address is it in small letters, and of another tab’s row its name without spaces around', () => {
    expect(reads('leader', ' Ada@School.Example ')).toBe('ada@school.example');
    expect(reads('team', ' Year 4 ')).toBe('Year 4');
  });
});

it('a row is read by the columns it is asked for, and by none that the tab has not', () => {
  expect(rowReader(trips, ['seats', 'where'], format)([3, 'Museum'])).toEqual({ seats: 3, where: 'Museum' });
  const other: Table = trips;
  expect(() => rowReader(other, ['grade'], format)).toThrow('Trips has no column grade');
});

describe('what is written into a cell', () => {
  const row = {
    where: '=1+1',
    on: '2026-12-03',
    at: '15:45',
    saved: '2026-12-03T15:45:07+00:00',
    kind: '',
    with: ['Mon', 'Tue'],
    seats: 30,
    leader: 'ada@school.example',
    paid: true,
    team: undefined,
  };

  it('is text behind an apostrophe, but for days, moments, numbers and ticks; a name stands beside its address', () => {
    expect(
      fields(trips).map((field) => [field.header, encodeField(field, row, (email) => `name of ${email}`)]),
    ).toEqual([
      ['Where', "'=1+1"],
      ['On', '2026-12-03'],
      ['At', "'15:45"],
      ['Saved', '2026-12-03 15:45:07'],
      ['Kind', ''],
      ['With', "'Mon, Tue"],
      ['Seats', 30],
      ['Leader', "'name of ada@school.example"],
      ['Paid', true],
      ['Team', ''],
      ['Leader email', "'ada@school.example"],
    ]);
    expect(fields(trips).map((field) => encodeField(field, { leader: '', with: [] }, () => 'nobody'))).toEqual(
      Array(11).fill(''),
    );
  });

  it('of no words is nothing', () => {
    expect([asText(''), asText(' '), asText("'a")]).toEqual(['', "' ", "''a"]);
  });
});

it('a date is one whichever realm it comes from, and nothing else is', () => {
  expect([date, '2026-12-03', 46359, null, { getTime: () => 0 }].map(isDate)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

it('a moment is the same by its wall time, anything else by all of it', () => {
  const { saved, where, with: choice } = trips.columns;
  expect(isSame(saved, '2026-10-25T01:30:00+01:00', '2026-10-25T01:30:00+00:00')).toBe(true);
  expect(isSame(saved, '2026-10-25T01:30:00+01:00', '2026-10-25T01:30:01+01:00')).toBe(false);
  expect([isSame(where, 'a', 'a'), isSame(where, 'a', 'b'), isSame(where, '7', 7)]).toEqual([true, false, false]);
  expect([isSame(choice, ['a'], ['a']), isSame(choice, ['a'], ['a', 'b'])]).toEqual([true, false]);
});
