import { UserError } from '../../src/domain/errors.ts';
import { guestsOf } from '../../src/domain/follow-ups.ts';
import {
  assistantHeadOf,
  isAllowed,
  lastKnownDay,
  makeReference,
  memberOf,
  nameOf,
  requireMember,
} from '../../src/domain/reference.ts';
import { settingRows } from '../../src/domain/settings.ts';
import type { Member, Period, Team } from '../../src/domain/staff.ts';
import { people } from '../school.ts';

const member = (email: string, name: string, change: Partial<Member> = {}): Member => ({
  ...people.coach,
  email,
  name,
  ...change,
});
const head = member('rowan.reed@school.example', 'Rowan Reed', { team: '' });
const coach = member('ada.quill@school.example', 'Ada Quill');
const coachee = member('bram.tansy@school.example', 'Bram Tansy');
const team: Team = { name: 'Year 4', assistantHead: head.email };
const term: Period = { name: 'Autumn 2', kind: 'Half-term', first: '2026-11-02', last: '2026-12-18' };
const setting = (name: string, value: string) =>
  settingRows.map((row) => (row.name === name ? { ...row, value } : row));
const domains = (value: string) => setting('Domains that may be invited', value);
const make = (staff: readonly Member[], teams = [team], rows = domains('school.example')) =>
  makeReference(staff, teams, [term], rows);
const whole = make([head, coach, coachee]);

describe('the tabs', () => {
  it('say nothing when all is in order', () => {
    expect(whole.problems).toEqual([]);
  });

  it('have each row that cannot be used pointed out in a sentence', () => {
    const { problems, staff } = make([
      head,
      coach,
      coachee,
      member('', 'Cleo Wick'),
      member('BRAM.TANSY@school.example ', 'Twin'),
      member('nonsense', 'X'),
    ]);
    expect(problems).toEqual([
      'Staff: Cleo Wick has no email, so nobody can choose them.',
      'Staff: bram.tansy@school.example stands there twice; the first row counts.',
      'Staff: “nonsense” is not an email address.',
    ]);
    expect(staff.map(({ name }) => name)).toEqual(['Rowan Reed', 'Ada Quill', 'Bram Tansy']);
  });

  it('have a team without a usable assistant head pointed out', () => {
    const why = (assistantHead: string, staff = [head, coach, coachee]) =>
      make(staff, [{ name: 'Year 4', assistantHead }]).problems;
    expect(why('')).toEqual(['Teams: Year 4 has no assistant head, so none is invited to its follow-ups.']);
    expect(why('gone@school.example')).toEqual([
      'Teams: gone@school.example, assistant head of Year 4, is not on the Staff tab.',
    ]);
    expect(why(head.email, [{ ...head, active: false }, coach])).toEqual([
      'Teams: Rowan Reed, assistant head of Year 4, is no longer active.',
    ]);
    expect(make([coach], [{ name: 'Year 5', assistantHead: coach.email }]).problems).toContain(
      'Staff: Ada Quill is in “Year 4”, which is not on the Teams tab.',
    );
  });

  it('have a half-written setting pointed out, and go on with what it was first', () => {
    const { settings, problems } = make(
      [head, coach, coachee],
      [team],
      [
        ...domains('school.example').filter(({ name }) => name !== 'Follow-up time'),
        { name: 'follow-up TIME ', value: 'half four', about: '' },
      ],
    );
    expect(settings.followUpTime).toBe('15:45');
    expect(problems).toEqual([
      'Settings: “Follow-up time” should be a time such as 15:45; it says “half four”. Until it is put right 15:45 is used.',
    ]);
  });

  it('have a row of Term dates pointed out that has no first day or ends before it begins', () => {
    const dated = (...periods: Period[]) => makeReference([head, coach], [team], periods, domains('school.example'));
    expect(dated(term, { ...term, name: 'INSET', last: '' }).problems).toEqual([]);
    expect(dated(term, { ...term, first: '' })).toMatchObject({
      periods: [term],
      problems: ['Term dates: a row has no first day, so it does not count.'],
    });
    expect(dated(term, { ...term, name: 'Spring 1', last: '2026-11-01' }).problems).toEqual([
      'Term dates: “Spring 1” ends before it begins.',
    ]);
    expect(dated({ ...term, last: term.first }).problems).toEqual([]);
    expect(dated({ ...term, kind: 'Closure' }).problems).toEqual([
      'Term dates: no half-term is there yet, so dates cannot be kept inside term time.',
    ]);
  });

  it('know the school year to the last day that any of their rows has', () => {
    const later = { ...term, name: 'Spring 1', first: '2027-01-04', last: '2027-02-12' };
    const known = (...periods: Period[]) => lastKnownDay(makeReference([head], [team], periods, domains('')));
    expect([known(term, later), known(later, term), known(term), known()]).toEqual([
      '2027-02-12',
      '2027-02-12',
      '2026-12-18',
      '',
    ]);
  });

  it('have a row without an address or a name pointed out all the same', () => {
    expect(make([head, member('', '')]).problems).toEqual(['Staff: a row has no email, so nobody can choose them.']);
  });

  it('let nobody be invited while the domains cannot be read', () => {
    const { settings, problems } = make([head, coach, coachee], [team], domains('our school'));
    expect(isAllowed(coach.email, settings)).toBe(false);
    expect(problems).toEqual([
      expect.stringMatching(/^Settings: “Domains that may be invited” should be domains .* it counts as empty\.$/),
      'Settings: “Domains that may be invited” is empty, so nobody can be invited to a follow-up.',
    ]);
  });
});

it('a team and its assistant head are known however they were typed', () => {
  const teams = [{ name: ' Year 4 ', assistantHead: ' Rowan.Reed@School.example ' }];
  expect(make([head, coach, coachee], teams)).toMatchObject({ teams: [team], problems: [] });
});

describe('an address', () => {
  it.each([
    ['ada.quill@school.example', true],
    ['Ada.Quill@School.Example', false],
    ['ada@sub.school.example', false],
    ['ada@notschool.example', false],
    ['ada@school.example.evil.test', false],
    ['ada@schооl.example', false],
    ['ada@evil.test@school.example', false],
    ['@school.example', false],
    ['school.example', false],
  ])('%s may be invited: %s', (email, allowed) => {
    expect(isAllowed(email, whole.settings)).toBe(allowed);
  });

  it('finds its member of staff however it was written', () => {
    expect(memberOf(whole, ' ADA.quill@School.example')?.name).toBe('Ada Quill');
  });
});

it('a person is named as Staff does, else by their address; words in its place are nobody’s name', () => {
  const emails = [coach.email, 'stranger@school.example', '', 'Frank words'];
  expect(emails.map((email) => nameOf(whole, email))).toEqual(['Ada Quill', 'stranger@school.example', '', 'somebody']);
  expect(nameOf(make([member('cleo@school.example', '')]), 'cleo@school.example')).toBe('cleo@school.example');
});

describe('whoever is signed in', () => {
  it.each([
    ['', /does not say who is signed in/],
    ['stranger@school.example', /is not on the Staff tab/],
    ['gone@school.example', /is not marked as active/],
  ])('is refused as “%s”', (user, why) => {
    const reference = make([head, coach, coachee, member('gone@school.example', 'Gone', { active: false })]);
    expect(() => requireMember(reference, user)).toThrow(why);
    expect(() => requireMember(reference, user)).toThrow(UserError);
  });
});

describe('the guests of a follow-up', () => {
  const names = (reference = whole, whose = 'Year 4') =>
    guestsOf(reference, coach.email, [{ coachee: coachee.email, team: whose }]).invited.map(({ name }) => name);

  it('are coach, coachee and the assistant head of the team', () => {
    expect(names()).toEqual(['Ada Quill', 'Bram Tansy', 'Rowan Reed']);
    expect(assistantHeadOf(whole, 'Year 4')?.name).toBe('Rowan Reed');
  });

  it('are two when the assistant head is one of the pair, or nobody, and the form is told why', () => {
    expect(guestsOf(whole, head.email, [{ coachee: coachee.email, team: 'Year 4' }])).toMatchObject({
      invited: [head, coachee],
      notes: [],
    });
    expect(guestsOf(whole, coach.email, [{ coachee: coachee.email, team: '' }]).notes).toEqual([
      'Without a team on the Staff tab no assistant head is invited.',
    ]);
    expect(guestsOf(make([coach, coachee]), coach.email, [{ coachee: coachee.email, team: 'Year 4' }]).notes).toEqual([
      'No active assistant head is named for Year 4, so no assistant head is invited.',
    ]);
  });

  it('leave out an assistant head from elsewhere, and refuse a coachee from elsewhere', () => {
    const far = { ...head, email: 'rowan@trust.example' };
    const reference = make([far, coach, coachee], [{ ...team, assistantHead: far.email }]);
    expect(names(reference)).toEqual(['Ada Quill', 'Bram Tansy']);
    const outside = make([head, coach, { ...coachee, email: 'bram@mail.example' }]);
    expect(() => guestsOf(outside, coach.email, [{ coachee: 'bram@mail.example', team: 'Year 4' }])).toThrow(
      /not in a domain that may be invited/,
    );
  });
});
