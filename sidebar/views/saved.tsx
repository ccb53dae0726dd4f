import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Delivery } from '../../src/domain/follow-ups.ts';
import { nameOf } from '../../src/domain/reference.ts';
import type { SessionDraft } from '../../src/domain/sessions.ts';
import type { SchoolClock } from '../clock.ts';
import { type Edited, type Home, type Saved, server, whyNot } from '../server.ts';
import { sayMeeting } from '../words.ts';
import { type Correct, CorrectIt } from './correct.tsx';
import { Hourly } from './hourly.tsx';
import { Act, Badge, Link, View } from './page.tsx';

interface SavedProps {
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly draft: SessionDraft;
  readonly saved: Saved | Edited;
  readonly goHome: () => void;
  readonly begin: (coachee: string) => void;
  readonly correct: Correct;
  readonly refresh: () => Promise<void>;
  /** Opens the coach's own reflection, if there is one. */
  readonly mirror?: (() => void) | undefined;
}

/** What has been written, and what becomes of the invitation. */
export function SavedView({ home, clock, draft, saved, goHome, begin, correct, refresh, mirror }: SavedProps) {
  const edited = 'changed' in saved;
  const name = nameOf(home.reference, draft.coachee);
  const isNote = draft.kind === 'Martini';
  const [told, setTold] = useState('');
  // Home says otherwise as soon as it is turned on, and the answer to that is still to be read.
  const [offered] = useState(saved.invitation && !home.hourly);
  return (
    <View
      title={edited ? 'Corrected' : 'Saved'}
      foot={
        <>
          <Act kind="act main" go={() => goHome()}>
            Home
          </Act>
          <Act go={() => begin(draft.coachee)}>{name} again</Act>
        </>
      }
    >
      <Outcome
        done
        name={
          isNote ? `Note of a talk with ${name}` : `Session with ${name}${draft.kind === 'Group' ? ' and others' : ''}`
        }
      >
        <p>
          Row {saved.row} of Sessions · <Link to={saved.link}>Show it</Link>
        </p>
        {edited && (
          <p>{saved.changed.length > 0 ? `Changed: ${saved.changed.join(', ')}.` : 'Nothing was different.'}</p>
        )}
        {!saved.invitation && <p>{edited ? sayUnsent(saved) : 'No follow-up was asked for, so nobody is invited.'}</p>}
        {saved.already && <p>An earlier try had written it already: there is one row.</p>}
        <p class="acts">
          <CorrectIt id={draft.id} correct={correct} />
        </p>
      </Outcome>
      {isNote && (
        <p class="acts">
          <Act during="Opening…" go={async () => setTold(await correct(draft.id, 'Formal'))}>
            Grow it into a full session
          </Act>
          <span class="wrong" role="status">
            {told}
          </span>
        </p>
      )}
      {saved.invitation && <Invitation {...{ home, clock, draft, refresh }} />}
      {mirror && (
        <p class="acts">
          <Act kind="link" go={mirror}>
            How did I coach?
          </Act>
          <span class="quiet small">Only you ever see it.</span>
        </p>
      )}
      {offered && <Hourly refresh={refresh} />}
    </View>
  );
}

function sayUnsent({ sender }: Edited): string {
  return sender === ''
    ? 'The follow-up is as it was.'
    : `The invitation waits for ${sender}, in whose calendar it stands.`;
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
      words: whyNot(thrown),
      link: '',
    });
    setDelivery(await server.followUps.deliver(draft.id).catch(waits));
    await refresh();
  }

  const { outcome, words, link } = delivery ?? { outcome: '', words: 'Invitation on its way…', link: '' };
  const done = outcome === 'Invited' || outcome === 'Cancelled';
  return (
    <Outcome done={done} name="Coaching follow-up">
      {draft.followUpDate && <p>{sayMeeting(draft, clock.today())}</p>}
      <p>{words}</p>
      {outcome === 'Waiting' && <p>{home.hourly ? laterByItself : laterByHand}</p>}
      {link !== '' && (
        <p>
          <Link to={link}>Open event</Link>
        </p>
      )}
      {delivery && !done && (
        <p class="acts">
          <Act go={deliver}>Try again</Act>
        </p>
      )}
    </Outcome>
  );
}

const laterByItself = 'The invitation will be sent within the hour; nothing to do.';
const laterByHand = 'Send it later from Home, or try again now.';

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
