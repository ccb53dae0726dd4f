import { type Evidence, evidence } from '../src/domain/evidence.ts';
import { type Plan, plans } from '../src/domain/plans.ts';
import { type Step, steps } from '../src/domain/steps.ts';
import { givenWorkbook, idOf, people, plan, type School } from './given.ts';
import { now } from './school.ts';

const { coach, coachee, head, other } = people;
const none = { followUpDate: '', followUpTime: '', followUpMinutes: null };
const meets = { followUpDate: '2026-10-01', followUpTime: '15:45', followUpMinutes: 30 };

const planOf = (number: number, agreedOn: string, change: Partial<Plan> = {}): Plan => ({
  ...plan({ id: idOf(number) }),
  coach: coach.email,
  team: 'Year 4',
  agreement: 'agreed',
  state: 'discussed',
  resolvedOn: '',
  sustained: '',
  coachAgreed: `${agreedOn}T16:00:00+00:00`,
  coacheeAgreed: `${agreedOn}T16:30:00+00:00`,
  agreedTo: '',
  invitation: '',
  savedBy: coach.email,
  savedAt: `${agreedOn}T16:00:00+00:00`,
  eventId: '',
  ...change,
});

const stepOf = (number: number, kind: Step['kind'], outcome: Step['outcome']): Step => ({
  date: '2026-11-10',
  coach: coach.email,
  coachee: coachee.email,
  what: 'Two stops for talk.',
  due: '2026-11-20',
  support: '',
  kind,
  outcome,
  from: '',
  session: idOf(3),
  id: `${idOf(3)}.${number}`,
});

const piece: Evidence = {
  date: '2026-11-20',
  by: coach.email,
  source: 'book sample',
  team: 'Year 4',
  theme: '',
  coachee: coachee.email,
  askedFor: '',
  startingPoint: '',
  seen: 'Every pupil had rehearsed a sentence.',
  outcome: 'moved',
  link: '',
  plan: idOf(12),
  savedBy: coach.email,
  savedAt: '',
  id: idOf(30),
};

let school: School;

// Two who go on from last year; the office coaches an assistant head for the first time, and is coached in turn.
beforeAll(() => {
  school = givenWorkbook();
  const meet = (number: number, date: string, who = coach, whom = coachee, change: object = {}) =>
    expect(
      school.save({ ...none, id: idOf(number), date, coachee: whom.email, theme: '', ...change }, who.email),
    ).toMatchObject({ ok: true });
  meet(1, '2026-07-01');
  // A follow-up is planned while it is still to come.
  school.world.clock.set('2026-09-10T16:30:00Z');
  meet(2, '2026-09-10', coach, coachee, { theme: 'Reading', focusBy: 'Coachee', ...meets });
  school.world.clock.set(now);
  meet(3, '2026-11-10', coach, coachee, { theme: 'Reading', focusBy: 'Coachee', minutes: 30 });
  meet(4, '2026-11-12', other, head, { theme: 'Maths', focusBy: 'Jointly', minutes: 60 });
  meet(5, '2026-11-13', head, other, { theme: 'Maths', kind: 'Martini' });
  school.put(plans, [
    planOf(11, '2026-09-03', { state: 'celebrated', resolvedOn: '2026-10-13', sustained: 'yes' }),
    planOf(12, '2026-10-20'),
    planOf(13, '2026-03-03', { coach: other.email, coachee: head.email, state: 'tackled' }),
  ]);
  school.put(steps, [
    stepOf(1, 'do', 'done'),
    stepOf(2, 'watch someone', 'done'),
    stepOf(3, 'try it out together', 'not yet'),
  ]);
  school.put(evidence, [piece]);
});

const row = (label: string): string[] => school.person.seesAll('Impact').find(([first]) => first === label) ?? [];

it.each<[string, Record<string, string>]>([
  [
    'the outcome has moved for pupils, the key indicator of its success',
    { 'Plans with evidence': '1', '… where the outcome moved': '1' },
  ],
  ['capacity is built where somebody coaches who has not before', { '… new this school year': '2' }],
  ['people dare to try something out, or watch somebody', { 'Grows self-esteem': '67%' }],
  ['a coach who works beside the coachee knows the context', { 'In context': '50%' }],
  [
    'people get to the nub of an issue quickly, deal with it and move on',
    { 'Days to resolve': '40.0', 'Sessions to resolve': '1.0' },
  ],
  ['problems are less likely to linger', { Lingering: '1' }],
  ['it happens informally too: any time, any place, anywhere', { Formal: '3', Martini: '1' }],
  ['those who lead are coached themselves', { 'Staff with a role': '2', '… who are coached themselves': '1' }],
  [
    'hard topics are discussed, tackled or resolved, and successes celebrated',
    { '… discussed': '1', '… tackled': '1', '… resolved': '0', '… celebrated': '1' },
  ],
  ['there are more conversations than before', { 'Sessions this half-term': '3', '… in as many days before': '1' }],
  ['it is no one-off event', { 'One-offs': '2' }],
  ['improvement does not tail off', { 'Still doing it: yes': '1', '… yes, of all answers': '100%' }],
  ['what people commit to is done by the next meeting', { '… done by the next meeting': '67%' }],
  ['it happens throughout the year', { 'Coached in every half-term': '1' }],
  ['time is given to it, and people meet again', { Hours: '1.5', 'People whose follow-up was due': '1' }],
  ['each works on an area of their own, and not all on the same', { Reading: '2', 'Personalised CPD': '50%' }],
  ['all staff are coached', { Staff: '6', 'Staff coached this school year': '3' }],
  ['people go on to another target once one is resolved', { "Develops a 'Growth Mindset'": '100%' }],
  ['the coachee chooses the focus', { Coachee: '2', Jointly: '1', 'Not said': '1' }],
])('Impact says whether %s', (_why, figures) => {
  expect(Object.fromEntries(Object.keys(figures).map((label) => [label, row(label)[1]]))).toEqual(figures);
});

it('coaching is not hierarchical: Impact counts who coaches whom across roles', () => {
  expect([row('Coach with a role'), row('Coach without')].map((each) => each.slice(1, 3))).toEqual([
    ['0', '1'],
    ['1', '2'],
  ]);
});

it('of fewer than five nothing is said: each reason for coaching has its figure, and a verdict only when it can be told', () => {
  const verdicts = ['Capacity building', 'In context', 'Efficiency', 'Sustained improvement', 'Empowering'].map(
    (claim) => row(claim)[2],
  );
  expect(verdicts).toEqual(['holding', 'cannot tell', 'cannot tell', 'cannot tell', 'cannot tell']);
});
