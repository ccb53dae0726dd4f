import { fields, rangeName } from '../../src/domain/columns.ts';
import { noFilter } from '../../src/domain/filter.ts';
import { sessions } from '../../src/domain/sessions.ts';
import { impact, places, sections, withFigures } from '../../src/workbook/impact/impact.ts';
import { coverageRow, coverageTab } from '../../src/workbook/impact/people.ts';
import { lookupCells } from '../../src/workbook/lookup.ts';
import { directorsView } from '../../src/workbook/master.ts';
import { givenWorkbook, people, type School } from '../given.ts';
import { coverageSaid, impactSaid } from './said.ts';

const said = (cells: readonly (readonly string[])[], from: number, to = from) =>
  cells.slice(from - 1, to).map((row) => row.filter((cell) => cell !== ''));

describe('the Impact tab', () => {
  const name = 'IFERROR(INDEX(Settings_Value,MATCH("School name",Settings_Setting,0))&"","")';
  const { cells } = impact();

  it('is called by the school’s name, and says of which day it is', () => {
    expect(said(cells, 1, 2)).toEqual([
      [`=IF(${name}="","Impact of coaching","Impact of coaching at "&${name})`],
      [
        withFigures(
          '=TEXT([today],"dd/mm/yyyy")&". Worked out from the other tabs, whenever they change. Nobody is named."',
        ).replace('Impact!', ''),
      ],
    ]);
  });

  it('has each figure with one line that says what it counts, and each table with its own', () => {
    const has = sections().flatMap(({ figures, grids = [] }) => [
      ...figures.map(({ key, label, formula, about }) => [key, label, about, formula]),
      ...grids.flatMap(({ title, about, heads, rows }) => [
        ['', title, about, ...heads],
        ...rows.map(({ key, label, formulas }) => [key, label, '', ...formulas]),
      ]),
    ]);
    expect(has).toEqual(impactSaid);
    const abouts = impactSaid.flatMap(([key, , about]) => (key === '' || about !== '' ? [about] : []));
    expect(abouts.filter((about) => !/[.)]$/.test(about.replace(/"\)*$/, '')))).toEqual([]);
  });

  it('has them below each other, with every [key] written as the cell where that figure stands', () => {
    const rows = impactSaid.filter(([key]) => key !== '');
    expect([...places().keys()]).toEqual(rows.map(([key]) => key));
    const asCell = (formula: string): string => withFigures(formula).replaceAll('Impact!', '');
    for (const [key, label, about, ...formulas] of rows) {
      const seen = said(cells, places().get(key) ?? 0)[0];
      const expected = [label, ...(about === '' ? formulas : [...formulas, about])].map(asCell);
      expect([key, seen]).toEqual([key, expected]);
    }
    expect(cells.flat().join('')).not.toMatch(/\[\w+(:\d)?\]/);
  });

  it('asks for today’s date in one place only, since every figure that asks is worked out anew each time', () => {
    const asking = [...cells, ...coverageTab(3).cells].flat().filter((cell) => /TODAY|NOW/.test(cell));
    expect(asking).toEqual(['=TODAY()']);
  });
});

it('the Coverage tab says of the so-manieth of Staff where their coaching stands', () => {
  expect(coverageRow(3).map(({ header, formula }) => [header, formula])).toEqual(coverageSaid);
  const { cells } = coverageTab(2);
  expect(cells).toHaveLength(3);
  expect(cells[2]).toEqual(coverageSaid.map(([, formula]) => formula));
  expect(cells[0]?.slice(0, 4)).toEqual(['Name', 'Team', withFigures('=[ht1:0]'), withFigures('=[ht2:0]')]);
});

it('the Lookup tab mirrors four tabs whole, the headers and the ends of five, and what waits', () => {
  const mirror = (tab: string, last: string) =>
    `=FILTER('${tab}'!A1:${last},(('${tab}'!A1:A<>"")+('${tab}'!B1:B<>""))>0)`;
  const end = (ids: string) => `SUMPRODUCT(MAX((${ids}<>"")*ROW(${ids})))`;
  const ids = ['Sessions_Session_id', 'Steps_Step_id', 'Plans_Plan_id', 'Evidence_Evidence_id', 'Log_Log_id'];
  const waiting =
    'Session_id,Coach_email,Coachee_email,Team,Assistant_head_email,Follow_up_date,Follow_up_time,Follow_up_minutes,Follow_up_status,Saved_by,Event_id,Group_id';
  const block = waiting.split(',').map((column) => `Sessions_${column}`);
  expect(said(lookupCells(), 2, 4)).toEqual([
    [
      mirror('Staff', 'I'),
      mirror('Teams', 'C'),
      mirror('Term dates', 'E'),
      mirror('Settings', 'D'),
      "=TRANSPOSE('Sessions'!1:1)",
      "=TRANSPOSE('Steps'!1:1)",
      "=TRANSPOSE('Plans'!1:1)",
      "=TRANSPOSE('Evidence'!1:1)",
      "=TRANSPOSE('Log'!1:1)",
      ...ids.map((each) => `=MAX(1,${end(each)})`),
      `=IFNA(FILTER({ROW(Sessions_Session_id),${block}},Sessions_Follow_up_status="Waiting"),"")`,
    ],
    ids.map((each) => `=ROWS(${each})+1`),
    ids.map((each) => `=IFNA(FILTER(${each},ROW(${each})=${end(each)}),"")`),
  ]);
});

describe('the Director’s view', () => {
  const formulaAt = ({ world }: School, row: number): string => {
    const { getters } = world.model;
    const sheetId = String(getters.getSheetIdByName(directorsView));
    return getters.getCellText({ sheetId, col: 0, row }, { showFormula: true });
  };
  const ask = (filter: object): School => {
    const school = givenWorkbook();
    school.ask(people.director.email, 'master.show', { ...noFilter, ...filter });
    return school;
  };

  it('says how many rows of how many', () => {
    expect(formulaAt(ask({ team: 'Year 4' }), 0)).toBe(
      '="Director’s view: "&TEXT(COUNT(A6:A),"#,##0")&" of "&TEXT(COUNTA(Sessions_Session_id),"#,##0")&" sessions"',
    );
  });

  it('shows by named columns the rows that are like what is asked, which stands in cells, and no machine’s columns', () => {
    const school = ask({
      coach: people.coach.email,
      team: 'Year 4',
      theme: 'Reading',
      halfTerm: '2026/27 Autumn 2',
      state: 'Waiting',
      words: 'talk',
    });
    const named = (columns: string): string[] => columns.split(' ').map((column) => `Sessions_${column}`);
    const shown = named(
      'Date Half_term Kind Coach Coachee Team Theme How_s_it_been_going_ Strength Target Reality Ideas Decision Evaluation Pupil_outcome Starting_point Evidence_planned Focus_chosen_by Minutes Follow_up_date Follow_up_time Follow_up_minutes Assistant_head Follow_up_status',
    );
    const words = named(
      'Theme How_s_it_been_going_ Strength Target Reality Ideas Decision Evaluation Pupil_outcome Starting_point',
    ).map((column) => `ISNUMBER(FIND(LOWER($F$3),LOWER(${column})))`);
    const conditions = [
      'Sessions_Session_id<>""',
      'Sessions_Coach_email=$G$3',
      'Sessions_Team=$B$3',
      'Sessions_Theme=$C$3',
      'Sessions_Half_term=$D$3',
      'Sessions_Follow_up_status=$E$3',
      `(${words.join('+')})>0`,
    ];
    expect(formulaAt(school, 5)).toBe(
      `=IFNA(FILTER(HSTACK(${['ROW(Sessions_Session_id)', ...shown].join(',')}),${conditions.join(',')}),"No session is like that.")`,
    );
    const declared = new Set(fields(sessions).map(({ header }) => rangeName(sessions, header)));
    expect(
      [...shown, ...conditions.flatMap((each) => each.match(/Sessions_\w+/g) ?? [])].filter(
        (name) => !declared.has(name),
      ),
    ).toEqual([]);
  });
});
