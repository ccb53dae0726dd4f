import { fields, rangeName, type Table } from '../../src/domain/columns.ts';
import { type Evidence, evidence } from '../../src/domain/evidence.ts';
import { eventIdOf } from '../../src/domain/follow-ups.ts';
import { log } from '../../src/domain/log.ts';
import { type Plan, plans } from '../../src/domain/plans.ts';
import { sessions } from '../../src/domain/sessions.ts';
import { settingsTable } from '../../src/domain/settings.ts';
import { staff, teams, termDates } from '../../src/domain/staff.ts';
import { type Step, steps } from '../../src/domain/steps.ts';
import { type Year, years } from '../../src/domain/years.ts';
import { impact } from '../../src/workbook/impact/impact.ts';
import { coverageTab } from '../../src/workbook/impact/people.ts';
import { pivots } from '../../src/workbook/impact/pivots.ts';
import { lookupCells } from '../../src/workbook/lookup.ts';
import { givenWorkbook, idOf, people, plan, type School, session } from '../given.ts';
import { now } from '../school.ts';

const tables: readonly Table[] = [sessions, steps, plans, evidence, staff, teams, termDates, settingsTable, years, log];
const names = new Set([
  ...tables.flatMap((table) => fields(table).map(({ header }) => rangeName(table, header))),
  ...Object.keys(coverageTab(10).names),
]);

// What Google Sheets, the local workbook and LibreOffice work out alike.
const firstTier =
  'COUNTIFS COUNTIF SUMIFS MAXIFS MINIFS SUMPRODUCT IF IFERROR INDEX MATCH SUM COUNT MAX ROUND INT ROW DATE YEAR MONTH EDATE DATEVALUE TODAY TEXT RIGHT AND NOT'.split(
    ' ',
  );
// Only on the hidden Lookup tab, which the add-on reads and people do not; each is shown at work below or in saving.test.ts.
const secondTier = 'FILTER TRANSPOSE IFNA ROWS'.split(' ');

const words = (formula: string): string => formula.replace(/"[^"]*"/g, '""').replace(/'[^']*'!/g, '');
const functionsOf = (formula: string): string[] =>
  [...words(formula).matchAll(/\b([A-Z][A-Z.]*)\(/g)].map(([, name = '']) => name);
const namesOf = (formula: string): string[] =>
  [...words(formula).matchAll(/\b[A-Z][a-z]+(?:_[A-Za-z]+)+\b/g)].map(([name]) => name);
const formulasOf = (cells: readonly (readonly string[])[]): string[] =>
  cells.flat().filter((cell) => cell.startsWith('='));

describe('a formula', () => {
  const shown = formulasOf([...impact().cells, ...coverageTab(3).cells]);
  const hidden = formulasOf(lookupCells());

  it('calls only names that a table declares', () => {
    for (const formula of [...shown, ...hidden])
      expect([formula, namesOf(formula).filter((name) => !names.has(name))]).toEqual([formula, []]);
  });

  it('uses only functions that every spreadsheet program works out alike', () => {
    for (const formula of shown)
      expect([formula, functionsOf(formula).filter((name) => !firstTier.includes(name))]).toEqual([formula, []]);
  });

  it('on the hidden Lookup tab may use a few more', () => {
    for (const formula of hidden)
      expect([formula, functionsOf(formula).filter((name) => ![...firstTier, ...secondTier].includes(name))]).toEqual([
        formula,
        [],
      ]);
  });
});

// What set-up did, without what it asks people to look at.
const did = (school: School): string[] => {
  const told = school.told('setUpSheet');
  return told.slice(0, told.indexOf(''));
};

const errors = (school: School): string[] =>
  ['Impact', 'Coverage', 'Pivots', 'Lookup'].flatMap((tab) =>
    school.person
      .seesAll(tab)
      .flat()
      .filter((cell) => /^#[A-Z]/.test(cell)),
  );

const table = (school: School, heading: string): [string, string][] => {
  const rows = school.person.seesAll('Impact');
  const first = rows.findIndex(([label]) => label === heading) + 1;
  const end = rows.findIndex((row, index) => index >= first && row[0] === '');
  return rows.slice(first, end < 0 ? undefined : end).map(([label = '', count = '']) => [label, count]);
};

const [ada, bram] = [people.coach.email, people.coachee.email];
const aStep: Step = {
  date: '2026-11-02',
  coach: ada,
  coachee: bram,
  what: 'Two stops for talk.',
  due: '2026-11-20',
  support: '',
  kind: 'do',
  outcome: 'done',
  from: '',
  session: idOf(1),
  id: `${idOf(1)}.1`,
};
const aPlan: Plan = {
  ...plan({ id: idOf(9) }),
  coach: ada,
  team: 'Year 4',
  agreement: 'agreed',
  state: 'discussed',
  resolvedOn: '',
  sustained: '',
  coachAgreed: '2026-11-02T16:00:00+00:00',
  coacheeAgreed: '2026-11-03T16:00:00+00:00',
  agreedTo: '',
  invitation: '',
  savedBy: ada,
  savedAt: '2026-11-02T16:00:00+00:00',
  eventId: '',
};
const aPiece: Evidence = {
  date: '2026-11-20',
  by: ada,
  source: 'book sample',
  team: 'Year 4',
  theme: '',
  coachee: bram,
  askedFor: '',
  startingPoint: '',
  seen: 'Every pupil had rehearsed a sentence.',
  outcome: 'moved',
  link: '',
  plan: idOf(9),
  savedBy: ada,
  savedAt: '',
  id: idOf(8),
};

const aYear: Year = {
  id: '2025/26',
  state: 'archived',
  staff: 40,
  coached: 30,
  sessions: 210,
  martini: 12,
  agreed: 20,
  resolved: 8,
  celebrated: 2,
  steps: 80,
  stepsDone: 60,
  evidence: 10,
  moved: 4,
  archivedOn: '2026-08-28',
  archivedBy: people.director.email,
  letGo: '',
};

describe('the Impact tab', () => {
  it('of a school without a session says 0 or nothing, and never an error', () => {
    const school = givenWorkbook();
    expect(errors(school)).toEqual([]);
    expect([
      school.figure('Sessions this half-term'),
      school.figure('Staff coached this half-term'),
      school.figure('… of all staff'),
    ]).toEqual(['0', '0', '0%']);
  });

  it('counts what its lines say it counts', () => {
    const school = givenWorkbook();
    const { coach, coachee, other, head, director } = people;
    const plain = { followUpDate: '', followUpTime: '' };
    school.save({ id: idOf(1), date: '2026-09-10', coachee: coachee.email, theme: 'Reading', ...plain });
    school.save({ id: idOf(2), date: '2026-10-28', coachee: other.email, theme: '', kind: 'Martini', ...plain });
    school.save({
      id: idOf(3),
      date: '2026-11-02',
      coachee: other.email,
      theme: 'Reading',
      followUpDate: '2026-12-03',
    });
    school.save(
      { id: idOf(4), date: '2026-11-20', coachee: head.email, theme: 'Something of our own', ...plain },
      other.email,
    );
    school.save({ id: idOf(5), date: '2026-07-01', coachee: director.email, ...plain }, coach.email);
    school.deliver(idOf(3));
    const figures = [
      'Sessions this half-term',
      'Sessions this school year',
      'Staff',
      'Staff coached this half-term',
      'Staff coached this school year',
      'Follow-ups waiting',
      'Follow-ups invited',
    ];
    expect(figures.map((label) => school.figure(label))).toEqual(['2', '4', '6', '2', '3', '0', '1']);
    expect(table(school, 'Half-term').slice(0, 3)).toEqual([
      ['Autumn 1', '2'],
      ['Autumn 2', '2'],
      ['Spring 1', '0'],
    ]);
    expect(table(school, 'Theme').filter(([, count]) => count !== '0')).toEqual([
      ['Reading', '2'],
      ['Another theme, or none', '2'],
    ]);
    expect(table(school, 'Kind')).toEqual([
      ['Formal', '3'],
      ['Martini', '1'],
      ['Group', '0'],
    ]);
    expect(errors(school)).toEqual([]);
  });

  it.each(['accepted', 'declined', 'tentative'] as const)(
    'counts an invitation that was %s: it is in the calendars',
    (answer) => {
      const school = givenWorkbook();
      school.save();
      school.deliver();
      school.world.calendars.respond(people.coachee.email, eventIdOf(session().id), answer);
      school.ask(people.coach.email, 'since.read');
      expect(school.rows('Sessions')[0]?.['Follow-up status']).not.toBe('Invited');
      expect(school.figure('Follow-ups invited')).toBe('1');
    },
  );

  it('has a follow-up overdue from the day after, until the two have met', () => {
    const school = givenWorkbook();
    school.save({ id: idOf(1), followUpDate: '2026-12-03' });
    const overdue = () => [school.figure('Follow-ups overdue'), school.home().coachees[0]?.overdue];
    school.world.clock.set('2026-12-03T16:00:00Z');
    expect(overdue()).toEqual(['0', false]);
    school.world.clock.set('2026-12-04T16:00:00Z');
    expect(overdue()).toEqual(['1', true]);
    school.save({ id: idOf(2), date: '2026-12-04', followUpDate: '' });
    expect(overdue()).toEqual(['0', false]);
  });

  it('has nothing but words and numbers with a single row on each tab', () => {
    const school = givenWorkbook();
    // A follow-up is planned while it is still to come.
    school.world.clock.set('2026-11-02T16:30:00Z');
    expect(school.save({ id: idOf(1), date: '2026-11-02', followUpDate: '2026-11-20' })).toMatchObject({ ok: true });
    school.world.clock.set(now);
    school.put(steps, [{ ...aStep, outcome: '' }]);
    school.put(plans, [{ ...aPlan, reviewDate: '', resolvedOn: '', coachAgreed: '' }]);
    school.put(evidence, [aPiece]);
    expect(errors(school)).toEqual([]);
    expect(
      ['Plans agreed by both', 'Days to resolve', 'Plans with evidence'].map((label) => school.figure(label)),
    ).toEqual(['1', 'none resolved yet', '1']);
  });

  it('has nothing but words and numbers in a year of which Term dates knows holidays only', () => {
    const school = givenWorkbook();
    school.put(termDates, [
      { name: 'Summer holiday', kind: 'Closure', first: '2026-07-20', last: '2027-08-31' },
      ...Array.from({ length: 4 }, () => ({ name: '', kind: '', first: '', last: '' }) as const),
    ]);
    school.save({ id: idOf(1), date: '2026-11-02', followUpDate: '' });
    school.put(plans, [{ ...aPlan, state: 'resolved', resolvedOn: '2026-11-20' }]);
    expect(errors(school)).toEqual([]);
    expect(
      ['Half-terms begun', 'The half-term before', 'Half-term 1', 'Lingering', 'Sessions this half-term'].map((label) =>
        school.figure(label),
      ),
    ).toEqual(['0', 'not on Term dates', '0', '0', '1']);
  });

  it('says words where a day on Plans is none', () => {
    const school = givenWorkbook();
    school.put(plans, [{ ...aPlan, state: 'resolved', resolvedOn: '2026-11-20' }]);
    school.person.type('Plans', `S2`, 'soon');
    expect(school.column('Plans', 'Resolved on')).toBe(19);
    expect([school.figure('Days to resolve'), errors(school)]).toEqual(['a day on Plans is no day', []]);
  });

  it('counts a plan and the evidence for it once both have agreed', () => {
    const school = givenWorkbook();
    school.put(plans, [{ ...aPlan, agreement: 'draft, dialogue needed' }]);
    school.put(evidence, [aPiece]);
    const figures = ['Plans agreed by both', 'Plans with evidence', 'All sources'];
    expect(figures.map((label) => school.figure(label))).toEqual(['0', '0', '0']);
    school.put(plans, [aPlan]);
    expect(figures.map((label) => school.figure(label))).toEqual(['1', '1', '1']);
  });

  it('has each year that was archived beside the one that runs, and none of them twice', () => {
    const school = givenWorkbook();
    const lines = () =>
      school.person
        .seesAll('Impact')
        .filter(([label = '']) => /^20\d\d\/\d\d/.test(label))
        .map((row) => row.slice(0, 7));
    const running = ['2026/27 so far', '6', '1', '1', '0', '0%', '0%'];
    school.save({ id: idOf(1), followUpDate: '' });
    expect(lines()).toEqual([running]);
    school.put(years, [aYear, { ...aYear, id: '2024/25', archivedBy: '' }]);
    const last = ['2025/26', '40', '30', '210', '8', '75%', '40%'];
    expect(lines()).toEqual([running, last]);
    expect(school.figure('Years archived')).toBe('1');
    school.put(years, [{ ...aYear, steps: 0, stepsDone: 0, evidence: null, moved: null }]);
    expect(lines()).toEqual([running, ['2025/26', '40', '30', '210', '8', '0%', '0%']]);
    // In July what is left of the year that was archived is not that year.
    school.put(years, [aYear, { ...aYear, id: '2026/27', sessions: 300 }]);
    expect(lines()).toEqual([['2026/27', '40', '30', '300', '8', '75%', '40%'], last]);
    expect(errors(school)).toEqual([]);
  });

  it('says when the policy is due for review', () => {
    const school = givenWorkbook();
    const says = () =>
      school.person
        .seesAll('Impact')
        .find(([label]) => label === 'Policy due for review')
        ?.slice(1, 3);
    expect(says()?.[0]).toBe('not set');
    school.set('Policy review due', '2026-10-01');
    expect(says()).toEqual(['01/10/2026', 'The review is overdue.']);
    school.set('Policy review due', '2027-10-01');
    expect(says()).toEqual(['01/10/2027', 'From Settings. The review is still to come.']);
    school.set('Policy review due', 'soon');
    expect(says()?.[0]).toBe('not a day');
  });

  it('has charts that come back when they are gone, and stay as the director has made them', () => {
    const school = givenWorkbook();
    const { getters } = school.world.model;
    const impactId = String(getters.getSheetIdByName('Impact'));
    const titles = () =>
      getters
        .getChartIds(impactId)
        .map((id) => (getters.getChartDefinition(id) as { title: { text: string } }).title.text);
    const [first = '', second = '', ...rest] = titles();
    expect(rest).toEqual(['Sessions in each half-term of this school year']);
    const [firstId = '', secondId = ''] = getters.getChartIds(impactId);
    const definition = getters.getChartDefinition(secondId);
    school.world.book.command('UPDATE_CHART', {
      chartId: secondId,
      figureId: getters.getFigureIdFromChartId(secondId),
      sheetId: impactId,
      definition: { ...definition, title: { text: 'Our teams' } },
    });
    school.world.book.command('DELETE_FIGURE', {
      sheetId: impactId,
      figureId: getters.getFigureIdFromChartId(firstId),
    });
    expect(did(school)).toEqual([`Impact: drew the chart “${first}”.`]);
    expect(titles().sort()).toEqual(['Our teams', first, ...rest].sort());
    expect(second).toBe('Share of each team coached this school year');
  });
});

describe('the Pivots tab', () => {
  const seen = (school: School, column: number) =>
    school.person
      .seesAll('Pivots')
      .slice(3)
      .map((row) => row.slice(column - 1, column + 6).join('|'))
      .filter((row) => /\w/.test(row));
  const [, , byHalfTerm] = pivots.map(({ column }) => column);

  it('has a pivot table of coach by half-term that follows the rows', () => {
    const school = givenWorkbook();
    school.save({ id: idOf(1), date: '2026-09-10', followUpDate: '' });
    school.save({ id: idOf(2), date: '2026-11-10', followUpDate: '' });
    school.save({ id: idOf(3), date: '2026-11-10', followUpDate: '' }, people.other.email);
    expect(seen(school, byHalfTerm ?? 0).map((row) => row.replace(/\|+$/, ''))).toEqual([
      'Sessions|2026/27 Autumn 1|2026/27 Autumn 2|Total',
      'Ada Quill|1|1|2',
      'Cleo Wick||1|1',
      'Total|1|2|3',
    ]);
  });

  it('gets back a pivot table that is gone, and leaves alone what the director has made of another', () => {
    const school = givenWorkbook();
    const { book, model } = school.world;
    const sheetId = String(model.getters.getSheetIdByName('Pivots'));
    const pivotAt = (column: number) =>
      String(model.getters.getPivotIdFromPosition({ sheetId, col: column - 1, row: 3 }));
    const [first, , third] = pivots;
    const changed = pivotAt(third?.column ?? 0);
    book.command('UPDATE_PIVOT', {
      pivotId: changed,
      pivot: { ...model.getters.getPivotCoreDefinition(changed), columns: [] },
    });
    school.person.type('Pivots', 'A4', '');
    expect(did(school)).toEqual([`Pivots: laid the pivot table “${first?.title}”.`]);
    expect(model.getters.getPivotCoreDefinition(changed).columns).toEqual([]);
    expect(school.told('setUpSheet')[0]).toMatch(/in order/);
  });
});

describe('the Coverage tab', () => {
  it('says of everybody where their coaching stands, from activity and never from words', () => {
    const school = givenWorkbook();
    school.save({ id: idOf(1), followUpDate: '2026-12-03' });
    const states = Object.fromEntries(school.rows('Coverage').map(({ Name, State }) => [Name, State]));
    expect(states).toMatchObject({
      'Bram Tansy': 'Follow-up due',
      'Ada Quill': 'Not yet this half-term',
      'Silas Wicket': 'Left',
    });
    expect(JSON.stringify(school.rows('Coverage'))).not.toContain('quieter table');
  });

  it('is a heat map by half-term: the more sessions the darker, and no colour for none or for nobody', () => {
    const school = givenWorkbook();
    for (const number of [1, 2, 3, 4]) school.save({ id: idOf(number), date: '2026-11-10', followUpDate: '' });
    school.save({ id: idOf(5), date: '2026-09-10', followUpDate: '' });
    const { getters } = school.world.model;
    const sheetId = String(getters.getSheetIdByName('Coverage'));
    const names = school.person.seesAll('Coverage').map(([name]) => name);
    const colour = (name: string, col: number) =>
      getters.getCellComputedStyle({ sheetId, col, row: names.indexOf(name) }).fillColor;
    expect(school.person.seesAll('Coverage')[0]?.slice(2, 5)).toEqual(['Autumn 1', 'Autumn 2', 'Spring 1']);
    expect([2, 3, 4].map((col) => colour('Bram Tansy', col))).toEqual(['#d2e3fc', '#174ea6', undefined]);
    expect([2, 3].map((col) => colour('Ada Quill', col))).toEqual([undefined, undefined]);
    expect(getters.getCellComputedStyle({ sheetId, col: 2, row: 60 }).fillColor).toBeUndefined();
  });

  it('is shaded again when the shades are gone, and stays as somebody has chosen', () => {
    const school = givenWorkbook();
    const { getters } = school.world.model;
    const sheetId = String(getters.getSheetIdByName('Coverage'));
    const [first, ...others] = getters.getConditionalFormats(sheetId);
    for (const { id } of others) school.world.book.command('REMOVE_CONDITIONAL_FORMAT', { sheetId, id });
    expect(school.told('setUpSheet')[0]).toMatch(/in order/);
    school.world.book.command('REMOVE_CONDITIONAL_FORMAT', { sheetId, id: first?.id });
    expect(did(school)).toEqual(['Coverage: shaded it again.']);
    expect(getters.getConditionalFormats(sheetId)).toHaveLength(3);
  });
});
