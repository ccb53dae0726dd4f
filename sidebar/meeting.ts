import { addDays, type Day, sayDay, type Time, type Weekday } from '../src/domain/days.ts';
import type { Busy } from '../src/domain/follow-ups.ts';
import { lastKnownDay, memberOf, type Reference } from '../src/domain/reference.ts';
import { nextHalfTermStart, nextMeetingDay, whyNoSchool, worksOn } from '../src/domain/school-year.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import type { Member } from '../src/domain/staff.ts';

/** The coach and whoever is coached, as far as they are known; several of a group. */
export interface Pair {
  readonly coach: Member | undefined;
  readonly coachees: readonly Member[];
}

type Meeting = Pick<SessionDraft, 'followUpDate' | 'followUpTime' | 'followUpMinutes'>;

/** The people of a session. */
export function pairOf(reference: Reference, coach: string, ...coached: readonly string[]): Pair {
  return {
    coach: memberOf(reference, coach),
    coachees: coached.map((email) => memberOf(reference, email)).filter((member) => member !== undefined),
  };
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

/** Moves a day on to the first one that will do. */
export type FindDay = (from: Day) => Day;

/** The next day in school on which everybody works. */
export function dayFinder({ periods }: Reference, { coach, coachees }: Pair): FindDay {
  const diaries: (readonly Weekday[])[] = [...(coach ? [coach] : []), ...coachees].map((each) => each.workingDays);
  return (from) => nextMeetingDay(from, periods, diaries);
}

// A calendar that is full for longer than this needs a person to look.
const daysTried = 20;

/** The same, and the coach is free at the time of the meeting; where the coach never is, as if they were. */
export function freeDayFinder(reference: Reference, pair: Pair, draft: Meeting, busy: readonly Busy[]): FindDay {
  const find = dayFinder(reference, pair);
  return (from) => {
    let day = find(from);
    for (let tried = 0; tried < daysTried; tried++) {
      if (!clash(meetingOn(day, reference, draft), busy)) return day;
      day = find(addDays(day, 1));
    }
    return find(from);
  };
}

/** What else the coach has at the time of a meeting. */
export function clash(meeting: Meeting, busy: readonly Busy[]): Busy | undefined {
  const end = endOf(meeting);
  return busy.find(({ day, from, to }) => day === meeting.followUpDate && from < end && meeting.followUpTime < to);
}

/** What else the coach has, without the meeting itself, which stands in the calendar once it is arranged. */
export function otherThan(meeting: Meeting | undefined, busy: readonly Busy[]): readonly Busy[] {
  if (!meeting || meeting.followUpDate === '') return busy;
  const end = endOf(meeting);
  return busy.filter(
    ({ day, from, to }) => day !== meeting.followUpDate || from !== meeting.followUpTime || to !== end,
  );
}

function endOf({ followUpTime, followUpMinutes }: Meeting): Time {
  const [hours = 0, minutes = 0] = followUpTime.split(':').map(Number);
  const end = hours * 60 + minutes + (followUpMinutes ?? 0);
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}

/** The day the form suggests: so many days after the conversation, in school, when all can, and still to come. */
export function suggestedDay({ settings }: Reference, find: FindDay, held: Day, today: Day): Day {
  const wish = addDays(held || today, Number(settings.followUpDays));
  return find(wish > today ? wish : addDays(today, 1));
}

/** A day that one press chooses. */
export type DayOffered = { readonly words: string; readonly day: Day };

/** The days offered for meeting again. */
export const daysToMeet = (reference: Reference, find: FindDay, today: Day): DayOffered[] =>
  offered(reference, find, today, [
    ['in 2 weeks', 14],
    ['in 4 weeks', 28],
  ]);

/** The days offered for taking a step. */
export const daysToAct = (reference: Reference, find: FindDay, today: Day): DayOffered[] =>
  offered(reference, find, today, [
    ['next week', 7],
    ['in two weeks', 14],
  ]);

function offered(
  { periods }: Reference,
  find: FindDay,
  today: Day,
  soon: readonly (readonly [words: string, days: number])[],
): DayOffered[] {
  const halfTerm = nextHalfTermStart(today, periods);
  return [
    ...soon.map(([words, days]) => ({ words, day: find(addDays(today, days)) })),
    ...(halfTerm ? [{ words: 'after half-term', day: find(halfTerm) }] : []),
  ];
}

/** What speaks against a day on which people are to do something, a sentence each. */
export function againstDay(reference: Reference, { coach, coachees }: Pair, day: Day, today: Day): string[] {
  const closed = sayNoSchool(reference, day, today);
  if (closed !== '') return [closed];
  const away = [
    ...coachees.map((coachee) => [coachee, `${coachee.name} does`] as const),
    ...(coach ? [[coach, 'You do'] as const] : []),
  ];
  return away
    .filter(([member]) => !worksOn(member.workingDays, day))
    .map(([, who]) => `${who} not work on ${sayWeekday(day)}.`);
}

/** All there is to say of a day on which people are to do something; it can be saved all the same. */
export function notesOnDay(reference: Reference, pair: Pair, day: Day, today: Day): string[] {
  const against = againstDay(reference, pair, day, today);
  if (against.length > 0) return [...against, 'It can still be saved.'];
  return [sayUnknown(reference, day)].filter((words) => words !== '');
}

/** What else there is to say of a day: that nobody knows yet whether school is open. */
export function sayUnknown(reference: Reference, day: Day): string {
  const known = lastKnownDay(reference);
  return known !== '' && day > known ? 'Term dates does not reach that day yet, so look whether school is open.' : '';
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
