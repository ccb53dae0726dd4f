import type { Area } from './area.ts';
import { type Sheets, tabOf } from './sheets.ts';
import type { Tab } from './tab.ts';

/** Something worked out, with the tabs and names that were looked at for it, as they were then. */
export interface Seen {
  readonly tabs: ReadonlyMap<string, Tab | undefined>;
  readonly names: ReadonlyMap<string, Area | undefined>;
}

/** What has been worked out of a workbook: it holds as long as nothing that was looked at for it has changed. */
export class Memory<Key, Value extends Seen> {
  readonly #known = new Map<Key, Value>();

  /** `like` is the memory of the workbook this one began as: what is found out here of what they share, it is told. */
  constructor(
    readonly sheets: () => Sheets,
    readonly like?: Memory<Key, Value>,
  ) {
    if (like) for (const [key, value] of like.#known) this.#known.set(key, value);
  }

  find(key: Key): Value | undefined {
    const known = this.#known.get(key);
    return known && holds(known, this.sheets()) ? known : undefined;
  }

  keep(key: Key, value: Value): Value {
    this.#known.set(key, value);
    this.like?.learn(key, value);
    return value;
  }

  /** Takes what another workbook found out, when it is true of this one. */
  learn(key: Key, value: Value): void {
    if (!this.find(key) && holds(value, this.sheets())) this.keep(key, value);
  }
}

function holds({ tabs, names }: Seen, sheets: Sheets): boolean {
  for (const [id, tab] of tabs) if (tabOf(sheets, id) !== tab) return false;
  for (const [name, area] of names) if (sheets.names.get(name) !== area) return false;
  return true;
}
