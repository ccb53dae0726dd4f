// What Google's reference has and @types/google-apps-script lacks:
// developers.google.com/apps-script/reference/spreadsheet/pivot-group#setDateTimeGroupingRule(DateTimeGroupingRuleType)
declare namespace GoogleAppsScript {
  namespace Spreadsheet {
    enum DateTimeGroupingRuleType {
      YEAR_MONTH,
    }
    interface PivotGroup {
      setDateTimeGroupingRule(type: DateTimeGroupingRuleType): PivotGroup;
    }
    interface SpreadsheetApp {
      DateTimeGroupingRuleType: typeof DateTimeGroupingRuleType;
    }
  }
}
