import { useState } from 'preact/hooks';
import { type Day, sayDay } from '../../src/domain/days.ts';
import type { SchoolClock } from '../clock.ts';
import { dayFinder, daysToAct, notesOnDay, type Pair } from '../meeting.ts';
import type { Home } from '../server.ts';
import { Chips, Input } from './fields.tsx';
import { Notes } from './page.tsx';

interface ByWhenProps {
  readonly legend: string;
  /** The name of its box for a date. */
  readonly of: string;
  readonly home: Home;
  readonly clock: SchoolClock;
  /** Whose days they are. */
  readonly pair: Pair;
  readonly due: Day;
  readonly choose: (due: Day) => void;
}

/** By when a step is taken: one press for a day in school on which both work, or any day from the calendar. */
export function ByWhen({ legend, of, home: { reference }, clock, pair, due, choose }: ByWhenProps) {
  const today = clock.today();
  const days = daysToAct(reference, dayFinder(reference, pair), today);
  const [picking, setPicking] = useState(due !== '' && !days.some(({ day }) => day === due));
  const offer = days.map(({ words, day }) => {
    const on = !picking && day === due;
    return {
      words,
      on,
      press() {
        setPicking(false);
        choose(on ? '' : day);
      },
    };
  });
  const passed = due !== '' && due < today ? [`${sayDay(due, today)} has passed.`] : [];
  return (
    <>
      <Chips
        legend={due === '' || picking ? legend : `${legend} ${sayDay(due, today)}`}
        options={[...offer, { words: 'pick a date', on: picking, press: () => setPicking(!picking) }]}
      />
      {picking && (
        <Input
          of={of}
          label="Date"
          type="date"
          min={today}
          value={due}
          typed={choose}
          wrong={() => undefined}
          beside={due !== '' && sayDay(due, today)}
        />
      )}
      {due !== '' && <Notes words={[...passed, ...notesOnDay(reference, pair, due, today)]} />}
    </>
  );
}
