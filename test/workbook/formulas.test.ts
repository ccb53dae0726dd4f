import { coverage, impact } from '../../src/workbook/impact.ts';
import { lookupCells } from '../../src/workbook/lookup.ts';

// A formula is mere text to every tool but a spreadsheet, and a slip in it shows only there. So each stands here once
// more: whoever changes one says so twice, and tries it in Sheets.
const said = (cells: readonly (readonly string[])[], from: number, to = from) =>
  cells.slice(from - 1, to).map((row) => row.filter((cell) => cell !== ''));

const allStaff = 'The policy asks for the ongoing coaching of all staff.';
const name = 'IFERROR(INDEX(Settings_Value,MATCH("School name",Settings_Setting,0))&"","")';

describe('the Impact tab', () => {
  it('is called by the school’s name, and says of which day it is', () => {
    expect(said(impact.cells, 1, 2)).toEqual([
      [`=IF(${name}="","Impact of coaching","Impact of coaching at "&${name})`],
      ['=TEXT(TODAY(),"dd/mm/yyyy")', 'Worked out from the other tabs, whenever they change.'],
    ]);
  });

  it('has each figure of this school year with what it counts', () => {
    expect(said(impact.cells, 4, 16)).toEqual([
      ['This school year', 'Figure', 'What it counts'],
      [
        'School year began',
        '=DATE(YEAR(TODAY())-IF(MONTH(TODAY())<9,1,0),9,1)',
        'The school year starts on 1 September.',
      ],
      [
        'This half-term began',
        '=IF(COUNTIFS(Term_dates_Kind,"Half-term",Term_dates_First_day,"<="&TODAY())=0,B5,MAXIFS(Term_dates_First_day,Term_dates_Kind,"Half-term",Term_dates_First_day,"<="&TODAY()))',
        'The last one on Term dates to have begun: a holiday belongs to it too.',
      ],
      [
        'Sessions this half-term',
        '=COUNTIFS(Sessions_Date,">="&B6)',
        'Coaching conversations since this half-term began.',
      ],
      ['Sessions this school year', '=COUNTIFS(Sessions_Date,">="&B5)', 'Coaching conversations since 1 September.'],
      [
        'Staff',
        '=COUNTIFS(Staff_Active,TRUE,Staff_Email,"<>")',
        'All active staff: the office, the site and lunchtime included.',
      ],
      [
        'Staff coached this half-term',
        '=COUNTIFS(Coverage_This_half_term,">0",Coverage_State,"<>Left")',
        'Active staff with at least one session since this half-term began.',
      ],
      ['… of all staff', '=IF(B9=0,0,B10/B9)', allStaff],
      [
        'Staff coached this school year',
        '=COUNTIFS(Coverage_This_year,">0",Coverage_State,"<>Left")',
        'Active staff with at least one session since 1 September.',
      ],
      ['… of all staff', '=IF(B9=0,0,B12/B9)', allStaff],
      [
        'Follow-ups waiting',
        '=COUNTIFS(Sessions_Follow_up_status,"Waiting")',
        'Saved; the invitation is still to be sent.',
      ],
      [
        'Follow-ups invited',
        `=${['Invited', 'Accepted', 'Declined', 'Tentative'].map((answer) => `COUNTIFS(Sessions_Follow_up_status,"${answer}",Sessions_Follow_up_date,">="&TODAY())`).join('+')}`,
        'The invitation is in the calendars, and the day is still to come.',
      ],
      [
        'Follow-ups overdue',
        '=COUNTIFS(Coverage_State,"Overdue")',
        'People whose follow-up has passed with no session since.',
      ],
    ]);
  });

  it('has the half-terms of this school year, each from its first day to the next one’s', () => {
    const first = (after: string) =>
      `MINIFS(Term_dates_First_day,Term_dates_Kind,"Half-term",Term_dates_First_day,${after})`;
    const row = (at: number, from: string, end: string) => [
      `=IF(C${at}="","",IFERROR(INDEX(Term_dates_Name,MATCH(C${at},Term_dates_First_day,0))&"",""))`,
      `=IF(C${at}="",0,COUNTIFS(Sessions_Date,">="&C${at},Sessions_Date,"<"&${end}))`,
      from,
    ];
    const next = (at: number) => {
      const after = first(`">"&C${at - 1}`);
      return `=IF(C${at - 1}="","",IF(${after}=0,"",${after}))`;
    };
    const began = first('">="&B5');
    const until = (at: number) => `IF(C${at + 1}="",EDATE(B5,12),C${at + 1})`;
    expect(said(impact.cells, 18, 24)).toEqual([
      ['Half-term', 'Sessions', 'From'],
      row(19, `=IF(${began}=0,"",${began})`, until(19)),
      ...[20, 21, 22, 23].map((at) => row(at, next(at), until(at))),
      row(24, next(24), 'EDATE(B5,12)'),
    ]);
  });

  it('has every theme of the Settings tab, the rest, and every kind', () => {
    const setting = (index: number) =>
      `=IFERROR(INDEX(Settings_Value,MATCH("Theme ${index}",Settings_Setting,0))&"","")`;
    expect(said(impact.cells, 26, 44)).toEqual([
      ['Theme', 'Sessions', 'This school year, by the themes of the Settings tab'],
      ...Array.from({ length: 12 }, (_, index) => [
        setting(index + 1),
        `=IF(A${27 + index}="","",COUNTIFS(Sessions_Theme,A${27 + index},Sessions_Date,">="&B5))`,
      ]),
      ['Another theme, or none', '=B8-SUM(B27:B38)'],
      [],
      ['Kind', 'Sessions', 'This school year: formal, Martini (any time, any place, anywhere) or a group'],
      ...['Formal', 'Martini', 'Group'].map((kind) => [
        kind,
        `=COUNTIFS(Sessions_Kind,"${kind}",Sessions_Date,">="&B5)`,
      ]),
    ]);
    expect(impact.cells).toHaveLength(44);
    expect([3, 17, 25, 40].map((row) => said(impact.cells, row))).toEqual(Array(4).fill([[]]));
    expect(new Set(impact.cells.map((row) => row.length))).toEqual(new Set([3]));
  });
});

it('the Coverage tab says of the so-manieth of Staff where their coaching stands', () => {
  const since = (cell: string) =>
    `=IF($H3="","",COUNTIFS(Sessions_Coachee_email,$H3,Sessions_Date,">="&Impact!${cell}))`;
  const last = (column: string) =>
    `=IF($H3="","",IFERROR(ROUND(1/(1/MAXIFS(${column},Sessions_Coachee_email,$H3)),0),""))`;
  const { cells } = coverage(2);
  expect(cells).toHaveLength(3);
  expect([cells[0], cells[2]]).toEqual([
    ['Name', 'Team', 'This half-term', 'This year', 'Last session', 'Follow-up', 'State', 'Email'],
    [
      '=IFERROR(INDEX(Staff_Name,2)&"","")',
      '=IFERROR(INDEX(Staff_Team,2)&"","")',
      since('$B$6'),
      since('$B$5'),
      last('Sessions_Date'),
      last('Sessions_Follow_up_date'),
      '=IF($H3="","",IF(NOT(INDEX(Staff_Active,2)=TRUE),"Left",IF(AND(F3<>"",F3<TODAY(),E3<F3),"Overdue",IF(AND(F3<>"",F3>=TODAY()),"Follow-up due",IF(C3=0,"Not yet this half-term","Coached")))))',
      '=IFERROR(INDEX(Staff_Email,2)&"","")',
    ],
  ]);
});

it('the Lookup tab mirrors four tabs whole, the headers and the ends of four, and what waits', () => {
  const mirror = (tab: string, last: string) =>
    `=FILTER('${tab}'!A1:${last},(('${tab}'!A1:A<>"")+('${tab}'!B1:B<>""))>0)`;
  const end = (ids: string) => `SUMPRODUCT(MAX((${ids}<>"")*ROW(${ids})))`;
  const ids = ['Sessions_Session_id', 'Steps_Step_id', 'Plans_Plan_id', 'Log_Log_id'];
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
      "=TRANSPOSE('Log'!1:1)",
      ...ids.map((each) => `=MAX(1,${end(each)})`),
      `=IFNA(FILTER({ROW(Sessions_Session_id),${block}},Sessions_Follow_up_status="Waiting"),"")`,
    ],
    ids.map((each) => `=ROWS(${each})+1`),
    ids.map((each) => `=IFNA(FILTER(${each},ROW(${each})=${end(each)}),"")`),
  ]);
});
