import { type Call, Killed } from '../local/door.ts';
import { eventIdOf } from '../src/domain/follow-ups.ts';
import { wordsOf } from '../src/domain/plans.ts';
import { forkOf, givenPlainSchool, idOf, people, type School, session } from './given.ts';

// What `npm run faults` found in steps, plans and what calendars answer, each as a school would meet it.

const { coach, coachee, other } = people;
const none = { followUpDate: '', followUpTime: '', followUpMinutes: null };
const step = (what: string) => ({ what, due: '2026-12-02', support: '', kind: 'do' });
const plan = {
  id: idOf(9),
  coachee: coachee.email,
  purpose: 'Build on calm starts.',
  target: 'Talk before writing.',
  needs: ["pupils' need"],
  focusBy: 'Coachee',
  startingPoint: '',
  process: 'Three weeks of talk partners.',
  often: '',
  minutes: 30,
  evidence: [],
  evidenceDate: '',
  endGoals: 'Everybody rehearses a sentence.',
  outcome: 'Longer first drafts.',
  reviewDate: '2027-01-28',
} as const;
const theirs = { ...plan, id: idOf(8), process: 'Something else.' };

const act = (school: School, path: string, input: unknown, who: { email: string } = coach) =>
  school.ask(who.email, path, input).reply;

function saved(school: School, more: object, who: { email: string } = coach) {
  return act(school, 'sessions.save', { ...session(none), ...more }, who);
}

/** A school with two plans: of another coach first, then the one that it is about. */
function givenPlans(): School {
  const school = givenPlainSchool();
  for (const [draft, who] of [
    [theirs, other],
    [plan, coach],
  ] as const)
    expect(act(school, 'plans.save', { draft, base: null }, who)).toMatchObject({ ok: true });
  return school;
}

const planRow = (school: School, id: string = plan.id) => school.rows('Plans').find((row) => row['Plan id'] === id);

/** At each call of what is asked, in a school of its own: somebody does something by hand, or the run ends. */
function atEachCall(
  begun: School,
  ask: (school: School) => unknown,
  interrupt: (school: School) => void,
  look: (school: School, at: number) => void,
): void {
  for (let at = 0, isOver = false; !isOver; at++) {
    const school = forkOf(begun);
    let count = 0;
    const away = school.world.onCall((call: Call, go) => {
      if ((call.server || call.buffered) && count++ === at) interrupt(school);
      return go();
    });
    ask(school);
    away();
    isOver = count <= at;
    if (!isOver) look(school, at);
  }
}

const killed = (): never => {
  throw new Killed('Exceeded maximum execution time');
};

describe('a plan that is changed while somebody sorts the tab', () => {
  it.each([
    ['agreed to', 'plans.agree', plan.id],
    ['resolved', 'plans.setState', { id: plan.id, state: 'resolved' }],
    ['changed', 'plans.save', { draft: { ...plan, process: 'Six weeks.' }, base: plan }],
  ])('is %s itself, and no other plan', (_, path, input) => {
    const begun = givenPlans();
    const before = planRow(begun, theirs.id);
    atEachCall(
      begun,
      (school) => act(school, path, input),
      ({ person }) => person.sort('Plans', 1, 'asc'),
      (school, at) => expect([at, planRow(school, theirs.id)]).toEqual([at, before]),
    );
  });
});

it('what has become of a step stands in that step, whatever row somebody takes out in that moment', () => {
  const begun = givenPlainSchool();
  saved(begun, { id: idOf(3), coachee: coachee.email, date: '2026-11-18', steps: [step('a step of another day')] });
  saved(begun, { id: idOf(1), date: '2026-11-19', steps: [step('first'), step('second')] });
  const answers = [{ step: `${idOf(1)}.1`, outcome: 'done', happened: '', carryOn: '' }];
  atEachCall(
    begun,
    (school) => {
      const reply = saved(school, { answers });
      if (!reply.ok) expect(saved(school, { answers })).toMatchObject({ ok: true });
    },
    ({ person }) => person.deleteRow('Steps', 2),
    (school, at) =>
      expect([at, school.rows('Steps').map((row) => [row.Step, row.Outcome])]).toEqual([
        at,
        [
          ['first', 'done'],
          ['second', ''],
        ],
      ]),
  );
});

it('how it has been going names each step also when somebody moves a column in that moment', () => {
  const begun = givenPlainSchool();
  saved(begun, { id: idOf(1), date: '2026-11-19', steps: [step('first')] });
  const answers = [{ step: `${idOf(1)}.1`, outcome: 'done', happened: '', carryOn: '' }];
  atEachCall(
    begun,
    (school) => {
      for (let tries = 0; tries < 3 && !saved(school, { answers }).ok; tries++);
    },
    (school) => school.person.moveColumn('Steps', school.column('Steps', 'Outcome'), school.column('Steps', 'Step')),
    (school, at) => expect([at, school.rows('Sessions')[1]?.["How's it been going?"]]).toEqual([at, 'first: done.']),
  );
});

describe('a run that ends in the middle', () => {
  it('of resolving a target leaves nothing that resolving it again does not put right', () => {
    const resolve = (school: School) => act(school, 'plans.setState', { id: plan.id, state: 'resolved' });
    atEachCall(givenPlans(), resolve, killed, (school) => {
      expect(resolve(school)).toMatchObject({ ok: true });
      expect(planRow(school)).toMatchObject({ Target: 'resolved', 'Resolved on': '26/11/2026' });
    });
  });

  it('of changing a plan leaves nothing that changing it again does not put right: its coachee is asked anew', () => {
    const begun = givenPlans();
    for (const who of [coach, coachee]) act(begun, 'plans.agree', plan.id, who);
    act(begun, 'plans.invite', plan.id);
    const change = (school: School) =>
      act(school, 'plans.save', { draft: { ...plan, process: 'Six weeks.' }, base: plan });
    atEachCall(begun, change, killed, (school) => {
      expect(change(school)).toMatchObject({ ok: true });
      expect(planRow(school)).toMatchObject({ Agreement: 'draft, dialogue needed', Invitation: 'Waiting' });
    });
  });

  it('of following a follow-up that was moved leaves nothing that the next does not put right', () => {
    const begun = givenPlainSchool();
    begun.save({ id: idOf(1) });
    begun.deliver(idOf(1));
    begun.world.clock.advance(60_000);
    begun.world.calendars.move(coach.email, eventIdOf(idOf(1)), '2026-12-14T16:00:00Z', '2026-12-14T17:00:00Z');
    const look = (school: School) => act(school, 'since.read', null);
    atEachCall(begun, look, killed, (school) => {
      expect(look(school)).toMatchObject({ ok: true });
      expect(school.rows('Sessions')).toMatchObject([
        { 'Follow-up date': '14/12/2026', 'Follow-up time': '16:00', 'Follow-up minutes': '60' },
      ]);
      expect(school.rows('Log').filter(({ Event }) => Event === 'Followed')).toHaveLength(1);
    });
  });
});

describe('an agreement', () => {
  const process = 'Their own way.';
  const change = (school: School) => act(school, 'plans.save', { draft: { ...plan, process }, base: plan }, coachee);

  it('is to the words that were read, and to no others', () => {
    const school = givenPlans();
    change(school);
    const read = (of: typeof plan | object) => ({ id: plan.id, words: wordsOf({ ...plan, ...of }) });
    expect(act(school, 'plans.agree', read(plan))).toMatchObject({ ok: false, error: { code: 'stale' } });
    expect(planRow(school)).toMatchObject({ 'Coach agreed': '' });
    expect(act(school, 'plans.agree', read({ process }))).toMatchObject({ ok: true });
  });

  const isSaved = (school: School): boolean => school.rows('Log').some(({ Event }) => Event === 'Plan changed');

  it.each([
    ['words', { process }],
    ['day of its review', { reviewDate: '2027-02-04' }],
  ])('is asked for anew when the %s changed while the invitation was on its way', (_, more) => {
    atEachCall(
      givenPlans(),
      (school) => act(school, 'plans.invite', plan.id),
      (school) => act(school, 'plans.save', { draft: { ...plan, ...more }, base: plan }, coachee),
      (school) => {
        // While the answer is recorded nobody else can save.
        const now = isSaved(school) ? { ...plan, ...more } : plan;
        const asked = school.world.calendars.list(coach.email)[0]?.extendedProperties?.private;
        const isAsked = asked?.strideWords === wordsOf(now) && asked.strideDate === now.reviewDate;
        expect(planRow(school)?.Invitation).toBe(isAsked ? 'Invited' : 'Waiting');
      },
    );
  });

  it("by Yes in the coachee's calendar is seen by the hourly run, too", () => {
    const school = givenPlans();
    act(school, 'plans.agree', plan.id);
    act(school, 'plans.invite', plan.id);
    const [event] = school.world.calendars.list(coachee.email);
    school.world.calendars.respond(coachee.email, event?.id ?? '', 'accepted');
    school.world.run('sendWaitingHourly', [], { user: coach.email, kind: 'time-trigger' });
    expect(planRow(school)).toMatchObject({ Agreement: 'agreed' });
  });
});

describe('a group', () => {
  const group = { kind: 'Group', others: [{ id: idOf(3), coachee: other.email, steps: [] }] };
  const words = { kind: 'Group' as const, id: idOf(3), coachee: other.email };

  function givenGroup(): School {
    const school = givenPlainSchool();
    expect(act(school, 'sessions.save', { ...session({ id: idOf(2) }), ...group })).toMatchObject({ ok: true });
    return school;
  }

  it('has one event also when the words of one of its rows are corrected', () => {
    const school = givenGroup();
    school.deliver(idOf(2));
    const base = session(words);
    expect(school.edit({ strength: 'Something else' }, { base })).toMatchObject({
      ok: true,
      value: { invitation: false },
    });
    school.world.run('sendWaitingHourly', [], { user: coach.email, kind: 'time-trigger' });
    expect(school.world.calendars.list(coach.email)).toHaveLength(1);
  });

  it('whose follow-up is corrected in another row than its first is told where to do it', () => {
    const school = givenGroup();
    expect(school.edit({ followUpDate: '2026-12-11' }, { base: session(words) })).toMatchObject({
      ok: false,
      error: { code: 'invalid', field: 'followUpDate' },
    });
  });

  it('invites its own coachees and nobody else, whatever somebody sorts in that moment', () => {
    const begun = givenGroup();
    saved(begun, { id: idOf(5), date: '2026-11-20' });
    atEachCall(
      begun,
      (school) => {
        for (let tries = 0; tries < 3 && !school.deliver(idOf(2)).ok; tries++);
      },
      (school) => school.person.sort('Sessions', 1, 'asc'),
      (school, at) => {
        const [event] = school.world.calendars.list(coach.email);
        const guests = event?.attendees?.map(({ email }) => email).sort();
        expect([at, guests]).toEqual([at, [coach.email, coachee.email, other.email, people.head.email].sort()]);
      },
    );
  });
});

it('a follow-up that is moved, looked at once, and moved again is followed both times', () => {
  const school = givenPlainSchool();
  school.save({ id: idOf(1) });
  school.deliver(idOf(1));
  for (const day of ['14', '15']) {
    school.world.calendars.move(coach.email, eventIdOf(idOf(1)), `2026-12-${day}T16:00:00Z`);
    expect(act(school, 'since.read', null)).toMatchObject({ ok: true });
    expect(school.rows('Sessions')[0]).toMatchObject({ 'Follow-up date': `${day}/12/2026` });
  }
});

it('a follow-up that was moved is followed although somebody has pasted its row a second time', () => {
  const school = givenPlainSchool();
  school.save({ id: idOf(1) });
  school.deliver(idOf(1));
  const [headers = [], row = []] = school.person.seesAll('Sessions');
  school.person.paste('Sessions', 'A3', [headers.map((_, column) => row[column] ?? '')]);
  school.world.calendars.move(coach.email, eventIdOf(idOf(1)), '2026-12-14T16:00:00Z');
  for (let times = 0; times < 2; times++) expect(act(school, 'since.read', null)).toMatchObject({ ok: true });
  expect(school.rows('Sessions')[0]).toMatchObject({ 'Follow-up date': '14/12/2026' });
});

describe('a session that is saved again since its answer was lost', () => {
  it('with other steps than before is not taken for the same', () => {
    const school = givenPlainSchool();
    saved(school, { steps: [step('first')] });
    expect(saved(school, { steps: [step('second thoughts')] })).toMatchObject({ ok: false, error: { code: 'stale' } });
  });

  it('does not take back what was said of a step since', () => {
    const school = givenPlainSchool();
    saved(school, { id: idOf(1), date: '2026-11-19', steps: [step('first')] });
    const said = (outcome: string) => [{ step: `${idOf(1)}.1`, outcome, happened: '', carryOn: '' }];
    saved(school, { answers: said('partly') });
    school.world.clock.advance(60_000);
    saved(school, { id: idOf(6), answers: said('done') });
    saved(school, { answers: said('partly') });
    expect(school.rows('Steps')).toMatchObject([{ Outcome: 'done' }]);
  });

  it('and corrected instead, as somebody has changed it, has what it said of steps all the same', () => {
    const school = givenPlainSchool();
    saved(school, { id: idOf(1), date: '2026-11-19', steps: [step('first')] });
    // The try that was lost had come as far as the row.
    saved(school, {});
    const base = session(none);
    const answers = [{ step: `${idOf(1)}.1`, outcome: 'done', happened: '', carryOn: '2026-12-09' }];
    const asked = {
      base,
      draft: { ...base, strength: 'Mine' },
      edit: idOf(7),
      saved: { steps: [step('next')], answers },
    };
    for (let times = 0; times < 2; times++) expect(act(school, 'sessions.edit', asked)).toMatchObject({ ok: true });
    expect(school.rows('Steps').map((row) => [row['Step id'], row.Outcome])).toEqual([
      [`${idOf(1)}.1`, 'done'],
      [`${base.id}.1`, ''],
      [`${base.id}.on.${idOf(1)}.1`, ''],
    ]);
  });
});
