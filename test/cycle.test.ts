import type { Opened } from '../src/api/coachees.ts';
import type { Since } from '../src/api/since.ts';
import { eventIdOf } from '../src/domain/follow-ups.ts';
import { givenPlainSchool, givenSchool, idOf, people, plan, type School, session } from './given.ts';

const { coach, coachee, director, other } = people;
const none = { followUpDate: '', followUpTime: '', followUpMinutes: null };
const first = { id: idOf(1), date: '2026-11-19', ...none };
const second = { id: idOf(2), date: '2026-11-26', ...none };

const decided = [
  { what: 'Try talk partners in maths', due: '2026-11-25', support: '', kind: 'do' },
  {
    what: 'Watch a colleague teach fractions',
    due: '2026-12-02',
    support: 'Cover for half an hour',
    kind: 'watch someone',
  },
];

function save(school: School, more: object, who: string = coach.email) {
  return school.ask<{ row: number; already: boolean }>(who, 'sessions.save', { ...session(second), ...more }).reply;
}

/** A school in which two steps were decided a week ago. */
function givenSteps(school: School = givenPlainSchool()): School {
  expect(save(school, { ...session(first), steps: decided })).toMatchObject({ ok: true });
  return school;
}

function open(school: School, who: string = coach.email): Opened {
  const { reply } = school.ask<Opened>(who, 'coachees.open', coachee.email);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

function since(school: School, who: string = coach.email): Since {
  const { reply } = school.ask<Since>(who, 'since.read');
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

const stepRows = (school: School) => school.rows('Steps').map((row) => [row.Step, row['By when'], row.Outcome]);
const answer = (number: number, outcome: string, more: object = {}) => ({
  step: `${idOf(1)}.${number}`,
  outcome,
  happened: '',
  carryOn: '',
  ...more,
});

describe('a Decision', () => {
  it('has up to five steps, each a row with its session', () => {
    const school = givenSteps(givenSchool());
    expect(school.rows('Steps')).toMatchObject([
      {
        Coach: 'Ada Quill',
        Coachee: 'Bram Tansy',
        Step: 'Try talk partners in maths',
        'By when': '25/11/2026',
        Kind: 'do',
        Outcome: '',
        'Session id': idOf(1),
        'Step id': `${idOf(1)}.1`,
      },
      { Step: 'Watch a colleague teach fractions', Support: 'Cover for half an hour', Kind: 'watch someone' },
    ]);
  });

  it('that is saved again has the same steps once', () => {
    const school = givenSteps();
    expect(save(school, { ...session(first), steps: decided })).toMatchObject({ ok: true, value: { already: true } });
    expect(stepRows(school)).toHaveLength(2);
  });

  it('whose steps went missing on the way has them when it is saved again', () => {
    const school = givenSteps();
    school.person.deleteRow('Steps', 2, 2);
    expect(save(school, { ...session(first), steps: decided })).toMatchObject({ ok: true });
    expect(stepRows(school)).toHaveLength(2);
  });

  it.each([
    [Array.from({ length: 6 }, () => decided[0]), 'at most 5 steps'],
    [[{ what: '', due: '2026-12-02', support: '', kind: 'do' }], 'Say what the step is'],
    [[{ ...decided[0], due: 'soon' }], 'By when must be a date'],
    ['steps', 'must be a list'],
  ])('with other than proper steps is refused, and nothing is written', (steps, words) => {
    const school = givenPlainSchool();
    expect(save(school, { steps })).toMatchObject({
      ok: false,
      error: { code: 'invalid', field: 'steps', message: expect.stringContaining(words) },
    });
    expect([school.rows('Sessions'), school.rows('Steps')]).toEqual([[], []]);
  });

  it('keeps a step that looks like a formula as it was typed', () => {
    const school = givenSchool();
    save(school, { steps: [{ what: '=1+1', due: '', support: '@now', kind: 'do' }] });
    expect(school.rows('Steps')).toMatchObject([{ Step: '=1+1', Support: '@now' }]);
  });
});

describe("How's it been going?", () => {
  it('begins with what was strong, decided and promised last time', () => {
    const school = givenSteps();
    expect(open(school)).toMatchObject({
      met: 1,
      since: '2026-11-19',
      last: { id: idOf(1), strength: session().strength, target: session().target, outcome: session().outcome },
      steps: [
        { id: `${idOf(1)}.1`, what: 'Try talk partners in maths', due: '2026-11-25' },
        { id: `${idOf(1)}.2`, what: 'Watch a colleague teach fractions', due: '2026-12-02' },
      ],
      dialogue: expect.stringMatching(/^There is no plan with Bram Tansy yet/),
    });
    expect(open(school, other.email)).toMatchObject({ met: 0, last: null, steps: [], dialogue: '' });
  });

  it('takes one call, and no more than eight that reach the server', () => {
    const school = givenSteps();
    const { run } = school.ask(coach.email, 'coachees.open', coachee.email);
    expect(run.calls.filter(({ server }) => server).length).toBeLessThanOrEqual(8);
  });

  it('says in the new row what has become of each step, and in the step itself; one is carried on', () => {
    const school = givenSteps(givenSchool());
    const answers = [
      answer(1, 'done', { happened: 'They asked for more of it.' }),
      answer(2, 'not yet', { carryOn: '2026-12-09' }),
    ];
    expect(save(school, { answers })).toMatchObject({ ok: true });
    expect(save(school, { answers })).toMatchObject({ ok: true, value: { already: true } });
    expect(school.rows('Sessions')[1]?.["How's it been going?"]).toBe(
      'Try talk partners in maths: done. They asked for more of it.\nWatch a colleague teach fractions: not yet.',
    );
    expect(stepRows(school)).toEqual([
      ['Try talk partners in maths', '25/11/2026', 'done'],
      ['Watch a colleague teach fractions', '02/12/2026', 'not yet'],
      ['Watch a colleague teach fractions', '09/12/2026', ''],
    ]);
    expect(school.rows('Log').map(({ Event, Detail }) => [Event, Detail])).toEqual([
      ['Answered', `${idOf(1)}.1 done`],
      ['Answered', `${idOf(1)}.2 not yet`],
    ]);
    expect(open(school).steps).toMatchObject([{ due: '2026-12-09' }]);
  });

  it('asks of a step once, also when the two versions of a session were looked at that had both decided on it', () => {
    const school = givenSteps();
    const base = session(first);
    const again = [decided[0], { what: 'Ask for a visit', due: '', support: '', kind: 'do' }];
    for (const edit of [idOf(7), idOf(7), idOf(8)])
      expect(
        school.ask(coach.email, 'sessions.edit', { base, draft: { ...base, ideas: edit }, edit, steps: again }).reply,
      ).toMatchObject({ ok: edit === idOf(7) });
    expect(stepRows(school).map(([what]) => what)).toEqual([
      'Try talk partners in maths',
      'Watch a colleague teach fractions',
      'Ask for a visit',
    ]);
  });

  it('is not said of a step that is not there or between others', () => {
    const school = givenSteps();
    for (const [who, step] of [
      [coach, `${idOf(1)}.7`],
      [other, `${idOf(1)}.1`],
    ] as const)
      expect(save(school, { answers: [{ ...answer(1, 'done'), step }] }, who.email)).toMatchObject({
        ok: false,
        error: { code: 'missing', field: 'howItWent' },
      });
    expect(school.rows('Sessions')).toHaveLength(1);
  });

  it('stands in the right step also when somebody sorts the steps in that moment', () => {
    const school = givenSteps();
    const away = school.world.onCall((call, act) => {
      if (call.method === 'flush') {
        away();
        school.person.sort('Steps', school.column('Steps', 'Step'), 'desc');
      }
      return act();
    });
    expect(save(school, { answers: [answer(1, 'done')] })).toMatchObject({ ok: true });
    expect(stepRows(school)).toEqual([
      ['Watch a colleague teach fractions', '02/12/2026', ''],
      ['Try talk partners in maths', '25/11/2026', 'done'],
    ]);
  });
});

describe('Martini coaching', () => {
  const note = {
    kind: 'Martini',
    strength: '',
    outcome: '',
    target: 'Starting maths calmly',
    decision: 'Greet at the door',
  };

  it('needs who and one line, and grows into a whole session with nothing typed twice', () => {
    const school = givenPlainSchool();
    expect(save(school, note)).toMatchObject({ ok: true });
    const base = session({ ...second, ...note, kind: 'Martini' });
    const change = {
      kind: 'Formal' as const,
      strength: 'They greet each other',
      outcome: 'Every pupil starts at once',
    };
    expect(school.edit(change, { base })).toMatchObject({ ok: true });
    expect(school.rows('Sessions')).toMatchObject([
      {
        Kind: 'Formal',
        Target: 'Starting maths calmly',
        Decision: 'Greet at the door',
        Strength: 'They greet each other',
      },
    ]);
  });

  it.each([
    ['coachee', { coachee: '' }],
    ['target', { target: '' }],
  ])('without %s is refused', (field, change) => {
    expect(save(givenPlainSchool(), { ...note, ...change })).toMatchObject({ ok: false, error: { field } });
  });

  it('grown only half is refused', () => {
    const school = givenPlainSchool();
    save(school, note);
    const base = session({ ...second, ...note, kind: 'Martini' });
    expect(school.edit({ kind: 'Formal' }, { base })).toMatchObject({ ok: false, error: { field: 'strength' } });
  });
});

describe('group coaching', () => {
  const others = [
    { id: idOf(3), coachee: other.email, steps: [{ what: 'Their own step', due: '', support: '', kind: 'do' }] },
  ];
  const group = { kind: 'Group', others, steps: [decided[0]], followUpDate: '2026-12-10', followUpTime: '15:45' };

  it('is a row for each coachee under one group, with steps of their own, and one event for all', () => {
    const school = givenSchool();
    expect(save(school, group)).toMatchObject({ ok: true });
    expect(save(school, group)).toMatchObject({ ok: true, value: { already: true } });
    expect(school.rows('Sessions')).toMatchObject([
      { Coachee: 'Bram Tansy', 'Group id': idOf(2), 'Follow-up date': '10/12/2026', 'Follow-up status': 'Waiting' },
      { Coachee: 'Cleo Wick', 'Group id': idOf(2), 'Follow-up date': '10/12/2026', 'Follow-up status': '' },
    ]);
    expect(school.rows('Steps').map((row) => [row.Coachee, row.Step])).toEqual([
      ['Bram Tansy', 'Try talk partners in maths'],
      ['Cleo Wick', 'Their own step'],
    ]);
    expect(school.deliver(idOf(2))).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
    const [event] = school.world.calendars.list(coach.email);
    expect(event?.attendees?.map(({ email }) => email)).toEqual(expect.arrayContaining([coachee.email, other.email]));
    expect(school.check(director.email).findings).toEqual([]);
  });

  const whens = (school: School) =>
    school.rows('Sessions').map((row) => [row['Follow-up date'], row['Follow-up time'], row['Follow-up status']]);

  it('has one follow-up, which is moved for all of them in the session of the first', () => {
    const school = givenPlainSchool();
    save(school, group);
    school.deliver(idOf(2));
    const base = session({ ...second, kind: 'Group', followUpDate: '2026-12-10', followUpTime: '15:45' });
    const changed = { followUpDate: '2026-12-11', followUpTime: '12:30' };
    expect(school.edit(changed, { base })).toMatchObject({ ok: true, value: { invitation: true } });
    expect(whens(school)).toEqual([
      ['11/12/2026', '12:30', 'Waiting'],
      ['11/12/2026', '12:30', ''],
    ]);
    school.deliver(idOf(2));
    expect(school.world.calendars.list(other.email)).toMatchObject([{ start: { dateTime: '2026-12-11T12:30:00Z' } }]);
  });

  it('is corrected in each session, but for its follow-up, which is one for all', () => {
    const school = givenPlainSchool();
    save(school, group);
    const base = session({
      ...second,
      id: idOf(3),
      coachee: other.email,
      kind: 'Group',
      followUpDate: '2026-12-10',
      followUpTime: '15:45',
      followUpMinutes: 30,
    });
    expect(school.edit({ strength: 'They ask each other first.' }, { base })).toMatchObject({
      ok: true,
      value: { invitation: false, changed: ['Strength'] },
    });
    expect(whens(school).map(([, , status]) => status)).toEqual(['Waiting', '']);
    expect(
      school.edit(
        { followUpDate: '2026-12-11' },
        { base: { ...base, strength: 'They ask each other first.' }, edit: idOf(8) },
      ),
    ).toMatchObject({
      ok: false,
      error: {
        code: 'invalid',
        field: 'followUpDate',
        message: 'The follow-up of a group is kept in the session with Bram Tansy. Correct it there.',
      },
    });
  });

  it('follows in every row when its event is moved in the calendar', () => {
    const school = givenPlainSchool();
    save(school, group);
    school.deliver(idOf(2));
    school.world.clock.advance(60_000);
    school.world.calendars.move(coach.email, eventIdOf(idOf(2)), '2026-12-14T16:00:00Z');
    since(school);
    expect(whens(school)).toMatchObject([
      ['14/12/2026', '16:00', 'Invited'],
      ['14/12/2026', '16:00', ''],
    ]);
  });

  it.each([
    [[], 'at least two coachees'],
    [[{ id: idOf(3), coachee: coachee.email, steps: [] }], 'stands twice'],
    [[{ id: idOf(2), coachee: other.email, steps: [] }], 'no proper id'],
    [[{ id: idOf(3), coachee: coach.email, steps: [] }], 'The coach and the coachee are the same'],
  ])('of other than several people is refused, and nothing is written', (wrong, words) => {
    const school = givenPlainSchool();
    expect(save(school, { ...group, others: wrong })).toMatchObject({
      ok: false,
      error: { code: 'invalid', message: expect.stringContaining(words) },
    });
    expect(school.rows('Sessions')).toEqual([]);
  });
});

describe('what people do with an invitation in their calendar', () => {
  function givenInvited(): School {
    const school = givenPlainSchool();
    school.save({ id: idOf(1) });
    school.deliver(idOf(1));
    school.world.clock.advance(60_000);
    return school;
  }
  const event = eventIdOf(idOf(1));
  const status = (school: School) => school.rows('Sessions')[0]?.['Follow-up status'];

  it('is read back: accepted, declined with a note that is kept nowhere, and what comes after', () => {
    const school = givenInvited();
    expect(since(school).answers).toEqual([]);
    school.world.calendars.respond(coachee.email, event, 'declined', 'trip');
    expect(since(school).answers).toMatchObject([
      { name: 'Bram Tansy', answer: 'Declined', note: 'trip', day: '2026-12-10' },
    ]);
    expect(status(school)).toBe('Declined');
    expect(JSON.stringify([school.rows('Sessions'), school.rows('Log')])).not.toContain('trip');
    school.world.calendars.respond(coachee.email, event, 'accepted');
    expect(since(school).answers).toMatchObject([{ answer: 'Accepted' }]);
    expect(status(school)).toBe('Accepted');
    expect(school.rows('Log').map(({ Event }) => Event)).toEqual(['Invited', 'Declined', 'Accepted']);
    expect(school.deliver(idOf(1))).toMatchObject({ ok: true });
    expect(status(school)).toBe('Accepted');
    expect(school.check(director.email)).toMatchObject({ repaired: [], findings: [] });
  });

  it('moved: the row follows, once, with who and when in the Log', () => {
    const school = givenInvited();
    school.world.calendars.move(coach.email, event, '2026-12-14T16:00:00Z');
    expect(since(school).told).toEqual([
      'The follow-up with Bram Tansy was moved to Mon 14 Dec, 16:00, and row 2 says so.',
    ]);
    expect(school.rows('Sessions')).toMatchObject([
      {
        'Follow-up date': '14/12/2026',
        'Follow-up time': '16:00',
        'Follow-up minutes': '30',
        Target: session().target,
      },
    ]);
    expect(since(school).told).toEqual([]);
    expect(school.rows('Log')).toMatchObject([{ Event: 'Invited' }, { Event: 'Followed', Who: coach.email }]);
    expect(school.check(coach.email)).toMatchObject({ repaired: [], findings: [] });
    school.world.calendars.move(coach.email, event, '2026-12-15T16:00:00Z');
    expect(since(school).told).toHaveLength(1);
    expect(school.rows('Sessions')).toMatchObject([{ 'Follow-up date': '15/12/2026' }]);
  });

  it('moved to all day is left for a person to say when', () => {
    const school = givenInvited();
    const there = school.world.calendars.find(coach.email, event);
    if (!there) throw new Error('not invited');
    const wholeDay = { start: { date: '2026-12-14' }, end: { date: '2026-12-15' } };
    school.world.calendars.put(coach.email, { ...there, ...wholeDay });
    expect(since(school).told).toEqual([]);
    expect(school.check(coach.email).findings).toMatchObject([
      { words: expect.stringContaining('stands in the calendar for Mon 14 Dec, and row 2 says Thu 10 Dec, 15:45') },
    ]);
  });

  it('and left as it is, while somebody types another day into its row, is left for a person to say when', () => {
    const school = givenInvited();
    school.person.type(
      'Sessions',
      `${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[school.column('Sessions', 'Follow-up date') - 1]}2`,
      '11/12/2026',
    );
    expect(school.check(coach.email).findings).toMatchObject([
      { words: expect.stringContaining('stands in the calendar for Thu 10 Dec, and row 2 says Fri 11 Dec') },
    ]);
  });
});

describe('a plan', () => {
  const draft = plan();
  const act = <T = unknown>(school: School, who: { email: string }, verb: string, input: unknown) =>
    school.ask<T>(who.email, `plans.${verb}`, input).reply;
  const row = (school: School) => school.rows('Plans')[0];

  function givenPlan(): School {
    const school = givenPlainSchool();
    expect(act(school, coach, 'save', { draft, base: null })).toMatchObject({ ok: true });
    return school;
  }

  it('is a draft until both have agreed, and again once its words change', () => {
    const school = givenPlan();
    expect(row(school)).toMatchObject({
      Agreement: 'draft, dialogue needed',
      Target: 'discussed',
      Coachee: 'Bram Tansy',
    });
    expect(act(school, coach, 'agree', draft.id)).toMatchObject({
      ok: true,
      value: { dialogue: 'Draft, dialogue needed: Bram Tansy still to agree.' },
    });
    expect(row(school)?.Agreement).toBe('draft, dialogue needed');
    school.world.clock.advance(1000);
    expect(act(school, coachee, 'agree', draft.id)).toMatchObject({ ok: true, value: { dialogue: '' } });
    expect(row(school)?.Agreement).toBe('agreed');
    school.world.clock.advance(1000);
    const changed = { ...draft, process: 'Six weeks of talk partners.' };
    expect(act(school, coach, 'save', { draft: changed, base: draft })).toMatchObject({ ok: true });
    expect(row(school)?.Agreement).toBe('draft, dialogue needed');
    expect(school.rows('Log').map(({ Event }) => Event)).toEqual(['Agreed', 'Agreed', 'Plan changed']);
  });

  it('stays agreed when only the day of its review changes', () => {
    const school = givenPlan();
    for (const who of [coach, coachee]) act(school, who, 'agree', draft.id);
    act(school, coach, 'save', { draft: { ...draft, reviewDate: '2027-02-04' }, base: draft });
    expect(row(school)?.Agreement).toBe('agreed');
  });

  it('whose words somebody changed in the sheet is a draft again', () => {
    const school = givenPlan();
    for (const who of [coach, coachee]) act(school, who, 'agree', draft.id);
    const letter = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[school.column('Plans', 'Process') - 1];
    school.person.type('Plans', `${letter}2`, 'Something else');
    expect(act(school, coach, 'read', draft.id)).toMatchObject({
      ok: true,
      value: { seen: { coachAgreed: false, coacheeAgreed: false } },
    });
  });

  it("is agreed by the coachee's Yes in their calendar, to the words it was asked with", () => {
    const school = givenPlan();
    act(school, coach, 'agree', draft.id);
    expect(act(school, coach, 'invite', draft.id)).toMatchObject({ ok: true });
    const [event] = school.world.calendars.list(coachee.email);
    expect(event).toMatchObject({
      summary: 'Coaching plan',
      description: expect.stringContaining('Talk before writing.'),
    });
    expect(event?.attendees?.map(({ email }) => email).sort()).toEqual([coach.email, coachee.email].sort());
    expect(since(school).agreed).toEqual([]);
    school.world.calendars.respond(coachee.email, event?.id ?? '', 'accepted');
    expect(since(school).agreed).toMatchObject([{ id: draft.id, dialogue: '' }]);
    expect(row(school)).toMatchObject({ Agreement: 'agreed', Invitation: 'Invited' });
    expect(since(school).agreed).toEqual([]);
    act(school, coach, 'save', { draft: { ...draft, endGoals: 'Other goals' }, base: draft });
    expect(since(school).agreed).toEqual([]);
    act(school, coach, 'invite', draft.id);
    expect(school.world.calendars.list(coachee.email)[0]?.attendees).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ email: coachee.email, responseStatus: 'needsAction' })]),
    );
  });

  it('goes without its words where the school wants that', () => {
    const school = givenPlan();
    school.set('Plan in its invitation', 'No');
    act(school, coach, 'invite', draft.id);
    expect(JSON.stringify(school.world.calendars.all(coachee.email))).not.toContain('Talk before writing');
  });

  it('has a target that is discussed, tackled, resolved and celebrated; weeks later its coachee is asked', () => {
    const school = givenPlan();
    for (const state of ['tackled', 'resolved'])
      expect(act(school, coach, 'setState', { id: draft.id, state })).toMatchObject({ ok: true, value: { state } });
    expect(row(school)).toMatchObject({ Target: 'resolved', 'Resolved on': '26/11/2026' });
    expect(since(school).plans).toMatchObject([{ tailOff: false }]);
    school.world.clock.advance(45 * 86_400_000);
    expect(since(school).plans).toMatchObject([{ tailOff: true }]);
    expect(act(school, coachee, 'sustain', { id: draft.id, answer: 'sometimes' })).toMatchObject({ ok: true });
    expect(row(school)?.['Still doing it?']).toBe('sometimes');
    expect(since(school).plans).toMatchObject([{ tailOff: false }]);
  });

  it.each(['read', 'agree', 'invite'])('is not there for others who want to %s it', (verb) => {
    expect(act(givenPlan(), other, verb, draft.id)).toMatchObject({ ok: false, error: { code: 'missing' } });
  });

  it('is agreed in its own row also when somebody sorts the plans in that moment', () => {
    const school = givenPlan();
    const another = { ...draft, id: idOf(8), coachee: other.email, purpose: 'A later word.' };
    expect(act(school, coach, 'save', { draft: another, base: null })).toMatchObject({ ok: true });
    const away = school.world.onCall((call, act) => {
      if (call.method === 'flush') {
        away();
        school.person.sort('Plans', school.column('Plans', 'Coachee'), 'desc');
      }
      return act();
    });
    for (const who of [coach, coachee]) expect(act(school, who, 'agree', draft.id)).toMatchObject({ ok: true });
    expect(school.rows('Plans').map((row) => [row.Coachee, row.Agreement])).toEqual([
      ['Cleo Wick', 'draft, dialogue needed'],
      ['Bram Tansy', 'agreed'],
    ]);
  });

  it('is not written over a newer change', () => {
    const school = givenPlan();
    act(school, coachee, 'save', { draft: { ...draft, process: 'Their way.' }, base: draft });
    expect(act(school, coach, 'save', { draft: { ...draft, process: 'My way.' }, base: draft })).toMatchObject({
      ok: false,
      error: { code: 'stale' },
    });
  });
});

it('an assistant head sees who meets and who has not been coached, and no word', () => {
  const school = givenSteps();
  school.save({ id: idOf(5) });
  const { teams } = since(school, people.head.email);
  expect(teams).toMatchObject([
    { team: 'Year 4', soon: [{ coach: 'Ada Quill', coachee: 'Bram Tansy', day: '2026-12-10' }] },
  ]);
  expect(JSON.stringify(teams)).not.toContain(session().strength);
});

it('a follow-up is no longer to come once the two have met on its day', () => {
  const school = givenPlainSchool();
  school.world.clock.set('2026-11-19T16:30:00Z');
  school.save({ id: idOf(5), date: '2026-11-19', followUpDate: '2026-11-26' });
  school.world.clock.set('2026-11-26T16:30:00Z');
  const toCome = () => [
    since(school, people.head.email).teams[0]?.soon.length,
    since(school, coachee.email).ownMeetings.length,
  ];
  expect(toCome()).toEqual([1, 1]);
  school.save({ id: idOf(6), date: '2026-11-26', ...none });
  expect(toCome()).toEqual([0, 0]);
});
