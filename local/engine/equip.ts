import { speedUpArrays, speedUpFilter } from './arrays.ts';
import { batchPlugin } from './batch.ts';
import { registerBlanks } from './blanks.ts';
import { registerColours } from './colours.ts';
import { speedUpCounting } from './counting.ts';
import { registerFilters } from './filters.ts';
import { addFunctions } from './functions.ts';
import { registerHeaderPositions } from './header-positions.ts';
import type { Library } from './library.ts';
import { registerLists } from './lists.ts';
import { marksPlugin, registerMarks } from './marks.ts';
import { speedUpNames } from './names.ts';
import { registerPivots } from './pivots.ts';
import { registerReading } from './reading.ts';

// Used by the emulated services on Node and by the page in the browser, so it touches neither: whoever loads
// o-spreadsheet (from node_modules or from a script tag) hands it over.

const equipped = new WeakSet<object>();

/**
 * Gives o-spreadsheet what Google Sheets has and it lacks: functions, notes, protections,
 * filters on pivot tables, filters of tabs that everybody sees, and many writes in one go.
 */
export function equip(library: Library): Library {
  if (equipped.has(library.registries)) return library;
  equipped.add(library.registries);
  addFunctions(library);
  speedUpCounting(library);
  speedUpArrays(library);
  speedUpFilter(library);
  speedUpNames(library);
  registerMarks(library);
  registerBlanks(library);
  registerReading(library);
  registerPivots(library);
  registerLists(library);
  registerFilters(library);
  registerColours(library);
  registerHeaderPositions(library);
  library.registries.corePluginRegistry.add('stride_marks', marksPlugin(library));
  library.registries.featurePluginRegistry.add('stride_batch', batchPlugin(library));
  return library;
}

/** Google's British English: o-spreadsheet brings only American, French and Indian. */
export const BRITISH = {
  name: 'English (UK)',
  code: 'en_GB',
  thousandsSeparator: ',',
  decimalSeparator: '.',
  weekStart: 1,
  dateFormat: 'dd/mm/yyyy',
  timeFormat: 'hh:mm:ss',
  formulaArgSeparator: ',',
};
