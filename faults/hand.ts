import { type Sheets, tabOf } from '../local/plain/sheets.ts';
import type { Row, Tab } from '../local/plain/tab.ts';
import { contentAt } from './sight.ts';

/** What people did to the sheet with their own hands, cell by cell; never changed, but made anew. */
export class Hand {
  /** Before anybody has done anything. */
  static readonly none = new Hand(new Map(), new Set(), new Map(), []);

  private constructor(
    /** What they last wrote in a cell, by the keys of its row and column. */
    readonly cells: ReadonlyMap<string, string>,
    /** Rows that they took away, by key. */
    readonly rows: ReadonlySet<number>,
    /** Whose row one was, by key, when somebody last did something. */
    readonly owners: ReadonlyMap<number, string>,
    /** The other tabs as they left them. */
    readonly tabs: readonly Tab[],
  ) {}

  /** Whether anybody has written in a cell or taken a row away, and not only put things in another order. */
  get hasWritten(): boolean {
    return this.cells.size + this.rows.size > 0;
  }

  /** The same after an act, from the sheet before and after it; `followed` are the tabs that are looked at cell by cell. */
  after(before: Sheets, now: Sheets, followed: readonly string[], owners: ReadonlyMap<number, string>): Hand {
    const cells = new Map(this.cells);
    const rows = new Set(this.rows);
    for (const id of followed) {
      const [was, is] = [tabOf(before, id), tabOf(now, id)];
      if (was && is && was !== is) compare(was, is, cells, rows);
    }
    const others = now.tabs.filter((tab) => !before.tabs.includes(tab));
    return new Hand(cells, rows, new Map([...this.owners, ...owners]), [...this.tabs, ...others]);
  }
}

function compare(before: Tab, after: Tab, cells: Map<string, string>, rows: Set<number>): void {
  const was = new Map(before.rows.map((row) => [row.key, row]));
  const columns = new Map(before.columns.map((key, column) => [key, column]));
  for (const row of after.rows) {
    const old = was.get(row.key);
    was.delete(row.key);
    rows.delete(row.key);
    if ((old === row && before.columns === after.columns) || (row.width === 0 && (old?.width ?? 0) === 0)) continue;
    after.columns.forEach((key, column) => {
      const now = contentAt(row, column);
      if (now !== formerly(old, columns.get(key))) cells.set(`${row.key}:${key}`, now);
    });
  }
  for (const key of was.keys()) rows.add(key);
}

const formerly = (row: Row | undefined, column: number | undefined): string =>
  row === undefined || column === undefined ? '' : contentAt(row, column);
