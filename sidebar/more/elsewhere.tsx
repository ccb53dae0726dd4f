import type { Day } from '../../src/domain/days.ts';
import type { SchoolClock } from '../clock.ts';
import type { Home, Since } from '../server.ts';
import type { Correct } from '../views/correct.tsx';
import { CheckView } from './check.tsx';
import { EvidenceView } from './evidence.tsx';
import { FindView } from './find.tsx';
import { MasterView } from './master.tsx';
import { MirrorView } from './mirror.tsx';
import { PlanView } from './plan.tsx';
import { PlansView } from './plans.tsx';
import { SessionsView } from './sessions.tsx';
import { YearsView } from './years.tsx';

/** A view that is neither Home nor a session: where one can go, and with whom or what. */
export type Elsewhere =
  | { readonly name: 'check' | 'plans' | 'find' | 'master' | 'years' }
  | { readonly name: 'sessions'; readonly coachee: string }
  /** A plan by its id, or a new one; perhaps with somebody. */
  | { readonly name: 'plan'; readonly id: string; readonly coachee?: string }
  /** Evidence: all of it, or with some to be added to a plan. */
  | { readonly name: 'evidence'; readonly plan: string }
  /** The mirror, with the day of the session that has just been saved if there is one. */
  | { readonly name: 'mirror'; readonly day: Day };

interface ElsewhereProps {
  readonly view: Elsewhere;
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly since: Since | undefined;
  readonly goHome: () => void;
  readonly go: (to: Elsewhere) => void;
  readonly begin: (coachee: string) => void;
  readonly correct: Correct;
  /** Something was saved that Home should know of. */
  readonly isOld: () => void;
}

/** Whichever of them was asked for. */
export function ElsewhereView({ view, ...rest }: ElsewhereProps) {
  switch (view.name) {
    case 'sessions':
      return <SessionsView coachee={view.coachee} {...rest} />;
    case 'plans':
      return <PlansView {...rest} />;
    case 'plan':
      return <PlanView key={view.id} id={view.id} coachee={view.coachee ?? ''} {...rest} />;
    case 'evidence':
      return <EvidenceView plan={view.plan} {...rest} />;
    case 'find':
      return <FindView {...rest} />;
    case 'mirror':
      return <MirrorView day={view.day} {...rest} />;
    case 'check':
      return <CheckView goHome={rest.goHome} />;
    case 'master':
      return <MasterView goHome={rest.goHome} />;
    case 'years':
      return <YearsView goHome={rest.goHome} />;
  }
}
