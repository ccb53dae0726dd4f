import { useMemo, useRef } from 'preact/hooks';
import { sayDay } from '../../src/domain/days.ts';
import { type KeptDraft, missing, sayMissing } from '../../src/domain/drafts.ts';
import { parts } from '../../src/domain/policy.ts';
import { nameOf } from '../../src/domain/reference.ts';
import type { SessionDraft } from '../../src/domain/sessions.ts';
import { whyNotInvited, wrongDate } from '../checks.ts';
import type { SchoolClock } from '../clock.ts';
import type { Keeping } from '../keeper.ts';
import { meetingOn, noMeeting, pairOf, suggestedDay } from '../meeting.ts';
import { sectionOf } from '../sections.ts';
import type { Edited, Home, Saved } from '../server.ts';
import { type Typed, useDraft } from '../use-draft.ts';
import { type ToSave, useSaving } from '../use-saving.ts';
import { AboutSection } from './about.tsx';
import { Banner } from './banner.tsx';
import { FollowUpSection } from './follow-up.tsx';
import { OutcomeSection } from './outcome.tsx';
import { Act, View } from './page.tsx';
import { PartSection } from './part.tsx';
import { VersionsView } from './versions.tsx';

interface SessionProps {
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly opened: KeptDraft;
  readonly leave: (after: Promise<void>) => void;
  readonly saved: (draft: SessionDraft, saved: Saved | Edited) => void;
}

/** A session, from choosing the coachee to saving it, or saved already and to be corrected. */
export function SessionView({ home, clock, opened, leave, saved }: SessionProps) {
  const { base } = opened;
  const begun = useMemo(
    () => (opened.at === '' && !base ? { ...opened, draft: suggest(home, opened.draft, clock) } : opened),
    [],
  );
  const raw = useDraft(home, begun, clock);
  const { draft, keeper, show } = raw;
  // Until somebody arranges the follow-up, it moves with the coachee and the date.
  const arranged = useRef(base !== undefined || (opened.at !== '' && opened.draft.coachee !== ''));

  const mine: ToSave = { ...opened, draft };
  const { saving, theirs, save, rest } = useSaving({
    typed: mine,
    keeper,
    saved,
    refusedAt: (field) => show(sectionOf(field), field),
  });
  const refused = saving.at === 'refused' ? saving.refusal : undefined;
  const refusedField = refused?.field && sectionOf(refused.field) ? refused.field : undefined;

  const typed: Typed = {
    ...raw,
    change(part) {
      if (refusedField && refusedField in part) rest();
      if (Object.keys(part).some((field) => sectionOf(field) === 'followUp')) arranged.current = true;
      const moves = !arranged.current && ('coachee' in part || 'date' in part);
      raw.change(moves ? suggest(home, { ...draft, ...part }, clock) : part);
    },
  };
  const dates = wrongDate(draft, base, clock);
  const wrong = (field: string): string | undefined =>
    refusedField === field ? refused?.message : dates?.field === field ? dates.message : undefined;

  const goHome = () => leave(keeper.leave());
  if (theirs) {
    return <VersionsView key={theirs.edit} {...{ home, clock, mine, theirs, saving, save, rest, goHome }} />;
  }
  const working = saving.at === 'work';
  const name = draft.coachee === '' ? 'New session' : nameOf(home.reference, draft.coachee);
  return (
    <View
      quiet
      title={name}
      goHome={goHome}
      working={working}
      beside={<Kept keeping={raw.keeping} clock={clock} />}
      banner={!refusedField && <Banner saving={saving} again={() => save()} rest={rest} />}
      foot={
        <>
          <Act kind="act main" off={working || missing(draft).length > 0} go={() => save()}>
            {working ? 'Saving…' : base ? 'Save the correction' : 'Save session'}
          </Act>
          {!working && <p class="quiet small">{sayMissing(draft)}</p>}
        </>
      }
    >
      {base && (
        <p class="quiet small">
          You are correcting the session of {sayDay(base.date, clock.today())}. Log keeps who changed what and when, not
          the words.
        </p>
      )}
      <fieldset disabled={working}>
        <AboutSection {...{ home, clock, typed, wrong }} />
        {parts.map((part) => (
          <PartSection key={part.key} {...{ part, home, typed }} wrong={wrong(part.key)} />
        ))}
        <OutcomeSection {...{ typed, wrong }} />
        <FollowUpSection {...{ home, clock, typed, wrong }} correcting={base !== undefined} />
      </fieldset>
      <p class="quiet small readers">{sayReaders(home.reference.settings.safeguardingLead)}</p>
    </View>
  );
}

function Kept({ keeping, clock }: { keeping: Keeping | undefined; clock: SchoolClock }) {
  if (!keeping) return null;
  const at = clock.say(keeping.at);
  const words = { safe: `kept ${at} ✓`, here: `kept in this browser ${at}`, nowhere: 'not kept yet' };
  return <span class={keeping.where === 'nowhere' ? 'quiet overdue' : 'quiet'}>{words[keeping.where]}</span>;
}

// A follow-up is offered as soon as there is somebody to meet, unless the two may not be invited.
function suggest({ reference, user }: Home, draft: SessionDraft, clock: SchoolClock): SessionDraft {
  const pair = pairOf(reference, user, draft.coachee);
  if (!pair.coachee || whyNotInvited(reference, pair)) return { ...draft, ...noMeeting };
  return { ...draft, ...meetingOn(suggestedDay(reference, pair, draft.date, clock.today()), reference, draft) };
}

function sayReaders(lead: string): string {
  const whom = lead === '' ? 'the designated safeguarding lead' : `${lead}, the designated safeguarding lead`;
  return `Everyone with whom this sheet is shared can read this. No pupils' names, nothing about health or family. Worried about a child? Not here: tell ${whom}.`;
}
