import type { Day, Moment, Time } from '../domain/days.ts';

/** What time it is in the time zone of the sheet. */
export class Clock {
  readonly now: Moment;

  constructor(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {
    this.now = Utilities.formatDate(new Date(), spreadsheet.getSpreadsheetTimeZone(), "yyyy-MM-dd'T'HH:mm:ssXXX");
  }

  get today(): Day {
    return this.now.slice(0, 10);
  }

  get time(): Time {
    return this.now.slice(11, 16);
  }
}
