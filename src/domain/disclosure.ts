/**
 * Which figures may be read outside the school. None may count fewer than five people (UK notes 4.7), neither by itself
 * nor by adding figures up and taking one from another: 40 of 43 staff says as much about three people as a 3 would.
 */

import { derivedFrom } from './derived.ts';

/** So many people make a figure that says nothing of one of them. */
export const fewest = 5;

/** A figure with what it counts. */
export interface Counted {
  readonly key: string;
  /** What it counts, by id (sessions, plans, people), each with the people it is about. */
  readonly things: ReadonlyMap<string, readonly string[]>;
  /** The figure that this one and its likes divide between them, such as all plans for the plans that were resolved. */
  readonly of?: string;
  /** How they divide it, where it is divided in more than one way: by outcome, or by source. */
  readonly by?: string;
  /** It says something else of them than how many they are, such as hours: nothing comes of taking from it. */
  readonly isAmount?: boolean;
}

/** Why a figure is not shown: it counts too few people, or with others it would tell of too few. */
export type Withheld = 'few' | 'by others';

/**
 * Says which figures are withheld and why. The figures stand in the order of their weight: of those that tell too much
 * together, the last goes. `known` is what everybody knows anyway, such as who works at the school.
 */
export function withheld(figures: readonly Counted[], known: readonly Counted[]): ReadonlyMap<string, Withheld> {
  const all = [...known, ...figures];
  const pieces = piecesOf(all);
  const tells = (some: Iterable<number>): boolean => {
    const people = new Set([...some].flatMap((piece) => [...(pieces[piece]?.people ?? [])]));
    return people.size > 0 && people.size < fewest;
  };
  const placed = all.map(
    ({ key, of, by = '' }, place): Placed => ({
      place,
      division: of && `${by} ${of}`,
      key,
      pieces: new Set(pieces.flatMap((piece, number) => (piece.of.has(place) ? [number] : []))),
    }),
  );
  const isFew = ({ pieces: own }: Placed): boolean => own.size === 0 || tells(own);
  const why = new Map<string, Withheld>(
    placed
      .slice(known.length)
      .filter(isFew)
      .map(({ key }) => [key, 'few']),
  );
  // Each turn withholds one more, so it ends.
  for (;;) {
    const shown = placed.filter(({ key, place }) => !why.has(key) && all[place]?.isAmount !== true);
    const together = telling(shown, known.length, tells) ?? following(shown, known.length, pieces.length, tells);
    const last = together && all[Math.max(...together)];
    if (!last) return why;
    why.set(last.key, 'by others');
  }
}

/** A figure as the pieces that all figures together cut everything into. */
interface Placed {
  readonly place: number;
  readonly key: string;
  /** The whole that it is a part of, and how that is divided. */
  readonly division: string | undefined;
  readonly pieces: ReadonlySet<number>;
}

// What the same figures count is one piece, however many things it is: with it or without it, never in part.
function piecesOf(all: readonly Counted[]): { of: Set<number>; people: Set<string> }[] {
  const figuresOf = new Map<string, { of: number[]; people: readonly string[] }>();
  all.forEach(({ things }, place) => {
    for (const [id, people] of things) {
      const there = figuresOf.get(id);
      if (there) there.of.push(place);
      else figuresOf.set(id, { of: [place], people });
    }
  });
  const pieces = new Map<string, { of: Set<number>; people: Set<string> }>();
  for (const { of, people } of figuresOf.values()) {
    const piece = pieces.get(of.join()) ?? { of: new Set(of), people: new Set() };
    for (const each of people) piece.people.add(each);
    pieces.set(of.join(), piece);
  }
  return [...pieces.values()];
}

// The places of figures that together tell of too few: sums of likes, one within the other, and what is left of the
// greater. Of all sums within another the greatest leaves the least, and of all that hold it the smallest; so these two
// are enough to look at.
function telling(
  shown: readonly Placed[],
  known: number,
  tells: (some: Iterable<number>) => boolean,
): number[] | undefined {
  const groups = [...shown.map((figure) => [figure]), ...families(shown)];
  for (const some of groups)
    for (const others of groups) {
      if (some === others || some.length > others.length || ![...some, ...others].some(({ place }) => place >= known))
        continue;
      for (const sum of sumsOf(some)) {
        const own = union(sum);
        const within = others.filter(({ pieces }) => isWithin(pieces, own));
        if (within.length > 0 && tells(without(own, union(within)))) return placesOf(sum, within);
        const meeting = others.filter(({ pieces }) => [...pieces].some((piece) => own.has(piece)));
        const around = union(meeting);
        if (meeting.length > 0 && isWithin(own, around) && tells(without(around, own))) return placesOf(sum, meeting);
      }
    }
  return undefined;
}

// The places of figures from which one piece of too few people, or two such pieces, can be worked out in any way at all.
function following(
  shown: readonly Placed[],
  known: number,
  pieces: number,
  tells: (some: Iterable<number>) => boolean,
): number[] | undefined {
  const small = Array.from({ length: pieces }, (_, piece) => piece).filter((piece) => tells([piece]));
  const sums = shown.map((figure) => figure.pieces);
  return derivedFrom(sums, pieces, small)
    .filter((derived) => tells(derived.pieces))
    .map(({ from }) => from.flatMap((sum) => shown[sum]?.place ?? []))
    .find((places) => places.some((place) => place >= known));
}

// Parts of one whole, of which sums can be made: they have nothing in common.
function families(shown: readonly Placed[]): Placed[][] {
  const divisions = new Set(shown.flatMap(({ division }) => (division === undefined ? [] : [division])));
  return [...divisions]
    .map((each) => shown.filter(({ division }) => division === each))
    .filter(({ length }) => length > 1);
}

// All of them: a figure stands in a family of a dozen at most.
function sumsOf(group: readonly Placed[]): Placed[][] {
  let sums: Placed[][] = [];
  for (const figure of group) sums = [...sums, ...sums.map((sum) => [...sum, figure]), [figure]];
  return sums;
}

const union = (figures: readonly Placed[]): ReadonlySet<number> =>
  new Set(figures.flatMap(({ pieces }) => [...pieces]));
const isWithin = (some: ReadonlySet<number>, all: ReadonlySet<number>): boolean =>
  some.size <= all.size && [...some].every((each) => all.has(each));
const without = (all: ReadonlySet<number>, some: ReadonlySet<number>): number[] =>
  [...all].filter((each) => !some.has(each));
const placesOf = (...some: readonly Placed[][]): number[] => some.flat().map(({ place }) => place);
