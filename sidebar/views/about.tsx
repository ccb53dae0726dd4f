import { sayDay } from '../../src/domain/days.ts';
import { focusChoosers } from '../../src/domain/policy.ts';
import { memberOf } from '../../src/domain/reference.ts';
import type { Member } from '../../src/domain/staff.ts';
import type { SchoolClock } from '../clock.ts';
import { sayNoSchool } from '../meeting.ts';
import type { Home } from '../server.ts';
import type { Typed } from '../use-draft.ts';
import { count } from '../words.ts';
import { Chips, Input, Select, type WrongOf } from './fields.tsx';
import { OneOrGroup, Others } from './group.tsx';
import { Notes } from './page.tsx';
import { PersonChooser } from './people.tsx';
import { Section } from './section.tsx';

interface AboutProps {
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly typed: Typed;
  readonly wrong: WrongOf;
  readonly correcting: boolean;
  /** A word about the two, such as that one leads the other's team. */
  readonly note: string;
}

/** With whom, when, and what it was about. */
export function AboutSection({ home, clock, typed, wrong, correcting, note }: AboutProps) {
  const { draft, beside, change } = typed;
  const { reference } = home;
  const { themes } = reference.settings;
  const today = clock.today();
  const coachee = memberOf(reference, draft.coachee);
  const people = peopleToCoach(home, draft.coachee);
  const isGroup = draft.kind === 'Group' && !correcting;
  const others = isGroup && beside.others.length > 0 ? `and ${count(beside.others.length, 'other')}` : '';
  const summary = [others || (coachee?.team ?? ''), draft.date === '' ? '' : sayDay(draft.date, today), draft.theme];
  const closed = sayNoSchool(reference, draft.date, today);
  return (
    <Section
      of="about"
      typed={typed}
      done={draft.coachee !== '' && draft.date !== ''}
      summary={summary.filter((each) => each !== '').join(' · ')}
    >
      {!correcting && <OneOrGroup typed={typed} />}
      <PersonChooser
        people={isGroup ? people.filter(({ email }) => !beside.others.some((each) => each.coachee === email)) : people}
        chosen={draft.coachee}
        choose={(email) => change({ coachee: email })}
        wrong={wrong('coachee')}
      />
      <Notes words={note === '' ? [] : [note]} />
      {isGroup && <Others {...{ home, typed, wrong, people }} />}
      <div class="pair">
        <Input
          of="date"
          label="Date"
          type="date"
          max={today}
          value={draft.date}
          typed={(date) => change({ date })}
          wrong={wrong}
        />
        <Input
          of="minutes"
          label="Minutes (optional)"
          type="number"
          min={1}
          max={600}
          value={draft.minutes ?? ''}
          typed={(minutes) => change({ minutes: minutes === '' ? null : Number(minutes) })}
          wrong={wrong}
        />
      </div>
      <Notes words={closed === '' ? [] : [closed]} />
      <Select
        of="theme"
        label="Theme (optional)"
        value={draft.theme}
        options={[...new Set(['', ...themes, draft.theme])].map((each) => ({
          value: each,
          words: each || 'Choose a theme',
        }))}
        chosen={(theme) => change({ theme })}
      />
      <Chips
        legend="Who chose the focus? (optional)"
        options={focusChoosers.map((each) => {
          const on = draft.focusBy === each;
          return { words: each, on, press: () => change({ focusBy: on ? '' : each }) };
        })}
      />
    </Section>
  );
}

/** Everybody but the coach, by name. */
export function peopleToCoach({ reference, user }: Home, chosen: string): Member[] {
  return reference.staff
    .filter(({ email }) => email !== user || email === chosen)
    .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
}
