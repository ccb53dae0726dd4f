import type * as OSpreadsheet from '@odoo/o-spreadsheet';

/** The spreadsheet library, as its module or its browser global. */
export type Library = typeof OSpreadsheet;
