import type { KeptDraft } from '../../src/domain/drafts.ts';
import { memberOf } from '../../src/domain/reference.ts';
import type { SchoolClock } from '../clock.ts';
import type { Coachee, Home } from '../server.ts';
import { sayDue, sayMet } from '../words.ts';
import { Act, Block, View } from './page.tsx';
import { PersonChooser } from './people.tsx';
import { Unfinished } from './unfinished.tsx';
import { WaitingInvitations } from './waiting.tsx';

interface HomeProps {
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly drafts: readonly KeptDraft[];
  readonly begin: (coachee?: string) => void;
  readonly resume: (kept: KeptDraft) => void;
  readonly discard: (kept: KeptDraft) => void;
  readonly show: (coachee: string) => void;
  readonly check: () => void;
  readonly refresh: () => Promise<void>;
}

/** Where the sidebar opens: who I am, whom I coach, what is due, and what is unfinished. */
export function HomeView({ home, clock, drafts, begin, resume, discard, refresh, show, check }: HomeProps) {
  const due = home.coachees.filter((coachee) => coachee.due !== '');
  // Whoever has left the school stays in the figures.
  const others = home.coachees.filter((coachee) => coachee.due === '' && memberOf(home.reference, coachee.email));
  return (
    <View
      title="STRIDE Coaching"
      unseen
      foot={
        home.mayCoach && (
          <Act kind="act main" go={() => begin()}>
            New session
          </Act>
        )
      }
    >
      <p class="quiet small">Signed in as {home.user}</p>
      {home.mayCoach ? (
        <>
          <Block name="How's it been going?">
            {due.length === 0 && (
              <p class="quiet">No follow-ups due. When you save a session with a follow-up date, it shows here.</p>
            )}
            {due.map((coachee) => (
              <Person key={coachee.email} kind="card" {...{ coachee, home, show }} />
            ))}
          </Block>
          <WaitingInvitations waiting={home.waiting} refresh={refresh} />
          {drafts.length > 0 && (
            <Block name="Unfinished">
              {drafts.map((kept) => (
                <Unfinished key={kept.draft.id} {...{ kept, home, clock, resume, discard }} />
              ))}
            </Block>
          )}
          {others.length > 0 && (
            <Block name="My coachees">
              <ul class="people">
                {others.map((coachee) => (
                  <li key={coachee.email}>
                    <Person kind="person" {...{ coachee, home, show }} />
                  </li>
                ))}
              </ul>
            </Block>
          )}
          <Block name="This half-term" detail={home.halfTerm.replace(/^\S+ /, '')}>
            <div class="figures">
              <Figure amount={home.sessionsThisHalfTerm} one="session" many="sessions" />
              <Figure amount={home.coachees.length} one="person I coach" many="people I coach" />
            </div>
          </Block>
        </>
      ) : (
        <p class="refusal">
          The Staff tab does not have you as a coach yet. Ask the director of coaching to tick “May coach” beside your
          name.
        </p>
      )}
      {home.isDirector && (
        <Block name="Sessions of anyone">
          <PersonChooser people={home.reference.staff} chosen="" choose={show} wrong={undefined} />
        </Block>
      )}
      {home.reference.problems.length > 0 && (
        <Block name="The sheet needs a look">
          <ul class="problems">
            {home.reference.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Block>
      )}
      <p class="acts">
        <Act kind="link quiet" go={check}>
          Check rows and invitations
        </Act>
      </p>
    </View>
  );
}

interface PersonProps {
  readonly coachee: Coachee;
  readonly home: Home;
  readonly kind: 'card' | 'person';
  readonly show: (coachee: string) => void;
}

function Person({ coachee, home: { today }, kind, show }: PersonProps) {
  return (
    <button type="button" class={kind} onClick={() => show(coachee.email)}>
      <span class="line">
        <span>{coachee.name}</span>{' '}
        {coachee.due && <span class={coachee.overdue ? 'quiet overdue' : 'quiet'}>{sayDue(coachee, today)}</span>}
      </span>{' '}
      <span class="quiet">{sayMet(coachee, today)}</span>
    </button>
  );
}

function Figure({ amount, one, many }: { amount: number; one: string; many: string }) {
  return (
    <p class="quiet">
      <b>{amount}</b> {amount === 1 ? one : many}
    </p>
  );
}
