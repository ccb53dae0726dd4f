import type { FrameLocator, Page } from 'playwright-core';
import { Desktop, openSidebar } from '../chromium.ts';
import { givenSchool, people, type School } from '../given.ts';
import { asItShould, measured, violations } from './looks.ts';

const { coach } = people;

let school: School;
let desktop: Desktop;

beforeEach(async () => {
  school = givenSchool();
  desktop = await Desktop.open(school.world);
  school.set('Designated safeguarding lead', 'Mr Lane');
});

afterEach(() => desktop.close());

async function opened(...buttons: string[]): Promise<{ page: Page; sidebar: FrameLocator }> {
  const page = await desktop.window(coach.email);
  const sidebar = await openSidebar(page);
  for (const name of buttons) await sidebar.getByRole('button', { name }).click();
  return { page, sidebar };
}

const readers = 'Everyone with whom this sheet is shared can read this.';

it.each([
  ['a session', ['New session']],
  ['a quick note', ['Quick note']],
  ['a plan', ['Plans', 'New plan']],
])(
  'under the boxes of %s it says who can read them, and where a worry about a child belongs',
  async (_what, buttons) => {
    const { sidebar } = await opened(...buttons);
    await sidebar
      .getByText(
        `${readers} No pupils' names, nothing about health or family. Worried about a child? Not here: tell Mr Lane, the designated safeguarding lead.`,
      )
      .waitFor();
  },
);

it('personal matters and pupils’ names are pointed out in a plan too, and nothing is blocked', async () => {
  const { page, sidebar } = await opened('Plans', 'New plan');
  await sidebar.getByRole('combobox', { name: 'Coachee' }).fill('bram');
  await sidebar.getByRole('option', { name: /Bram Tansy/ }).click();
  await sidebar.getByRole('textbox', { name: 'Purpose', exact: true }).fill('A girl called Amina settles.');
  await sidebar.getByText(/“girl called Amina”: is that a pupil's name\?/).waitFor();
  await sidebar.getByRole('textbox', { name: 'Process', exact: true }).fill('Talk to the social worker each week.');
  await sidebar.getByText(/“social worker”: is this a worry about a child\?.*Tell Mr Lane/).waitFor();
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
  for (const label of ['Target and why', 'End goals', 'Pupil outcome'])
    await sidebar.getByRole('textbox', { name: label, exact: true }).fill('Words.');
  await sidebar.getByRole('button', { name: 'wider community' }).click();
  expect(await sidebar.getByRole('button', { name: 'Save the plan' }).isEnabled()).toBe(true);
  await sidebar.getByRole('textbox', { name: 'Purpose', exact: true }).fill('A group of Year 4 settles.');
  await sidebar.getByText(/is that a pupil's name/).waitFor({ state: 'detached' });
});

it('the form asks the six questions of STRIDE in full, and needs no more than a strength, a target and a pupil outcome', async () => {
  const { sidebar } = await opened('New session');
  for (const [part, asks] of [
    ['Strength', "What's going well? What's working?"],
    ['Target', 'What would you like to be better and why?'],
    ['Reality', 'What is the current situation? What problems is it causing? What are the obstacles?'],
    ['Ideas', "What have you tried? What did/didn't work? What would you do if the obstacles weren't there?"],
    ['Decision', 'What are you going to do? What are the steps? When will you do it? What support might you need?'],
    ['Evaluation', 'How will you know it has worked? What will be different?'],
  ] as const) {
    await sidebar.getByRole('button', { name: new RegExp(`^${part}`), expanded: false }).click();
    await sidebar.getByText(asks, { exact: true }).waitFor();
  }
  await sidebar.getByText('A coachee, Strength, Target and a pupil outcome, then it can be saved.').waitFor();
});

it('a target that speaks of lessons and grades is asked what will be different for pupils, once they are in it no more', async () => {
  const { page, sidebar } = await opened('New session');
  await sidebar.getByRole('button', { name: /^Target/, expanded: false }).click();
  const target = sidebar.getByRole('textbox', { name: /^Target:/ });
  const asked = sidebar.getByRole('status').filter({ hasText: 'What will be different for pupils?' });
  await target.fill('An outstanding lesson.');
  await asked.waitFor();
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
  await target.fill('A lesson in which every pupil explains one idea.');
  await asked.waitFor({ state: 'detached' });
});
