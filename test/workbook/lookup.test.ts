import { fields } from '../../src/domain/columns.ts';
import { log } from '../../src/domain/log.ts';
import { sessions } from '../../src/domain/sessions.ts';
import { staff, teams } from '../../src/domain/staff.ts';
import { columnLetter, Lookup, lookupCells, lookupHeight, lookupRange, lookupTail } from '../../src/workbook/lookup.ts';

const labels = (): string[] => lookupCells()[0] ?? [];

/** What one read of the tab brings when its formulas come to these cells, by the label above them. */
function brought(blocks: Readonly<Record<string, readonly (readonly unknown[])[]>>): Lookup {
  const height = Math.max(...Object.values(blocks).map((rows) => rows.length)) + 1;
  const cells = Array.from({ length: height }, (): unknown[] => labels().map(() => ''));
  for (const [label, rows] of Object.entries(blocks))
    rows.forEach((row, down) => {
      row.forEach((cell, right) => {
        const line = cells[down];
        if (line) line[labels().indexOf(label) + right] = cell;
      });
    });
  return new Lookup([labels(), ...cells]);
}

const headersOf = fields(sessions).map(({ header }) => [header]);
const teamHeaders = ['Team', 'Assistant head email'];

describe('the Lookup tab', () => {
  it('has side by side all that a request needs, each below its label', () => {
    const [, ...formulas] = lookupCells();
    expect(
      labels()
        .map((label, index) => [columnLetter(index + 1), label])
        .filter(([, label]) => label !== ''),
    ).toEqual([
      ['A', 'Staff'],
      ['J', 'Teams'],
      ['M', 'Term dates'],
      ['R', 'Settings'],
      ['V', 'Sessions headers'],
      ['W', 'Steps headers'],
      ['X', 'Plans headers'],
      ['Y', 'Evidence headers'],
      ['Z', 'Log headers'],
      ['AA', 'Sessions rows'],
      ['AB', 'Steps rows'],
      ['AC', 'Plans rows'],
      ['AD', 'Evidence rows'],
      ['AE', 'Log rows'],
      ['AF', 'Waiting'],
    ]);
    expect([lookupRange(), lookupTail()]).toEqual(['A1:AR', 'V1:AG']);
    for (const row of formulas) expect(row).toHaveLength(labels().length);
    expect(formulas[0]?.[labels().indexOf('Teams')]).toBe(
      "=FILTER('Teams'!A1:C,(('Teams'!A1:A<>\"\")+('Teams'!B1:B<>\"\"))>0)",
    );
  });

  it('is as long as the longest tab it mirrors needs, with some to spare', () => {
    expect([0, 80, 81, 300].map(lookupHeight)).toEqual([120, 120, 121, 340]);
  });

  it('counts columns as people do', () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});

describe('one read of it', () => {
  it('brings a whole tab, down to the first row in which there is nothing', () => {
    const year4 = ['Year 4', 'rowan@school.example', 'a note'];
    const read = brought({ Teams: [teamHeaders, year4, ['', '', 0], ['Year 5', '']] });
    expect(read.tab(teams)).toEqual([[...teamHeaders, ''], year4]);
    expect(brought({ Teams: [teamHeaders] }).tab(teams)).toEqual([[...teamHeaders, '']]);
  });

  it('brings nothing of a tab that is not whole there, so that it is read from its own tab', () => {
    const read = brought({
      Teams: [
        ['Team', 'Head'],
        ['Year 4', ''],
      ],
      Staff: [],
    });
    expect([read.tab(teams), read.tab(staff), read.headers(sessions), read.rows(sessions)]).toEqual(
      Array(4).fill(undefined),
    );
    expect(brought({ Teams: [teamHeaders, ['#REF!', '']] }).tab(teams)).toBeUndefined();
    expect(brought({ Teams: [teamHeaders, ['no #REF!', '']] }).tab(teams)).toHaveLength(2);
    expect([new Lookup([]).tab(teams), new Lookup([['Waiting']]).tab(teams)]).toEqual([undefined, undefined]);
    expect(new Lookup([]).waiting()).toBeUndefined();
  });

  it('brings the headers of a tab that is written to, when all of its own are among them', () => {
    const [first = [], ...others] = headersOf;
    expect(brought({ 'Sessions headers': [['My own'], ...headersOf] }).headers(sessions)).toEqual([
      'My own',
      ...headersOf.flat(),
    ]);
    expect(brought({ 'Sessions headers': others }).headers(sessions)).toBeUndefined();
    expect(brought({ 'Sessions headers': [first] }).headers(log)).toBeUndefined();
  });

  it('brings where a tab ends, and its last id where the sheet was set up with it', () => {
    expect(brought({ 'Log rows': [[7], [60], ['a1']] }).rows(log)).toEqual({ last: 7, all: 60, id: 'a1' });
    expect(brought({ 'Log rows': [[7], [60]] }).rows(log)).toEqual({ last: 7, all: 60 });
    expect(brought({ 'Log rows': [[1], [2]] }).rows(log)).toEqual({ last: 1, all: 2 });
    for (const wrong of [[['7'], [60]], [[7], ['60']], [[7], [1]], [[7]]])
      expect(brought({ 'Log rows': wrong }).rows(log)).toBeUndefined();
  });

  it('brings what waits by its row, nothing when nothing waits, and no answer when it cannot be told', () => {
    const row = [
      5,
      'a1',
      'ada@school.example',
      'bram@school.example',
      'Year 4',
      '',
      46359,
      '15:45',
      30,
      'Waiting',
      '',
      'e',
      '',
    ];
    const [at, ...cells] = row;
    expect(brought({ Waiting: [row] }).waiting()).toEqual([{ at, cells }]);
    expect(brought({ Waiting: [['']] }).waiting()).toEqual([]);
    expect(brought({ Waiting: [row, ['?', 'b2']] }).waiting()).toBeUndefined();
    expect(brought({ Waiting: [[1, 'b2']] }).waiting()).toBeUndefined();
  });
});
