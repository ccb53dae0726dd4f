import { Handle, type Methods } from '../expose.ts';
import { GoogleError, notPermitted } from '../google-error.ts';
import { sheetHandle } from './areas.ts';
import { ConditionalRuleBuilderHandle } from './conditional-formats.ts';
import {
  booleanCriteria,
  borderStyles,
  dateTimeGroupings,
  dimensions,
  protectionTypes,
  summaries,
  validationCriteria,
  wrapStrategies,
} from './enums.ts';
import { FilterCriteriaBuilderHandle } from './filter-criteria.ts';
import { activeSheet, activeSpreadsheet } from './spreadsheet.ts';
import { UiHandle } from './ui.ts';
import { ValidationBuilderHandle } from './validation-builder.ts';

// developers.google.com/apps-script/reference/spreadsheet/spreadsheet-app

/** SpreadsheetApp itself. */
export class SpreadsheetAppHandle extends Handle {}

export const spreadsheetApp = {
  getActiveSpreadsheet: ({ run }) => (run.outside.hasDocument ? activeSpreadsheet(run) : null),
  getActive: ({ run }) => (run.outside.hasDocument ? activeSpreadsheet(run) : null),
  getActiveSheet: ({ run }) => sheetHandle(activeSpreadsheet(run).run, activeSheet(run)),
  getUi: ({ run }) => {
    if (run.kind === 'time-trigger' || !run.outside.hasDocument) {
      throw new GoogleError('Cannot call SpreadsheetApp.getUi() from this context.');
    }
    return new UiHandle(run);
  },
  flush: ({ run }) => run.flush(),
  newDataValidation: ({ run }) => new ValidationBuilderHandle(run),
  newFilterCriteria: ({ run }) => new FilterCriteriaBuilderHandle(run),
  newConditionalFormatRule: ({ run }) => new ConditionalRuleBuilderHandle(run),
  // The scope spreadsheets.currentonly is for the sheet that is open and for no other.
  openById: () => {
    throw notPermitted('SpreadsheetApp.openById', 'spreadsheets');
  },
} satisfies Methods<SpreadsheetAppHandle>;

/** The enums SpreadsheetApp carries. */
export const spreadsheetEnums = {
  ProtectionType: protectionTypes,
  PivotTableSummarizeFunction: summaries,
  DataValidationCriteria: validationCriteria,
  WrapStrategy: wrapStrategies,
  BooleanCriteria: booleanCriteria,
  BorderStyle: borderStyles,
  Dimension: dimensions,
  DateTimeGroupingRuleType: dateTimeGroupings,
};
