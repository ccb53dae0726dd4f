import type { FrameLocator, Page } from 'playwright-core';
import { Desktop, openSidebar } from '../chromium.ts';
import { givenSchool, idOf, people, type School, session } from '../given.ts';
import { asItShould, measured, violations } from './looks.ts';

const { coach, coachee } = people;

let school: School;
let desktop: Desktop;

beforeEach(async () => {
  school = givenSchool();
  desktop = await Desktop.open(school.world);
});

afterEach(() => desktop.close());

/** A window of a computer that stands in another time zone, and whose clock is right. */
async function windowIn(timezoneId: string): Promise<Page> {
  const context = await desktop.browser.newContext({
    viewport: { width: 1300, height: 900 },
    locale: 'en-GB',
    timezoneId,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.clock.install({ time: school.world.clock.now() });
  await page.goto(`${desktop.server.url}?as=${encodeURIComponent(coach.email)}`);
  return page;
}

const theirDay = (page: Page): Promise<string> =>
  page.evaluate(() => new Intl.DateTimeFormat('en-GB', { dateStyle: 'short' }).format(new Date()));

async function write(sidebar: FrameLocator, part: string, words: string): Promise<void> {
  const label = part === 'Pupil outcome' ? 'What will be different for pupils?' : new RegExp(`^${part}:`);
  const box = sidebar.getByRole('textbox', { name: label });
  if ((await box.count()) === 0)
    await sidebar.getByRole('button', { name: new RegExp(`^${part}`), expanded: false }).click();
  await box.fill(words);
}

// Each at a moment when it is another day where the coach is than in the school.
it.each([
  ['Pacific/Auckland', '2026-11-26T16:30:00Z', '27/11/2026'],
  ['America/New_York', '2026-11-26T02:30:00Z', '25/11/2026'],
])('a coach in %s sees and sets the days and times of the school, not of their computer', async (zone, now, theirs) => {
  school.world.clock.set(now);
  school.world.calendars.zones.set(coach.email, zone);
  const steps = [{ what: 'Try talk partners', due: '2026-11-26', support: '', kind: 'do' }];
  const last = session({ id: idOf(1), date: '2026-11-05', followUpDate: '' });
  expect(school.ask(coach.email, 'sessions.save', { ...last, steps }).reply).toMatchObject({ ok: true });

  const page = await windowIn(zone);
  expect(await theirDay(page)).toBe(theirs);
  const sidebar = await openSidebar(page);
  await sidebar.getByText('1 step open · 3 weeks ago').waitFor();
  await sidebar.getByRole('button', { name: 'New session' }).click();
  expect(await sidebar.getByLabel('Date').inputValue()).toBe('2026-11-26');
  expect(await sidebar.getByLabel('Date').getAttribute('max')).toBe('2026-11-26');
  await sidebar.getByRole('combobox', { name: 'Coachee', exact: true }).fill('bram');
  await sidebar.getByRole('option', { name: new RegExp(coachee.name) }).click();
  // Due today is not late.
  await sidebar.getByText('by Thu 26 Nov', { exact: true }).waitFor();
  await write(sidebar, 'Strength', 'They listen to each other.');
  await write(sidebar, 'Target', 'Talk first, so that every pupil says it.');
  await write(sidebar, 'Pupil outcome', 'Pupils start by themselves.');
  await sidebar.getByRole('button', { name: /^Follow-up/, expanded: false }).click();
  await sidebar.getByRole('button', { name: 'in 2 weeks' }).click();
  expect(await sidebar.getByLabel('Date').inputValue()).toBe('2026-12-10');
  expect(await sidebar.getByLabel('Date').getAttribute('min')).toBe('2026-11-26');
  await sidebar.getByLabel('Time').fill('08:15');
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
  await sidebar.getByRole('button', { name: 'Save session' }).click();
  await sidebar.getByText('Thu 10 Dec, 08:15, 30 minutes').waitFor();
  await sidebar.getByRole('link', { name: 'Open event' }).waitFor();
  expect(school.rows('Sessions')[1]).toMatchObject({
    Date: '26/11/2026',
    'Follow-up date': '10/12/2026',
    'Follow-up time': '08:15',
  });
  const [event] = school.world.calendars.list(coachee.email);
  expect(event?.start.dateTime).toBe('2026-12-10T08:15:00Z');
});
