import { useLayoutEffect, useState } from 'preact/hooks';
import { emptyStep } from '../../src/domain/drafts.ts';
import { mostSteps, stepKinds } from '../../src/domain/policy.ts';
import { nameOf } from '../../src/domain/reference.ts';
import type { StepDraft } from '../../src/domain/steps.ts';
import type { SchoolClock } from '../clock.ts';
import { type Pair, pairOf } from '../meeting.ts';
import { fieldId } from '../sections.ts';
import type { Home } from '../server.ts';
import type { Typed } from '../use-draft.ts';
import { ByWhen } from './by-when.tsx';
import { Chips, Field, Select, Wrong, type WrongOf, wrongness } from './fields.tsx';
import { Act } from './page.tsx';

interface StepsProps {
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly typed: Typed;
  readonly wrong: WrongOf;
  readonly correcting: boolean;
}

/** The steps of a Decision; of a group, those of one person at a time. */
export function Steps({ home, clock, typed, wrong, correcting }: StepsProps) {
  const { draft, beside, change } = typed;
  const [whose, setWhose] = useState('');
  const others = draft.kind === 'Group' ? beside.others : [];
  const other = others.find(({ id }) => id === whose);
  const name = (email: string) => (email === '' ? 'First coachee' : nameOf(home.reference, email));
  const replace = (steps: readonly StepDraft[]) =>
    change(
      {},
      other ? { others: beside.others.map((each) => (each === other ? { ...each, steps } : each)) } : { steps },
    );
  return (
    <>
      {others.length > 0 && (
        <Chips
          legend="Whose steps?"
          options={[{ id: '', coachee: draft.coachee, steps: beside.steps }, ...others].map(
            ({ id, coachee, steps }) => ({
              words: steps.length > 0 ? `${name(coachee)} (${steps.length})` : name(coachee),
              on: id === (other?.id ?? ''),
              press: () => setWhose(id),
            }),
          )}
        />
      )}
      {correcting && <p class="quiet small last">Steps that were saved stay as they are. Here you can add others.</p>}
      <StepList
        key={whose}
        {...{ home, clock, replace, wrong }}
        steps={other?.steps ?? beside.steps}
        pair={pairOf(home.reference, home.user, other?.coachee ?? draft.coachee)}
      />
    </>
  );
}

interface StepListProps {
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly wrong: WrongOf;
  readonly pair: Pair;
  readonly steps: readonly StepDraft[];
  readonly replace: (steps: readonly StepDraft[]) => void;
}

const whatOf = (index: number): string => (index === 0 ? 'steps' : `step-${index + 1}`);

function StepList({ home, clock, wrong, pair, steps, replace }: StepListProps) {
  // What is added gets the focus, and what is taken out gives it back.
  const [focus, setFocus] = useState({ field: '' });
  useLayoutEffect(() => document.getElementById(fieldId(focus.field))?.focus(), [focus]);
  const full = steps.length >= mostSteps;

  function add(): void {
    replace([...steps, emptyStep]);
    setFocus({ field: whatOf(steps.length) });
  }

  function takeOut(index: number): void {
    replace(steps.filter((_, at) => at !== index));
    setFocus({ field: 'add-step' });
  }

  return (
    <div class="field">
      {steps.map((step, index) => (
        <StepFields
          key={index}
          {...{ step, index, home, clock, pair }}
          wrong={wrong('steps')}
          change={(part) => replace(steps.map((each, at) => (at === index ? { ...each, ...part } : each)))}
          takeOut={() => takeOut(index)}
        />
      ))}
      {steps.length === 0 && <p class="quiet small">Up to five steps: what, by when, with what support.</p>}
      <p class="acts">
        {full ? (
          <span class="quiet" tabIndex={-1}>
            Five steps are the most: fewer are more likely to happen.
          </span>
        ) : (
          <button type="button" class="act" id={fieldId('add-step')} onClick={add}>
            {steps.length === 0 ? 'Add a step' : 'Add another step'}
          </button>
        )}
      </p>
    </div>
  );
}

interface StepFieldsProps {
  readonly step: StepDraft;
  readonly index: number;
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly pair: Pair;
  readonly wrong: string | undefined;
  readonly change: (part: Partial<StepDraft>) => void;
  readonly takeOut: () => void;
}

function StepFields({ step, index, home, clock, pair, wrong, change, takeOut }: StepFieldsProps) {
  const number = index + 1;
  const what = fieldId(whatOf(index));
  const support = fieldId(`support-${number}`);
  const refused = step.what.trim() === '' ? wrong : undefined;
  return (
    <fieldset class="card step" aria-label={`Step ${number}`}>
      <p class="line">
        <label class="quiet" for={what}>
          Step {number}: what?
        </label>
        <Act kind="link quiet" says={`Take out step ${number}`} go={takeOut}>
          Take out
        </Act>
      </p>
      <textarea
        id={what}
        class="short"
        rows={1}
        autocomplete="off"
        value={step.what}
        onInput={(event) => change({ what: event.currentTarget.value })}
        {...wrongness(what, refused)}
      />
      <Wrong of={what} words={refused} />
      <ByWhen
        legend="By when?"
        of={`due-${number}`}
        {...{ home, clock, pair }}
        due={step.due}
        choose={(due) => change({ due })}
      />
      <div class="pair">
        <Field id={support} label="Support">
          <input
            id={support}
            type="text"
            autocomplete="off"
            value={step.support}
            onInput={(event) => change({ support: event.currentTarget.value })}
          />
        </Field>
        <Select
          of={`kind-${number}`}
          label="Kind"
          value={step.kind}
          options={stepKinds.map((kind) => ({ value: kind, words: kind }))}
          chosen={(chosen) => change({ kind: stepKinds.find((kind) => kind === chosen) ?? 'do' })}
        />
      </div>
    </fieldset>
  );
}
