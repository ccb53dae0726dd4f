import { useEffect, useState } from 'preact/hooks';
import { type Day, sayDay } from '../../src/domain/days.ts';
import { emptyLook, type Look, looksBetween, mirrorAnswers } from '../../src/domain/mirror.ts';
import { qualities } from '../../src/domain/policy.ts';
import { termOf } from '../../src/domain/school-year.ts';
import type { SchoolClock } from '../clock.ts';
import { type Home, server, whyNot } from '../server.ts';
import { Chips } from '../views/fields.tsx';
import { Act, View } from '../views/page.tsx';
import { LookBack } from './look-back.tsx';

interface MirrorProps {
  /** The day of the session that was just saved; empty to look back. */
  readonly day: Day;
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly goHome: () => void;
}

/** The coach's mirror: the fourteen qualities as a question to myself, and what I said this term. */
export function MirrorView({ day, home, clock, goHome }: MirrorProps) {
  const [looks, setLooks] = useState<readonly Look[]>();
  const [typed, setTyped] = useState<Look>();
  const [told, setTold] = useState('');
  const today = clock.today();
  useEffect(() => void look(), []);

  async function look(): Promise<void> {
    setTold('');
    await server.mirror.read().then(
      (all) => {
        setLooks(all);
        if (day !== '') open(day, all);
      },
      (thrown) => setTold(whyNot(thrown)),
    );
  }

  function open(of: Day, all: readonly Look[] = looks ?? []): void {
    setTyped(all.find((each) => each.day === of) ?? emptyLook(of));
  }

  async function keep(kept: Look): Promise<void> {
    setTold('');
    await server.mirror.keep(kept).then(
      () => {
        setLooks((all = []) => [...all.filter((each) => each.day !== kept.day), kept]);
        setTyped(undefined);
      },
      (thrown) => setTold(whyNot(thrown)),
    );
  }

  const term = termOf(today, home.reference.periods);
  return (
    <View
      title="My mirror"
      goHome={goHome}
      foot={
        typed ? (
          <Act
            kind="act main"
            off={typed.answers.every((answer) => answer === null)}
            during="Keeping…"
            go={() => keep(typed)}
          >
            Keep it for me
          </Act>
        ) : looks ? (
          <Act kind="act main" go={() => open(today)}>
            Look at myself today
          </Act>
        ) : (
          told && <Act go={look}>Look again</Act>
        )
      }
    >
      <p class="quiet">Only you ever see this. It is in no tab, nothing is added up, and nobody is compared.</p>
      <p class={told ? 'wrong' : 'quiet'} role="status">
        {told || (looks ? '' : 'Looking…')}
      </p>
      {typed && (
        <div class="mirror">
          <h2 class="block">
            A coach who… was that me {typed.day === today ? 'today' : `on ${sayDay(typed.day, today)}`}?
          </h2>
          {qualities.map((quality, index) => (
            <Chips
              key={quality}
              legend={quality}
              options={mirrorAnswers.map((words, answer) => ({
                words,
                says: `${quality}: ${words}`,
                on: typed.answers[index] === answer,
                press: () => setTyped(answered(typed, index, answer)),
              }))}
            />
          ))}
        </div>
      )}
      {looks && !typed && <LookBack looks={looksBetween(looks, term.first, term.last)} {...{ term, today }} />}
    </View>
  );
}

// The same answer pressed again is taken back.
const answered = (look: Look, index: number, answer: number): Look => ({
  ...look,
  answers: look.answers.map((before, at) => (at !== index ? before : before === answer ? null : answer)),
});
