import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Beside, besideOf, type KeptDraft } from '../src/domain/drafts.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import type { SchoolClock } from './clock.ts';
import { type Keeper, type Keeping, makeKeeper } from './keeper.ts';
import { fieldId, type SectionKey, sectionCalled } from './sections.ts';
import type { Home } from './server.ts';

/** A session while it is typed. */
export interface Typed {
  readonly draft: SessionDraft;
  /** What it says on other tabs: steps, what has become of earlier ones, and the others of a group. */
  readonly beside: Beside;
  change(part: Partial<SessionDraft>, beside?: Partial<Beside>): void;
  /** Whether the two have met before, so that there is something to look back at. */
  readonly looksBack: boolean;
  /** The section that is open, if one is. */
  readonly open: SectionKey | undefined;
  /** Opens a section and gives one of its fields the focus; closes what was open. */
  show(section: SectionKey | undefined, field?: string): void;
  readonly keeping: Keeping | undefined;
  readonly keeper: Keeper;
}

/** Holds a session's draft, keeps every change of it, and knows which section is open: at first the one to `begin` with. */
export function useDraft(
  home: Home,
  opened: KeptDraft,
  clock: SchoolClock,
  begin: SectionKey,
): Omit<Typed, 'looksBack'> {
  const first = sectionCalled(opened.part) ?? begin;
  const [held, setHeld] = useState(() => ({ draft: opened.draft, beside: besideOf(opened) }));
  const [open, setOpen] = useState<SectionKey | undefined>(first);
  const [keeping, setKeeping] = useState<Keeping | undefined>(
    opened.at === '' ? undefined : { at: opened.at, where: 'safe' },
  );
  const [focus, setFocus] = useState({ field: opened.draft.coachee === '' ? 'coachee' : first });
  // Two changes may come before the next drawing, and the second must not be made to what the first found.
  const latest = useRef(held);
  const { id } = opened.draft;

  const keeper = useMemo(() => {
    const known = home.drafts.find((kept) => kept.draft.id === id);
    const behind = opened.at !== '' && !(known && Date.parse(known.at) >= Date.parse(opened.at));
    return makeKeeper(home.user, { kept: opened, there: known !== undefined, behind }, setKeeping);
  }, [id]);

  useEffect(() => {
    const hidden = () => void (document.visibilityState === 'hidden' && keeper.leave());
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', keeper.write);
    document.addEventListener('focusout', keeper.write);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', keeper.write);
      document.removeEventListener('focusout', keeper.write);
    };
  }, [keeper]);

  useLayoutEffect(() => {
    const control = document.getElementById(fieldId(focus.field));
    control?.closest('.section')?.scrollIntoView({ block: 'nearest' });
    control?.focus();
  }, [focus]);

  return {
    ...held,
    open,
    keeping,
    keeper,
    change(part, more = {}) {
      const { draft, beside } = latest.current;
      latest.current = { draft: { ...draft, ...part }, beside: { ...beside, ...more } };
      setHeld(latest.current);
      const { steps, answers, others } = latest.current.beside;
      const kept = { ...opened, draft: latest.current.draft, steps, answers, others };
      keeper.note({ ...kept, part: open ?? '', at: clock.now() });
    },
    show(section, field) {
      setOpen(section);
      if (section) setFocus({ field: field ?? section });
    },
  };
}
