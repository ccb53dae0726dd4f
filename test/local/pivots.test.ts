import { given } from './given.ts';

const SESSIONS = `sheet.getRange('A1:C4').setValues([['Coach', 'Half-term', 'Minutes'], ['Ann', 'Autumn 1', 30], ['Ben', 'Autumn 2', 20], ['Ann', 'Autumn 2', 40]]); ss.insertSheet('Pivots');`;
const PIVOT = `var pivot = ss.getSheetByName('Pivots').getRange('A1').createPivotTable(ss.getSheetByName('Sheet1').getRange('A1:C'));
  pivot.addRowGroup(1); pivot.addColumnGroup(2); pivot.addPivotValue(3, SpreadsheetApp.PivotTableSummarizeFunction.SUM).setDisplayName('Minutes in all');
  pivot.addFilter(1, SpreadsheetApp.newFilterCriteria().whenCellNotEmpty().build());`;

// developers.google.com/apps-script/reference/spreadsheet/pivot-table
describe('A pivot table', () => {
  test('counts by rows and columns, leaves out the empty rows below, and follows the data', () => {
    const { run, person } = given();
    run(SESSIONS + PIVOT);
    expect(person.seesAll('Pivots')).toEqual([
      expect.arrayContaining(['Autumn 1', 'Autumn 2', 'Total']),
      ['Ann', '30', '40', '70'],
      ['Ben', '', '20', '20'],
      ['Total', '30', '60', '90'],
    ]);
    run(`ss.getSheetByName('Sheet1').appendRow(['Cat', 'Autumn 1', 5])`);
    expect(person.seesAll('Pivots')).toContainEqual(['Cat', '5', '', '5']);
  });

  test('over whole columns grows with its tab', () => {
    const { run, person } = given();
    run(SESSIONS + PIVOT);
    run(
      `var s = ss.getSheetByName('Sheet1'); s.getRange(1000, 1, 1, 3).setValues([['Dan', 'Autumn 1', 1]]); s.appendRow(['Eve', 'Autumn 1', 2])`,
    );
    expect(person.seesAll('Pivots').map(([name]) => name)).toEqual(expect.arrayContaining(['Dan', 'Eve']));
  });

  test('is found again on its tab, with what it is made of, and removed', () => {
    const { run, person } = given();
    run(SESSIONS + PIVOT);
    expect(
      run(
        `var p = ss.getSheetByName('Pivots').getPivotTables()[0]; return [p.getAnchorCell().getA1Notation(), p.getRowGroups().length, p.getColumnGroups().length, p.getPivotValues().length, p.getFilters().length, p.getSourceDataRange().getA1Notation()]`,
      ),
    ).toEqual(['A1', 1, 1, 1, 1, 'A1:C1000']);
    run(`ss.getPivotTables()[0].remove()`);
    expect(run(`return ss.getPivotTables().length`)).toBe(0);
    expect(person.seesAll('Pivots')).toEqual([]);
  });

  test('shows only the values a filter lets through', () => {
    const { run, person } = given();
    run(SESSIONS + PIVOT.replace('whenCellNotEmpty()', "setVisibleValues(['Ben'])"));
    expect(person.seesAll('Pivots').map(([name]) => name)).toEqual([expect.anything(), 'Ben', 'Total']);
  });
});

// developers.google.com/apps-script/reference/spreadsheet/embedded-chart-builder
describe('A chart', () => {
  const CHART = `var chart = sheet.newChart().asColumnChart().addRange(sheet.getRange('A1:A4')).addRange(sheet.getRange('C1:C4')).setNumHeaders(1).setTitle('Minutes').setColors(['#1a73e8']).setOption('stride', 'minutes').setPosition(2, 5, 0, 0).build(); sheet.insertChart(chart);`;

  test('is a figure of the workbook, read back with its options and removed', () => {
    const { run, world } = given();
    run(SESSIONS + CHART);
    expect(
      run(
        `var c = sheet.getCharts()[0]; return [c.getOptions().get('title'), c.getOptions().get('stride'), c.getRanges().map(r => r.getA1Notation()), c.getChartId() > 0]`,
      ),
    ).toEqual(['Minutes', 'minutes', ['A1:A4', 'C1:C4'], true]);
    const [chartId = ''] = world.model.getters.getChartIds('0');
    expect(world.model.getters.getChartRuntime(chartId)).toBeDefined();
    run(`sheet.removeChart(sheet.getCharts()[0])`);
    expect(run(`return sheet.getCharts().length`)).toBe(0);
  });

  test('of no kind yet has no title to set', () => {
    expect(() => given().run(`sheet.newChart().setTitle('x')`)).toThrow('not emulated: EmbeddedChartBuilder.setTitle');
  });
});
