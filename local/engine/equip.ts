import { batchPlugin } from './batch.ts';
import { registerBlanks } from './blanks.ts';
import { speedUpCounting } from './counting.ts';
import { addFunctions } from './functions.ts';
import type { Library } from './library.ts';
import { registerLists } from './lists.ts';
import { marksPlugin, registerMarks } from './marks.ts';
import { registerPivots } from './pivots.ts';

// Used by the emulated services on Node and by the page in the browser, so it touches neither: whoever loads
// o-spreadsheet (from node_modules or from a script tag) hands it over.

const equipped = new WeakSet<object>();

/**
 * Gives o-spreadsheet what Google Sheets has and it lacks: functions, notes, protections,
 * filters on pivot tables, and many writes in one go.
 */
export function equip(library: Library): Library {
  if (equipped.has(library.registries)) return library;
  equipped.add(library.registries);
  addFunctions(library);
  speedUpCounting(library);
  registerMarks(library);
  registerBlanks(library);
  registerPivots(library);
  registerLists(library);
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
