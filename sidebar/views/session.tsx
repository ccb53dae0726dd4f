import { useMemo, useRef } from 'preact/hooks';
import { sayDay } from '../../src/domain/days.ts';
import { type KeptDraft, missing, sayMissing } from '../../src/domain/drafts.ts';
import type { Busy } from '../../src/domain/follow-ups.ts';
import { parts } from '../../src/domain/policy.ts';
import { nameOf } from '../../src/domain/reference.ts';
import type { SessionDraft } from '../../src/domain/sessions.ts';
import { whyNotInvited, wrongDate } from '../checks.ts';
import type { SchoolClock } from '../clock.ts';
import type { Keeping } from '../keeper.ts';
import { freeDayFinder, meetingOn, noMeeting, otherThan, pairOf, suggestedDay } from '../meeting.ts';
import { type SectionKey, sectionOf } from '../sections.ts';
import type { Edited, Home, Saved } from '../server.ts';
import { type Typed, useDraft } from '../use-draft.ts';
import { useOpening } from '../use-opening.ts';
import { type ToSave, useSaving } from '../use-saving.ts';
import { count } from '../words.ts';
import { AboutSection } from './about.tsx';
import { Banner } from './banner.tsx';
import { allWords, BeyondLimits, Readers } from './beyond.tsx';
import { FollowUpSection } from './follow-up.tsx';
import { HowItWentSection } from './how-it-went.tsx';
import { MartiniFields } from './martini.tsx';
import { OutcomeSection } from './outcome.tsx';
import { Act, View } from './page.tsx';
import { PartSection } from './part.tsx';
import { Steps } from './steps.tsx';
import { VersionsView } from './versions.tsx';

interface SessionProps {
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly opened: KeptDraft;
  /** When the coach is not free, as far as it is known yet. */
  readonly busy?: readonly Busy[];
  readonly leave: (after: Promise<void>) => void;
  readonly saved: (draft: SessionDraft, saved: Saved | Edited) => void;
}

/** A session, from choosing the coachee to saving it, or saved already and to be corrected. */
export function SessionView({ home, clock, opened, busy: known = [], leave, saved }: SessionProps) {
  const { base } = opened;
  const busy = otherThan(base, known);
  const begun = useMemo(
    () => (opened.at === '' && !base ? { ...opened, draft: suggest(home, opened.draft, [], clock, busy) } : opened),
    [],
  );
  const hasMet = (coachee: string): boolean =>
    base ? base.howItWent !== '' : home.coachees.some(({ email }) => email === coachee);
  const raw = useDraft(home, begun, clock, beginWith(begun.draft, !base && hasMet(begun.draft.coachee)));
  const { draft, beside, keeper, show } = raw;
  const isNote = draft.kind === 'Martini';
  const opening = useOpening(base || isNote ? '' : draft.coachee);
  // Until somebody arranges the follow-up, it moves with the coachee and the date.
  const arranged = useRef(base !== undefined || (opened.at !== '' && opened.draft.coachee !== ''));

  const mine: ToSave = { ...opened, draft, ...beside };
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
    looksBack: opening.opened ? opening.opened.met > 0 : hasMet(draft.coachee),
    change(part, more = {}) {
      if (refusedField && (refusedField in part || refusedField in more)) rest();
      if (Object.keys(part).some((field) => sectionOf(field) === 'followUp')) arranged.current = true;
      const next = { ...draft, ...part };
      const moves = !arranged.current && ('coachee' in part || 'date' in part || 'kind' in part || 'others' in more);
      raw.change(
        moves
          ? suggest(
              home,
              next,
              (more.others ?? beside.others).map(({ coachee }) => coachee),
              clock,
              busy,
            )
          : part,
        more,
      );
      // Whoever has met somebody before is asked first how it has been going.
      const chosen = !base && next.kind === 'Formal' && next.coachee !== draft.coachee;
      if (chosen && hasMet(next.coachee)) show('howItWent');
    },
  };
  const dates = wrongDate(draft, base, clock);
  const wrong = (field: string): string | undefined =>
    refusedField === field ? refused?.message : dates?.field === field ? dates.message : undefined;

  const goHome = () => leave(keeper.leave());
  if (theirs) {
    const same = withTheirAnswers(mine, theirs.session);
    return <VersionsView key={theirs.edit} {...{ home, clock, theirs, saving, save, rest, goHome }} mine={same} />;
  }
  const working = saving.at === 'work';
  const correcting = base !== undefined;
  const grows = base?.kind === 'Martini' && !isNote;
  const alone = draft.kind === 'Group' && !correcting && beside.others.length === 0;
  const group = draft.kind === 'Group' && !correcting && beside.others.length > 0;
  const name = draft.coachee === '' ? (isNote ? 'Quick note' : 'New session') : nameOf(home.reference, draft.coachee);
  const note = opening.opened?.lineManager ?? '';
  const last = opening.opened?.last;
  return (
    <View
      quiet
      title={group ? `${name} and ${count(beside.others.length, 'other')}` : name}
      goHome={goHome}
      working={working}
      beside={<Kept keeping={raw.keeping} clock={clock} />}
      banner={!refusedField && <Banner saving={saving} again={() => save()} rest={rest} />}
      foot={
        <>
          <BeyondLimits home={home} words={allWords(draft, beside)} />
          <Act kind="act main" off={working || alone || missing(draft).length > 0} go={() => save()}>
            {working
              ? 'Saving…'
              : isNote
                ? 'Save the note'
                : correcting && !grows
                  ? 'Save the correction'
                  : 'Save session'}
          </Act>
          {!working && (
            <p class="quiet small">
              {sayMissing(draft) || (alone ? 'Another coachee, or choose one person, then it can be saved.' : '')}
            </p>
          )}
        </>
      }
    >
      {base && (
        <p class="quiet small">
          {grows
            ? `The note of ${sayDay(base.date, clock.today())} becomes a full session. What you noted is here already.`
            : `You are correcting the session of ${sayDay(base.date, clock.today())}. Log keeps who changed what and when, not the words.`}
        </p>
      )}
      <fieldset disabled={working}>
        {isNote ? (
          <MartiniFields {...{ home, clock, typed, wrong, correcting, busy, note }} />
        ) : (
          <>
            <AboutSection {...{ home, clock, typed, wrong, correcting, note }} />
            {typed.looksBack && (
              <HowItWentSection {...{ home, clock, typed, wrong }} opening={correcting ? undefined : opening} />
            )}
            {parts.map((part) => (
              <PartSection
                key={part.key}
                {...{ part, home, typed }}
                wrong={wrong(part.key)}
                last={part.key === 'target' ? last?.target : undefined}
              >
                {part.key === 'decision' && <Steps {...{ home, clock, typed, wrong, correcting }} />}
              </PartSection>
            ))}
            <OutcomeSection {...{ typed, wrong }} last={last?.outcome} />
            <FollowUpSection {...{ home, clock, typed, wrong, correcting, busy }} />
          </>
        )}
      </fieldset>
      <Readers home={home} />
    </View>
  );
}

// With somebody who was met before it begins with what was promised.
function beginWith({ coachee, kind }: SessionDraft, looksBack: boolean): SectionKey {
  if (kind === 'Martini') return 'target';
  return coachee === '' ? 'about' : looksBack ? 'howItWent' : 'strength';
}

// What an earlier try wrote below my words, of steps that I had answered, is no other version of them.
function withTheirAnswers(mine: ToSave, { howItWent }: SessionDraft): ToSave {
  const written = !mine.base && howItWent.startsWith(mine.draft.howItWent);
  return written ? { ...mine, draft: { ...mine.draft, howItWent } } : mine;
}

function Kept({ keeping, clock }: { keeping: Keeping | undefined; clock: SchoolClock }) {
  if (!keeping) return null;
  const at = clock.say(keeping.at);
  const words = { safe: `kept ${at} ✓`, here: `kept in this browser ${at}`, nowhere: 'not kept yet' };
  return <span class={keeping.where === 'nowhere' ? 'quiet overdue' : 'quiet'}>{words[keeping.where]}</span>;
}

// A follow-up is offered as soon as there is somebody to meet, unless they may not be invited; with a note it is asked for.
function suggest(
  { reference, user }: Home,
  draft: SessionDraft,
  others: readonly string[],
  clock: SchoolClock,
  busy: readonly Busy[],
): SessionDraft {
  const pair = pairOf(reference, user, draft.coachee, ...(draft.kind === 'Group' ? others : []));
  if (draft.kind === 'Martini' || pair.coachees.length === 0 || whyNotInvited(reference, pair)) {
    return { ...draft, ...noMeeting };
  }
  const find = freeDayFinder(reference, pair, draft, busy);
  return { ...draft, ...meetingOn(suggestedDay(reference, find, draft.date, clock.today()), reference, draft) };
}
