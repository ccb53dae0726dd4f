import { evidenceSources } from '../../src/domain/policy.ts';
import { fieldId } from '../sections.ts';
import type { Typed } from '../use-draft.ts';
import { Chips, Field, type WrongOf } from './fields.tsx';
import { LastWords } from './page.tsx';
import { TextBox } from './part.tsx';
import { Section } from './section.tsx';

/** What will be different for pupils, from where, and what will show it. */
export function OutcomeSection({ typed, wrong, last }: { typed: Typed; wrong: WrongOf; last: string | undefined }) {
  const { draft, change } = typed;
  const chosen = (source: string): boolean => draft.evidence.some((each) => each === source);
  return (
    <Section of="outcome" typed={typed} done={draft.outcome.trim() !== ''} summary={draft.outcome.trim()}>
      <LastWords words={last} />
      <div class="field">
        <label class="question" for={fieldId('outcome')}>
          What will be different for pupils?
        </label>
        <TextBox field="outcome" typed={typed} wrong={wrong('outcome')} />
      </div>
      <Field id={fieldId('startingPoint')} label="Starting point: where are pupils now? (optional)">
        <TextBox field="startingPoint" typed={typed} wrong={wrong('startingPoint')} />
      </Field>
      <Chips
        legend="Which evidence will show it? (optional)"
        options={evidenceSources.map((source) => ({
          words: source,
          on: chosen(source),
          press: () => change({ evidence: evidenceSources.filter((each) => (each === source) !== chosen(each)) }),
        }))}
      />
    </Section>
  );
}
