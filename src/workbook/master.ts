/**
 * Where the director looks at some of the sessions: a tab of formulas of their own, which follows Sessions by itself and
 * leaves everybody's view alone, or the filter of the Sessions tab, which everybody sees.
 */
import { fields, rangeName } from '../domain/columns.ts';
import { type Filter, filterKeys, filterLabels, isChosen, noFilter, withoutFollowUp } from '../domain/filter.ts';
import { wordKeys } from '../domain/master.ts';
import { sessions } from '../domain/sessions.ts';
import { asText } from './cells.ts';
import { columnLetter } from './lookup.ts';
import { asHeading, colours } from './tabs.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The tab's name. Not with a straight apostrophe, which Excel does not let stand there. */
export const directorsView = 'Director’s view';

const [labelRow, valueRow, headerRow, firstRow] = [2, 3, 5, 6];
// Beside the filter's own cells: the address that the coach's name stands for.
const addressColumn = filterKeys.length + 1;
const spare = 200;
const warned = 'STRIDE Coaching lays this tab anew whenever the director filters. Nothing typed here is kept.';

export class MasterTabs {
  private readonly spreadsheet: Spreadsheet;

  constructor(spreadsheet: Spreadsheet) {
    this.spreadsheet = spreadsheet;
  }

  shown(): Filter {
    const cells = this.spreadsheet
      .getSheetByName(directorsView)
      ?.getRange(valueRow, 1, 1, addressColumn)
      .getValues()[0]
      ?.map(String);
    if (!cells) return noFilter;
    const read = filterKeys.map((key, index) => [key, cells[key === 'coach' ? addressColumn - 1 : index] ?? '']);
    // One text for each of the keys.
    return Object.fromEntries(read) as Filter;
  }

  showApart(filter: Filter, coach: string): { says: string; link: string } {
    const { sheet, isNew } = this.tab();
    sheet.clearContents();
    this.makeRoom(sheet);
    const values = sheet.getRange(valueRow, 1, 1, addressColumn);
    if (isNew) values.setNumberFormat('@').setFontWeight('bold');
    const asked = filterKeys.map((key) => asText(key === 'coach' ? coach : filter[key]));
    const labels = [...filterKeys.map((key) => asText(filterLabels[key])), asText('Address of the coach')];
    sheet.getRange(labelRow, 1, 1, addressColumn).setValues([labels]);
    values.setValues([[...asked, asText(filter.coach)]]);
    const headers = ['Row of Sessions', ...shownFields().map(({ header }) => header)];
    sheet.getRange(headerRow, 1, 1, headers.length).setValues([headers.map(asText)]);
    sheet.getRange(firstRow, 1).setFormula(rowsFormula(filter));
    sheet.getRange(1, 1).setFormula(titleFormula());
    if (isNew) layLooks(sheet, headers.length);
    SpreadsheetApp.flush();
    sheet.activate();
    const title = String(sheet.getRange(1, 1).getValue());
    const link = `${this.spreadsheet.getUrl()}#gid=${sheet.getSheetId()}`;
    return { says: title.slice(title.indexOf(': ') + 2), link };
  }

  hide(ids: readonly string[]): void {
    const sheet = this.spreadsheet.getSheetByName(sessions.name);
    const filter = sheet?.getFilter();
    if (!sheet || !filter) return;
    const range = filter.getRange();
    // A new one lets every row through, whatever each column was set to before.
    filter.remove();
    const fresh = range.createFilter();
    const headers = range.offset(0, 0, 1).getValues()[0] ?? [];
    if (ids.length === 0) return;
    const criteria = SpreadsheetApp.newFilterCriteria()
      .setHiddenValues([...ids])
      .build();
    fresh.setColumnFilterCriteria(range.getColumn() + headers.indexOf(sessions.columns.id.header), criteria);
    sheet.activate();
  }

  private tab(): { sheet: Sheet; isNew: boolean } {
    const there = this.spreadsheet.getSheetByName(directorsView);
    if (there) return { sheet: there, isNew: there.getFrozenRows() === 0 };
    return { sheet: this.spreadsheet.insertSheet(directorsView, this.spreadsheet.getSheets().length), isNew: true };
  }

  // For every session there is, so that an answer of any length has room.
  private makeRoom(sheet: Sheet): void {
    const wanted = (this.spreadsheet.getSheetByName(sessions.name)?.getLastRow() ?? 0) + spare;
    const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
    if (rows < wanted) sheet.insertRowsAfter(rows, wanted - rows);
    const width = shownFields().length + 1;
    if (columns < width) sheet.insertColumnsAfter(columns, width - columns);
  }
}

const shownFields = () => fields(sessions).filter(({ machine }) => !machine);

const column = (header: string): string => rangeName(sessions, header);

/** `Director’s view: 37 of 3,512 sessions`, worked out from what the tab shows. */
function titleFormula(): string {
  const ids = column(sessions.columns.id.header);
  return `="${directorsView}: "&TEXT(COUNT(A${firstRow}:A),"#,##0")&" of "&TEXT(COUNTA(${ids}),"#,##0")&" sessions"`;
}

const nothingAsked = 'Nothing is chosen. Every session stands on the Sessions tab.';
const nothingFound = 'No session is like that.';

/** The sessions that a filter lets through. Only what is asked is looked at: each condition goes through every row. */
function rowsFormula(filter: Filter): string {
  if (!isChosen(filter)) return `="${nothingAsked}"`;
  const asked = filterKeys.filter((key) => filter[key] !== '').map((key) => condition(key, filter));
  const ids = column(sessions.columns.id.header);
  const shown = [`ROW(${ids})`, ...shownFields().map(({ header }) => column(header))];
  return `=IFNA(FILTER(HSTACK(${shown.join(',')}),${[`${ids}<>""`, ...asked].join(',')}),"${nothingFound}")`;
}

// What is asked for stands in a cell: no sign in it can become a part of the formula.
function condition(key: keyof Filter, filter: Filter): string {
  const { team, theme, halfTerm, status } = sessions.columns;
  const cell = `$${columnLetter(key === 'coach' ? addressColumn : filterKeys.indexOf(key) + 1)}$${valueRow}`;
  const is = (header: string): string => `${column(header)}=${cell}`;
  switch (key) {
    case 'coach':
      return is('Coach email');
    case 'team':
      return is(team.header);
    case 'theme':
      return is(theme.header);
    case 'halfTerm':
      return is(halfTerm.header);
    case 'state':
      return filter.state === withoutFollowUp ? `${column(status.header)}=""` : is(status.header);
    case 'words': {
      // Not SEARCH, to which some signs are wildcards.
      const found = (header: string): string => `ISNUMBER(FIND(LOWER(${cell}),LOWER(${column(header)})))`;
      return `(${wordKeys.map((each) => found(sessions.columns[each].header)).join('+')})>0`;
    }
  }
}

// The frozen rows come last: a tab without them is one that a run which was cut short has only begun.
function layLooks(sheet: Sheet, width: number): void {
  const below = sheet.getMaxRows() - firstRow + 1;
  sheet.getRange(1, 1).setFontSize(14).setFontWeight('bold');
  sheet.getRange(labelRow, 1, 1, addressColumn).setFontColor(colours.machine).setFontSize(9);
  sheet.getRange(labelRow, addressColumn, 2, 1).setFontColor(colours.machine).setFontSize(8);
  asHeading(sheet.getRange(headerRow, 1, 1, width)).setWrap(true);
  sheet.getRange(firstRow, 1, below, width).setVerticalAlignment('top');
  sheet.setColumnWidth(1, 130);
  shownFields().forEach(({ column: of }, index) => {
    sheet.setColumnWidth(index + 2, of.width ?? (of.kind === 'longText' ? 240 : 110));
    if (of.kind === 'day') sheet.getRange(firstRow, index + 2, below, 1).setNumberFormat('dd/mm/yyyy');
  });
  sheet.protect().setDescription(warned).setWarningOnly(true);
  sheet.setFrozenRows(headerRow);
}
