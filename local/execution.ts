import type { Book } from './book.ts';
import type { Calendars } from './calendars.ts';
import type { Zone } from './cells.ts';
import type { Clock } from './clock.ts';
import { Door, type Hook } from './door.ts';
import type { Locks } from './locks.ts';
import type { Stores } from './stores.ts';
import type { Triggers } from './triggers.ts';
import type { ValidationRule } from './validation.ts';

/** How far a script is trusted: developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle */
export type AuthMode = 'NONE' | 'LIMITED' | 'FULL';

/** What started an execution. */
export type RunKind = 'menu' | 'client' | 'simple-trigger' | 'time-trigger';

/** Who runs a function, and how. */
export interface As {
  /** The person's email; '' is a person Google does not name. */
  readonly user: string;
  readonly authMode?: AuthMode;
  readonly kind?: RunKind;
  /** Which buttons they press in the alerts they are shown, in turn: YES, NO, OK, CANCEL or CLOSE. */
  readonly answers?: readonly string[];
  /** What becomes of writes not yet sent when the execution is killed. */
  readonly unflushed?: 'kept' | 'lost' | 'torn';
}

/** One line of a menu. */
export interface MenuLine {
  readonly text: string;
  readonly fn?: string;
  readonly lines?: readonly MenuLine[];
  readonly separator?: boolean;
}

/** Something an execution put before the person. */
export type Shown =
  | { kind: 'sidebar'; title: string; html: string }
  | { kind: 'dialog'; title: string; html: string; width: number; height: number; modal: boolean }
  | { kind: 'alert'; title: string; text: string; buttons: string; answered: string }
  | { kind: 'toast'; title: string; text: string }
  | { kind: 'menu'; title: string; addon: boolean; lines: readonly MenuLine[] };

/** Everything outside an execution that it can reach. */
export interface Outside {
  readonly name: string;
  readonly addonName: string;
  readonly id: string;
  readonly url: string;
  readonly scriptId: string;
  readonly manifest: { readonly timeZone: string };
  /** The HTML files of the script, by name. */
  readonly files: ReadonlyMap<string, string>;
  readonly book: Book;
  readonly clock: Clock;
  readonly locks: Locks;
  readonly stores: Stores;
  readonly triggers: Triggers;
  readonly calendars: Calendars;
  readonly owner: string;
  /** Whether the script belongs to a document; one that stands alone has no sheet, no document lock, no document store. */
  readonly hasDocument: boolean;
  readonly hooks: readonly Hook[];
  changed(what: 'calendar' | 'state'): void;
}

/** A validation set in this execution and not yet sent: the next setValues must already obey it. */
export interface NewRule {
  readonly sheetId: string;
  readonly zone: Zone;
  readonly rule: ValidationRule | null;
}

/** One run of one function: what it has shown and said, and the writes it has not sent yet. */
export class Execution {
  readonly door: Door;
  readonly shown: Shown[] = [];
  readonly log: string[] = [];
  readonly answers: string[];
  readonly user: string;
  readonly authMode: AuthMode;
  readonly kind: RunKind;
  readonly newRules: NewRule[] = [];
  activeSheet: string | null = null;
  #pending: (() => void)[] = [];
  // How many of them change no cell.
  #shapes = 0;

  constructor(
    readonly outside: Outside,
    readonly as: As,
  ) {
    this.door = new Door(() => outside.hooks);
    this.user = as.user;
    this.kind = as.kind ?? 'menu';
    this.authMode = as.authMode ?? (this.kind === 'simple-trigger' ? 'LIMITED' : 'FULL');
    this.answers = [...(as.answers ?? [])];
  }

  get book(): Book {
    return this.outside.book;
  }

  /** Keeps a write until the next read, flush or end, as the platform does. */
  write(cells: number, act: () => void): void {
    this.door.count(cells);
    this.#pending.push(act);
  }

  /** The same for what changes no cell that a script could read meanwhile, such as the groups of a pivot table. */
  shape(act: () => void): void {
    this.#pending.push(act);
    this.#shapes += 1;
  }

  /** Sends what has been written. */
  flush(): void {
    const writes = this.#pending;
    this.#pending = [];
    this.#shapes = 0;
    this.newRules.length = 0;
    this.book.apply(writes);
  }

  /** Reads from the sheet, after sending what has been written. */
  read<T>(act: () => T, cells = 0): T {
    this.flush();
    this.door.count(cells);
    return act();
  }

  /** Reads cells, after sending what has been written to cells. */
  readCells<T>(act: () => T, cells: number): T {
    if (this.#pending.length > this.#shapes) this.flush();
    this.door.count(cells);
    return act();
  }

  /** Changes the sheet at once, after sending what has been written. */
  change(act: () => void): void {
    this.flush();
    this.book.apply([act]);
  }

  /** Ends the execution: what was not sent is sent, unless it was killed, and its locks are freed. */
  finish(): void {
    try {
      if (this.door.killed) this.#pending.length = this.#survivors();
      this.flush();
    } finally {
      this.outside.locks.freeAll(this);
    }
  }

  #survivors(): number {
    const fate = this.as.unflushed ?? 'kept';
    if (fate === 'torn') return Math.floor(this.#pending.length / 2);
    return fate === 'kept' ? this.#pending.length : 0;
  }
}
