import { choice, choices, day, flag, id, number, person, table, text, time } from '../../src/domain/columns.ts';
import { asCell, asName, parse, property } from '../../src/domain/parse.ts';

const trips = table('Trips', 'One row is one trip.', {
  id: id('Trip id', { required: true }),
  where: text('Where', { required: true }),
  on: day('On'),
  at: time('At'),
  kind: choice('Kind', ['Walk', 'Bus']),
  with: choices('With', ['Books', 'Lunch'], { required: true }),
  seats: number('Seats', [1, 60]),
  leader: person('Leader'),
  paid: flag('Paid'),
  saved: text('Saved', { made: true }),
});
const whole = { id: 'a', where: 'Museum', with: ['Lunch'] };

function refusal(change: Readonly<Record<string, unknown>>): unknown {
  try {
    return parse(trips, { ...whole, ...change });
  } catch (error) {
    return error;
  }
}

describe('what a person typed for a row', () => {
  it('is a whole row, empty where nothing was typed, without what only the add-on writes', () => {
    expect(parse(trips, { ...whole, saved: 'forged', other: 'unknown' })).toEqual({
      id: 'a',
      where: 'Museum',
      on: '',
      at: '',
      kind: '',
      with: ['Lunch'],
      seats: null,
      leader: '',
      paid: false,
    });
  });

  it('keeps each kind as it was typed, an address in small letters, and of a list each once', () => {
    const typed = { on: '2026-12-03', at: '09:15', kind: 'Bus', seats: 1, leader: ' Ada@School.Example ', paid: true };
    expect(parse(trips, { ...whole, ...typed, with: ['Lunch', 'Books', 'Lunch'] })).toMatchObject({
      ...typed,
      leader: 'ada@school.example',
      with: ['Lunch', 'Books'],
    });
    expect(parse(trips, { ...whole, seats: 60, where: '  two\r\nlines\rof it ' })).toMatchObject({
      seats: 60,
      where: '  two\nlines\nof it ',
    });
    expect(parse(trips, { ...whole, seats: '', on: null })).toMatchObject({ seats: null, on: '' });
  });

  it.each([
    ['where', ' \n', 'Where is still empty.'],
    ['where', undefined, 'Where is still empty.'],
    ['with', [], 'With is still empty.'],
    ['with', null, 'With is still empty.'],
    ['with', 'Lunch', 'With must be a list.'],
    ['with', ['Lunch', 'Maps'], 'With must be one of: Books, Lunch.'],
    ['with', [7], 'With must be text.'],
    ['on', '2026-02-30', 'On must be a date.'],
    ['on', 20261203, 'On must be text.'],
    ['at', '9:15', 'At must be a time, such as 15:45.'],
    ['kind', 'Train', 'Kind must be one of: Walk, Bus.'],
    ['seats', '12', 'Seats must be a whole number.'],
    ['seats', 1.5, 'Seats must be a whole number.'],
    ['seats', 0, 'Seats must be from 1 to 60.'],
    ['seats', 61, 'Seats must be from 1 to 60.'],
    ['paid', 'yes', 'Paid must be yes or no.'],
  ])('is refused where %s is %j', (field, value, message) => {
    expect(refusal({ [field]: value })).toMatchObject({ code: 'invalid', field, message });
  });

  it('is refused where nothing at all was sent', () => {
    for (const input of [null, undefined, 'text', 7])
      expect(() => parse(trips, input)).toThrow('Trip id is still empty.');
  });
});

it('a property is one of the thing itself', () => {
  expect([{ a: 1 }, Object.create({ a: 1 }), null, undefined, 'a', 7].map((of) => property(of, 'a'))).toEqual([
    1,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(property([5], 'length')).toBeUndefined();
});

it('mere spaces are nothing in a cell, and what is no text is no name', () => {
  expect([' \n\t', '', ' a ', 'a\r\n\rb'].map(asCell)).toEqual(['', '', ' a ', 'a\n\nb']);
  expect(['a', '', 7, null, ['a'], { a: 'a' }].map(asName)).toEqual(['a', '', '', '', '', '']);
});
