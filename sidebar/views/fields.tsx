import type { ComponentChildren } from 'preact';
import { fieldId } from '../sections.ts';

/** What is wrong with a field, in words, if anything is. */
export type WrongOf = (field: string) => string | undefined;

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly wrong?: string | undefined;
  readonly children: ComponentChildren;
}

/** A control under its label, with what is wrong with it below. */
export function Field({ id, label, wrong, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      <Wrong of={id} words={wrong} />
    </div>
  );
}

/** What is wrong with a control, where it stands. */
export function Wrong({ of, words }: { of: string; words: string | undefined }) {
  return words ? (
    <p class="wrong" id={`${of}-wrong`}>
      {words}
    </p>
  ) : null;
}

/** Ties a control to what is wrong with it. */
export function wrongness(
  id: string,
  words: string | undefined,
): { 'aria-invalid'?: true; 'aria-describedby'?: string } {
  return words ? { 'aria-invalid': true, 'aria-describedby': `${id}-wrong` } : {};
}

interface InputProps {
  readonly of: string;
  readonly label: string;
  readonly type: 'date' | 'time' | 'number';
  readonly value: string | number;
  readonly min?: string | number;
  readonly max?: string | number;
  readonly typed: (value: string) => void;
  readonly wrong: WrongOf;
  /** What stands beside it. */
  readonly beside?: string | false;
}

/** A box for a date, a time or a number. */
export function Input({ of, label, typed, wrong, beside, ...rest }: InputProps) {
  const id = fieldId(of);
  const words = wrong(of);
  return (
    <Field id={id} label={label} wrong={words}>
      <span class="beside">
        <input id={id} onInput={(event) => typed(event.currentTarget.value)} {...rest} {...wrongness(id, words)} />
        {beside && <span>{beside}</span>}
      </span>
    </Field>
  );
}

interface SelectProps {
  readonly of: string;
  readonly label: string;
  readonly value: string | number;
  readonly options: readonly { readonly value: string | number; readonly words: string }[];
  readonly chosen: (value: string) => void;
}

/** One of a list. */
export function Select({ of, label, value, options, chosen }: SelectProps) {
  const id = fieldId(of);
  return (
    <Field id={id} label={label}>
      <select id={id} value={value} onChange={(event) => chosen(event.currentTarget.value)}>
        {options.map(({ value: one, words }) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface ChipsProps {
  readonly legend: string;
  /** Where the focus goes when the section opens. */
  readonly id?: string;
  readonly options: readonly ChipProps[];
}

/** A few short answers, each pressed or not. */
export function Chips({ legend, id, options }: ChipsProps) {
  return (
    <fieldset class="field">
      <legend>{legend}</legend>
      <div class="chips">
        {options.map((option, index) => (
          <Chip key={option.words} id={index === 0 ? id : undefined} {...option} />
        ))}
      </div>
    </fieldset>
  );
}

interface ChipProps {
  readonly id?: string | undefined;
  readonly words: string;
  readonly on: boolean;
  readonly press: () => void;
  /** What it is called where its own words are not enough. */
  readonly says?: string;
}

/** A short answer, pressed or not. */
export function Chip({ id, words, on, press, says }: ChipProps) {
  return (
    <button type="button" id={id} class="chip" aria-pressed={on} aria-label={says} onClick={press}>
      {words}
    </button>
  );
}
