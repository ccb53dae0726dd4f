import { settingRows } from '../../src/domain/settings.ts';
import { givenBlankSheet, givenWorkbook, people, type School } from '../given.ts';
import { ScriptWorld } from '../script-world.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const sheetOf = (name: string): Sheet => {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name);
  if (!sheet) throw new Error(`no tab ${name}`);
  return sheet;
};
const unprotect = (sheet: Sheet): void => {
  const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
  for (const type of [SHEET, RANGE]) for (const each of sheet.getProtections(type)) each.remove();
};

/** The small school after somebody has done something that only the platform's own menus can do. */
function givenAfter(act: () => void): School {
  const hand = new ScriptWorld({ act }, { workbook: givenWorkbook().world.save() });
  const { error } = hand.run('act', [], { user: people.director.email });
  if (error) throw new Error(error.message);
  return givenBlankSheet({ workbook: hand.save() });
}

/** What set-up says it did; and that it then finds all in order. */
function repaired(school: School): string[] {
  const done = school.told('setUpSheet');
  expect(school.told('setUpSheet')[0]).toBe('Everything was in order.');
  return done.slice(0, done.indexOf(''));
}

describe('a spreadsheet that somebody has already begun', () => {
  it('keeps its first tab as it is', () => {
    const begun = givenBlankSheet({ now: '2026-11-26T16:30:00Z' });
    begun.person.type('Sheet1', 'A1', 'My own list');
    expect(begun.told('setUpSheet')[0]).toBe('Made the tab Sessions.');
    expect(begun.person.sees('Sheet1', 'A1')).toBe('My own list');
  });
});

describe('set-up puts back', () => {
  it('the filter, the warnings, the frozen header and the hidden tab that somebody took away', () => {
    const school = givenAfter(() => {
      sheetOf('Sessions').getFilter()?.remove();
      for (const tab of ['Sessions', 'Staff', 'Log', 'Impact']) unprotect(sheetOf(tab));
      sheetOf('Teams').setFrozenRows(0);
      sheetOf('Term dates').setFrozenRows(2);
      sheetOf('Lookup').showSheet().insertRowsAfter(1, 300);
    });
    expect(repaired(school)).toEqual([
      'Sessions: the filter is back.',
      'Sessions: the headers warn again before they are changed.',
      'Staff: the headers warn again before they are changed.',
      'Lookup: put 25 of its cells right.',
    ]);
    const world = new ScriptWorld(
      {
        look: () => [
          sheetOf('Teams').getFrozenRows(),
          sheetOf('Term dates').getFrozenRows(),
          sheetOf('Lookup').isSheetHidden(),
          sheetOf('Lookup').getMaxRows(),
          ...['Log', 'Impact'].map((tab) => sheetOf(tab).getProtections(SpreadsheetApp.ProtectionType.SHEET).length),
        ],
      },
      { workbook: school.world.save() },
    );
    expect(world.run('look', [], { user: people.coach.email }).value).toEqual([1, 2, true, 120, 1, 1]);
  });

  it('formats, lists of choices, notes and names, column by column, and no others', () => {
    const school = givenAfter(() => {
      const sessions = sheetOf('Sessions');
      const [headers = []] = sessions.getRange('1:1').getValues();
      const cell = (header: string, row: number) => sessions.getRange(row, headers.indexOf(header) + 1);
      cell('Date', 5).setNumberFormat('0.00');
      cell('Minutes', 60).setNumberFormat('@');
      cell('Kind', 7).clearDataValidations();
      cell('Theme', 1).setNote('');
      cell('Target', 1).setNote('What the director wrote');
      sheetOf('Staff').getRange('D9').clearDataValidations();
      const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
      spreadsheet.setNamedRange('Sessions_Theme', sessions.getRange('A2:A9'));
      spreadsheet.setNamedRange('Log_Who', sheetOf('Staff').getRange('B2:B60'));
      spreadsheet.removeNamedRange('Sessions_Minutes');
    });
    expect(repaired(school)).toEqual([
      'Sessions: formulas find Theme again.',
      'Log: formulas find Who again.',
      'Sessions: put the format right of Date, Minutes.',
      'Sessions: put the list of choices right of Kind.',
      'Staff: put the list of choices right of Team.',
    ]);
    const look = () => {
      const sessions = sheetOf('Sessions');
      const [headers = []] = sessions.getRange('1:1').getValues();
      const [notes = []] = sessions.getRange('1:1').getNotes();
      const minutes = SpreadsheetApp.getActiveSpreadsheet().getRangeByName('Sessions_Minutes')?.getA1Notation();
      return ['Theme', 'Target'].map((header) => notes[headers.indexOf(header)]).concat(minutes);
    };
    const world = new ScriptWorld({ look }, { workbook: school.world.save() });
    expect(world.run('look', [], { user: people.coach.email }).value).toEqual([
      'What it was about, from the list in Settings.',
      'What the director wrote',
      'S2:S60',
    ]);
  });

  it('settings that somebody deleted, below all others', () => {
    const gone = ['Time zone', 'Prompt: Target', 'Theme 12'];
    const school = givenAfter(() => {
      const settings = sheetOf('Settings');
      for (const name of gone) {
        const at =
          settings
            .getRange('A:A')
            .getValues()
            .findIndex(([cell]) => cell === name) + 1;
        settings.deleteRow(at);
      }
    });
    expect(repaired(school)).toEqual(['Settings: added Time zone, Prompt: Target, Theme 12.']);
    const last = school.rows('Settings').slice(-3);
    expect(last).toEqual(
      gone.map((name) => {
        const { value = '', about = '' } = settingRows.find((row) => row.name === name) ?? {};
        return { Setting: name, Value: value, 'What it does': about };
      }),
    );
    expect(school.rows('Settings')).toHaveLength(settingRows.length);
  });

  it('cells of a tab of formulas, with the columns and rows they stood in', () => {
    const school = givenAfter(() => {
      sheetOf('Coverage').deleteColumns(8, sheetOf('Coverage').getMaxColumns() - 7);
      sheetOf('Coverage').deleteRows(40, sheetOf('Coverage').getMaxRows() - 39);
    });
    expect(repaired(school)).toEqual([expect.stringMatching(/^Coverage: put \d+ of its cells right\.$/)]);
    expect(school.rows('Coverage').map(({ Name }) => Name)).toEqual(Object.values(people).map(({ name }) => name));
  });

  it('room on the Coverage tab for everybody, once Staff has more people than it had rows', () => {
    const school = givenAfter(() => {
      const tab = sheetOf('Staff');
      tab.insertRowsBefore(60, 100);
      const rows = Array.from({ length: 90 }, (_, index) => [`p${index}@school.example`, `Person ${index}`]);
      tab.getRange(9, 1, rows.length, 2).setValues(rows);
      tab.getRange(9, 8, rows.length).setValue(true);
    });
    expect(repaired(school)).toEqual(['Coverage: put 874 of its cells right.']);
    expect(school.rows('Coverage').filter(({ Name }) => Name !== '')).toHaveLength(97);
    expect(school.figure('Staff')).toBe('96');
    expect(school.home().reference.staff).toHaveLength(96);
  });

  it('a tab that was emptied, headers and all, as a new one', () => {
    const school = givenAfter(() => {
      unprotect(sheetOf('Teams'));
      sheetOf('Teams').getRange('A1:B60').clearContent();
    });
    repaired(school);
    expect(school.person.seesAll('Teams')[0]).toEqual(expect.arrayContaining(['Team', 'Assistant head email']));
  });
});
