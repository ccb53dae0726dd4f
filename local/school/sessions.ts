import { addDays, type Day, daysBetween, type Time } from '../../src/domain/days.ts';
import { eventIdOf, guestsOf } from '../../src/domain/follow-ups.ts';
import { evidenceSources, type PartKey } from '../../src/domain/policy.ts';
import { makeReference, memberOf } from '../../src/domain/reference.ts';
import { halfTermOf, nextMeetingDay, sayHalfTerm, whyNoSchool, worksOn } from '../../src/domain/school-year.ts';
import type { FollowUpState, Session } from '../../src/domain/sessions.ts';
import type { Member } from '../../src/domain/staff.ts';
import { instantAt } from '../wall.ts';
import { type Cycle, type Pair, pairs } from './pairs.ts';
import { type Conversation, withSteps } from './promises.ts';
import { Decks, type Dice, diceOf, uuidOf } from './random.ts';
import { schoolSettings } from './settings.ts';
import { emailOf, members, teams } from './staff.ts';
import { periods } from './term-dates.ts';
import type { Thread } from './thread.ts';
import { inPassing, sinceLastTime, threads } from './threads.ts';

/** When the made-up school is looked at: a Thursday in Autumn 2, after the children have gone home. */
export const schoolNow = '2026-11-26T15:40:00+00:00';

const today = schoolNow.slice(0, 10);
const firstDay: Day = '2026-02-23';

// As it was when they met: whoever has left since was there then.
const then = makeReference(
  members.map((member) => ({ ...member, active: true })),
  teams,
  periods,
  schoolSettings,
);

/** Five half-terms of conversations, the earliest first, with the steps of this school year; the same every time. */
export function conversations(): Conversation[] {
  const dice = diceOf('Thistlewick');
  const decks = new Decks(dice);
  const met = pairs.flatMap((pair) => meetingsOf(pair, dice));
  const inOrder = met.sort(
    (one, other) => one.date.localeCompare(other.date) || one.savedTime.localeCompare(other.savedTime),
  );
  return withSteps(inOrder.map((meeting) => ({ session: write(meeting, dice, decks), thread: meeting.cycle.thread })));
}

/** The rows that they make. */
export function sessions(): Session[] {
  return conversations().map(({ session }) => session);
}

interface Meeting {
  readonly coach: Member;
  readonly coachee: Member;
  readonly cycle: Cycle;
  /** How many of the same run there had been before. */
  readonly before: number;
  readonly kind: 'Formal' | 'Martini' | 'Group';
  readonly date: Day;
  readonly savedTime: Time;
  readonly followUpDate: Day;
  /** The two never met then; they began with something else later. */
  readonly cameToNothing: boolean;
}

function memberNamed(name: string): Member {
  const member = memberOf(then, emailOf(name));
  if (!member) throw new Error(`${name} is not on the staff`);
  return member;
}

function meetingsOf({ coach, coachee, cycles }: Pair, dice: Dice): Meeting[] {
  const both = { coach: memberNamed(coach), coachee: memberNamed(coachee) };
  const diaries = [both.coach.workingDays, both.coachee.workingDays];
  return cycles.flatMap((cycle, index) => {
    const lookBack = index > 0 && dice.chance(35);
    let due = cycle.due || (lookBack ? addDays(cycle.last, 28) : '');
    due = due && nextMeetingDay(due, periods, diaries);
    let date = backTo(cycle.last, diaries);
    const meetings: Meeting[] = [];
    for (let before = cycle.sessions - 1; before >= 0; before--) {
      const kind = cycle.isGroup ? 'Group' : before > 0 && dice.chance(32) ? 'Martini' : 'Formal';
      const cameToNothing = lookBack && meetings.length === 0;
      const time = kind === 'Martini' ? timeFrom(8 * 60 + 20, 500, dice) : timeFrom(15 * 60 + 50, 95, dice);
      meetings.push({ ...both, cycle, before, kind, date, savedTime: time, followUpDate: due, cameToNothing });
      // Most follow-ups happen on their day; some a few days late.
      due = dice.chance(25) ? backTo(addDays(date, -dice.between(1, 6)), diaries) : date;
      date = metBefore(due, diaries, dice);
    }
    return meetings;
  });
}

// Two to five weeks before, or more when a holiday lies between; not before the first day the tab knows.
function metBefore(due: Day, diaries: readonly Member['workingDays'][], dice: Dice): Day {
  const days = dice.shuffle([14, 21, 28, 35]).map((gap) => backTo(addDays(due, -gap), diaries));
  return days.find((day) => day >= firstDay) ?? backTo(addDays(due, -14), diaries);
}

function backTo(day: Day, diaries: readonly Member['workingDays'][]): Day {
  const isFree = whyNoSchool(day, periods) === '' && diaries.every((diary) => worksOn(diary, day));
  return isFree ? day : backTo(addDays(day, -1), diaries);
}

function timeFrom(first: number, span: number, dice: Dice): Time {
  const minutes = first + dice.between(0, span);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function write(meeting: Meeting, dice: Dice, decks: Decks): Session {
  const { coach, coachee, date, kind, followUpDate, savedTime } = meeting;
  const thread: Thread = threads[meeting.cycle.thread];
  const meets = followUpDate !== '';
  const id = uuidOf(dice);
  const halfTerm = halfTermOf(date, periods);
  const sources = dice.shuffle(thread.evidence).slice(0, kind === 'Martini' ? dice.between(0, 1) : dice.between(1, 2));
  return {
    date,
    halfTerm: halfTerm ? sayHalfTerm(halfTerm) : '',
    kind,
    coach: coach.email,
    coachee: coachee.email,
    team: coachee.team,
    theme: thread.theme,
    ...words(meeting, thread, dice, decks),
    evidence: evidenceSources.filter((source) => sources.includes(source)),
    focusBy: dice.pick(['Coachee', 'Coachee', 'Coachee', 'Coachee', 'Jointly', 'Jointly', 'Asked of me', '']),
    minutes: kind === 'Martini' ? dice.between(1, 3) * 5 : dice.between(5, 10) * 5,
    followUpDate,
    followUpTime: meets ? timeOfDay(coachee, followUpDate, dice) : '',
    followUpMinutes: meets ? dice.pick([20, 30, 30, 30, 45]) : null,
    assistantHead:
      (meets && guestsOf(then, coach.email, [{ coachee: coachee.email, team: coachee.team }]).invited[2]?.email) || '',
    status: meets ? stateOf(meeting, dice) : '',
    savedBy: coach.email,
    group: '',
    savedAt: momentOf(date, savedTime, dice),
    id,
    eventId: meets ? eventIdOf(id) : '',
  };
}

function stateOf({ followUpDate, cameToNothing }: Meeting, dice: Dice): FollowUpState {
  if (cameToNothing) return 'Removed';
  // Something to look at among those that are past; what is still to come is in the calendars.
  return daysBetween(followUpDate, today) > 14 && dice.chance(4) ? 'Not sent' : 'Invited';
}

// The office and lunchtime staff meet in the quiet of the day, all others before or after lessons.
function timeOfDay({ team }: Member, followUpDate: Day, dice: Dice): Time {
  if (followUpDate === today) return '15:45';
  if (team === 'Office and site') return dice.pick(['10:15', '10:30', '13:45', '14:15']);
  return dice.pick(['15:45', '15:45', '15:45', '16:00', '15:30', '08:05']);
}

function momentOf(day: Day, time: Time, dice: Dice): string {
  const isSummerTime = instantAt('Europe/London', { day, time }) !== Date.parse(`${day}T${time}:00Z`);
  return `${day}T${time}:${String(dice.between(0, 59)).padStart(2, '0')}${isSummerTime ? '+01:00' : '+00:00'}`;
}

type Words = Pick<Session, PartKey | 'howItWent' | 'outcome' | 'startingPoint'>;

// A word in passing fills in what matters and little else.
function words(meeting: Meeting, thread: Thread, dice: Dice, decks: Decks): Words {
  const { before, kind, coachee } = meeting;
  const slots = {
    name: coachee.name.split(' ')[0] ?? '',
    class: coachee.team.startsWith('Year') ? coachee.team : 'the group',
  };
  const inBrief = kind === 'Martini';
  const some = (bank: readonly string[], most: number): string =>
    decks.draw(bank, inBrief ? 1 : dice.between(1, most), slots);
  const often = (inHundred: number, inBriefInHundred: number, text: () => string): string =>
    dice.chance(inBrief ? inBriefInHundred : inHundred) ? text() : '';
  const and = (...texts: readonly string[]): string => texts.filter((text) => text !== '').join(' ');
  return {
    howItWent: before > 0 ? decks.draw(sinceLastTime, 1, slots) : '',
    strength: some(thread.strength, 3),
    target: some(thread.target, 2),
    reality: often(96, 35, () => some(thread.reality, 3)),
    ideas: often(93, 20, () => some(thread.ideas, 3)),
    decision: often(97, 85, () => and(some(thread.decision, 4), inBrief ? decks.draw(inPassing, 1, slots) : '')),
    evaluation: often(92, 30, () => some(thread.evaluation, 2)),
    outcome: some(thread.outcome, 2),
    startingPoint: often(before === 0 ? 90 : 35, 0, () => some(thread.startingPoint, 2)),
  };
}
