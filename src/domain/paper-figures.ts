/**
 * What the figures of a paper count: the same as those of Impact by the same keys, but as sets, because only from whom a
 * figure is about can it be told whether it may be shown.
 */
import type { Day } from './days.ts';
import type { Counted } from './disclosure.ts';
import { type Evidence, evidenceOutcomes } from './evidence.ts';
import type { Plan } from './plans.ts';
import { evidenceSources, focusChoosers, stepOutcomes } from './policy.ts';
import type { Reference } from './reference.ts';
import { halfTermOf, yearStart } from './school-year.ts';
import type { Session } from './sessions.ts';
import type { Step } from './steps.ts';

/** The rows that figures are counted from. */
export interface PaperRows {
  readonly sessions: readonly Pick<
    Session,
    'date' | 'coach' | 'coachee' | 'theme' | 'minutes' | 'focusBy' | 'followUpDate'
  >[];
  readonly plans: readonly Plan[];
  readonly steps: readonly Pick<Step, 'date' | 'coachee' | 'outcome'>[];
  readonly evidence: readonly Evidence[];
}

type Things = Counted['things'];

/** Who works at the school, and who has a role there: everybody knows that, and no figure may tell more beside it. */
export function knownOf({ staff }: Reference): Counted[] {
  const active = staff.filter(({ active: works }) => works);
  const those = (key: string, is: (roles: readonly string[]) => boolean): Counted => ({
    key,
    things: themselves(active.filter(({ roles }) => is(roles)).map(({ email }) => email)),
  });
  return [
    those('staff', () => true),
    those('leaders', (roles) => roles.length > 0),
    those('noRole:1', (roles) => roles.length === 0),
  ];
}

/**
 * Every figure that a paper may have, by its key on Impact, in the order of its weight. `themes` are those of Impact in
 * the order of its rows, where an empty one is nobody's.
 */
export function figuresOf(rows: PaperRows, reference: Reference, themes: readonly string[], today: Day): Counted[] {
  const people = coverageOf(rows, reference, today);
  const plans = plansOf(rows, reference, today);
  return [
    people('coachedYear', ({ year }) => year > 0),
    plans('plansWithEvidence', ({ outcomes }) => outcomes.size > 0),
    plans('plansMoved', ({ outcomes }) => outcomes.has('moved')),
    plans('agreed', () => true),
    ...evidenceFigures(rows, reference, today),
    plans('reviewed', ({ plan, hasMet }) => plan.reviewDate !== '' && plan.reviewDate <= today && hasMet),
    people('coachedNow', ({ now }) => now > 0),
    ...Array.from({ length: halfTermCount }, (_, index) =>
      people(`ht${index + 1}:2`, ({ halfTerms }) => (halfTerms[index] ?? 0) > 0),
    ),
    people('everyHalfTerm', ({ isLasting }) => isLasting),
    people('leadersCoached', ({ year, hasRole }) => hasRole && year > 0),
    people('noRole:3', ({ year, hasRole }) => !hasRole && year > 0),
    ...sessionFigures(rows, themes, today),
    plans('resolvedAll', ({ isDone }) => isDone),
    ...(['yes', 'sometimes', 'no'] as const).map((answer) =>
      plans(`tail_${answer}`, ({ plan }) => plan.sustained === answer),
    ),
    people('oneOffs', ({ year }) => year === 1),
    people('overdue', ({ isOverdue }) => isOverdue),
    plans('lingering', ({ isDone, isLingering }) => isLingering && !isDone),
    plans(
      'reviewsDue',
      ({ plan, isDone, hasMet }) => !isDone && plan.reviewDate !== '' && plan.reviewDate < today && !hasMet,
    ),
    people('due', ({ due }) => due !== ''),
    people('held', ({ due, last }) => due !== '' && last >= due),
    ...stepFigures(rows, today),
  ];
}

const halfTermCount = 6;

const themselves = (ids: readonly string[]): Things => new Map(ids.map((id) => [id, [id]]));
// Row by row, as Impact counts: a row that was pasted twice has one id.
const placed = <R extends object>(what: string, rows: readonly R[]): (R & { readonly place: string })[] =>
  rows.map((row, index) => ({ ...row, place: `${what} ${index}` }));
const latest = (days: readonly Day[]): Day => days.reduce((last, day) => (day > last ? day : last), '');

/** The half-terms of a school year, each until the next one begins. */
function halfTermsOf({ periods }: Reference, today: Day): { from: Day; until: Day }[] {
  const year = yearStart(today);
  const next = `${Number(year.slice(0, 4)) + 1}${year.slice(4)}`;
  const starts = periods.filter(({ kind, first }) => kind === 'Half-term' && first >= year).map(({ first }) => first);
  const own = [...new Set(starts)].sort().slice(0, halfTermCount);
  return own.map((from, index) => ({ from, until: own[index + 1] ?? next }));
}

function coverageOf({ sessions }: PaperRows, reference: Reference, today: Day) {
  const [year, halfTerms] = [yearStart(today), halfTermsOf(reference, today)];
  const halfTerm = halfTermOf(today, reference.periods)?.first ?? year;
  const begun = reference.periods.filter(
    ({ kind, first }) => kind === 'Half-term' && first >= year && first <= today,
  ).length;
  const standing = reference.staff
    .filter(({ active }) => active)
    .map(({ email, roles }) => {
      const own = sessions.filter(({ coachee }) => coachee === email);
      const since = (from: Day, until = '9999'): number =>
        own.filter(({ date }) => date >= from && date < until).length;
      const each = halfTerms.map(({ from, until }) => since(from, until));
      const followUp = latest(own.map(({ followUpDate }) => followUpDate));
      const last = latest(own.map(({ date }) => date));
      const enough = each.filter((count) => count >= Math.max(1, Number(reference.settings.ongoing)));
      return {
        email,
        hasRole: roles.length > 0,
        year: since(year),
        now: since(halfTerm),
        halfTerms: each,
        isLasting: begun > 0 && enough.length >= begun,
        last,
        isOverdue: followUp !== '' && followUp < today && last < followUp,
        due: latest(own.map(({ followUpDate }) => followUpDate).filter((day) => day >= year && day < today)),
      };
    });
  return (key: string, is: (one: (typeof standing)[number]) => boolean): Counted => ({
    key,
    things: themselves(standing.filter(is).map(({ email }) => email)),
  });
}

const isAgreed = ({ id, agreement }: Plan): boolean => id !== '' && agreement === 'agreed';

function plansOf({ plans, sessions, evidence }: PaperRows, { periods }: Reference, today: Day) {
  const halfTerm = halfTermOf(today, periods)?.first ?? yearStart(today);
  const before = latest(
    periods.filter(({ kind, first }) => kind === 'Half-term' && first < halfTerm).map(({ first }) => first),
  );
  const standing = placed('plan', plans.filter(isAgreed)).map((plan) => {
    const { coach, coachee, reviewDate, state, coachAgreed, coacheeAgreed } = plan;
    return {
      plan,
      isDone: state === 'resolved' || state === 'celebrated',
      isLingering: latest([coachAgreed, coacheeAgreed]) < before,
      outcomes: new Set(evidence.filter((each) => each.plan === plan.id).map(({ outcome }) => outcome)),
      hasMet: sessions.some((each) => each.coach === coach && each.coachee === coachee && each.date >= reviewDate),
    };
  });
  return (key: string, is: (one: (typeof standing)[number]) => boolean): Counted => ({
    key,
    things: new Map(standing.filter(is).map(({ plan }) => [plan.place, [plan.coachee]])),
  });
}

// Evidence about a team tells of its people; about no team, of everybody.
function evidenceFigures({ evidence, plans }: PaperRows, { staff }: Reference, today: Day): Counted[] {
  const drafts = new Set(plans.filter((plan) => plan.id !== '' && !isAgreed(plan)).map(({ id }) => id));
  const active = staff.filter((member) => member.active);
  const about = ({ coachee, team }: Evidence): string[] =>
    coachee === ''
      ? active.filter((member) => team === '' || member.team === team).map(({ email }) => email)
      : [coachee];
  const counted = placed('evidence', evidence).filter(
    ({ date, plan }) => date >= yearStart(today) && !drafts.has(plan),
  );
  const those = (key: string, is: (one: Evidence) => boolean): Counted => ({
    key,
    things: new Map(counted.filter(is).map((each) => [each.place, about(each)])),
  });
  return [
    those('evidence:4', () => true),
    ...evidenceOutcomes.map((outcome, index) => ({
      ...those(`evidence:${index + 1}`, (each) => each.outcome === outcome),
      ...{ of: 'evidence:4', by: 'outcome' },
    })),
    ...evidenceSources.map((source, index) => ({
      ...those(`source${index + 1}:4`, (each) => each.source === source),
      ...{ of: 'evidence:4', by: 'source' },
    })),
  ];
}

function sessionFigures({ sessions }: PaperRows, themes: readonly string[], today: Day): Counted[] {
  const counted = placed('session', sessions).filter(({ date }) => date >= yearStart(today));
  const those = (key: string, is: (one: (typeof counted)[number]) => boolean, by?: string): Counted => ({
    key,
    things: new Map(counted.filter(is).map(({ place, coachee }) => [place, [coachee]])),
    ...(by !== undefined && { of: 'sessionsYear', by }),
  });
  return [
    those('sessionsYear', () => true),
    { ...those('hours', ({ minutes }) => (minutes ?? 0) > 0), isAmount: true },
    ...themes.flatMap((theme, index) =>
      theme === '' ? [] : [those(`theme${index + 1}`, (one) => one.theme === theme, 'theme')],
    ),
    ...focusChoosers.map((chooser, index) =>
      those(`chooser${index + 1}`, ({ focusBy }) => focusBy === chooser, 'chooser'),
    ),
  ];
}

function stepFigures({ steps }: PaperRows, today: Day): Counted[] {
  const counted = placed('step', steps).filter(({ date }) => date >= yearStart(today));
  const those = (key: string, is: (one: (typeof counted)[number]) => boolean): Counted => ({
    key,
    things: new Map(counted.filter(is).map(({ place, coachee }) => [place, [coachee]])),
  });
  return [
    those('steps', () => true),
    ...stepOutcomes.map((outcome) => ({
      ...those(`step_${outcome.replace(' ', '')}`, (step) => step.outcome === outcome),
      ...{ of: 'steps' },
    })),
  ];
}
