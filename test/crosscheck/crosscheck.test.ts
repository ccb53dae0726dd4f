import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Desktop } from '../chromium.ts';
import { givenWorkbook, idOf, type School } from '../given.ts';
import { differences, formulaCounts, formulasIn, leftOut, unworked } from './spreadsheet-file.ts';

let school: School;
let file: Uint8Array;

beforeAll(async () => {
  school = givenWorkbook();
  school.save({ id: idOf(1), followUpDate: '' });
  const desktop = await Desktop.open(school.world);
  try {
    const page = await desktop.window('ada@school.example', '&tab=Impact');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /xlsx/i }).click();
    file = readFileSync(await (await download).path());
  } finally {
    await desktop.close();
  }
});

const partOf = (whole: Uint8Array, path: string): string => strFromU8(unzipSync(whole)[path] ?? new Uint8Array());

it('the Excel file has every name that the formulas call, each fixed to its cells', () => {
  const names = [...partOf(file, 'xl/workbook.xml').matchAll(/<definedName name="([^"]*)">([^<]*)</g)];
  const there = Object.fromEntries(names.map(([, name = '', cells = '']) => [name, cells]));
  expect(Object.keys(there).sort()).toEqual(
    school.world.model.getters
      .getNamedRanges()
      .map(({ name }) => name)
      .sort(),
  );
  expect(there).toMatchObject({
    Sessions_Date: 'Sessions!$A$2:$A$60',
    Term_dates_First_day: "'Term dates'!$C$2:$C$60",
    Coverage_State: 'Coverage!$N$2:$N$81',
  });
});

it('the Excel file has every formula of Impact and Coverage with what it answers', () => {
  const formulas = formulasIn(file);
  const count = (tab: string): number => formulas.filter((each) => each.tab === tab).length;
  const counts = formulaCounts(school.world.model);
  expect([count('Impact'), count('Coverage')]).toEqual([counts.get('Impact'), counts.get('Coverage')]);
  expect(count('Impact')).toBeGreaterThan(300);
  const sessions = formulas.find(({ formula }) => formula.startsWith('COUNTIFS(Sessions_Date,'));
  expect(sessions?.value).toBe('1');
});

it('a file that nobody has worked out has the same formulas and no answers, and knows what day it was', () => {
  const bare = formulasIn(unworked(file));
  const ours = formulasIn(file).filter(({ formula }) => formula !== 'TODAY()');
  expect(bare.map(({ tab, cell, formula }) => [tab, cell, formula])).toEqual(
    ours.map(({ tab, cell, formula }) => [tab, cell, formula]),
  );
  expect(bare.filter(({ value }) => value !== '')).toEqual([]);
});

it('an answer that another program gives otherwise is said with its formula', () => {
  const ours = formulasIn(file);
  expect(differences(ours, ours)).toEqual([]);
  const [one] = ours.filter(({ value }) => value === '1');
  const theirs = ours.map((each) => (each === one ? { ...each, value: '2' } : each));
  expect(differences(ours, theirs)).toEqual([`${one?.tab}!${one?.cell} is “1” here and “2” there: =${one?.formula}`]);
  expect(differences(ours, ours.slice(1)).length).toBe(1);
});

it('what an Excel file cannot hold as a formula is said, and by how many', () => {
  expect(leftOut(formulaCounts(school.world.model), formulasIn(file))).toBe(
    'Not compared, because an Excel file has no FILTER, no array in braces and no pivot table of Sheets: 4 of Pivots, 10 of Lookup.',
  );
  expect(leftOut(new Map([['Impact', 1]]), [{ tab: 'Impact', cell: 'B5', formula: 'TODAY()', value: '' }])).toBe('');
});

// As LibreOffice writes what it has worked out: texts of formulas in the cell, others in a list, arrays with their place.
const theirs = zipSync({
  'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="Impact" sheetId="1" r:id="rId3"/></sheets></workbook>'),
  'xl/_rels/workbook.xml.rels': strToU8(
    '<Relationships><Relationship Id="rId3" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
  'xl/sharedStrings.xml': strToU8('<sst><si><t>Staff &amp; more</t></si></sst>'),
  'xl/worksheets/sheet1.xml': strToU8(
    '<worksheet><sheetData><row r="5"><c r="A5" s="1" t="s"><v>0</v></c>' +
      '<c r="B5" s="2" t="n"><f aca="false">COUNTIFS(Sessions_Date,&quot;&gt;=1&quot;)</f><v>12</v></c>' +
      '<c r="C5" s="2" t="n"><f t="array" ref="C5" aca="false">B5/3</f><v>4.00000000000001</v></c>' +
      '<c r="D5" s="2" t="str"><f aca="false">IF(B5&lt;5,"cannot tell","holding")</f><v>holding</v></c>' +
      '<c r="E5" s="2" t="e"><f aca="false">B5/0</f><v>#DIV/0!</v></c><c r="F5" s="2"/></row></sheetData></worksheet>',
  ),
});

it('the answers of another program are read from its file, and compared as far as a file keeps a number', () => {
  const read = formulasIn(theirs);
  const [count, part, verdict, wrong] = read;
  expect(read.map(({ cell, value }) => [cell, value])).toEqual([
    ['B5', '12'],
    ['C5', '4.00000000000001'],
    ['D5', 'holding'],
    ['E5', '#DIV/0!'],
  ]);
  expect(count?.formula).toBe('COUNTIFS(Sessions_Date,">=1")');
  const ours = [count, { ...part, value: '4' }, verdict, { ...wrong, value: '0' }].map((each) => ({
    tab: 'Impact',
    cell: '',
    formula: '',
    value: '',
    ...each,
  }));
  expect(differences(ours, read)).toEqual(['Impact!E5 is “0” here and “#DIV/0!” there: =B5/0']);
});

it('the crosscheck says so in one sentence where LibreOffice is not installed', () => {
  const env = { ...process.env, PATH: '/nowhere', LIBREOFFICE: '' };
  const said = execFileSync(process.execPath, ['run.mjs', 'test/crosscheck/crosscheck.ts'], { env, encoding: 'utf8' });
  expect(said).toBe(
    'LibreOffice is not installed here, so no formula of Impact, Coverage and Lookup was worked out a second time.\n',
  );
});
