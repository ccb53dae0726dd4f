import { useEffect, useState } from 'preact/hooks';
import { sayDay } from '../../src/domain/days.ts';
import { isOpenPlan } from '../../src/domain/plans.ts';
import type { SchoolClock } from '../clock.ts';
import { type Home, type PlanSeen, server, whyNot } from '../server.ts';
import { Act, View } from '../views/page.tsx';
import type { Elsewhere } from './elsewhere.tsx';

interface PlansProps {
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly goHome: () => void;
  readonly go: (to: Elsewhere) => void;
}

/** The plans I am one of the two of, those still worked on first. */
export function PlansView({ home, clock, goHome, go }: PlansProps) {
  const [plans, setPlans] = useState<readonly PlanSeen[]>();
  const [told, setTold] = useState('');
  useEffect(() => void look(), []);

  async function look(): Promise<void> {
    setTold('');
    await server.plans.list().then(
      (all) => setPlans(all),
      (thrown) => setTold(whyNot(thrown)),
    );
  }

  return (
    <View
      title="Plans"
      goHome={goHome}
      foot={
        home.mayCoach && (
          <Act kind="act main" go={() => go({ name: 'plan', id: '' })}>
            New plan
          </Act>
        )
      }
    >
      <p class="quiet" role="status">
        {told || (plans ? plans.length === 0 && none(home.mayCoach) : 'Looking…')}
      </p>
      {told && (
        <p class="acts">
          <Act go={look}>Look again</Act>
        </p>
      )}
      {plans?.map((plan) => (
        <section class="card" key={plan.id}>
          <p class="line">
            <b class="plain">{plan.withWhom}</b>
            <span class="quiet">{plan.state}</span>
          </p>
          <p class="summary">{plan.target}</p>
          <p class={plan.dialogue ? 'quiet overdue' : 'quiet'}>{plan.dialogue || 'Agreed by both of you.'}</p>
          {isOpenPlan(plan) && <p class="quiet">Review {sayDay(plan.reviewDate, clock.today())}</p>}
          <p class="acts">
            <Act
              kind="link"
              says={`Open the plan with ${plan.withWhom}: ${plan.target}`}
              go={() => go({ name: 'plan', id: plan.id })}
            >
              Open
            </Act>
          </p>
        </section>
      ))}
    </View>
  );
}

const none = (mayCoach: boolean): string =>
  mayCoach
    ? 'No plans yet. When you make one together with somebody you coach, it shows here.'
    : 'No plans yet. When your coach makes one with you, it shows here.';
