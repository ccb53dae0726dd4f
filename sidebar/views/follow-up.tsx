import { sayDay } from '../../src/domain/days.ts';
import { guestsOf } from '../../src/domain/follow-ups.ts';
import type { Reference } from '../../src/domain/reference.ts';
import { whyNotInvited } from '../checks.ts';
import type { SchoolClock } from '../clock.ts';
import { daysToChoose, meetingOn, noMeeting, notesOnDay, type Pair, pairOf } from '../meeting.ts';
import { fieldId } from '../sections.ts';
import type { Home } from '../server.ts';
import type { Typed } from '../use-draft.ts';
import { sayMeeting } from '../words.ts';
import { Chips, Input, Select, type WrongOf } from './fields.tsx';
import { Notes } from './page.tsx';
import { Section } from './section.tsx';

interface FollowUpProps {
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly typed: Typed;
  readonly wrong: WrongOf;
  /** Its invitation, if there is one, stands in a calendar already. */
  readonly correcting: boolean;
}

const lengths = [10, 15, 20, 30, 45, 60, 90];

/** When the two meet again, and who is invited: named before anything is saved. */
export function FollowUpSection({ home, clock, typed, wrong, correcting }: FollowUpProps) {
  const { draft, change } = typed;
  const { reference } = home;
  const today = clock.today();
  const pair = pairOf(reference, home.user, draft.coachee);
  const meets = draft.followUpDate !== '';
  const setDay = (day: string) => change(day === '' ? noMeeting : meetingOn(day, reference, draft));
  const minutes = Number(draft.followUpMinutes);
  return (
    <Section
      of="followUp"
      typed={typed}
      done={meets && !wrong('followUpDate') && !wrong('followUpTime')}
      summary={meets ? sayMeeting(draft, today) : 'No follow-up'}
    >
      <Chips
        legend="When do you meet again?"
        id={fieldId('followUp')}
        options={[...daysToChoose(reference, pair, today), { words: 'no follow-up', day: '' }].map(
          ({ words, day }) => ({
            words,
            on: day === draft.followUpDate,
            press: () => setDay(day),
          }),
        )}
      />
      <Input
        of="followUpDate"
        label="Date"
        type="date"
        min={today}
        value={draft.followUpDate}
        typed={setDay}
        wrong={wrong}
        beside={meets && sayDay(draft.followUpDate, today)}
      />
      {meets && (
        <>
          <Notes words={notesOnDay(reference, pair, draft.followUpDate, today)} />
          <div class="pair">
            <Input
              of="followUpTime"
              label="Time"
              type="time"
              value={draft.followUpTime}
              typed={(followUpTime) => change({ followUpTime })}
              wrong={wrong}
            />
            <Select
              of="followUpMinutes"
              label="Length"
              value={minutes}
              options={[...new Set([...lengths, minutes])]
                .sort((one, other) => one - other)
                .map((value) => ({ value, words: `${value} min` }))}
              chosen={(value) => change({ followUpMinutes: Number(value) })}
            />
          </div>
        </>
      )}
      {correcting ? (
        <p class="quiet">If you change it, its invitation is moved, sent or called off when you save.</p>
      ) : (
        <Guests {...{ pair, reference, meets }} />
      )}
    </Section>
  );
}

function Guests({ pair, reference, meets }: { pair: Pair; reference: Reference; meets: boolean }) {
  const { coach, coachee } = pair;
  if (!coach || !coachee) return <p class="quiet">Choose a coachee first: then it says here who is invited.</p>;
  const refusal = whyNotInvited(reference, pair);
  if (refusal) return <p class={meets ? 'wrong' : 'note'}>{refusal.message}</p>;
  if (!meets) return null;
  const { invited, notes } = guestsOf(reference, coach.email, [{ coachee: coachee.email, team: coachee.team }]);
  const [, , head] = invited;
  return (
    <div class="box">
      <p>
        Invited: you, {coachee.name}
        {head && `, ${head.name} (assistant head, ${coachee.team})`}
      </p>
      <Notes words={[...notes, 'They see “Coaching follow-up”, no words.']} />
    </div>
  );
}
