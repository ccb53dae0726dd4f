import type { FrameLocator, Page } from 'playwright-core';
import { Person } from '../local/person.ts';
import { cast } from '../local/school/index.ts';
import type { World } from '../local/world.ts';
import { places } from '../src/workbook/impact/impact.ts';
import { pivots } from '../src/workbook/impact/pivots.ts';
import { columnLetter } from '../src/workbook/lookup.ts';
import { chooseFromMenu, Desktop, openSidebar, waitForCell } from './chromium.ts';
import { madeUpWorld } from './made-up.ts';

// o-spreadsheet tells the console how long each step took.
console.debug = () => undefined;

// Several windows of a whole school, on a machine that may be busy.
jest.setTimeout(240_000);

let world: World;
let desktop: Desktop;

beforeAll(async () => {
  world = madeUpWorld();
  desktop = await Desktop.open(world);
}, 300_000);

afterAll(() => desktop.close());

const press = (inside: FrameLocator, name: string) => inside.getByRole('button', { name, exact: true }).click();
const cellsOf = (tab: string) => new Person(world).seesAll(tab);

/** Where a tab has what stands beside a label, so many columns further. */
function beside(tab: string, label: string, from: number, columns: number): string {
  const row = cellsOf(tab).findIndex((cells) => cells[from] === label) + 1;
  return `${columnLetter(from + columns + 1)}${row}`;
}

/** A page as it is when it is printed, and how many sheets of paper that takes. */
async function printed(page: Page, html: string): Promise<{ sheets: number; isA4: boolean }> {
  const paper = await page.context().newPage();
  await paper.setContent(html);
  const pdf = (await paper.pdf({ preferCSSPageSize: true })).toString('latin1');
  await paper.close();
  const [, width = '', height = ''] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  return {
    sheets: (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length,
    // In points.
    isA4: Math.round(Number(width)) === 595 && Math.round(Number(height)) === 842,
  };
}

it('the director filters, adds evidence, sees Impact and a pivot follow, and has a page for governors on one sheet of A4', async () => {
  const page = await desktop.window(cast.director, '&tab=Sessions');
  const sidebar = await openSidebar(page);
  await sidebar.getByText('as on its tab').waitFor();

  // Which sessions of this half-term were about one theme?
  await press(sidebar, 'Filter sessions');
  await sidebar.getByLabel('Theme').selectOption('Writing');
  await sidebar.getByLabel('Half-term').selectOption('2026/27 Autumn 2');
  await press(sidebar, 'Show these sessions');
  const rows = new Person(world).seesAll('Sessions');
  const [heads = []] = rows;
  const found = rows.filter(
    (row) => row[heads.indexOf('Theme')] === 'Writing' && row[heads.indexOf('Half-term')] === '2026/27 Autumn 2',
  ).length;
  const all = rows.filter((row, index) => index > 0 && row[heads.indexOf('Session id')] !== '').length;
  expect(found).toBeGreaterThan(0);
  await sidebar.getByText(`${found} of ${all} sessions, on Director’s view.`).waitFor();
  await sidebar.getByRole('button', { name: 'Home' }).click();

  // What a book sample has shown.
  const moved = `B${places().get('evidence')}`;
  const before = Number(new Person(world).sees('Impact', moved));
  const pivotFrom = (pivots.find(({ title }) => title === 'Evidence: source by outcome')?.column ?? 1) - 1;
  const ofSamples = beside('Pivots', 'book sample', pivotFrom, 1);
  const samples = Number(new Person(world).sees('Pivots', ofSamples));
  const impact = await desktop.window(cast.director, `&tab=Impact&range=${moved}`);
  const pivot = await desktop.window(cast.director, `&tab=Pivots&range=${ofSamples}`);
  await waitForCell(impact, `Impact!${moved}: ${before}`);
  await waitForCell(pivot, `Pivots!${ofSamples}: ${samples}`);
  await press(sidebar, 'Evidence');
  await press(sidebar, 'Add evidence');
  await sidebar.getByLabel('About').selectOption({ label: 'Team Year 4' });
  await press(sidebar, 'book sample');
  await sidebar
    .getByRole('textbox', { name: 'What was seen', exact: true })
    .fill('Every paragraph was said aloud first.');
  await press(sidebar, 'moved');
  await press(sidebar, 'Save evidence');
  await waitForCell(impact, `Impact!${moved}: ${before + 1}`);
  await waitForCell(pivot, `Pivots!${ofSamples}: ${samples + 1}`);

  // The page for the meeting says the same.
  await chooseFromMenu(page, 'Governors’ page…');
  const dialog = page.getByRole('dialog', { name: 'Print or save as PDF' });
  const paper = dialog.frameLocator('iframe');
  await paper.getByRole('heading', { name: 'What has changed for pupils' }).first().waitFor();
  const line = paper.locator('#governors dl > div').filter({ hasText: 'Evidence says: moved' });
  expect(await line.locator('dd').innerText()).toBe(String(before + 1));
  expect(cellsOf('Governors').flat()).toEqual(expect.arrayContaining(['Evidence says: moved', String(before + 1)]));

  // What Print puts on paper is the page that is seen, on one sheet of A4.
  const print = paper.getByRole('button', { name: 'Print or save as PDF' });
  for (const [choice, reader] of [
    ['For governors', 'governors'],
    ['For all staff', 'team'],
  ] as const) {
    await paper.getByRole('radio', { name: choice }).check();
    expect(await paper.locator('main:visible').count()).toBe(1);
    const seen = await paper.locator('html').evaluate((html) => html.outerHTML);
    // As it stands: without the script it is printed as the dialog has fitted it.
    expect(await printed(page, seen.replace(/<script>.*<\/script>/s, ''))).toEqual({ sheets: 1, isA4: true });
    expect(await paper.locator(`#${reader} main`).innerText()).not.toMatch(/@|Ada|Bram|Ottoline/);
  }
  const asked = await print.evaluate((button: HTMLButtonElement) => {
    let count = 0;
    window.print = () => {
      count += 1;
    };
    button.click();
    return count;
  });
  expect(asked).toBe(1);
});

it('the page is one sheet however much the director has written', async () => {
  const person = new Person(world);
  const labels = person.seesAll('Settings').map(([name]) => name ?? '');
  for (const [index, name] of labels.entries())
    if (name.startsWith('Governors: '))
      person.type('Settings', `B${index + 1}`, 'Meetings slip in the last week. '.repeat(20));
  const page = await desktop.window(cast.director);
  await chooseFromMenu(page, 'Governors’ page…');
  const paper = page.getByRole('dialog', { name: 'Print or save as PDF' }).frameLocator('iframe');
  await paper.getByText('Before you hand it out:').first().waitFor();
  const seen = await paper.locator('html').evaluate((html) => html.outerHTML);
  expect(await printed(page, seen.replace(/<script>.*<\/script>/s, ''))).toEqual({ sheets: 1, isA4: true });
});
