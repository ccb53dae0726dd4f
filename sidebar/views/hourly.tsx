import { useState } from 'preact/hooks';
import { inBrowser } from '../drafts.ts';
import { server, whyNot } from '../server.ts';
import { Act } from './page.tsx';

const notNow = 'stride.notNow';

/** Offers, quietly and once for each browser, to send what is late every hour. */
export function Hourly({ refresh }: { refresh: () => Promise<void> }) {
  const [offered, setOffered] = useState(() => !inBrowser((drawer) => drawer.getItem(notNow)));
  const [told, setTold] = useState('');

  async function turnOn(): Promise<void> {
    try {
      await server.followUps.sendHourly();
      setOffered(false);
      setTold('Late invitations are sent for you every hour from now on.');
      await refresh();
    } catch (thrown) {
      setTold(whyNot(thrown));
    }
  }

  function decline(): void {
    inBrowser((drawer) => drawer.setItem(notNow, 'yes'));
    setOffered(false);
    setTold('');
  }

  return (
    <div class="block">
      {offered && (
        <div class="card">
          <p>Send late invitations for me every hour</p>
          <p class="acts">
            <Act go={turnOn} during="Turning on…">
              Turn on
            </Act>
            <Act kind="link quiet" go={decline}>
              Not now
            </Act>
          </p>
        </div>
      )}
      <p class="quiet" role="status">
        {told}
      </p>
    </div>
  );
}
