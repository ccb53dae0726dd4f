import { useMemo, useRef, useState } from 'preact/hooks';
import { emptySession, type KeptDraft } from '../src/domain/drafts.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import { schoolClock } from './clock.ts';
import { forgetHere, newId, unfinished } from './drafts.ts';
import { type Home, type Saved, server } from './server.ts';
import { HomeView } from './views/home.tsx';
import { Refused } from './views/refused.tsx';
import { SavedView } from './views/saved.tsx';
import { SessionView } from './views/session.tsx';

type View =
  | { readonly name: 'home' }
  | { readonly name: 'session'; readonly kept: KeptDraft }
  | { readonly name: 'saved'; readonly draft: SessionDraft; readonly saved: Saved; readonly apart: boolean };

/** The whole sidebar: one view at a time, all of them over what Home said last. */
export function App({ opened }: { opened: Home }) {
  const [home, setHome] = useState(opened);
  const [view, setView] = useState<View>({ name: 'home' });
  const [gone, setGone] = useState<readonly string[]>([]);
  const asked = useRef(0);
  const clock = useMemo(() => schoolClock(home), [home]);

  async function refresh(): Promise<void> {
    const turn = ++asked.current;
    // An answer that does not come leaves the old one standing, which is what it is for.
    const fresh = await server.home.read().catch(() => undefined);
    if (fresh && turn === asked.current) setHome(fresh);
  }

  const drafts = unfinished(home.user, home.drafts).filter(({ draft }) => !gone.includes(draft.id));
  const forget = (id: string) => setGone((ids) => [...ids, id]);

  function goHome(after: Promise<void> = Promise.resolve()): void {
    setView({ name: 'home' });
    void after.then(refresh);
  }

  function begin(coachee = ''): void {
    // Whoever is chosen again while words for them are unfinished expects to find those words.
    const begun = coachee === '' ? undefined : drafts.find(({ draft }) => draft.coachee === coachee);
    const draft = { ...emptySession(newId(), clock.today()), coachee };
    setView({ name: 'session', kept: begun ?? { draft, part: '', at: '' } });
  }

  function discard(id: string): void {
    forgetHere(id);
    forget(id);
    if (home.drafts.some(({ draft }) => draft.id === id)) void server.drafts.drop(id).catch(() => undefined);
  }

  if (home.refusal !== '') return <Refused words={home.refusal} again={refresh} />;
  if (view.name === 'session') {
    return (
      <SessionView
        key={view.kept.draft.id}
        home={home}
        clock={clock}
        opened={view.kept}
        leave={goHome}
        saved={(draft, saved, apart) => {
          forget(draft.id);
          setView({ name: 'saved', draft, saved, apart });
        }}
      />
    );
  }
  if (view.name === 'saved') {
    return (
      <SavedView
        {...view}
        key={view.draft.id}
        home={home}
        clock={clock}
        goHome={goHome}
        begin={begin}
        refresh={refresh}
      />
    );
  }
  return (
    <HomeView
      home={home}
      clock={clock}
      drafts={drafts}
      begin={begin}
      resume={(kept) => setView({ name: 'session', kept })}
      discard={discard}
      refresh={refresh}
    />
  );
}
