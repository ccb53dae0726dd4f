import { useEffect, useState } from 'preact/hooks';
import { sayDay } from '../../src/domain/days.ts';
import { nameOf } from '../../src/domain/reference.ts';
import type { SchoolClock } from '../clock.ts';
import { type Home, type Met, server, whyNot } from '../server.ts';
import { sayFollowUp } from '../words.ts';
import { Act, Link, View } from './page.tsx';

interface SessionsProps {
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly coachee: string;
  readonly goHome: () => void;
  readonly begin: (coachee: string) => void;
  readonly correct: Correct;
}

/** Opens a correction; answers in words why it cannot be, or nothing. */
export type Correct = (id: string) => Promise<string>;

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

/** The way from a saved session to its correction; `of` tells it from others beside it. */
export function CorrectIt({ id, of, correct }: { id: string; of?: string; correct: Correct }) {
  const [told, setTold] = useState('');
  return (
    <>
      <Act kind="link" says={of && `Correct ${of}`} during="Opening…" go={async () => setTold(await correct(id))}>
        {of ? 'Correct' : 'Correct it'}
      </Act>
      <span class="wrong" role="status">
        {told}
      </span>
    </>
  );
}
