import { chooseFromMenu, Desktop, openSidebar } from '../chromium.ts';
import { givenSchool, people, type School } from '../given.ts';
import { asItShould, measured, violations } from './looks.ts';

let school: School;
let desktop: Desktop;

beforeEach(async () => {
  school = givenSchool();
  school.save();
  school.deliver();
  desktop = await Desktop.open(school.world);
});

afterEach(() => desktop.close());

async function openCheck(who: string) {
  const page = await desktop.window(who);
  await chooseFromMenu(page, 'Check rows and invitations');
  const sidebar = page.getByRole('complementary', { name: 'STRIDE Coaching' }).frameLocator('iframe');
  await sidebar.getByRole('heading', { name: 'Check rows and invitations' }).waitFor();
  return { page, sidebar };
}

it('a sheet in order is said to be so', async () => {
  const sidebar = await openSidebar(await desktop.window(people.coach.email));
  await sidebar.getByRole('button', { name: 'Check rows and invitations' }).click();
  await sidebar.getByText('Everything is in order.').waitFor();
});

it('what was put right and what is to be decided are two lists, with a link to each row', async () => {
  const [, row = []] = school.person.seesAll('Sessions');
  school.person.type('Sessions', `${letter(school.column('Sessions', 'Follow-up status'))}2`, 'Waiting');
  school.person.paste('Sessions', 'A3', [row]);
  const { page, sidebar } = await openCheck(people.director.email);
  await sidebar.getByRole('heading', { name: 'Put right' }).waitFor();
  await sidebar.getByRole('heading', { name: 'For you to decide' }).waitFor();
  await sidebar.getByText(/^Rows 2 and 3 have the same session id/).waitFor();
  await sidebar.getByText('3 of 3 looked at').waitFor();
  const link = sidebar.getByRole('link', { name: 'Show it' }).first();
  expect(await link.getAttribute('target')).toBe('_blank');
  expect(await link.getAttribute('href')).toContain('range=');
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
});

it('a check that is interrupted says why, and goes on from where it was', async () => {
  const page = await desktop.window(people.coach.email);
  const sidebar = await openSidebar(page);
  let calls = 0;
  const froms: unknown[] = [];
  await page.route('**/run', async (route) => {
    const { args } = route.request().postDataJSON() as { args: unknown[] };
    if (args[0] !== 'reconcile.check') return route.continue();
    froms.push(args[1]);
    return ++calls === 2 ? route.abort() : route.continue();
  });
  await sidebar.getByRole('button', { name: 'Check rows and invitations' }).click();
  await sidebar.getByText('The sheet did not answer.').waitFor();
  await sidebar.getByRole('progressbar').waitFor();
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
  await sidebar.getByRole('button', { name: 'Go on' }).click();
  await sidebar.getByText('Everything is in order.').waitFor();
  expect(froms[0]).toBe('""');
  expect(froms[2]).toBe(froms[1]);
});

it('a check can be stopped', async () => {
  const page = await desktop.window(people.coach.email);
  const sidebar = await openSidebar(page);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/run', async (route) => {
    await held;
    await route.continue();
  });
  await sidebar.getByRole('button', { name: 'Check rows and invitations' }).click();
  await sidebar.getByRole('button', { name: 'Stop' }).click();
  release();
  await sidebar.getByRole('button', { name: 'Go on' }).waitFor();
  await sidebar.getByText('1 of').waitFor();
});

const letter = (column: number): string => String.fromCharCode(64 + column);
