import { roles } from '../src/domain/policy.ts';
import { staff } from '../src/domain/staff.ts';
import type { Model } from './engine.ts';
import type { Person } from './page/protocol.ts';

/** Who a window may be: the active people of the Staff tab under their first role, or the owner of a sheet without one. */
export function peopleOf(model: Model, owner: string): Person[] {
  const sheetId = model.getters.getSheetIdByName('Staff');
  const found = sheetId ? readStaff(model, sheetId) : [];
  if (!found.some(({ email }) => email === owner)) {
    found.push({ email: owner, name: owner, group: found.length > 0 ? 'Not on the Staff tab' : 'Owner of this sheet' });
  }
  const order = [...roles, 'Coaches', 'Staff'];
  return found.sort((a, b) => place(order, a) - place(order, b));
}

function readStaff(model: Model, sheetId: string): Person[] {
  const text = (col: number, row: number): string =>
    col < 0 ? '' : model.getters.getEvaluatedCell({ sheetId, col, row }).formattedValue.trim();
  const headers = Array.from({ length: model.getters.getNumberCols(sheetId) }, (_, col) => text(col, 0));
  const at = (header: string): number => headers.indexOf(header);
  const columns = staff.columns;
  const [email, name, role, mayCoach, active] = [
    at(columns.email.header),
    at(columns.name.header),
    at(columns.roles.header),
    at(columns.mayCoach.header),
    at(columns.active.header),
  ];
  const rows = Array.from({ length: model.getters.getNumberRows(sheetId) }, (_, row) => row).slice(1);
  return rows
    .filter((row) => text(email, row) !== '' && !isNo(text(active, row)))
    .map((row) => ({
      email: text(email, row).toLowerCase(),
      name: text(name, row) || text(email, row),
      group: roles.find((one) => text(role, row).includes(one)) ?? (isYes(text(mayCoach, row)) ? 'Coaches' : 'Staff'),
    }));
}

const isYes = (text: string): boolean => /^(true|yes|1)$/i.test(text);
const isNo = (text: string): boolean => /^(false|no|0)$/i.test(text);
const place = (order: readonly string[], { group }: Person): number =>
  order.includes(group) ? order.indexOf(group) : order.length;
