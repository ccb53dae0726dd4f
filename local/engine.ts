// Node 20 lacks Object.groupBy, which o-spreadsheet uses while it loads its plugins.
import 'core-js/actual/object/group-by.js';
import * as library from '@odoo/o-spreadsheet';
import { equip } from './engine/equip.ts';

/** o-spreadsheet on Node, with what it lacks added. */
export const engine = equip(library);

export type { Model } from '@odoo/o-spreadsheet';
