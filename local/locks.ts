/** The locks of a script: one for the document, one for the script, one for each person. */
export class Locks {
  readonly #holders = new Map<string, object>();

  /** Takes a lock if nobody else has it. */
  take(name: string, holder: object): boolean {
    const current = this.#holders.get(name);
    if (current && current !== holder) return false;
    this.#holders.set(name, holder);
    return true;
  }

  /** Whether that holder has the lock. */
  has(name: string, holder: object): boolean {
    return this.#holders.get(name) === holder;
  }

  /** Gives a lock back. */
  free(name: string, holder: object): void {
    if (this.has(name, holder)) this.#holders.delete(name);
  }

  /** Gives back every lock of an execution that ends. */
  freeAll(holder: object): void {
    for (const [name, current] of this.#holders) if (current === holder) this.#holders.delete(name);
  }
}
