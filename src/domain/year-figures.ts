import type { Evidence } from './evidence.ts';
import type { Plan } from './plans.ts';
import type { Session } from './sessions.ts';
import type { Step } from './steps.ts';
import { isIn, type YearFigures } from './years.ts';

/** The rows of a year and of others, from the tabs and from their archives, each once. */
export interface YearRows {
  readonly sessions: readonly Pick<Session, 'date' | 'kind' | 'coachee'>[];
  readonly plans: readonly Pick<Plan, 'agreement' | 'state' | 'resolvedOn' | 'coachAgreed' | 'coacheeAgreed'>[];
  readonly steps: readonly Pick<Step, 'date' | 'outcome'>[];
  readonly evidence: readonly Pick<Evidence, 'date' | 'outcome'>[];
}

/** What is kept of a year to compare it with others. */
export function figuresOf(year: string, staff: number, rows: YearRows): YearFigures {
  const of = <R extends { readonly date: string }>(all: readonly R[]): R[] =>
    all.filter(({ date }) => isIn(year, date));
  const [sessions, steps, evidence] = [of(rows.sessions), of(rows.steps), of(rows.evidence)];
  const closed = rows.plans.filter(({ resolvedOn }) => isIn(year, resolvedOn));
  // Agreed is what both have agreed to: on the later of the two days.
  const agreed = rows.plans.filter(
    ({ agreement, coachAgreed, coacheeAgreed }) =>
      agreement === 'agreed' && isIn(year, [coachAgreed, coacheeAgreed].sort()[1]?.slice(0, 10) ?? ''),
  );
  return {
    staff,
    coached: new Set(sessions.map(({ coachee }) => coachee).filter((email) => email !== '')).size,
    sessions: sessions.length,
    martini: sessions.filter(({ kind }) => kind === 'Martini').length,
    agreed: agreed.length,
    resolved: closed.length,
    celebrated: closed.filter(({ state }) => state === 'celebrated').length,
    steps: steps.length,
    stepsDone: steps.filter(({ outcome }) => outcome === 'done').length,
    evidence: evidence.length,
    moved: evidence.filter(({ outcome }) => outcome === 'moved').length,
  };
}
