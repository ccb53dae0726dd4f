/**
 * How rows are written so that nothing is lost to somebody who sorts, inserts or moves in the same moment. The lock
 * keeps other runs away, but not people, and between looking where a cell is and writing there the sheet can change. So
 * a new row is appended, which is one indivisible act that hits no row there is; a changed cell is looked at after it
 * was written; and when anything is not as it should be, the whole tab is read at once and put right: see healing.ts.
 */
import { fields, headerOf, rangeName, type Table } from '../domain/columns.ts';
import { UserError } from '../domain/errors.ts';
import { sessions } from '../domain/sessions.ts';
import { encodeField, type Written } from './cells.ts';
import { ofAppended, ofChanged, type Stroke } from './healing.ts';
import type { Lookup } from './lookup.ts';
import { changing } from './refusals.ts';
import {
  type Addition,
  areLast,
  type Change,
  haveStayed,
  holds,
  isSet,
  type Laid,
  type Prepared,
  type Values,
} from './standing.ts';
import type { Grid, Tab } from './tab.ts';

// Rows added at once when a tab is full.
const spareRows = 200;
// Whatever people do again and again while it is put right, there is an end to it.
const mostLooks = 4;

export class Pen {
  private readonly nameOf: (email: string) => string;
  private readonly rows: (table: Table) => ReturnType<Lookup['rows']>;
  private readonly look: () => Lookup;

  constructor(nameOf: Pen['nameOf'], rows: Pen['rows'], look: Pen['look']) {
    this.nameOf = nameOf;
    this.rows = rows;
    this.look = look;
  }

  /**
   * Writes, flushes, and looks.
   * @throws UserError `stale` when the sheet does not show what was written
   */
  write(additions: readonly Addition[], changes: readonly Change[]): void {
    const whole = new Map<Tab, Grid>();
    const prepared = changes.map((change) => this.prepare(change, whole));
    const laid = additions.map((addition) => this.append(addition));
    const refusal = send(prepared);
    const now = this.look();
    // The sessions are looked at last: what a coach is told is as fresh as it can be.
    const all = [...new Set([...additions, ...changes].map(({ tab }) => tab))];
    const tabs = [...all.filter((tab) => !isMaster(tab)), ...all.filter(isMaster)];
    const [astray] = tabs.filter((tab) => {
      const added = laid.filter(({ addition }) => addition.tab === tab);
      const changed = prepared.filter(({ change }) => change.tab === tab);
      const looksRight = refusal === undefined && this.looksRight(tab, added, changed, now);
      return !looksRight && !this.putRight(tab, added, changed, now.rows(tab.table)?.all);
    });
    if (astray) throw refusal ?? this.whyNot(astray);
  }

  private append(addition: Addition): Laid {
    const { tab, row } = addition;
    const room = this.rows(tab.table);
    // Before the last row, while it is empty: ranges that reach to the end of the tab then grow with it.
    if (room && room.last === room.all - 1) tab.sheet.insertRowsBefore(room.all, spareRows);
    const strokes = this.strokesOf(tab, row);
    const cells: Written[] = Array.from({ length: tab.width }, () => '');
    for (const { column, value } of strokes) cells[column] = value;
    tab.sheet.appendRow(cells);
    return { addition, strokes };
  }

  /**
   * Lets formulas look at every row of a tab: where somebody has filled a column of their own to the very bottom, a row
   * came to stand below what they look at.
   */
  widen(tab: Tab): void {
    const end = tab.sheet.getLastRow();
    tab.sheet.insertRowsAfter(end, spareRows);
    const spreadsheet = tab.sheet.getParent();
    do {
      for (const { header } of fields(tab.table)) {
        const range = tab.sheet.getRange(2, tab.column(header), end + spareRows - 1);
        spreadsheet.setNamedRange(rangeName(tab.table, header), range);
      }
      SpreadsheetApp.flush();
    } while (tab.renew());
  }

  private strokesOf(tab: Tab, values: Values): Stroke[] {
    return fields(tab.table)
      .filter(({ key }) => key in values)
      .map((field) => ({
        header: field.header,
        column: tab.column(field.header) - 1,
        value: encodeField(field, values, this.nameOf),
      }));
  }

  // What stands in the rows that this change could hit: only its own, where the truth about others can be found out
  // later; else all of them, since a sort may put any row where this one was.
  private prepare(change: Change, whole: Map<Tab, Grid>): Prepared {
    const { tab, id, values, before, truth } = change;
    const idHeader = headerOf(tab.table, 'id');
    const rest = { change, id, idHeader };
    if (truth) {
      const status = headerOf(tab.table, Object.keys(values).join());
      return {
        ...rest,
        at: change.at - 1,
        strokes: this.strokesOf(tab, values),
        before: [...tab.seenOf(id).values()],
        truth: (other, header) => (header === status ? Object.values(truth(other)).join() : ''),
      };
    }
    const grid = whole.get(tab) ?? tab.all();
    whole.set(tab, grid);
    const [headers, ...rows] = grid;
    // All of one moment, which may be a later one than that of the decision.
    tab.renew(headers);
    const idAt = headers.indexOf(idHeader);
    const kept = rows.map((cells) => ({ headers, cells }));
    const at = kept.findIndex(({ cells }) => String(cells[idAt]) === id);
    const mine = kept[at];
    if (!mine || !isSet(tab.table, before, tab.decoded(mine))) throw new UserError('stale', changing);
    return { ...rest, at: at + 1, strokes: this.strokesOf(tab, values), before: kept, truth: () => '' };
  }

  // One look that costs little and is enough when nobody came between.
  private looksRight(tab: Tab, added: readonly Laid[], changed: readonly Prepared[], now: Lookup): boolean {
    const room = this.rows(tab.table);
    const end = now.rows(tab.table);
    if (tab.renew(now.headers(tab.table))) return false;
    if (!isMaster(tab)) return areLast(tab, added, end) && haveStayed(tab, changed);
    return (
      this.areAt(added, end?.last ?? tab.sheet.getLastRow()) &&
      changed.every((each) => holds(each, now, room?.last === end?.last))
    );
  }

  // Several stand one below the other, the last of them at the end.
  private areAt(added: readonly Laid[], end: number): boolean {
    return added.every(({ addition }, index) => this.isAt(addition, end - added.length + 1 + index));
  }

  private isAt(addition: Addition, at: number): boolean {
    const { tab, row } = addition;
    if (at < 2 || !isSet(tab.table, row, tab.rowAt(at))) return false;
    addition.at = at;
    return true;
  }

  private putRight(tab: Tab, added: readonly Laid[], changed: readonly Prepared[], all: number | undefined): boolean {
    const isRight = this.heal(tab, added, changed);
    if (!added.some(({ addition }) => addition.at > (all ?? addition.at))) return isRight;
    this.widen(tab);
    // Making room takes a while.
    return this.heal(tab, added, changed);
  }

  // The whole tab in one read: what is astray in it is put right, until nothing is. Answers whether all is there then.
  private heal(tab: Tab, added: readonly Laid[], changed: readonly Prepared[]): boolean {
    for (let looks = 0; looks < mostLooks; looks++) {
      const grid = tab.all();
      tab.renew(grid[0]);
      const isOurs = !isMaster(tab);
      const read = (cell: unknown): string => tab.read(cell);
      const rows = added.map(({ addition, strokes }) => {
        const idHeader = headerOf(tab.table, 'id');
        const appended = { id: String(addition.row.id), idHeader, at: addition.at - 1, strokes, isOurs };
        return { addition, ...ofAppended(grid, appended, read) };
      });
      const cells = changed.map((change) => ofChanged(grid, change, read));
      const corrections = [...rows, ...cells].flatMap((each) => each.corrections);
      for (const { addition, row } of rows) if (row > 0) addition.at = row + 1;
      // A row that a person has deleted has no status to show; the Log keeps what happened.
      const isLost = cells.some(({ isThere, row }, index) => !isThere && (row > 0 || !changed[index]?.change.truth));
      const isRight = !isLost && rows.every(({ isThere }) => isThere);
      // What is not found is looked for twice: the tab may have grown while it was read.
      if (corrections.length === 0 && (isRight || looks > 0)) return isRight;
      for (const { row, column, value } of corrections) tab.sheet.getRange(row + 1, column + 1).setValue(value);
      if (corrections.length > 0) SpreadsheetApp.flush();
    }
    return false;
  }

  // Which column is gone, if that is why.
  private whyNot(tab: Tab): UserError {
    for (const { header } of fields(tab.table)) tab.column(header);
    return new UserError('stale', changing);
  }
}

const isMaster = ({ table }: Tab): boolean => table.name === sessions.name;

// Writes what is to be changed. A sheet that has grown smaller refuses some of it, when the rest may already stand there.
function send(prepared: readonly Prepared[]): unknown {
  try {
    for (const { change, at, strokes } of prepared) {
      for (const { column, value } of strokes) change.tab.sheet.getRange(at + 1, column + 1).setValue(value);
    }
    SpreadsheetApp.flush();
    return undefined;
  } catch (error) {
    return error;
  }
}
