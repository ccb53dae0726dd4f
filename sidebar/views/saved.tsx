import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Delivery } from '../../src/domain/follow-ups.ts';
import { guestsOf } from '../../src/domain/follow-ups.ts';
import { memberOf, nameOf } from '../../src/domain/reference.ts';
import type { SessionDraft } from '../../src/domain/sessions.ts';
import type { SchoolClock } from '../clock.ts';
import { type Home, refusalOf, type Saved, server } from '../server.ts';
import { sayMeeting } from '../words.ts';
import { Hourly } from './hourly.tsx';
import { Act, Badge, View } from './page.tsx';

interface SavedProps {
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly draft: SessionDraft;
  readonly saved: Saved;
  /** The row may lack what was typed after an earlier try; those words are an unfinished session now. */
  readonly apart: boolean;
  readonly goHome: () => void;
  readonly begin: (coachee: string) => void;
  readonly refresh: () => Promise<void>;
}

/** What has been written, and what becomes of the invitation. */
export function SavedView({ home, clock, draft, saved, apart, goHome, begin, refresh }: SavedProps) {
  const name = nameOf(home.reference, draft.coachee);
  // Home says otherwise as soon as it is turned on, and the answer to that is still to be read.
  const [offered] = useState(saved.invitation && !home.hourly);
  return (
    <View
      title="Saved"
      foot={
        <>
          <Act kind="act main" go={() => goHome()}>
            Home
          </Act>
          <Act go={() => begin(draft.coachee)}>{name} again</Act>
        </>
      }
    >
      <Outcome done name={`Session with ${name}`}>
        <p>
          Row {saved.row} of Sessions ·{' '}
          <a href={saved.link} target="_blank" rel="noopener noreferrer">
            Show it
          </a>
        </p>
        {!saved.invitation && <p>No follow-up was asked for, so nobody is invited.</p>}
        {saved.already && <p>An earlier try had written it already: there is one row.</p>}
        {apart && <p>What you typed since then may not be in it and is kept on Home, under Unfinished.</p>}
      </Outcome>
      {saved.invitation && <Invitation {...{ home, clock, draft, refresh }} />}
      {offered && <Hourly refresh={refresh} />}
    </View>
  );
}

interface InvitationProps {
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly draft: SessionDraft;
  readonly refresh: () => Promise<void>;
}

function Invitation({ home, clock, draft, refresh }: InvitationProps) {
  const [delivery, setDelivery] = useState<Delivery>();
  useEffect(() => void deliver(), []);

  async function deliver(): Promise<void> {
    setDelivery(undefined);
    // Without an answer the row still holds the wish, so the invitation waits.
    const waits = (thrown: unknown): Delivery => ({
      session: draft.id,
      outcome: 'Waiting',
      words: refusalOf(thrown).message,
      link: '',
    });
    setDelivery(await server.followUps.deliver(draft.id).catch(waits));
    await refresh();
  }

  const { outcome, words, link } = delivery ?? { outcome: '', words: 'Invitation on its way…', link: '' };
  const invited = outcome === 'Invited';
  return (
    <Outcome done={invited} name="Coaching follow-up">
      <p>{sayMeeting(draft, clock.today())}</p>
      <p>{invited ? `Invited: ${sayGuests(home, draft)}` : words}</p>
      {outcome === 'Waiting' && <p>{home.hourly ? laterByItself : laterByHand}</p>}
      {link !== '' && (
        <p>
          <a href={link} target="_blank" rel="noopener noreferrer">
            Open event
          </a>
        </p>
      )}
      {delivery && !invited && (
        <p class="acts">
          <Act go={deliver}>Try again</Act>
        </p>
      )}
    </Outcome>
  );
}

const laterByItself = 'The invitation will be sent within the hour; nothing to do.';
const laterByHand = 'Send it later from Home, or try again now.';

function sayGuests({ reference, user }: Home, { coachee }: SessionDraft): string {
  const { invited } = guestsOf(reference, user, coachee, memberOf(reference, coachee)?.team ?? '');
  return invited
    .filter(({ email }) => email !== user)
    .map(({ name }) => name)
    .join(', ');
}

interface OutcomeProps {
  readonly name: string;
  readonly done?: boolean;
  readonly children: ComponentChildren;
}

function Outcome({ name, done = false, children }: OutcomeProps) {
  return (
    <section class="outcome quiet">
      <Badge done={done} />
      <div role="status">
        <h2>{name}</h2>
        {children}
      </div>
    </section>
  );
}
