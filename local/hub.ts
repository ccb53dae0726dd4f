import type { CollaborationMessage, Model, TransportService } from '@odoo/o-spreadsheet';

type Message = CollaborationMessage;
type Tell = (message: Message) => void;

/** Everything somebody who joins must load: a workbook and the revisions made since. */
export interface Snapshot {
  readonly data: unknown;
  readonly messages: readonly Message[];
}

/** One person's connection to the workbook. */
export interface Connection {
  /** Takes what their browser sent. */
  receive(message: unknown): void;
  /** What to load before listening; ask when joining. */
  snapshot(): Snapshot;
  close(): void;
}

/** Passes revisions between the model on this side and the browsers that have joined, in one order for all of them. */
export class RevisionHub {
  readonly #browsers = new Set<Tell>();
  readonly #listeners = new Map<string, Tell>();
  readonly #since: Message[] = [];
  readonly #watchers = new Set<() => void>();
  #base: unknown;
  #model: Model | null = null;
  #revision = 'START_REVISION';

  /** How the model on this side takes part. */
  readonly transport: TransportService<Message> = {
    sendMessage: async (message) => this.#take(message),
    onNewMessage: (id, callback) => void this.#listeners.set(id, callback),
    leave: (id) => void this.#listeners.delete(id),
  };

  /** Names the model whose copy newcomers are given. */
  serve(model: Model, revision: string): void {
    this.#model = model;
    this.#revision = revision;
    this.#base = null;
  }

  /** Calls back after every change of the workbook, whoever made it; answers a function that stops it. */
  watch(listener: () => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  /** Joins a browser: `send` is called with every message meant for it. */
  connect(send: (message: unknown) => void): Connection {
    const tell: Tell = send;
    return {
      snapshot: () => {
        const snapshot = this.#snapshot();
        this.#browsers.add(tell);
        return snapshot;
      },
      // What a browser sends is o-spreadsheet's own message, as JSON brought it.
      receive: (message) => this.#take(message as Message),
      close: () => void this.#browsers.delete(tell),
    };
  }

  /** Somebody else's undo may reach back before a newcomer's copy, so while anybody is connected the copy stays. */
  #snapshot(): Snapshot {
    if (!this.#model) throw new Error('No workbook is being served.');
    if (!this.#base || this.#browsers.size === 0) {
      this.#base = this.#model._exportData(false);
      this.#since.length = 0;
    }
    return { data: this.#base, messages: [...this.#since] };
  }

  #take(message: Message): void {
    if (message.type === 'SNAPSHOT' || message.type === 'SNAPSHOT_CREATED') return;
    if ('nextRevisionId' in message) {
      // Two at once: the first to arrive wins, and the other's browser rebases its change and sends it again.
      if (message.serverRevisionId !== this.#revision) return;
      this.#revision = message.nextRevisionId;
      if (this.#base) this.#since.push(message);
    }
    for (const tell of [...this.#listeners.values(), ...this.#browsers]) tell(message);
    if ('nextRevisionId' in message) for (const listener of this.#watchers) listener();
  }
}
