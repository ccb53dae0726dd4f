import { useState } from 'preact/hooks';
import type { KeptDraft } from '../../src/domain/drafts.ts';
import { memberOf } from '../../src/domain/reference.ts';
import type { SessionDraft } from '../../src/domain/sessions.ts';
import type { SchoolClock } from '../clock.ts';
import type { Elsewhere } from '../more/elsewhere.tsx';
import { type Home, type Since, server, whyNot } from '../server.ts';
import { CoacheeCard } from './coachee.tsx';
import type { Correct } from './correct.tsx';
import { LaterPart } from './later.tsx';
import { Act, Block, View } from './page.tsx';
import { PersonChooser } from './people.tsx';
import { Unfinished } from './unfinished.tsx';
import { WaitingInvitations } from './waiting.tsx';

interface HomeProps {
  readonly home: Home;
  readonly clock: SchoolClock;
  /** What has happened since, once the sheet has said so; or why it has not. */
  readonly since: Since | undefined;
  readonly told: string;
  readonly drafts: readonly KeptDraft[];
  readonly begin: (coachee?: string, kind?: SessionDraft['kind']) => void;
  readonly correct: Correct;
  readonly resume: (kept: KeptDraft) => void;
  readonly discard: (kept: KeptDraft) => void;
  readonly go: (to: Elsewhere) => void;
  readonly refresh: () => Promise<void>;
}

/** Where the sidebar opens: who I am, whom I coach, what is due, what has happened since, and what is unfinished. */
export function HomeView(props: HomeProps) {
  const { home, clock, since, told, drafts, begin, correct, resume, discard, go, refresh } = props;
  const due = home.coachees.filter((coachee) => coachee.due !== '');
  // Whoever has left the school stays in the figures.
  const others = home.coachees.filter((coachee) => coachee.due === '' && memberOf(home.reference, coachee.email));
  const card = { home, since, begin, correct, go };
  const [wrong, setWrong] = useState('');

  async function papers(): Promise<void> {
    setWrong('');
    await server.papers.open().catch((thrown) => setWrong(whyNot(thrown)));
  }

  return (
    <View title="STRIDE Coaching" unseen foot={<Ways {...{ home, begin, go }} />}>
      <p class="quiet small">Signed in as {home.user}</p>
      {home.mayCoach ? (
        <>
          <Block name="How's it been going?">
            {due.length === 0 && (
              <p class="quiet">No follow-ups due. When you save a session with a follow-up date, it shows here.</p>
            )}
            {due.map((coachee) => (
              <CoacheeCard key={coachee.email} {...{ coachee, ...card }} />
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
          {since && hasNews(since) && <News {...{ home, since, go }} />}
          {others.length > 0 && (
            <Block name="My coachees">
              <ul class="people">
                {others.map((coachee) => (
                  <li key={coachee.email}>
                    <CoacheeCard bare {...{ coachee, ...card }} />
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
        <>
          {since && hasNews(since) && <News {...{ home, since, go }} />}
          <p class={since && hasNews(since) ? 'quiet block' : 'refusal'}>
            The Staff tab does not have you as a coach yet. Ask the director of coaching to tick “May coach” beside your
            name.
          </p>
        </>
      )}
      {home.isDirector && (
        <Block name="Sessions of anyone">
          <PersonChooser
            people={home.reference.staff}
            chosen=""
            choose={(coachee) => go({ name: 'sessions', coachee })}
            wrong={undefined}
          />
          <p class="acts">
            <Act kind="link" go={() => go({ name: 'master' })}>
              Filter sessions
            </Act>
            <Act kind="link" during="Making it…" go={papers}>
              Governors’ page
            </Act>
            <Act kind="link" go={() => go({ name: 'years' })}>
              New school year
            </Act>
          </p>
          {wrong && (
            <p class="wrong" role="alert">
              {wrong}
            </p>
          )}
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
      {told && <p class="quiet block">{told}</p>}
      <p class="acts">
        <Act kind="link quiet" go={() => go({ name: 'check' })}>
          Check rows and invitations
        </Act>
      </p>
    </View>
  );
}

function Ways({ home: { mayCoach }, begin, go }: Pick<HomeProps, 'home' | 'begin' | 'go'>) {
  return (
    <>
      {mayCoach && (
        <>
          <Act kind="act main" go={() => begin()}>
            New session
          </Act>
          <Act go={() => begin('', 'Martini')}>Quick note (Martini)</Act>
        </>
      )}
      <nav class="line" aria-label="More">
        <Act kind="link" go={() => go({ name: 'plans' })}>
          Plans
        </Act>
        <Act kind="link" go={() => go({ name: 'evidence', plan: '' })}>
          Evidence
        </Act>
        <Act kind="link" go={() => go({ name: 'find' })}>
          Find a coach
        </Act>
        {mayCoach && (
          <Act kind="link" go={() => go({ name: 'mirror', day: '' })}>
            My mirror
          </Act>
        )}
      </nav>
    </>
  );
}

// It comes by itself, and only for whom it holds something.
function News(props: Pick<HomeProps, 'home' | 'go'> & { readonly since: Since }) {
  return <LaterPart draw={({ NewsBlocks }) => <NewsBlocks {...props} />} />;
}

const hasNews = ({ told, agreed, plans, own, ownMeetings, teams, impact }: Since): boolean =>
  [told, agreed, plans, own, ownMeetings, teams, impact].some(({ length }) => length > 0);

function Figure({ amount, one, many }: { amount: number; one: string; many: string }) {
  return (
    <p class="quiet">
      <b>{amount}</b> {amount === 1 ? one : many}
    </p>
  );
}
