/** Numbers that look thrown and are the same every time, so that the made-up school is one school and not many. */
export interface Dice {
  /** A whole number from `least` to `most`, both possible. */
  between(least: number, most: number): number;
  /** Whether something happens that happens so often in a hundred. */
  chance(inHundred: number): boolean;
  pick<T>(of: readonly T[]): T;
  shuffle<T>(of: readonly T[]): T[];
}

/** Dice that fall as their seed has it (mulberry32: 32 bits of state, public domain). */
export function diceOf(seed: string): Dice {
  let state = [...seed].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0, 0x811c9dc5);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    chance: (inHundred) => next() * 100 < inHundred,
    pick(of) {
      const one = of[between(0, of.length - 1)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
    shuffle(of) {
      const left = [...of];
      return of.flatMap(() => left.splice(between(0, left.length - 1), 1));
    },
  };
}

/** An id in the shape of a UUID, such as the sidebar makes. */
export function uuidOf(dice: Dice): string {
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => dice.between(0, 15).toString(16)).join('');
  return [hex(8), hex(4), `4${hex(3)}`, `${dice.pick(['8', '9', 'a', 'b'])}${hex(3)}`, hex(12)].join('-');
}

/**
 * Draws from banks of sentences so that each is used before any comes again, and never twice in one draw. A sentence
 * may hold choices, `{two|three} pupils`, and slots, `{name}`.
 */
export class Decks {
  private readonly dice: Dice;
  private readonly decks = new Map<readonly string[], string[]>();

  constructor(dice: Dice) {
    this.dice = dice;
  }

  /** So many sentences of a bank, in the order of the bank, with their choices made and their slots filled. */
  draw(bank: readonly string[], count: number, slots: Readonly<Record<string, string>>): string {
    const drawn: string[] = [];
    while (drawn.length < Math.min(count, bank.length)) {
      const deck = this.deck(bank);
      const index = deck.findIndex((sentence) => !drawn.includes(sentence));
      // What is left of the deck has been drawn just now: begin a new one.
      if (index < 0) this.decks.delete(bank);
      else drawn.push(...deck.splice(index, 1));
    }
    return bank
      .filter((sentence) => drawn.includes(sentence))
      .map((sentence) => this.fill(sentence, slots))
      .join(' ');
  }

  private deck(bank: readonly string[]): string[] {
    const there = this.decks.get(bank);
    if (there && there.length > 0) return there;
    const fresh = this.dice.shuffle(bank);
    this.decks.set(bank, fresh);
    return fresh;
  }

  private fill(sentence: string, slots: Readonly<Record<string, string>>): string {
    return sentence.replace(/\{([^}]*)\}/g, (_, inside: string) => {
      if (inside.includes('|')) return this.dice.pick(inside.split('|'));
      const word = slots[inside];
      if (word === undefined) throw new Error(`a sentence asks for {${inside}}`);
      return word;
    });
  }
}
