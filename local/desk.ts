import type { WebSocket } from 'ws';
import { actOn, entriesOf } from './agenda.ts';
import { icsOf } from './ics.ts';
import { type Keep, keepIn, openKept } from './keep.ts';
import type {
  CalendarAct,
  CalendarEntry,
  ClockAct,
  Edit,
  MenuLine,
  Person,
  Push,
  RunReply,
  RunRequest,
} from './page/protocol.ts';
import { peopleOf } from './people.ts';
import { faceOf, moved } from './wall.ts';
import type { World } from './world.ts';

/** How a desk gets its world. */
export interface DeskOptions {
  /** Opens a kept world, or makes the one everything begins with. */
  readonly open: (saved?: unknown) => World;
  /** Where the workbook is kept between runs; without it nothing is kept. */
  readonly file?: string;
  /** Hears what whoever started the server should know. */
  readonly say: (sentence: string) => void;
}

/** One world and the windows that are open on it: what they may ask, and the news they hear. */
export class Desk {
  readonly #options: DeskOptions;
  readonly #windows = new Set<(push: Push) => void>();
  readonly #keep: Keep | null;
  #telling = false;
  #world: World;

  constructor(options: DeskOptions) {
    const { open, file, say } = options;
    this.#options = options;
    this.#world = this.#serve((file && openKept(file, open, say)) || open());
    this.#keep = file ? keepIn(file, () => this.#world.save()) : null;
    this.#keep?.soon();
  }

  get world(): World {
    return this.#world;
  }

  /** Who a window may be. */
  people(): Person[] {
    return peopleOf(this.#world.model, this.#world.owner);
  }

  /** The add-on's menu, from its own onOpen. */
  menu(as: string): MenuLine[] {
    const { shown } = this.#world.run('onOpen', [], { user: as, kind: 'simple-trigger' });
    return shown.flatMap((one) => (one.kind === 'menu' ? [{ text: one.title, lines: one.lines }] : []));
  }

  /** Runs one function as one person. */
  run({ fn, args, as, kind }: RunRequest): RunReply {
    const run = this.#world.run(fn, args, { user: as, kind });
    for (const line of run.log) this.#options.say(line);
    return {
      value: run.value ?? null,
      error: run.error?.message ?? null,
      shown: run.shown.filter((one) => one.kind !== 'menu'),
    };
  }

  /** A person's calendar, earliest first. */
  calendar(as: string): CalendarEntry[] {
    return entriesOf(this.#world, this.people(), as);
  }

  /** One event of a person's calendar as a file, if they have it. */
  ics(as: string, id: string): string | null {
    const entry = this.calendar(as).find((other) => other.id === id);
    return entry ? icsOf(entry, new Date(this.#world.clock.now()).toISOString()) : null;
  }

  /** Does what a person did in their calendar. */
  act(act: CalendarAct): void {
    actOn(this.#world, act);
  }

  /** Moves the world's time, and runs what then was due. */
  clock(act: ClockAct): void {
    const { clock, zone } = this.#world;
    clock.set(moved(zone, clock.now(), act));
    this.#world.runTriggers();
  }

  /** The engine's id of the tab that Google knows by a number. */
  tab(gid: string): string | null {
    const { model, book } = this.#world;
    return model.getters.getSheetIds().find((id) => String(book.gid(id)) === gid) ?? null;
  }

  /** Puts everything back to how it was at the very beginning. */
  again(): void {
    this.#world = this.#serve(this.#options.open());
    this.#keep?.soon();
    this.#tell({ type: 'again' });
  }

  /** Lets a window take part: its edits reach the sheet, and everybody's reach it. */
  join(socket: WebSocket): void {
    const tell = (push: Push): void => socket.send(JSON.stringify(push));
    const connection = this.#world.hub.connect((message) => tell({ type: 'revision', message }));
    let client: string | null = null;
    socket.on('message', (data) => {
      const { message } = JSON.parse(String(data)) as Edit; // our own page's live.ts is who writes here
      client ??= clientOf(message);
      connection.receive(message);
    });
    socket.on('close', () => {
      this.#windows.delete(tell);
      connection.close();
      // A closed window has no time to say so itself, and its cursor would stay in everybody's grid.
      if (client) connection.receive({ type: 'CLIENT_LEFT', version: 1, clientId: client });
    });
    this.#windows.add(tell);
    tell({ type: 'workbook', ...connection.snapshot(), clock: this.#face(), owner: this.#world.owner });
  }

  /** Writes what is still waiting to be kept. */
  close(): void {
    this.#keep?.now();
  }

  #serve(world: World): World {
    world.watch((change) => {
      this.#keep?.soon();
      if (change === 'clock') this.#tell({ type: 'clock', clock: this.#face() });
      if (change === 'calendar') this.#tellCalendars();
    });
    return world;
  }

  #face() {
    return faceOf(this.#world.zone, this.#world.clock.now());
  }

  /** One event is many changes, one in each guest's calendar: the windows hear of them together. */
  #tellCalendars(): void {
    if (this.#telling) return;
    this.#telling = true;
    setImmediate(() => {
      this.#telling = false;
      this.#tell({ type: 'calendar' });
    });
  }

  #tell(push: Push): void {
    for (const tell of this.#windows) tell(push);
  }
}

function clientOf(message: unknown): string | null {
  const { client } = message as { client?: { id: string } }; // CLIENT_JOINED and CLIENT_MOVED carry one
  return client?.id ?? null;
}
