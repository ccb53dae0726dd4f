/**
 * What follows from sums: somebody who knows what some sums come to may be able to work out others, by adding and taking
 * away. A sum is a set of pieces; the pieces' own sizes are not known.
 */

/** A sum that follows from others, and from which: the numbers of those that it takes. */
export interface Derived {
  readonly pieces: readonly number[];
  readonly from: readonly number[];
}

// Whole numbers are added and halved a few times: far from what rounding could hide.
const nearly = 1e-9;
const isZero = (value: number): boolean => Math.abs(value) < nearly;

/** Every single piece, and every two, of those asked for whose sum follows from the sums that are known. */
export function derivedFrom(sums: readonly ReadonlySet<number>[], pieces: number, asked: readonly number[]): Derived[] {
  const rows = reduce(sums, pieces);
  const leads = new Map(rows.map((row) => [row.lead, row]));
  const free = Array.from({ length: pieces }, (_, piece) => piece).filter((piece) => !leads.has(piece));
  // Two pieces (or none) follow when nothing is left open of their sum.
  const openOf = (piece: number): number[] => {
    const row = leads.get(piece);
    return free.map((each) => (row ? (row.cells[each] ?? 0) : each === piece ? -1 : 0));
  };
  const from = (...which: readonly number[]): number[] =>
    sums.flatMap((_, sum) =>
      isZero(which.reduce((total, piece) => total + (leads.get(piece)?.of[sum] ?? 0), 0)) ? [] : [sum],
    );
  const say = (open: readonly number[], sign: 1 | -1): string =>
    open.map((value) => (isZero(value) ? 0 : Math.round(value * sign * 1e6))).join();
  const singles = asked.filter((piece) => openOf(piece).every(isZero));
  const others = asked.filter((piece) => !singles.includes(piece)).map((piece) => ({ piece, open: openOf(piece) }));
  const byOpen = new Map<string, number[]>();
  for (const { piece, open } of others) byOpen.set(say(open, 1), [...(byOpen.get(say(open, 1)) ?? []), piece]);
  const pairs = others.flatMap(({ piece, open }) =>
    (byOpen.get(say(open, -1)) ?? []).filter((other) => other > piece).map((other) => [piece, other]),
  );
  return [
    ...singles.map((piece) => ({ pieces: [piece], from: from(piece) })),
    ...pairs.map((pair) => ({ pieces: pair, from: from(...pair) })),
  ];
}

interface Row {
  readonly lead: number;
  readonly cells: number[];
  /** How often each of the sums went into it. */
  readonly of: number[];
}

// Gauss and Jordan: each row that is left has a piece that no other row has.
function reduce(sums: readonly ReadonlySet<number>[], pieces: number): Row[] {
  const open = sums.map((sum, at) => ({
    cells: Array.from({ length: pieces }, (_, piece) => (sum.has(piece) ? 1 : 0)),
    of: sums.map((_, other) => (other === at ? 1 : 0)),
  }));
  const done: Row[] = [];
  for (let lead = 0; lead < pieces; lead++) {
    const at = open.findIndex(({ cells }) => !isZero(cells[lead] ?? 0));
    const [row] = at < 0 ? [] : open.splice(at, 1);
    if (!row) continue;
    const by = row.cells[lead] ?? 1;
    const own = { lead, cells: row.cells.map((cell) => cell / by), of: row.of.map((cell) => cell / by) };
    for (const other of [...open, ...done]) {
      const times = other.cells[lead] ?? 0;
      if (isZero(times)) continue;
      own.cells.forEach((cell, each) => {
        other.cells[each] = (other.cells[each] ?? 0) - times * cell;
      });
      own.of.forEach((cell, each) => {
        other.of[each] = (other.of[each] ?? 0) - times * cell;
      });
    }
    done.push(own);
  }
  return done;
}
