const HOUR = 3_600_000;

/** A function a person has asked to be run for them every so many hours. */
export interface Trigger {
  readonly id: string;
  readonly fn: string;
  readonly owner: string;
  readonly everyHours: number;
  readonly next: number;
}

/** Everybody's hourly triggers: nobody sees another person's, and each runs as whoever made it. */
export class Triggers {
  #list: Trigger[];

  constructor(saved: readonly Trigger[] = []) {
    this.#list = [...saved];
  }

  /** The triggers of one person. */
  of(owner: string): readonly Trigger[] {
    return this.#list.filter((trigger) => trigger.owner === owner);
  }

  /** Installs a trigger that first runs after its first span of hours. */
  add(trigger: Omit<Trigger, 'next' | 'id'>, now: number): Trigger {
    const made = { ...trigger, id: `trigger-${this.#list.length + 1}-${now}`, next: now + trigger.everyHours * HOUR };
    this.#list.push(made);
    return made;
  }

  /** Takes a trigger away. */
  remove(id: string): void {
    this.#list = this.#list.filter((trigger) => trigger.id !== id);
  }

  /** The triggers whose time has come; each is then due again after its span. */
  due(now: number): readonly Trigger[] {
    const due = this.#list.filter(({ next }) => next <= now);
    this.#list = this.#list.map((trigger) =>
      due.includes(trigger) ? { ...trigger, next: now + trigger.everyHours * HOUR } : trigger,
    );
    return due;
  }

  /** What must be kept for the next time. */
  save(): readonly Trigger[] {
    return this.#list;
  }
}
