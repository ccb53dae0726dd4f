import { sayDay } from '../../src/domain/days.ts';
import type { Home, PlanSeen, Since } from '../server.ts';
import { Act, Block, Notes } from '../views/page.tsx';
import type { Elsewhere } from './elsewhere.tsx';
import { firstName } from './words.ts';

interface NewsProps {
  readonly home: Home;
  readonly since: Since;
  readonly go: (to: Elsewhere) => void;
}

type Meeting = Since['ownMeetings'][number];

/** What has happened since, on Home: plans, my own steps and meetings, and my teams. */
export function NewsBlocks({ home, since, go }: NewsProps) {
  const { today, user } = home;
  const { told, agreed, plans, own, ownMeetings, teams, impact } = since;
  const open = (id: string) => go({ name: 'plan', id });
  const happened = [...agreed.map(({ withWhom }) => `${withWhom} has agreed to your plan.`), ...told];
  const undecided = plans.filter(({ dialogue }) => dialogue !== '');
  const toAsk = plans.filter(({ tailOff, coach }) => tailOff && coach === user);
  return (
    <>
      {happened.length > 0 && (
        <Block name="Since last time">
          <Notes words={happened} />
        </Block>
      )}
      {own.length + ownMeetings.length > 0 && (
        <Block name="What I promised">
          <ul class="people">
            {own.map(({ what, due, coach }) => (
              <li class="person" key={what + due}>
                <span>{what}</span>
                <span class={due !== '' && due < today ? 'quiet overdue' : 'quiet'}>
                  {[due && `by ${sayDay(due, today)}`, `with ${coach}`].filter((words) => words !== '').join(' · ')}
                </span>
              </li>
            ))}
            {ownMeetings.map(({ coach, day }) => (
              <li class="person" key={coach + day}>
                <span>Next meeting with {coach}</span>
                <span class="quiet">{sayDay(day, today)}</span>
              </li>
            ))}
          </ul>
        </Block>
      )}
      {undecided.length + toAsk.length > 0 && (
        <Block name="Plans that need the two of you">
          {toAsk.map((plan) => (
            <PlanCard
              key={plan.id}
              words={`Ask ${firstName(plan.withWhom)} if they are still doing it.`}
              {...{ plan, open }}
            />
          ))}
          {undecided.map((plan) => (
            <PlanCard key={plan.id} words={plan.dialogue} {...{ plan, open }} />
          ))}
        </Block>
      )}
      {impact.length > 0 && (
        <Block name="Impact" detail="as on its tab">
          <div class="figures">
            {impact.map(({ figure, of }) => (
              <p class="quiet" key={of}>
                <b>{figure}</b> {of}
              </p>
            ))}
          </div>
        </Block>
      )}
      {teams.map(({ team, soon, overdue, notYet }) => (
        <Block key={team} name={team} detail="the team you lead">
          <div class="card">
            <Meetings name="Follow-ups in the next two weeks" {...{ meetings: soon, home }} />
            <Meetings name="Overdue" late {...{ meetings: overdue, home }} />
            <h3 class="label">Not coached yet this half-term</h3>
            <p class="quiet">{notYet.length === 0 ? 'Everyone has been.' : notYet.join(', ')}</p>
          </div>
        </Block>
      ))}
    </>
  );
}

function PlanCard({ plan, words, open }: { plan: PlanSeen; words: string; open: (id: string) => void }) {
  return (
    <div class="card">
      <p>{plan.withWhom}</p>
      <p class="quiet">{words}</p>
      <p class="acts">
        <Act kind="link" says={`Open the plan with ${plan.withWhom}`} go={() => open(plan.id)}>
          Open the plan
        </Act>
      </p>
    </div>
  );
}

interface MeetingsProps {
  readonly name: string;
  readonly meetings: readonly Meeting[];
  readonly home: Home;
  readonly late?: boolean;
}

function Meetings({ name, meetings, home, late }: MeetingsProps) {
  return (
    <>
      <h3 class="label">{name}</h3>
      {meetings.length === 0 && <p class="quiet">None.</p>}
      {meetings.map(({ coach, coachee, day }) => (
        <p class="line" key={coach + coachee + day}>
          <span>
            {coachee === home.name ? 'You' : coachee}{' '}
            <span class="quiet">with {coach === home.name ? 'you' : coach}</span>
          </span>
          <span class={late ? 'quiet overdue day' : 'quiet day'}>{sayDay(day, home.today)}</span>
        </p>
      ))}
    </>
  );
}
