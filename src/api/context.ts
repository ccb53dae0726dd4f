import type { Placed, Row, Table } from '../domain/columns.ts';
import type { Day, Moment, Time } from '../domain/days.ts';
import type { KeptDraft } from '../domain/drafts.ts';
import type { Delivery, FollowUp } from '../domain/follow-ups.ts';
import type { LogRow } from '../domain/log.ts';
import type { Reference } from '../domain/reference.ts';
import type { Member } from '../domain/staff.ts';

/** Everything outside a procedure that it may use, and nothing else: each has one implementation. */
export interface Context {
  readonly user: string;
  readonly clock: Clock;
  readonly book: Book;
  readonly calendar: Calendar;
  readonly drafts: Drafts;
  readonly timer: Timer;
  /** Takes the sheet's lock, runs, and has the book write what was added. A command is already inside. */
  record<T>(act: () => T): T;
}

/** What time it is in the school. */
export interface Clock {
  readonly today: Day;
  readonly time: Time;
  readonly now: Moment;
}

/** The shared sheet. */
export interface Book {
  /** Staff, teams, term dates and settings, as the tabs say now. */
  reference(): Reference;
  /** Some columns of every row of a tab. */
  columns<T extends Table, Key extends keyof Row<T> & string>(
    table: T,
    keys: readonly Key[],
  ): Placed<Pick<Row<T>, Key>>[];
  /** The row with this id, if there is one. */
  find<T extends Table>(table: T, id: string): Placed<Row<T>> | undefined;
  /** The sessions whose invitation waits to be sent. */
  waiting(): Placed<FollowUp>[];
  /** Adds a row at the end, unless one with its id is there already; answers which row of the tab it is. */
  append<T extends Table>(table: T, row: Row<T>): { at: number; already: boolean };
  /** Adds a line to the Log. */
  note(row: LogRow): void;
  /**
   * Sets one cell of the row with this id to what is true of it. The row is found by id when it is written and checked
   * after; should a person's sort have come between, the row that was hit instead is set to its own truth again.
   */
  project<T extends Table>(table: T, key: keyof Row<T> & string, id: string, truth: (id: string) => string): void;
  /** A link that opens a tab, at a row of it. */
  link(table: Table, at?: number): string;
}

/** The signed-in person's own calendar. */
export interface Calendar {
  /** Puts a follow-up in, invites the guests, and tells what became of it; safe to repeat. */
  invite(followUp: FollowUp, guests: readonly Member[], timeZone: string, sheet: string): Omit<Delivery, 'session'>;
}

/** The signed-in person's unfinished sessions, which nobody else can read. */
export interface Drafts {
  all(): KeptDraft[];
  keep(draft: KeptDraft): void;
  drop(id: string): void;
}

/** The hourly run that sends what waits, one for each person. */
export interface Timer {
  isOn(): boolean;
  turnOn(): void;
}
