import fc from 'fast-check';
import { type Counted, fewest, withheld } from '../../src/domain/disclosure.ts';

const people = (from: number, to: number): [string, string[]][] =>
  Array.from({ length: to - from }, (_, index) => [`p${from + index}`, [`p${from + index}`]]);
const counts = (key: string, from: number, to: number, of?: string): Counted => ({
  key,
  things: new Map(people(from, to)),
  ...(of !== undefined && { of }),
});
const staff = (size: number): Counted => counts('staff', 0, size);
const said = (figures: readonly Counted[], size: number): Record<string, string> =>
  Object.fromEntries(withheld(figures, [staff(size)]));

describe('a figure that others are to read', () => {
  it.each([
    [0, 'few'],
    [4, 'few'],
    [5, undefined],
    [20, undefined],
    [35, undefined],
    [36, 'by others'],
    [39, 'by others'],
    [40, undefined],
  ])('of %i of 40 staff is withheld: %s', (coached, why) => {
    expect(said([counts('coached', 0, coached)], 40).coached).toBe(why);
  });

  it('goes when an earlier one, taken from it, would tell of fewer than five', () => {
    expect(said([counts('this half-term', 0, 20), counts('this year', 0, 23)], 40)).toEqual({
      'this year': 'by others',
    });
    expect(said([counts('this half-term', 0, 20), counts('this year', 0, 25)], 40)).toEqual({});
  });

  it('takes another part with it when one part alone is missing from a whole', () => {
    const plans = (...parts: readonly [number, number][]) => [
      counts('plans', 0, 30),
      ...parts.map(([from, to], index) => counts(`part ${index + 1}`, from, to, 'plans')),
    ];
    expect(said(plans([0, 15], [15, 27], [27, 30]), 60)).toEqual({ 'part 2': 'by others', 'part 3': 'few' });
    expect(said(plans([0, 22], [22, 26], [26, 30]), 60)).toEqual({ 'part 2': 'few', 'part 3': 'few' });
    expect(said(plans([0, 27], [27, 29], [29, 30]), 60)).toEqual({
      'part 1': 'by others',
      'part 2': 'few',
      'part 3': 'few',
    });
  });

  it('goes when three of them together would tell of fewer than five', () => {
    // Each two of them have some people in common, and none lies within another: yet half of what two come to over
    // the third is whom those two have in common.
    const common = people(0, 2);
    const those = (key: string, ...groups: [string, string[]][][]): Counted => ({
      key,
      things: new Map(groups.flat()),
    });
    const three = [
      those('reading', common, people(10, 20)),
      those('writing', people(10, 20), people(20, 30)),
      those('maths', people(20, 30), common),
    ];
    expect(said(three, 60)).toEqual({ maths: 'by others' });
  });

  it('of hours tells nothing of how many there were', () => {
    const sessions = counts('sessions', 0, 30);
    const hours = { ...counts('hours', 0, 28), isAmount: true };
    expect(said([sessions, hours], 60)).toEqual({});
    expect(said([sessions, { ...hours, things: new Map(people(0, 4)) }], 60)).toEqual({ hours: 'few' });
  });

  it('goes where everybody knows how many there could have been', () => {
    const leaders = counts('leaders', 0, 8);
    const all = [staff(40), leaders];
    expect([...withheld([counts('leaders coached', 0, 6)], all).keys()]).toEqual(['leaders coached']);
    expect([...withheld([counts('leaders coached', 0, 8)], all).keys()]).toEqual([]);
  });

  it('of sessions goes by the people who met in them, not by how many they are', () => {
    const sessions = (key: string, number: number, among: number): Counted => ({
      key,
      things: new Map(Array.from({ length: number }, (_, index) => [`${key} ${index}`, [`p${index % among}`]])),
    });
    expect(said([sessions('reading', 30, 4), sessions('writing', 30, 6)], 40)).toEqual({ reading: 'few' });
  });
});

/** A school of any size with figures as a governors' page has them: of its people, within each other, and divided. */
const school = fc
  .record({
    size: fc.integer({ min: 0, max: 70 }),
    seed: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .chain(({ size }) =>
    fc.record({
      size: fc.constant(size),
      // Of each person: in which team, in which half-terms, with which answer, on which themes.
      each: fc.array(
        fc.record({
          team: fc.integer({ min: 0, max: 5 }),
          halfTerms: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 6 }),
          answer: fc.integer({ min: 0, max: 3 }),
          themes: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
        }),
        { minLength: size, maxLength: size },
      ),
    }),
  );

type Made = typeof school extends fc.Arbitrary<infer T> ? T : never;

function figuresOf({ each }: Made): Counted[] {
  type Each = Made['each'][number];
  const those = (key: string, is: (one: Each) => boolean, of?: string): Counted => ({
    key,
    things: new Map(each.flatMap((one, index) => (is(one) ? [[`p${index}`, [`p${index}`]]] : []))),
    ...(of !== undefined && { of }),
  });
  const talks = (key: string, of: string | undefined, is: (theme: number) => boolean): Counted => ({
    key,
    things: new Map(
      each.flatMap(({ themes }, index) =>
        themes.flatMap((theme, turn) => (is(theme) ? [[`s${index}.${turn}`, [`p${index}`]] as const] : [])),
      ),
    ),
    ...(of !== undefined && { of }),
  });
  const seen = (key: string, is: (one: Each) => boolean, by?: string): Counted => ({
    key,
    things: new Map(each.flatMap((one, index) => (one.answer > 0 && is(one) ? [[`e${index}`, [`p${index}`]]] : []))),
    ...(by !== undefined && { of: 'evidence', by }),
  });
  const numbers = (to: number) => Array.from({ length: to }, (_, index) => index + 1);
  return [
    those('with a plan', ({ answer }) => answer > 0),
    ...numbers(3).map((answer) => those(`answer ${answer}`, (one) => one.answer === answer, 'with a plan')),
    those('coached this half-term', ({ halfTerms }) => halfTerms.includes(6)),
    those('coached this year', ({ halfTerms }) => halfTerms.length > 0),
    ...numbers(5).map((number) => those(`half-term ${number}`, ({ halfTerms }) => halfTerms.includes(number))),
    ...numbers(6).map((team) =>
      those(`team ${team}`, (one) => one.team === team - 1 && one.halfTerms.length > 0, 'coached this year'),
    ),
    talks('sessions', undefined, () => true),
    ...numbers(4).map((theme) => talks(`theme ${theme}`, 'sessions', (each) => each === theme)),
    // Two ways of dividing the same.
    seen('evidence', () => true),
    ...numbers(3).map((answer) => seen(`moved ${answer}`, (one) => one.answer === answer, 'outcome')),
    ...numbers(3).map((source) => seen(`source ${source}`, ({ team }) => team % 3 === source - 1, 'source')),
  ];
}

/** Everything that somebody can work out who has the page: each shown figure, and parts of a whole taken from it. */
function workedOut(shown: readonly Counted[]): { how: string; things: Counted['things'] }[] {
  const single = shown.map((figure) => ({ how: figure.key, things: figure.things }));
  const division = ({ of, by = '' }: Counted): string => (of === undefined ? '' : `${of} ${by}`);
  const divisions = [...new Set(shown.map(division))].filter((name) => name !== '');
  const sums = divisions.flatMap((name) => {
    const parts = shown.filter((figure) => division(figure) === name);
    return Array.from({ length: 2 ** parts.length }, (_, bits) => parts.filter((_part, at) => (bits >> at) % 2 === 1))
      .filter((some) => some.length > 1)
      .map((some) => ({
        how: some.map(({ key }) => key).join(' + '),
        things: new Map(some.flatMap(({ things }) => [...things])),
      }));
  });
  const all = [...single, ...sums];
  return all.flatMap((whole) =>
    all.flatMap((part) => {
      const isWithin = part !== whole && [...part.things.keys()].every((id) => whole.things.has(id));
      if (!isWithin) return [];
      const rest = new Map([...whole.things].filter(([id]) => !part.things.has(id)));
      return [{ how: `${whole.how} - (${part.how})`, things: rest }];
    }),
  );
}

it('whatever the size of a school, nobody can work out anything that counts fewer than five people', () => {
  fc.assert(
    fc.property(school, (made) => {
      const figures = figuresOf(made);
      const everybody = counts('staff', 0, made.size);
      const hidden = withheld(figures, [everybody]);
      const shown = figures.filter(({ key }) => !hidden.has(key));
      const few = (things: Counted['things']): boolean =>
        things.size > 0 && new Set([...things.values()].flat()).size < fewest;
      expect(shown.filter(({ things }) => new Set([...things.values()].flat()).size < fewest)).toEqual([]);
      const staffKnown = made.size >= fewest ? [everybody, ...shown] : shown;
      expect(
        workedOut(staffKnown)
          .filter(({ things }) => few(things))
          .map(({ how }) => how),
      ).toEqual([]);
    }),
    { numRuns: 200, seed: 5 },
  );
});

it('and in a school of a usual size the page still says most of what it has', () => {
  const made: Made = {
    size: 60,
    each: Array.from({ length: 60 }, (_, index) => ({
      team: index % 6,
      halfTerms: index < 48 ? [1, 2, 3, 4, 5, 6].slice(index % 3) : [],
      answer: index % 4,
      themes: [1 + (index % 4)],
    })),
  };
  const figures = figuresOf(made);
  expect(withheld(figures, [counts('staff', 0, 60)]).size).toBeLessThan(figures.length / 4);
});
