import type * as OSpreadsheet from '@odoo/o-spreadsheet';
import { Component, xml } from '@odoo/owl';
import type { Library } from '../engine/library.ts';
import type { MarkGetters, Note, ProtectionRule } from '../engine/marks.ts';

// What Sheets shows of notes and protections, and o-spreadsheet knows nothing of: the corner of a cell with a note, the
// note on hovering, and a refusal or a warning before somebody changes what is protected.

/** Who is editing, and how they are spoken to. */
export interface Editor {
  readonly email: string;
  readonly owner: string;
  readonly refuse: (text: string) => void;
  readonly warn: (text: string, go: () => void) => void;
}

type Command = Parameters<OSpreadsheet.UIPlugin['allowDispatch']>[0];
type Place = { sheetId: string; zones: readonly OSpreadsheet.Zone[] };

/** Teaches the page's spreadsheet to show and respect the marks, for the one person of this window. */
export function showMarks(library: Library, editor: Editor): void {
  library.registries.featurePluginRegistry.add('stride_shown_marks', shownMarks(library, editor));
  library.registries.cellPopoverRegistry.add('StrideNote', {
    onHover: (position, getters) => {
      const note = noteAt(marksOf(getters).getStrideNotes(position.sheetId), position);
      if (!note) return { isOpen: false };
      return { isOpen: true, Component: NoteCard, props: { text: note.text }, cellCorner: 'top-right' };
    },
  });
}

class NoteCard extends Component<{ text: string; onClosed?: () => void }> {
  static override template = xml`<div class="cell-note" t-esc="props.text"/>`;
  static override props = { text: String, onClosed: { type: Function, optional: true } };
  static maxSize = { maxHeight: 200 };
}

const shownMarks = (library: Library, editor: Editor) =>
  class StrideShownMarks extends library.UIPlugin {
    static override layers = ['Chart'] as const;
    /** Warnings that this person has answered with Edit anyway. */
    agreed = new Set<string>();

    override allowDispatch(command: Command) {
      const place = placeOf(command, this.getters);
      const rule =
        place &&
        marksOf(this.getters)
          .getStrideProtections()
          .find((one) => this.stands(one, place));
      if (!rule) return super.allowDispatch(command);
      if (rule.warningOnly) {
        editor.warn(WARNING, () => {
          this.agreed.add(rule.id);
          this.dispatch(command.type, command as never); // the very command that was held back
        });
      } else editor.refuse(REFUSAL);
      return REFUSED;
    }

    override drawLayer({ ctx, viewports, sheetId }: OSpreadsheet.GridRenderingContext): void {
      ctx.fillStyle = '#f9ab00';
      for (const { area } of marksOf(this.getters).getStrideNotes(sheetId)) {
        const { x, y, width, height } = viewports.getVisibleRect(sheetId, area.zone);
        if (width < CORNER || height < CORNER) continue;
        ctx.beginPath();
        ctx.moveTo(x + width - CORNER, y);
        ctx.lineTo(x + width, y);
        ctx.lineTo(x + width, y + CORNER);
        ctx.fill();
      }
    }

    stands(rule: ProtectionRule, { sheetId, zones }: Place): boolean {
      if (rule.sheetId !== sheetId || this.agreed.has(rule.id) || !mayNot(rule, editor)) return false;
      const area = rule.area?.zone;
      return !area || zones.some((zone) => library.helpers.overlap(area, zone));
    }
  };

// A constant enum of a package compiled elsewhere has no value at run time to name it by.
const REFUSED = 'CancelledForUnknownReason' as OSpreadsheet.CommandResult.CancelledForUnknownReason;
const CORNER = 7;
const REFUSAL =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
const WARNING = 'You’re trying to edit part of this sheet that shouldn’t be changed accidentally. Edit anyway?';

// Sheets warns the owner too; only a lock lets the owner through.
const mayNot = ({ warningOnly, editors }: ProtectionRule, { email, owner }: Editor): boolean =>
  warningOnly || (editors.length > 0 && email !== owner && !editors.includes(email));

// The getters come from engine-marks.ts, which the engine's own types do not know.
const marksOf = (getters: OSpreadsheet.Getters): MarkGetters => getters as OSpreadsheet.Getters & MarkGetters;

const noteAt = (notes: readonly Note[], { col, row }: { col: number; row: number }): Note | undefined =>
  notes.find(({ area }) => area.zone.left === col && area.zone.top === row);

/** Which cells a command changes the content of; nothing for commands that change none. */
function placeOf(command: Command, getters: OSpreadsheet.Getters): Place | null {
  switch (command.type) {
    case 'UPDATE_CELL':
    case 'CLEAR_CELL': {
      const { sheetId, col, row } = command;
      return { sheetId, zones: [{ left: col, right: col, top: row, bottom: row }] };
    }
    case 'DELETE_CONTENT':
    case 'CLEAR_CELLS':
      return { sheetId: command.sheetId, zones: command.target };
    case 'REMOVE_COLUMNS_ROWS': {
      const { numberOfCols, numberOfRows } = getters.getSheetSize(command.sheetId);
      const all = { left: 0, right: numberOfCols - 1, top: 0, bottom: numberOfRows - 1 };
      const zones = command.elements.map((at) =>
        command.dimension === 'COL' ? { ...all, left: at, right: at } : { ...all, top: at, bottom: at },
      );
      return { sheetId: command.sheetId, zones };
    }
    case 'DELETE_SHEET':
    case 'RENAME_SHEET': {
      const { numberOfCols, numberOfRows } = getters.getSheetSize(command.sheetId);
      return {
        sheetId: command.sheetId,
        zones: [{ left: 0, right: numberOfCols - 1, top: 0, bottom: numberOfRows - 1 }],
      };
    }
    default:
      return null;
  }
}
