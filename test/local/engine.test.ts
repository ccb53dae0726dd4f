import { given } from './given.ts';

// The engine goes short ways where columns are long. Each must come to what the long way comes to, which is taken for a
// column of few cells.
const kinds = ['red', 'Red', 'blue', '', 7, true, '7', 'r*d'];
const grids = {
  short: Array.from({ length: 40 }, (_, row) => [kinds[row % kinds.length], (row * 7) % 5]),
  long: Array.from({ length: 480 }, (_, row) => [kinds[row % kinds.length], (row * 7) % 5]),
};

const laid = (size: keyof typeof grids, formula: string): unknown => {
  const { run } = given();
  const last = grids[size].length;
  return run(`
    if (sheet.getMaxRows() < 1000) sheet.insertRowsAfter(sheet.getMaxRows(), 1000);
    sheet.getRange('A1:B${last}').setValues(${JSON.stringify(grids[size])});
    sheet.getRange('D1:D7').setValues([['red'], ['blue'], ['red'], ['>3'], ['=1/0'], ['7'], ['']]);
    sheet.getRange('F1').setFormula(${JSON.stringify(formula)}.replace(/#/g, '${last}'));
    return sheet.getRange('F1:H7').getValues();`);
};

const times = (value: unknown, by: number): unknown =>
  Array.isArray(value) ? value.map((each) => times(each, by)) : typeof value === 'number' ? value * by : value;

describe('A formula over a long column', () => {
  test.each([
    ['=COUNTIFS(A1:A#,"red",B1:B#,">1")'],
    ['=ARRAYFORMULA(COUNTIFS(A1:A#,D1:D7))'],
    ['=ARRAYFORMULA(COUNTIFS(A1:A#,D1:D7,B1:B#,"<3"))'],
    ['=ARRAYFORMULA(COUNTIFS(A1:A#,D1:D7,B1:B#,D1:D7))'],
    ['=ARRAYFORMULA(COUNTIF(A1:A#,D1:D4))'],
    ['=SUMPRODUCT((A1:A#="red")*(B1:B#>=2)*(B1:B#<4)*B1:B#)'],
    ['=SUMPRODUCT((A1:A#<>"")*(COUNTIF(D1:D3,A1:A#)>0))'],
    ['=SUMPRODUCT(COUNTIFS(A1:A#,D1:D4,B1:B#,">=2"))'],
    ['=SUMIFS(B1:B#,A1:A#,"r*d")'],
  ])('%s comes to what it comes to over a short one', (formula) => {
    const factor = grids.long.length / grids.short.length;
    expect(laid('long', formula)).toEqual(times(laid('short', formula), factor));
  });

  test('FILTER takes the rows of columns that stand side by side in braces', () => {
    const { run } = given();
    const rows = Array.from({ length: 300 }, (_, row) => [`name ${row}`, row % 100 === 7, row]);
    expect(
      run(`
        if (sheet.getMaxRows() < 1000) sheet.insertRowsAfter(sheet.getMaxRows(), 1000);
        sheet.getRange('A1:C300').setValues(${JSON.stringify(rows)});
        sheet.getRange('E1').setFormula('=FILTER({ROW(A1:A300),A1:A300,D1:D300},B1:B300=TRUE,C1:C300>50)');
        sheet.getRange('I1').setFormula('=FILTER(A1:A300,C1:C300>1000)');
        return [...sheet.getRange('E1:G3').getValues(), sheet.getRange('I1').getValue()];`),
    ).toEqual([[108, 'name 107', ''], [208, 'name 207', ''], ['', '', ''], '#N/A']);
  });
});

// support.google.com/docs/answer/3093364: IF answers one of two; Sheets works out no more than that one.
describe('A formula for somebody, in a row where nobody stands,', () => {
  test('shows nothing, and is worked out from the moment somebody stands there', () => {
    const { run } = given();
    const answer = `return sheet.getRange('B1').getValue()`;
    run(`ss.setNamedRange('Their_days', sheet.getRange('D1:D9')); sheet.getRange('D1').setValue('ann');
      sheet.getRange('B1').setFormula('=IF($A1="","",COUNTIFS(Their_days,$A1))')`);
    expect(run(answer)).toBe('');
    expect(run(`sheet.getRange('D2').setValue('ann'); ${answer}`)).toBe('');
    expect(run(`sheet.getRange('A1').setValue('ann'); ${answer}`)).toBe(2);
    expect(run(`sheet.getRange('D3').setValue('ann'); ${answer}`)).toBe(3);
    expect(run(`sheet.getRange('A1').clearContent(); ${answer}`)).toBe('');
  });

  test('only where the whole formula is that question', () => {
    const { run } = given();
    expect(
      run(`sheet.getRange('B1:D1').setFormulas([['=IF($A1="","",1)&"x"', '=IF($A1="","none",1)', '=IF($A1="y","",1)']]);
        return sheet.getRange('B1:D1').getValues()`),
    ).toEqual([['x', 'none', 1]]);
  });
});
