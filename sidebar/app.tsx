import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { emptySession, type KeptDraft } from '../src/domain/drafts.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import { schoolClock } from './clock.ts';
import { forgetHere, newId, unfinished } from './drafts.ts';
import { fetchLater, type Later } from './later.ts';
import type { Elsewhere } from './more/elsewhere.tsx';
import { type Edited, type Home, type Saved, server, whyNot } from './server.ts';
import { useSince } from './use-since.ts';
import { HomeView } from './views/home.tsx';
import { LaterView } from './views/later.tsx';
import { Refused } from './views/refused.tsx';

type View =
  | { readonly name: 'home' }
  | Elsewhere
  | { readonly name: 'session'; readonly kept: KeptDraft }
  | { readonly name: 'saved'; readonly draft: SessionDraft; readonly saved: Saved | Edited };

/** The whole sidebar: one view at a time, all of them over what Home said last. */
export function App({ opened }: { opened: Home }) {
  const [home, setHome] = useState(opened);
  const [view, setView] = useState<View>(opened.start === 'home' ? { name: 'home' } : { name: opened.start });
  const [gone, setGone] = useState<readonly string[]>([]);
  const asked = useRef(0);
  const clock = useMemo(() => schoolClock(home), [home]);
  const { since, told, isOld } = useSince(view.name === 'home' && home.refusal === '');

  // What was put right changes what Home says.
  useEffect(() => {
    if (since && since.told.length > 0) void refresh();
  }, [since]);

  // Behind Home, so that nobody waits for it; should it fail, the view that needs it asks again and says why.
  useEffect(() => void fetchLater().catch(() => undefined), []);

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

  function begin(coachee = '', kind: SessionDraft['kind'] = 'Formal'): void {
    // Whoever is chosen again while words for them are unfinished expects to find those words.
    const begun = drafts.find(
      ({ draft, base }) =>
        coachee !== '' && draft.coachee === coachee && !base && (draft.kind === 'Martini') === (kind === 'Martini'),
    );
    open(begun ?? { draft: { ...emptySession(newId(), clock.today()), coachee, kind }, part: '', at: '' });
  }

  async function correct(id: string, kind?: SessionDraft['kind'], part = ''): Promise<string> {
    const begun = drafts.find(({ draft }) => draft.id === id);
    const grown = (draft: SessionDraft) => (kind ? { ...draft, kind } : draft);
    if (begun) open({ ...begun, draft: grown(begun.draft), part: part || begun.part });
    else {
      try {
        const { session, mayChange, why } = await server.sessions.read(id);
        if (!session || !mayChange) return why;
        open({ draft: grown(session), base: session, edit: newId(), part, at: '' });
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
  if (view.name === 'home') {
    return (
      <HomeView
        {...{ home, clock, since, told, drafts, begin, correct, discard, refresh }}
        resume={open}
        go={setView}
      />
    );
  }

  function elsewhere({ SessionView, SavedView, ElsewhereView }: Later) {
    if (view.name === 'session') {
      const { kept } = view;
      return (
        <SessionView
          key={keyOf(kept)}
          home={home}
          clock={clock}
          opened={kept}
          busy={since?.busy ?? []}
          leave={goHome}
          saved={(draft, saved) => {
            forget(kept);
            isOld();
            setView({ name: 'saved', draft, saved });
          }}
        />
      );
    }
    if (view.name === 'saved') {
      const mirror = () => setView({ name: 'mirror', day: view.draft.date });
      return <SavedView {...{ ...view, home, clock, goHome, begin, correct, refresh, mirror }} />;
    }
    if (view.name === 'home') return null;
    return <ElsewhereView {...{ view, home, clock, since, goHome, begin, correct, isOld }} go={setView} />;
  }

  return <LaterView goHome={goHome} draw={elsewhere} />;
}

// A correction is not the session that it corrects: what has become of the one says nothing of the other.
const keyOf = ({ draft, edit }: KeptDraft): string => edit ?? draft.id;
