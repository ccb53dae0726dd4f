import type { ProtectionRule } from '../engine/marks.ts';
import type { Execution } from '../execution.ts';
import type { Methods } from '../expose.ts';
import { GoogleError, notEmulated } from '../google-error.ts';
import { areaData, fromArea, rangeAt } from './areas.ts';
import { protectionTypes } from './enums.ts';
import { ProtectionHandle, RangeHandle, SheetHandle } from './handles.ts';
import { userHandle } from './users.ts';

// developers.google.com/apps-script/reference/spreadsheet/protection

/** Protected tabs and ranges. */
export const protection = {
  getProtectionType: (self) => (rule(self).area ? protectionTypes.RANGE : protectionTypes.SHEET),
  getDescription: (self) => rule(self).description,
  setDescription: (self, description: string) => change(self, { description: String(description) }),
  isWarningOnly: (self) => rule(self).warningOnly,
  // "Protection can either be enforced or warn": a warning has no list of editors.
  setWarningOnly: (self, warningOnly: boolean) => change(self, { warningOnly: Boolean(warningOnly) }),
  getRange: (self) => {
    const { area, sheetId } = rule(self);
    if (area) return fromArea(self.run, area);
    const { numberOfRows, numberOfCols } = self.run.book.getters.getSheetSize(sheetId);
    return rangeAt(self.run, sheetId, { left: 0, top: 0, right: numberOfCols - 1, bottom: numberOfRows - 1 });
  },
  setRange: (self, range: RangeHandle) => change(self, {}, range),
  canEdit: (self) => mayEdit(self.run, rule(self)),
  canDomainEdit: (self) => rule(self).editors.length === 0,
  setDomainEdit: (self) => self,
  // The owner is not in the list of a fresh protection (issuetracker.google.com/issues/442636162).
  getEditors: (self) => rule(self).editors.map((email) => userHandle(self.run, email)),
  addEditor: (self, user: unknown) => addEditors(self, [user]),
  addEditors: (self, users: unknown[]) => addEditors(self, users),
  removeEditor: (self, user: unknown) => removeEditors(self, [user]),
  removeEditors: (self, users: unknown[]) => removeEditors(self, users),
  getRangeName: () => {
    throw notEmulated('Protection.getRangeName');
  },
  remove: ({ run, id }) => {
    const sheetId = find(run, id)?.sheetId;
    if (sheetId !== undefined) run.change(() => run.book.command('STRIDE_REMOVE_PROTECTION', { sheetId, id }));
  },
} satisfies Methods<ProtectionHandle>;

/** Protects a tab, or a range of one; nobody is kept out until the editors are named. */
export function protect(target: SheetHandle | RangeHandle): ProtectionHandle {
  const { run, sheetId } = target;
  if (target instanceof SheetHandle) {
    const known = run.book.getters.getStrideProtections().find((rule) => rule.sheetId === sheetId && !rule.area);
    // "If the sheet is already protected, this method returns an object representing its existing protection settings."
    if (known) return new ProtectionHandle(run, known.id);
  }
  const made = new ProtectionHandle(run, `protection-${run.book.newId()}`);
  send(
    run,
    { id: made.id, sheetId, description: '', warningOnly: false, editors: [] },
    target instanceof RangeHandle ? target : undefined,
  );
  return made;
}

/** The protections of one kind, on one tab or on all. */
export function protectionsOf(run: Execution, type: unknown, sheetId?: string): ProtectionHandle[] {
  return run.read(() =>
    run.book.getters
      .getStrideProtections()
      .filter(
        (rule) =>
          (sheetId === undefined || rule.sheetId === sheetId) &&
          Boolean(rule.area) === (type === protectionTypes.RANGE),
      )
      .map(({ id }) => new ProtectionHandle(run, id)),
  );
}

/** Throws what Google throws when the person may not write there. */
export function refuseProtected(target: RangeHandle | SheetHandle): void {
  const { run, sheetId } = target;
  const zone = target instanceof RangeHandle ? target.zone : null;
  for (const rule of run.book.getters.getStrideProtections()) {
    if (rule.sheetId !== sheetId || mayEdit(run, rule)) continue;
    const area = rule.area?.zone;
    const apart =
      zone &&
      area &&
      (zone.right < area.left || zone.left > area.right || zone.bottom < area.top || zone.top > area.bottom);
    if (apart) continue;
    throw new GoogleError(
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    );
  }
}

function mayEdit(run: Execution, rule: ProtectionRule): boolean {
  return (
    rule.warningOnly || rule.editors.length === 0 || run.user === run.outside.owner || rule.editors.includes(run.user)
  );
}

function addEditors(self: ProtectionHandle, users: readonly unknown[]): ProtectionHandle {
  const emails = users.map(String);
  return change(self, { editors: [...new Set([...rule(self).editors, ...emails])] });
}

/** "If any of the users are members of a list or the owner they cannot be removed": whoever protects stays. */
function removeEditors(self: ProtectionHandle, users: readonly unknown[]): ProtectionHandle {
  const gone = users.map(String).filter((email) => email !== self.run.user);
  const left = rule(self).editors.filter((email) => !gone.includes(email));
  return change(self, { editors: left.length > 0 ? left : [self.run.user] });
}

const find = (run: Execution, id: string): ProtectionRule | undefined =>
  run.book.getters.getStrideProtections().find((rule) => rule.id === id);

function rule({ run, id }: ProtectionHandle): ProtectionRule {
  const found = find(run, id);
  if (!found) throw new GoogleError('Invalid argument: protection');
  return found;
}

function change(self: ProtectionHandle, changes: Partial<ProtectionRule>, range?: RangeHandle): ProtectionHandle {
  const old = rule(self);
  send(self.run, { ...old, ...changes }, range ?? (old.area ? fromArea(self.run, old.area) : undefined));
  return self;
}

function send(run: Execution, { area: _, ...rule }: ProtectionRule, range?: RangeHandle): void {
  const ranges = range && [areaData(range)];
  run.change(() =>
    run.book.command('STRIDE_SET_PROTECTION', { ...rule, editors: [...rule.editors], ...(ranges && { ranges }) }),
  );
}
