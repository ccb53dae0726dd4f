import { useState } from 'preact/hooks';
import type { Member } from '../../src/domain/staff.ts';
import type { Home, Since } from '../server.ts';
import { View } from '../views/page.tsx';
import { count } from '../words.ts';

interface FindProps {
  readonly home: Home;
  readonly since: Since | undefined;
  readonly goHome: () => void;
}

/** Colleagues who coach, by where they lead or by name, and how many people each of them has met this school year. */
export function FindView({ home, since, goHome }: FindProps) {
  const [query, setQuery] = useState('');
  const coaches = home.reference.staff.filter(({ mayCoach, email }) => mayCoach && email !== home.user);
  const found = coaches.filter((coach) => isWanted(coach, query));
  const people = (email: string): number => since?.load.find(({ coach }) => coach === email)?.people ?? 0;
  return (
    <View title="Find a coach" goHome={goHome}>
      <div class="field">
        <label for="wanted">Area of expertise, or a name</label>
        <input
          id="wanted"
          type="text"
          autocomplete="off"
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
      </div>
      <p class="quiet between" role="status">
        {found.length === 0
          ? 'Nobody who coaches has that beside their name.'
          : count(found.length, 'coach', 'coaches')}
      </p>
      {found.length > 0 && (
        <ul class="people">
          {found.map((coach) => (
            <li class="person" key={coach.email}>
              <span class="line">
                <span>{coach.name}</span>
                <span class="quiet">{coach.team}</span>
              </span>
              {coach.expertise && <span>{coach.expertise}</span>}
              {since && <span class="quiet">coaches {sayPeople(people(coach.email))} this year</span>}
              <a href={`mailto:${coach.email}`}>{coach.email}</a>
            </li>
          ))}
        </ul>
      )}
      {!since && <p class="quiet">How many people each of them coaches comes with what has happened since.</p>}
    </View>
  );
}

const sayPeople = (people: number): string => (people === 0 ? 'nobody yet' : count(people, 'person', 'people'));

function isWanted({ name, team, expertise, roles }: Member, query: string): boolean {
  const words = plain([name, team, expertise, ...roles].join(' ')).split(/[^\p{L}\p{N}]+/u);
  return plain(query)
    .split(/\s+/)
    .every((start) => words.some((word) => word.startsWith(start)));
}

// Zoe finds Zoë.
const plain = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
