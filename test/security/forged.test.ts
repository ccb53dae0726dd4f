import { api } from '../../src/api/index.ts';
import { givenPlainSchool, idOf, people, type School, session } from '../given.ts';

const { coach, director, other } = people;
const tabs = [
  'Sessions',
  'Steps',
  'Plans',
  'Evidence',
  'Quotations',
  'Log',
  'Staff',
  'Teams',
  'Term dates',
  'Settings',
];
const paths = Object.entries(api).flatMap(([noun, verbs]) => Object.keys(verbs).map((verb) => `${noun}.${verb}`));

/** Everything that anybody could have changed. */
const everything = ({ world, person }: School) => ({
  cells: tabs.map((tab) => person.seesAll(tab)),
  events: Object.values(people).map(({ email }) => world.calendars.all(email)),
  mails: world.calendars.mails,
  kept: world.stores.save(),
  hourly: world.triggers.save(),
});

function givenSaved(): School {
  const school = givenPlainSchool();
  school.save();
  school.deliver();
  // Opens what is kept for the coach, so that it is there, empty, before and after.
  school.home();
  return school;
}

// What the sidebar would show of it: whole sentences for people, without a word of ours or of JavaScript.
const inWords = {
  code: expect.stringMatching(/^(invalid|missing|forbidden|stale)$/),
  message: expect.stringMatching(
    /^(?!.*(undefined|\bnull\b|NaN|\[object|TypeError|RangeError|SyntaxError|is not a|Cannot |JSON|\bat \S+:\d+))[A-Z].{15,}\.$/s,
  ),
};

/** What a raw call of the one function answers. */
function call(school: School, path: unknown, json: unknown, user: string = coach.email): unknown {
  const { value, error, log } = school.world.run('rpc', [path, json], { user, kind: 'client' });
  expect([error, log]).toEqual([undefined, []]);
  return JSON.parse(String(value));
}

const refused = { ok: false, error: expect.objectContaining(inWords) };
const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('a call that no sidebar makes', () => {
  it('of a procedure that is not there is refused, whatever it is called', () => {
    const school = givenSaved();
    const before = everything(school);
    const unknown = [
      ...['', '.', '..', 'sessions', 'sessions.', '.save', 'sessions.save.', 'sessions.save.run', 'sessions..save'],
      ...['sessions.remove', 'sessions.Save', 'SESSIONS.save', ' sessions.save', 'sessions.save\n', 'sessions.sаve'],
      ...['__proto__', '__proto__.toString', 'constructor.name', 'constructor.constructor', 'sessions.constructor'],
      ...['sessions.__proto__', 'sessions.toString', 'sessions.hasOwnProperty', 'toString.call', 'prototype.x'],
      ...['sessions.save.mark', 'setUpSheet', 'Coaching.setUpSheet', 'rpc', 'x'.repeat(1_000_000), '.'.repeat(100_000)],
    ];
    for (const path of [
      ...unknown,
      null,
      0,
      1,
      true,
      [],
      {},
      ['sessions.save'],
      { toString: 'x' },
      [['sessions', 'save']],
    ]) {
      expect([String(JSON.stringify(path)).slice(0, 60), call(school, path, 'null')]).toEqual([
        expect.anything(),
        { ok: false, error: { code: 'missing', message: 'This sidebar is out of date. Close it and open it again.' } },
      ]);
    }
    expect(everything(school)).toEqual(before);
  });

  it('of rpc without anything, or with more than it takes, is refused too', () => {
    const school = givenSaved();
    for (const args of [[], [null], ['sessions.read'], ['sessions.read', '""', 'more', {}]]) {
      const { value } = school.world.run('rpc', args, { user: coach.email, kind: 'client' });
      expect(JSON.parse(String(value))).toEqual(refused);
    }
  });
});

// Those that take nothing, or nothing of this kind, are made the same by whatever they are given.
const takesNothing = [
  'page.more',
  'mirror.read',
  'plans.list',
  'evidence.list',
  'since.read',
  'home.read',
  'followUps.sendWaiting',
  'followUps.sendHourly',
  'reconcile.all',
  'master.read',
  'papers.open',
  'years.read',
];
// These are asked about something that is not there, or to go on from nowhere, which changes nothing.
const answersAnyway = ['coachees.open', 'sessions.list', 'drafts.drop', 'reconcile.check'];

describe.each(paths)('%s, given anything but what it takes,', (path) => {
  const nonsense: readonly unknown[] = [
    ...[null, 0, -1, 1e308, '', 'x', ' ', true, [], [[]], [null], {}, { draft: null }, { base: {} }],
    ...[{ id: 0 }, { id: { toString: 'x' } }, { toString: 'x' }, { valueOf: 1 }, { length: 1e9 }, [idOf(9)]],
    ...[
      { draft: session({ id: 'x' }), base: session(), edit: 'x' },
      { draft: [], base: [], edit: [] },
      'x'.repeat(1_000_000),
    ],
    ...[{ __proto__: { id: 'x' } }, Array.from({ length: 10_000 }, () => ({})), '=1+1', idOf(9), 'constructor'],
  ];
  const raw = [
    ...['', '{', 'undefined', 'NaN', "{'a':1}", '{"a":1}}', '[1,]', '\u0000', '"\ud800"', '/*x*/null', 'alert(1)'],
    ...[deep(5_000), `{"draft":${deep(5_000)},"base":${deep(5_000)}}`, `{"id":${deep(5_000)}}`],
    ...['{"__proto__":{"id":"x"}}', '{"constructor":{"prototype":{"id":"x"}}}', '{"id":"x","id":"y","id":null}'],
  ];

  it('refuses it in words or finds nothing to do, and writes nothing', () => {
    const school = givenSaved();
    if (takesNothing.includes(path)) {
      const plain = call(school, path, 'null');
      const before = everything(school);
      for (const input of nonsense) expect(call(school, path, JSON.stringify(input))).toEqual(plain);
      return expect(everything(school)).toEqual(before);
    }
    const before = everything(school);
    for (const json of [...nonsense.map((input) => JSON.stringify(input)), ...raw]) {
      const reply = call(school, path, json);
      const isFine = answersAnyway.includes(path) && JSON.stringify(reply).startsWith('{"ok":true,');
      if (!isFine) expect([json.slice(0, 60), reply]).toEqual([expect.anything(), refused]);
    }
    for (const json of [undefined, null, 7, {}, [], { toString: 'x' }])
      if (!answersAnyway.includes(path)) expect(call(school, path, json)).toEqual(refused);
    expect(everything(school)).toEqual(before);
  });
});

describe('a field of another kind than it should be', () => {
  const wrong: Record<string, readonly unknown[]> = {
    string: [0, true, {}, [], ['x'], { toString: 'x' }, 'x'.repeat(50_001)],
    object: ['x', '7', {}, [{}], [['book sample']], ['=1+1'], true, 1.5, -1, 1e9],
  };
  const fields = Object.entries(session()).filter(([key]) => key !== 'followUpMinutes');

  it.each(fields)('is refused by name when saved or corrected: %s', (key, value) => {
    const school = givenSaved();
    const before = everything(school);
    for (const other of wrong[typeof value] ?? []) {
      const draft = { ...session(), [key]: other };
      const refusal = { ok: false, error: { ...inWords, field: expect.stringMatching(`^(${key}|id)$`) } };
      const ids = key === 'id' ? refused : refusal;
      expect([
        key,
        call(school, 'sessions.save', JSON.stringify({ ...draft, ...(key === 'id' ? {} : { id: idOf(5) }) })),
      ]).toEqual([key, ids]);
      const edit = { base: session(), draft, edit: idOf(6) };
      expect([key, call(school, 'sessions.edit', JSON.stringify(edit))]).toEqual([key, ids]);
    }
    expect(everything(school)).toEqual(before);
  });

  it('of a half-typed session is left out, and the rest is kept', () => {
    const school = givenPlainSchool();
    const draft = {
      ...session(),
      ideas: { evil: 1 },
      evidence: [{ evil: 1 }, 'book sample'],
      minutes: 'x',
      strange: 'x',
    };
    expect(
      call(school, 'drafts.keep', JSON.stringify({ draft, part: { evil: 1 }, base: 'x', edit: 'x' })),
    ).toMatchObject({ ok: true });
    expect(school.home().drafts).toEqual([
      { draft: session({ evidence: ['book sample'] }), part: '', at: expect.any(String) },
    ]);
  });
});

describe('a forged input', () => {
  it('cannot say who is calling, whose calendar it is, who is invited or what has become of it', () => {
    const school = givenPlainSchool();
    const forged = {
      ...session(),
      coach: director.email,
      savedBy: director.email,
      savedAt: '2030-01-01T00:00:00Z',
      assistantHead: 'evil@evil.test',
      team: 'Office',
      status: 'Invited',
      eventId: 'mine',
      halfTerm: 'x',
    };
    const made = {
      Coach: coach.name,
      Team: 'Year 4',
      'Saved by': coach.email,
      'Saved at': '26/11/2026 16:30',
      'Assistant head': people.head.name,
      'Follow-up status': 'Waiting',
      'Half-term': '2026/27 Autumn 2',
      'Event id': 'stride0f8fad5bd9cb469fa16570867728950e',
    };
    expect(school.ask(coach.email, 'sessions.save', forged).reply.ok).toBe(true);
    expect(school.rows('Sessions')).toMatchObject([made]);
    const edit = {
      base: { ...session(), ...forged },
      draft: { ...forged, ideas: 'x' },
      edit: idOf(6),
      user: director.email,
    };
    expect(school.ask(coach.email, 'sessions.edit', edit).reply.ok).toBe(true);
    expect(school.rows('Sessions')).toMatchObject([{ ...made, Ideas: 'x' }]);
    school.deliver();
    expect(school.world.calendars.list(director.email)).toEqual([]);
  });

  it('with a key twice counts as the last says, and with keys of prototypes as if they were not there', () => {
    const school = givenPlainSchool();
    const whole = JSON.stringify(session());
    const twice = `${whole.slice(0, -1)},"strength":"The last","__proto__":{"ideas":"evil"},"constructor":1}`;
    expect(call(school, 'sessions.save', twice)).toMatchObject({ ok: true });
    expect(school.rows('Sessions')).toMatchObject([{ Strength: 'The last', Ideas: '' }]);
  });

  it('cannot take the id of somebody else’s session for a new one, nor correct that by it', () => {
    const school = givenSaved();
    const before = everything(school);
    expect(school.save({ strength: 'Evil' }, other.email)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(school.edit({ strength: 'Evil' }, { who: other.email })).toMatchObject({
      ok: false,
      error: { code: 'missing' },
    });
    expect(everything(school)).toEqual(before);
  });

  it("cannot reach somebody else's unfinished sessions", () => {
    const school = givenPlainSchool();
    school.ask(coach.email, 'drafts.keep', { draft: session(), part: 'ideas' });
    expect(school.ask(other.email, 'drafts.drop', session().id).reply.ok).toBe(true);
    expect(school.home(other.email).drafts).toEqual([]);
    expect(school.home().drafts).toMatchObject([{ draft: { strength: session().strength }, part: 'ideas' }]);
  });
});

it('a fault of ours is told by a reference, and no log has a word of what was typed', () => {
  const school = givenPlainSchool();
  const secret = 'frank words about work';
  school.world.onCall((call_, act) => {
    if (call_.method === 'appendRow') throw new TypeError(`cannot write "${secret}\n    at ${secret}"`);
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
