/// <reference lib="dom" />
import type { FrameLocator, Page } from 'playwright-core';
import { emptyPlan } from '../../src/domain/plans.ts';
import { Desktop, openSidebar } from '../chromium.ts';
import { givenSchool, idOf, people, type School, session } from '../given.ts';
import { asItShould, inside, measured, violations } from './looks.ts';

const { coach, coachee } = people;

let school: School;
let desktop: Desktop;

beforeEach(async () => {
  school = givenSchool();
  desktop = await Desktop.open(school.world);
});

afterEach(() => desktop.close());

const plan = {
  ...emptyPlan(idOf(1), coachee.email),
  purpose: 'Build on the calm of the room.',
  target: 'Every pupil explains a step aloud.',
  process: 'Watch, try, talk, every three weeks.',
  endGoals: 'Nobody waits to be asked.',
  outcome: 'The quiet third speaks first.',
  needs: ["pupils' need"],
  reviewDate: '2027-01-07',
};

/** Where the keyboard is: what the control is called, and whether one can see that it is there. */
async function focused(page: Page): Promise<{ name: string; seen: boolean }> {
  return (await inside(page)).evaluate(() => {
    const at = document.activeElement;
    const labels = at && 'labels' in at ? (at.labels as NodeListOf<HTMLLabelElement> | null) : null; // of a form's control
    const name = at?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? at?.textContent ?? '';
    return {
      name: at === document.body ? '' : name.trim(),
      seen: at !== null && getComputedStyle(at).outlineStyle !== 'none',
    };
  });
}

/** Goes on by the Tab key to the control of that name, as somebody does who has no mouse. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let tabs = 0; tabs < 60; tabs++) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    passed.push(at.name);
    if (typeof name === 'string' ? at.name === name : name.test(at.name)) {
      expect([at.name, at.seen]).toEqual([at.name, true]);
      return;
    }
  }
  throw new Error(`The Tab key does not come to ${name}, only to: ${passed.join(', ')}`);
}

async function press(page: Page, name: string | RegExp, key = 'Enter'): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

async function type(page: Page, name: string, words: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(words);
}

async function homeOf(who: string): Promise<{ page: Page; sidebar: FrameLocator }> {
  const page = await desktop.window(who);
  const sidebar = await openSidebar(page);
  await (await inside(page)).focus('h1');
  return { page, sidebar };
}

const wellMade = async (page: Page) => expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);

/** The keyboard has a place, and not the beginning of everything. */
const isSomewhere = async (page: Page) => expect((await focused(page)).name).not.toBe('');

function given(path: string, input: unknown, who: string = coach.email): void {
  const { reply } = school.ask(who, path, input);
  if (!reply.ok) throw new Error(reply.error.message);
}

it('without a mouse a plan is written, found in the list, and both keys are turned', async () => {
  const { page, sidebar } = await homeOf(coach.email);
  await press(page, 'Plans');
  await sidebar.getByText('No plans yet.').waitFor();
  await wellMade(page);
  await press(page, 'New plan');
  await type(page, 'Coachee', 'bram');
  await page.keyboard.press('Enter');
  await type(page, 'Purpose', plan.purpose);
  await type(page, 'Target and why', plan.target);
  await press(page, "pupils' need", 'Space');
  await type(page, 'Process', plan.process);
  await type(page, 'End goals', plan.endGoals);
  await type(page, 'Pupil outcome', plan.outcome);
  await press(page, 'Save the plan');
  await sidebar.getByText('Draft, dialogue needed: you and Bram Tansy still to agree.').waitFor();
  await isSomewhere(page);
  await press(page, 'I agree to this plan');
  await sidebar.getByText('Draft, dialogue needed: Bram Tansy still to agree.').waitFor();
  await isSomewhere(page);

  const theirs = await homeOf(coachee.email);
  await press(theirs.page, 'Plans');
  await theirs.sidebar.getByText('Draft, dialogue needed: you still to agree.').waitFor();
  await wellMade(theirs.page);
  await press(theirs.page, /^Open the plan with Ada Quill/);
  await theirs.sidebar.getByText(plan.endGoals).waitFor();
  await press(theirs.page, 'I agree to this plan');
  await theirs.sidebar.getByText('Agreed by both of you: the plan counts.').waitFor();
  await isSomewhere(theirs.page);
});

it('without a mouse the plan card on Home leads to the plan, and what the coachee says weeks later is kept', async () => {
  given('plans.save', { draft: plan, base: null });
  given('plans.setState', { id: idOf(1), state: 'resolved' });
  given('plans.save', { draft: { ...plan, id: idOf(2), target: 'Another one.' }, base: null });
  school.world.clock.advance(50 * 24 * 3_600_000);
  const { page, sidebar } = await homeOf(coach.email);
  await sidebar.getByText('Ask Bram if they are still doing it.').waitFor();
  await sidebar.getByText('Draft, dialogue needed: you and Bram Tansy still to agree.').first().waitFor();
  await wellMade(page);
  await press(page, 'Open the plan with Bram Tansy');
  await sidebar.getByText('It is some weeks since this target was resolved.').waitFor();
  await wellMade(page);
  await press(page, 'sometimes', 'Space');
  await sidebar.getByText('Still doing it: sometimes.').waitFor();
  await isSomewhere(page);
  await wellMade(page);
});

it('without a mouse a talk is noted: from the open sidebar to acknowledged by three inputs and one button', async () => {
  const { page, sidebar } = await homeOf(coach.email);
  await press(page, 'Quick note (Martini)');
  await sidebar.getByLabel('What was it about?').waitFor();
  expect((await focused(page)).name).toBe('Coachee');
  await page.keyboard.type('bram');
  await page.keyboard.press('Enter');
  await type(page, 'What was it about?', 'Getting every table to talk.');
  await type(page, 'What will you do?', 'Try talk partners tomorrow.');
  await press(page, 'Save the note');
  await sidebar.getByRole('heading', { name: 'Saved' }).waitFor();
  await isSomewhere(page);
  expect(school.rows('Sessions')).toMatchObject([{ Kind: 'Martini', Target: 'Getting every table to talk.' }]);
});

it('a list of sessions says of each follow-up what has been answered to it', async () => {
  school.save();
  school.deliver();
  school.world.calendars.respond(coachee.email, school.world.calendars.list(coachee.email)[0]?.id ?? '', 'declined');
  given('since.read', null);
  const { page, sidebar } = await homeOf(coach.email);
  await press(page, /^Bram Tansy/);
  await sidebar.getByText('Follow-up Thu 10 Dec, declined').waitFor();
  await wellMade(page);
  await press(page, 'Correct Thu 26 Nov');
  await sidebar.getByRole('textbox', { name: /^Strength:/ }).waitFor();
  expect(session().strength).toBe(await sidebar.getByRole('textbox', { name: /^Strength:/ }).inputValue());
});
