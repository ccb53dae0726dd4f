import { useState } from 'preact/hooks';
import { server, whyNot } from '../server.ts';
import { count, sayDeliveries } from '../words.ts';
import { Act, Block, Notes } from './page.tsx';

/** Invitations of this person that are still to be sent, and what became of them when they were. */
export function WaitingInvitations({ waiting, refresh }: { waiting: number; refresh: () => Promise<void> }) {
  const [told, setTold] = useState<readonly string[]>([]);
  if (waiting === 0 && told.length === 0) return null;

  async function send(): Promise<void> {
    const words = await server.followUps.sendWaiting().then(sayDeliveries, (thrown) => [whyNot(thrown)]);
    setTold(words);
    await refresh();
  }

  return (
    <Block name="Invitations">
      {waiting > 0 && (
        <div class="card">
          <p>{count(waiting, 'invitation waits', 'invitations wait')} to be sent.</p>
          <p class="acts">
            <Act go={send} during="Sending…">
              {waiting === 1 ? 'Send it now' : 'Send them now'}
            </Act>
          </p>
        </div>
      )}
      <div role="status">
        <Notes words={told} />
      </div>
    </Block>
  );
}
