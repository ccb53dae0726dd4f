import { givenPlainSchool, idOf, people, type School, session } from '../given.ts';

const { coach, coachee, director, other } = people;
const none = { followUpDate: '', followUpTime: '', followUpMinutes: null };
const minute = 60_000;

const letters = (column: number): string =>
  column > 26 ? `A${String.fromCharCode(38 + column)}` : String.fromCharCode(64 + column);
const typeInto = (school: School, header: string, text: string, row = 2) =>
  school.person.type('Sessions', `${letters(school.column('Sessions', header))}${row}`, text);
const [id, link] = [session().id, expect.stringMatching(/&range=A2$/)];
const writes = ['setValue', 'appendRow', 'setNamedRange', 'insertRowsAfter', 'flush'];

/** The calls of a request that write. */
const written = (school: School, path: string, input: unknown) =>
  school
    .ask(coach.email, path, input)
    .run.calls.map(({ method }) => method)
    .filter((method) => writes.includes(method));

describe('saving the same session once more', () => {
  it.each([
    ['with a follow-up', {}, true],
    ['without one', none, false],
  ])('%s says the same again and writes nothing', (_what, change, invitation) => {
    const school = givenPlainSchool();
    expect(school.save(change)).toEqual({ ok: true, value: { id, row: 2, link, already: false, invitation } });
    school.world.clock.advance(minute);
    expect(school.save(change)).toEqual({ ok: true, value: { id, row: 2, link, already: true, invitation } });
    expect(written(school, 'sessions.save', session(change))).toEqual([]);
  });

  it.each(['Saved by', 'Event id', 'Follow-up status', 'Minutes'])(
    'fills in its “%s” where that was lost, and leaves everything else as it was',
    (header) => {
      const school = givenPlainSchool();
      school.save({ minutes: 25 });
      const before = school.rows('Sessions');
      typeInto(school, header, '');
      school.world.clock.advance(minute);
      expect(school.save({ minutes: 25 })).toMatchObject({ ok: true, value: { already: true, invitation: true } });
      expect(school.rows('Sessions')).toEqual(before);
    },
  );

  it('finds it also without the tab that saves reading', () => {
    const school = givenPlainSchool();
    school.save();
    school.person.deleteTab('Lookup');
    expect(school.save()).toMatchObject({ ok: true, value: { row: 2, already: true } });
  });

  it('does not bring back what the add-on never wrote: without a follow-up there is no event and no status', () => {
    const school = givenPlainSchool();
    school.save(none);
    const before = school.rows('Sessions');
    typeInto(school, 'Saved by', '');
    school.save(none);
    expect(school.rows('Sessions')).toEqual(before);
    expect(before).toMatchObject([{ 'Event id': '', 'Follow-up status': '' }]);
  });

  it('with other words, or as somebody else, is refused in words and writes nothing', () => {
    const school = givenPlainSchool();
    school.save();
    expect(school.save({ strength: 'Other words' })).toEqual({
      ok: false,
      error: {
        code: 'stale',
        message: 'This session was saved by an earlier try, with other words than these. Look at both versions.',
      },
    });
    expect(school.save({}, other.email)).toEqual({
      ok: false,
      error: { code: 'invalid', message: 'This session has no proper id of its own. Open a new session.' },
    });
    expect(school.save({ id: 'x' })).toEqual({
      ok: false,
      error: { code: 'invalid', message: 'This session has no proper id. Open a new session.' },
    });
  });
});

describe('a saved session that is read', () => {
  it('says who changed what last, words or follow-up, whatever became of its invitation since', () => {
    const school = givenPlainSchool();
    school.save({ id: idOf(2), date: '2026-11-25' });
    school.save();
    expect(school.read()).toMatchObject({ ok: true, value: { edited: null, savedBy: coach.name } });
    school.edit({ ideas: 'More' }, { who: director.email });
    school.world.clock.advance(minute);
    school.deliver();
    school.world.clock.advance(minute);
    expect(school.read()).toMatchObject({ ok: true, value: { edited: { who: director.name, what: 'Ideas' } } });
    const base = session({ ideas: 'More' });
    school.edit({ followUpTime: '16:00' }, { base, edit: idOf(9) });
    school.world.clock.advance(minute);
    school.deliver();
    expect(school.read()).toMatchObject({ ok: true, value: { edited: { who: coach.name, what: 'Follow-up time' } } });
    expect(school.read(coach.email, idOf(2))).toMatchObject({ ok: true, value: { edited: null } });
  });
});

describe('the sessions with one coachee', () => {
  it('are theirs and nobody else’s, the latest first, without what is no session', () => {
    const school = givenPlainSchool();
    school.save({ id: idOf(1), date: '2026-11-19', ...none });
    school.save({ id: idOf(2), date: '2026-11-24' });
    school.save({ id: idOf(3), date: '2026-11-20', ...none });
    school.save({ id: idOf(4), date: '2026-11-25', coachee: other.email, ...none });
    school.save({ id: idOf(5), date: '2026-11-26', ...none });
    typeInto(school, 'Session id', '', 6);
    const reply = school.list();
    expect(reply.ok && reply.value.map((met) => met.id)).toEqual([idOf(2), idOf(3), idOf(1)]);
    expect(reply).toMatchObject({
      ok: true,
      value: [
        {
          id: idOf(2),
          date: '2026-11-24',
          kind: 'Formal',
          coach: coach.name,
          theme: 'Questioning',
          followUpDate: '2026-12-10',
          status: 'Waiting',
          mayChange: true,
          link: expect.stringMatching(/&range=A3$/),
        },
        { followUpDate: '', status: '' },
        {},
      ],
    });
    expect(school.list(coach.email, '')).toEqual({ ok: true, value: [] });
  });

  it('are sixty at most', () => {
    const school = givenPlainSchool();
    for (let number = 1; number <= 61; number++) school.save({ id: idOf(number), ...none });
    expect(school.list()).toMatchObject({ ok: true, value: { length: 60 } });
  });
});

describe('a correction that is sent twice', () => {
  it('writes nothing the second time, whether it changed words or the follow-up', () => {
    for (const change of [{ ideas: 'More' }, { followUpTime: '16:00' }, { ...none }, { coachee: other.email }]) {
      const school = givenPlainSchool();
      school.save();
      school.deliver();
      school.world.clock.advance(minute);
      school.edit(change);
      school.world.clock.advance(minute);
      school.deliver();
      school.world.clock.advance(minute);
      const before = [school.rows('Sessions'), school.rows('Log')];
      expect(school.edit(change)).toMatchObject({ ok: true, value: { already: true, sender: '' } });
      expect([school.rows('Sessions'), school.rows('Log')]).toEqual(before);
    }
  });

  it('before its invitation was sent asks for it again, and notes it once', () => {
    const school = givenPlainSchool();
    school.save();
    school.deliver();
    school.world.clock.advance(minute);
    for (let time = 0; time < 2; time++)
      expect(school.edit({ followUpTime: '16:00' })).toMatchObject({
        ok: true,
        value: { invitation: true, changed: ['Follow-up time'] },
      });
    expect(school.rows('Log').map(({ Event }) => Event)).toEqual(['Invited', 'Replanned']);
    expect(school.rows('Sessions')).toMatchObject([{ 'Follow-up status': 'Waiting' }]);
  });

  it('by the director names whose calendar the follow-up stands in', () => {
    const school = givenPlainSchool();
    school.save();
    expect(school.edit({ followUpTime: '16:00' }, { who: director.email })).toMatchObject({
      ok: true,
      value: { invitation: false, sender: coach.name },
    });
    expect(
      school.edit({ ideas: 'x' }, { base: session({ followUpTime: '16:00' }), who: director.email, edit: idOf(8) }),
    ).toMatchObject({
      ok: true,
      value: { invitation: false, sender: '', changed: ['Ideas'] },
    });
    expect(school.list(coachee.email)).toMatchObject({ ok: true, value: [{ mayChange: false }] });
  });
});
