import { useMemo, useRef, useState } from 'preact/hooks';
import { emptySession, type KeptDraft } from '../src/domain/drafts.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import { schoolClock } from './clock.ts';
import { forgetHere, newId, unfinished } from './drafts.ts';
import { type Edited, type Home, type Saved, server, whyNot } from './server.ts';
import { CheckView } from './views/check.tsx';
import { HomeView } from './views/home.tsx';
import { Refused } from './views/refused.tsx';
import { SavedView } from './views/saved.tsx';
import { SessionView } from './views/session.tsx';
import { SessionsView } from './views/sessions.tsx';

type View =
  | { readonly name: 'home' | 'check' }
  | { readonly name: 'sessions'; readonly coachee: string }
  | { readonly name: 'session'; readonly kept: KeptDraft }
  | { readonly name: 'saved'; readonly draft: SessionDraft; readonly saved: Saved | Edited };

/** The whole sidebar: one view at a time, all of them over what Home said last. */
export function App({ opened }: { opened: Home }) {
  const [home, setHome] = useState(opened);
  const [view, setView] = useState<View>({ name: opened.start });
  const [gone, setGone] = useState<readonly string[]>([]);
  const asked = useRef(0);
  const clock = useMemo(() => schoolClock(home), [home]);

  async function refresh(): Promise<void> {
    const turn = ++asked.current;
    // An answer that does not come leaves the old one standing, which is what it is for.
    const fresh = await server.home.read().catch(() => undefined);
    if (fresh && turn === asked.current) setHome(fresh);
  }

  const drafts = unfinished(home.user, home.drafts).filter((kept) => !gone.includes(keyOf(kept)));
  const forget = (kept: KeptDraft) => setGone((keys) => [...keys, keyOf(kept)]);
  const open = (kept: KeptDraft) => setView({ name: 'session', kept });

  function goHome(after: Promise<void> = Promise.resolve()): void {
    setView({ name: 'home' });
    void after.then(refresh);
  }

  function begin(coachee = ''): void {
    // Whoever is chosen again while words for them are unfinished expects to find those words.
    const begun = drafts.find(({ draft, base }) => coachee !== '' && draft.coachee === coachee && !base);
    open(begun ?? { draft: { ...emptySession(newId(), clock.today()), coachee }, part: '', at: '' });
  }

  async function correct(id: string): Promise<string> {
    const begun = drafts.find(({ draft }) => draft.id === id);
    if (begun) open(begun);
    else {
      try {
        const { session, mayChange, why } = await server.sessions.read(id);
        if (!session || !mayChange) return why;
        open({ draft: session, base: session, edit: newId(), part: '', at: '' });
      } catch (thrown) {
        return whyNot(thrown);
      }
    }
    return '';
  }

  function discard(kept: KeptDraft): void {
    const { id } = kept.draft;
    forgetHere(id);
    forget(kept);
    if (home.drafts.some(({ draft }) => draft.id === id)) void server.drafts.drop(id).catch(() => undefined);
  }

  if (home.refusal !== '') return <Refused words={home.refusal} again={refresh} />;
  if (view.name === 'session') {
    const { kept } = view;
    return (
      <SessionView
        key={keyOf(kept)}
        home={home}
        clock={clock}
        opened={kept}
        leave={goHome}
        saved={(draft, saved) => {
          forget(kept);
          setView({ name: 'saved', draft, saved });
        }}
      />
    );
  }
  if (view.name === 'saved') return <SavedView {...{ ...view, home, clock, goHome, begin, correct, refresh }} />;
  if (view.name === 'sessions') return <SessionsView {...{ ...view, home, clock, goHome, begin, correct }} />;
  if (view.name === 'check') return <CheckView goHome={goHome} />;
  return (
    <HomeView
      {...{ home, clock, drafts, begin, discard, refresh }}
      resume={open}
      show={(coachee) => setView({ name: 'sessions', coachee })}
      check={() => setView({ name: 'check' })}
    />
  );
}

// A correction is not the session that it corrects: what has become of the one says nothing of the other.
const keyOf = ({ draft, edit }: KeptDraft): string => edit ?? draft.id;
