import type { Calendars } from '../calendars.ts';
import { Clock } from '../clock.ts';
import type { Hook } from '../door.ts';
import { type As, Execution, type Outside } from '../execution.ts';
import { Locks } from '../locks.ts';
import { execute, type Runner } from '../run.ts';
import type { Stores } from '../stores.ts';
import { Triggers } from '../triggers.ts';
import type { Run, World } from '../world.ts';
import { kept, loadOnce, type Script } from './kept-script.ts';
import { PlainBook } from './plain-book.ts';
import { PlainPerson } from './plain-person.ts';
import { type RawCell, rawCells, rowsByHeader } from './reading.ts';
import { sheetsOf } from './take-over.ts';

type Lasting = Omit<Outside, 'book' | 'clock' | 'calendars' | 'stores' | 'triggers' | 'locks' | 'hooks' | 'changed'>;

const silent = (): void => undefined;

interface Parts {
  readonly lasting: Lasting;
  readonly call: Runner;
  readonly clock: Clock;
  readonly book: PlainBook;
  readonly calendars: Calendars;
  readonly stores: Stores;
  readonly triggers: Triggers;
}

/**
 * A world with the same services, calendars, properties, locks and clock, and the same door before all of them, over a
 * plain grid of cells: for tests that try a thing thousands of times. It is made from a real one, and forked from there.
 */
export class PlainWorld implements Outside {
  readonly name: string;
  readonly addonName: string;
  readonly id: string;
  readonly url: string;
  readonly scriptId: string;
  readonly manifest: Outside['manifest'];
  readonly files: Outside['files'];
  readonly owner: string;
  readonly hasDocument: boolean;
  readonly clock: Clock;
  readonly book: PlainBook;
  readonly calendars: Calendars;
  readonly stores: Stores;
  readonly triggers: Triggers;
  readonly locks = new Locks();
  readonly person: PlainPerson;
  readonly hooks: Hook[] = [];
  /** Nobody watches a plain world. */
  readonly changed = silent;
  readonly #parts: Parts;

  private constructor(parts: Parts, person?: PlainPerson) {
    const { lasting, clock, book, calendars, stores, triggers } = parts;
    this.name = lasting.name;
    this.addonName = lasting.addonName;
    this.id = lasting.id;
    this.url = lasting.url;
    this.scriptId = lasting.scriptId;
    this.manifest = lasting.manifest;
    this.files = lasting.files;
    this.owner = lasting.owner;
    this.hasDocument = lasting.hasDocument;
    this.clock = clock;
    this.book = book;
    this.calendars = calendars;
    this.stores = stores;
    this.triggers = triggers;
    this.person = new PlainPerson(book, person);
    this.#parts = parts;
  }

  /** The plain copy of a world; its script is the world's own, loaded once, unless another is given. */
  static of(world: World, options: { readonly script?: Script } = {}): PlainWorld {
    const clock = new Clock(world.clock.now());
    return new PlainWorld({
      lasting: world,
      call: kept(options.script ?? loadOnce(world.bundle.code)),
      clock,
      book: new PlainBook({ zone: world.zone, formats: world.book.formats }, clock, sheetsOf(world)),
      calendars: world.calendars.copy(clock, silent),
      stores: world.stores.copy(),
      triggers: new Triggers(world.triggers.save()),
    });
  }

  /** A world of its own that begins as this one is now; only who holds a lock and who stands at the door stay behind. */
  fork(): PlainWorld {
    const clock = new Clock(this.clock.now());
    return new PlainWorld(
      {
        ...this.#parts,
        clock,
        book: this.book.fork(clock),
        calendars: this.calendars.copy(clock, silent),
        stores: this.stores.copy(),
        triggers: new Triggers(this.triggers.save()),
      },
      this.person,
    );
  }

  /** One Apps Script execution: runs one public function as one person. */
  run(fn: string, args: readonly unknown[], as: As): Run {
    return execute(new Execution(this, as), this.#parts.call, fn, args);
  }

  /** Runs what is due of everybody's hourly triggers, each as the person who made it. */
  runTriggers(): Run[] {
    return this.triggers
      .due(this.clock.now())
      .map(({ fn, owner }) => this.run(fn, [], { user: owner, kind: 'time-trigger' }));
  }

  /** Lets a test stand at the door; answers a function that takes it away. */
  onCall(hook: Hook): () => void {
    this.hooks.push(hook);
    return () => void this.hooks.splice(this.hooks.indexOf(hook), 1);
  }

  /** The rows of a tab by header, as a person sees them; the header row and empty rows left out. */
  rows(tab: string): Record<string, string>[] {
    return rowsByHeader(this.book, tab);
  }

  /** Every cell of a tab, header and empty rows included: what a script reads there, and whether it is a formula. */
  cells(tab: string): RawCell[][] {
    return rawCells(this.book, tab);
  }
}
