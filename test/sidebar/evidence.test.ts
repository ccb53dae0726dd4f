import type { FrameLocator, Page } from 'playwright-core';
import { type EvidenceDraft, emptyEvidence } from '../../src/domain/evidence.ts';
import { reminderId } from '../../src/domain/plan-reminders.ts';
import { Desktop, openSidebar } from '../chromium.ts';
import { givenSchool, idOf, people, plan, type School } from '../given.ts';
import { asItShould, measured, violations } from './looks.ts';

const { coach, coachee, head } = people;
const planned = plan({ startingPoint: 'Eleven of 28 pupils spoke in week one.' });

let school: School;
let desktop: Desktop;

beforeEach(async () => {
  school = givenSchool();
  given('plans.save', { draft: planned, base: null });
  desktop = await Desktop.open(school.world);
});

afterEach(() => desktop.close());

function given(path: string, input: unknown, who: string = coach.email): void {
  const { reply } = school.ask(who, path, input);
  if (!reply.ok) throw new Error(reply.error.message);
}

const gathered = (change: Partial<EvidenceDraft> = {}): EvidenceDraft => ({
  ...emptyEvidence(idOf(20), '2026-11-25'),
  source: 'book sample',
  plan: planned.id,
  seen: 'Every pupil wrote a sentence they had said first.',
  outcome: 'not moved',
  ...change,
});

const ofTeam = (change: Partial<EvidenceDraft> = {}): EvidenceDraft =>
  gathered({
    id: idOf(21),
    plan: '',
    team: 'Year 4',
    source: 'learning walk',
    seen: 'Partners talk first.',
    ...change,
  });

async function evidenceOf(who: string): Promise<{ page: Page; sidebar: FrameLocator }> {
  const page = await desktop.window(who);
  const sidebar = await openSidebar(page);
  await sidebar.getByRole('button', { name: 'Evidence' }).click();
  await sidebar.getByRole('heading', { name: 'Evidence' }).waitFor();
  return { page, sidebar };
}

const press = (sidebar: FrameLocator, name: string) => sidebar.getByRole('button', { name, exact: true }).click();
const box = (sidebar: FrameLocator, name: string) => sidebar.getByRole('textbox', { name, exact: true });
const rows = () => school.rows('Evidence');

it('evidence for a plan begins with its starting point, says where it comes from and what it says about pupils, and is one row', async () => {
  const { page, sidebar } = await evidenceOf(coach.email);
  await sidebar.getByText('No evidence here yet.').waitFor();
  await sidebar.getByText('about you this school year: 0; agreed: 3.').waitFor();
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
  await press(sidebar, 'Add evidence');
  await sidebar
    .getByText('Still needed: a plan or a team, a source, what was seen, what it says about pupils.')
    .waitFor();
  await sidebar.getByLabel('About').selectOption({ label: 'Plan with Bram Tansy: Talk before writing.' });
  expect(await box(sidebar, 'Starting point (optional)').inputValue()).toBe(planned.startingPoint);
  expect(await sidebar.getByLabel('Date').inputValue()).toBe('2026-11-26');
  await press(sidebar, 'book sample');
  await box(sidebar, 'What was seen').fill('Nineteen of 28 books begin with a sentence that was said first.');
  await press(sidebar, 'too early to tell');
  await box(sidebar, 'Link (optional)').fill('https://drive.example/books');
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
  await press(sidebar, 'Save evidence');
  await sidebar.getByText('Saved.', { exact: true }).waitFor();
  await sidebar.getByText('Nineteen of 28 books').waitFor();
  expect(await sidebar.getByRole('link', { name: 'Open the file' }).getAttribute('href')).toBe(
    'https://drive.example/books',
  );
  expect(rows()).toMatchObject([
    {
      Coachee: 'Bram Tansy',
      Source: 'book sample',
      'Pupil outcome': 'too early to tell',
      'Starting point': planned.startingPoint,
    },
  ]);
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
});

it('the three answers look the same until one is given, and one view has one blue button', async () => {
  const { sidebar } = await evidenceOf(coach.email);
  await press(sidebar, 'Add evidence');
  const looks = await Promise.all(
    ['moved', 'not moved', 'too early to tell'].map((name) =>
      sidebar
        .getByRole('button', { name, exact: true })
        .evaluate((chip) => [getComputedStyle(chip).color, getComputedStyle(chip).backgroundColor, chip.className]),
    ),
  );
  expect(new Set(looks.map(String)).size).toBe(1);
  expect(await sidebar.locator('.main').count()).toBe(1);
});

it('a drop in is about one person only if they asked for it; else the form says what is left out', async () => {
  const { page, sidebar } = await evidenceOf(coach.email);
  await press(sidebar, 'Add evidence');
  await sidebar.getByLabel('About').selectOption({ label: 'Plan with Bram Tansy: Talk before writing.' });
  expect(await sidebar.getByText('only if they asked for it').count()).toBe(0);
  await press(sidebar, 'drop in');
  await sidebar
    .getByText('It is kept for Year 4 alone: without Bram Tansy, the plan and its starting point.')
    .waitFor();
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
  await press(sidebar, 'Bram asked for it');
  expect(await sidebar.getByText('It is kept for Year 4 alone').count()).toBe(0);
  await press(sidebar, 'Bram asked for it');
  await box(sidebar, 'What was seen').fill('Partners talk before anybody writes.');
  await press(sidebar, 'moved');
  await press(sidebar, 'Save evidence');
  await sidebar.getByText('Saved for the team alone, as nobody asked for it.').waitFor();
  expect(rows()).toMatchObject([{ Team: 'Year 4', Coachee: '', 'Plan id': '', 'Starting point': '' }]);
});

it("a worry about a child or a pupil's name is pointed out and blocks nothing", async () => {
  const { sidebar } = await evidenceOf(coach.email);
  await press(sidebar, 'Add evidence');
  await box(sidebar, 'What was seen').fill('A girl called Amina has bruises.');
  await sidebar.getByText("“girl called Amina”: is that a pupil's name?").waitFor();
  await sidebar.getByText('“bruises”: is this a worry about a child?').waitFor();
  await sidebar.getByText('Everyone with whom this sheet is shared can read this.').waitFor();
});

it('words that are refused stay, the field that is meant has the focus, and what was begun is there the next day', async () => {
  const { page, sidebar } = await evidenceOf(coach.email);
  await press(sidebar, 'Add evidence');
  await sidebar.getByLabel('About').selectOption({ label: 'Team Year 4' });
  await press(sidebar, 'learning walk');
  await box(sidebar, 'What was seen').fill('Partners talk first.');
  await press(sidebar, 'moved');
  await box(sidebar, 'Link (optional)').fill('in my drive');
  await press(sidebar, 'Save evidence');
  await sidebar.getByText('A link is one address that begins with https://.').waitFor();
  expect(await box(sidebar, 'Link (optional)').evaluate((link) => link === document.activeElement)).toBe(true);
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
  await page.reload();
  const again = await openSidebar(page);
  await press(again, 'Evidence');
  await press(again, 'Add evidence');
  await again.getByText('Your words from before are here; they are not saved yet.').waitFor();
  expect(await box(again, 'What was seen').inputValue()).toBe('Partners talk first.');
  await box(again, 'Link (optional)').fill('');
  await press(again, 'Save evidence');
  await again.getByText('Saved.', { exact: true }).waitFor();
  expect(rows()).toMatchObject([{ Team: 'Year 4', 'What was seen': 'Partners talk first.' }]);
  await press(again, 'Add evidence');
  expect(await box(again, 'What was seen').inputValue()).toBe('');
});

it('while somebody else is saving nothing is lost, and the same again is one row', async () => {
  const { sidebar } = await evidenceOf(coach.email);
  await press(sidebar, 'Add evidence');
  await sidebar.getByLabel('About').selectOption({ label: 'Team Year 4' });
  await press(sidebar, 'data analysis');
  await box(sidebar, 'What was seen').fill('Six of nine groups gained.');
  await press(sidebar, 'moved');
  const free = school.world.onCall((call, act) => (call.method === 'tryLock' ? false : act()));
  await press(sidebar, 'Save evidence');
  await sidebar.getByText('Someone else is saving just now. Your words are kept.').waitFor();
  free();
  await press(sidebar, 'Save evidence');
  await sidebar.getByText('Saved.', { exact: true }).waitFor();
  expect(rows()).toHaveLength(1);
});

it('it is all done with the keyboard', async () => {
  const { page, sidebar } = await evidenceOf(coach.email);
  const key = (...keys: string[]) =>
    keys.reduce((before, each) => before.then(() => page.keyboard.press(each)), Promise.resolve());
  await sidebar.getByRole('button', { name: 'Add evidence' }).focus();
  await key('Enter');
  await sidebar.getByRole('heading', { name: 'New evidence' }).waitFor();
  await sidebar.getByLabel('About').focus();
  await page.keyboard.type('Team Year');
  await key('Tab', 'Tab', 'Space');
  await sidebar.getByRole('button', { name: 'book sample', pressed: true }).waitFor();
  await box(sidebar, 'What was seen').focus();
  await page.keyboard.type('Longer first drafts.');
  await key('Tab', 'Tab', 'Enter');
  await sidebar.getByRole('button', { name: 'not moved', pressed: true }).waitFor();
  await sidebar.getByRole('button', { name: 'Save evidence' }).focus();
  await key('Enter');
  await sidebar.getByText('Saved.', { exact: true }).waitFor();
  expect(rows()).toMatchObject([{ Team: 'Year 4', Source: 'book sample', 'Pupil outcome': 'not moved' }]);
});

it('from a plan one adds evidence to it and is reminded on the day it is due, once', async () => {
  const page = await desktop.window(coach.email);
  const sidebar = await openSidebar(page);
  await press(sidebar, 'Plans');
  await sidebar.getByRole('button', { name: /^Open the plan/ }).click();
  await press(sidebar, 'Remind me on Wed 20 Jan 2027');
  await sidebar.getByText('Your own calendar reminds you on Wed 20 Jan.').waitFor();
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
  await press(sidebar, 'Remind me on Wed 20 Jan 2027');
  await sidebar.getByRole('link', { name: 'Open event' }).waitFor();
  expect(school.world.calendars.all(coach.email).map(({ id }) => id)).toEqual([reminderId(planned.id)]);
  await press(sidebar, 'Add evidence');
  await sidebar.getByRole('heading', { name: 'New evidence' }).waitFor();
  expect(await box(sidebar, 'Starting point (optional)').inputValue()).toBe(planned.startingPoint);
});

it('a coachee reads what was gathered about them and the count of visits; the assistant head only what is about the team', async () => {
  given('evidence.save', gathered());
  given('evidence.save', gathered({ id: idOf(22), source: 'drop in', askedFor: 'yes', seen: 'Talk before writing.' }));
  given('evidence.save', ofTeam());
  const mine = await evidenceOf(coachee.email);
  await mine.sidebar.getByText('Every pupil wrote').waitFor();
  await mine.sidebar.getByText('Partners talk first.').waitFor();
  await mine.sidebar.getByText('about you this school year: 1; agreed: 3.').waitFor();
  await mine.sidebar.getByLabel('About').selectOption({ label: 'Team Year 4' });
  await mine.sidebar.getByText('Every pupil wrote').waitFor({ state: 'detached' });
  const { page, sidebar } = await evidenceOf(head.email);
  await sidebar.getByText('Partners talk first.').waitFor();
  expect(await sidebar.getByText('Every pupil wrote').count()).toBe(0);
  const to = await sidebar.getByRole('link', { name: 'Open Quotations' }).getAttribute('href');
  expect(to).toMatch(/#gid=\d+$/);
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
});
