import { staff, termDates } from '../../src/domain/staff.ts';
import { givenPlainSchool, idOf, people, type School } from '../given.ts';
import { periods } from '../school.ts';

const { coach, coachee, director, gone, head, other } = people;
const none = { followUpDate: '', followUpTime: '' };
const day = 24 * 60 * 60_000;

/** Ada has met everybody there is, and two of them are to be met again. */
function givenBusy(): School {
  const school = givenPlainSchool();
  school.save({ id: idOf(1), date: '2026-11-24', coachee: head.email, ...none });
  school.save({ id: idOf(2), date: '2026-11-24', coachee: director.email, ...none });
  school.save({ id: idOf(3), date: '2026-11-24', coachee: coachee.email, followUpDate: '2026-12-10' });
  school.save({ id: idOf(4), date: '2026-11-25', coachee: other.email, followUpDate: '2026-12-03' });
  school.save({ id: idOf(5), date: '2026-10-01', coachee: coachee.email, ...none });
  school.save({ id: idOf(6), date: '2026-11-25', coachee: coach.email, ...none }, other.email);
  return school;
}

const names = (school: School) => school.home().coachees.map(({ name }) => name);

describe('the people somebody coaches', () => {
  it('stand in the order in which they meet again, then by name', () => {
    expect(names(givenBusy())).toEqual(['Cleo Wick', 'Bram Tansy', 'Dora Marsh', 'Rowan Reed']);
  });

  it('each stand there once, with how often and when they last met and when they meet again', () => {
    const [, bram, dora] = givenBusy().home().coachees;
    expect(bram).toEqual({
      email: coachee.email,
      name: 'Bram Tansy',
      team: 'Year 4',
      lastMet: '2026-11-24',
      sessions: 2,
      due: '2026-12-10',
      overdue: false,
    });
    expect(dora).toMatchObject({ team: '', sessions: 1, due: '', overdue: false });
  });

  it('are overdue once a follow-up has passed, until the two have met', () => {
    const school = givenBusy();
    school.world.clock.advance(8 * day);
    expect(school.home().coachees.filter(({ overdue }) => overdue)).toMatchObject([{ name: 'Cleo Wick' }]);
    school.save({ id: idOf(7), date: '2026-12-03', coachee: other.email, ...none });
    expect(school.home().coachees.filter(({ overdue }) => overdue)).toEqual([]);
    expect(names(school)).toEqual(['Bram Tansy', 'Cleo Wick', 'Dora Marsh', 'Rowan Reed']);
  });

  it('have nothing due once they have left, and are known by their address once they are not on Staff', () => {
    const school = givenBusy();
    school.put(staff, [{ ...other, active: false }, coach, director, head]);
    school.world.clock.advance(20 * day);
    expect(school.home().coachees).toMatchObject([
      { name: coachee.email, team: '', due: '', overdue: false },
      { name: 'Cleo Wick', team: 'Office', due: '', overdue: false },
      { name: 'Dora Marsh' },
      { name: 'Rowan Reed' },
    ]);
  });

  it('are not those of a row in which nobody is named', () => {
    const school = givenBusy();
    school.person.type('Sessions', 'Z2', '');
    expect(school.person.sees('Sessions', 'Z1')).toBe('Coachee email');
    expect(names(school)).toEqual(['Cleo Wick', 'Bram Tansy', 'Dora Marsh']);
  });
});

describe('Home', () => {
  it('says who is signed in and what the sheet has for them', () => {
    const school = givenBusy();
    school.deliver(idOf(3));
    expect(school.home()).toMatchObject({
      start: 'home',
      user: coach.email,
      name: 'Ada Quill',
      refusal: '',
      mayCoach: true,
      isDirector: false,
      today: '2026-11-26',
      time: '16:30',
      halfTerm: '2026/27 Autumn 2',
      sessionsThisHalfTerm: 4,
      waiting: 1,
      drafts: [],
      hourly: false,
      sessionsTab: expect.stringMatching(/#gid=\d+$/),
    });
    expect(school.home(coachee.email)).toMatchObject({ mayCoach: false, coachees: [], waiting: 0 });
    expect(school.home(director.email)).toMatchObject({ isDirector: true });
    expect(school.home().reference.staff.map(({ name }) => name)).not.toContain(gone.name);
  });

  it('tells what is wrong with the tabs only whoever can put it right', () => {
    const school = givenBusy();
    school.put(staff, [...Object.values(people), { ...coach, email: 'nonsense', name: 'X' }]);
    expect(school.home(director.email).reference.problems).toEqual([
      'Staff: “nonsense” is not an email address.',
      'Teams: Office has no assistant head, so none is invited to its follow-ups.',
    ]);
    expect(school.home().reference.problems).toEqual([]);
  });

  it('says the same without the tab that saves reading: rows in which nothing stands but ticks are none', () => {
    const school = givenBusy();
    school.person.type('Staff', 'A20', 'nonsense');
    const before = school.home(director.email);
    school.person.deleteTab('Lookup');
    expect(school.home(director.email)).toEqual(before);
    expect(before.reference.problems).toContain('Staff: “nonsense” is not an email address.');
  });

  it('counts from the first day of the half-term, and nothing where Term dates has none', () => {
    const school = givenBusy();
    school.save({ id: idOf(7), date: '2026-11-02', ...none });
    school.save({ id: idOf(8), date: '2026-11-01', ...none });
    expect(school.home().sessionsThisHalfTerm).toBe(5);
    school.put(
      termDates,
      periods.map((period) => ({ ...period, kind: 'Closure' })),
    );
    expect(school.home()).toMatchObject({ halfTerm: '', sessionsThisHalfTerm: 0 });
  });

  it.each([
    [
      '',
      'Google does not say who is signed in. Open the sheet in a window with only your school account, then try again.',
    ],
    [
      'stranger@school.example',
      'stranger@school.example is not on the Staff tab. Ask the director of coaching to add you.',
    ],
    [gone.email, 'Silas Wicket is not marked as active on the Staff tab. Ask the director of coaching.'],
  ])('says to “%s” why they cannot work here', (who, refusal) => {
    expect(givenBusy().home(who)).toMatchObject({
      refusal,
      user: who,
      name: who === gone.email ? gone.name : '',
      mayCoach: who === gone.email,
      coachees: [],
      reference: { staff: [] },
    });
  });
});
