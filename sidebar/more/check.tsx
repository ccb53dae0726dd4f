import { useEffect, useRef, useState } from 'preact/hooks';
import { type Finding, type Progress, server, whyNot } from '../server.ts';
import { Act, Block, Link, Notes, View } from '../views/page.tsx';

const nothingYet: Progress = { done: 0, of: 0, next: '', repaired: [], findings: [] };

/** Rows, Log and events compared, piece by piece: what was put right, and what a person must decide. */
export function CheckView({ goHome }: { goHome: () => void }) {
  const [so, setSo] = useState(nothingYet);
  const [going, setGoing] = useState(true);
  const [told, setTold] = useState('');
  const stopped = useRef(false);
  useEffect(() => {
    void goOn();
    return stop;
  }, []);

  async function goOn(): Promise<void> {
    stopped.current = false;
    setGoing(true);
    setTold('');
    let all = so;
    try {
      do {
        const more = await server.reconcile.check(all.next);
        all = {
          ...more,
          repaired: [...all.repaired, ...more.repaired],
          findings: [...all.findings, ...more.findings],
        };
        setSo(all);
      } while (all.next !== '' && !stopped.current);
    } catch (thrown) {
      setTold(whyNot(thrown));
    }
    setGoing(false);
  }

  function stop(): void {
    stopped.current = true;
  }

  const { done, of, next, repaired, findings } = so;
  const finished = !going && told === '' && next === '';
  return (
    <View
      title="Check rows and invitations"
      goHome={goHome}
      foot={
        finished ? undefined : going ? (
          <Act go={stop}>Stop</Act>
        ) : (
          <Act kind="act main" go={goOn}>
            Go on
          </Act>
        )
      }
    >
      {!finished && <progress aria-label="Looked at" max={of || 1} value={done} />}
      <p role="status">
        {finished && repaired.length + findings.length === 0
          ? 'Everything is in order.'
          : of === 0
            ? 'Looking…'
            : `${done} of ${of} looked at`}
      </p>
      {told && (
        <p class="wrong" role="alert">
          {told}
        </p>
      )}
      {repaired.length > 0 && (
        <Block name="Put right">
          <Notes words={repaired} />
        </Block>
      )}
      {findings.length > 0 && (
        <Block name="For you to decide">
          {findings.map((finding) => (
            <ToDecide key={finding.words} {...finding} />
          ))}
        </Block>
      )}
    </View>
  );
}

function ToDecide({ words, link, event }: Finding) {
  return (
    <div class="card">
      <p>{words}</p>
      <p class="acts">
        {link && <Link to={link}>Show it</Link>}
        {event && <Link to={event}>Open event</Link>}
      </p>
    </div>
  );
}
