import type { Execution } from '../execution.ts';
import type { Face, Handle, Methods } from '../expose.ts';
import { SpreadsheetAppHandle, spreadsheetApp, spreadsheetEnums } from './app.ts';
import { CalendarHandle, EventsHandle, events } from './calendar.ts';
import * as charts from './charts.ts';
import * as conditional from './conditional-formats.ts';
import * as criteria from './filter-criteria.ts';
import * as handles from './handles.ts';
import { HtmlOutputHandle, HtmlServiceHandle, htmlOutput, htmlService } from './html.ts';
import { LockHandle, LockServiceHandle, lock, lockService } from './lock-service.ts';
import * as pivots from './pivots.ts';
import * as stores from './properties-and-cache.ts';
import { protection } from './protections.ts';
import { rangeLooks } from './range-looks.ts';
import { rangePlaces, textFinder } from './range-places.ts';
import { rangeValues } from './range-values.ts';
import * as script from './script-app.ts';
import { SessionHandle, session } from './session.ts';
import { filter, rangeGuards, sheet } from './sheet.ts';
import { rangeMerges, sheetShape } from './sheet-shape.ts';
import { namedRange, spreadsheet } from './spreadsheet.ts';
import { MenuHandle, menu, UiHandle, ui, uiEnums } from './ui.ts';
import { UserHandle, user } from './users.ts';
import { UtilitiesHandle, utilities, utilitiesEnums } from './utilities.ts';
import { ValidationBuilderHandle, validationBuilder } from './validation-builder.ts';
import { rangeValidations, ValidationHandle, validation } from './validations.ts';

type HandleClass = abstract new (...args: never[]) => Handle;
type Members<Self> = (self: Self) => Readonly<Record<string, unknown>>;

/** Google's classes as a script sees them: which handle each has, its name and its methods. */
export const faces = new Map<HandleClass, Face>();

function face<Self extends Handle>(
  made: abstract new (...args: never[]) => Self,
  name: string,
  methods: Methods<Self>,
  members?: Members<Self>,
): void {
  // The map forgets which handle a table is for; the membrane looks both up by the same class.
  faces.set(made, { name, methods: methods as Methods<never>, ...(members && { members: members as Members<never> }) });
}

const range = {
  ...rangeValues,
  ...rangePlaces,
  ...rangeLooks,
  ...rangeValidations,
  ...rangeGuards,
  ...rangeMerges,
  ...pivots.rangePivots,
};

face(SpreadsheetAppHandle, 'SpreadsheetApp', spreadsheetApp, () => spreadsheetEnums);
face(handles.SpreadsheetHandle, 'Spreadsheet', spreadsheet);
face(handles.SheetHandle, 'Sheet', { ...sheet, ...sheetShape });
face(handles.RangeHandle, 'Range', range);
face(handles.NamedRangeHandle, 'NamedRange', namedRange);
face(handles.TextFinderHandle, 'TextFinder', textFinder);
face(handles.FilterHandle, 'Filter', filter);
face(handles.ProtectionHandle, 'Protection', protection);
face(ValidationHandle, 'DataValidation', validation);
face(ValidationBuilderHandle, 'DataValidationBuilder', validationBuilder);
face(conditional.ConditionalRuleHandle, 'ConditionalFormatRule', conditional.conditionalRule);
face(conditional.ConditionalRuleBuilderHandle, 'ConditionalFormatRuleBuilder', conditional.conditionalRuleBuilder);
face(conditional.BooleanConditionHandle, 'BooleanCondition', conditional.booleanCondition);
face(pivots.PivotHandle, 'PivotTable', pivots.pivotTable);
face(pivots.PivotGroupHandle, 'PivotGroup', pivots.pivotGroup);
face(pivots.PivotValueHandle, 'PivotValue', pivots.pivotValue);
face(criteria.FilterCriteriaHandle, 'FilterCriteria', criteria.filterCriteria);
face(criteria.FilterCriteriaBuilderHandle, 'FilterCriteriaBuilder', criteria.filterCriteriaBuilder);
face(charts.ChartBuilderHandle, 'EmbeddedChartBuilder', charts.chartBuilderMethods);
face(charts.KindChartBuilderHandle, 'EmbeddedChartBuilder', charts.kindChartBuilder);
face(charts.ChartHandle, 'EmbeddedChart', charts.chart);
face(charts.ChartOptionsHandle, 'ChartOptions', charts.chartOptions);
face(UiHandle, 'Ui', ui, () => uiEnums);
face(MenuHandle, 'Menu', menu);
face(HtmlServiceHandle, 'HtmlService', htmlService);
face(HtmlOutputHandle, 'HtmlOutput', htmlOutput);
face(LockServiceHandle, 'LockService', lockService);
face(LockHandle, 'Lock', lock);
face(stores.PropertiesServiceHandle, 'PropertiesService', stores.propertiesService);
face(stores.PropertiesHandle, 'Properties', stores.properties);
face(stores.CacheServiceHandle, 'CacheService', stores.cacheService);
face(stores.CacheHandle, 'Cache', stores.cache);
face(SessionHandle, 'Session', session);
face(UserHandle, 'User', user);
face(script.ScriptAppHandle, 'ScriptApp', script.scriptApp, () => script.scriptEnums);
face(script.TriggerBuilderHandle, 'TriggerBuilder', script.triggerBuilder);
face(script.ClockTriggerBuilderHandle, 'ClockTriggerBuilder', script.clockTriggerBuilder);
face(script.TriggerHandle, 'Trigger', script.trigger);
face(script.AuthorizationHandle, 'AuthorizationInfo', script.authorization);
face(UtilitiesHandle, 'Utilities', utilities, () => utilitiesEnums);
face(CalendarHandle, 'Calendar', {}, ({ run }) => ({ Events: new EventsHandle(run) }));
face(EventsHandle, 'Calendar.Events', events);

/** The services that are there before the first line of a script runs. */
export function services(run: Execution): Record<string, Handle> {
  return {
    SpreadsheetApp: new SpreadsheetAppHandle(run),
    HtmlService: new HtmlServiceHandle(run),
    LockService: new LockServiceHandle(run),
    PropertiesService: new stores.PropertiesServiceHandle(run),
    CacheService: new stores.CacheServiceHandle(run),
    Session: new SessionHandle(run),
    ScriptApp: new script.ScriptAppHandle(run),
    Utilities: new UtilitiesHandle(run),
    // Without the advanced service in the manifest, the name itself is unknown to a script.
    ...(run.outside.calendars.off === 'absent' ? {} : { Calendar: new CalendarHandle(run) }),
  };
}

/** Every emulated method, as `Sheet.getRange`. */
export const emulatedMethods = (): string[] =>
  [...faces.values()].flatMap(({ name, methods }) => Object.keys(methods).map((method) => `${name}.${method}`));

/** The constants of Charts, the only part of that service a spreadsheet's chart needs. */
export const chartConstants: Readonly<Record<string, unknown>> = charts.chartEnums;
