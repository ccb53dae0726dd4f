import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { sayDay } from '../../src/domain/days.ts';
import { emptyPlan, sustainedAnswers, targetStates, wordsOf } from '../../src/domain/plans.ts';
import { nameOf } from '../../src/domain/reference.ts';
import type { SchoolClock } from '../clock.ts';
import { newId } from '../drafts.ts';
import { type Home, type PlanSeen, refusalOf, server, type WholePlan, whyNot } from '../server.ts';
import { Chips } from '../views/fields.tsx';
import { Act, Block, focusTitle, Link, View } from '../views/page.tsx';
import type { Elsewhere } from './elsewhere.tsx';
import { PlanForm } from './plan-form.tsx';
import { keptPlan } from './plan-kept.ts';
import { labelOf, planParts, sayField } from './plan-parts.ts';
import { firstName } from './words.ts';

interface PlanProps {
  readonly id: string;
  readonly coachee: string;
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly goHome: () => void;
  readonly go: (to: Elsewhere) => void;
  readonly isOld: () => void;
}

type Asked = { readonly words: string; readonly link: string };

/** A plan of two people: its words, whose agreement is still needed, and what has become of its target. */
export function PlanView({ id, coachee, home, clock, goHome, go, isOld }: PlanProps) {
  const [whole, setWhole] = useState<WholePlan>();
  const [form, setForm] = useState(() =>
    id === '' ? (keptPlan(home.user, null) ?? { draft: emptyPlan(newId(), coachee), base: null }) : undefined,
  );
  const [planId] = useState(form?.draft.id ?? id);
  const [told, setTold] = useState('');
  const [asked, setAsked] = useState<Asked>();
  const [reminded, setReminded] = useState<Asked>();
  useEffect(() => void (form ?? look()), []);

  // The button that was pressed is gone with what it did, and the keyboard would have to begin anew.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) focusTitle();
  }, [whole]);

  async function look(): Promise<WholePlan | undefined> {
    setTold('');
    const found = await server.plans.read(planId).catch((thrown) => void setTold(whyNot(thrown)));
    if (found) setWhole(found);
    return found ?? undefined;
  }

  async function saved(): Promise<void> {
    isOld();
    const found = await look();
    setForm(undefined);
    if (found?.invitation === 'Waiting' && found.seen.coach === home.user) await invite();
  }

  async function invite(): Promise<void> {
    setAsked({ words: 'The invitation is on its way…', link: '' });
    setAsked(await server.plans.invite(planId).catch((thrown) => ({ words: whyNot(thrown), link: '' })));
  }

  async function remind(): Promise<void> {
    setReminded(await server.evidence.remind(planId).catch((thrown) => ({ words: whyNot(thrown), link: '' })));
  }

  async function turn(asking: Promise<PlanSeen>): Promise<void> {
    setTold('');
    await asking.then(
      (seen) => {
        setWhole((now) => now && { ...now, seen });
        isOld();
      },
      async (thrown) => {
        // Nobody agrees to words that they have not seen.
        if (refusalOf(thrown).code === 'stale') await look();
        setTold(whyNot(thrown));
      },
    );
  }

  if (form) {
    const leave = () => (whole ? setForm(undefined) : goHome());
    return <PlanForm opened={form} {...{ whole, home, clock, leave, saved }} />;
  }
  if (!whole) {
    return (
      <View title="Plan" goHome={goHome}>
        <p class="quiet" role="status">
          {told || 'Looking…'}
        </p>
        {told && (
          <p class="acts">
            <Act go={look}>Look again</Act>
          </p>
        )}
      </View>
    );
  }

  const { seen, plan, mayChange, link } = whole;
  const isCoach = seen.coach === home.user;
  const mine = isCoach ? seen.coachAgreed : seen.coacheeAgreed;
  const theirs = isCoach ? seen.coacheeAgreed : seen.coachAgreed;
  const other = firstName(seen.withWhom);
  const ask = mayChange && isCoach && !theirs;
  return (
    <View
      title={mayChange ? `Plan with ${seen.withWhom}` : `Plan of ${nameOf(home.reference, seen.coachee)}`}
      goHome={goHome}
      foot={
        mayChange && (
          <>
            {!mine && (
              <Act
                kind="act main"
                during="Agreeing…"
                go={() => turn(server.plans.agree({ id: planId, words: wordsOf(plan) }))}
              >
                I agree to this plan
              </Act>
            )}
            {mine && ask && (
              <Act kind="act main" during="Asking…" go={() => invite()}>
                {`Ask ${other} to agree`}
              </Act>
            )}
            <Act
              kind={mine && !ask ? 'act' : 'link'}
              go={() => {
                setAsked(undefined);
                setForm(keptPlan(home.user, plan) ?? { draft: plan, base: plan });
              }}
            >
              Change it
            </Act>
          </>
        )
      }
    >
      <p class={seen.dialogue ? 'asks' : 'quiet'}>{seen.dialogue || 'Agreed by both of you: the plan counts.'}</p>
      <div role="status">
        <Sent asked={asked} />
        {told && <p class="wrong">{told}</p>}
      </div>
      {ask && !mine && (
        <p class="acts">
          <Act during="Asking…" go={() => invite()}>
            {`Ask ${other} to agree`}
          </Act>
        </p>
      )}
      {seen.tailOff && mayChange && (
        <section class="card block">
          <p>
            {isCoach
              ? `It is some weeks since this target was resolved. Ask ${other} if they are still doing it.`
              : 'It is some weeks since this target was resolved.'}
          </p>
          <Chips
            legend="Still doing it?"
            options={sustainedAnswers.map((answer) => ({
              words: answer,
              on: false,
              press: () => void turn(server.plans.sustain({ id: planId, answer })),
            }))}
          />
        </section>
      )}
      {seen.sustained !== '' && <p class="quiet">Still doing it: {seen.sustained}.</p>}
      {mayChange && (
        <div class="block">
          <Chips
            legend="What has become of the target"
            options={targetStates.map((state) => ({
              words: state,
              on: seen.state === state,
              press: () => void turn(server.plans.setState({ id: planId, state })),
            }))}
          />
        </div>
      )}
      {planParts.map(({ name, fields }) => (
        <Block key={name} name={name}>
          {fields
            .filter((field) => sayField(plan, field, clock.today()) !== '')
            .map((field) => (
              <div class="said" key={field}>
                {labelOf(field) !== name && <h3 class="quiet small">{labelOf(field)}</h3>}
                <p class="words">{sayField(plan, field, clock.today())}</p>
              </div>
            ))}
        </Block>
      ))}
      <p class="acts">
        <Act go={() => go({ name: 'evidence', plan: planId })}>Add evidence</Act>
        {plan.evidenceDate >= clock.today() && (
          <Act during="Asking…" go={remind}>
            {`Remind me on ${sayDay(plan.evidenceDate, clock.today())}`}
          </Act>
        )}
      </p>
      <div role="status">
        <Sent asked={reminded} />
      </div>
      <p class="acts">
        <Link to={link}>Show the row</Link>
      </p>
    </View>
  );
}

// What has become of an event, and the way to it.
function Sent({ asked }: { asked: Asked | undefined }) {
  if (!asked) return null;
  return (
    <p class="quiet">
      {asked.words} {asked.link && <Link to={asked.link}>Open event</Link>}
    </p>
  );
}
