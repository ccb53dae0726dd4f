/** Takes the pictures of README.md from the running local workbook with the made-up school: `npm run pictures`. */
import { writeFileSync } from 'node:fs';
import { chromium, type FrameLocator, type Page } from 'playwright-core';
import { Person } from '../local/person.ts';
import { cast } from '../local/school/index.ts';
import { madeUpSchool } from '../local/school.ts';
import { startServer } from '../local/server.ts';
import { World } from '../local/world.ts';
import { withPalette } from './palette.ts';

// o-spreadsheet tells the console how long each step took.
console.debug = () => undefined;

const folder = 'docs/pictures';
const world = new World();
madeUpSchool(world);
const server = await startServer({ open: () => world, port: 0, say: () => undefined });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync', '--no-first-run'],
  // Dates as a British browser writes them, where its language is installed (on Debian: chromium-l10n).
  env: { ...process.env, LANGUAGE: 'en_GB' },
});

const coach = await open(cast.coach, '&tab=Sessions', 1280, 800);
const sidebar = await openSidebar(coach);
await sidebar.getByText('Marnie Sedge has agreed to your plan.').waitFor();
await takeSidebar(coach, 'home');

await sidebar.getByRole('button', { name: 'Meet now: Marnie Sedge' }).click();
await sidebar
  .getByRole('button', { name: /^done:/ })
  .first()
  .click();
await sidebar.getByLabel('What happened? (optional)').fill('Twice, and the second time was better.');
await sidebar
  .getByRole('button', { name: /^not yet:/ })
  .nth(1)
  .click();
await sidebar.getByRole('button', { name: 'in two weeks' }).click();
// From what was strong last time to what is carried on, in one picture.
await coach.setViewportSize({ width: 1280, height: 1010 });
await sidebar.getByText(/^From /).scrollIntoViewIfNeeded();
await takeSidebar(coach, 'how-it-went');
await coach.setViewportSize({ width: 1280, height: 800 });

await sidebar.getByRole('button', { name: /^Who and when/ }).click();
await sidebar.getByLabel('Theme (optional)').selectOption('Maths');
await write('Strength', 'Questioning draws everyone in: the quieter table now answers before it is asked.');
await write('Target', 'My plenaries, so that the lesson ends better');
await sidebar.getByText('What will be different for pupils?').first().waitFor();
await takeSidebar(coach, 'session');

await write('Target', 'Every pupil explains one step aloud before writing it down.');
await write('Decision', 'Pupils hear each other before they hear the answer.');
await sidebar.getByRole('button', { name: 'Add a step' }).click();
await sidebar.getByLabel('Step 1: what?').fill('Keep a tally of who is heard, on two mornings');
await sidebar.getByRole('button', { name: 'next week' }).click();
await sidebar.getByLabel('Support', { exact: true }).fill('a seating plan');
await takeSidebar(coach, 'steps');
await sidebar.getByRole('button', { name: /^Pupil outcome/ }).click();
await sidebar
  .getByRole('textbox', { name: 'What will be different for pupils?' })
  .fill('The quiet third of the class has said it first, and writes more.');
await sidebar.getByRole('button', { name: 'book sample' }).click();
await sidebar.getByRole('button', { name: /^Follow-up/ }).click();
await takeSidebar(coach, 'follow-up');

const head = await open(cast.assistantHead, '', 1280, 800);
const team = await openSidebar(head);
await team.getByRole('heading', { name: /^Year 4/ }).scrollIntoViewIfNeeded();
await team.getByText('Not coached yet this half-term').last().scrollIntoViewIfNeeded();
await takeSidebar(head, 'team');

const stop = world.onCall((call, act) => (call.method === 'tryLock' ? false : act()));
await sidebar.getByRole('button', { name: 'Save session' }).click();
await sidebar
  .getByText(/Trying again in/)
  .first()
  .waitFor();
await takeSidebar(coach, 'busy');
stop();
await sidebar.getByRole('link', { name: 'Open event' }).waitFor();
await takeSidebar(coach, 'saved');
await sidebar.getByRole('link', { name: 'Show it' }).click();
await coach.waitForTimeout(1000);
await take(coach, 'sessions');

await sidebar.getByRole('button', { name: 'Home', exact: true }).click();
await sidebar.getByRole('button', { name: /^Marnie Sedge/ }).click();
await sidebar.getByRole('button', { name: 'Correct Thu 26 Nov' }).waitFor();
await takeSidebar(coach, 'coachee');
await sidebar.getByRole('button', { name: 'Correct Thu 26 Nov' }).click();
await sidebar.getByText('You are correcting').waitFor();
await write('Strength', 'Questioning draws everyone in: the quieter table answers before it is asked.');
await takeSidebar(coach, 'correcting');

const other = await open(cast.director, '', 1280, 800);
const director = await openSidebar(other);
await director.getByRole('combobox', { name: 'Coachee' }).fill('marnie');
await director.getByRole('option', { name: /Marnie Sedge/ }).click();
await director.getByRole('button', { name: 'Correct Thu 26 Nov' }).click();
await director
  .getByRole('textbox', { name: /^Strength:/ })
  .fill('Questioning draws everyone in: the quieter table now answers first.');
await director.getByRole('button', { name: 'Save the correction' }).click();
await director.getByText('Changed: Strength.').waitFor();
await sidebar.getByRole('button', { name: 'Save the correction' }).click();
await sidebar.getByRole('heading', { name: 'Two versions' }).waitFor();
await takeSidebar(coach, 'two-versions');

const person = new Person(world);
const rows = person.seesAll('Sessions');
const last = rows.findLastIndex(([date]) => date !== '');
person.paste('Sessions', `A${last + 2}`, [rows[last] ?? []]);
await director.getByRole('button', { name: 'Home', exact: true }).click();
await director.getByRole('button', { name: 'Check rows and invitations' }).click();
await director.getByText('3 of 3 looked at').waitFor();
await takeSidebar(other, 'check');

await sidebar.getByRole('button', { name: '‹ Home' }).click();
await sidebar.getByRole('button', { name: 'Quick note (Martini)' }).click();
await sidebar.getByRole('combobox', { name: 'Coachee' }).fill('orla');
await sidebar.getByRole('option', { name: /Orla Thimble/ }).click();
await sidebar.getByLabel('What was it about?').fill('The back table waits to be told. What if nobody tells them?');
await sidebar.getByLabel('What will you do?').fill('Count to ten, then ask what they could try first.');
await sidebar.getByText(/^kept /).waitFor();
await takeSidebar(coach, 'martini');
await sidebar.getByRole('button', { name: 'Save the note' }).click();
await sidebar.getByRole('button', { name: 'Home', exact: true }).click();
await sidebar.getByRole('button', { name: 'Plans' }).click();
await sidebar.getByRole('button', { name: /^Open the plan with Nell Yarrow/ }).click();
await sidebar.getByText('What has become of the target').waitFor();
await takeSidebar(coach, 'plan');
await sidebar.getByRole('button', { name: '‹ Home' }).click();
await sidebar.getByRole('button', { name: 'Open the plan with Wilf Teasel' }).first().click();
await sidebar.getByText('Still doing it?').waitFor();
await takeSidebar(coach, 'tail-off');
await sidebar.getByRole('button', { name: '‹ Home' }).click();
await sidebar.getByRole('button', { name: 'My mirror' }).click();
await sidebar.getByText(/A full dot is yes/).waitFor();
await takeSidebar(coach, 'mirror');
await sidebar.getByRole('button', { name: '‹ Home' }).click();
await sidebar.getByRole('button', { name: 'Find a coach' }).click();
await sidebar.getByText('coaches 4 people this year').first().waitFor();
await takeSidebar(coach, 'find');

await sidebar.getByRole('button', { name: '‹ Home' }).click();
await sidebar.getByRole('button', { name: 'Plans' }).click();
await sidebar.getByRole('button', { name: /^Open the plan with Nell Yarrow/ }).click();
await sidebar.getByRole('button', { name: 'Add evidence' }).click();
await sidebar.getByRole('button', { name: 'book sample' }).click();
await sidebar
  .getByRole('textbox', { name: 'What was seen' })
  .fill('Six books. Four show a sentence that was changed after it was said aloud; two do not yet.');
await sidebar.getByRole('button', { name: 'too early to tell' }).click();
// From what it is about to what it says, in one picture.
await coach.setViewportSize({ width: 1280, height: 1010 });
await takeSidebar(coach, 'evidence');

await choose(other, 'Filter sessions…');
await director.getByLabel('Theme').selectOption('Questioning');
await director.getByLabel('Words in it').fill('every pupil');
await director.getByRole('button', { name: 'Show these sessions' }).click();
await director.getByText(/ sessions, on Director’s view\.$/).waitFor();
await takeSidebar(other, 'filter');
await choose(other, 'Governors’ page…');
await takePaper(other, 'governors');

const asked = await open(cast.partTime, '&view=calendar', 1000, 640);
await asked
  .getByRole('region', { name: /12 Jan/ })
  .getByRole('button', { name: 'Yes' })
  .scrollIntoViewIfNeeded();
await take(asked, 'plan-invitation');

const impact = await open(cast.director, '&tab=Impact', 1540, 1400);
await take(impact, 'impact');
const coverage = await open(cast.director, '&tab=Coverage', 1040, 1200);
await take(coverage, 'coverage');
const pivots = await open(cast.director, '&tab=Pivots', 1600, 620);
await take(pivots, 'pivots');
const calendar = await open(cast.assistantHead, '&view=calendar', 1000, 640);
await take(calendar, 'calendar');

world.clock.set('2027-07-16T15:00:00Z');
const summer = await open(cast.director, '', 1280, 1010);
await choose(summer, 'Start a new school year…');
await sidebarOf(summer).getByRole('button', { name: 'Archive 2026/27' }).waitFor();
await takeSidebar(summer, 'years');

await browser.close();
await server.close();

async function open(as: string, query: string, width: number, height: number): Promise<Page> {
  const own = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 1.5,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  });
  const page = await own.newPage();
  await page.goto(`${server.url}?as=${as}${query}`);
  // The grid draws itself on a canvas, which nothing announces.
  await page.waitForTimeout(2500);
  return page;
}

async function choose(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Extensions' }).click();
  await page.getByRole('menuitem', { name: 'STRIDE Coaching' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

function sidebarOf(page: Page): FrameLocator {
  return page.getByRole('complementary', { name: 'STRIDE Coaching' }).frameLocator('iframe');
}

async function openSidebar(page: Page): Promise<FrameLocator> {
  await choose(page, 'Open sidebar');
  return sidebarOf(page);
}

async function write(part: string, words: string): Promise<void> {
  const box = sidebar.getByRole('textbox', { name: new RegExp(`^${part}:`) });
  if ((await box.count()) === 0) await sidebar.getByRole('button', { name: new RegExp(`^${part}`) }).click();
  await box.fill(words);
}

async function take(page: Page, name: string): Promise<void> {
  keep(name, await page.screenshot());
}

// The page of a dialog as it comes out of a printer; in the dialog one would have to scroll.
async function takePaper(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Print or save as PDF' });
  const html = (await dialog.locator('iframe').getAttribute('srcdoc')) ?? '';
  const own = await browser.newContext({ viewport: { width: 860, height: 1300 }, deviceScaleFactor: 1.5 });
  const paper = await own.newPage();
  await paper.setContent(html);
  keep(name, await paper.getByRole('main').screenshot());
}

async function takeSidebar(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(400);
  keep(name, await page.getByRole('complementary', { name: 'STRIDE Coaching' }).screenshot());
}

function keep(name: string, png: Uint8Array): void {
  writeFileSync(`${folder}/${name}.png`, withPalette(png));
}
