import {
  answerRows,
  cast,
  conversations,
  evidenceRows,
  logRows,
  madePlans,
  members,
  periods,
  quotationRows,
  replies,
  schoolNow,
  schoolSettings,
  sessions,
  stepRows,
  teams,
} from '../../local/school/index.ts';
import { addDays } from '../../src/domain/days.ts';
import { missing } from '../../src/domain/drafts.ts';
import { emptyEvidence, evidenceOutcomes, evidence as evidenceTab, newEvidence } from '../../src/domain/evidence.ts';
import { guestsOf, isOverdue } from '../../src/domain/follow-ups.ts';
import { beyondLimits } from '../../src/domain/limits.ts';
import { parse, property } from '../../src/domain/parse.ts';
import { emptyPlan, isTailOffDue, targetStates } from '../../src/domain/plans.ts';
import { evidenceSources, mostSteps, parts, stepOutcomes } from '../../src/domain/policy.ts';
import { assistantHeadOf, isAllowed, makeReference, memberOf } from '../../src/domain/reference.ts';
import { halfTermOf, sayHalfTerm, whyNoSchool, worksOn } from '../../src/domain/school-year.ts';
import { isSessionId, type Session, sessions as table } from '../../src/domain/sessions.ts';
import { asAnswers, asSteps } from '../../src/domain/steps.ts';

const today = schoolNow.slice(0, 10);
const school = makeReference(members, teams, periods, schoolSettings);
const met = sessions();
const arranged = met.filter(({ followUpDate }) => followUpDate !== '');
const latest = new Map(met.map((session) => [`${session.coach} ${session.coachee}`, session]));

const diariesOf = ({ coach, coachee }: Session) =>
  [coach, coachee].map((email) => memberOf(school, email)?.workingDays ?? []);

test('nothing on the made-up tabs needs putting right', () => {
  expect(school.problems).toEqual([]);
  expect(members.every(({ email }) => isAllowed(email, school.settings))).toBe(true);
  expect(members.filter(({ active }) => !active)).toHaveLength(1);
});

test('it is a school day in Autumn 2, and both school years have their six half-terms', () => {
  const now = halfTermOf(today, periods);
  expect(now && sayHalfTerm(now)).toBe('2026/27 Autumn 2');
  expect(whyNoSchool(today, periods)).toBe('');
  const said = periods.filter(({ kind }) => kind === 'Half-term').map(sayHalfTerm);
  expect(new Set(said).size).toBe(12);
  expect(periods.filter(({ kind }) => kind === 'INSET day')).toHaveLength(10);
});

test('it is the same school every time', () => {
  expect(sessions()).toEqual(met);
  expect(new Set(met.map(({ id }) => id)).size).toBe(met.length);
});

test('some 150 conversations lie in five half-terms, in the order in which they were saved', () => {
  expect(met.length).toBeGreaterThanOrEqual(140);
  expect(new Set(met.map(({ halfTerm }) => halfTerm)).size).toBe(5);
  expect(met.map(({ savedAt }) => Date.parse(savedAt))).toEqual(
    met.map(({ savedAt }) => Date.parse(savedAt)).sort((one, other) => one - other),
  );
  expect(met.every(({ savedAt }) => Date.parse(savedAt) < Date.parse(schoolNow))).toBe(true);
});

test('every coach may coach, and every coachee is on the Staff tab', () => {
  expect(met.every(({ coach }) => memberOf(school, coach)?.mayCoach)).toBe(true);
  expect(met.every(({ coachee }) => memberOf(school, coachee))).toBe(true);
  expect(met.every(({ coach, coachee }) => coach !== coachee)).toBe(true);
});

test('nobody meets, and no follow-up falls, on a day without school or on somebody’s day off', () => {
  for (const session of met) {
    for (const day of [session.date, session.followUpDate].filter((each) => each !== '')) {
      expect(`${day} ${whyNoSchool(day, periods)}`).toBe(`${day} `);
      expect(diariesOf(session).every((diary) => worksOn(diary, day))).toBe(true);
    }
  }
  expect(arranged.every(({ date, followUpDate }) => followUpDate >= addDays(date, 14))).toBe(true);
});

test('each row is what saving would have written', () => {
  for (const session of met) {
    const halfTerm = halfTermOf(session.date, periods);
    const { id, ...typed } = session;
    expect(parse(table, { ...typed, id }).coachee).toBe(session.coachee);
    expect(isSessionId(id)).toBe(true);
    expect(missing(session)).toEqual([]);
    expect(session.halfTerm).toBe(halfTerm && sayHalfTerm(halfTerm));
    expect(session.team).toBe(memberOf(school, session.coachee)?.team);
    expect(session.theme === '' || school.settings.themes.includes(session.theme)).toBe(true);
  }
  for (const session of arranged.filter(({ coachee }) => memberOf(school, coachee)?.active)) {
    const { invited } = guestsOf(school, session.coach, [session]);
    expect(session.assistantHead).toBe(invited[2]?.email ?? '');
  }
});

test('follow-ups are invited, removed or not sent, never waiting; some are overdue, due today and still to come', () => {
  expect(new Set(arranged.map(({ status }) => status))).toEqual(new Set(['Invited', 'Removed', 'Not sent']));
  expect(
    met.filter(({ followUpDate }) => followUpDate === '').every(({ status, eventId }) => status + eventId === ''),
  ).toBe(true);
  const open = [...latest.values()];
  expect(open.filter(({ followUpDate, date }) => isOverdue(followUpDate, date, today))).toHaveLength(5);
  expect(open.filter(({ followUpDate }) => followUpDate === today)).toHaveLength(2);
  expect(open.filter(({ followUpDate }) => followUpDate > today).length).toBeGreaterThan(10);
});

test('about seven in ten of the staff have been coached this school year', () => {
  const active = members.filter((member) => member.active);
  const coached = active.filter(({ email }) =>
    met.some(({ coachee, date }) => coachee === email && date >= '2026-09-01'),
  );
  expect(coached.length / active.length).toBeGreaterThan(0.7);
  expect(coached.length / active.length).toBeLessThan(0.76);
});

test('the words are finished sentences, and no two conversations read the same', () => {
  for (const session of met) {
    const texts = [...parts.map(({ key }) => session[key]), session.outcome, session.startingPoint];
    for (const text of texts.filter((each) => each !== '')) {
      expect(text).toMatch(/^[A-Z“][^{}|]*[.?!”]$/);
      expect(text.length).toBeLessThan(900);
    }
  }
  expect(new Set(met.map(({ strength, target, decision }) => strength + target + decision)).size).toBe(met.length);
});

test('the last word of the Log on a session is its follow-up status', () => {
  const said = new Map(logRows(met).map(({ session, event }) => [session, event]));
  expect(met.map(({ id }) => said.get(id) ?? '')).toEqual(met.map(({ status }) => status));
  expect(new Set(logRows(met).map(({ id }) => id)).size).toBe(logRows(met).length);
});

test('steps are decided in this school year, for days in school on which both work, and answered when the two next meet', () => {
  const steps = stepRows(conversations());
  expect(steps.length).toBeGreaterThan(60);
  expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
  for (const step of steps) {
    const session = met.find(({ id }) => id === step.session);
    expect(session).toMatchObject({ coach: step.coach, coachee: step.coachee, date: step.date });
    expect([step.due, whyNoSchool(step.due, periods)]).toEqual([step.due, '']);
    expect(session && diariesOf(session).every((diary) => worksOn(diary, step.due))).toBe(true);
  }
  expect(new Set(steps.map(({ outcome }) => outcome))).toEqual(new Set([...stepOutcomes, '']));
  expect(steps.filter(({ from }) => from !== '').length).toBeGreaterThan(3);
  for (const { decided, answers } of conversations()) {
    expect(asSteps(decided)).toEqual(decided);
    expect(asAnswers(answers)).toEqual(answers);
    expect(decided.length).toBeLessThanOrEqual(mostSteps);
  }
  expect(answerRows(conversations()).map(({ detail }) => detail)).toContain(
    `${steps.find(({ outcome }) => outcome === 'done')?.id} done`,
  );
});

test('plans are drafts, agreed and celebrated, and it is time to ask of one whether it has lasted', () => {
  const active = (email: string) => memberOf(school, email)?.active;
  expect(new Set(madePlans.map(({ draft }) => draft.id)).size).toBe(madePlans.length);
  for (const { coach, draft, saved } of madePlans) {
    expect([active(coach), memberOf(school, coach)?.mayCoach, active(draft.coachee)]).toEqual([true, true, true]);
    expect([draft.reviewDate, whyNoSchool(draft.reviewDate, periods)]).toEqual([draft.reviewDate, '']);
    expect(draft.reviewDate > saved).toBe(true);
  }
  const last = madePlans.map(({ states }) => states[states.length - 1]?.state ?? 'discussed');
  expect(new Set(last)).toEqual(new Set(targetStates));
  expect(madePlans.filter(({ agreed }) => agreed.coachee === '')).toHaveLength(2);
  const resolvedOn = (states: (typeof madePlans)[number]['states']) =>
    states.find(({ state }) => state === 'resolved')?.on ?? '';
  const toAsk = madePlans.filter(
    ({ states, sustained }) => !sustained && isTailOffDue({ resolvedOn: resolvedOn(states), sustained: '' }, today),
  );
  expect(toAsk.map(({ coach }) => coach)).toEqual([cast.coach]);
});

test('whoever has answered an invitation has one to answer', () => {
  const invited = new Set(arranged.filter(({ followUpDate }) => followUpDate >= today).map(({ coachee }) => coachee));
  expect(Object.keys(replies).filter((email) => !invited.has(email))).toEqual([]);
});

test('evidence comes from every source and says each of the three answers; a row is what saving would have written', () => {
  const plans = members.map(({ email }, index) => ({
    ...emptyPlan(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`, email),
    team: '',
    startingPoint: 'As it was.',
  }));
  const all = evidenceRows(plans);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(new Set(all.map(({ source }) => source))).toEqual(new Set(evidenceSources));
  expect(new Set(all.map(({ outcome }) => outcome))).toEqual(new Set(evidenceOutcomes));
  for (const row of all) {
    const typed = parse(
      evidenceTab,
      Object.fromEntries(Object.keys(emptyEvidence('', '')).map((key) => [key, property(row, key)])),
    );
    const plan = plans.find(({ id }) => id === row.plan);
    expect(newEvidence(school, row.by, typed, plan, { today, now: row.savedAt })).toEqual(row);
    expect(`${row.date} ${whyNoSchool(row.date, periods)}`).toBe(`${row.date} `);
    expect(school.settings.themes).toContain(row.theme);
    expect(
      beyondLimits(
        row.seen,
        members.map(({ name }) => name),
      ),
    ).toEqual([]);
  }
  expect(evidenceRows([]).every(({ coachee }) => coachee === '')).toBe(true);
  expect(evidenceRows([]).length).toBeGreaterThan(10);
});

test('what is quoted says of itself that it is made up', () => {
  expect(quotationRows.map(({ source }) => /^Made up for this example/.test(source))).toEqual([true, true]);
});

test('the people whom examples call upon are who they are said to be', () => {
  const of = (email: string) => memberOf(school, email);
  expect(of(cast.director)?.roles).toContain('Director of coaching');
  expect(of(cast.executiveHead)?.roles).toContain('Executive head');
  expect(assistantHeadOf(school, 'Year 4')?.email).toBe(cast.assistantHead);
  expect(of(cast.coach)).toMatchObject({ team: 'Year 4', mayCoach: true });
  expect(of(cast.coachee)?.team).toBe('Year 4');
  expect(of(cast.partTime)?.workingDays).toEqual(['Mon', 'Tue', 'Wed']);
  const coachees = [...latest.values()].filter(({ coach }) => coach === cast.coach).map(({ coachee }) => coachee);
  expect(coachees).toHaveLength(5);
  expect(coachees).toEqual(expect.arrayContaining([cast.coachee, cast.partTime]));
});
