import type { CalendarEvent } from '../local/calendar-event.ts';
import type { Since } from '../src/api/since.ts';
import { addDays, type Day } from '../src/domain/days.ts';
import { eventIdOf } from '../src/domain/follow-ups.ts';
import { givenPlainSchool, idOf, people, type School } from './given.ts';
import { clockChanges } from './ten-years.ts';

const { coach, coachee, director } = people;
const hour = 3_600_000;
const minute = 60_000;

// What clocks in London show, by the tables of the machine and not by the code that is looked at.
const london = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' });
const wallOf = (instant: string | undefined): string => london.format(new Date(instant ?? ''));

function since(school: School, who: string = coach.email): Since {
  const { reply } = school.ask<Since>(who, 'since.read');
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
}

function eventOf(school: School, id: string, who: string = coach.email): CalendarEvent {
  const event = school.world.calendars.find(who, eventIdOf(id));
  if (!event) throw new Error(`no event of ${id}`);
  return event;
}

/** Saves a session of that day with a follow-up, and sends its invitation. */
function arrange(school: School, number: number, date: Day, followUpDate: Day, followUpTime: string): string {
  const id = idOf(number);
  expect(school.save({ id, date, followUpDate, followUpTime, followUpMinutes: 30 })).toMatchObject({ ok: true });
  expect(school.deliver(id)).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
  return id;
}

/** The time of an event by the clocks of London, and how many minutes it lasts. */
function shown({ start, end }: CalendarEvent): [when: string, minutes: number] {
  return [wallOf(start.dateTime), (Date.parse(end.dateTime ?? '') - Date.parse(start.dateTime ?? '')) / minute];
}

const whens = (school: School) =>
  school.rows('Sessions').map((row) => [row['Follow-up date'], row['Follow-up time'], row['Follow-up minutes']]);

const english = (day: Day): string => day.split('-').reverse().join('/');

/** A school some days before a clock change, whatever Term dates says of that year. */
function givenBefore(change: Day): { school: School; date: Day } {
  const school = givenPlainSchool();
  const date = addDays(change, -10);
  school.world.clock.set(`${date}T12:00:00Z`);
  return { school, date };
}

describe.each(clockChanges)('around $day, when clocks go to $to time', ({ day, to }) => {
  it('a follow-up at 15:45 is at 15:45 before, on and after that day, and its row never moves', () => {
    const { school, date } = givenBefore(day);
    const days = [-2, -1, 0, 1, 14].map((days) => addDays(day, days));
    const ids = days.map((on, index) => arrange(school, index + 1, date, on, '15:45'));
    expect(ids.map((id) => shown(eventOf(school, id)))).toEqual(days.map((on) => [`${on} 15:45`, 30]));
    const summer = '14:45:00.000Z';
    const winter = '15:45:00.000Z';
    const [before, after] = to === 'summer' ? [winter, summer] : [summer, winter];
    expect(ids.map((id) => new Date(eventOf(school, id).start.dateTime ?? '').toISOString().slice(11))).toEqual([
      before,
      before,
      after,
      after,
      after,
    ]);
    school.world.clock.advance(minute);
    expect(since(school).told).toEqual([]);
    expect(school.check()).toMatchObject({ repaired: [], findings: [] });
    expect(whens(school)).toEqual(days.map((on) => [english(on), '15:45', '30']));
  });

  it('a follow-up planned for half past one in that night is where a clock can show it, and its row says so once', () => {
    const { school, date } = givenBefore(day);
    const id = arrange(school, 1, date, day, '01:30');
    // There is no half past one when clocks go forward: Calendar takes the hour later. There are two when they go back.
    const time = to === 'summer' ? '02:30' : '01:30';
    expect(shown(eventOf(school, id))).toEqual([`${day} ${time}`, 30]);
    school.world.clock.advance(minute);
    expect(since(school).told).toHaveLength(to === 'summer' ? 1 : 0);
    expect(whens(school)).toEqual([[english(day), time, '30']]);
    school.world.clock.advance(minute);
    expect(since(school).told).toEqual([]);
    expect(school.deliver(id)).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
    expect(school.check()).toMatchObject({ repaired: [], findings: [] });
    expect(shown(eventOf(school, id))).toEqual([`${day} ${time}`, 30]);
  });

  it('a follow-up across the very hour lasts as long as it was to last', () => {
    const { school, date } = givenBefore(day);
    const id = arrange(school, 1, date, day, '00:45');
    school.world.clock.advance(minute);
    expect(since(school).told).toEqual([]);
    expect([shown(eventOf(school, id)), whens(school)]).toEqual([
      [`${day} 00:45`, 30],
      [[english(day), '00:45', '30']],
    ]);
    expect(school.check()).toMatchObject({ repaired: [], findings: [] });
  });

  it('what is said and shown in the hours of that night is of the school’s day', () => {
    const { school } = givenBefore(day);
    for (const [instant, today, time] of [
      // Just before midnight in London, and just after it.
      [to === 'summer' ? -minute : -hour - minute, addDays(day, -1), '23:59'],
      [to === 'summer' ? minute : -hour + minute, day, '00:01'],
      [hour - minute, day, to === 'summer' ? '00:59' : '01:59'],
      [hour, day, to === 'summer' ? '02:00' : '01:00'],
      // The last minute of the day.
      [(to === 'summer' ? 23 : 24) * hour - minute, day, '23:59'],
    ] as const) {
      school.world.clock.set(Date.parse(`${day}T00:00:00Z`) + instant);
      const home = school.home();
      expect([home.today, home.time]).toEqual([today, time]);
    }
  });
});

const zones = ['America/New_York', 'Pacific/Auckland', 'Asia/Kolkata', 'Pacific/Honolulu'];
const seasons = [
  ['in winter', '2026-11-26', '2026-12-10'],
  ['in summer', '2027-06-10', '2027-06-24'],
] as const;

describe.each(zones.flatMap((zone) => seasons.map((season) => [zone, ...season] as const)))(
  'a coach whose own calendar is in %s, %s,',
  (zone, _season, date, followUpDate) => {
    function givenAbroad(): School {
      const school = givenPlainSchool();
      school.world.clock.set(`${date}T12:00:00Z`);
      school.world.calendars.zones.set(coach.email, zone);
      return school;
    }

    it('arranges a follow-up at the school’s time, for themselves and the coachee', () => {
      const school = givenAbroad();
      const id = arrange(school, 1, date, followUpDate, '15:45');
      for (const { email } of [coach, coachee])
        expect(shown(eventOf(school, id, email))).toEqual([`${followUpDate} 15:45`, 30]);
      school.world.clock.advance(minute);
      expect([since(school).told, whens(school)]).toEqual([[], [[english(followUpDate), '15:45', '30']]]);
      expect(school.check()).toMatchObject({ repaired: [], findings: [] });
    });

    it('moves it in their own calendar, and the row follows by the clocks of the school', () => {
      const school = givenAbroad();
      const id = arrange(school, 1, date, followUpDate, '15:45');
      school.world.clock.advance(minute);
      // Late enough for another day in one of the zones, early enough for another in the next.
      for (const time of ['00:15', '23:15']) {
        const { start } = eventOf(school, id);
        const is = Date.parse(`${wallOf(start.dateTime).replace(' ', 'T')}Z`);
        const wished = Date.parse(`${followUpDate}T${time}Z`);
        school.world.calendars.move(
          coach.email,
          eventIdOf(id),
          new Date(Date.parse(start.dateTime ?? '') + wished - is).toISOString(),
        );
        expect(since(school).told).toHaveLength(1);
        expect(whens(school)).toEqual([[english(followUpDate), time, '30']]);
        expect(since(school).told).toEqual([]);
      }
    });

    it('is not free when their own calendar says so, by the clocks of the school', () => {
      const school = givenAbroad();
      arrange(school, 1, date, followUpDate, '00:15');
      arrange(school, 2, date, followUpDate, '23:15');
      expect(since(school).busy).toEqual([
        { day: followUpDate, from: '00:15', to: '00:45' },
        { day: followUpDate, from: '23:15', to: '23:45' },
      ]);
    });

    it('is asked for days by the school’s today, whatever day it is for themselves', () => {
      const school = givenAbroad();
      for (const time of ['00:30', '23:30']) {
        const utc = Date.parse(`${date}T${time}Z`) - (followUpDate.includes('-06-') ? hour : 0);
        school.world.clock.set(utc);
        expect([school.home().today, school.home().time]).toEqual([date, time]);
        expect(school.save({ id: idOf(7), date: addDays(date, 1), followUpDate: '' })).toMatchObject({
          ok: false,
          error: { field: 'date' },
        });
      }
    });
  },
);

describe('somebody is not free', () => {
  /** A school whose coach has something else in their calendar. */
  function givenBusy(start: CalendarEvent['start'], end: CalendarEvent['end'], more: object = {}): School {
    const school = givenPlainSchool();
    arrange(school, 1, '2026-11-26', '2026-11-27', '08:00');
    const event = eventOf(school, idOf(1));
    const { extendedProperties: _, attendees: __, ...bare } = event;
    school.world.calendars.put(coach.email, { ...bare, id: 'another', start, end, ...more });
    return school;
  }
  const others = (school: School) => since(school).busy.filter(({ day }) => day !== '2026-11-27');
  const whole = (day: Day) => ({ day, from: '00:00', to: '24:00' });

  it('on every day of something that lasts for days, and not on the day after', () => {
    const trip = givenBusy({ date: '2026-12-08' }, { date: '2026-12-11' });
    expect(others(trip)).toEqual(['2026-12-08', '2026-12-09', '2026-12-10'].map(whole));
    const conference = givenBusy({ dateTime: '2026-12-08T13:00:00Z' }, { dateTime: '2026-12-10T11:30:00Z' });
    expect(others(conference)).toEqual([
      { day: '2026-12-08', from: '13:00', to: '24:00' },
      whole('2026-12-09'),
      { day: '2026-12-10', from: '00:00', to: '11:30' },
    ]);
  });

  it('in the evening that ends at midnight, and is free in the morning of that day and the next', () => {
    const party = givenBusy({ dateTime: '2026-12-08T19:00:00Z' }, { dateTime: '2026-12-09T00:00:00Z' });
    expect(others(party)).toEqual([{ day: '2026-12-08', from: '19:00', to: '24:00' }]);
  });

  it('today, of what began days ago and is not over', () => {
    const residential = givenBusy({ dateTime: '2026-11-24T09:00:00Z' }, { dateTime: '2026-11-26T18:00:00Z' });
    expect(others(residential)).toEqual([{ day: '2026-11-26', from: '00:00', to: '18:00' }]);
  });

  it('from the first of two hours of one name to the end of the other, when clocks go back', () => {
    const school = givenBusy({ dateTime: '2027-10-31T01:45:00+01:00' }, { dateTime: '2027-10-31T01:15:00Z' });
    school.world.clock.set('2027-10-25T12:00:00Z');
    expect(others(school)).toEqual([{ day: '2027-10-31', from: '01:00', to: '02:00' }]);
  });

  it('not for something that takes no time, or when they have declined, or marked it as free', () => {
    const reminder = { dateTime: '2026-12-08T16:00:00Z' };
    expect(others(givenBusy(reminder, reminder))).toEqual([]);
    expect(others(givenBusy({ date: '2026-12-08' }, { date: '2026-12-09' }, { transparency: 'transparent' }))).toEqual(
      [],
    );
    const attendees = [{ email: coach.email, responseStatus: 'declined' as const }];
    expect(others(givenBusy({ date: '2026-12-08' }, { date: '2026-12-09' }, { attendees }))).toEqual([]);
  });

  it('also after the summer, when in its first days the form offers a day after it', () => {
    const school = givenBusy({ date: '2027-09-06' }, { date: '2027-09-07' });
    school.world.clock.set('2027-05-31T12:00:00Z');
    expect(others(school)).toEqual([whole('2027-09-06')]);
  });
});

it('the director who checks from abroad finds nothing out of order', () => {
  const school = givenPlainSchool();
  school.world.calendars.zones.set(director.email, 'Pacific/Auckland');
  const id = idOf(1);
  expect(school.save({ id, followUpTime: '08:15' }, director.email)).toMatchObject({ ok: true });
  expect(school.deliver(id, director.email)).toMatchObject({ ok: true });
  expect(school.check(director.email)).toMatchObject({ repaired: [], findings: [] });
  expect(shown(eventOf(school, id, director.email))).toEqual(['2026-12-10 08:15', 30]);
});
