import { Person } from '../../local/person.ts';
import { PlainWorld } from '../../local/plain/plain-world.ts';
import { World } from '../../local/world.ts';
import { given } from './given.ts';

const ROWS = `sheet.getRange('A1:B4').setValues([['Who', 'Id'], ['Ann', 'x1'], ['Ben', 'x2'], ['Ann', 'x3']]);
  sheet.getRange('A1:B10').createFilter(); `;
const HIDE = `var hide = function (column, values) { sheet.getFilter().setColumnFilterCriteria(column,
  SpreadsheetApp.newFilterCriteria().setHiddenValues(values).build()); }; `;

// developers.google.com/apps-script/reference/spreadsheet/filter and /filter-criteria-builder
describe('The filter of a tab', () => {
  test('hides the rows with some values in a column, and shows them again', () => {
    const { run, person } = given();
    run(`${ROWS}${HIDE} hide(2, ['x1', 'x3'])`);
    expect(person.visibleRows('Sheet1')).toEqual([1, 3]);
    expect(run('return [2, 3].map(function (row) { return sheet.isRowHiddenByFilter(row); })')).toEqual([true, false]);
    expect(run('return sheet.getFilter().getColumnFilterCriteria(2).getHiddenValues()')).toEqual(['x1', 'x3']);
    expect(run('return sheet.getFilter().getColumnFilterCriteria(1)')).toBeNull();
    run('sheet.getFilter().removeColumnFilterCriteria(2)');
    expect(person.visibleRows('Sheet1')).toEqual([1, 2, 3, 4]);
  });

  test('goes by every column that is set, and by none once it is removed', () => {
    const { run, person } = given();
    run(`${ROWS}${HIDE} hide(1, ['Ben']); hide(2, ['x1'])`);
    expect(person.visibleRows('Sheet1')).toEqual([1, 4]);
    run('sheet.getFilter().remove()');
    expect(person.visibleRows('Sheet1')).toEqual([1, 2, 3, 4]);
    run(`sheet.getRange('A1:B10').createFilter()`);
    expect(person.visibleRows('Sheet1')).toEqual([1, 2, 3, 4]);
  });

  test('a row that is added below is hidden only where its value is', () => {
    const { run, person } = given();
    run(`${ROWS}${HIDE} hide(1, ['Ann']); sheet.appendRow(['Cleo', 'x4']); sheet.appendRow(['Ann', 'x5'])`);
    expect(person.visibleRows('Sheet1')).toEqual([1, 3, 5]);
  });

  test('stays on its column where somebody moves that, and in the file', () => {
    const { world, run, person } = given();
    run(`${ROWS}${HIDE} hide(2, ['x2'])`);
    person.insertColumn('Sheet1', 1);
    expect(person.visibleRows('Sheet1')).toEqual([1, 2, 4]);
    const again = new World({ workbook: JSON.parse(JSON.stringify(world.save())), bundle: world.bundle });
    expect(new Person(again).visibleRows('Sheet1')).toEqual([1, 2, 4]);
  });

  test('is everybody’s: another window of the same sheet hides the same rows', () => {
    const { world, run } = given();
    const others = new Person(world);
    run(`${ROWS}${HIDE} hide(2, ['x2'])`);
    expect(others.visibleRows('Sheet1')).toEqual([1, 2, 4]);
  });

  test('refuses a column outside of it, and what is not emulated is said', () => {
    const { run } = given();
    expect(() => run(`${ROWS}${HIDE} hide(3, ['x'])`)).toThrow('The column is not in the range of the filter.');
    expect(() => run(`sheet.getFilter().setColumnFilterCriteria(1, 'x')`)).toThrow("don't match the method signature");
    expect(() =>
      run(
        `sheet.getFilter().setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().whenCellNotEmpty().build())`,
      ),
    ).toThrow('not emulated: a filter of a tab by anything but the values it hides');
  });
});

test("a part of a formula's answer is read in an empty cell that has a format", () => {
  const { run } = given();
  run(`sheet.getRange('A2:A4').setNumberFormat('0.0'); sheet.getRange('A1').setFormula('=SEQUENCE(3, 1)')`);
  expect(run(`return sheet.getRange('A1:A4').getValues()`)).toEqual([[1], [2], [3], ['']]);
});

describe('On a plain sheet', () => {
  const plain = () => {
    const { world } = given();
    const made = PlainWorld.of(world);
    return (body: string): unknown => {
      const { value, error } = made.run('test', [body], { user: 'ann@school.test' });
      if (error) throw new Error(error.message);
      return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
    };
  };

  test('a tab is made, frozen, coloured, protected and given formats, each made once', () => {
    const run = plain();
    expect(
      run(`var s = ss.insertSheet('Log', 1); s.setFrozenRows(1); s.setTabColor('#9aa0a6');
        s.getRange(2, 1, 5, 2).setNumberFormat('@'); s.getRange('A1:B1').setFontWeight('bold').setValues([['When', 'Who']]);
        s.protect().setDescription('kept').setWarningOnly(true); s.protect().setDescription('kept up');
        s.appendRow(['007', '1/2']);
        return [ss.getSheets().map(function (each) { return each.getName(); }), s.getFrozenRows(),
          s.getProtections(SpreadsheetApp.ProtectionType.SHEET).map(function (p) { return p.getDescription(); }),
          s.getRange('A2:B2').getValues(), s.getRange('A2').getNumberFormat(), s.getMaxRows()]`),
    ).toEqual([['Sheet1', 'Log'], 1, ['kept up'], [['007', '1/2']], '@', 1000]);
    expect(run(`return ss.insertSheet('Two').getSheetId() === ss.getSheetByName('Log').getSheetId()`)).toBe(false);
    expect(() => run(`ss.insertSheet('log')`)).toThrow('A sheet with the name "log" already exists');
  });

  test('what is written keeps its format, and a protected range is not there', () => {
    const run = plain();
    expect(() => run(`sheet.getRange('A1').setValue('x'); sheet.getRange('A1').setNumberFormat('@')`)).toThrow(
      'not emulated: another format for what is written on a plain sheet',
    );
    expect(() => run(`sheet.getRange('A1').protect()`)).toThrow('not emulated: protecting a range of a plain sheet');
  });
});
