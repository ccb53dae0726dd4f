import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PlanDraft } from '../../src/domain/plans.ts';
import { nameOf } from '../../src/domain/reference.ts';
import type { SchoolClock } from '../clock.ts';
import { againstDay, pairOf } from '../meeting.ts';
import { type Home, server, type WholePlan } from '../server.ts';
import { BeyondLimits, Readers } from '../views/beyond.tsx';
import { Act, Block, Notes, View } from '../views/page.tsx';
import { PersonChooser } from '../views/people.tsx';
import { PlanBox } from './plan-box.tsx';
import { forgetPlan, type KeptPlan, keepPlan, keptPlan } from './plan-kept.ts';
import { differingFields, isOtherWords, labelOf, missingFrom, planParts, reviewDay, sayField } from './plan-parts.ts';
import { NotSaved, useSending } from './sending.tsx';

interface PlanFormProps {
  readonly opened: KeptPlan;
  /** The plan as it was saved, unless it is new. */
  readonly whole: WholePlan | undefined;
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly leave: () => void;
  readonly saved: () => Promise<void>;
}

/** A plan while it is written: purpose, process, end goals. */
export function PlanForm({ opened, whole, home, clock, leave, saved }: PlanFormProps) {
  const [draft, setDraft] = useState(opened.draft);
  const { working, refusal, wrong, send } = useSending();
  const [asked, setAsked] = useState(false);
  // What somebody else has made of it meanwhile; saving is then over that.
  const [theirs, setTheirs] = useState<PlanDraft>();
  const pair = pairOf(home.reference, whole?.seen.coach ?? home.user, draft.coachee);
  const today = clock.today();
  const suggested = reviewDay(home, pair, today);
  const from = theirs ?? opened.base;
  const missing = missingFrom(draft);
  const change = (part: Partial<PlanDraft>) => setDraft((now) => ({ ...now, ...part }));
  const { user } = home;
  // Words from before were typed then; those of a new plan for somebody begin with who it is for.
  const isKept = useRef(true);
  const [before] = useState(() => keptPlan(user, opened.base) !== undefined);
  const isTyped = before || JSON.stringify(draft) !== JSON.stringify(opened.draft);

  // Before the next frame, for which a window that is being closed does not wait.
  useLayoutEffect(() => {
    if (isTyped) isKept.current = keepPlan(user, { draft, base: opened.base });
  }, [draft]);

  useEffect(() => {
    if (theirs) document.getElementById(theirsId)?.closest('.block')?.scrollIntoView();
  }, [theirs]);

  const save = () =>
    send(
      async () => {
        await server.plans.save({ draft, base: from });
        forgetPlan(user, opened.base);
        await saved();
      },
      // Both versions are to be seen before one is saved over the other.
      async ({ code }) => {
        if (code !== 'stale') return;
        await server.plans.read(draft.id).then(
          ({ plan }) => setTheirs(plan),
          () => undefined,
        );
      },
    );

  function discard(): void {
    forgetPlan(user, opened.base);
    leave();
  }

  function choose(email: string): void {
    change({
      coachee: email,
      reviewDate: draft.reviewDate || (email && reviewDay(home, pairOf(home.reference, home.user, email), today)),
    });
  }

  const isAgreed = whole && (whole.seen.coachAgreed || whole.seen.coacheeAgreed);
  return (
    <View
      title={whole ? `Plan with ${whole.seen.withWhom}` : 'New plan'}
      goHome={() => (isKept.current ? leave() : setAsked(true))}
      back={whole && 'The plan'}
      working={working}
      banner={<NotSaved refusal={refusal} words={theirs && bothBelow} />}
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
            <BeyondLimits home={home} words={allWords(draft)} />
            <Act kind="act main" off={working || missing.length > 0} go={save}>
              {working ? 'Saving…' : 'Save the plan'}
            </Act>
            <span class="quiet small">{missing.length > 0 && `Still needed: ${missing.join(', ')}.`}</span>
          </>
        )
      }
    >
      {whole ? (
        <p class="quiet">With {nameOf(home.reference, draft.coachee)}</p>
      ) : (
        <>
          <p class="quiet">Talk it through together first: both of you have to agree to it.</p>
          <div class="block">
            <PersonChooser
              people={home.reference.staff.filter(({ email }) => email !== home.user)}
              chosen={draft.coachee}
              choose={choose}
              wrong={wrong('coachee')}
            />
          </div>
        </>
      )}
      {before && (
        <p class="line">
          <span class="quiet">Your words from before are here; they are not saved yet.</span>
          <Act kind="link quiet" says="Discard the words from before" go={() => setAsked(true)}>
            Discard
          </Act>
        </p>
      )}
      {from && isAgreed && isOtherWords(draft, from) && (
        <p class="asks" role="status">
          These words change what was agreed. Once saved, both of you are asked to agree again.
        </p>
      )}
      {theirs && <Theirs {...{ draft, theirs, today, change }} />}
      {planParts.map(({ name, fields }) => (
        <Block key={name} name={name}>
          {fields.map((field) => (
            <PlanBox key={field} {...{ field, draft, change, suggested, today }} wrong={wrong(field)} />
          ))}
        </Block>
      ))}
      {draft.reviewDate !== '' && <Notes words={againstDay(home.reference, pair, draft.reviewDate, today)} />}
      <Readers home={home} />
    </View>
  );
}

const allWords = ({ purpose, target, startingPoint, process, often, endGoals, outcome }: PlanDraft): string =>
  [purpose, target, startingPoint, process, often, endGoals, outcome].join('\n');

const theirsId = 'theirs';
const bothBelow = 'Somebody has changed this plan since you opened it. Look at both below. Your words are kept.';

interface TheirsProps {
  readonly draft: PlanDraft;
  readonly theirs: PlanDraft;
  readonly today: string;
  readonly change: (part: Partial<PlanDraft>) => void;
}

function Theirs({ draft, theirs, today, change }: TheirsProps) {
  const fields = differingFields(draft, theirs);
  return (
    <Block name="As it was saved meanwhile">
      <p class="quiet" id={theirsId}>
        {fields.length > 0 ? 'Your words stay unless you take these.' : 'Both say the same now.'}
      </p>
      {fields.map((field) => (
        <div class="box" key={field}>
          <p class="line">
            <span class="quiet">{labelOf(field)}</span>
            <Act kind="link" says={`Take theirs: ${labelOf(field)}`} go={() => change({ [field]: theirs[field] })}>
              Take theirs
            </Act>
          </p>
          <p class="words">{sayField(theirs, field, today) || '(nothing)'}</p>
        </div>
      ))}
    </Block>
  );
}
