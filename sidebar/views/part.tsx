import type { ComponentChildren } from 'preact';
import { mirroredParts, speaksOfPerformance } from '../../src/domain/drafts.ts';
import { longestText } from '../../src/domain/parse.ts';
import type { parts } from '../../src/domain/policy.ts';
import type { SessionDraft } from '../../src/domain/sessions.ts';
import { fieldId } from '../sections.ts';
import type { Home } from '../server.ts';
import type { Typed } from '../use-draft.ts';
import { Wrong, wrongness } from './fields.tsx';
import { LastWords } from './page.tsx';
import { Section } from './section.tsx';

type Part = (typeof parts)[number];

interface PartProps {
  readonly part: Part;
  readonly home: Home;
  readonly typed: Typed;
  readonly wrong: string | undefined;
  /** What was said of it last time. */
  readonly last?: string | undefined;
  /** What stands below its box. */
  readonly children?: ComponentChildren;
}

/** One part of STRIDE: the prompt in full and a box that grows. */
export function PartSection({ part: { key, name }, home, typed, wrong, last, children }: PartProps) {
  const words = typed.draft[key];
  const prompt = home.reference.settings.prompts[key];
  const asks = mirroredParts.includes(key) && speaksOfPerformance(words);
  return (
    <Section of={key} typed={typed} badge={name.charAt(0)} done={words.trim() !== ''} summary={words.trim()}>
      <p class="quiet prompt">{prompt}</p>
      <LastWords words={last} />
      <TextBox field={key} label={`${name}: ${prompt}`} typed={typed} wrong={wrong} />
      {asks && (
        <p class="asks" role="status">
          What will be different for pupils?
        </p>
      )}
      {children}
    </Section>
  );
}

type TextField = Part['key'] | 'howItWent' | 'outcome' | 'startingPoint';

interface TextBoxProps {
  readonly field: TextField & keyof SessionDraft;
  readonly label?: string;
  readonly typed: Typed;
  readonly wrong: string | undefined;
}

const countedFrom = 2000;

/** A text box as tall as its words, with a quiet count once they are many. */
export function TextBox({ field, label, typed, wrong }: TextBoxProps) {
  const id = fieldId(field);
  const words = typed.draft[field];
  const amount = `${words.length.toLocaleString('en-GB')} characters`;
  const over = words.length > longestText ? `${amount}, too long: a cell holds 50,000. Shorten it to save.` : undefined;
  return (
    <>
      <textarea
        id={id}
        rows={3}
        value={words}
        aria-label={label}
        autocomplete="off"
        onInput={(event) => typed.change({ [field]: event.currentTarget.value })}
        {...wrongness(id, over ?? wrong)}
      />
      <Wrong of={id} words={over ?? wrong} />
      {!over && words.length > countedFrom && <p class="quiet">{amount}</p>}
    </>
  );
}
