import { given } from './given.ts';

// developers.google.com/apps-script/reference/spreadsheet/protection
describe('Protection', () => {
  const refused =
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

  test('keeps out whoever is not an editor, and not the owner', () => {
    const { run } = given();
    run(`sheet.getRange('A:A').protect().setDescription('Ids').removeEditors(['ben@school.test'])`);
    expect(() => run(`sheet.getRange('A2').setValue('x')`, { user: 'ben@school.test' })).toThrow(refused);
    expect(() => run(`sheet.appendRow(['x'])`, { user: 'ben@school.test' })).toThrow(refused);
    run(`sheet.getRange('B2').setValue('x')`, { user: 'ben@school.test' });
    run(`sheet.getRange('A2').setValue('x')`, { user: 'ann@school.test' });
    run(`sheet.getRange('A2').setValue('y')`, { user: 'owner@school.test' });
    run(`sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].addEditor('ben@school.test')`);
    run(`sheet.getRange('A2').setValue('z')`, { user: 'ben@school.test' });
  });

  test('that only warns keeps nobody out, and follows its column', () => {
    const { run, person } = given();
    run(`sheet.protect().setWarningOnly(true); sheet.getRange('B:B').protect().setWarningOnly(true)`);
    run(`sheet.getRange('A1').setValue('x')`, { user: 'ben@school.test' });
    person.insertColumn('Sheet1', 1);
    expect(
      run(
        `return [sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length, sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getRange().getA1Notation()]`,
      ),
    ).toEqual([1, 'C:C']);
    run(`sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].remove()`);
    expect(run(`return ss.getProtections(SpreadsheetApp.ProtectionType.RANGE).length`)).toBe(0);
  });
});

// developers.google.com/apps-script/reference/spreadsheet/data-validation-builder
describe('Validation', () => {
  test('that rejects makes setValues throw, and nothing of that batch is written', () => {
    const { run } = given();
    run(
      `sheet.getRange('B2:B').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['To do', 'Done']).setAllowInvalid(false).build())`,
    );
    expect(() => run(`sheet.getRange('A2:B3').setValues([['a', 'Done'], ['b', 'Nearly']])`)).toThrow(
      'The data you entered in cell B3 violates the data validation rules set on this cell. Please enter one of the following values: To do, Done.',
    );
    expect(run(`return sheet.getRange('A2:B3').getValues()`)).toEqual([
      ['', ''],
      ['', ''],
    ]);
    run(`sheet.getRange('A2:B3').setValues([['a', 'Done'], ['b', '']])`);
  });

  test('is obeyed in the very run that sets it, before anything is flushed', () => {
    const { run } = given();
    const body = `sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberBetween(1, 9).setAllowInvalid(false).build()); sheet.getRange('A1').setValue(10)`;
    expect(() => run(body)).toThrow('violates the data validation rules');
    run(`sheet.getRange('A1').clearDataValidations(); sheet.getRange('A1').setValue(10)`);
  });

  test('allows what is invalid unless told otherwise', () => {
    const { run } = given();
    run(
      `sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireDate().build()); sheet.getRange('A1').setValue('soon')`,
    );
    expect(run(`return sheet.getRange('A1').getValue()`)).toBe('soon');
  });

  test('by a range follows that range, and a list read from it', () => {
    const { run, person } = given();
    run(
      `sheet.getRange('A1:A2').setValues([['Ann'], ['Ben']]); sheet.getRange('C1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(sheet.getRange('A1:A'), true).setAllowInvalid(false).setHelpText('A coach').build())`,
    );
    person.insertColumn('Sheet1', 1);
    expect(
      run(
        `var v = sheet.getRange('D1').getDataValidation(); return [String(v.getCriteriaType()), v.getCriteriaValues()[0].getA1Notation(), v.getAllowInvalid(), v.getHelpText()]`,
      ),
    ).toEqual(['VALUE_IN_RANGE', 'B1:B', false, 'A coach']);
    run(`sheet.getRange('D1').setValue('Ben')`);
    expect(() => run(`sheet.getRange('D1').setValue('Cat')`)).toThrow(
      'Please enter one of the following values: Ann, Ben.',
    );
  });

  test('dates must be days, and checkboxes begin as false', () => {
    const { run } = given();
    run(
      `sheet.getRange('A1:A2').setDataValidation(SpreadsheetApp.newDataValidation().requireDateOnOrAfter(new Date(2026, 8, 1)).setAllowInvalid(false).build()); sheet.getRange('A1').setValue('2026-09-01')`,
    );
    expect(() => run(`sheet.getRange('A2').setValue('2026-08-31')`)).toThrow('violates');
    expect(() => run(`sheet.getRange('A2').setValue(46000)`)).toThrow('violates');
    expect(
      run(
        `sheet.getRange('C1:C2').insertCheckboxes(); return [sheet.getRange('C1:C2').getValues(), sheet.getLastRow()]`,
      ),
    ).toEqual([[[false], [false]], 2]);
  });

  test('rules are read back cell by cell', () => {
    const { run } = given();
    const body = `var list = SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b'], false).build(); sheet.getRange('A1:B2').setDataValidations([[list, null], [list, null]]);
      return sheet.getRange('A1:B2').getDataValidations().map(row => row.map(v => v && v.getCriteriaValues()))`;
    expect(run(body)).toEqual([
      [[['a', 'b'], false], null],
      [[['a', 'b'], false], null],
    ]);
  });
});

// developers.google.com/apps-script/reference/spreadsheet/conditional-format-rule-builder
test('Conditional formats replace those a tab had and are read back', () => {
  const { run } = given();
  const body = `var overdue = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=$B2<TODAY()').setBackground('#fce8e6').setRanges([sheet.getRange('A2:B')]).build();
    sheet.setConditionalFormatRules([overdue]); sheet.setConditionalFormatRules([overdue, overdue.copy().whenTextEqualTo('Done').build()]);
    return sheet.getConditionalFormatRules().map(r => [r.getRanges()[0].getA1Notation(), String(r.getBooleanCondition().getCriteriaType()), r.getBooleanCondition().getCriteriaValues()])`;
  expect(run(body)).toEqual([
    ['A2:B', 'CUSTOM_FORMULA', ['=$B2<TODAY()']],
    ['A2:B', 'TEXT_EQUAL_TO', ['Done']],
  ]);
});
