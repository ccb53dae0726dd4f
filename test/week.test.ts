import gas from 'gas-local';
import { World } from '../local/world.ts';
import { addDays } from '../src/domain/days.ts';
import { staff, teams, termDates } from '../src/domain/staff.ts';
import { idOf, people, School } from './given.ts';
import { publicFunctions } from './school.ts';

it('loading the bundle touches no service, and shows exactly the functions that Google is to see', () => {
  const touched: string[] = [];
  const untouchable = (name: string) =>
    new Proxy(() => undefined, {
      get: (_, property) => touched.push(`${name}.${String(property)}`),
      apply: () => touched.push(name),
    });
  const services = [
    'SpreadsheetApp',
    'Calendar',
    'CalendarApp',
    'LockService',
    'PropertiesService',
    'CacheService',
    'Session',
    'ScriptApp',
    'HtmlService',
    'Utilities',
    'Logger',
    'UrlFetchApp',
  ];
  const globals = {
    ...gas.globalMockDefault,
    ...Object.fromEntries(services.map((name) => [name, untouchable(name)])),
  };
  const before = new Set(Object.keys(globals));
  const loaded = gas.require('./dist', globals);
  expect(touched).toEqual([]);
  expect(
    Object.keys(loaded)
      .filter((name) => !before.has(name))
      .sort(),
  ).toEqual(['Stride', ...publicFunctions]);
});

it("a coach's week: set-up, staff, five sessions, their invitations, and Impact", () => {
  const school = new School(new World({ now: '2026-11-23T16:00:00Z' }));
  const { director, coach, coachee, head, other } = people;
  expect(school.told('setUpSheet', director.email)[0]).toBe('Made the tab Sessions.');
  school.put(staff, Object.values(people));
  school.put(teams, [{ name: 'Year 4', assistantHead: head.email }]);
  school.put(termDates, [{ name: 'Autumn 2', kind: 'Half-term', first: '2026-11-02', last: '2026-12-18' }]);
  for (let day = 0; day < 5; day++) {
    const date = addDays('2026-11-23', day);
    school.world.clock.set(`${date}T16:00:00Z`);
    const id = idOf(day + 1);
    const met = [coachee, other, head, coachee, director][day] ?? coachee;
    expect(school.save({ id, date, coachee: met.email, followUpDate: addDays(date, 14) })).toMatchObject({
      ok: true,
      value: { row: day + 2 },
    });
    // On Wednesday the browser is closed before the invitation goes out; the hourly run sends it.
    if (day === 2) school.ask(coach.email, 'followUps.sendHourly');
    else expect(school.deliver(id)).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
    school.world.clock.advance(3_700_000);
    school.world.runTriggers();
  }
  expect(school.rows('Sessions').map((row) => row['Follow-up status'])).toEqual(Array(5).fill('Invited'));
  expect(school.world.calendars.list(coach.email)).toHaveLength(5);
  expect(school.world.calendars.list(coachee.email)).toHaveLength(2);
  const figures = [
    'Sessions this half-term',
    'Staff coached this half-term',
    'Follow-ups waiting',
    'Follow-ups invited',
  ];
  expect(figures.map((label) => school.figure(label))).toEqual(['5', '4', '0', '5']);
  expect(school.home().coachees.map(({ name, due }) => [name, due])).toEqual([
    ['Cleo Wick', '2026-12-08'],
    ['Rowan Reed', '2026-12-09'],
    ['Bram Tansy', '2026-12-10'],
    ['Dora Marsh', '2026-12-11'],
  ]);
  expect(school.home(coachee.email).coachees).toEqual([]);
});
