import { largestGroup } from '../../src/domain/policy.ts';
import { nameOf } from '../../src/domain/reference.ts';
import type { Member } from '../../src/domain/staff.ts';
import { newId } from '../drafts.ts';
import { fieldId } from '../sections.ts';
import type { Home } from '../server.ts';
import type { Typed } from '../use-draft.ts';
import { Chips, type WrongOf } from './fields.tsx';
import { PersonChooser } from './people.tsx';

interface GroupProps {
  readonly home: Home;
  readonly typed: Typed;
  readonly wrong: WrongOf;
  readonly people: readonly Member[];
}

/** Whether one person was coached or several at once. */
export function OneOrGroup({ typed: { draft, change } }: Pick<GroupProps, 'typed'>) {
  const isGroup = draft.kind === 'Group';
  return (
    <Chips
      legend="Who is coached?"
      options={[
        { words: 'one person', on: !isGroup, press: () => change({ kind: 'Formal' }) },
        { words: 'a group', on: isGroup, press: () => change({ kind: 'Group' }) },
      ]}
    />
  );
}

/** The others of a group: each has a row and steps of their own. */
export function Others({ home, typed, wrong, people }: GroupProps) {
  const { draft, beside, change } = typed;
  const { others } = beside;
  const free = people.filter(
    ({ email }) => email !== draft.coachee && !others.some(({ coachee }) => coachee === email),
  );
  function add(coachee: string): void {
    if (coachee !== '') change({}, { others: [...others, { id: newId(), coachee, steps: [] }] });
  }
  return (
    <div class="field">
      {others.length > 0 && (
        <ul class="chips" aria-label="Also coached">
          {others.map(({ id, coachee }) => {
            const name = nameOf(home.reference, coachee);
            return (
              <li key={id}>
                <button
                  type="button"
                  class="chip"
                  aria-label={`Take ${name} out of the group`}
                  onClick={() => {
                    change({}, { others: others.filter((each) => each.id !== id) });
                    // The chip is gone with the press, and its place in the order of keys is here.
                    document.getElementById(fieldId('others'))?.focus();
                  }}
                >
                  {name} ✕
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {others.length + 1 < largestGroup && (
        <PersonChooser
          of="others"
          label="Another coachee"
          people={free}
          chosen=""
          choose={add}
          wrong={wrong('others')}
        />
      )}
    </div>
  );
}
