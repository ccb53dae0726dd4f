import { asLook, emptyLook, looksBetween, lookText, parseLook } from '../../src/domain/mirror.ts';
import { qualities } from '../../src/domain/policy.ts';
import { termOf } from '../../src/domain/school-year.ts';
import { periods } from '../school.ts';

const look = { day: '2026-11-26', answers: [2, 1, 0, ...Array.from({ length: 11 }, () => null)] };

it('the mirror asks of the fourteen qualities that the policy names, C15 to C28', () => {
  expect(qualities).toHaveLength(14);
  expect(emptyLook('2026-11-26').answers).toEqual(qualities.map(() => null));
});

it('what a coach saw in it is kept in fourteen signs, and is the same when it is read again', () => {
  expect(lookText(look)).toBe('210-----------');
  expect(asLook(look.day, lookText(look))).toEqual(look);
  expect(parseLook(JSON.parse(JSON.stringify(look)))).toEqual(look);
});

it.each([
  ['another day than there is', { ...look, day: '2026-02-30' }],
  ['an answer too few', { ...look, answers: look.answers.slice(1) }],
  ['an answer that nobody was offered', { ...look, answers: look.answers.map(() => 3) }],
  ['words', { ...look, answers: look.answers.map(() => 'yes') }],
  ['nothing', null],
])('%s is refused', (_, given) => {
  expect(() => parseLook(given)).toThrow('These answers could not be read.');
});

it('what is kept and cannot be read any more is left out', () => {
  expect(asLook('someday', lookText(look))).toBeUndefined();
  expect(asLook(look.day, '21')).toBeUndefined();
  expect(asLook(look.day, '9'.repeat(14))).toBeUndefined();
});

it('a look back is over the term, of one or two half-terms, with the holiday after it', () => {
  expect(termOf('2026-11-26', periods)).toEqual({ name: 'Autumn', first: '2026-09-03', last: '2026-12-18' });
  expect(termOf('2026-12-24', periods)).toEqual({ name: 'Autumn', first: '2026-09-03', last: '2026-12-24' });
  expect(termOf('2027-01-04', periods)).toMatchObject({ name: 'Spring', first: '2027-01-04' });
  expect(termOf('2026-11-26', [])).toEqual({ name: '', first: '2026-07-29', last: '2026-11-26' });
  const [early, late] = [
    { ...look, day: '2026-09-10' },
    { ...look, day: '2026-07-10' },
  ];
  expect(looksBetween([look, late, early], '2026-09-03', '2026-12-18')).toEqual([early, look]);
});
