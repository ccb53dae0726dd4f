import { sayDay } from '../../src/domain/days.ts';
import { type Busy, guestsOf } from '../../src/domain/follow-ups.ts';
import { nameOf, type Reference } from '../../src/domain/reference.ts';
import { coachedOf, whyNotInvited } from '../checks.ts';
import type { SchoolClock } from '../clock.ts';
import {
  againstDay,
  clash,
  daysToMeet,
  freeDayFinder,
  meetingOn,
  noMeeting,
  type Pair,
  pairOf,
  sayUnknown,
} from '../meeting.ts';
import { fieldId } from '../sections.ts';
import type { Home } from '../server.ts';
import type { Typed } from '../use-draft.ts';
import { sayMeeting } from '../words.ts';
import { Chips, Input, Select, type WrongOf } from './fields.tsx';
import { Act, Notes } from './page.tsx';
import { Section } from './section.tsx';

interface FollowUpProps {
  readonly home: Home;
  readonly clock: SchoolClock;
  readonly typed: Typed;
  readonly wrong: WrongOf;
  /** Its invitation, if there is one, stands in a calendar already. */
  readonly correcting: boolean;
  /** When the coach is not free. */
  readonly busy: readonly Busy[];
}

const lengths = [10, 15, 20, 30, 45, 60, 90];

/** When they meet again, in a section of the form. */
export function FollowUpSection(props: FollowUpProps) {
  const { typed, wrong, clock } = props;
  const { draft } = typed;
  const meets = draft.followUpDate !== '';
  return (
    <Section
      of="followUp"
      typed={typed}
      done={meets && !wrong('followUpDate') && !wrong('followUpTime')}
      summary={meets ? sayMeeting(draft, clock.today()) : 'No follow-up'}
    >
      <FollowUpFields {...props} />
    </Section>
  );
}

/** When they meet again, and who is invited: named before anything is saved. */
export function FollowUpFields({ home, clock, typed, wrong, correcting, busy }: FollowUpProps) {
  const { draft, beside, change } = typed;
  const { reference } = home;
  const today = clock.today();
  const others = draft.kind === 'Group' ? beside.others.map(({ coachee }) => coachee) : [];
  const pair = pairOf(reference, home.user, draft.coachee, ...others);
  const meets = draft.followUpDate !== '';
  const find = freeDayFinder(reference, pair, draft, busy);
  const setDay = (day: string) => change(day === '' ? noMeeting : meetingOn(day, reference, draft));
  const minutes = Number(draft.followUpMinutes);
  const other = clash(draft, busy);
  const against = [
    ...againstDay(reference, pair, draft.followUpDate, today),
    ...(other ? [`Your calendar has something else then, ${other.from} to ${other.to}.`] : []),
  ];
  const instead = meets && against.length > 0 && draft.followUpDate >= today ? find(draft.followUpDate) : '';
  const unknown = meets && against.length === 0 ? sayUnknown(reference, draft.followUpDate) : '';
  return (
    <>
      <Chips
        legend="When do you meet again?"
        id={fieldId('followUp')}
        options={[...daysToMeet(reference, find, today), { words: 'no follow-up', day: '' }].map(({ words, day }) => ({
          words,
          on: day === draft.followUpDate,
          press: () => setDay(day),
        }))}
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
      {meets && against.length > 0 && (
        <div class="asks" role="status">
          <p>{against.join(' ')} Meet then all the same? It can be saved.</p>
          {instead !== draft.followUpDate && (
            <p class="acts">
              <Act go={() => setDay(instead)}>{sayDay(instead, today)} instead</Act>
            </p>
          )}
        </div>
      )}
      {unknown !== '' && <Notes words={[unknown]} />}
      {meets && (
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
              .sort((one, next) => one - next)
              .map((value) => ({ value, words: `${value} min` }))}
            chosen={(value) => change({ followUpMinutes: Number(value) })}
          />
        </div>
      )}
      {correcting ? (
        <p class="quiet">If you change it, its invitation is moved, sent or called off when you save.</p>
      ) : (
        <Guests {...{ pair, reference, meets }} />
      )}
    </>
  );
}

function Guests({ pair, reference, meets }: { pair: Pair; reference: Reference; meets: boolean }) {
  const { coach, coachees } = pair;
  if (!coach || coachees.length === 0) {
    return <p class="quiet">Choose a coachee first: then it says here who is invited.</p>;
  }
  const refusal = whyNotInvited(reference, pair);
  if (refusal) return <p class={meets ? 'wrong' : 'note'}>{refusal.message}</p>;
  if (!meets) return null;
  const { invited, notes } = guestsOf(reference, coach.email, coachedOf(coachees));
  const heads = invited.slice(1 + coachees.length);
  const led = (email: string): string =>
    reference.teams
      .filter(({ name, assistantHead }) => assistantHead === email && coachees.some(({ team }) => team === name))
      .map(({ name }) => name)
      .join(', ');
  return (
    <div class="box">
      <p>
        Invited: you, {coachees.map(({ email }) => nameOf(reference, email)).join(', ')}
        {heads.map(({ email, name }) => `, ${name} (assistant head, ${led(email)})`)}
      </p>
      <Notes words={[...notes, 'They see “Coaching follow-up”, no words.']} />
    </div>
  );
}
