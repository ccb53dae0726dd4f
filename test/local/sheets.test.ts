import { given } from './given.ts';

// developers.google.com/apps-script/reference/spreadsheet/spreadsheet and /sheet
describe('Tabs', () => {
  test('are inserted, found, moved, renamed and deleted', () => {
    const { run, person } = given();
    expect(
      run(`ss.insertSheet('Staff'); ss.insertSheet('Teams', 0); return ss.getSheets().map(s => s.getName())`),
    ).toEqual(['Teams', 'Sheet1', 'Staff']);
    expect(run(`return ss.getSheetByName('staff').getIndex()`)).toBe(3);
    expect(run(`return ss.getSheetByName('Nobody')`)).toBeNull();
    expect(run(`var s = ss.getSheetByName('Staff'); return ss.getSheetById(s.getSheetId()).getName()`)).toBe('Staff');
    person.rename('Staff', 'People');
    expect(
      run(
        `ss.setActiveSheet(ss.getSheetByName('People')); ss.moveActiveSheet(1); ss.deleteSheet(ss.getSheetByName('Sheet1')); return ss.getSheets().map(s => s.getName())`,
      ),
    ).toEqual(['People', 'Teams']);
    expect(() => run(`ss.insertSheet('Teams')`)).toThrow(
      'A sheet with the name "Teams" already exists. Please enter another name.',
    );
  });

  test('are hidden and shown, frozen, coloured and made wide', () => {
    const { run } = given();
    expect(
      run(`var s = ss.insertSheet('Log'); s.setFrozenRows(1); s.setColumnWidth(2, 250); s.setTabColor('#1a73e8'); s.hideSheet();
        return [s.isSheetHidden(), s.getFrozenRows(), s.getColumnWidth(2), s.getTabColor(), ss.getActiveSheet().getName()]`),
    ).toEqual([true, 1, 250, '#1a73e8', 'Log']);
  });

  test('the last row is the last that has content: formulas that answer nothing count, formats do not', () => {
    const { run } = given();
    expect(run(`sheet.getRange('A5').setNumberFormat('@'); return sheet.getLastRow()`)).toBe(0);
    expect(
      run(
        `sheet.getRange('B3').setValue('x'); sheet.getRange('D4').setFormula('=""'); return [sheet.getLastRow(), sheet.getLastColumn()]`,
      ),
    ).toEqual([4, 4]);
    expect(run(`sheet.getRange('F1').setFormula('=SEQUENCE(9, 2)'); return sheet.getDataRange().getA1Notation()`)).toBe(
      'A1:G9',
    );
  });

  // "Appends a row to the bottom of the current data region in the sheet."
  test('appending a row writes below the last content and makes the sheet longer when it is full', () => {
    const { run } = given();
    run(`sheet.getRange(1000, 1).setValue('end'); sheet.appendRow(['one more', '=1+1'])`);
    expect(run(`return [sheet.getMaxRows(), sheet.getRange('A1001:B1001').getValues()[0]]`)).toEqual([
      1001,
      ['one more', 2],
    ]);
  });

  test('rows and columns are inserted and deleted, and what is outside is refused', () => {
    const { run } = given();
    run(
      `sheet.getRange('A1:B2').setValues([['a', 'b'], ['c', 'd']]); sheet.insertColumnBefore(2); sheet.insertRowsAfter(1, 2)`,
    );
    expect(run(`return sheet.getRange('A1:C4').getValues()`)).toEqual([
      ['a', '', 'b'],
      ['', '', ''],
      ['', '', ''],
      ['c', '', 'd'],
    ]);
    expect(() => run(`sheet.insertRowsAfter(5000, 1)`)).toThrow('Those rows are out of bounds.');
    expect(() => run(`sheet.getRange(0, 1)`)).toThrow('The starting row of the range is too small.');
  });

  test('clearing a sheet leaves its notes', () => {
    const { run } = given();
    run(`sheet.getRange('A1').setValue('x').setNote('n').setFontWeight('bold'); sheet.clear()`);
    expect(run(`var r = sheet.getRange('A1'); return [r.getValue(), r.getNote(), r.getFontWeight()]`)).toEqual([
      '',
      'n',
      'normal',
    ]);
  });

  test('what is not emulated says so instead of doing nothing', () => {
    const { run } = given();
    expect(() => run(`sheet.sort(1)`)).toThrow('not emulated: Sheet.sort');
    expect(() => run(`sheet.getRange('A1').getRichTextValue()`)).toThrow('not emulated: Range.getRichTextValue');
  });
});

// developers.google.com/apps-script/reference/spreadsheet/named-range
describe('Named ranges', () => {
  it('may reach further down than the tab that is open (reference/spreadsheet/spreadsheet#setNamedRange)', () => {
    const { run } = given();
    run(
      `ss.insertSheet('Long', 1).insertRowsAfter(1000, 100); ss.setNamedRange('All', ss.getSheetByName('Long').getRange('A2:A1050'));`,
    );
    expect(run(`return ss.getRangeByName('All').getNumRows();`)).toBe(1049);
  });

  test('may have no end, follow inserted columns and serve in formulas', () => {
    const { run, person } = given();
    run(`sheet.getRange('A1:A3').setValues([['Coach'], ['Ann'], ['Ann']]); ss.setNamedRange('Sessions_Coach', sheet.getRange('A2:A'));
      sheet.getRange('D1').setFormula('=COUNTIF(Sessions_Coach, "Ann")')`);
    expect(run(`return sheet.getRange('D1').getValue()`)).toBe(2);
    person.insertColumn('Sheet1', 1);
    expect(
      run(
        `return [ss.getRangeByName('Sessions_Coach').getA1Notation(), ss.getNamedRanges()[0].getName(), sheet.getRange('E1').getValue()]`,
      ),
    ).toEqual(['B2:B', 'Sessions_Coach', 2]);
    run(`sheet.appendRow(['', 'Ann'])`);
    expect(run(`return sheet.getRange('E1').getValue()`)).toBe(3);
    run(`ss.getNamedRanges()[0].setRange(sheet.getRange('B2:B3'))`);
    expect(run(`return ss.getRangeByName('Sessions_Coach').getA1Notation()`)).toBe('B2:B3');
    run(`ss.removeNamedRange('Sessions_Coach')`);
    expect(run(`return ss.getRangeByName('Sessions_Coach')`)).toBeNull();
  });
});

describe('Looks and notes', () => {
  test('number formats are read back as they were set, whatever case their letters have', () => {
    const { run } = given();
    run(
      `sheet.getRange('A1:C1').setNumberFormats([['d MMM yyyy', 'h:mm', '0.0%']]); sheet.getRange('A1:C1').setValues([['2026-12-03', '0.5', 0.25]])`,
    );
    expect(
      run(`return [sheet.getRange('A1:D1').getNumberFormats()[0], sheet.getRange('A1:C1').getDisplayValues()[0]]`),
    ).toEqual([
      ['d MMM yyyy', 'h:mm', '0.0%', '0.###############'],
      ['3 Dec 2026', '12:00', '25.0%'],
    ]);
  });

  test('notes follow their cells when rows and columns come and go', () => {
    const { run, person } = given();
    run(`sheet.getRange('B1').setNote('Who was coached')`);
    person.insertColumn('Sheet1', 1);
    person.insertRow('Sheet1', 1);
    expect(run(`return sheet.getRange('B2:C2').getNotes()`)).toEqual([['', 'Who was coached']]);
    person.deleteColumn('Sheet1', 3);
    expect(run(`return sheet.getRange('A1:E3').getNotes().join('')`)).not.toContain('Who');
  });

  test('colours, weights and wrapping are kept', () => {
    const { run } = given();
    run(
      `sheet.getRange('A1:B1').setBackground('#174EA6').setFontColor('#ffffff').setFontWeight('bold').setWrap(true).setVerticalAlignment('top')`,
    );
    expect(
      run(`var r = sheet.getRange('B1'); return [r.getBackground(), r.getFontColor(), r.getFontWeight(), r.getWrap()]`),
    ).toEqual(['#174ea6', '#ffffff', 'bold', true]);
  });
});

// developers.google.com/apps-script/reference/spreadsheet/text-finder
describe('Searching', () => {
  test('finds whole cells or parts of them, in either case', () => {
    const { run } = given();
    run(`sheet.getRange('A1:A4').setValues([['id-1'], ['ID-12'], ['id-12'], ['x']])`);
    expect(
      run(
        `return sheet.getRange('A:A').createTextFinder('id-12').matchEntireCell(true).matchCase(true).findNext().getA1Notation()`,
      ),
    ).toBe('A3');
    expect(run(`return sheet.getRange('A:A').createTextFinder('id-1').findAll().map(r => r.getRow())`)).toEqual([
      1, 2, 3,
    ]);
    expect(run(`return sheet.getRange('A:A').createTextFinder('nobody').findNext()`)).toBeNull();
  });
});

// developers.google.com/apps-script/reference/spreadsheet/filter
describe('Filters', () => {
  test('a tab has one, and a person who filters hides rows that a script still reads', () => {
    const { run, person } = given();
    run(
      `sheet.getRange('A1:A4').setValues([['Coach'], ['Ann'], ['Ben'], ['Ann']]); sheet.getRange('A1:A4').createFilter()`,
    );
    expect(() => run(`sheet.getRange('A1:A4').createFilter()`)).toThrow(
      "You can't create a filter in a sheet that already has a filter.",
    );
    person.filter('Sheet1', 1, ['Ben']);
    expect(person.visibleRows('Sheet1')).toEqual([1, 2, 4]);
    expect(run(`return sheet.getRange('A1:A4').getValues().length`)).toBe(4);
    run(`sheet.appendRow(['Cat'])`);
    expect(run(`return sheet.getFilter().getRange().getA1Notation()`)).toBe('A1:A5');
    run(`sheet.getFilter().remove()`);
    expect(run(`return sheet.getFilter()`)).toBeNull();
    expect(person.visibleRows('Sheet1')).toEqual([1, 2, 3, 4, 5]);
  });

  test('sorting moves rows for everybody', () => {
    const { run, person } = given();
    run(`sheet.getRange('A1:B4').setValues([['Coach', 'n'], ['Cat', 1], ['Ann', 2], ['Ben', 3]])`);
    person.sort('Sheet1', 1);
    expect(run(`return sheet.getRange('A2:B4').getValues()`)).toEqual([
      ['Ann', 2],
      ['Ben', 3],
      ['Cat', 1],
    ]);
    person.moveColumn('Sheet1', 2, 1);
    expect(run(`return sheet.getRange('A1:B1').getValues()`)).toEqual([['n', 'Coach']]);
  });
});
