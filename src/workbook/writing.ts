/**
 * How rows are written so that nothing is lost to somebody who sorts, inserts or moves in the same moment. The lock
 * keeps other runs away, but not people, and between looking where a cell is and writing there the sheet can change. So
 * a new row is appended, which is one indivisible act that hits no row there is; a changed cell is looked at after it
 * was written; and what was hit by mistake is given back what it had.
 */
import { fields, rangeName, type Table } from '../domain/columns.ts';
import { UserError } from '../domain/errors.ts';
import { sessions } from '../domain/sessions.ts';
import { asText, encodeField, isSame, type Written } from './cells.ts';
import type { Lookup } from './lookup.ts';
import { changing } from './refusals.ts';
import type { RawRow, Tab } from './tab.ts';

type Values = Readonly<Record<string, unknown>>;

/** A row to be added below everything on a tab. */
export interface Addition {
  readonly tab: Tab;
  readonly row: Values;
  /** Where a session was found to stand once it was written. */
  at: number;
}

/** Cells to be changed in the row with an id. */
export interface Change {
  readonly tab: Tab;
  readonly id: string;
  readonly at: number;
  /** The whole row as it was when the change was decided on. */
  readonly before: Values;
  readonly values: Values;
  /** What is true of another row's cells, if that can be known without having read them before. */
  readonly truth: ((id: string) => Values) | undefined;
}

// Rows added at once when a tab is full.
const spareRows = 200;

export class Pen {
  private readonly nameOf: (email: string) => string;
  private readonly rows: (table: Table) => { last: number; all: number } | undefined;
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
    const kept = changes.map((change) => ({ change, before: this.keep(change) }));
    for (const addition of additions) this.append(addition);
    for (const change of changes) this.set(change.tab, change.at, change.values);
    SpreadsheetApp.flush();
    const now = this.look();
    const tabs = new Set([...additions, ...changes].map(({ tab }) => tab));
    const moved = new Set([...tabs].filter((tab) => tab.renew(now.headers(tab.table))));
    for (const addition of additions) {
      const { tab } = addition;
      if (tab.table.name === sessions.name) {
        addition.at = this.confirm(addition, now);
        if (addition.at > (now.rows(tab.table)?.all ?? addition.at)) this.widen(tab, addition.at);
      } else if (moved.has(tab)) this.straighten(addition);
    }
    for (const { change, before } of kept) {
      if (!this.holds(change, now, moved.has(change.tab))) this.repair(change, before, moved);
    }
  }

  private append({ tab, row }: Addition): void {
    const room = this.rows(tab.table);
    // Before the last row, while it is empty: ranges that reach to the end of the tab then grow with it.
    if (room && room.last === room.all - 1) tab.sheet.insertRowsBefore(room.all, spareRows);
    tab.sheet.appendRow(this.laidOut(tab, row));
  }

  // Somebody has filled a column of their own to the very bottom, so the row came to stand below what formulas look at.
  private widen(tab: Tab, at: number): void {
    tab.sheet.insertRowsAfter(at, spareRows);
    const spreadsheet = tab.sheet.getParent();
    for (const { header } of fields(tab.table)) {
      const range = tab.sheet.getRange(2, tab.column(header), at + spareRows - 1);
      spreadsheet.setNamedRange(rangeName(tab.table, header), range);
    }
    SpreadsheetApp.flush();
  }

  private laidOut(tab: Tab, row: Values): Written[] {
    const whole: Written[] = Array.from({ length: tab.width }, () => '');
    for (const field of fields(tab.table)) {
      whole[tab.column(field.header) - 1] = encodeField(field, row, this.nameOf);
    }
    return whole;
  }

  private set(tab: Tab, at: number, values: Values): void {
    for (const field of fields(tab.table).filter(({ key }) => key in values)) {
      tab.sheet.getRange(at, tab.column(field.header)).setValue(encodeField(field, values, this.nameOf));
    }
  }

  // Where the appended row stands: the last with an id, unless somebody sorted, or moved a column so that it came to
  // stand under the headers of before.
  private confirm(addition: Addition, now: Lookup): number {
    const { tab, row } = addition;
    const isAt = (at: number): boolean => at > 1 && isWhole(tab.table, row, tab.rowAt(at));
    const last = now.rows(tab.table)?.last ?? tab.sheet.getLastRow();
    if (isAt(last)) return last;
    // A column may have been moved between the two reads.
    if (tab.renew() && isAt(last)) return last;
    this.straighten(addition);
    const found = tab.ids().indexOf(String(row.id)) + 1;
    if (isAt(found)) return found;
    throw new UserError('stale', changing);
  }

  // The row was laid out for headers of a moment ago: it is put under those of now.
  private straighten({ tab, row }: Addition): void {
    const bottom = tab.sheet.getLastRow();
    const { cells } = tab.rawAt(bottom);
    if (!cells.includes(String(row.id))) return;
    const whole = this.laidOut(tab, row);
    tab.sheet.getRange(bottom, 1, 1, whole.length).setValues([whole]);
    SpreadsheetApp.flush();
  }

  // What stands in the rows that this change could hit: only its own, where the truth about others can be found out
  // later; else all of them, since a sort may put any row where this one was.
  private keep({ tab, id, before, truth }: Change): ReadonlyMap<string, RawRow> {
    if (truth) return tab.seenOf(id);
    const [headers, ...rows] = tab.all();
    const kept = new Map<string, RawRow>();
    for (const cells of rows) {
      const read = tab.decoded({ headers, cells });
      if (!kept.has(String(read.id))) kept.set(String(read.id), { headers, cells });
    }
    const mine = kept.get(id);
    if (!mine || !isWhole(tab.table, before, tab.decoded(mine))) throw new UserError('stale', changing);
    return kept;
  }

  private holds({ tab, id, at, before, values }: Change, now: Lookup, moved: boolean): boolean {
    if (moved) return false;
    const waiting = now.waiting();
    const isStatus = tab.table.name === sessions.name && Object.keys(values).join() === 'status';
    const isSettled = isStatus && before.status === 'Waiting' && values.status !== 'Waiting';
    // A row that waited and waits no more has its status: one look for all rows.
    if (isSettled && waiting) return !waiting.some(({ cells }) => cells[0] === id);
    const row: Values = tab.rowAt(at);
    return row.id === id && isSet(tab.table, values, row);
  }

  private repair(change: Change, kept: ReadonlyMap<string, RawRow>, moved: ReadonlySet<Tab>): void {
    const { tab, id, values } = change;
    // What does not look right may only have been looked at while somebody moved a column.
    const isMoved = tab.renew() || moved.has(tab);
    this.giveBack(change, kept, isMoved);
    const found = tab.ids().indexOf(id) + 1;
    // A row that a person has deleted has nothing to show; the Log keeps what happened.
    if (found > 1 && (isMoved || !isSet(tab.table, values, tab.rowAt(found)))) this.set(tab, found, values);
    SpreadsheetApp.flush();
    if (change.truth || (found > 1 && isSet(tab.table, values, tab.rowAt(found)))) return;
    throw new UserError('stale', changing);
  }

  private giveBack({ tab, id, at, values, truth }: Change, kept: ReadonlyMap<string, RawRow>, moved: boolean): void {
    const hit = tab.rawAt(at);
    const row: Values = tab.decoded(hit);
    const hitId = String(row.id);
    const before = kept.get(hitId);
    if (hitId === id) {
      if (!moved || !before) return;
      // It may have been read when the column had moved already: then nothing but what was struck differs.
      const differing = hit.cells.filter((cell, index) => String(cell) !== String(before.cells[index]));
      const headers = differing.length <= Object.keys(values).length ? hit.headers : before.headers;
      hit.headers.forEach((header, index) => {
        const was = before.cells[headers.indexOf(header)] ?? '';
        const isMeant = fields(tab.table).some((field) => field.header === header && field.key in values);
        if (!isMeant && String(was) !== String(hit.cells[index]))
          tab.sheet.getRange(at, index + 1).setValue(asWas(was));
      });
      return;
    }
    const struck = Object.keys(values).filter((key) => isSet(tab.table, { [key]: values[key] }, row));
    const was: Values = before ? tab.decoded(before) : hitId === '' ? {} : (truth?.(hitId) ?? {});
    const own = struck.map((key) => [key, key in was ? was[key] : hitId === '' ? '' : row[key]]);
    this.set(tab, at, Object.fromEntries(own));
  }
}

function isWhole(table: Table, row: Values, found: Values): boolean {
  return isSet(table, Object.fromEntries(Object.keys(table.columns).map((key) => [key, row[key]])), found);
}

function isSet(table: Table, values: Values, found: Values): boolean {
  return Object.entries(table.columns).every(
    ([key, column]) => !(key in values) || isSame(column, found[key], values[key]),
  );
}

// A cell's own value back into it: a text behind its apostrophe, anything else as it is.
const asWas = (value: unknown): unknown => (typeof value === 'string' ? asText(value) : value);
