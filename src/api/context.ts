import type { Placed, Row, Table } from '../domain/columns.ts';
import type { Day, Moment, Time } from '../domain/days.ts';
import type { KeptDraft } from '../domain/drafts.ts';
import type { Filter } from '../domain/filter.ts';
import type { Arrangement, Busy, Delivery, FollowUp, Upcoming } from '../domain/follow-ups.ts';
import type { LogRow } from '../domain/log.ts';
import type { Look } from '../domain/mirror.ts';
import type { ImpactShows, Paper, Reader } from '../domain/papers.ts';
import type { PlanAnswer, PlanInvitation } from '../domain/plan-invitations.ts';
import type { PlanReminder, StandingReminder } from '../domain/plan-reminders.ts';
import type { Reference } from '../domain/reference.ts';
import type { Member } from '../domain/staff.ts';

/** Everything outside a procedure that it may use, and nothing else: each has one implementation. */
export interface Context {
  readonly user: string;
  readonly clock: Clock;
  readonly book: Book;
  readonly calendar: Calendar;
  readonly planEvents: PlanEvents;
  readonly drafts: Drafts;
  readonly timer: Timer;
  readonly mirror: Mirror;
  readonly pages: Pages;
  readonly master: Master;
  readonly archive: Archive;
  readonly papers: Papers;
  /**
   * Takes the sheet's lock, runs, and has the book write what was added or changed. A command is already inside.
   * `goesOn` says by what was recorded whether the run still has to wait for another service, so that the lock is given
   * back first; else the platform does that, as the run ends.
   */
  record<T>(act: () => T, goesOn?: (recorded: T) => boolean): T;
}

/** What time it is in the school. */
export interface Clock {
  readonly today: Day;
  readonly time: Time;
  readonly now: Moment;
}

/** The shared sheet. */
export interface Book {
  /** By which Google knows it. */
  readonly id: string;
  /** Staff, teams, term dates and settings, as the tabs say now. */
  reference(): Reference;
  /** Some columns of every row of a tab, down to the last row with an id; or to the bottom, what people typed included. */
  columns<T extends Table, Key extends keyof Row<T> & string>(
    table: T,
    keys: readonly Key[],
    to?: 'last id' | 'bottom',
  ): Placed<Pick<Row<T>, Key>>[];
  /** The row with this id, if there is one. */
  find<T extends Table>(table: T, id: string): Placed<Row<T>> | undefined;
  /** The sessions whose invitation waits to be sent. */
  waiting(): Placed<FollowUp>[];
  /** The row with this id as it is now: looked for where it was, then everywhere. */
  again<T extends Table>(table: T, id: string, at: number): Placed<Row<T>> | undefined;
  /** Some rows of a tab, by where they were just found; what is not a row by now is left out. */
  rows<T extends Table>(table: T, at: readonly number[]): Row<T>[];
  /** Every row of a small tab, down to the last one with an id. */
  rowsOf<T extends Table>(table: T): Placed<Row<T>>[];
  /** Adds a row below everything on its tab; where it stands is known once it has been saved. */
  append<T extends Table>(table: T, row: Row<T>): { readonly at: number };
  /** Adds a line to the Log. */
  note(row: LogRow): void;
  /**
   * Changes cells of a row that was just read. Should a person's sort or a moved column come between, what was hit
   * instead is given back what it had, or what is true of it where that can be found out.
   */
  change<T extends Table>(
    table: T,
    placed: Placed<Row<T>>,
    values: Partial<Row<T>>,
    truth?: (id: string) => Partial<Row<T>>,
  ): void;
  /** Whether the formulas that go by a tab's names see a row. */
  sees(table: Table, at: number): boolean;
  /** Lets them see every row there is. */
  widen(table: Table): void;
  /** Forgets what was read, so that the next read is of now. */
  refresh(): void;
  /** A link that opens a tab, at a row of it. */
  link(table: Table, at?: number): string;
}

/** The signed-in person's own calendar. */
export interface Calendar {
  /** Makes the event what the follow-up says: puts it in, brings it up to date or calls it off; safe to repeat. */
  arrange(
    followUp: FollowUp,
    guests: readonly Member[],
    plan: Arrangement,
  ): Omit<Delivery, 'session'> & { moved: boolean };
  /** The follow-ups of this sheet that are still to come, the removed ones too, in order of time. */
  upcoming(plan: Arrangement): readonly Upcoming[];
  /** When the person is not free between two days, in the school's time. */
  busy(from: Day, until: Day, timeZone: string): readonly Busy[];
  /** Has an event say that it stands for what its row says by now. */
  rewish(followUp: FollowUp, before: string): void;
  /** Whether the event with that id stands there. */
  has(eventId: string): boolean;
}

/** The invitations to plans, and the reminders of their evidence, in the signed-in person's own calendar. */
export interface PlanEvents {
  /** Asks a coachee to agree to a plan as it is; safe to repeat. */
  invite(plan: PlanInvitation): {
    outcome: 'Invited' | 'Removed' | 'Not sent' | 'Waiting';
    words: string;
    link: string;
  };
  /** Reminds of evidence on its day, or moves there what was put in for another; safe to repeat. */
  remind(reminder: PlanReminder): { words: string; link: string };
  /** Who has said Yes to a plan of this sheet, and to which words; and which reminders are still to come. */
  standing(
    sheetId: string,
    today: Day,
  ): { readonly answers: readonly PlanAnswer[]; readonly reminders: readonly StandingReminder[] };
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

/** What the signed-in person has said of their own coaching, which nobody else can read. */
export interface Mirror {
  looks(): Look[];
  look(look: Look): void;
}

/** The papers for governors and for all staff, beside the Impact tab that their figures are from. */
export interface Papers {
  /** What Impact shows just now. */
  impact(): ImpactShows;
  /** Lays a paper on its tab, over the one that stood there; answers a link to it. */
  lay(paper: Paper): string;
  /** Puts the papers before the person, to be printed. */
  show(papers: readonly Paper[], links: Readonly<Record<Reader, string>>): void;
}

/** The parts of the sidebar that follow once it is open. */
export interface Pages {
  more(): string;
}

/** Where the director looks at some of the sessions. */
export interface Master {
  /** What the director's own tab shows, as far as there is one. */
  shown(): Filter;
  /** Lays the own tab for a filter; answers how many of how many sessions it shows, in words, and a link to it. */
  showApart(filter: Filter, coach: string): { readonly says: string; readonly link: string };
  /** Hides every row of the Sessions tab with one of these ids, by the tab's filter; without any it shows all rows. */
  hide(ids: readonly string[]): void;
}

/** The tabs of school years that are over. */
export interface Archive {
  /** Moves rows of one of the years off a tab, so many at a time; answers how many. */
  move(table: Table, going: readonly { readonly id: string; readonly year: string }[]): number;
  /** Some columns of every row of a table that was archived with some years. */
  columns<T extends Table, Key extends keyof Row<T> & string>(
    table: T,
    keys: readonly Key[],
    years: readonly string[],
  ): Pick<Row<T>, Key>[];
  /** The row with this id that was archived with one of some years, and with which. */
  find<T extends Table>(
    table: T,
    id: string,
    years: readonly string[],
  ): { readonly row: Row<T>; readonly year: string } | undefined;
  /** Adds rows to a tab that people keep themselves; what is there already is not added twice. */
  add<T extends Table>(table: T, rows: readonly Row<T>[]): void;
}
