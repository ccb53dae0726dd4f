import type { Sheets } from '../local/plain/sheets.ts';
import type { Tab } from '../local/plain/tab.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import { Hand } from './hand.ts';
import { rowsWith, theTab } from './sight.ts';
import { type Cells, type Key, type Wanted, type WantedAnswer, type WantedSession, wordsIn } from './wanted.ts';

/** Rows with an id that people have taken away and not brought back, and all that they have put there. */
interface ByHand {
  readonly taken: number;
  readonly given: number;
}

/** What is known of one session: what was asked for it, what its coach was told, what people did to it by hand. */
export interface Wish extends ByHand {
  readonly id: string;
  /** In whose calendar its follow-up stands. */
  readonly saver: string;
  /** The session of the first one of its group, or ''. */
  readonly group: string;
  /** The version that somebody was last told is there. */
  readonly told: SessionDraft | undefined;
  /** Versions that were asked for since, whose answer is out or was lost: any of their cells may be there. */
  readonly open: readonly SessionDraft[];
  /** Its events that a person took out of the calendar. */
  readonly removed: readonly string[];
  /** Whether a person has moved its event by hand. */
  readonly isMoved: boolean;
  /** Whether anything has been asked of it in this case. */
  readonly isTouched: boolean;
}

/** The same of one row of Steps or Plans; a version need not say something of every cell. */
export interface Kept extends ByHand {
  readonly tab: 'steps' | 'plans';
  readonly id: string;
  readonly told: Cells | undefined;
  readonly open: readonly Cells[];
  readonly isTouched: boolean;
}

/** The tabs that are followed cell by cell, by their ids. */
export type Followed = Readonly<Record<'sessions' | 'log' | 'steps' | 'plans', string>>;

/** Something that was asked for, and whether somebody was told that it is done. */
export type Said<T> = T & { readonly isTold: boolean };

/**
 * What is right to expect, kept beside a world by whoever acts on it: requests and their answers, and people's own acts
 * cell by cell. Rows and columns are known by their keys, so that a sort or a moved column changes nothing here.
 */
export class Ledger {
  readonly wishes: Map<string, Wish>;
  readonly rows: Map<string, Kept>;
  /** Corrections that somebody was told are there, by their ids. */
  readonly edits: Set<string>;
  /** What was said of steps, and who has agreed to which plan, by what it is. */
  readonly answers: Map<string, Said<WantedAnswer>>;
  readonly keys: Map<string, Said<Key>>;
  #hand: Hand;

  constructor(
    readonly tabs: Followed,
    like?: Ledger,
  ) {
    this.wishes = new Map(like?.wishes);
    this.rows = new Map(like?.rows);
    this.edits = new Set(like?.edits);
    this.answers = new Map(like?.answers);
    this.keys = new Map(like?.keys);
    this.#hand = like ? like.#hand : Hand.none;
  }

  fork(): Ledger {
    return new Ledger(this.tabs, this);
  }

  /** What is known as a case begins: the acts that led to it are in the sheet. */
  begun(): Ledger {
    const made = this.fork();
    made.#hand = Hand.none;
    const untouched = { taken: 0, given: 0, isTouched: false };
    for (const id of made.wishes.keys()) made.change(id, () => untouched);
    for (const id of made.rows.keys()) made.changeRow(id, () => untouched);
    return made;
  }

  /** Everything that decides what is right from here on, as one text. */
  get key(): string {
    const { wishes, rows, edits, answers, keys } = this;
    const said = [wishes, rows, answers, keys].map((each) => [...each.values()]);
    return JSON.stringify([...said, [...edits], [...this.#hand.cells], [...this.#hand.rows]]);
  }

  /** Whether the same was asked for before, and its answer is out. */
  isOpen({ sessions, rows, keys }: Wanted): boolean {
    return (
      sessions.some(({ id, draft }) => isIn(this.wishes.get(id)?.open, draft)) ||
      rows.some(({ id, cells }) => isIn(this.rows.get(id)?.open, cells)) ||
      keys.some((key) => this.keys.has(nameOfKey(key)))
    );
  }

  /** Somebody asks for something. */
  asks(who: string, { sessions, rows, answers, keys }: Wanted): void {
    for (const wanted of sessions) this.#asksSession(who, wanted);
    for (const { tab, id, cells } of rows) {
      const row = this.rows.get(id) ?? { tab, id, told: undefined, open: [], taken: 0, given: 0, isTouched: true };
      this.rows.set(id, { ...row, isTouched: true, open: [...without(row.open, cells), cells] });
      // Other words than before take both keys back.
      if (tab === 'plans' && 'Purpose' in cells) this.#takeKeys(id, wordsIn(cells));
    }
    for (const each of answers) {
      const name = `${each.step} ${each.session}`;
      this.answers.set(name, { ...each, isTold: this.answers.get(name)?.isTold ?? false });
    }
    for (const key of keys) this.turns(key, this.keys.get(nameOfKey(key))?.isTold ?? false);
  }

  #asksSession(saver: string, { id, draft, group }: WantedSession): void {
    const hands = { taken: 0, given: 0, removed: [], isMoved: false };
    const begun: Wish = { id, saver, group, told: undefined, open: [], isTouched: true, ...hands };
    const wish = this.wishes.get(id) ?? begun;
    this.wishes.set(id, { ...wish, isTouched: true, open: [...without(wish.open, draft), draft] });
  }

  #takeKeys(plan: string, words: string): void {
    for (const key of this.keys.values())
      if (key.plan === plan && key.words !== words) this.keys.set(nameOfKey(key), { ...key, isTold: false });
  }

  /** Somebody turns their key to a plan, or is going to be told that they have. */
  turns(key: Key, isTold: boolean): void {
    this.keys.set(nameOfKey(key), { ...key, isTold });
  }

  /**
   * Somebody is told that what they asked for is there: what people took away before that is there again; a step or a
   * plan, if it is there, as it may have been taken away since it was looked at.
   */
  acknowledged({ sessions, rows, answers, keys }: Wanted, sheets: Sheets): void {
    for (const wanted of sessions) this.change(wanted.id, (wish) => told(wish, wanted));
    for (const { tab, id, cells } of rows) {
      const isThere = rowsWith(theTab(sheets, this.tabs[tab]), id).length > 0;
      this.changeRow(id, ({ told, open, taken }) => ({
        told: { ...told, ...cells },
        taken: isThere ? 0 : taken,
        open: without(open, cells),
      }));
    }
    for (const each of answers) this.answers.set(`${each.step} ${each.session}`, { ...each, isTold: true });
    for (const key of keys) this.turns(key, true);
  }

  /** Somebody is told that nothing of it was written, and it was not. */
  refused({ sessions, rows }: Wanted): void {
    for (const { id, draft } of sessions) this.change(id, ({ open }) => ({ open: without(open, draft) }));
    for (const { id, cells } of rows) this.changeRow(id, ({ open }) => ({ open: without(open, cells) }));
  }

  /** Changes what is known of a session. */
  change(id: string, how: (wish: Wish) => Partial<Wish>): void {
    const wish = this.wishes.get(id);
    if (wish) this.wishes.set(id, { ...wish, ...how(wish) });
  }

  /** Changes what is known of a row of Steps or Plans. */
  changeRow(id: string, how: (row: Kept) => Partial<Kept>): void {
    const row = this.rows.get(id);
    if (row) this.rows.set(id, { ...row, ...how(row) });
  }

  /** What a person last wrote in a cell, if anybody did. */
  written(row: number, column: number | undefined): string | undefined {
    return this.#hand.cells.size === 0 ? undefined : this.#hand.cells.get(`${row}:${column}`);
  }

  /** Whether people took a row away. */
  isTaken(row: number): boolean {
    return this.#hand.rows.has(row);
  }

  /** The session, step or plan whose row this was when somebody last did something by hand. */
  ownerOf(row: number): string | undefined {
    return this.#hand.owners.get(row);
  }

  /** Whether people left a tab as it is. */
  isLeftSo(tab: Tab): boolean {
    return this.#hand.tabs.includes(tab);
  }

  /** Whether nobody has done anything to the sheet by hand. */
  get isUntouched(): boolean {
    return this.#hand === Hand.none;
  }

  /** Whether nobody has written in a cell by hand, or taken a row away. */
  get isUnwritten(): boolean {
    return !this.#hand.hasWritten;
  }

  /** Whether people have taken rows away, or put any there. */
  get hasRowsByHand(): boolean {
    const all = [...this.wishes.values(), ...this.rows.values()];
    return this.#hand.rows.size > 0 || all.some(({ taken, given }) => taken + given > 0);
  }

  /** Takes down what a person's act did, from the sheet before and after it. */
  byHand(before: Sheets, after: Sheets): void {
    if (before === after) return;
    const owners = new Map<number, string>();
    const count = (tab: string, id: string, { taken, given }: ByHand): ByHand => {
      const [was, is] = [theTab(before, tab), theTab(after, tab)];
      for (const { key } of rowsWith(was, id)) owners.set(key, id);
      const more = was === is ? 0 : rowsWith(is, id).length - rowsWith(was, id).length;
      return { taken: Math.max(0, taken - more), given: given + Math.max(0, more) };
    };
    for (const { id } of this.wishes.values()) this.change(id, (wish) => count(this.tabs.sessions, id, wish));
    for (const { id, tab } of this.rows.values()) this.changeRow(id, (row) => count(this.tabs[tab], id, row));
    this.#hand = this.#hand.after(before, after, Object.values(this.tabs), owners);
  }
}

// What follows the first one of a group has its day, time and length, and everything else from whoever corrects it.
function told(wish: Wish, { id, draft, group, follows }: WantedSession): Partial<Wish> {
  const open = without(wish.open, draft);
  if (follows)
    return {
      told: wish.told && { ...wish.told, ...whenOf(draft) },
      open: open.map((each) => ({ ...each, ...whenOf(draft) })),
    };
  const isFollower = group !== '' && group !== id && wish.told !== undefined;
  return {
    told: isFollower ? { ...draft, ...(wish.told && whenOf(wish.told)) } : draft,
    taken: 0,
    open,
  };
}

const whenOf = ({ followUpDate, followUpTime, followUpMinutes }: SessionDraft) => ({
  followUpDate,
  followUpTime,
  followUpMinutes,
});

const nameOfKey = ({ plan, who, words }: Key): string => `${plan} ${who} ${words}`;

const isIn = <T>(versions: readonly T[] | undefined, one: T): boolean =>
  versions?.some((version) => JSON.stringify(version) === JSON.stringify(one)) ?? false;

const without = <T>(versions: readonly T[], one: T): T[] =>
  versions.filter((version) => JSON.stringify(version) !== JSON.stringify(one));
