import { chooseFromMenu, Desktop, openSidebar } from '../chromium.ts';
import { givenSchool, idOf, people, type School } from '../given.ts';
import { asItShould, measured, violations } from './looks.ts';

const { coach, director, other } = people;

let school: School;
let desktop: Desktop;

beforeEach(async () => {
  school = givenSchool();
  school.save({ id: idOf(1), theme: 'Reading' });
  school.save({ id: idOf(2), theme: 'Questioning' });
  school.save({ id: idOf(3), theme: 'Reading', followUpDate: '' }, other.email);
  desktop = await Desktop.open(school.world);
});

afterEach(() => desktop.close());

async function openFilter() {
  const page = await desktop.window(director.email);
  await chooseFromMenu(page, 'Filter sessions…');
  const sidebar = page.getByRole('complementary', { name: 'STRIDE Coaching' }).frameLocator('iframe');
  await sidebar.getByLabel('Theme').waitFor();
  return { page, sidebar };
}

it('the director chooses a theme and words, is told how many of how many, and clears it', async () => {
  const { page, sidebar } = await openFilter();
  const show = sidebar.getByRole('button', { name: 'Show these sessions' });
  expect(await show.isDisabled()).toBe(true);
  await sidebar.getByLabel('Theme').selectOption('Reading');
  await show.click();
  await sidebar.getByText('2 of 3 sessions, on Director’s view.').waitFor();
  const link = sidebar.getByRole('link', { name: 'Open Director’s view' });
  expect(await link.getAttribute('href')).toContain('#gid=');
  await sidebar.getByLabel('Coach').selectOption('Cleo Wick');
  await sidebar.getByLabel('Words in it').fill('TALK partners');
  await show.click();
  await sidebar.getByText('1 of 3 sessions, on Director’s view.').waitFor();
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
  expect(school.person.sees('Director’s view', 'A1')).toBe('Director’s view: 1 of 3 sessions');
  await sidebar.getByRole('button', { name: 'Clear' }).click();
  await sidebar.getByText('Nothing is filtered any more.').waitFor();
  expect(await sidebar.getByLabel('Theme').inputValue()).toBe('');
});

it('with the keyboard alone, and what is shown is still in the form when it is opened again', async () => {
  const { page, sidebar } = await openFilter();
  await sidebar.getByLabel('Team').focus();
  await page.keyboard.press('ArrowDown');
  for (const _ of ['theme', 'half-term', 'follow-up', 'words']) await page.keyboard.press('Tab');
  await page.keyboard.type('quieter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await sidebar.getByText(/^3 of 3 sessions, on Director’s view\.$/).waitFor();
  await sidebar.getByRole('button', { name: 'Home' }).click();
  await sidebar.getByRole('button', { name: 'Filter sessions' }).click();
  await sidebar.getByLabel('Team').waitFor();
  expect(await sidebar.getByLabel('Team').inputValue()).toBe('Year 4');
  expect(await sidebar.getByLabel('Words in it').inputValue()).toBe('quieter');
});

it('on the Sessions tab rows are hidden for everybody who looks, and a coach saves meanwhile', async () => {
  school.set('Director filters in', 'Sessions');
  const { sidebar } = await openFilter();
  await sidebar.getByText('everybody sees it so, until you clear it').waitFor();
  await sidebar.getByLabel('Theme').selectOption('Questioning');
  await sidebar.getByRole('button', { name: 'Show these sessions' }).click();
  await sidebar.getByText('1 of 3 sessions, on Sessions.').waitFor();
  expect(school.person.visibleRows('Sessions')).toEqual([1, 3]);
  expect(school.save({ id: idOf(4) }, coach.email)).toMatchObject({ ok: true, value: { row: 5 } });
  await sidebar.getByRole('button', { name: 'Clear' }).click();
  await sidebar.getByText('Nothing is filtered any more.').waitFor();
  expect(school.person.visibleRows('Sessions')).toEqual([1, 2, 3, 4, 5]);
});

it('a coach finds no way to it', async () => {
  const sidebar = await openSidebar(await desktop.window(coach.email));
  await sidebar.getByRole('button', { name: 'New session' }).waitFor();
  expect(await sidebar.getByRole('button', { name: 'Filter sessions' }).count()).toBe(0);
  expect(await sidebar.getByRole('button', { name: 'New school year' }).count()).toBe(0);
});
