import { chooseFromMenu, Desktop } from '../chromium.ts';
import { givenSchool, people, type School } from '../given.ts';
import { ended, givenAYear, planned } from '../years/given.ts';
import { asItShould, measured, violations } from './looks.ts';

const { director } = people;

let school: School;
let desktop: Desktop;

beforeEach(async () => {
  school = givenAYear(givenSchool());
  desktop = await Desktop.open(school.world);
});

afterEach(() => desktop.close());

async function openYear() {
  const page = await desktop.window(director.email);
  await chooseFromMenu(page, 'Start a new school year…');
  const sidebar = page.getByRole('complementary', { name: 'STRIDE Coaching' }).frameLocator('iframe');
  return { page, sidebar };
}

const ids = (tab: string, header: string): (string | undefined)[] => school.rows(tab).map((row) => row[header]);

it('the director puts the dates right, lets a plan go, and the year is archived', async () => {
  const { page, sidebar } = await openYear();
  await sidebar.getByRole('heading', { name: 'School year 2027/28' }).waitFor();
  await sidebar.getByText(/^2 sessions of 2026\/27 and before go to tabs of their own/).waitFor();
  await sidebar.getByText(/^3 sessions stay/).waitFor();
  await sidebar.getByLabel('Autumn 1, first day').fill('2027-09-06');
  await sidebar.getByLabel('October half-term, first day').fill('');
  await sidebar.getByLabel('Ada Quill with Bram Tansy: To let go.').uncheck();
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
  await sidebar.getByRole('button', { name: 'Archive 2026/27' }).click();
  await sidebar.getByText('2026/27 is archived, and 2027/28 has begun.').waitFor({ timeout: 50_000 });
  await sidebar.getByText('5 sessions of 2026/27 are counted on the Years tab.').waitFor();
  expect(ids('Sessions 2026-27', 'Session id')).toEqual([ended.over, ended.alsoOver]);
  expect(ids('Plans', 'Plan id')).toEqual([planned.carried]);
  expect(ids('Term dates', 'First day').slice(5)).toEqual(['06/09/2027', '01/11/2027', '18/12/2027', '03/01/2028']);
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
});

it('dates that will not do are said in words, and what was chosen is still there', async () => {
  const { sidebar } = await openYear();
  await sidebar.getByLabel('Autumn 1, last day').fill('2027-09-01');
  await sidebar.getByRole('button', { name: 'Archive 2026/27' }).click();
  await sidebar.getByRole('alert').filter({ hasText: 'Autumn 1 ends before it begins.' }).waitFor();
  expect(await sidebar.getByLabel('Autumn 1, last day').inputValue()).toBe('2027-09-01');
  expect(school.rows('Years')).toEqual([]);
});

it('stopped half-way and opened again, it goes on where it was', async () => {
  const { page, sidebar } = await openYear();
  let calls = 0;
  await page.route('**/run', async (route) => {
    const { args } = route.request().postDataJSON() as { args: unknown[] };
    return args[0] === 'years.goOn' && ++calls === 3 ? route.abort() : route.continue();
  });
  await sidebar.getByRole('button', { name: 'Archive 2026/27' }).click();
  await sidebar.getByRole('alert').filter({ hasText: 'The sheet did not answer.' }).waitFor({ timeout: 50_000 });
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
  await sidebar.getByRole('button', { name: 'Home' }).click();
  await sidebar.getByRole('button', { name: 'New school year' }).click();
  await sidebar.getByText('Archiving 2026/27 was begun. Go on: nothing is lost or doubled by stopping.').waitFor();
  await sidebar.getByRole('button', { name: 'Go on' }).click();
  await sidebar.getByText('2026/27 is archived, and 2027/28 has begun.').waitFor({ timeout: 50_000 });
  expect(ids('Sessions 2026-27', 'Session id')).toEqual([ended.over, ended.alsoOver]);
  await sidebar.getByRole('button', { name: 'Home' }).click();
  await sidebar.getByRole('button', { name: 'New school year' }).click();
  await sidebar.getByText('2026/27 is archived already. There is nothing left to do.').waitFor();
});
