import type { Met, SavedSession } from '../../src/api/sessions.ts';
import { type Member, staff, teams } from '../../src/domain/staff.ts';
import { givenPlainSchool, givenSchool, idOf, people, type Reply, type School, session } from '../given.ts';
import { teamRows } from '../school.ts';

const { coach, coachee, director, head, other, gone } = people;
const executive: Member = {
  ...coach,
  email: 'esme@school.example',
  name: 'Esme Holt',
  team: '',
  roles: ['Executive head'],
};
const otherHead: Member = {
  ...coach,
  email: 'hugo@school.example',
  name: 'Hugo Lark',
  team: '',
  roles: ['Assistant head'],
};

// Every word that was typed in the conversation.
const { strength, target, outcome, theme } = session();
const words = [strength, target, outcome, theme];
const hasWords = (reply: unknown) => words.some((each) => JSON.stringify(reply).includes(each));

function givenSaved(school: School = givenPlainSchool()): School {
  school.put(staff, [...Object.values(people), executive, otherHead]);
  school.put(
    teams,
    teamRows.map((team) => (team.name === 'Office' ? { ...team, assistantHead: otherHead.email } : team)),
  );
  school.save();
  school.deliver();
  school.world.clock.advance(60_000);
  return school;
}

const code = (reply: Reply<unknown>) => (reply.ok ? 'done' : reply.error.code);

type Share = 'all' | 'activity' | 'missing' | 'forbidden';

// Who somebody is to the session; what reading it answers; whether it is in their list, and with its theme; what
// correcting it and sending its invitation answer.
const roles: [who: string, user: string, reads: Share, lists: Share, edits: string, delivers: string][] = [
  ['its coach', coach.email, 'all', 'all', 'done', 'done'],
  ['its coachee', coachee.email, 'all', 'all', 'forbidden', 'forbidden'],
  ['the assistant head of its team', head.email, 'activity', 'activity', 'forbidden', 'forbidden'],
  ['the director of coaching', director.email, 'all', 'all', 'done', 'forbidden'],
  ['another coach', other.email, 'missing', 'missing', 'missing', 'forbidden'],
  ['an executive head', executive.email, 'missing', 'missing', 'missing', 'forbidden'],
  ['the assistant head of another team', otherHead.email, 'missing', 'missing', 'missing', 'forbidden'],
  ['somebody who has left', gone.email, 'forbidden', 'forbidden', 'forbidden', 'forbidden'],
  ['a stranger', 'stranger@school.example', 'forbidden', 'forbidden', 'forbidden', 'forbidden'],
  ['nobody who is signed in', '', 'forbidden', 'forbidden', 'forbidden', 'forbidden'],
];

describe.each(roles)('%s (%s)', (_who, user, reads, lists, edits, delivers) => {
  let school: School;
  beforeAll(() => {
    school = givenSaved();
  });

  it(`reading the session is answered with: ${reads}`, () => {
    const reply: Reply<SavedSession> = school.read(user);
    expect(hasWords(reply)).toBe(reads === 'all');
    if (!reply.ok) return expect(reply.error.code).toBe(reads);
    expect(reply.value).toMatchObject({
      session: reads === 'all' ? session() : null,
      coach: coach.name,
      coachee: coachee.name,
      team: 'Year 4',
      followUpDate: '2026-12-10',
      status: 'Invited',
      mayChange: edits === 'done',
    });
  });

  it(`looking for the sessions with its coachee is answered with: ${lists}`, () => {
    const reply: Reply<Met[]> = school.list(user);
    expect(hasWords(reply)).toBe(lists === 'all');
    if (!reply.ok) return expect(reply.error.code).toBe(lists);
    const met = {
      id: session().id,
      theme: lists === 'all' ? theme : '',
      status: 'Invited',
      mayChange: edits === 'done',
    };
    expect(reply.value).toMatchObject(lists === 'missing' ? [] : [met]);
    expect(reply.value).toHaveLength(lists === 'missing' ? 0 : 1);
  });

  it(`correcting it is answered with: ${edits}`, () => {
    const before = JSON.stringify([school.rows('Sessions'), school.rows('Log')]);
    expect(code(school.edit({ ideas: 'More' }, { who: user }))).toBe(edits);
    expect(JSON.stringify([school.rows('Sessions'), school.rows('Log')]) === before).toBe(edits !== 'done');
  });

  it(`sending its invitation is answered with: ${delivers}`, () => {
    const reply = school.deliver(session().id, user);
    expect([code(reply), hasWords(reply)]).toEqual([delivers, false]);
    expect(school.world.calendars.list(coachee.email)).toHaveLength(1);
  });

  it('and Home has no word of any session', () => {
    expect(hasWords(school.home(user).coachees)).toBe(false);
    expect(school.home(user).coachees).toHaveLength(user === coach.email ? 1 : 0);
  });
});

it('whether a session is not there or not theirs is told nobody: the same sentence either way', () => {
  const school = givenSaved(givenSchool());
  const sentence = 'That session is not on the Sessions tab, or it is not yours to see.';
  for (const reply of [
    school.read(other.email),
    school.read(other.email, idOf(9)),
    school.edit({ ideas: 'x' }, { who: other.email }),
    school.edit({ ideas: 'x' }, { who: other.email, base: session({ id: idOf(9) }) }),
    school.read(coach.email, idOf(9)),
  ])
    expect(reply).toEqual({ ok: false, error: { code: 'missing', message: sentence } });
});

it('whoever does not work here learns nothing of the school but why they cannot', () => {
  const school = givenSaved(givenSchool());
  for (const user of ['stranger@school.example', gone.email, '']) {
    expect(school.home(user)).toMatchObject({
      refusal: expect.stringMatching(/^.{20,}\.$/),
      isDirector: false,
      reference: { staff: [], problems: [] },
      coachees: [],
      sessionsThisHalfTerm: 0,
      waiting: 0,
    });
  }
});

it('a director who has left is a director no more', () => {
  const school = givenSaved(givenSchool());
  school.put(staff, [{ ...director, active: false }, coach, coachee]);
  expect(school.home(director.email)).toMatchObject({ isDirector: false, reference: { staff: [], problems: [] } });
  expect(code(school.edit({ ideas: 'x' }, { who: director.email }))).toBe('forbidden');
  expect(code(school.read(director.email))).toBe('forbidden');
});
