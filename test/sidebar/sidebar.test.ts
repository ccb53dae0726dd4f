/// <reference lib="dom" />
import type { FrameLocator } from 'playwright-core';
import { Desktop, openSidebar } from '../chromium.ts';
import { givenSchool, idOf, people, type School } from '../given.ts';
import { asItShould, inside, measured, violations } from './looks.ts';

const coach = people.coach.email;

let school: School;
let desktop: Desktop;

beforeEach(async () => {
  school = givenSchool();
  desktop = await Desktop.open(school.world);
});

afterEach(() => desktop.close());

async function fillIn(sidebar: FrameLocator, skip = ''): Promise<void> {
  await sidebar.getByRole('combobox', { name: 'Coachee' }).fill('bram');
  await sidebar.getByRole('option', { name: /Bram Tansy/ }).click();
  for (const part of ['Strength', 'Target', 'Pupil outcome'].filter((name) => name !== skip)) {
    await sidebar.getByRole('button', { name: new RegExp(`^${part}`) }).click();
    const box = part === 'Pupil outcome' ? 'What will be different for pupils?' : new RegExp(`^${part}:`);
    await sidebar.getByRole('textbox', { name: box }).fill(`Words about ${part}`);
  }
}

it('the whole form can be filled in and saved by keyboard alone', async () => {
  const page = await desktop.window(coach);
  await openSidebar(page);
  const frame = await inside(page);
  const focused = () =>
    frame.evaluate(() => {
      const at = document.activeElement;
      const label =
        at?.getAttribute('aria-label') ??
        (at instanceof HTMLElement && 'labels' in at
          ? [...((at as HTMLInputElement).labels ?? [])].map((each) => each.textContent).join(' ')
          : '');
      return `${label || at?.textContent || ''}`.trim();
    });
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let presses = 0; presses < 60; presses++) {
      if (name.test(await focused())) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${name}`);
  };
  await frame.evaluate(() => window.focus());
  await tabTo(/^New session/);
  await page.keyboard.press('Enter');
  await tabTo(/^Coachee/);
  await page.keyboard.type('bra');
  await page.keyboard.press('Enter');
  for (const [part, box] of [
    [/^S?Strength/, /^Strength:/],
    [/^T?Target/, /^Target:/],
    [/^Pupil outcome/, /^What will be different/],
  ] as const) {
    await tabTo(part);
    await page.keyboard.press('Enter');
    await tabTo(box);
    await page.keyboard.type('By keyboard alone');
  }
  await tabTo(/^Save session/);
  await page.keyboard.press('Enter');
  await frame.getByRole('heading', { name: 'Saved' }).waitFor();
  expect(school.rows('Sessions')).toMatchObject([
    { Coachee: 'Bram Tansy', Strength: 'By keyboard alone', 'Pupil outcome': 'By keyboard alone' },
  ]);
});

it('opening waits for nothing beyond the menu entry itself, and one call has a session saved', async () => {
  const page = await desktop.window(coach);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().endsWith('/run')) return;
    const { fn, args } = request.postDataJSON() as { fn: string; args: unknown[] };
    asked.push(fn === 'rpc' ? String(args[0]) : fn);
  });
  const sidebar = await openSidebar(page);
  await sidebar.getByRole('button', { name: 'New session' }).click();
  // Home is there already: the other views, and what has happened since, follow behind it.
  expect(asked.filter((path) => !/^page\.|^since\./.test(path))).toEqual(['openSidebar']);
  await fillIn(sidebar);
  await sidebar.getByRole('button', { name: 'Save session' }).click();
  await sidebar.getByRole('link', { name: 'Open event' }).waitFor();
  // What is asked later refreshes Home behind what is shown.
  const before = asked.filter((path) => !/^drafts\.|^home\.|^page\.|^since\.|^coachees\./.test(path));
  expect(before).toEqual(['openSidebar', 'sessions.save', 'followUps.deliver']);
});

it('axe finds nothing wrong with Home, each section of the form, a refusal, and Saved', async () => {
  school.save({ id: idOf(1), date: '2026-11-05', followUpDate: '2026-11-27' });
  const page = await desktop.window(coach);
  const sidebar = await openSidebar(page);
  expect(await violations(page)).toEqual([]);
  await sidebar.getByRole('button', { name: 'New session' }).click();
  await fillIn(sidebar);
  for (const section of [
    'Who and when',
    'Strength',
    'Target',
    'Reality',
    'Ideas',
    'Decision',
    'Evaluation',
    'Pupil outcome',
    'Follow-up',
  ]) {
    await sidebar.getByRole('button', { name: new RegExp(`^${section}`) }).click();
    expect([section, await violations(page)]).toEqual([section, []]);
  }
  school.person.rename('Sessions', 'Mine');
  await sidebar.getByRole('button', { name: 'Save session' }).click();
  await sidebar
    .getByText(/The Sessions tab is missing or has another name/)
    .first()
    .waitFor();
  expect(await violations(page)).toEqual([]);
  school.person.rename('Mine', 'Sessions');
  await sidebar.getByRole('button', { name: 'Save session' }).click();
  await sidebar.getByRole('heading', { name: 'Saved' }).waitFor();
  await sidebar.getByRole('link', { name: 'Open event' }).waitFor();
  expect(await violations(page)).toEqual([]);
});

it('nothing scrolls sideways at 300 pixels, and every control is at least 32 pixels high', async () => {
  const page = await desktop.window(coach);
  const sidebar = await openSidebar(page);
  expect(await measured(page)).toEqual(asItShould);
  await sidebar.getByRole('button', { name: 'New session' }).click();
  await fillIn(sidebar);
  for (const section of ['Who and when', 'Evaluation', 'Pupil outcome', 'Follow-up']) {
    await sidebar.getByRole('button', { name: new RegExp(`^${section}`) }).click();
    expect(await measured(page)).toEqual(asItShould);
  }
});

it('a draft outlives the window, and is there on another machine too', async () => {
  const page = await desktop.window(coach);
  const sidebar = await openSidebar(page);
  await sidebar.getByRole('button', { name: 'New session' }).click();
  await fillIn(sidebar, 'Pupil outcome');
  await sidebar.getByText(/^kept /).waitFor();
  await page.reload();
  const again = await openSidebar(page);
  await again.getByRole('button', { name: /^Resume/ }).click();
  await again.getByRole('button', { name: /^Strength/ }).click();
  expect(await again.getByRole('textbox', { name: /^Strength:/ }).inputValue()).toBe('Words about Strength');
  await again.getByRole('button', { name: '‹ Home' }).click();
  await again.getByRole('button', { name: /^Resume/ }).waitFor();
  while (school.home().drafts.length === 0) await page.waitForTimeout(100);
  const elsewhere = await desktop.window(coach);
  const there = await openSidebar(elsewhere);
  await there.getByRole('button', { name: /^Resume Bram Tansy/ }).waitFor();
  const somebodyElse = await openSidebar(await desktop.window(people.other.email));
  await somebodyElse.getByRole('button', { name: 'New session' }).waitFor();
  expect(await somebodyElse.getByRole('button', { name: /^Resume/ }).count()).toBe(0);
});

it('while somebody else saves, the words are kept and it is tried again by itself', async () => {
  const page = await desktop.window(coach);
  const sidebar = await openSidebar(page);
  await sidebar.getByRole('button', { name: 'New session' }).click();
  await fillIn(sidebar);
  let holds = true;
  const away = school.world.onCall((call, act) => (call.method === 'tryLock' && holds ? false : act()));
  await sidebar.getByRole('button', { name: 'Save session' }).click();
  await sidebar
    .getByText(/Someone else is saving just now. Your words are kept. Trying again in/)
    .first()
    .waitFor();
  holds = false;
  await sidebar.getByRole('heading', { name: 'Saved' }).waitFor();
  away();
  expect(school.rows('Sessions')).toHaveLength(1);
});

it('an answer that is lost makes no second row', async () => {
  const page = await desktop.window(coach);
  const sidebar = await openSidebar(page);
  await sidebar.getByRole('button', { name: 'New session' }).click();
  await fillIn(sidebar);
  const lost = async () =>
    page.route('**/run', async (route) => {
      await route.fetch();
      await route.abort();
    });
  await lost();
  await sidebar.getByRole('button', { name: 'Save session' }).click();
  await sidebar
    .getByText(/Your words are kept/)
    .first()
    .waitFor();
  expect(school.rows('Sessions')).toHaveLength(1);
  await page.unroute('**/run');
  await sidebar.getByRole('button', { name: 'Try again' }).click();
  await sidebar.getByRole('heading', { name: 'Saved' }).waitFor();
  expect(school.rows('Sessions')).toHaveLength(1);
});

it('whoever is not on the Staff tab is told so instead of being shown a form', async () => {
  const sidebar = await openSidebar(await desktop.window(school.world.owner));
  await sidebar
    .getByText(`${school.world.owner} is not on the Staff tab. Ask the director of coaching to add you.`)
    .waitFor();
  expect(await sidebar.getByRole('button', { name: 'New session' }).count()).toBe(0);
});

it('after a refused date the message stands beside the date, and nothing typed is lost', async () => {
  const page = await desktop.window(coach);
  const sidebar = await openSidebar(page);
  await sidebar.getByRole('button', { name: 'New session' }).click();
  await fillIn(sidebar);
  await sidebar.getByRole('button', { name: /^Follow-up/ }).click();
  await sidebar.getByLabel('Date').fill('2026-11-20');
  await sidebar.getByRole('button', { name: 'Save session' }).click();
  await sidebar.getByText('Fri 20 Nov has passed. Choose a day still to come.').first().waitFor();
  expect(school.rows('Sessions')).toEqual([]);
  await sidebar.getByLabel('Date').fill('2026-12-23');
  await sidebar
    .getByText(/Christmas/)
    .first()
    .waitFor();
  await sidebar.getByRole('button', { name: 'Save session' }).click();
  await sidebar.getByRole('heading', { name: 'Saved' }).waitFor();
  expect(school.rows('Sessions')).toMatchObject([{ 'Follow-up date': '23/12/2026', Strength: 'Words about Strength' }]);
});
