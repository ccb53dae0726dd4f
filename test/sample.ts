import { type Dice, diceOf, uuidOf } from '../local/school/random.ts';
import { addDays, type Day, weekdayOf } from '../src/domain/days.ts';
import { type Evidence, evidenceOutcomes } from '../src/domain/evidence.ts';
import type { LogRow } from '../src/domain/log.ts';
import { needs, type Plan, sustainedAnswers, targetStates, wordsOf } from '../src/domain/plans.ts';
import { evidenceSources, focusChoosers, sessionKinds, stepKinds, stepOutcomes } from '../src/domain/policy.ts';
import { halfTermOf, sayHalfTerm } from '../src/domain/school-year.ts';
import { followUpStates, type Session } from '../src/domain/sessions.ts';
import type { Member, Period } from '../src/domain/staff.ts';
import type { Step } from '../src/domain/steps.ts';

/** Rows enough to count: of every kind there is, and of some that should not be there. */
export interface Sample {
  readonly sessions: readonly Session[];
  readonly steps: readonly Step[];
  readonly plans: readonly Plan[];
  readonly evidence: readonly Evidence[];
  readonly log: readonly LogRow[];
}

interface School {
  readonly members: readonly Member[];
  readonly periods: readonly Period[];
  readonly themes: readonly string[];
  readonly first: Day;
  readonly today: Day;
}

/** So many made-up sessions of a school, with their steps, plans, evidence and Log, the same every time. */
export function sampleOf(school: School, count: number): Sample {
  const dice = diceOf(`sample of ${count}`);
  const sessions = Array.from({ length: count }, () => sessionOf(school, dice));
  const plans = Array.from({ length: Math.ceil(count / 20) }, () => planOf(school, dice));
  return {
    sessions,
    plans,
    steps: Array.from({ length: Math.ceil(count / 2) }, () => stepOf(school, dice)),
    evidence: Array.from({ length: Math.ceil(count / 15) }, () => evidenceOf(school, plans, dice)),
    log: Array.from({ length: Math.ceil(count / 10) }, () => lineOf(school, dice)),
  };
}

const gone = 'somebody.gone@thistlewick.example';

// Some are coached often and some hardly ever; a few coaches do most of it.
function pairOf({ members }: School, date: Day, dice: Dice): { coach: string; coachee: string; team: string } {
  const { length } = members;
  const coachee = members[Math.min(...[1, 2, 3].map(() => dice.between(0, length - 1)))];
  const coach = members[Math.min(dice.between(0, length - 1), dice.between(2, date < '2026-09' ? 25 : 30))];
  const other = coach === coachee ? members[0] : coach;
  return {
    coach: dice.chance(1) ? gone : (other?.email ?? gone),
    coachee: coachee?.email ?? gone,
    team: coachee?.team ?? '',
  };
}

const dayOf = ({ first, today }: Pick<School, 'first' | 'today'>, dice: Dice): Day => {
  const days = Math.round((Date.parse(today) - Date.parse(first)) / 86_400_000);
  const day = addDays(first, dice.between(0, days));
  // Now and then somebody writes down a weekend.
  return ['Sat', 'Sun'].includes(weekdayOf(day)) && dice.chance(95) ? dayOf({ first, today }, dice) : day;
};

const momentOf = (day: Day, dice: Dice): string =>
  `${day}T${String(dice.between(8, 17)).padStart(2, '0')}:${dice.pick(['00', '15', '45'])}:00+00:00`;

function sessionOf(school: School, dice: Dice): Session {
  const date = dayOf(school, dice);
  const { coach, coachee, team } = pairOf(school, date, dice);
  const halfTerm = halfTermOf(date, school.periods);
  const meets = dice.chance(70);
  const id = uuidOf(dice);
  return {
    date,
    halfTerm: halfTerm ? sayHalfTerm(halfTerm) : '',
    kind: dice.chance(60) ? 'Formal' : dice.pick(sessionKinds),
    coach,
    coachee,
    team,
    theme: dice.chance(8) ? dice.pick(['', 'Something of our own']) : dice.pick(school.themes),
    howItWent: '',
    strength: 'Calm starts.',
    target: 'Talk before writing.',
    reality: '',
    ideas: '',
    decision: '',
    evaluation: '',
    outcome: 'Longer first drafts.',
    startingPoint: '',
    evidence: [],
    focusBy: dice.chance(15) ? '' : dice.pick(['Coachee', ...focusChoosers]),
    minutes: dice.chance(10) ? null : dice.between(1, 12) * 5,
    followUpDate: meets ? addDays(date, dice.between(7, 35)) : '',
    followUpTime: meets ? '15:45' : '',
    followUpMinutes: meets ? 30 : null,
    assistantHead: '',
    status: meets ? dice.pick(followUpStates) : '',
    savedBy: coach,
    group: '',
    savedAt: momentOf(date, dice),
    id,
    eventId: '',
  };
}

function stepOf(school: School, dice: Dice): Step {
  const date = dayOf(school, dice);
  const { coach, coachee } = pairOf(school, date, dice);
  return {
    date,
    coach,
    coachee,
    what: 'Two stops for talk.',
    due: dice.chance(10) ? '' : addDays(date, dice.between(1, 40)),
    support: '',
    kind: dice.chance(60) ? 'do' : dice.pick(stepKinds),
    outcome: dice.chance(25) ? '' : dice.pick(stepOutcomes),
    from: '',
    session: uuidOf(dice),
    id: uuidOf(dice),
  };
}

function planOf(school: School, dice: Dice): Plan {
  const made = dayOf(school, dice);
  const { coach, coachee, team } = pairOf(school, made, dice);
  const both = dice.chance(75);
  const state = dice.pick(targetStates);
  const isDone = state === 'resolved' || state === 'celebrated';
  const words = {
    purpose: 'Build on calm starts.',
    target: 'Talk before writing.',
    process: 'Three weeks of talk partners.',
    endGoals: 'Everybody rehearses a sentence.',
    outcome: 'Longer first drafts.',
  };
  return {
    ...words,
    coach,
    coachee,
    team,
    agreement: both ? 'agreed' : 'draft, dialogue needed',
    state,
    needs: [dice.pick(needs)],
    focusBy: dice.pick(focusChoosers),
    startingPoint: '',
    often: '',
    minutes: 30,
    evidence: [],
    evidenceDate: '',
    reviewDate: addDays(made, dice.between(14, 120)),
    resolvedOn: isDone ? addDays(made, dice.between(10, 90)) : '',
    sustained: isDone && dice.chance(60) ? dice.pick(sustainedAnswers) : '',
    coachAgreed: momentOf(made, dice),
    coacheeAgreed: both ? momentOf(addDays(made, dice.between(0, 7)), dice) : '',
    agreedTo: wordsOf(words),
    invitation: '',
    savedBy: coach,
    savedAt: momentOf(made, dice),
    id: uuidOf(dice),
    eventId: '',
  };
}

function evidenceOf(school: School, plans: readonly Plan[], dice: Dice): Evidence {
  const plan = dice.chance(70) ? dice.pick(plans) : undefined;
  return {
    date: dayOf(school, dice),
    by: school.members[0]?.email ?? '',
    source: dice.pick(evidenceSources),
    team: plan?.team ?? 'Year 3',
    theme: '',
    coachee: plan?.coachee ?? '',
    askedFor: '',
    startingPoint: '',
    seen: 'Every pupil had rehearsed a sentence.',
    outcome: dice.pick(evidenceOutcomes),
    link: '',
    // A plan that is not on the tab any more.
    plan: plan?.id ?? (dice.chance(5) ? uuidOf(dice) : ''),
    savedBy: '',
    savedAt: '',
    id: uuidOf(dice),
  };
}

function lineOf(school: School, dice: Dice): LogRow {
  return {
    at: momentOf(dayOf(school, dice), dice),
    who: school.members[0]?.email ?? '',
    event: dice.pick(['Followed', 'Moved', 'Cancelled', 'Removed', 'Invited', 'Edited', 'Answered']),
    session: uuidOf(dice),
    detail: '',
    id: uuidOf(dice),
  };
}
