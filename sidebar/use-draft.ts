import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { KeptDraft } from '../src/domain/drafts.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import type { SchoolClock } from './clock.ts';
import { type Keeper, type Keeping, makeKeeper } from './keeper.ts';
import { fieldId, type SectionKey, sectionCalled } from './sections.ts';
import type { Home } from './server.ts';

/** A session while it is typed. */
export interface Typed {
  readonly draft: SessionDraft;
  change(part: Partial<SessionDraft>): void;
  /** The section that is open, if one is. */
  readonly open: SectionKey | undefined;
  /** Opens a section and gives one of its fields the focus; closes what was open. */
  show(section: SectionKey | undefined, field?: string): void;
  readonly keeping: Keeping | undefined;
  readonly keeper: Keeper;
}

/** Holds a session's draft, keeps every change of it, and knows which section is open. */
export function useDraft(home: Home, opened: KeptDraft, clock: SchoolClock): Typed {
  const first = sectionCalled(opened.part) ?? (opened.draft.coachee === '' ? 'about' : 'strength');
  const [draft, setDraft] = useState(opened.draft);
  const [open, setOpen] = useState<SectionKey | undefined>(first);
  const [keeping, setKeeping] = useState<Keeping | undefined>(
    opened.at === '' ? undefined : { at: opened.at, where: 'safe' },
  );
  const [focus, setFocus] = useState({ field: opened.draft.coachee === '' ? 'coachee' : first });
  // Two changes may come before the next drawing, and the second must not be made to what the first found.
  const latest = useRef(opened.draft);
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
    draft,
    open,
    keeping,
    keeper,
    change(part) {
      latest.current = { ...latest.current, ...part };
      setDraft(latest.current);
      keeper.note({ ...opened, draft: latest.current, part: open ?? '', at: clock.now() });
    },
    show(section, field) {
      setOpen(section);
      if (section) setFocus({ field: field ?? section });
    },
  };
}
