import { longestText } from '../../src/domain/parse.ts';
import { fieldId } from '../sections.ts';
import { Wrong, wrongness } from '../views/fields.tsx';

interface WordsProps {
  readonly of: string;
  readonly label: string;
  /** The sentence that helps with it. */
  readonly help: string;
  readonly words: string;
  readonly wrong: string | undefined;
  readonly put: (words: string) => void;
  /** One line is enough. */
  readonly line?: boolean;
}

/** A box for words under its label and the sentence that helps with it. */
export function WordsBox({ of, label, help, words, wrong, put, line }: WordsProps) {
  const id = fieldId(of);
  const rest = {
    id,
    value: words,
    ...wrongness(id, wrong),
    'aria-describedby': wrong ? `${id}-help ${id}-wrong` : `${id}-help`,
  };
  return (
    <div class="field">
      <label class="question" for={id}>
        {label}
      </label>
      <p class="quiet prompt" id={`${id}-help`}>
        {help}
      </p>
      {line ? (
        <input type="text" onInput={(event) => put(event.currentTarget.value)} {...rest} />
      ) : (
        <textarea maxLength={longestText} onInput={(event) => put(event.currentTarget.value)} {...rest} />
      )}
      <Wrong of={id} words={wrong} />
    </div>
  );
}
