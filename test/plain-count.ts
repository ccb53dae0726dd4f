/**
 * Every figure of Impact and Coverage once more, counted row by row as somebody would who has never seen a formula: the
 * two must agree to the digit.
 */
import { addDays, type Day, daysBetween } from '../src/domain/days.ts';
import { evidenceOutcomes } from '../src/domain/evidence.ts';
import type { Plan } from '../src/domain/plans.ts';
import { evidenceSources, focusChoosers, roles, sessionKinds, stepOutcomes } from '../src/domain/policy.ts';
import { schoolYearOf } from '../src/domain/school-year.ts';
import type { Session } from '../src/domain/sessions.ts';
import type { Member, Period, Team } from '../src/domain/staff.ts';
import type { Year } from '../src/domain/years.ts';
import type { Sample } from './sample.ts';

/** A school as it stands in its tabs. */
export interface Rows extends Sample {
  readonly members: readonly Member[];
  readonly teams: readonly Team[];
  readonly periods: readonly Period[];
  readonly themes: readonly string[];
  readonly ongoing: number;
  readonly policyReview: Day;
  readonly years: readonly Year[];
}

/** What is counted: by the key of a figure, a number or words; a share as a number from 0 to 1. */
export type Counts = Record<string, number | string>;

/** How the coaching of one person stands. */
export interface Standing {
  readonly name: string;
  readonly team: string;
  readonly halfTerms: readonly number[];
  readonly thisHalfTerm: number;
  readonly thisYear: number;
  readonly enough: number;
  readonly lastSession: Day;
  readonly followUp: Day;
  readonly state: string;
  readonly due: Day;
}

interface Times {
  readonly today: Day;
  readonly year: Day;
  readonly halfTerm: Day;
  readonly last: Day;
  readonly halfTerms: readonly { readonly name: string; readonly from: Day; readonly until: Day }[];
  readonly begun: number;
}

const latest = (days: readonly Day[]): Day => days.reduce((last, day) => (day > last ? day : last), '');
const count = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length;
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** The days that everything is counted by. */
export function timesOf({ periods }: Rows, today: Day): Times {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const began = `${month < 9 ? year - 1 : year}-09-01`;
  const next = `${month < 9 ? year : year + 1}-09-01`;
  const starts = periods.filter(({ kind }) => kind === 'Half-term').sort((a, b) => a.first.localeCompare(b.first));
  const before = (day: Day): Day => latest(starts.map(({ first }) => first).filter((first) => first < day));
  const halfTerm = before(addDays(today, 1)) || began;
  const own = starts.filter(({ first }) => first >= began).slice(0, 6);
  return {
    today,
    year: began,
    halfTerm,
    last: before(halfTerm),
    halfTerms: own.map(({ name, first }, index) => ({
      name,
      from: first,
      until: index === 5 ? addDays(next, -1) : addDays(own[index + 1]?.first ?? next, -1),
    })),
    begun: count(starts, ({ first }) => first >= began && first <= today),
  };
}

/** How everybody's coaching stands. */
export function standings(rows: Rows, times: Times): Standing[] {
  return rows.members.map((member) => {
    const own = rows.sessions.filter(({ coachee }) => coachee === member.email);
    const halfTerms = Array.from({ length: 6 }, (_, index) => {
      const one = times.halfTerms[index];
      return one ? count(own, ({ date }) => date >= one.from && date <= one.until) : 0;
    });
    const thisHalfTerm = count(own, ({ date }) => date >= times.halfTerm);
    const followUps = own.map(({ followUpDate }) => followUpDate);
    const [lastSession, followUp] = [latest(own.map(({ date }) => date)), latest(followUps)];
    return {
      name: member.name,
      team: member.team,
      halfTerms,
      thisHalfTerm,
      thisYear: count(own, ({ date }) => date >= times.year),
      enough: count(halfTerms, (sessions) => sessions >= rows.ongoing),
      lastSession,
      followUp,
      state: stateOf(member, { lastSession, followUp, thisHalfTerm }, times.today),
      due: latest(followUps.filter((day) => day >= times.year && day < times.today)),
    };
  });
}

function stateOf(
  { active }: Member,
  { lastSession, followUp, thisHalfTerm }: Pick<Standing, 'lastSession' | 'followUp' | 'thisHalfTerm'>,
  today: Day,
): string {
  if (!active) return 'Left';
  if (followUp !== '' && followUp < today && lastSession < followUp) return 'Overdue';
  if (followUp >= today) return 'Follow-up due';
  return thisHalfTerm === 0 ? 'Not yet this half-term' : 'Coached';
}

/** Every figure of the Impact tab. */
export function countAll(rows: Rows, today: Day): Counts {
  const times = timesOf(rows, today);
  const people = standings(rows, times).map((standing, index) => ({ ...standing, member: rows.members[index] }));
  const staff = people.filter(({ state }) => state !== 'Left');
  const year = rows.sessions.filter(({ date }) => date >= times.year);
  const now = rows.sessions.filter(({ date }) => date >= times.halfTerm);
  const counts = {
    ...ofCoverage(rows, staff),
    ...ofLasting(rows, staff, times),
    ...ofFollowThrough(rows, staff, times),
    ...ofPlans(rows, times),
    ...ofOutcomes(rows, times),
    ...ofTalk(rows, year, now, times),
    ...ofCapacity(rows, staff, year, now, times),
    ...ofTimes(rows, staff, times),
  };
  return { ...counts, ...ofYears(rows, counts, times) };
}

type People = readonly (Standing & { readonly member: Member | undefined })[];

function ofCoverage({ teams }: Rows, staff: People): Counts {
  const group = (key: string, those: People): Counts => {
    const ofYear = count(those, ({ thisYear }) => thisYear > 0);
    return {
      [`${key}:1`]: those.length,
      [`${key}:2`]: count(those, ({ thisHalfTerm }) => thisHalfTerm > 0),
      [`${key}:3`]: ofYear,
      [`${key}:4`]: share(ofYear, those.length),
    };
  };
  const named = teams.slice(0, 10).map(({ name }) => name);
  const all = group('all', staff);
  const has = (role: (typeof roles)[number]) => staff.filter(({ member }) => member?.roles.includes(role));
  return {
    staff: staff.length,
    coachedNow: Number(all['all:2']),
    coachedNowShare: share(Number(all['all:2']), staff.length),
    coachedYear: Number(all['all:3']),
    coachedYearShare: Number(all['all:4']),
    ...Object.assign(
      {},
      ...named.map((name, at) =>
        group(
          `team${at + 1}`,
          staff.filter(({ team }) => team === name),
        ),
      ),
    ),
    ...group(
      'otherTeams',
      staff.filter(({ team }) => !named.includes(team)),
    ),
    ...Object.assign({}, ...roles.map((role, at) => group(`role${at + 1}`, has(role)))),
    ...group(
      'noRole',
      staff.filter(({ member }) => member?.roles.length === 0),
    ),
  };
}

function ofLasting({ plans }: Rows, staff: People, { begun }: Times): Counts {
  const all = begun === 0 ? 0 : count(staff, ({ enough }) => enough >= begun);
  const answers = plans.filter(({ agreement }) => agreement === 'agreed').map(({ sustained }) => sustained);
  const [yes, sometimes, no] = ['yes', 'sometimes', 'no'].map((word) => count(answers, (answer) => answer === word));
  return {
    everyHalfTerm: all,
    everyHalfTermShare: share(all, staff.length),
    oneOffs: count(staff, ({ thisYear }) => thisYear === 1),
    tail_yes: yes ?? 0,
    tail_sometimes: sometimes ?? 0,
    tail_no: no ?? 0,
    tailShare: share(yes ?? 0, (yes ?? 0) + (sometimes ?? 0) + (no ?? 0)),
    ...Object.fromEntries(
      [0, 1, 2, 3, 4, 5, 6].map((number) => [`lasting${number}`, count(staff, ({ enough }) => enough === number)]),
    ),
  };
}

function ofFollowThrough({ steps, sessions, log }: Rows, staff: People, { today, year }: Times): Counts {
  const own = steps.filter(({ date }) => date >= year);
  const said = own.filter(({ outcome }) => outcome !== '');
  const due = staff.filter((person) => person.due !== '');
  const held = due.filter(({ lastSession, due: day }) => lastSession >= day);
  const events = (...which: readonly string[]): number =>
    count(log, ({ at, event }) => at.slice(0, 10) >= year && which.includes(event));
  return {
    steps: own.length,
    ...Object.fromEntries(
      stepOutcomes.map((word) => [`step_${word.replace(' ', '')}`, count(own, ({ outcome }) => outcome === word)]),
    ),
    stepsDoneShare: share(
      count(said, ({ outcome }) => outcome === 'done'),
      said.length,
    ),
    stepsOverdue: count(steps, (step) => step.outcome === '' && step.due !== '' && step.due < today),
    waiting: count(sessions, ({ status }) => status === 'Waiting'),
    invited: count(
      sessions,
      ({ status, followUpDate }) =>
        ['Invited', 'Accepted', 'Tentative', 'Declined'].includes(status) && followUpDate >= today,
    ),
    due: due.length,
    held: held.length,
    heldShare: share(held.length, due.length),
    overdue: count(staff, ({ state }) => state === 'Overdue'),
    moved: events('Followed', 'Moved'),
    calledOff: events('Cancelled', 'Removed'),
  };
}

const isDone = ({ state }: Plan): boolean => state === 'resolved' || state === 'celebrated';
const bothAgreed = ({ coachAgreed, coacheeAgreed }: Plan): string =>
  coachAgreed > coacheeAgreed ? coachAgreed : coacheeAgreed;
const beganOn = (plan: Plan): Day => bothAgreed(plan).slice(0, 10);

function ofPlans({ plans, sessions }: Rows, { today, last }: Times): Counts {
  const agreed = plans.filter(({ agreement }) => agreement === 'agreed');
  const done = agreed.filter(isDone);
  const open = agreed.filter((plan) => !isDone(plan));
  const between = (plan: Plan, from: Day, to = '9999'): number =>
    count(
      sessions,
      ({ coach, coachee, date }) => coach === plan.coach && coachee === plan.coachee && date >= from && date <= to,
    );
  const met = (plan: Plan): boolean => between(plan, plan.reviewDate) > 0;
  const average = (amount: (plan: Plan) => number): number | string =>
    done.length === 0 ? 'none resolved yet' : done.reduce((sum, plan) => sum + amount(plan), 0) / done.length;
  return {
    agreed: agreed.length,
    ...Object.fromEntries(
      ['discussed', 'tackled', 'resolved', 'celebrated'].map((word) => [
        word,
        count(agreed, ({ state }) => state === word),
      ]),
    ),
    resolvedAll: done.length,
    reviewed: count(agreed, (plan) => plan.reviewDate <= today && met(plan)),
    reviewsDue: count(open, (plan) => plan.reviewDate < today && !met(plan)),
    daysToResolve: average((plan) => daysBetween(beganOn(plan), plan.resolvedOn)),
    sessionsToResolve: average((plan) => between(plan, beganOn(plan), plan.resolvedOn)),
    openPlans: open.length,
    lingering: last === '' ? 0 : count(open, (plan) => bothAgreed(plan) < last),
  };
}

function ofOutcomes({ plans, evidence }: Rows, { year }: Times): Counts {
  const stateOfPlan = new Map(plans.map(({ id, agreement }) => [id, agreement]));
  const counted = evidence.filter(({ plan, date }) => date >= year && (stateOfPlan.get(plan) ?? 'agreed') === 'agreed');
  const agreed = plans.filter(({ agreement }) => agreement === 'agreed');
  const about = ({ id }: Plan, ...outcomes: readonly string[]): boolean =>
    evidence.some(({ plan, outcome }) => plan === id && outcomes.includes(outcome));
  const withAny = count(agreed, (plan) => about(plan, ...evidenceOutcomes));
  const moved = count(agreed, (plan) => about(plan, 'moved'));
  const row = (key: string, those: typeof counted): [string, number][] => [
    ...evidenceOutcomes.map((word, index): [string, number] => [
      `${key}:${index + 1}`,
      count(those, ({ outcome }) => outcome === word),
    ]),
    [`${key}:4`, those.length],
  ];
  return {
    plansWithEvidence: withAny,
    plansMoved: moved,
    plansMovedShare: share(moved, withAny),
    ...Object.fromEntries([
      ...evidenceSources.flatMap((word, index) =>
        row(
          `source${index + 1}`,
          counted.filter(({ source }) => source === word),
        ),
      ),
      ...row('evidence', counted),
    ]),
  };
}

function ofTalk({ themes, sessions }: Rows, year: readonly Session[], now: readonly Session[], times: Times): Counts {
  const sameDays = addDays(times.last || times.year, daysBetween(times.halfTerm, times.today));
  const by = (key: string, names: readonly string[], of: (session: Session) => string): [string, number][] =>
    names.map((name, index) => [`${key}${index + 1}`, count(year, (session) => of(session) === name)]);
  return {
    sessionsNow: now.length,
    sessionsThen: times.last === '' ? 0 : count(sessions, ({ date }) => date >= times.last && date <= sameDays),
    sessionsYear: year.length,
    hours: year.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0) / 60,
    ...Object.fromEntries([
      ...by('theme', themes, ({ theme }) => theme),
      ...by('chooser', focusChoosers, ({ focusBy }) => focusBy),
      ...by('kind', sessionKinds, ({ kind }) => kind),
    ]),
    otherThemes: count(year, ({ theme }) => !themes.includes(theme)),
    noChooser: count(year, ({ focusBy }) => focusBy === ''),
  };
}

function ofCapacity(
  { members, sessions }: Rows,
  staff: People,
  year: readonly Session[],
  now: readonly Session[],
  times: Times,
): Counts {
  const active = new Set(staff.map(({ member }) => member?.email));
  const coachesIn = (those: readonly Session[]): Set<string> =>
    new Set(those.map(({ coach }) => coach).filter((coach) => active.has(coach)));
  const before = sessions.filter(({ date }) => date < times.year);
  const experienced = new Set(before.map(({ coach }) => coach));
  const leaders = new Set(members.filter((member) => member.roles.length > 0).map(({ email }) => email));
  const leading = staff.filter(({ member }) => leaders.has(member?.email ?? ''));
  const loads = members.map(({ email }) => count(now, ({ coach }) => coach === email));
  const ofActive = count(now, ({ coach }) => active.has(coach));
  const coaches = coachesIn(year);
  const pairs = (led: boolean, leads: boolean): number =>
    count(year, ({ coach, coachee }) => leaders.has(coach) === led && leaders.has(coachee) === leads);
  return {
    coaches: coaches.size,
    newCoaches: before.length === 0 ? 'cannot tell' : count([...coaches], (coach) => !experienced.has(coach)),
    coachesNow: coachesIn(now).size,
    load: share(ofActive, coachesIn(now).size),
    mostLoad: Math.max(0, ...loads),
    leaders: leading.length,
    leadersCoached: count(leading, ({ thisYear }) => thisYear > 0),
    'byLeaders:1': pairs(true, true),
    'byLeaders:2': pairs(true, false),
    'byOthers:1': pairs(false, true),
    'byOthers:2': pairs(false, false),
  };
}

function ofTimes(rows: Rows, staff: People, times: Times): Counts {
  return {
    review: rows.policyReview || 'not set',
    today: times.today,
    year: times.year,
    halfTerm: times.halfTerm,
    last: times.last || 'not on Term dates',
    begun: times.begun,
    ongoing: rows.ongoing,
    ...Object.assign(
      {},
      ...times.halfTerms.map(({ from, until }, index) => {
        const coached = count(staff, ({ halfTerms }) => (halfTerms[index] ?? 0) > 0);
        const theirs = staff.reduce((sum, { halfTerms }) => sum + (halfTerms[index] ?? 0), 0);
        return {
          [`ht${index + 1}:1`]: count(rows.sessions, ({ date }) => date >= from && date <= until),
          [`ht${index + 1}:2`]: coached,
          [`ht${index + 1}:3`]: share(theirs, coached),
          [`ht${index + 1}:4`]: from,
          [`ht${index + 1}:5`]: until,
        };
      }),
    ),
  };
}

function ofYears({ years, plans }: Rows, counts: Counts, { today, year }: Times): Counts {
  const line = (key: string, ...figures: Counts[string][]): [string, Counts[string]][] =>
    figures.map((figure, index) => [`${key}:${index}`, figure]);
  const blank = ['', '', '', '', '', '', ''];
  const archived = years.filter(({ archivedBy }) => archivedBy !== '');
  const named = (back: number): string => schoolYearOf(`${Number(year.slice(0, 4)) - back}-09-01`);
  const old = [0, 1, 2, 3, 4, 5].map((back) => archived.find(({ id }) => id === named(back)));
  const of = (key: string): number => Number(counts[key]);
  const now = [
    of('staff'),
    of('coachedYear'),
    of('sessionsYear'),
    count(plans, ({ resolvedOn }) => resolvedOn >= year),
    share(of('step_done'), of('steps')),
    share(of('evidence:1'), of('evidence:4')),
  ];
  const kept = (one: Year): Counts[string][] => [
    one.id,
    ...[one.staff, one.coached, one.sessions, one.resolved].map(Number),
    share(Number(one.stepsDone), Number(one.steps)),
    share(Number(one.moved), Number(one.evidence)),
  ];
  return {
    yearsKept: archived.length,
    ...Object.fromEntries([
      ...(old[0] ? line('yearNow', ...blank) : line('yearNow', `${schoolYearOf(today)} so far`, ...now)),
      ...old.flatMap((one, back) => line(`yearBack${back}`, ...(one ? kept(one) : blank))),
    ]),
  };
}

/** The ten claims: a figure and a verdict each, from the other counts and the rows. */
export function claimsOf(rows: Rows, counts: Counts, today: Day): { figure: number | string; verdict: string }[] {
  const of = (key: string): number => Number(counts[key]);
  const times = timesOf(rows, today);
  const year = rows.sessions.filter(({ date }) => date >= times.year);
  const agreed = rows.plans.filter(({ agreement }) => agreement === 'agreed');
  const again = agreed.filter(
    (plan) => isDone(plan) && agreed.some((other) => other !== plan && other.coachee === plan.coachee),
  );
  const tried = rows.steps.filter(({ date, kind }) => date >= times.year && kind !== 'do' && kind !== '');
  const team = new Map(rows.members.map(({ email, team: own }) => [email, own]));
  const sameTeam = count(year, (one) => one.team !== '' && team.get(one.coach) === one.team);
  const biggest = Math.max(...rows.themes.map((_, index) => of(`theme${index + 1}`)));
  const answers = of('tail_yes') + of('tail_sometimes') + of('tail_no');
  const said = of('sessionsYear') - of('noChooser');
  const verdict = (enough: boolean, holds: boolean): string =>
    enough ? (holds ? 'holding' : 'not yet') : 'cannot tell';
  const shareOf = (part: number, whole: number, holds: (value: number) => boolean) => {
    const figure = share(part, whole);
    return { figure, verdict: verdict(whole >= 5, holds(figure)) };
  };
  const newCoaches = counts.newCoaches ?? '';
  return [
    { figure: newCoaches, verdict: verdict(typeof newCoaches === 'number', Number(newCoaches) >= 1) },
    shareOf(again.length, of('resolvedAll'), (value) => value >= 0.5),
    shareOf(tried.length, of('steps'), (value) => value >= 0.2),
    shareOf(sameTeam, year.length, (value) => value >= 0.5),
    shareOf(of('lingering'), of('openPlans'), (value) => value <= 0.2),
    shareOf(of('leadersCoached'), of('leaders'), (value) => value >= 0.5),
    {
      figure: of('sessionsNow'),
      verdict: verdict(of('sessionsThen') >= 5, of('sessionsNow') >= of('sessionsThen')),
    },
    shareOf(of('tail_yes'), answers, (value) => value >= 0.5),
    shareOf(biggest, year.length, (value) => value <= 1 / 3),
    shareOf(of('chooser1'), said, (value) => value >= 0.5),
  ];
}

/** A pivot table's cells: so many rows by what stands in two columns, those without a first one left out. */
export function crossed<T>(
  all: readonly T[],
  rowOf: (one: T) => string,
  columnOf: (one: T) => string,
): Record<string, number> {
  const cells: Record<string, number> = {};
  for (const one of all) {
    const cell = `${rowOf(one)} / ${columnOf(one)}`;
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  return cells;
}
