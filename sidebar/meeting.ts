import { addDays, type Day, sayDay, type Weekday } from '../src/domain/days.ts';
import { lastKnownDay, memberOf, type Reference } from '../src/domain/reference.ts';
import { nextHalfTermStart, nextMeetingDay, whyNoSchool, worksOn } from '../src/domain/school-year.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import type { Member } from '../src/domain/staff.ts';

/** Coach and coachee, as far as they are known. */
export interface Pair {
  readonly coach: Member | undefined;
  readonly coachee: Member | undefined;
}

type Meeting = Pick<SessionDraft, 'followUpDate' | 'followUpTime' | 'followUpMinutes'>;

/** The two people of a session. */
export function pairOf(reference: Reference, coach: string, coachee: string): Pair {
  return { coach: memberOf(reference, coach), coachee: memberOf(reference, coachee) };
}

/** No follow-up. */
export const noMeeting: Meeting = { followUpDate: '', followUpTime: '', followUpMinutes: null };

/** A meeting on a day, at the time and for as long as the form already says, or as Settings suggests. */
export function meetingOn(day: Day, { settings }: Reference, draft: Meeting): Meeting {
  return {
    followUpDate: day,
    followUpTime: draft.followUpTime || settings.followUpTime,
    followUpMinutes: draft.followUpMinutes ?? Number(settings.followUpMinutes),
  };
}

/** The day the form suggests: so many days after the conversation, in school, when both work, and still to come. */
export function suggestedDay(reference: Reference, pair: Pair, held: Day, today: Day): Day {
  const wish = addDays(held || today, Number(reference.settings.followUpDays));
  return nextMeetingDay(wish > today ? wish : addDays(today, 1), reference.periods, diariesOf(pair));
}

/** The days that one press chooses. */
export function daysToChoose(reference: Reference, pair: Pair, today: Day): { words: string; day: Day }[] {
  const meetOn = (day: Day) => nextMeetingDay(day, reference.periods, diariesOf(pair));
  const halfTerm = nextHalfTermStart(today, reference.periods);
  return [
    { words: 'in 2 weeks', day: meetOn(addDays(today, 14)) },
    { words: 'in 4 weeks', day: meetOn(addDays(today, 28)) },
    ...(halfTerm ? [{ words: 'after half-term', day: meetOn(halfTerm) }] : []),
  ];
}

/** What is to be said of a day on which two people are to meet; it can be saved all the same. */
export function notesOnDay(reference: Reference, pair: Pair, day: Day, today: Day): string[] {
  const closed = sayNoSchool(reference, day, today);
  if (closed !== '') return [`${closed} It can still be saved.`];
  const away = (member: Member | undefined, who: string): string[] =>
    member && !worksOn(member.workingDays, day) ? [`${who} not work on ${sayWeekday(day)}.`] : [];
  const known = lastKnownDay(reference);
  const unknown = known !== '' && day > known;
  return [
    ...away(pair.coachee, `${pair.coachee?.name} does`),
    ...away(pair.coach, 'You do'),
    ...(unknown ? ['Term dates does not reach that day yet, so look whether school is open.'] : []),
  ];
}

/** `Sun 1 Nov is a weekend.`, `Mon 16 Feb is in February half-term.`, or nothing for a school day. */
export function sayNoSchool({ periods }: Reference, day: Day, today: Day): string {
  const why = day === '' ? '' : whyNoSchool(day, periods);
  if (why === '') return '';
  const within = periods.some(({ name, kind }) => name === why && kind === 'Closure');
  return `${sayDay(day, today)} ${within ? 'is in' : 'is'} ${why}.`;
}

const sayWeekday = (day: Day): string =>
  `${new Date(day).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' })}s`;

const diariesOf = ({ coach, coachee }: Pair): (readonly Weekday[])[] => [
  coach?.workingDays ?? [],
  coachee?.workingDays ?? [],
];
