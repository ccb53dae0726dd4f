import type { Asking, Showing } from '../src/api/master.ts';
import { type Filter, noFilter } from '../src/domain/filter.ts';
import { matches } from '../src/domain/master.ts';
import { directorsView } from '../src/workbook/master.ts';
import { givenPlainSchool, givenWorkbook, idOf, people, type School, session } from './given.ts';

const { coach, coachee, director, head, other, gone } = people;

/** Three sessions of two coaches, two teams and two themes. */
function givenSessions(): School {
  const school = givenWorkbook();
  school.save({ id: idOf(1), theme: 'Reading', reality: 'Is it 50% *really*? She said "yes".' });
  school.save({ id: idOf(2), theme: 'Questioning', coachee: other.email, followUpDate: '' });
  school.save({ id: idOf(3), theme: 'Reading', strength: "=A1 it's ~ fine", kind: 'Martini' }, other.email);
  school.deliver(idOf(1));
  return school;
}

const show = (school: School, filter: Partial<Filter>, who: string = director.email) =>
  school.ask<Showing>(who, 'master.show', { ...noFilter, ...filter }).reply;

const says = (school: School, filter: Partial<Filter>): string => {
  const reply = show(school, filter);
  return reply.ok ? reply.value.says : reply.error.message;
};

/** What stands below the headings of the director's own tab. */
const seen = (school: School): string[][] =>
  school.person
    .seesAll(directorsView)
    .slice(5)
    .filter((row) => row.some((cell) => cell !== ''));

const ids = (school: School): string[] => school.rows('Sessions').map((row) => row['Session id'] ?? '');

describe('on a tab of their own the director', () => {
  it('sees whose sessions, of which team, theme, half-term and follow-up, and how many of how many', () => {
    const school = givenSessions();
    expect(says(school, { coach: coach.email })).toBe('2 of 3 sessions');
    expect(says(school, { team: 'Office' })).toBe('1 of 3 sessions');
    expect(says(school, { theme: 'Reading' })).toBe('2 of 3 sessions');
    expect(says(school, { halfTerm: '2026/27 Autumn 2' })).toBe('3 of 3 sessions');
    expect(says(school, { state: 'Invited' })).toBe('1 of 3 sessions');
    expect(says(school, { state: 'No follow-up' })).toBe('1 of 3 sessions');
    expect(says(school, { theme: 'Reading', coach: other.email })).toBe('1 of 3 sessions');
    const [row = []] = seen(school);
    expect(row.slice(0, 8)).toEqual([
      '4',
      '26/11/2026',
      '2026/27 Autumn 2',
      'Martini',
      'Cleo Wick',
      'Bram Tansy',
      'Year 4',
      'Reading',
    ]);
  });

  it('finds words by their very signs, in upper and lower case', () => {
    const school = givenSessions();
    for (const [words, count] of [
      ['QUIETER', 2],
      ['50% *really*?', 1],
      ['"yes"', 1],
      ['?', 1],
      ['*', 1],
      ['~', 1],
      ["it's", 1],
      ['=A1', 1],
      ['.', 3],
      ['"&Staff_Email&"', 0],
      ['") + 1', 0],
    ] as const)
      expect([words, says(school, { words })]).toEqual([words, `${count} of 3 sessions`]);
  });

  it('is told in words that no session is like that', () => {
    const school = givenSessions();
    expect(says(school, { theme: 'Maths' })).toBe('0 of 3 sessions');
    expect(seen(school).map(([first]) => first)).toEqual(['No session is like that.']);
  });

  it('sees a session that is saved later, without doing anything', () => {
    const school = givenSessions();
    show(school, { theme: 'Reading' });
    school.save({ id: idOf(4), theme: 'Reading', followUpDate: '2026-12-11' });
    expect(school.person.sees(directorsView, 'A1')).toBe('Director’s view: 3 of 4 sessions');
    expect(seen(school)).toHaveLength(3);
  });

  it('reads on the tab what it shows, and finds it in the form again', () => {
    const school = givenSessions();
    const filter = { ...noFilter, coach: coach.email, team: 'Year 4', words: "it's" };
    show(school, filter);
    const [, labels = [], values = []] = school.person.seesAll(directorsView);
    expect(labels.slice(0, 6)).toEqual(['Coach', 'Team', 'Theme', 'Half-term', 'Follow-up', 'Words']);
    expect(values.slice(0, 7)).toEqual(['Ada Quill', 'Year 4', '', '', '', "it's", coach.email]);
    expect(school.ask<Asking>(director.email, 'master.read').reply).toMatchObject({ ok: true, value: { filter } });
  });

  it('clears it, and is told where every session stands', () => {
    const school = givenSessions();
    show(school, { theme: 'Reading' });
    expect(school.ask<Showing>(director.email, 'master.clear').reply.ok).toBe(true);
    expect(seen(school).map(([first]) => first)).toEqual([
      'Nothing is chosen. Every session stands on the Sessions tab.',
    ]);
    expect(school.ask<Asking>(director.email, 'master.read').reply).toMatchObject({ value: { filter: noFilter } });
  });

  it('changes nothing that others see: every cell of Sessions and every row of it stays', () => {
    const school = givenSessions();
    const before = [school.person.seesAll('Sessions'), school.person.visibleRows('Sessions')];
    show(school, { theme: 'Reading', words: 'quieter' });
    expect([school.person.seesAll('Sessions'), school.person.visibleRows('Sessions')]).toEqual(before);
  });

  it('gets the tab again where somebody has typed over it or deleted it', () => {
    const school = givenSessions();
    show(school, { theme: 'Reading' });
    school.person.type(directorsView, 'C7', 'in the way');
    expect(seen(school)[0]?.[0]).toMatch(/^#/);
    expect(says(school, { theme: 'Reading' })).toBe('2 of 3 sessions');
    expect(seen(school)).toHaveLength(2);
    school.person.deleteTab(directorsView);
    expect(says(school, { theme: 'Reading' })).toBe('2 of 3 sessions');
  });

  it('gets the same answer by formulas as by a plain look at every row', () => {
    const school = givenSessions();
    const rows = school.rows('Sessions').map((row) => ({
      id: row['Session id'] ?? '',
      coach: row['Coach email'] ?? '',
      team: row.Team ?? '',
      theme: row.Theme ?? '',
      halfTerm: row['Half-term'] ?? '',
      status: row['Follow-up status'] ?? '',
      strength: row.Strength ?? '',
      target: row.Target ?? '',
      reality: row.Reality ?? '',
      outcome: row['Pupil outcome'] ?? '',
    }));
    for (const filter of [
      { theme: 'reading' },
      { coach: coach.email, words: 'TALK' },
      { team: 'Year 4', state: 'Waiting' },
      { halfTerm: '2026/27 Autumn 1' },
      { words: 'reading' },
    ]) {
      const count = rows.filter((row) => matches({ ...noFilter, ...filter }, row)).length;
      expect([filter, says(school, filter)]).toEqual([filter, `${count} of 3 sessions`]);
    }
  });
});

describe('on the Sessions tab, where the school has chosen that, the director', () => {
  const givenShared = (): School => {
    const school = givenSessions();
    school.set('Director filters in', 'Sessions');
    return school;
  };

  it('hides every other row, and shows all of them again', () => {
    const school = givenShared();
    expect(says(school, { theme: 'Reading' })).toBe('2 of 3 sessions');
    expect(school.person.visibleRows('Sessions')).toEqual([1, 2, 4]);
    expect(says(school, { words: '50% *really*?' })).toBe('1 of 3 sessions');
    expect(school.person.visibleRows('Sessions')).toEqual([1, 2]);
    expect(says(school, { theme: 'Maths' })).toBe('0 of 3 sessions');
    expect(school.person.visibleRows('Sessions')).toEqual([1]);
    school.ask(director.email, 'master.clear');
    expect(school.person.visibleRows('Sessions')).toEqual([1, 2, 3, 4]);
    expect(school.told('setUpSheet')[0]).toBe('Everything was in order.');
  });

  it('leaves no coach with less: what is saved, corrected and sent while rows are hidden is whole, and seen once it is cleared', () => {
    const school = givenShared();
    show(school, { theme: 'Maths' });
    expect(school.save({ id: idOf(4), followUpDate: '2026-12-11', strength: '=1+1' })).toMatchObject({
      ok: true,
      value: { row: 5 },
    });
    // What is new is hidden from nobody.
    expect(school.person.visibleRows('Sessions')).toEqual([1, 5]);
    expect(school.deliver(idOf(4))).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
    const base = session({ id: idOf(1), theme: 'Reading', reality: 'Is it 50% *really*? She said "yes".' });
    expect(school.edit({ ideas: 'Two voices.' }, { base }).ok).toBe(true);
    school.ask(director.email, 'master.clear');
    expect(school.person.visibleRows('Sessions')).toEqual([1, 2, 3, 4, 5]);
    const rows = school.rows('Sessions');
    expect(rows[3]).toMatchObject({ 'Session id': idOf(4), Strength: '=1+1', 'Follow-up status': 'Invited' });
    expect(rows[0]).toMatchObject({ 'Session id': idOf(1), Ideas: 'Two voices.' });
  });
});

it.each(['Own tab', 'Sessions'])(
  'a director who filters in %s at any moment while a coach saves keeps nothing from the sheet',
  (where) => {
    const counted = givenSessions();
    counted.set('Director filters in', where);
    const { run } = counted.ask(coach.email, 'sessions.save', session({ id: idOf(4), followUpDate: '2026-12-11' }));
    const count = run.calls.filter(({ server, buffered }) => server || buffered).length;
    const school = givenSessions();
    school.set('Director filters in', where);
    for (let at = 0; at < count; at++) {
      let passed = 0;
      let isOther = false;
      const leave = school.world.onCall((call, act) => {
        if (!isOther && (call.server || call.buffered) && passed++ === at) {
          isOther = true;
          show(school, at % 2 === 0 ? { theme: 'Maths' } : { words: 'quieter' });
          isOther = false;
        }
        return act();
      });
      const id = idOf(100 + at);
      const reply = school.save({ id, date: '2026-11-25', followUpDate: '2026-12-11' });
      leave();
      expect([at, reply]).toEqual([at, { ok: true, value: expect.objectContaining({ id }) }]);
    }
    school.ask(director.email, 'master.clear');
    const saved = Array.from({ length: count }, (_, at) => idOf(100 + at));
    expect(ids(school).slice(3)).toEqual(saved);
    expect(school.person.visibleRows('Sessions')).toHaveLength(count + 4);
    expect(school.rows('Sessions').every(({ Target }) => Target === session().target)).toBe(true);
  },
);

it('only the director filters: everybody else is refused in words, and nothing changes', () => {
  const school = givenPlainSchool();
  school.save();
  for (const { email } of [coach, coachee, head, other])
    for (const [path, input] of [
      ['master.read', null],
      ['master.show', { ...noFilter, coach: coach.email }],
      ['master.clear', null],
    ] as const)
      expect([email, path, school.ask(email, path, input).reply]).toEqual([
        email,
        path,
        { ok: false, error: { code: 'forbidden', message: 'Only the director of coaching can do this.' } },
      ]);
  expect(school.ask(gone.email, 'master.read').reply).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});

it('the menu opens it for the director, and tells anybody else whose it is', () => {
  const school = givenWorkbook();
  expect(school.choose('openMaster').map(({ kind }) => kind)).toEqual(['sidebar']);
  expect(school.told('openMaster', coach.email)).toEqual(['Only the director of coaching can do this.']);
});
