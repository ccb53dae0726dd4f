import { useEffect, useRef, useState } from 'preact/hooks';
import { type EvidenceDraft, evidenceOutcomes, evidence as table } from '../../src/domain/evidence.ts';
import { evidenceSources } from '../../src/domain/policy.ts';
import { nameOf } from '../../src/domain/reference.ts';
import type { SchoolClock } from '../clock.ts';
import { fieldId } from '../sections.ts';
import { type Gathered, type Home, type SavedEvidence, server } from '../server.ts';
import { BeyondLimits, Readers } from '../views/beyond.tsx';
import { Chips, Input, Select, Wrong } from '../views/fields.tsx';
import { Act, View } from '../views/page.tsx';
import {
  type About,
  aboutOf,
  aboutOptions,
  asksFirst,
  forgetEvidence,
  keepEvidence,
  leavesOut,
  stillNeeded,
  withAbout,
} from './evidence-parts.ts';
import { NotSaved, useSending } from './sending.tsx';
import { firstName } from './words.ts';
import { WordsBox } from './words-box.tsx';

interface FormProps {
  readonly opened: EvidenceDraft;
  /** Whether these are words from before, which were not saved. */
  readonly before: boolean;
  readonly gathered: Gathered;
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly leave: () => void;
  readonly saved: (saved: SavedEvidence) => void;
}

const { columns } = table;

/** A piece of evidence while it is written: where it comes from, what was seen, and what that says about pupils. */
export function EvidenceForm({ opened, before, gathered, home, clock, leave, saved }: FormProps) {
  const [draft, setDraft] = useState(opened);
  const [asked, setAsked] = useState(false);
  const { working, refusal, wrong, send } = useSending();
  const isKept = useRef(true);
  const { user, reference } = home;
  const today = clock.today();
  const missing = stillNeeded(draft);
  const plan = gathered.plans.find(({ id }) => id === draft.plan);
  const change = (part: Partial<EvidenceDraft>) => setDraft((now) => ({ ...now, ...part }));

  useEffect(() => {
    if (draft !== opened) isKept.current = keepEvidence(user, draft);
  }, [draft]);

  const save = () =>
    send(async () => {
      const done = await server.evidence.save(draft);
      forgetEvidence(user);
      saved(done);
    });

  function discard(): void {
    forgetEvidence(user);
    leave();
  }

  const coachee = plan ? nameOf(reference, plan.coachee) : '';
  const words = (of: 'seen' | 'startingPoint' | 'link', line = false) => (
    <WordsBox
      {...{ of, line }}
      label={`${columns[of].header}${of === 'seen' ? '' : ' (optional)'}`}
      help={columns[of].help}
      words={draft[of]}
      wrong={wrong(of)}
      put={(typed) => change({ [of]: typed })}
    />
  );
  return (
    <View
      title="New evidence"
      goHome={() => (isKept.current ? leave() : setAsked(true))}
      working={working}
      banner={<NotSaved refusal={refusal} />}
      foot={
        asked ? (
          <>
            <Act kind="act red" go={discard}>
              Discard these words
            </Act>
            <Act go={() => setAsked(false)}>Keep them</Act>
          </>
        ) : (
          <>
            <BeyondLimits home={home} words={[draft.seen, draft.startingPoint].join('\n')} />
            <Act kind="act main" off={working || missing.length > 0} go={save}>
              {working ? 'Saving…' : 'Save evidence'}
            </Act>
            <span class="quiet small">{missing.length > 0 && `Still needed: ${missing.join(', ')}.`}</span>
          </>
        )
      }
    >
      {before && (
        <p class="line">
          <span class="quiet">Your words from before are here; they are not saved yet.</span>
          <Act kind="link quiet" says="Discard the words from before" go={() => setAsked(true)}>
            Discard
          </Act>
        </p>
      )}
      <fieldset disabled={working}>
        <Select
          of="about"
          label="About"
          value={aboutOf(draft)}
          options={aboutOptions(gathered, 'Choose a plan or a team')}
          // Each value is one of these options.
          chosen={(about) => setDraft(withAbout(draft, about as About, gathered))}
        />
        <Wrong of={fieldId('about')} words={wrong('about')} />
        <Chips
          legend="Where does it come from?"
          id={fieldId('source')}
          options={evidenceSources.map((source) => ({
            words: source,
            on: draft.source === source,
            press: () => change({ source }),
          }))}
        />
        <Wrong of={fieldId('source')} words={wrong('source')} />
        {plan && asksFirst(draft) && (
          <>
            <Chips
              legend="About one person only if they asked for it"
              options={[
                {
                  words: plan.coachee === user ? 'I asked for it' : `${firstName(coachee)} asked for it`,
                  on: draft.askedFor === 'yes',
                  press: () => change({ askedFor: draft.askedFor === 'yes' ? '' : 'yes' }),
                },
              ]}
            />
            {leavesOut(draft) && (
              <p class="asks" role="status">
                It is kept for {plan.team || 'the team'} alone: without {coachee}, the plan and its starting point.
              </p>
            )}
          </>
        )}
        <Input
          of="date"
          label="Date"
          type="date"
          max={today}
          value={draft.date}
          typed={(date) => change({ date })}
          wrong={wrong}
        />
        <Select
          of="theme"
          label="Theme (optional)"
          value={draft.theme}
          options={[...new Set(['', ...reference.settings.themes, draft.theme])].map((each) => ({
            value: each,
            words: each || 'Choose a theme',
          }))}
          chosen={(theme) => change({ theme })}
        />
        {words('startingPoint')}
        {words('seen')}
        <Chips
          legend="What does it say about the pupil outcome?"
          id={fieldId('outcome')}
          options={evidenceOutcomes.map((outcome) => ({
            words: outcome,
            on: draft.outcome === outcome,
            press: () => change({ outcome }),
          }))}
        />
        {words('link', true)}
      </fieldset>
      <Readers home={home} />
    </View>
  );
}
