import type { YearStart } from '../src/api/years.ts';
import type { Period } from '../src/domain/staff.ts';
import { asDates, proposeDates, turnOf, yearsUpTo } from '../src/domain/years.ts';
import { forkOf, givenPlainSchool, givenWorkbook, idOf, people, type School, session } from './given.ts';
import { periods } from './school.ts';
import { begin, ended, givenAYear, goOn, must, planned } from './years/given.ts';

const { coach, coachee, director, head, other } = people;
const alone = { followUpDate: '', followUpTime: '', followUpMinutes: null } as const;

const column = (school: School, tab: string, header: string): string[] =>
  school.rows(tab).map((row) => row[header] ?? '');

const read = (school: School, who: string = director.email) => school.ask<YearStart>(who, 'years.read').reply;

describe('which year ends', () => {
  it('is, from June on, the one that runs; before that the one that has ended', () => {
    expect(turnOf('2027-06-01')).toEqual({ closing: '2026/27', opening: '2027/28', from: '2027-09-01' });
    expect(turnOf('2027-10-05')).toEqual({ closing: '2026/27', opening: '2027/28', from: '2027-09-01' });
    expect(turnOf('2027-05-31')).toEqual({ closing: '2025/26', opening: '2026/27', from: '2026-09-01' });
    expect(yearsUpTo('2027-07-01').slice(0, 2)).toEqual(['2026/27', '2025/26']);
  });
});

describe('the term dates of a new year', () => {
  const turn = turnOf('2027-07-20');

  it('are proposed on the same weekdays, and what Term dates has already is not proposed again', () => {
    const holiday: Period = { name: 'Christmas Day', kind: 'Bank holiday', first: '2026-12-25', last: '' };
    const all = proposeDates([...periods, holiday], turn);
    expect(all[0]).toEqual({ name: 'Autumn 1', kind: 'Half-term', first: '2027-09-02', last: '2027-10-22' });
    expect(all[5]).toEqual({ ...holiday, first: '2027-12-25' });
    expect(all).toHaveLength(6);
    expect(proposeDates([...periods, ...all.slice(0, 4)], turn).map(({ name }) => name)).toEqual(['Spring 1']);
    // A new year's own dates are not rolled on once more.
    expect(proposeDates(all, turn)).toEqual([]);
  });

  it.each([
    [{ first: '2026-09-03' }, 'Autumn 1 begins on Thu 3 Sep, which is not in 2027/28.'],
    [{ first: '2028-09-01' }, 'Autumn 1 begins on Fri 1 Sep, which is not in 2027/28.'],
    [{ last: '2027-09-01' }, 'Autumn 1 ends before it begins.'],
    [{ first: '2027-09-04' }, 'Autumn 1 begins on Sat 4 Sep, a weekend.'],
    [{ first: 'soon' }, 'Autumn 1 must have dates.'],
    [{ name: '' }, 'A line of the term dates needs a name and a kind.'],
    [{ kind: 'Lesson' }, 'Autumn 1 needs a name and a kind.'],
    [{ last: '2027-11-05' }, 'Autumn 2 begins before the half-term before it has ended.'],
  ])('are refused in words where they will not do: %j', (change, words) => {
    const [first, ...rest] = proposeDates(periods, turn);
    expect(() => asDates([{ ...first, ...change }, ...rest], turn)).toThrow(words);
  });

  it('that are left empty are left out', () => {
    const [first, ...rest] = proposeDates(periods, turn);
    expect(asDates([{ ...first, first: '' }, ...rest], turn)).toEqual(rest);
  });
});

describe('when the director starts a new school year', () => {
  let begun: School;
  let archived: School;
  beforeAll(() => {
    begun = givenAYear();
    archived = forkOf(begun);
    must(begin(archived));
    goOn(archived);
  });

  it('it is said before what goes and what stays', () => {
    expect(read(begun)).toMatchObject({
      ok: true,
      value: { closing: '2026/27', opening: '2027/28', state: 'to begin', going: 2, staying: 3 },
    });
    const reply = read(begun);
    expect(reply.ok && reply.value.plans.map(({ words }) => words)).toEqual([
      'Ada Quill with Bram Tansy: To let go.',
      'Cleo Wick with Ada Quill: Talk before writing.',
    ]);
  });

  it('what is over goes to tabs of its own, as it was; what has something to come stays', () => {
    expect(column(archived, 'Sessions', 'Session id')).toEqual([ended.meetsAgain, ended.waits, ended.carried]);
    expect(column(archived, 'Sessions 2026-27', 'Session id')).toEqual([ended.over, ended.alsoOver]);
    expect(archived.rows('Sessions 2026-27')).toEqual(begun.rows('Sessions').slice(0, 2));
    expect(column(archived, 'Sessions 2026-27', 'Strength')[0]).toBe('=1+1');
    expect(column(archived, 'Steps', 'Step id')).toEqual([]);
    expect(column(archived, 'Steps 2026-27', 'Session id')).toEqual([ended.over]);
    expect(column(archived, 'Plans', 'Plan id')).toEqual([planned.carried]);
    expect(column(archived, 'Plans 2026-27', 'Plan id')).toEqual([planned.letGo, planned.celebrated]);
    expect(column(archived, 'Evidence', 'Plan id')).toEqual([planned.carried]);
    expect(column(archived, 'Evidence 2026-27', 'Plan id')).toEqual(['', planned.letGo]);
  });

  it('the lines of the Log go with what they are about, and those of what stays stay', () => {
    expect(column(archived, 'Log', 'Session id')).toEqual([ended.meetsAgain, '']);
    expect(new Set(column(archived, 'Log 2026-27', 'Session id'))).toEqual(
      new Set([ended.alsoOver, planned.celebrated]),
    );
  });

  it('the totals of the year are kept, the sessions that stay counted with it', () => {
    expect(archived.rows('Years')).toEqual([
      {
        Year: '2026/27',
        State: 'archived',
        Staff: '6',
        'Staff coached': '3',
        Sessions: '5',
        Martini: '1',
        'Plans agreed': '1',
        'Plans resolved': '1',
        'Plans celebrated': '1',
        Steps: '1',
        'Steps done': '0',
        Evidence: '3',
        Moved: '2',
        'Archived on': '20/07/2027',
        'Archived by': director.email,
        'Plans not carried on': planned.letGo,
      },
    ]);
  });

  it('Term dates has the new year below the old one, once', () => {
    expect(column(archived, 'Term dates', 'First day').slice(4, 7)).toEqual(['04/01/2027', '02/09/2027', '25/10/2027']);
    expect(column(archived, 'Term dates', 'Name')).toHaveLength(2 * periods.length);
  });

  it('asked once more it says that it is done, and does nothing', () => {
    const school = forkOf(archived);
    const before = school.rows('Years');
    expect(read(school)).toMatchObject({ value: { state: 'done', going: 0 } });
    must(begin(school));
    goOn(school);
    expect(school.rows('Years')).toEqual(before);
    expect(column(school, 'Sessions 2026-27', 'Session id')).toEqual([ended.over, ended.alsoOver]);
  });

  it('a follow-up that is still to come goes on: it is sent, moved, corrected and checked as ever', () => {
    const school = forkOf(archived);
    expect(school.deliver(ended.waits)).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
    const base = session({ id: ended.meetsAgain, date: '2027-07-14', followUpDate: '2027-09-16' });
    expect(school.edit({ followUpDate: '2027-09-21' }, { base })).toMatchObject({ ok: true });
    expect(school.deliver(ended.meetsAgain)).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
    for (const who of [coach.email, director.email]) expect([who, school.check(who).findings]).toEqual([who, []]);
    const [home] = school.home().coachees;
    expect(home).toMatchObject({ email: other.email, due: '2027-09-17' });
  });

  it('a session that was archived is not corrected any more, and its coach is told where it is', () => {
    const school = forkOf(archived);
    const base = session({ id: ended.over, strength: '=1+1', ...alone });
    const words =
      'This session is saved and was archived with its school year. It stands on the tab Sessions 2026-27 and is not corrected any more.';
    for (const who of [coach.email, director.email])
      expect(school.edit({ ideas: 'More.' }, { who, base })).toEqual({
        ok: false,
        error: { code: 'missing', message: words },
      });
    // To whom it was not to be seen, it is still not there.
    expect(school.read(other.email, ended.over)).toMatchObject({
      error: { message: 'That session is not on the Sessions tab, or it is not yours to see.' },
    });
    // A draft that was saved, and whose answer was lost over the summer.
    expect(school.save({ id: ended.over, strength: '=1+1', ...alone })).toEqual({
      ok: false,
      error: { code: 'missing', message: words },
    });
    expect(column(school, 'Sessions', 'Session id')).not.toContain(ended.over);
  });

  it('a session of the old year can still be saved late, and goes with the next turn to its own year', () => {
    const school = forkOf(archived);
    expect(school.save({ id: idOf(90), date: '2027-06-30', ...alone }).ok).toBe(true);
    school.world.clock.set('2028-07-20T15:00:00Z');
    must(school.ask(director.email, 'years.begin', { closing: '2027/28', dates: [], letGo: [] }).reply);
    goOn(school);
    expect(column(school, 'Sessions 2026-27', 'Session id')).toEqual([
      ended.over,
      ended.alsoOver,
      ended.meetsAgain,
      idOf(90),
    ]);
    // One that waits is still for its coach to send or call off, and the carried plan keeps its last session.
    expect(column(school, 'Sessions', 'Session id')).toEqual([ended.waits, ended.carried]);
    expect(column(school, 'Years', 'Year')).toEqual(['2026/27', '2027/28']);
  });
});

it('a row that stands there twice, or says no day, stays for a person to decide', () => {
  const school = givenAYear();
  const [, , row = []] = school.person.seesAll('Sessions');
  school.person.paste('Sessions', 'A7', [row]);
  school.person.paste('Sessions', 'A8', [['', '', 'Martini']]);
  must(begin(school));
  goOn(school);
  expect(column(school, 'Sessions', 'Session id').filter((id) => id === ended.alsoOver)).toHaveLength(2);
  expect(column(school, 'Sessions', 'Kind')).toContain('Martini');
  expect(column(school, 'Sessions 2026-27', 'Session id')).toEqual([ended.over]);
});

it("a column of somebody's own goes along, with a header or without", () => {
  const school = givenAYear();
  const at = school.column('Sessions', 'Coachee');
  const letter = (place: number): string => String.fromCharCode(64 + place);
  school.person.insertColumn('Sessions', at, 2);
  school.person.type('Sessions', `${letter(at)}1`, 'Our own note');
  school.person.type('Sessions', `${letter(at)}2`, 'seen by Dora');
  school.person.type('Sessions', `${letter(at + 1)}2`, 'beside');
  must(begin(school));
  goOn(school);
  const [first] = school.rows('Sessions 2026-27');
  expect(first?.['Our own note']).toBe('seen by Dora');
  expect(Object.values(first ?? {})).toContain('beside');
});

it('only the director starts a year, and only the one that is due', () => {
  const school = givenPlainSchool();
  for (const { email } of [coach, coachee, head, other])
    for (const [path, input] of [
      ['years.read', null],
      ['years.begin', { closing: '2025/26', dates: [], letGo: [] }],
      ['years.goOn', ''],
    ] as const)
      expect([email, path, school.ask(email, path, input).reply]).toEqual([
        email,
        path,
        { ok: false, error: { code: 'forbidden', message: 'Only the director of coaching can do this.' } },
      ]);
  expect(school.ask(director.email, 'years.goOn', '').reply).toEqual({
    ok: false,
    error: { code: 'missing', message: 'Nobody has begun to archive 2025/26 yet.' },
  });
  const early = school.ask(director.email, 'years.begin', { closing: '2026/27', dates: [], letGo: [] }).reply;
  expect(early).toMatchObject({ ok: false, error: { code: 'stale' } });
  expect(school.rows('Years')).toEqual([]);
});

it('on a whole sheet too, where set-up finds everything in order afterwards and coaches go on', () => {
  const school = givenAYear(givenWorkbook());
  must(begin(school));
  goOn(school);
  expect(column(school, 'Sessions 2026-27', 'Session id')).toEqual([ended.over, ended.alsoOver]);
  expect(school.told('setUpSheet')[0]).toBe('Everything was in order.');
  expect(school.save({ id: idOf(91), date: '2027-07-20', followUpDate: '2027-09-14' })).toMatchObject({
    ok: true,
    value: { row: 5 },
  });
  expect(school.deliver(idOf(91))).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
  expect(school.choose('openYears').map(({ kind }) => kind)).toEqual(['sidebar']);
  expect(school.told('openYears', coach.email)).toEqual(['Only the director of coaching can do this.']);
});
