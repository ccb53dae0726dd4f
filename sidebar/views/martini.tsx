import { useState } from 'preact/hooks';
import { sayDay } from '../../src/domain/days.ts';
import type { Busy } from '../../src/domain/follow-ups.ts';
import type { SchoolClock } from '../clock.ts';
import { fieldId } from '../sections.ts';
import type { Home } from '../server.ts';
import type { Typed } from '../use-draft.ts';
import { peopleToCoach } from './about.tsx';
import { Field, Input, type WrongOf } from './fields.tsx';
import { FollowUpFields } from './follow-up.tsx';
import { Act, Notes } from './page.tsx';
import { TextBox } from './part.tsx';
import { PersonChooser } from './people.tsx';

interface MartiniProps {
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly typed: Typed;
  readonly wrong: WrongOf;
  readonly correcting: boolean;
  readonly busy: readonly Busy[];
  readonly note: string;
}

/** Martini coaching, "any time, any place, anywhere" (C51): who, what it was about, and what they will do. */
export function MartiniFields({ home, clock, typed, wrong, correcting, busy, note }: MartiniProps) {
  const { draft, change, show } = typed;
  const today = clock.today();
  const [asked, setAsked] = useState(draft.followUpDate !== '' || draft.date !== today);
  const more = asked || wrong('date') !== undefined || wrong('followUpDate') !== undefined;
  return (
    <>
      <PersonChooser
        people={peopleToCoach(home, draft.coachee)}
        chosen={draft.coachee}
        choose={(coachee) => change({ coachee })}
        wrong={wrong('coachee')}
      />
      <Notes words={note === '' ? [] : [note]} />
      <Field id={fieldId('target')} label="What was it about?">
        <TextBox field="target" typed={typed} wrong={wrong('target')} />
      </Field>
      <Field id={fieldId('decision')} label="What will you do?">
        <TextBox field="decision" typed={typed} wrong={wrong('decision')} />
      </Field>
      {more ? (
        <>
          <Input
            of="date"
            label="Date of the talk"
            type="date"
            max={today}
            value={draft.date}
            typed={(date) => change({ date })}
            wrong={wrong}
            beside={draft.date !== '' && sayDay(draft.date, today)}
          />
          <FollowUpFields {...{ home, clock, typed, wrong, correcting, busy }} />
        </>
      ) : (
        <p class="acts">
          <Act kind="link" go={() => setAsked(true)}>
            Add a follow-up, or another date
          </Act>
        </p>
      )}
      <p class="acts">
        <Act
          kind="link"
          go={() => {
            change({ kind: 'Formal' });
            show(typed.looksBack ? 'howItWent' : 'strength');
          }}
        >
          Make it a full session
        </Act>
      </p>
    </>
  );
}
