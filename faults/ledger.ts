import type { Sheets } from '../local/plain/sheets.ts';
import type { Row, Tab } from '../local/plain/tab.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import { contentAt, rowsWith, theTab } from './sight.ts';

/** What is known of one session: what was asked for it, what its coach was told, what people did to it by hand. */
export interface Wish {
  readonly id: string;
  /** In whose calendar its follow-up stands. */
  readonly saver: string;
  /** The version that somebody was last told is there. */
  readonly told: SessionDraft | undefined;
  /** Versions that were asked for since, whose answer is out or was lost: any of their cells may be there. */
  readonly open: readonly SessionDraft[];
  /** Rows with its id that people have taken away and not brought back, and all that they have put there. */
  readonly taken: number;
  readonly given: number;
  /** Its events that a person took out of the calendar. */
  readonly removed: readonly string[];
  /** Whether a person has moved its event by hand. */
  readonly isMoved: boolean;
  /** Whether anything has been asked of it in this case. */
  readonly isTouched: boolean;
}

/** What people did with their own hands. */
interface Hand {
  /** What they last wrote in a cell, by the keys of its row and column. */
  readonly cells: ReadonlyMap<string, string>;
  /** Rows that they took away, by key. */
  readonly rows: ReadonlySet<number>;
  /** Whose row one was, by key, when somebody last did something. */
  readonly owners: ReadonlyMap<number, string>;
  /** The other tabs as they left them. */
  readonly tabs: readonly Tab[];
}

/** The tabs that are followed cell by cell. */
export interface Followed {
  readonly sessions: string;
  readonly log: string;
}

const untouched: Hand = { cells: new Map(), rows: new Set(), owners: new Map(), tabs: [] };

/**
 * What is right to expect, kept beside a world by whoever acts on it: requests and their answers, and people's own acts
 * cell by cell. Rows and columns are known by their keys, so that a sort or a moved column changes nothing here.
 */
export class Ledger {
  readonly wishes: Map<string, Wish>;
  /** Corrections that somebody was told are there, by their ids. */
  readonly edits: Set<string>;
  #hand: Hand;

  constructor(
    readonly tabs: Followed,
    like?: Ledger,
  ) {
    this.wishes = new Map(like?.wishes);
    this.edits = new Set(like?.edits);
    this.#hand = like ? like.#hand : untouched;
  }

  fork(): Ledger {
    return new Ledger(this.tabs, this);
  }

  /** What is known as a case begins: the acts that led to it are in the sheet. */
  begun(): Ledger {
    const made = this.fork();
    made.#hand = untouched;
    for (const id of made.wishes.keys()) made.change(id, () => ({ taken: 0, given: 0, isTouched: false }));
    return made;
  }

  /** Everything that decides what is right from here on, as one text. */
  get key(): string {
    return JSON.stringify([...this.wishes.values(), [...this.edits], [...this.#hand.cells], [...this.#hand.rows]]);
  }

  /** Somebody asks for a version of a session. */
  asks(id: string, saver: string, draft: SessionDraft): void {
    const hands = { taken: 0, given: 0, removed: [], isMoved: false };
    const begun: Wish = { id, saver, told: undefined, open: [], isTouched: true, ...hands };
    const wish = this.wishes.get(id) ?? begun;
    this.wishes.set(id, { ...wish, isTouched: true, open: [...without(wish.open, draft), draft] });
  }

  /** Somebody is told that a version is there: what people took away before that is there again. */
  acknowledged(id: string, draft: SessionDraft): void {
    this.change(id, ({ open }) => ({ told: draft, taken: 0, open: without(open, draft) }));
  }

  /** Somebody is told that nothing of a version was written, and it was not. */
  refused(id: string, draft: SessionDraft): void {
    this.change(id, ({ open }) => ({ open: without(open, draft) }));
  }

  /** Changes what is known of a session. */
  change(id: string, how: (wish: Wish) => Partial<Wish>): void {
    const wish = this.wishes.get(id);
    if (wish) this.wishes.set(id, { ...wish, ...how(wish) });
  }

  /** What a person last wrote in a cell, if anybody did. */
  written(row: number, column: number | undefined): string | undefined {
    return this.#hand.cells.size === 0 ? undefined : this.#hand.cells.get(`${row}:${column}`);
  }

  /** Whether people took a row away. */
  isTaken(row: number): boolean {
    return this.#hand.rows.has(row);
  }

  /** The session whose row this was when somebody last did something by hand. */
  ownerOf(row: number): string | undefined {
    return this.#hand.owners.get(row);
  }

  /** Whether people left a tab as it is. */
  isLeftSo(tab: Tab): boolean {
    return this.#hand.tabs.includes(tab);
  }

  /** Whether nobody has done anything to the sheet by hand. */
  get isUntouched(): boolean {
    return this.#hand === untouched;
  }

  /** Whether people have taken rows away, or put any there. */
  get hasRowsByHand(): boolean {
    return this.#hand.rows.size > 0 || [...this.wishes.values()].some(({ taken, given }) => taken + given > 0);
  }

  /** Takes down what a person's act did, from the sheet before and after it. */
  byHand(before: Sheets, after: Sheets): void {
    if (before === after) return;
    for (const id of [this.tabs.sessions, this.tabs.log]) this.#compare(theTab(before, id), theTab(after, id));
    const others = after.tabs.filter((tab) => !before.tabs.includes(tab));
    this.#hand = { ...this.#hand, tabs: [...this.#hand.tabs, ...others] };
    const [was, is] = [theTab(before, this.tabs.sessions), theTab(after, this.tabs.sessions)];
    const owners = new Map(this.#hand.owners);
    for (const { id } of this.wishes.values()) {
      for (const { key } of rowsWith(was, id)) owners.set(key, id);
      const more = rowsWith(is, id).length - rowsWith(was, id).length;
      this.change(id, ({ taken, given }) => ({ taken: Math.max(0, taken - more), given: given + Math.max(0, more) }));
    }
    this.#hand = { ...this.#hand, owners };
  }

  #compare(before: Tab, after: Tab): void {
    const cells = new Map(this.#hand.cells);
    const rows = new Set(this.#hand.rows);
    const was = new Map(before.rows.map((row) => [row.key, row]));
    const columns = new Map(before.columns.map((key, column) => [key, column]));
    for (const row of after.rows) {
      const old = was.get(row.key);
      was.delete(row.key);
      rows.delete(row.key);
      if ((old === row && before.columns === after.columns) || (row.width === 0 && (old?.width ?? 0) === 0)) continue;
      after.columns.forEach((key, column) => {
        const now = contentAt(row, column);
        if (now !== formerly(old, columns.get(key))) cells.set(`${row.key}:${key}`, now);
      });
    }
    for (const key of was.keys()) rows.add(key);
    this.#hand = { ...this.#hand, cells, rows };
  }
}

const formerly = (row: Row | undefined, column: number | undefined): string =>
  row === undefined || column === undefined ? '' : contentAt(row, column);

const without = (versions: readonly SessionDraft[], draft: SessionDraft): SessionDraft[] =>
  versions.filter((version) => JSON.stringify(version) !== JSON.stringify(draft));
