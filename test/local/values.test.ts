import { given } from './given.ts';

// developers.google.com/apps-script/reference/spreadsheet/range#setValues(Object)
// "If a value begins with =, it's interpreted as a formula"; otherwise as typed by a person: ValueInputOption USER_ENTERED,
// developers.google.com/workspace/sheets/api/reference/rest/v4/ValueInputOption
describe('What a script writes is taken as if a person had typed it', () => {
  test.each([
    ['1/2', '2026-02-01T00:00:00.000Z'],
    ['2026-12-03', '2026-12-03T00:00:00.000Z'],
    ['3 Dec 2026', '2026-12-03T00:00:00.000Z'],
    ['December 3, 2026', '2026-12-03T00:00:00.000Z'],
    ['007', 7],
    ['+5', 5],
    ['50%', 0.5],
    ['£5', 5],
    ['1,234.5', 1234.5],
    ['true', true],
    ['=1+1', 2],
    ["'=1+1", '=1+1'],
    ["'007", '007'],
    ["''quoted", "'quoted"],
    ['=', '='],
    ['just words', 'just words'],
    ['1 2', '1 2'],
    ['+44 20 7946 0000', '+44 20 7946 0000'],
  ])('%s', (typed, read) => {
    const { run } = given();
    expect(
      run(`sheet.getRange('A1').setValue(${JSON.stringify(typed)}); return sheet.getRange('A1').getValue()`),
    ).toEqual(read);
  });

  test('an empty cell is an empty text, and null or undefined empty it', () => {
    const { run } = given();
    expect(
      run(
        `sheet.getRange('A1:C1').setValues([['x', 'y', 'z']]); sheet.getRange('A1:B1').setValues([[null, undefined]]); return sheet.getRange('A1:C1').getValues()`,
      ),
    ).toEqual([['', '', 'z']]);
  });

  test('a date is the moment its wall time has in the time zone of the spreadsheet', () => {
    const { run } = given({ timeZone: 'Europe/Athens' });
    expect(
      run(`sheet.getRange('A1').setValue('2026-07-01 12:00'); return sheet.getRange('A1').getValue().toISOString()`),
    ).toBe('2026-07-01T09:00:00.000Z');
    expect(
      run(
        `sheet.getRange('A2').setValue(new Date('2026-12-01T10:00:00Z')); return sheet.getRange('A2').getDisplayValue()`,
      ),
    ).toBe('01/12/2026 12:00:00');
  });

  test('an error is its name', () => {
    const { run } = given();
    expect(
      run(
        `sheet.getRange('A1:C1').setFormulas([['=1/0', '=NA()', '=nosuch(1)']]); return sheet.getRange('A1:C1').getValues()`,
      ),
    ).toEqual([['#DIV/0!', '#N/A', '#NAME?']]);
  });
});

describe('A plain-text cell keeps what is typed', () => {
  const texts = [
    '1/2',
    '007',
    'TRUE',
    '+44',
    '-',
    '@here',
    '#N/A',
    '2026-12-03',
    ' both ends ',
    'tab\there',
    'two\nlines',
    '[link](https://school.test)',
    'emoji 🎓',
    "it's",
  ];

  test.each(texts)('%j', (text) => {
    const { run } = given();
    expect(
      run(
        `sheet.getRange('A:A').setNumberFormat('@'); sheet.getRange('A1').setValue(${JSON.stringify(text)}); return sheet.getRange('A1').getValue()`,
      ),
    ).toBe(text);
  });

  // Unconfirmed on the live platform, so the harsher reading: PLATFORM, "literal text, safest first".
  test('but still takes a leading = for a formula, unless an apostrophe stands before it', () => {
    const { run, person } = given();
    run(`sheet.getRange('A:A').setNumberFormat('@'); sheet.getRange('A1:A2').setValues([['=1+1'], ["'=1+1"]])`);
    expect(run(`return sheet.getRange('A1:A2').getFormulas()`)).toEqual([['=1+1'], ['']]);
    expect(run(`return sheet.getRange('A2').getValue()`)).toBe('=1+1');
    expect(person.sees('Sheet1', 'A2')).toBe('=1+1');
    expect(run(`return sheet.getRange('A1:A2').getNumberFormats()`)).toEqual([['@'], ['@']]);
    expect(run(`sheet.getRange('B1').setFormula('=LEN(A2)'); return sheet.getRange('B1').getValue()`)).toBe(4);
  });

  test('keeps its texts when its format is changed or set again', () => {
    const { run } = given();
    run(`sheet.getRange('A:A').setNumberFormat('@'); sheet.getRange('A1:A3').setValues([['007'], ["'=x"], ["''y"]])`);
    run(`sheet.getRange('A:A').setNumberFormat('@')`);
    expect(run(`return sheet.getRange('A1:A3').getValues()`)).toEqual([['007'], ['=x'], ["'y"]]);
    run(`sheet.getRange('A:A').setNumberFormat('General')`);
    expect(run(`return sheet.getRange('A1:A3').getValues()`)).toEqual([['007'], ['=x'], ["'y"]]);
  });

  test('holds 50,000 characters and no more: "Limits", workspace.google.com best practices', () => {
    const { run } = given();
    expect(run(`sheet.getRange('A1').setValue('x'.repeat(50000)); return sheet.getRange('A1').getValue().length`)).toBe(
      50_000,
    );
    expect(() => run(`sheet.getRange('A1').setValue('x'.repeat(50001))`)).toThrow(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    );
  });
});

test('A formula that answers an empty cell shows nothing, where o-spreadsheet alone would show 0', () => {
  const { run } = given();
  run(
    `sheet.getRange('A1:B2').setValues([['a', ''], ['b', 0]]); sheet.getRange('D1').setFormula('=FILTER(A1:B2, A1:A2<>"")'); sheet.getRange('G1').setFormula('=B1+1')`,
  );
  expect(run(`return [sheet.getRange('D1:E2').getValues(), sheet.getRange('G1').getValue()]`)).toEqual([
    [
      ['a', ''],
      ['b', 0],
    ],
    1,
  ]);
});

describe('Sizes must fit', () => {
  test('rows and columns of the data are those of the range', () => {
    const { run } = given();
    expect(() => run(`sheet.getRange('A1:B2').setValues([[1, 2]])`)).toThrow(
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
    );
    expect(() => run(`sheet.getRange('A1:B2').setValues([[1, 2], [3]])`)).toThrow(
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    );
    expect(() => run(`sheet.getRange('A1').setValues('x')`)).toThrow(
      "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.",
    );
    expect(() => run(`sheet.getRange(1, 27)`)).toThrow(
      'The coordinates of the range are outside the dimensions of the sheet.',
    );
  });
});

describe('Formulas', () => {
  test('are read back as they were written, and follow columns that move', () => {
    const { run, person } = given();
    run(`sheet.getRange('A1:A3').setValues([[1], [2], [3]]); sheet.getRange('C1').setFormula('=SUM( A1:A3 )')`);
    expect(run(`return sheet.getRange('C1').getFormula()`)).toBe('=SUM( A1:A3 )');
    person.insertColumn('Sheet1', 1);
    expect(run(`return sheet.getRange('D1').getFormula()`)).toBe('=SUM(B1:B3)');
  });

  test('TODAY and NOW follow the world and not the computer', () => {
    const { run, world } = given();
    expect(run(`sheet.getRange('A1').setFormula('=TODAY()'); return sheet.getRange('A1').getDisplayValue()`)).toBe(
      '03/12/2026',
    );
    world.clock.set('2027-01-08T23:30:00Z');
    expect(run(`return sheet.getRange('A1').getDisplayValue()`)).toBe('08/01/2027');
  });

  test.each([
    ['=ARRAYFORMULA(A1:A3&"!")', [['a!'], ['b!'], ['c!']]],
    ['=ARRAY_CONSTRAIN(A1:A3, 2, 1)', [['a'], ['b'], ['']]],
    ['=IFERROR(1/0)', [[''], [''], ['']]],
    ['=IFERROR(1/0, "none")', [['none'], [''], ['']]],
    ['=IFNA(NA(), "n")', [['n'], [''], ['']]],
    ['=REGEXMATCH(A1, "^a$")', [[true], [''], ['']]],
    ['=COUNTIF(A1:A3, A1:A3&"")', [[1], [1], [1]]],
    ['=Z1', [[''], [''], ['']]],
    ['=FILTER(A1:B3, A1:A3="b")', [['b'], [''], ['']]],
    ['=LEN(FILTER(B1:B3, A1:A3="b"))', [[0], [''], ['']]],
  ])('%s', (formula, read) => {
    const { run } = given();
    run(
      `sheet.getRange('A1:A3').setValues([['a'], ['b'], ['c']]); sheet.getRange('C1').setFormula(${JSON.stringify(formula)})`,
    );
    expect(run(`return sheet.getRange('C1:C3').getValues()`)).toEqual(read);
  });
});

describe('Counting over long columns', () => {
  test('gives the same answers as over short ones, and follows every change', () => {
    const { run } = given();
    run(`var v = []; for (var i = 0; i < 700; i++) v.push(['Coach ' + (i % 7), i % 3 ? 'Autumn' : '', i, i % 2 ? 'x' : i]); sheet.getRange(1, 1, 700, 4).setValues(v);
      sheet.getRange('F1:F6').setFormulas([['=COUNTIFS(A:A, "coach 1", B:B, "Autumn")'], ['=COUNTIF(C:C, ">=690")'], ['=SUMIFS(C:C, A:A, "Coach 2", B:B, "<>")'], ['=COUNTIF(A:A, "Coach*")'], ['=COUNTIFS(B:B, "", A:A, "<>")'], ['=SUMIFS(D:D, A:A, "Coach 3")']])`);
    const rows = Array.from({ length: 700 }, (_, i) => ({ coach: i % 7, autumn: i % 3 !== 0, n: i }));
    const sum = (list: typeof rows) => list.reduce((all, { n }) => all + n, 0);
    expect(run(`return sheet.getRange('F1:F6').getValues().flat()`)).toEqual([
      rows.filter(({ coach, autumn }) => coach === 1 && autumn).length,
      10,
      sum(rows.filter(({ coach, autumn }) => coach === 2 && autumn)),
      700,
      rows.filter(({ autumn }) => !autumn).length,
      sum(rows.filter(({ coach, n }) => coach === 3 && n % 2 === 0)),
    ]);
    run(`sheet.getRange('A1').setValue('Coach 1'); sheet.getRange('B1').setValue('Autumn')`);
    expect(run(`return sheet.getRange('F1').getValue()`)).toBe(
      rows.filter(({ coach, autumn }) => coach === 1 && autumn).length + 1,
    );
  });
});
