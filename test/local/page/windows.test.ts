import { type Browser, chromium, type Page } from 'playwright-core';
import { type LocalServer, startServer } from '../../../local/server.ts';
import { World } from '../../../local/world.ts';

// What the page itself promises, shown with a script of a few lines; the add-on's own journeys are in test/page.

const code = `
function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem('Open sidebar', 'openSidebar').addItem('Ask', 'ask').addToUi(); }
function openSidebar() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Notes')); }
function ask() { SpreadsheetApp.getUi().alert('Set-up', 'Everything was in order.', SpreadsheetApp.getUi().ButtonSet.OK); }
function write(text) {
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Sheet1');
  sheet.getRange('A1').setValue(text);
  return { typed: sheet.getRange('B1').getValue(), link: SpreadsheetApp.getActiveSpreadsheet().getUrl() + '#gid=' + sheet.getSheetId() + '&range=A1' };
}
function meet() {
  Calendar.Events.insert({ id: 'c0ffee1', summary: 'Coaching follow-up', start: { dateTime: '2026-12-10T15:45:00Z' }, end: { dateTime: '2026-12-10T16:15:00Z' },
    attendees: [{ email: 'ben@school.test' }] }, 'primary', { sendUpdates: 'all' });
}`;

const sidebar = `<!doctype html><html lang="en"><head><title>x</title></head><body>
<button id="write">Write</button><button id="date">Send a date</button><button id="gone">Call what is not there</button>
<button id="meet">Meet</button><a id="link" target="_blank">The row</a><p role="status" id="said"></p>
<script>
var said = document.getElementById('said');
function say(text) { said.textContent = text; }
function on(id, act) { document.getElementById(id).onclick = act; }
on('write', function () { google.script.run.withUserObject('mine').withSuccessHandler(function (got, user) {
  document.getElementById('link').href = got.link; localStorage.setItem('draft', user); say('wrote, and read ' + got.typed); }).write('=1+1'); });
on('date', function () { try { google.script.run.write({ when: [new Date()] }); } catch (error) { say(error.message); } });
on('gone', function () { google.script.run.withFailureHandler(function (error) { say(error.message); }).noSuchThing(); });
on('meet', function () { google.script.run.withSuccessHandler(function () { say('met'); }).meet(); });
say(localStorage.getItem('draft') + ' ' + new Date().toISOString().slice(0, 16));
</script></body></html>`;

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ann = 'ann@school.test';
const ben = 'ben@school.test';
let server: LocalServer;
let browser: Browser;

beforeAll(async () => {
  // o-spreadsheet tells the console how long each step took.
  console.debug = () => undefined;
  const bundle = { code, html: { Sidebar: sidebar }, manifest: '{ "timeZone": "Europe/London" }' };
  const open = (): World => {
    const world = new World({ bundle, now: '2026-11-26T15:30:00Z', owner: ann });
    world.book.command('CREATE_SHEET', { sheetId: 'staff', position: 1, name: 'Staff' });
    const rows = [
      ['Email', 'Name', 'Roles'],
      [ann, 'Ann', 'Director of coaching'],
      [ben, 'Ben', ''],
    ];
    rows.forEach((row, at) => void row.forEach((text, col) => void world.book.enter('staff', col, at, text)));
    return world;
  };
  server = await startServer({ open, port: 0, say: () => undefined });
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

async function windowOf(person: string, more = ''): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.goto(`${server.url}?as=${person}${more}`);
  await page.getByLabel('Selected cell').filter({ hasText: '!' }).waitFor({ state: 'attached' });
  return page;
}

async function openSidebar(page: Page) {
  await page.getByRole('button', { name: 'Extensions' }).click();
  await page.getByRole('menuitem', { name: 'STRIDE Coaching' }).click();
  await page.getByRole('menuitem', { name: 'Open sidebar' }).click();
  return page.getByRole('complementary', { name: 'Notes' }).frameLocator('iframe');
}

const cell = (page: Page, words: string) =>
  page.getByLabel('Selected cell').filter({ hasText: words }).waitFor({ state: 'attached' });

test('what a script writes stands in every open window, and what somebody types is what a script reads', async () => {
  const [anns, bens] = [await windowOf(ann), await windowOf(ben, '&tab=Sheet1&range=B1')];
  await cell(bens, 'Sheet1!B1: empty');
  await bens.keyboard.type('typed by Ben');
  await bens.keyboard.press('Enter');
  await cell(bens, 'Sheet1!B2: empty');

  const notes = await openSidebar(anns);
  expect(await anns.locator('iframe').evaluate((frame) => frame.clientWidth)).toBe(300);
  await expect(notes.getByRole('status').innerText()).resolves.toBe('null 2026-11-26T15:30');
  await notes.getByRole('button', { name: 'Write' }).click();
  await notes.getByText('wrote, and read typed by Ben').waitFor();
  await bens.keyboard.press('ArrowUp');
  await bens.keyboard.press('ArrowLeft');
  await cell(bens, 'Sheet1!A1: 2');

  await anns.goto(`${server.url}?as=${ann}&tab=Staff`);
  const again = await openSidebar(anns);
  await again.getByText('mine 2026').waitFor();
  await again.getByRole('button', { name: 'Write' }).click();
  await again.getByText('wrote').waitFor();
  await again.getByRole('link', { name: 'The row' }).click();
  await cell(anns, 'Sheet1!A1: 2');
  await Promise.all([anns.close(), bens.close()]);
});

test('google.script.run refuses a Date and reports a function that is not there; each person has drafts of their own', async () => {
  const bens = await windowOf(ben);
  const notes = await openSidebar(bens);
  await notes.getByText('null 2026').waitFor();
  await notes.getByRole('button', { name: 'Send a date' }).click();
  await notes.getByText('Failed due to illegal value in property: 0').waitFor();
  await notes.getByRole('button', { name: 'Call what is not there' }).click();
  await notes.getByText('Script function not found: noSuchThing').waitFor();
  await bens.getByRole('button', { name: 'Close the sidebar' }).click();
  await bens.getByRole('complementary').waitFor({ state: 'detached' });
  await bens.close();
});

test('an invitation is answered in one window and the answer is seen in the other; the organiser moves and deletes it', async () => {
  const anns = await windowOf(ann);
  const notes = await openSidebar(anns);
  await notes.getByRole('button', { name: 'Meet' }).click();
  await notes.getByText('met').waitFor();
  await anns.getByRole('button', { name: 'Calendar' }).click();

  const bens = await windowOf(ben, '&view=calendar');
  await bens.getByRole('heading', { name: 'Coaching follow-up' }).waitFor();
  await bens.getByLabel('A note with your answer').fill('trip');
  await bens.getByRole('button', { name: 'No', exact: true }).click();
  await anns.getByText('not coming').waitFor();
  await anns.getByText('trip').waitFor();
  const file = await anns.request.get(`${server.url}event.ics?as=${ann}&id=c0ffee1`);
  expect(await file.text()).toContain('PARTSTAT=DECLINED');

  await anns.getByRole('button', { name: 'Move' }).click();
  const dialog = anns.getByRole('dialog');
  await dialog.getByLabel('Day').fill('2026-12-11');
  await dialog.getByLabel('Time').fill('08:15');
  await dialog.getByRole('button', { name: 'Move event' }).click();
  await bens.getByRole('region', { name: 'Fri 11 Dec' }).getByText('08:15 – 08:45').waitFor();
  await anns.getByRole('button', { name: 'Delete' }).click();
  await anns.getByRole('button', { name: 'Delete event' }).click();
  await bens.getByText('Nothing from today on').waitFor();
  await Promise.all([anns.close(), bens.close()]);
});

test('time passes for everybody, and starting again asks first and then takes everybody along', async () => {
  const [anns, bens] = [await windowOf(ann, '&tab=Sheet1&range=C1'), await windowOf(ben)];
  await anns.keyboard.type('=TEXT(TODAY(), "yyyy-mm-dd")');
  await anns.keyboard.press('Enter');
  await anns.keyboard.press('ArrowUp');
  await cell(anns, 'Sheet1!C1: 2026-11-26');
  await bens.getByRole('button', { name: '1 week later' }).click();
  await anns.getByText('Thu 3 Dec 2026, 15:30').waitFor();
  await cell(anns, 'Sheet1!C1: 2026-12-03');

  await bens.getByRole('button', { name: 'Start again' }).click();
  await bens.getByRole('button', { name: 'Keep it' }).click();
  await bens.getByRole('button', { name: 'Start again' }).click();
  await bens.getByRole('dialog').getByRole('button', { name: 'Start again' }).click();
  await anns.getByText('Thu 26 Nov 2026, 15:30').waitFor();
  await cell(anns, 'Sheet1!C1: empty');
  await Promise.all([anns.close(), bens.close()]);
});
