/** What a call costs on the real platform. */
export interface Cost {
  /** Whether it waits for Google's servers. */
  readonly server: boolean;
  /** Whether it is a write that travels with the next read, flush or end. */
  readonly buffered: boolean;
  readonly ms: number;
  readonly msPerCell: number;
  /** Where the figure is published, or `assumed`. */
  readonly source: string;
}

/** What google.script.run costs before a line of the script has run, and what each kB of script adds. */
export const CALL_FLOOR = {
  ms: 773,
  msPerKb: 0.6,
  source: 'one team, median of 14 calls of an empty function, Sep 2026',
};

const BEST_PRACTICES = 'developers.google.com/apps-script/guides/support/best-practices';
const TANAIKE_CELLS = 'tanaikech.github.io/2022/04/25 (10 million cells)';

const PURE: Cost = { server: false, buffered: false, ms: 0.2, msPerCell: 0, source: 'tanaikech.github.io/2018/04/14' };
const READ: Cost = {
  server: true,
  buffered: false,
  ms: 100,
  msPerCell: 0.0085,
  source: `${TANAIKE_CELLS}; per call assumed`,
};
const WRITE: Cost = { server: false, buffered: true, ms: 7, msPerCell: 0.1, source: BEST_PRACTICES };
const CHANGE: Cost = { server: true, buffered: false, ms: 150, msPerCell: 0.1, source: 'assumed' };
const STORE: Cost = {
  server: true,
  buffered: false,
  ms: 40,
  msPerCell: 0,
  source: 'justin.poehnelt.com, Jan 2026 (80 ms a pair)',
};
const CACHE: Cost = {
  server: true,
  buffered: false,
  ms: 32,
  msPerCell: 0,
  source: 'justin.poehnelt.com, Jan 2026 (63 ms a pair)',
};
const SERVER: Cost = { server: true, buffered: false, ms: 200, msPerCell: 0, source: 'assumed' };
const CALENDAR: Cost = { server: true, buffered: false, ms: 500, msPerCell: 0, source: 'assumed (0.3 to 0.8 s)' };
const LOCK: Cost = { server: true, buffered: false, ms: 50, msPerCell: 0, source: 'assumed' };
const NAME: Cost = { server: true, buffered: false, ms: 150, msPerCell: 0, source: 'tanaikech.github.io/2022/08/31' };

const table = new Map<string, Map<string, Cost>>();
const set = (cost: Cost, service: string, methods: string): void => {
  const costs = table.get(service) ?? new Map<string, Cost>();
  for (const method of methods.split(/\s+/)) costs.set(method, cost);
  table.set(service, costs);
};

set(SERVER, 'SpreadsheetApp', 'flush');
set(READ, 'Spreadsheet', 'getNamedRanges getRangeByName getProtections');
set(CHANGE, 'Spreadsheet', 'insertSheet deleteSheet moveActiveSheet toast');
set(WRITE, 'Spreadsheet', 'setNamedRange removeNamedRange setActiveSheet');
set(NAME, 'Sheet', 'getName');
set(
  READ,
  'Sheet',
  `getDataRange getLastRow getLastColumn getMaxRows getMaxColumns getFrozenRows getFrozenColumns getColumnWidth getRowHeight
  isSheetHidden getFilter getProtections getPivotTables getCharts getConditionalFormatRules getTabColor getIndex
  isColumnHiddenByUser isRowHiddenByFilter hasHiddenGridlines`,
);
set(
  CHANGE,
  'Sheet',
  `appendRow insertRowsAfter insertRowsBefore insertRowAfter insertRowBefore insertColumnsAfter insertColumnsBefore
  insertColumnAfter insertColumnBefore deleteRow deleteRows deleteColumn deleteColumns protect insertChart removeChart setName`,
);
set(
  WRITE,
  'Sheet',
  `setFrozenRows setFrozenColumns setColumnWidth setColumnWidths setRowHeight setRowHeights hideSheet showSheet setTabColor
  activate hideColumns showColumns setHiddenGridlines clear clearContents clearFormats  setConditionalFormatRules`,
);
set(
  READ,
  'Range',
  `getValue getValues getDisplayValue getDisplayValues getFormula getFormulas getNumberFormat getNumberFormats getNote getNotes
  getDataValidation getDataValidations getFilter getBackground getBackgrounds getFontColor getFontWeight getFontWeights getWrap
  getHorizontalAlignment isBlank`,
);
set(CHANGE, 'Range', 'createFilter protect createPivotTable merge');
set(
  WRITE,
  'Range',
  `setValue setValues setFormula setFormulas setNumberFormat setNumberFormats setNote setNotes clearNote setDataValidation
  setDataValidations clearDataValidations setFontWeight setFontWeights setFontColor setFontSize setFontFamily
  setFontStyle setBackground setBackgrounds setWrap setWrapStrategy setVerticalAlignment setHorizontalAlignment setBorder clear
  clearContent clearFormat activate insertCheckboxes`,
);
set(READ, 'TextFinder', 'findNext findAll');
set(READ, 'NamedRange', 'getRange');
set(WRITE, 'NamedRange', 'setRange setName remove');
set(READ, 'Protection', 'getEditors canEdit');
set(
  CHANGE,
  'Protection',
  'setDescription setWarningOnly setRange remove addEditor addEditors removeEditor removeEditors',
);
set(CHANGE, 'Filter', 'remove setColumnFilterCriteria removeColumnFilterCriteria');
set(READ, 'Filter', 'getColumnFilterCriteria');
set(CHANGE, 'PivotTable', 'addRowGroup addColumnGroup addPivotValue addFilter remove');
set(READ, 'PivotTable', 'getRowGroups getColumnGroups getPivotValues getFilters');
set(CHANGE, 'PivotGroup', 'showTotals sortAscending sortDescending setDisplayName setDateTimeGroupingRule');
set(CHANGE, 'PivotValue', 'setDisplayName');
set(READ, 'EmbeddedChart', 'getOptions getRanges');
set(SERVER, 'Ui', 'alert showSidebar showModalDialog showModelessDialog');
set(SERVER, 'Menu', 'addToUi');
set(LOCK, 'Lock', 'tryLock waitLock releaseLock hasLock');
set(
  STORE,
  'Properties',
  'getProperty setProperty getProperties setProperties deleteProperty deleteAllProperties getKeys',
);
set(CACHE, 'Cache', 'get put getAll putAll remove removeAll');
set(SERVER, 'ScriptApp', 'getProjectTriggers deleteTrigger getAuthorizationInfo');
set(SERVER, 'ClockTriggerBuilder', 'create');
set(CALENDAR, 'Calendar.Events', 'insert get patch update list remove');
set({ ...PURE, ms: 0, source: 'its own argument' }, 'Utilities', 'sleep');

/** What one method of one service costs; what the table does not name is a handle that costs next to nothing. */
export const costOf = (service: string, method: string): Cost => table.get(service)?.get(method) ?? PURE;

/** Every method whose cost is known, as `Sheet.getLastRow`. */
export const pricedMethods = (): readonly string[] =>
  [...table].flatMap(([service, costs]) => [...costs.keys()].map((method) => `${service}.${method}`));
