import type { Getters } from '../cells.ts';
import type { ValidationRule } from '../validation.ts';
import type { World } from '../world.ts';
import type { Area } from './area.ts';
import { readFormula } from './formula.ts';
import { cellOf, literal } from './literal.ts';
import type { Guard, Refusal, Sheets } from './sheets.ts';
import { type Cell, newKeys, type Row, type Tab, withCells } from './tab.ts';

type EngineRange = Parameters<Getters['getRangeString']>[0];

/**
 * The cells of a world as a plain sheet keeps them. Tabs of formulas for people to read are left out: nothing the
 * services for cells do depends on them, and working them out is what makes a world slow.
 */
export function sheetsOf(world: World): Sheets {
  const { getters, cells } = world.book;
  const taken = getters.getSheetIds().filter((id) => !getters.isSheetVisible(id) || !hasFormulas(getters, id));
  const isTaken = ({ sheetId }: { sheetId: string }): boolean => taken.includes(sheetId);
  const names = getters.getNamedRanges().map(({ name, range }) => [name, areaOf(range)] as const);
  return {
    tabs: taken.map((id) => tabOf(world, id, (col, row) => cells.formula(id, col, row))),
    names: new Map(names.filter(([, area]) => isTaken(area))),
    guards: getters
      .getStrideProtections()
      .filter(isTaken)
      .map(({ area, ...rule }): Guard => ({ ...rule, ...(area && { area: areaOf(area) }) })),
    refusals: taken.flatMap((id) => refusals(getters, id)),
  };
}

function tabOf({ book, zone }: World, id: string, formula: (col: number, row: number) => string): Tab {
  const { getters } = book;
  const { numberOfRows, numberOfCols } = getters.getSheetSize(id);
  const { xSplit, ySplit } = getters.getPaneDivisions(id);
  const find = (name: string): string | undefined => getters.getSheetIdByName(name);
  const cellAt = (col: number, row: number): Cell | undefined => {
    const cell = getters.getCell({ sheetId: id, col, row });
    if (!cell?.isFormula) return cell && literal({ content: cell.content, format: cell.format ?? '' }, undefined, zone);
    const text = formula(col, row);
    return { ...cellOf(text, null, cell.format, zone), formula: readFormula(text, find) };
  };
  const rows = newKeys(numberOfRows).map((key, row): Row => {
    const cells = Array.from({ length: numberOfCols }, (_, col) => cellAt(col, row));
    const isHidden = getters.isRowHidden(id, row);
    return withCells({ key, cells, width: 0, ...(isHidden && { hidden: 'hand' as const }) }, cells);
  });
  return {
    id,
    name: getters.getSheetName(id),
    isVisible: getters.isSheetVisible(id),
    columns: newKeys(numberOfCols),
    rows,
    frozen: { rows: ySplit, columns: xSplit },
    hasFormulas: hasFormulas(getters, id),
  };
}

const hasFormulas = (getters: Getters, id: string): boolean => getters.getCells(id).some(({ isFormula }) => isFormula);

function areaOf({ sheetId, unboundedZone }: EngineRange): Area {
  const { left, top, right, bottom, hasHeader } = unboundedZone;
  const open = right === undefined || bottom === undefined;
  const [far, deep] = [right ?? Number.POSITIVE_INFINITY, bottom ?? Number.POSITIVE_INFINITY];
  return { sheetId, left, top, right: far, bottom: deep, whole: open && !hasHeader };
}

/** Only those that refuse: a validation that warns lets everything through. */
function refusals(getters: Getters, id: string): Refusal[] {
  return (getters.getDataValidationRules(id) ?? []).flatMap((found) => {
    // The rule in Google's words goes along with the engine's own; our services put it there.
    const { stride } = found as { stride?: ValidationRule };
    if (!found.isBlocking) return [];
    if (!stride || stride.criteria === 'VALUE_IN_RANGE') {
      throw new Error('not emulated: on a plain sheet, a validation that refuses by a list elsewhere');
    }
    return [{ rule: stride, areas: found.ranges.map(areaOf) }];
  });
}
