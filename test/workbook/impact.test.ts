import { fields, rangeName, type Table } from '../../src/domain/columns.ts';
import { eventIdOf } from '../../src/domain/follow-ups.ts';
import { log } from '../../src/domain/log.ts';
import { plans } from '../../src/domain/plans.ts';
import { sessions } from '../../src/domain/sessions.ts';
import { settingsTable } from '../../src/domain/settings.ts';
import { staff, teams, termDates } from '../../src/domain/staff.ts';
import { steps } from '../../src/domain/steps.ts';
import { coverage, impact } from '../../src/workbook/impact.ts';
import { lookupCells } from '../../src/workbook/lookup.ts';
import { givenWorkbook, idOf, people, type School, session } from '../given.ts';

const tables: readonly Table[] = [sessions, steps, plans, staff, teams, termDates, settingsTable, log];
const names = new Set([
  ...tables.flatMap((table) => fields(table).map(({ header }) => rangeName(table, header))),
  ...Object.keys(coverage(10).names),
]);

// What Google Sheets, the local workbook and LibreOffice work out alike.
const firstTier =
  'COUNTIFS COUNTIF MAXIFS MINIFS IF IFERROR INDEX MATCH SUM ROUND DATE YEAR MONTH EDATE TODAY TEXT AND NOT'.split(' ');
// Only on the hidden Lookup tab, which the add-on reads and people do not; each is shown at work below or in saving.test.ts.
const secondTier = 'FILTER TRANSPOSE IFNA ROW ROWS MAX SUMPRODUCT'.split(' ');

const words = (formula: string): string => formula.replace(/"[^"]*"/g, '""').replace(/'[^']*'!/g, '');
const functionsOf = (formula: string): string[] =>
  [...words(formula).matchAll(/\b([A-Z][A-Z.]*)\(/g)].map(([, name = '']) => name);
const namesOf = (formula: string): string[] =>
  [...words(formula).matchAll(/\b[A-Z][a-z]+(?:_[A-Za-z]+)+\b/g)].map(([name]) => name);
const formulasOf = (cells: readonly (readonly string[])[]): string[] =>
  cells.flat().filter((cell) => cell.startsWith('='));

describe('a formula', () => {
  const shown = formulasOf([...impact.cells, ...coverage(3).cells]);
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

const errors = (school: School): string[] =>
  ['Impact', 'Coverage', 'Lookup'].flatMap((tab) =>
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

  it('has a pivot table of coach by half-term that follows the rows, and a chart', () => {
    const school = givenWorkbook();
    school.save({ id: idOf(1), date: '2026-09-10', followUpDate: '' });
    school.save({ id: idOf(2), date: '2026-11-10', followUpDate: '' });
    school.save({ id: idOf(3), date: '2026-11-10', followUpDate: '' }, people.other.email);
    const pivot = school.person
      .seesAll('Impact')
      .slice(25)
      .map((row) => row.slice(4).join('|'))
      .filter((row) => /\w/.test(row));
    expect(pivot).toEqual([
      'Sessions|2026/27 Autumn 1|2026/27 Autumn 2|Total',
      'Ada Quill|1|1|2',
      'Cleo Wick||1|1',
      'Total|1|2|3',
    ]);
    const impactId = String(school.world.model.getters.getSheetIdByName('Impact'));
    expect(school.world.model.getters.getChartIds(impactId)).toHaveLength(1);
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
});
