/** The time in a world: it stands still until somebody moves it, so that a test or a demonstration is repeatable. */
export class Clock {
  readonly #listeners = new Set<() => void>();
  #now: number;

  constructor(now: string | number = Date.now()) {
    this.#now = read(now);
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#now;
  }

  /** Sets the clock to a moment such as 2026-12-03T09:30:00Z. */
  set(moment: string | number): void {
    this.#now = read(moment);
    for (const tell of this.#listeners) tell();
  }

  /** Lets time pass. */
  advance(milliseconds: number): void {
    this.set(this.#now + milliseconds);
  }

  /** Calls back whenever the time is changed; answers a function that stops it. */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

function read(moment: string | number): number {
  const time = typeof moment === 'number' ? moment : Date.parse(moment);
  if (Number.isNaN(time)) throw new Error(`Not a moment: ${moment}`);
  return time;
}
