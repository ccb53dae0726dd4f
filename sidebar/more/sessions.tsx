import { useEffect, useState } from 'preact/hooks';
import { sayDay } from '../../src/domain/days.ts';
import { nameOf } from '../../src/domain/reference.ts';
import type { SchoolClock } from '../clock.ts';
import { type Home, type Met, server, whyNot } from '../server.ts';
import { type Correct, CorrectIt } from '../views/correct.tsx';
import { Act, Link, View } from '../views/page.tsx';

interface SessionsProps {
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly coachee: string;
  readonly goHome: () => void;
  readonly begin: (coachee: string) => void;
  readonly correct: Correct;
}

/** The sessions with one person, the latest first. */
export function SessionsView({ home, clock, coachee, goHome, begin, correct }: SessionsProps) {
  const [met, setMet] = useState<readonly Met[]>();
  const [told, setTold] = useState('');
  useEffect(() => void look(), []);

  async function look(): Promise<void> {
    setTold('');
    await server.sessions.list(coachee).then(
      (all) => setMet(all),
      (thrown) => setTold(whyNot(thrown)),
    );
  }

  const today = clock.today();
  return (
    <View
      title={nameOf(home.reference, coachee)}
      goHome={goHome}
      foot={
        home.mayCoach && (
          <Act kind="act main" go={() => begin(coachee)}>
            New session
          </Act>
        )
      }
    >
      <p class="quiet" role="status">
        {told || (met ? met.length === 0 && 'No sessions yet.' : 'Looking…')}
      </p>
      {told && (
        <p class="acts">
          <Act go={look}>Look again</Act>
        </p>
      )}
      {met?.map((each) => (
        <section class="card" key={each.id}>
          <h2>{[sayDay(each.date, today), each.theme].filter((words) => words !== '').join(' · ')}</h2>
          <p class="quiet">{sayFollowUp(each, today)}</p>
          {each.coach !== home.name && <p class="quiet">Coach: {each.coach}</p>}
          <p class="acts">
            {each.mayChange && <CorrectIt id={each.id} of={sayDay(each.date, today)} correct={correct} />}
            <Link to={each.link}>Show the row</Link>
          </p>
        </section>
      ))}
    </View>
  );
}

const states: Readonly<Record<string, string>> = {
  Waiting: ', invitation waits to be sent',
  Invited: ', invited',
  Accepted: ', accepted',
  Declined: ', declined',
  Tentative: ', answered maybe',
  'Not sent': ', invitation not sent',
  Removed: ', taken out of the calendar',
  Cancelled: ', called off',
};

// `Follow-up Thu 10 Dec, invited`.
function sayFollowUp({ followUpDate, status }: Met, today: string): string {
  if (followUpDate === '') return status === 'Cancelled' ? 'Follow-up called off' : 'No follow-up';
  return `Follow-up ${sayDay(followUpDate, today)}${states[status] ?? ''}`;
}
