import type { Opened } from '../src/api/coachees.ts';
import type { PlanSeen, WholePlan } from '../src/api/plans.ts';
import type { Since } from '../src/api/since.ts';
import type { Column } from '../src/domain/columns.ts';
import { log } from '../src/domain/log.ts';
import { plans } from '../src/domain/plans.ts';
import { sessions } from '../src/domain/sessions.ts';
import { staff } from '../src/domain/staff.ts';
import { steps } from '../src/domain/steps.ts';
import { givenPlainSchool, givenSchool, idOf, people, type Reply, type School, session } from './given.ts';

const { coach, coachee, director, head, other } = people;
const day = 24 * 3_600_000;
const none = { followUpDate: '', followUpTime: '', followUpMinutes: null };

const plan = {
  id: idOf(9),
  coachee: coachee.email,
  purpose: 'Build on calm starts.',
  target: 'Talk before writing.',
  needs: ["pupils' need"],
  focusBy: 'Coachee',
  startingPoint: 'Two paragraphs.',
  process: 'Three weeks of talk partners.',
  often: 'every three weeks',
  minutes: 30,
  evidence: ['book sample', 'drop in'],
  evidenceDate: '2027-01-20',
  endGoals: 'Everybody rehearses a sentence.',
  outcome: 'Longer first drafts.',
  reviewDate: '2027-01-28',
};

const save = (school: School, more: object, who: { email: string } = coach) =>
  school.ask(who.email, 'sessions.save', { ...session(none), ...more }).reply;

const of = <T = PlanSeen>(school: School, who: { email: string }, verb: string, input: unknown): Reply<T> =>
  school.ask<T>(who.email, `plans.${verb}`, input).reply;

const savePlan = (school: School, change: object = {}, who: { email: string } = coach) =>
  of(school, who, 'save', { draft: { ...plan, ...change }, base: null });

function open(school: School, who: { email: string } = coach, whom: { email: string } = coachee): Opened {
  const { reply } = school.ask<Opened>(who.email, 'coachees.open', whom.email);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

function since(school: School, who: { email: string } = coach): Since {
  const { reply } = school.ask<Since>(who.email, 'since.read');
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

const refusedAt = (field: string) => ({ ok: false, error: { code: 'invalid', field } });

describe('a target', () => {
  it('is the coachee’s own: they may change its words and say what has become of it', () => {
    const school = givenPlainSchool();
    savePlan(school);
    const draft = { ...plan, target: 'Talk before writing, and before maths.' };
    expect(of(school, coachee, 'save', { draft, base: plan })).toMatchObject({ ok: true });
    expect(of(school, coachee, 'setState', { id: plan.id, state: 'tackled' })).toMatchObject({ ok: true });
    expect(school.rows('Plans')).toMatchObject([{ 'Target and why': draft.target, Target: 'tackled' }]);
    expect(since(school, coachee).plans).toMatchObject([{ target: draft.target, state: 'tackled' }]);
  });

  it('is in line with pupils’ needs, the wider community and oneself, as many as apply, and with none it is not kept', () => {
    const needs = ["pupils' need", 'wider community', 'personal target'];
    const school = givenPlainSchool();
    expect(savePlan(school, { needs: [] })).toMatchObject(refusedAt('needs'));
    expect(savePlan(school, { needs })).toMatchObject({ ok: true });
    expect(school.rows('Plans')).toMatchObject([{ 'In line with': needs.join(', ') }]);
  });

  it.each(['Coachee', 'Jointly', 'Asked of me'])(
    'says who chose the focus, in a plan and in a session: %s',
    (focusBy) => {
      const school = givenPlainSchool();
      savePlan(school, { focusBy });
      expect(save(school, { focusBy })).toMatchObject({ ok: true });
      expect([school.rows('Plans')[0], school.rows('Sessions')[0]].map((row) => row?.['Focus chosen by'])).toEqual([
        focusBy,
        focusBy,
      ]);
    },
  );

  it('that was resolved is asked about from six to twelve weeks later, as improvement usually tails off', () => {
    const asked = (days: number): boolean | undefined => {
      const school = givenPlainSchool();
      savePlan(school);
      of(school, coach, 'setState', { id: plan.id, state: 'resolved' });
      school.world.clock.advance(days * day);
      return since(school).plans[0]?.tailOff;
    };
    expect([41, 42, 84, 85].map(asked)).toEqual([false, true, true, false]);
  });

  it.each(['yes', 'sometimes', 'no'])(
    'that lasts: “%s” is kept as it was answered, and it is not asked again',
    (answer) => {
      const school = givenPlainSchool();
      savePlan(school);
      of(school, coach, 'setState', { id: plan.id, state: 'celebrated' });
      school.world.clock.advance(50 * day);
      expect(of(school, coach, 'sustain', { id: plan.id, answer })).toMatchObject({
        ok: true,
        value: { tailOff: false },
      });
      expect(school.rows('Plans')).toMatchObject([{ 'Still doing it?': answer, Target: 'celebrated' }]);
    },
  );
});

describe('who coaches', () => {
  it('may be any member of staff: the office coaches a teacher, and a teacher an assistant head', () => {
    const school = givenPlainSchool();
    expect(save(school, { id: idOf(1) }, other)).toMatchObject({ ok: true });
    expect(save(school, { id: idOf(2), coachee: head.email })).toMatchObject({ ok: true });
    expect(school.rows('Sessions')).toMatchObject([
      { Coach: 'Cleo Wick', Coachee: 'Bram Tansy' },
      { Coach: 'Ada Quill', Coachee: 'Rowan Reed' },
    ]);
  });

  it('needs no role and nobody’s leave but a tick on the Staff tab', () => {
    const school = givenPlainSchool();
    const theirs = { id: idOf(1), coachee: coach.email };
    expect(save(school, theirs, coachee)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    school.put(
      staff,
      Object.values(people).map((each) => ({ ...each, mayCoach: true })),
    );
    expect(save(school, theirs, coachee)).toMatchObject({ ok: true });
  });

  it('and leads the coachee’s team is told to keep coaching and appraisal apart, and may', () => {
    const school = givenPlainSchool();
    expect(open(school, head).lineManager).toBe(
      'You lead the team of Bram Tansy. That is allowed; keep coaching and appraisal apart.',
    );
    expect(save(school, {}, head)).toMatchObject({ ok: true });
    expect([open(school).lineManager, open(school, head, other).lineManager]).toEqual(['', '']);
  });
});

describe('an honest partnership', () => {
  it('has whoever was coached see every word that was kept of it, and tells them who can correct it', () => {
    const school = givenPlainSchool();
    save(school, {});
    expect(school.read(coachee.email)).toMatchObject({
      ok: true,
      value: {
        session: { strength: session().strength, target: session().target, outcome: session().outcome },
        mayChange: false,
        why: 'Only its coach and the director of coaching can correct a session.',
      },
    });
  });

  it.each([
    ['strength', 'of what is strong'],
    ['target', 'of what could be better'],
  ])('speaks of both: a conversation without its %s, %s, is not kept', (field) => {
    const school = givenPlainSchool();
    expect(save(school, { [field]: ' ' })).toMatchObject(refusedAt(field));
    expect(school.rows('Sessions')).toEqual([]);
  });

  it('is nobody else’s: of a session or a plan others see not a word', () => {
    const school = givenPlainSchool();
    save(school, {});
    savePlan(school);
    expect(school.read(other.email)).toMatchObject({ ok: false, error: { code: 'missing' } });
    expect(of(school, other, 'read', plan.id)).toMatchObject({ ok: false, error: { code: 'missing' } });
    expect(school.read(head.email)).toMatchObject({ ok: true, value: { session: null } });
  });
});

it('what was talked about in each part of STRIDE, how it will be known to have worked and what will show it, is kept as it was said', () => {
  const words = {
    strength: 'They listen.',
    target: 'Talk first.',
    reality: 'Few speak.',
    ideas: 'Pairs.',
    decision: 'Pairs each day.',
    evaluation: 'Everybody has said a sentence.',
    outcome: 'Longer first drafts.',
    startingPoint: 'Two lines.',
    evidence: ['data analysis', 'book sample', 'drop in', 'learning walk', 'quality of provision review'],
  };
  const school = givenPlainSchool();
  expect(save(school, words)).toMatchObject({ ok: true });
  expect(school.rows('Sessions')).toMatchObject([
    {
      Strength: words.strength,
      Target: words.target,
      Reality: words.reality,
      Ideas: words.ideas,
      Decision: words.decision,
      Evaluation: words.evaluation,
      'Pupil outcome': words.outcome,
      'Starting point': words.startingPoint,
      'Evidence planned': words.evidence.join(', '),
    },
  ]);
});

it('the time that two people give is kept: how long they talked, when and for how long they meet again, and how often', () => {
  const school = givenPlainSchool();
  const meets = { followUpDate: '2026-12-10', followUpTime: '15:45', followUpMinutes: 45 };
  expect(save(school, { minutes: 25, ...meets })).toMatchObject({ ok: true });
  savePlan(school);
  expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
  expect(school.rows('Sessions')).toMatchObject([
    { Minutes: '25', 'Follow-up date': '10/12/2026', 'Follow-up time': '15:45', 'Follow-up minutes': '45' },
  ]);
  expect(school.rows('Plans')).toMatchObject([{ 'How often': 'every three weeks', 'Minutes each time': '30' }]);
});

describe('pupils', () => {
  it('are in every session and every plan: without a pupil outcome neither is kept', () => {
    const school = givenPlainSchool();
    expect(save(school, { outcome: '' })).toMatchObject(refusedAt('outcome'));
    expect(savePlan(school, { outcome: ' ' })).toMatchObject(refusedAt('outcome'));
    expect([school.rows('Sessions'), school.rows('Plans')]).toEqual([[], []]);
  });

  it('are in sight again when the two next meet: last time’s pupil outcome, and the plan’s', () => {
    const school = givenPlainSchool();
    save(school, { outcome: 'Everybody speaks.' });
    savePlan(school);
    expect(open(school)).toMatchObject({ last: { outcome: 'Everybody speaks.' }, plan: { outcome: plan.outcome } });
  });

  it('and not performances: no tab has a place for a grade, a mark, a score or a rating of anybody', () => {
    const words = [sessions, plans, steps, log, staff].flatMap(({ name, columns }) => [
      name,
      ...Object.values<Column>(columns).flatMap(({ header, options = [] }) => [header, ...options]),
    ]);
    const judging =
      /\b(grad(e|ed|ing)|marks?|scores?|ratings?|levels?|stars?|outstanding|inadequate|performance|red|amber)\b/i;
    expect(words.filter((each) => judging.test(each))).toEqual([]);
  });
});

describe('a plan', () => {
  it.each([
    ['purpose', 'its purpose'],
    ['process', 'its process'],
    ['endGoals', 'its end goals'],
    ['target', 'a target and why'],
    ['reviewDate', 'a day to look at it again'],
  ])('without %s is no plan, as it lacks %s', (field) => {
    const school = givenPlainSchool();
    expect(savePlan(school, { [field]: '' })).toMatchObject(refusedAt(field));
    expect(school.rows('Plans')).toEqual([]);
  });

  it('is asked for after the first session, and every later one says so until coach and coachee have both agreed', () => {
    const school = givenPlainSchool();
    expect(open(school).dialogue).toBe('');
    save(school, { id: idOf(1), date: '2026-11-19' });
    expect(open(school).dialogue).toBe(
      'There is no plan with Bram Tansy yet. Dialogue at the planning stage comes first; make one together.',
    );
    savePlan(school);
    expect(open(school).dialogue).toBe(
      'Draft, dialogue needed: Neither you nor Bram Tansy has agreed to the plan yet.',
    );
    of(school, coach, 'agree', plan.id);
    expect(open(school).dialogue).toBe('Draft, dialogue needed: Bram Tansy has not agreed to the plan yet.');
    expect(save(school, { id: idOf(2) })).toMatchObject({ ok: true });
    of(school, coachee, 'agree', plan.id);
    expect(open(school)).toMatchObject({ dialogue: '', plan: { coachAgreed: true, coacheeAgreed: true } });
  });

  it('that its coachee has agreed to waits for its coach', () => {
    const school = givenPlainSchool();
    save(school, { id: idOf(1), date: '2026-11-19' });
    savePlan(school);
    of(school, coachee, 'agree', plan.id);
    expect(open(school).dialogue).toBe('Draft, dialogue needed: You have not agreed to the plan yet.');
    expect(of<WholePlan>(school, director, 'read', plan.id)).toMatchObject({ ok: true, value: { mayChange: false } });
  });
});

describe('coaching any time, any place, anywhere', () => {
  it('is counted apart from formal coaching and from groups', () => {
    const school = givenSchool();
    save(school, { id: idOf(1) });
    for (const id of [2, 3]) save(school, { id: idOf(id), kind: 'Martini', strength: '', outcome: '' });
    const others = [{ id: idOf(5), coachee: other.email, steps: [] }];
    save(school, { id: idOf(4), kind: 'Group', others });
    expect(['Formal', 'Martini', 'Group', 'Sessions this half-term'].map((kind) => school.figure(kind))).toEqual([
      '1',
      '2',
      '2',
      '5',
    ]);
  });
});

it('how many people each coach has met this school year is known to everybody, and no word of theirs', () => {
  const school = givenPlainSchool();
  save(school, { id: idOf(1) });
  save(school, { id: idOf(2), coachee: head.email });
  save(school, { id: idOf(3), coachee: coach.email }, other);
  const { load } = since(school, coachee);
  expect(load).toEqual([
    { coach: coach.email, people: 2 },
    { coach: other.email, people: 1 },
  ]);
});
