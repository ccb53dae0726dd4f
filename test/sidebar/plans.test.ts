import type { FrameLocator, Page } from 'playwright-core';
import { planEventId } from '../../src/domain/plan-invitations.ts';
import { emptyPlan, type PlanDraft, plans } from '../../src/domain/plans.ts';
import { Desktop, openSidebar } from '../chromium.ts';
import { givenSchool, idOf, people, type School } from '../given.ts';
import { asItShould, measured, violations } from './looks.ts';

const { coach, coachee } = people;

let school: School;
let desktop: Desktop;

beforeEach(async () => {
  school = givenSchool();
  desktop = await Desktop.open(school.world);
});

afterEach(() => desktop.close());

const words = {
  purpose: 'Build on the calm of the room.',
  target: 'Every pupil explains a step aloud.',
  process: 'Watch, try, talk, every three weeks.',
  endGoals: 'Nobody waits to be asked.',
  outcome: 'The quiet third speaks first.',
};

const plan = (change: Partial<PlanDraft> = {}): PlanDraft => ({
  ...emptyPlan(idOf(1), coachee.email),
  ...words,
  needs: ["pupils' need"],
  reviewDate: '2027-01-07',
  ...change,
});

function given(path: string, input: unknown, who: string = coach.email): void {
  const { reply } = school.ask(who, path, input);
  if (!reply.ok) throw new Error(reply.error.message);
}

async function plansOf(who: string): Promise<{ page: Page; sidebar: FrameLocator }> {
  const page = await desktop.window(who);
  const sidebar = await openSidebar(page);
  await sidebar.getByRole('button', { name: 'Plans' }).click();
  return { page, sidebar };
}

async function openPlan(who: string): Promise<{ page: Page; sidebar: FrameLocator }> {
  const opened = await plansOf(who);
  await opened.sidebar.getByRole('button', { name: /^Open the plan/ }).click();
  await opened.sidebar.getByRole('heading', { name: 'Purpose', exact: true }).waitFor();
  return opened;
}

const row = () => school.rows('Plans')[0];

it('a plan has purpose, process and end goals, is a draft until both have agreed, and the coachee agrees in their calendar', async () => {
  const { page, sidebar } = await plansOf(coach.email);
  await sidebar.getByText('No plans yet.').waitFor();
  await sidebar.getByRole('button', { name: 'New plan' }).click();
  await sidebar.getByRole('combobox', { name: 'Coachee' }).fill('bram');
  await sidebar.getByRole('option', { name: /Bram Tansy/ }).click();
  for (const part of ['Purpose', 'Process', 'End goals'])
    await sidebar.getByRole('heading', { name: part, exact: true }).waitFor();
  for (const [label, said] of [
    ['Purpose', words.purpose],
    ['Target and why', words.target],
    ['Process', words.process],
    ['End goals', words.endGoals],
  ] as const)
    await sidebar.getByRole('textbox', { name: label, exact: true }).fill(said);
  await sidebar.getByText('Still needed: In line with, Pupil outcome.').waitFor();
  await sidebar.getByRole('button', { name: "pupils' need" }).click();
  await sidebar.getByRole('button', { name: 'personal target' }).click();
  await sidebar.getByRole('textbox', { name: 'Pupil outcome' }).fill(words.outcome);
  // Six weeks on, on a day in school.
  expect(await sidebar.getByLabel('Review date').inputValue()).toBe('2027-01-07');
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
  await sidebar.getByRole('button', { name: 'Save the plan' }).click();
  await sidebar.getByText('Draft, dialogue needed: you and Bram Tansy still to agree.').waitFor();
  await sidebar.getByRole('link', { name: 'Open event' }).waitFor();
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
  expect(row()).toMatchObject({
    'In line with': "pupils' need, personal target",
    Agreement: 'draft, dialogue needed',
    'Target and why': words.target,
  });
  await sidebar.getByRole('button', { name: 'I agree to this plan' }).click();
  await sidebar.getByText('Draft, dialogue needed: Bram Tansy still to agree.').waitFor();
  await sidebar.getByRole('button', { name: 'Ask Bram to agree' }).waitFor();
  school.world.calendars.respond(coachee.email, planEventId(row()?.['Plan id'] ?? ''), 'accepted');
  const again = await openSidebar(await desktop.window(coach.email));
  await again.getByText('Bram Tansy has agreed to your plan.').waitFor();
  expect(row()).toMatchObject({ Agreement: 'agreed' });
});

it('whoever changes the words is told first that both have to agree again', async () => {
  given('plans.save', { draft: plan(), base: null });
  given('plans.agree', idOf(1));
  given('plans.agree', idOf(1), coachee.email);
  const { sidebar } = await openPlan(coach.email);
  await sidebar.getByText('Agreed by both of you: the plan counts.').waitFor();
  await sidebar.getByRole('button', { name: 'Change it' }).click();
  await sidebar.getByLabel('How often').fill('every two weeks');
  expect(await sidebar.getByText('both of you are asked to agree again').count()).toBe(0);
  await sidebar.getByRole('textbox', { name: 'End goals', exact: true }).fill('Nobody waits.');
  await sidebar.getByText('Once saved, both of you are asked to agree again.').waitFor();
  await sidebar.getByRole('button', { name: 'Save the plan' }).click();
  await sidebar.getByText('Draft, dialogue needed: you and Bram Tansy still to agree.').waitFor();
  expect(row()).toMatchObject({ Agreement: 'draft, dialogue needed', 'End goals': 'Nobody waits.' });
});

it('a change that somebody else made first is shown beside my words, which stay', async () => {
  given('plans.save', { draft: plan(), base: null });
  const { page, sidebar } = await openPlan(coach.email);
  await sidebar.getByRole('button', { name: 'Change it' }).click();
  await sidebar.getByRole('textbox', { name: 'Process', exact: true }).fill('My words');
  given('plans.save', { draft: plan({ process: 'Their words' }), base: plan() }, coachee.email);
  await sidebar.getByRole('button', { name: 'Save the plan' }).click();
  await sidebar.getByText('Somebody has changed this plan since you opened it. Look at both below.').waitFor();
  await sidebar.getByText('Their words').waitFor();
  expect(await sidebar.getByRole('textbox', { name: 'Process', exact: true }).inputValue()).toBe('My words');
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
  await sidebar.getByRole('button', { name: 'Save the plan' }).click();
  await sidebar.getByRole('button', { name: 'I agree to this plan' }).waitFor();
  expect(row()).toMatchObject({ Process: 'My words' });
});

it('a coachee sees their plan and turns their own key', async () => {
  given('plans.save', { draft: plan(), base: null });
  const { sidebar } = await openPlan(coachee.email);
  await sidebar.getByText(words.purpose).waitFor();
  await sidebar.getByRole('button', { name: 'I agree to this plan' }).click();
  await sidebar.getByText('Draft, dialogue needed: Ada Quill still to agree.').waitFor();
  expect(await sidebar.getByRole('button', { name: /^Ask / }).count()).toBe(0);
});

it('a target is discussed, tackled, resolved and celebrated by one tap, and weeks later the coach asks if it lasts', async () => {
  given('plans.save', { draft: plan(), base: null });
  const { sidebar } = await openPlan(coach.email);
  await sidebar.getByRole('button', { name: 'resolved' }).click();
  await sidebar.getByRole('button', { name: 'resolved', pressed: true }).waitFor();
  await sidebar.getByRole('button', { name: 'celebrated' }).click();
  await sidebar.getByRole('button', { name: 'celebrated', pressed: true }).waitFor();
  expect(row()).toMatchObject({ Target: 'celebrated' });
  school.world.clock.advance(50 * 24 * 3_600_000);
  const later = await openSidebar(await desktop.window(coach.email));
  await later.getByText('Ask Bram if they are still doing it.').waitFor();
  await later.getByRole('button', { name: 'Open the plan with Bram Tansy' }).first().click();
  await later.getByRole('button', { name: 'sometimes' }).click();
  await later.getByRole('button', { name: 'sometimes' }).waitFor({ state: 'detached' });
  expect(row()).toMatchObject({ [plans.columns.sustained.header]: 'sometimes' });
});

it('a plan that was not saved is there again when the sidebar is opened again, until it is discarded', async () => {
  const { page, sidebar } = await plansOf(coach.email);
  await sidebar.getByRole('button', { name: 'New plan' }).click();
  // A window may be closed before the next frame is drawn: the words are kept with the key that was pressed.
  const kept = await sidebar.getByRole('textbox', { name: 'Purpose', exact: true }).evaluate(async (box) => {
    (box as HTMLTextAreaElement).value = 'Half a thought';
    box.dispatchEvent(new Event('input', { bubbles: true }));
    await Promise.resolve();
    return Array.from({ length: localStorage.length }, (_, at) => localStorage.getItem(localStorage.key(at) ?? ''));
  });
  expect(kept.join()).toContain('Half a thought');
  await page.reload();
  const again = await openSidebar(page);
  await again.getByRole('button', { name: 'Plans' }).click();
  await again.getByRole('button', { name: 'New plan' }).click();
  await again.getByText('Your words from before are here; they are not saved yet.').waitFor();
  expect(await again.getByRole('textbox', { name: 'Purpose', exact: true }).inputValue()).toBe('Half a thought');
  await again.getByRole('button', { name: 'Discard the words from before' }).click();
  await again.getByRole('button', { name: 'Discard these words' }).click();
  await again.getByRole('button', { name: 'Plans' }).click();
  await again.getByRole('button', { name: 'New plan' }).click();
  expect(await again.getByRole('textbox', { name: 'Purpose', exact: true }).inputValue()).toBe('');
});
