import type { CorePlugin } from '@odoo/o-spreadsheet';
import type { Library } from './library.ts';

// Sheets keeps notes and protections with the cells: they follow when rows and columns come and go. o-spreadsheet has
// neither, so they live in a plugin of their own, which takes part in its files, its history and its collaboration.

type Adapters = Parameters<CorePlugin['adaptRanges']>[0];
type Area = Parameters<Adapters['applyChange']>[0];
type AreaData = { _sheetId: string; _zone: object };

/** A note on a cell. */
export interface Note {
  readonly area: Area;
  readonly text: string;
}

/** A protected sheet, or a protected part of one. */
export interface ProtectionRule {
  readonly id: string;
  readonly sheetId: string;
  readonly area?: Area;
  readonly description: string;
  readonly warningOnly: boolean;
  readonly editors: readonly string[];
}

/** What the plugin adds to the getters of a model. */
export interface MarkGetters {
  getStrideNotes(sheetId: string): readonly Note[];
  getStrideProtections(): readonly ProtectionRule[];
}

interface MarksFile {
  strideNotes?: Record<string, { area: string; text: string }[]>;
  strideProtections?: (Omit<ProtectionRule, 'area'> & { area?: string })[];
}

/** The commands the plugin answers to. */
export type MarkCommand =
  | { type: 'STRIDE_SET_NOTE'; sheetId: string; col: number; row: number; text: string }
  | ({ type: 'STRIDE_SET_PROTECTION'; ranges?: AreaData[] } & Omit<ProtectionRule, 'area'>)
  | { type: 'STRIDE_REMOVE_PROTECTION'; sheetId: string; id: string };

/** Lets the commands be recorded and sent to the others, as every command that changes the file must be. */
export function registerMarks(library: Library): void {
  // The set's type names o-spreadsheet's own commands only; adding to it is its documented way to extend it.
  const types = library.coreTypes as Set<string>;
  for (const type of ['STRIDE_SET_NOTE', 'STRIDE_SET_PROTECTION', 'STRIDE_REMOVE_PROTECTION']) types.add(type);
}

/** Keeps notes and protections beside the cells. */
export const marksPlugin = (library: Library) =>
  class StrideMarks extends library.CorePlugin {
    static override getters = ['getStrideNotes', 'getStrideProtections'] as const;
    notes: Record<string, Note[]> = {};
    protections: ProtectionRule[] = [];

    getStrideNotes(sheetId: string): readonly Note[] {
      return this.notes[sheetId] ?? [];
    }

    getStrideProtections(): readonly ProtectionRule[] {
      return this.protections;
    }

    override handle(command: Parameters<CorePlugin['handle']>[0] | MarkCommand): void {
      // o-spreadsheet's commands and ours arrive together; its type does not know ours.
      const given = command as MarkCommand | { type: 'DELETE_SHEET'; sheetId: string };
      if (given.type === 'STRIDE_SET_NOTE') this.setNote(given.sheetId, given.col, given.row, given.text);
      if (given.type === 'STRIDE_SET_PROTECTION') this.setProtection(given);
      if (given.type === 'STRIDE_REMOVE_PROTECTION') this.keepProtections((rule) => rule.id !== given.id);
      if (given.type === 'DELETE_SHEET') {
        this.history.update('notes', given.sheetId, []);
        this.keepProtections((rule) => rule.sheetId !== given.sheetId);
      }
    }

    override adaptRanges({ applyChange }: Adapters): void {
      for (const sheetId of Object.keys(this.notes)) {
        const moved = followAll(this.notes[sheetId] ?? [], applyChange);
        if (moved) this.history.update('notes', sheetId, moved);
      }
      const moved = followAll(this.protections, applyChange);
      if (moved) this.history.update('protections', moved);
    }

    override import(data: Parameters<CorePlugin['import']>[0] & MarksFile): void {
      const area = (sheetId: string, xc: string): Area => this.getters.getRangeFromSheetXC(sheetId, xc);
      for (const [sheetId, notes] of Object.entries(data.strideNotes ?? {})) {
        this.notes[sheetId] = notes.map((note) => ({ text: note.text, area: area(sheetId, note.area) }));
      }
      this.protections = (data.strideProtections ?? []).map(({ area: xc, ...rule }) =>
        xc === undefined ? rule : { ...rule, area: area(rule.sheetId, xc) },
      );
    }

    override export(data: Parameters<CorePlugin['export']>[0] & MarksFile): void {
      const text = (sheetId: string, area: Area): string => this.getters.getRangeString(area, sheetId);
      data.strideNotes = {};
      for (const [sheetId, notes] of Object.entries(this.notes)) {
        if (notes.length > 0)
          data.strideNotes[sheetId] = notes.map((n) => ({ text: n.text, area: text(sheetId, n.area) }));
      }
      data.strideProtections = this.protections.map(({ area, ...rule }) =>
        area ? { ...rule, area: text(rule.sheetId, area) } : { ...rule },
      );
    }

    private setNote(sheetId: string, col: number, row: number, text: string): void {
      const zone = { left: col, right: col, top: row, bottom: row };
      const others = this.getStrideNotes(sheetId).filter(({ area }) => area.zone.left !== col || area.zone.top !== row);
      const note = { area: this.getters.getRangeFromZone(sheetId, zone), text };
      this.history.update('notes', sheetId, text === '' ? others : [...others, note]);
    }

    private setProtection({ type: _, ranges, ...rule }: Extract<MarkCommand, { type: 'STRIDE_SET_PROTECTION' }>): void {
      const [data] = ranges ?? [];
      // The area arrives as o-spreadsheet's own RangeData, which it does not export by name.
      const area =
        data && this.getters.getRangeFromRangeData(data as Parameters<typeof this.getters.getRangeFromRangeData>[0]);
      const made: ProtectionRule = area ? { ...rule, area } : rule;
      const known = this.protections.some(({ id }) => id === rule.id);
      const list = known
        ? this.protections.map((old) => (old.id === rule.id ? made : old))
        : [...this.protections, made];
      this.history.update('protections', list);
    }

    private keepProtections(keep: (rule: ProtectionRule) => boolean): void {
      if (!this.protections.every(keep)) this.history.update('protections', this.protections.filter(keep));
    }
  };

function followAll<T extends { readonly area?: Area }>(
  marks: readonly T[],
  applyChange: Adapters['applyChange'],
): T[] | null {
  let changed = false;
  const kept: T[] = [];
  for (const mark of marks) {
    const change = mark.area && applyChange(mark.area);
    if (!change || change.changeType === 'NONE') kept.push(mark);
    else {
      changed = true;
      if (change.changeType !== 'REMOVE') kept.push({ ...mark, area: change.range });
    }
  }
  return changed ? kept : null;
}
