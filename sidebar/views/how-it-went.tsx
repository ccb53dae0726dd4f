import { type Day, sayDay, sayDistance } from '../../src/domain/days.ts';
import type { AnswerDraft } from '../../src/domain/drafts.ts';
import { stepOutcomes } from '../../src/domain/policy.ts';
import type { SchoolClock } from '../clock.ts';
import { type Pair, pairOf } from '../meeting.ts';
import { fieldId } from '../sections.ts';
import type { Home, LastTime, OpenStep } from '../server.ts';
import type { Typed } from '../use-draft.ts';
import type { Opening } from '../use-opening.ts';
import { count } from '../words.ts';
import { ByWhen } from './by-when.tsx';
import { Chip, Field, Wrong, type WrongOf } from './fields.tsx';
import { Act, LastWords } from './page.tsx';
import { TextBox } from './part.tsx';
import { Section } from './section.tsx';

interface HowItWentProps {
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly typed: Typed;
  readonly wrong: WrongOf;
  /** Nothing when a saved session is corrected: its steps have been answered. */
  readonly opening: Opening | undefined;
}

/** What was strong, decided and promised last time, and what has become of it: asked before anything else (C58). */
export function HowItWentSection({ home, clock, typed, wrong, opening }: HowItWentProps) {
  const { draft, beside, change } = typed;
  const { opened, told = '', again } = opening ?? {};
  const { last, steps = [], dialogue } = opened ?? {};
  const today = clock.today();
  const answers = beside.answers.filter(({ step, outcome }) => outcome !== '' && steps.some(({ id }) => id === step));
  const writes = !opening || (opened !== undefined && steps.length === 0) || draft.howItWent !== '';
  const done = steps.length > 0 ? answers.length === steps.length : draft.howItWent.trim() !== '';
  const from = last ? `From ${sayDay(last.date, today)}, ${sayDistance(last.date, today)}` : '';
  const open = steps.length > answers.length ? count(steps.length - answers.length, 'step') : '';
  const summary = [from, open && `${open} to ask about`].filter((words) => words !== '').join(' · ');
  const answer = (said: AnswerDraft) =>
    change({}, { answers: [...beside.answers.filter(({ step }) => step !== said.step), said] });
  return (
    <Section of="howItWent" typed={typed} done={done} summary={opening ? summary : draft.howItWent}>
      {opening && (
        <p class="quiet" role="status" tabIndex={-1} id={writes ? undefined : fieldId('howItWent')}>
          {told || from || 'Looking up last time…'}
        </p>
      )}
      {told && again && (
        <p class="acts">
          <Act go={again}>Try again</Act>
        </p>
      )}
      {last && <Last last={last} />}
      {steps.map((step) => (
        <StepAsked
          key={step.id}
          {...{ step, home, clock, answer, today }}
          pair={pairOf(home.reference, home.user, draft.coachee)}
          said={
            beside.answers.find((each) => each.step === step.id) ?? {
              step: step.id,
              coachee: draft.coachee,
              outcome: '',
              happened: '',
              carryOn: '',
            }
          }
        />
      ))}
      {writes && (
        <Field id={fieldId('howItWent')} label={opening ? 'What has happened since?' : "How's it been going?"}>
          <TextBox field="howItWent" typed={typed} wrong={wrong('howItWent')} />
        </Field>
      )}
      {!writes && <Wrong of={fieldId('howItWent')} words={wrong('howItWent')} />}
      {dialogue && <p class="quiet small last">{dialogue}</p>}
    </Section>
  );
}

function Last({ last }: { last: LastTime }) {
  const lines = [
    ['Strength', last.strength],
    ...(last.kind === 'Martini' ? [['What it was about', last.target]] : []),
    ['Decision', last.decision],
  ] as const;
  return (
    <>
      {lines.map(([name, words]) => (
        <LastWords key={name} name={name} words={words} />
      ))}
    </>
  );
}

interface StepAskedProps {
  readonly step: OpenStep;
  readonly said: AnswerDraft;
  readonly answer: (said: AnswerDraft) => void;
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly pair: Pair;
  readonly today: Day;
}

function StepAsked({ step, said, answer, home, clock, pair, today }: StepAskedProps) {
  const { id, what, due, support, kind } = step;
  const about = [
    due && `by ${sayDay(due, today)}${due < today ? `, ${sayDistance(due, today)}` : ''}`,
    kind === 'do' ? '' : kind,
    support && `support: ${support}`,
  ].filter((words) => words !== '');
  return (
    <fieldset class="card step" aria-labelledby={`step-${id}`}>
      <p id={`step-${id}`} class="words">
        {what}
      </p>
      {about.length > 0 && <p class="quiet">{about.join(' · ')}</p>}
      <div class="chips">
        {stepOutcomes.map((outcome) => {
          const on = said.outcome === outcome;
          return (
            <Chip
              key={outcome}
              words={outcome}
              says={`${outcome}: ${what}`}
              on={on}
              press={() => answer({ ...said, outcome: on ? '' : outcome })}
            />
          );
        })}
      </div>
      {said.outcome !== '' && (
        <Field id={fieldId(`happened-${id}`)} label="What happened? (optional)">
          <textarea
            id={fieldId(`happened-${id}`)}
            class="short"
            rows={1}
            autocomplete="off"
            value={said.happened}
            onInput={(event) => answer({ ...said, happened: event.currentTarget.value })}
          />
        </Field>
      )}
      {said.outcome !== '' && said.outcome !== 'done' && (
        <ByWhen
          legend="Carry on by"
          of={`carry-on-${id}`}
          {...{ home, clock, pair }}
          due={said.carryOn}
          choose={(carryOn) => answer({ ...said, carryOn })}
        />
      )}
    </fieldset>
  );
}
