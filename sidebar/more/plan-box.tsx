import { type Day, sayDay } from '../../src/domain/days.ts';
import type { PlanDraft } from '../../src/domain/plans.ts';
import { fieldId } from '../sections.ts';
import { Chips, Input, Wrong } from '../views/fields.tsx';
import { helpOf, labelOf, type PlanField, planOptions } from './plan-parts.ts';
import { WordsBox } from './words-box.tsx';

interface PlanBoxProps {
  readonly field: PlanField;
  readonly draft: PlanDraft;
  readonly change: (part: Partial<PlanDraft>) => void;
  /** A good day to look at the plan again. */
  readonly suggested: Day;
  readonly today: Day;
  readonly wrong: string | undefined;
}

/** One field of a plan, under its label and the sentence that helps with it. */
export function PlanBox({ field, draft, change, suggested, today, wrong }: PlanBoxProps) {
  const put = (value: unknown) => change({ [field]: value });
  const rest = { of: field, typed: put, wrong: () => wrong };
  const choices = planOptions[field];
  if (choices) {
    const now = draft[field];
    const chosen: readonly string[] = Array.isArray(now) ? now : [String(now)];
    const press = (option: string) => {
      const on = chosen.includes(option);
      if (!choices.several) return put(on ? '' : option);
      put(choices.options.filter((each) => (each === option ? !on : chosen.includes(each))));
    };
    return (
      <>
        <Chips
          legend={labelOf(field)}
          id={fieldId(field)}
          options={choices.options.map((words) => ({ words, on: chosen.includes(words), press: () => press(words) }))}
        />
        <Wrong of={fieldId(field)} words={wrong} />
      </>
    );
  }
  if (field === 'minutes') {
    return (
      <Input
        {...rest}
        label={labelOf(field)}
        type="number"
        min={5}
        max={240}
        value={draft.minutes ?? ''}
        typed={(value) => put(value === '' ? null : Number(value))}
      />
    );
  }
  if (field === 'evidenceDate' || field === 'reviewDate') {
    return (
      <>
        <Input {...rest} label={labelOf(field)} type="date" min={today} value={draft[field]} />
        {field === 'reviewDate' && draft.reviewDate !== suggested && (
          <p class="acts">
            <button type="button" class="chip" onClick={() => put(suggested)}>
              {sayDay(suggested, today)}, in six weeks or so
            </button>
          </p>
        )}
      </>
    );
  }
  return (
    <WordsBox
      {...{ wrong, put }}
      of={field}
      label={labelOf(field)}
      help={helpOf(field)}
      words={String(draft[field] ?? '')}
      line={field === 'often'}
    />
  );
}
