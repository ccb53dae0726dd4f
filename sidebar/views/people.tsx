import { useState } from 'preact/hooks';
import type { Member } from '../../src/domain/staff.ts';
import { fieldId } from '../sections.ts';
import { announce } from '../words.ts';
import { Field, wrongness } from './fields.tsx';

interface ChooserProps {
  /** Its field, where that is not the coachee. */
  readonly of?: string;
  readonly label?: string;
  readonly people: readonly Member[];
  /** The address of whoever is chosen, or nothing. */
  readonly chosen: string;
  readonly choose: (email: string) => void;
  readonly wrong: string | undefined;
}

const listId = 'people-found';
const optionId = (index: number): string => `${listId}-${index}`;

/**
 * Somebody from Staff, found by typing a part of the name. The keyboard works as the ARIA practices say of a combobox
 * with a list: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function PersonChooser({ of = 'coachee', label = 'Coachee', people, chosen, choose, wrong }: ChooserProps) {
  const id = fieldId(of);
  const [query, setQuery] = useState('');
  // Which of the names is ready to be taken: none yet for -1, and no list at all for nothing.
  const [active, setActive] = useState<number>();
  const member = people.find(({ email }) => email === chosen);
  const shown = chosen === '' ? query : (member?.name ?? chosen);
  const found = chosen === '' ? search(people, query) : people;
  const listed = active !== undefined && found.length > 0;

  function take(person: Member | undefined): void {
    setActive(undefined);
    if (!person) return;
    setQuery('');
    choose(person.email);
  }

  function typed(words: string): void {
    // What stands in the box is what will be saved: half a name is nobody.
    if (chosen !== '') choose('');
    setQuery(words);
    setActive(words.trim() === '' ? -1 : 0);
    if (search(people, words).length === 0) announce(`No one called ${words}.`);
  }

  function pressed(event: KeyboardEvent): void {
    const { key } = event;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const size = found.length;
    if (step) {
      const next = (Math.max(active ?? -1, step < 0 ? 0 : -1) + step + size) % size;
      setActive(next);
      document.getElementById(optionId(next))?.scrollIntoView({ block: 'nearest' });
    } else if (!listed) return;
    else if (key === 'Escape') setActive(undefined);
    else if (key === 'Enter' || key === 'Tab') take(found[active]);
    else return;
    if (key !== 'Tab') event.preventDefault();
  }

  // While the list is open it shows the answer itself.
  const half = chosen === '' && query.trim() !== '' && !listed;
  const note = !half
    ? wrong
    : found.length === 0
      ? `No one called “${query.trim()}” is active on the Staff tab.`
      : 'Choose a name from the list.';
  return (
    <Field id={id} label={label} wrong={note}>
      <div class="chooser">
        <input
          id={id}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          aria-autocomplete="list"
          aria-expanded={listed}
          aria-controls={listed ? listId : undefined}
          aria-activedescendant={listed && active >= 0 ? optionId(active) : undefined}
          value={shown}
          onInput={(event) => typed(event.currentTarget.value)}
          onClick={() => setActive(-1)}
          onKeyDown={pressed}
          onBlur={() => setActive(undefined)}
          {...wrongness(id, note)}
        />
        {listed && (
          <div class="found" id={listId} role="listbox" aria-label="Staff">
            {found.map((person, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the box's, which keeps the focus.
              <div
                key={person.email}
                id={optionId(index)}
                role="option"
                tabIndex={-1}
                aria-selected={person.email === chosen}
                class={index === active ? 'active' : ''}
                // Or the box would lose the focus before the click is heard.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(person)}
              >
                <span>{person.name}</span> <span class="quiet">{person.team}</span>
              </div>
            ))}
          </div>
        )}
      </div>
    </Field>
  );
}

/** Whoever has a name, or a team, of which a word begins with each word of the query. */
export function search(people: readonly Member[], query: string): readonly Member[] {
  const wanted = plain(query).split(/\s+/);
  return people.filter(({ name, team }) => {
    const words = plain(`${name} ${team}`).split(/[\s'-]+/);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
}

// Zoe finds Zoë.
const plain = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
