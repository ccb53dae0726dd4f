import { mayCorrect, mayGather, mayRead, mayReadEvidence, type Share } from '../../src/domain/access.ts';
import { addDays } from '../../src/domain/days.ts';
import { makeReference, type Reference } from '../../src/domain/reference.ts';
import { settingRows } from '../../src/domain/settings.ts';
import type { Member } from '../../src/domain/staff.ts';
import { people, periods, teamRows } from '../school.ts';

const extra = {
  executive: { ...people.coach, email: 'esme@school.example', name: 'Esme Holt', roles: ['Executive head'], team: '' },
  otherHead: { ...people.coach, email: 'hugo@school.example', name: 'Hugo Lark', roles: ['Assistant head'], team: '' },
} satisfies Record<string, Member>;

function school(
  days = '14',
  staff: readonly Member[] = [...Object.values(people), ...Object.values(extra)],
): Reference {
  const rows = settingRows.map((row) =>
    row.name === 'A session may be corrected for (days)' ? { ...row, value: days } : row,
  );
  const teams = teamRows.map((team) =>
    team.name === 'Office' ? { ...team, assistantHead: extra.otherHead.email } : team,
  );
  return makeReference(staff, teams, periods, rows);
}

const session = {
  coach: people.coach.email,
  coachee: people.coachee.email,
  team: 'Year 4',
  savedAt: '2026-11-26T16:30:00+00:00',
};
const today = '2026-11-27';

// Who somebody is to the session, what they may see of it, and whether they may correct it.
const roles: [who: string, user: string, share: Share, corrects: boolean][] = [
  ['its coach', people.coach.email, 'all', true],
  ['its coachee', people.coachee.email, 'all', false],
  ['the assistant head of its team', people.head.email, 'activity', false],
  ['the director of coaching', people.director.email, 'all', true],
  ['another coach', people.other.email, 'nothing', false],
  ['an executive head', extra.executive.email, 'nothing', false],
  ['the assistant head of another team', extra.otherHead.email, 'nothing', false],
  ['somebody who has left', people.gone.email, 'nothing', false],
  ['a stranger', 'stranger@school.example', 'nothing', false],
  ['somebody whose address only looks alike', 'аda@school.example', 'nothing', false],
  ['nobody who is signed in', '', 'nothing', false],
];

describe('a saved session', () => {
  it.each(roles)('shows %s (%s): %s', (_who, user, share) => {
    expect(mayRead(school(), user, session)).toBe(share);
  });

  it.each(roles)('may be corrected by %s (%s; %s): %s', (_who, user, _share, corrects) => {
    const { allowed, why } = mayCorrect(school(), user, session, today);
    expect([allowed, why]).toEqual([corrects, expect.stringMatching(/^[A-Z].*\.$/)]);
  });

  it('is no longer shown to its coach, its coachee or a director who has left', () => {
    for (const person of [people.coach, people.coachee, people.director, people.head]) {
      const left = school('14', [
        ...Object.values(people).filter((each) => each !== person),
        { ...person, active: false },
      ]);
      expect([person.name, mayRead(left, person.email, session)]).toEqual([person.name, 'nothing']);
      expect(mayCorrect(left, person.email, session, today)).toEqual({
        allowed: false,
        why: 'Only its coach and the director of coaching can correct a session.',
      });
    }
  });

  it('without a coach or a team is nobody’s but the director’s', () => {
    const typed = { ...session, coach: '', coachee: '', team: '' };
    const shares = roles.map(([, user]) => mayRead(school(), user, typed));
    expect(shares.filter((share) => share !== 'nothing')).toEqual(['all']);
  });

  it('stays with the team it was of: whoever leads the coachee’s new team sees nothing of it', () => {
    const staff = [people.coach, { ...people.coachee, team: 'Office' }, people.head, extra.otherHead];
    expect(mayRead(school('14', staff), extra.otherHead.email, session)).toBe('nothing');
    expect(mayRead(school('14', staff), people.head.email, session)).toBe('activity');
  });
});

describe('its coach may correct it', () => {
  const says = (days: string, after: number) =>
    mayCorrect(school(days), people.coach.email, session, addDays('2026-11-26', after));

  it('until the last day that Settings gives, that day included', () => {
    expect(says('14', 0)).toEqual({ allowed: true, why: 'You can correct it until Thu 10 Dec.' });
    expect(says('14', 14)).toEqual({ allowed: true, why: 'You can correct it until Thu 10 Dec.' });
    expect(says('14', 15)).toEqual({
      allowed: false,
      why: "It could be corrected until Thu 10 Dec, by your school's settings. Ask the director of coaching.",
    });
    expect([says('1', 1).allowed, says('1', 2).allowed]).toEqual([true, false]);
  });

  it('never, where Settings gives no days', () => {
    expect(says('0', 0)).toEqual({
      allowed: false,
      why: "It cannot be corrected once it is saved, by your school's settings. Ask the director of coaching.",
    });
  });

  it('for as long as Settings said first, where it now says nonsense', () => {
    expect([says('a fortnight', 14).allowed, says('a fortnight', 15).allowed]).toEqual([true, false]);
  });

  it('no more when its row has lost when it was saved', () => {
    for (const savedAt of ['', 'last week']) {
      expect(mayCorrect(school(), people.coach.email, { ...session, savedAt }, today)).toEqual({
        allowed: false,
        why: 'Its row no longer says when it was saved. Ask the director of coaching.',
      });
    }
  });
});

it('the director may correct a session at any time, also where Settings gives no days', () => {
  for (const savedAt of ['2020-01-01T09:00:00+00:00', ''])
    expect(mayCorrect(school('0'), people.director.email, { ...session, savedAt }, today)).toEqual({
      allowed: true,
      why: 'As director of coaching you can correct it at any time.',
    });
});

describe('evidence', () => {
  const ofPlan = { plan: 'a plan', coach: people.coach.email, coachee: people.coachee.email, team: 'Year 4' };
  const ofTeam = { plan: '', coach: '', coachee: '', team: 'Year 4' };
  const by = 'somebody@school.example';
  const quiet = { ...people.coachee, email: 'olga@school.example', name: 'Olga Pym', team: 'Office', mayCoach: false };
  const reference = school('14', [...Object.values(people), ...Object.values(extra), quiet]);

  // Who somebody is, whether they gather for the plan and read what is gathered, and the same for the team.
  const rights: [who: string, user: string, plan: [boolean, boolean], team: [boolean, boolean]][] = [
    ['the coach of the plan', people.coach.email, [true, true], [true, true]],
    ['its coachee, who does not coach', people.coachee.email, [true, true], [true, true]],
    ['the director of coaching', people.director.email, [true, true], [true, true]],
    ['the assistant head of the team', people.head.email, [false, false], [true, true]],
    ['a coach of another team', people.other.email, [false, false], [true, false]],
    ['the assistant head of another team', extra.otherHead.email, [false, false], [true, false]],
    ['somebody of another team who does not coach', quiet.email, [false, false], [false, false]],
    ['somebody who has left', people.gone.email, [false, false], [false, false]],
    ['a stranger', 'stranger@school.example', [false, false], [false, false]],
    ['nobody who is signed in', '', [false, false], [false, false]],
  ];

  it.each(rights)('is gathered and read by %s (%s): of a plan %j, of a team %j', (_who, user, plan, team) => {
    const may = (about: typeof ofPlan) => [
      mayGather(reference, user, about),
      mayReadEvidence(reference, user, { ...about, by }),
    ];
    expect([may(ofPlan), may(ofTeam)]).toEqual([plan, team]);
  });

  it('is read by whoever gathered it', () => {
    expect(mayReadEvidence(reference, people.other.email, { ...ofTeam, by: people.other.email })).toBe(true);
  });

  it('without a team, or of somebody whose name was deleted, is for nobody’s team', () => {
    const half = { ...ofPlan, coach: '', coachee: '' };
    expect(mayReadEvidence(reference, people.head.email, { ...half, by })).toBe(false);
    expect(mayReadEvidence(reference, people.coachee.email, { ...ofTeam, team: '', by })).toBe(false);
    expect(mayGather(reference, people.other.email, half)).toBe(false);
  });
});
