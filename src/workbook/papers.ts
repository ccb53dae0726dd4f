/**
 * The tabs on which the papers for governors and for all staff are laid: dated values and no formulas, because what may
 * be shown is found out once, and a figure that moved on by itself could come to tell of one person.
 */
import type { ImpactShows, Paper, PaperLine, PaperPart, Reader } from '../domain/papers.ts';
import { asText } from './cells.ts';
import { impactName, places } from './impact/impact.ts';
import { colours } from './tabs.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What the tabs are called. */
export const paperTabNames: Readonly<Record<Reader, string>> = { governors: 'Governors', team: 'All staff' };

// Two columns of figures beside each other: as wide as a sheet of A4 is at its usual size.
const widths = [230, 100, 230, 100] as const;
// Words go on below each other: a text runs over the empty cells beside it, and nothing has to be merged.
const lettersInLine = 100;
const numbersShown = 7;

interface Line {
  readonly cells: readonly [string, string, string, string];
  readonly look: 'title' | 'about' | 'heading' | 'figures' | 'words';
}

export class PaperTabs {
  private readonly spreadsheet: Spreadsheet;

  constructor(spreadsheet: Spreadsheet) {
    this.spreadsheet = spreadsheet;
  }

  impact(): ImpactShows {
    const sheet = this.spreadsheet.getSheetByName(impactName);
    const rows = places();
    const last = Math.max(...rows.values());
    const shown =
      sheet && sheet.getMaxRows() >= last ? sheet.getRange(1, 1, last, numbersShown).getDisplayValues() : [];
    return (key) => {
      const [name = '', column = '1'] = key.split(':');
      return shown[(rows.get(name) ?? 0) - 1]?.[Number(column)] ?? '';
    };
  }

  lay(paper: Paper): string {
    const name = paperTabNames[paper.reader];
    const sheet = this.spreadsheet.getSheetByName(name) ?? this.make(name);
    const lines = linesOf(paper);
    const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
    if (rows < lines.length) sheet.insertRowsAfter(rows, lines.length - rows);
    // A page has no cells beside it that would be printed too.
    if (columns > widths.length) sheet.deleteColumns(widths.length + 1, columns - widths.length);
    sheet.clear();
    const all = sheet.getRange(1, 1, lines.length, widths.length);
    all.setNumberFormat('@').setValues(lines.map(({ cells }) => cells.map(asText)));
    all.setFontSize(9);
    dress(sheet, lines);
    return `${this.spreadsheet.getUrl()}#gid=${sheet.getSheetId()}`;
  }

  private make(name: string): Sheet {
    const sheet = this.spreadsheet.insertSheet(name, this.spreadsheet.getSheets().length);
    widths.forEach((width, index) => {
      sheet.setColumnWidth(index + 1, width);
    });
    return sheet.setHiddenGridlines(true);
  }
}

function linesOf({ title, about, parts, foot }: Paper): Line[] {
  const alone = (look: Line['look'], text: string): Line => ({ look, cells: [text, '', '', ''] });
  return [
    alone('title', title),
    alone('about', about),
    ...parts.flatMap((part): Line[] => [
      alone('heading', part.title),
      ...pairsOf(part).map(
        ([one, other]): Line => ({
          look: 'figures',
          cells: [one.label, shownAs(one), other?.label ?? '', other ? shownAs(other) : ''],
        }),
      ),
      ...part.words.flatMap(linesOfWords).map((words) => alone('words', words)),
    ]),
    alone('about', foot),
  ];
}

function linesOfWords(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.length - 1;
    const longer = `${lines[last] ?? ''} ${word}`.trim();
    if (last >= 0 && longer.length <= lettersInLine) lines[last] = longer;
    else lines.push(word);
  }
  return lines;
}

// Down the first column and then down the second, as they are read.
function pairsOf({ lines }: PaperPart): (readonly [PaperLine, PaperLine | undefined])[] {
  const half = Math.ceil(lines.length / 2);
  return lines.slice(0, half).map((one, index) => [one, lines[half + index]]);
}

const shownAs = ({ value }: PaperLine): string => value || '–';

function dress(sheet: Sheet, lines: readonly Line[]): void {
  for (const column of [2, 4])
    sheet.getRange(1, column, lines.length, 1).setHorizontalAlignment('left').setFontWeight('bold');
  lines.forEach(({ look }, index) => {
    if (look === 'figures' || look === 'words') return;
    const cell = sheet.getRange(index + 1, 1);
    if (look === 'title') cell.setFontSize(14).setFontWeight('bold');
    if (look === 'about') cell.setFontColor(colours.machine);
    if (look === 'heading') cell.setFontSize(10).setFontWeight('bold').setFontColor(colours.headText);
  });
}
