import type { FrameLocator, Page } from 'playwright-core';
import { eventIdOf } from '../../src/domain/follow-ups.ts';
import type { SessionDraft } from '../../src/domain/sessions.ts';
import type { StepDraft } from '../../src/domain/steps.ts';
import { Desktop, openSidebar } from '../chromium.ts';
import { givenSchool, idOf, people, type School, session } from '../given.ts';
import { asItShould, measured, violations } from './looks.ts';

const { coach, coachee, head, other } = people;

let school: School;
let desktop: Desktop;

beforeEach(async () => {
  school = givenSchool();
  desktop = await Desktop.open(school.world);
});

afterEach(() => desktop.close());

const steps: StepDraft[] = [
  { what: 'Try talk partners in maths', due: '2026-11-24', support: '', kind: 'do' },
  { what: 'Watch Ms Wick teach fractions', due: '2026-12-03', support: 'cover', kind: 'watch someone' },
];

function met(change: Partial<SessionDraft> = {}, promised: readonly StepDraft[] = []): string {
  const draft = session(change);
  const { reply } = school.ask(coach.email, 'sessions.save', { ...draft, steps: promised });
  if (!reply.ok) throw new Error(reply.error.message);
  school.deliver(draft.id);
  return draft.id;
}

async function homeOf(who: string): Promise<{ page: Page; sidebar: FrameLocator }> {
  const page = await desktop.window(who);
  return { page, sidebar: await openSidebar(page) };
}

it('Home says of each coachee how many steps are open and what became of the invitation, and a declined one can be moved', async () => {
  const id = met({ date: '2026-11-05' }, steps);
  school.world.calendars.respond(coachee.email, eventIdOf(id), 'declined', 'on the trip');
  const { page, sidebar } = await homeOf(coach.email);
  const card = sidebar.getByRole('button', { name: /^Bram Tansy/ });
  await card.filter({ hasText: '2 steps open, 1 of them late · 3 weeks ago' }).waitFor();
  await card.filter({ hasText: 'invitation declined: “on the trip”' }).waitFor();
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
  await sidebar.getByRole('button', { name: 'Suggest another time to Bram Tansy' }).click();
  await sidebar.getByText('You are correcting').waitFor();
  await sidebar.getByLabel('Date').fill('2026-12-15');
  await sidebar.getByRole('button', { name: 'Save the correction' }).click();
  await sidebar.getByRole('heading', { name: 'Corrected' }).waitFor();
  expect(school.rows('Sessions')).toMatchObject([{ 'Follow-up date': '15/12/2026' }]);
});

it('an invitation that was accepted is said quietly, and one tap begins to ask how it has been going', async () => {
  const id = met({ date: '2026-11-05' }, steps);
  school.world.calendars.respond(coachee.email, eventIdOf(id), 'accepted');
  const { sidebar } = await homeOf(coach.email);
  await sidebar
    .getByRole('button', { name: /^Bram Tansy/ })
    .filter({ hasText: 'invitation accepted' })
    .waitFor();
  expect(await sidebar.getByRole('button', { name: /^Suggest another time/ }).count()).toBe(0);
  await sidebar.getByRole('button', { name: 'Meet now: Bram Tansy' }).click();
  await sidebar.getByText('Try talk partners in maths').first().waitFor();
});

it('a meeting that was moved in the calendar is told once, and the card says the new day', async () => {
  const id = met({ date: '2026-11-05', followUpDate: '2026-12-10' });
  school.world.calendars.move(coach.email, eventIdOf(id), '2026-12-11T15:45:00Z');
  const { sidebar } = await homeOf(coach.email);
  await sidebar.getByText(/^The follow-up with Bram Tansy was moved to Fri 11 Dec, 15:45/).waitFor();
  await sidebar.getByRole('button', { name: /^Bram Tansy.*due Fri 11 Dec/ }).waitFor();
});

it('somebody who coaches nobody sees what they promised and when they meet next', async () => {
  met({ date: '2026-11-05' }, steps);
  const { page, sidebar } = await homeOf(coachee.email);
  await sidebar.getByRole('heading', { name: 'What I promised' }).waitFor();
  await sidebar.getByText('Watch Ms Wick teach fractions').waitFor();
  await sidebar.getByText('by Thu 3 Dec · with Ada Quill').waitFor();
  await sidebar.getByText('Next meeting with Ada Quill').waitFor();
  expect(await sidebar.getByRole('button', { name: 'New session' }).count()).toBe(0);
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
});

it('an assistant head sees of their team that people meet, and never a word of what they say', async () => {
  met({ date: '2026-10-08', followUpDate: '2026-12-03', strength: 'Words for two' });
  school.save({ id: idOf(2), date: '2026-11-10', coachee: coach.email, followUpDate: '2026-11-27' }, other.email);
  // The day after that Friday, and more.
  school.world.clock.advance(5 * 24 * 3_600_000);
  const { page, sidebar } = await homeOf(head.email);
  await sidebar.getByRole('heading', { name: /^Year 4/ }).waitFor();
  await sidebar.getByText('Bram Tansy with Ada Quill').waitFor();
  await sidebar.getByText('Ada Quill with Cleo Wick').waitFor();
  await sidebar.getByRole('heading', { name: 'Not coached yet this half-term' }).waitFor();
  await sidebar.getByText('Bram Tansy, Piers Far').waitFor();
  expect(await sidebar.getByText('Words for two').count()).toBe(0);
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
});

it('when it cannot be looked up what has happened since, Home is as it was, and one quiet line says so', async () => {
  met({ date: '2026-11-05' });
  const page = await desktop.window(coach.email);
  await page.route('**/run', (route) =>
    String((route.request().postDataJSON() as { args: unknown[] }).args[0]) === 'since.read'
      ? route.abort()
      : route.continue(),
  );
  const sidebar = await openSidebar(page);
  await sidebar.getByText('What has happened since could not be looked up just now.').waitFor();
  await sidebar.getByRole('button', { name: /^Bram Tansy/ }).waitFor();
});

it('a view that does not come says why, and comes when it is tried again', async () => {
  const page = await desktop.window(coach.email);
  await page.route('**/run', (route) =>
    String((route.request().postDataJSON() as { args: unknown[] }).args[0]) === 'page.more'
      ? route.abort()
      : route.continue(),
  );
  const sidebar = await openSidebar(page);
  await sidebar.getByRole('button', { name: 'New session' }).click();
  await sidebar.getByText('The sheet did not answer.').waitFor();
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
  await page.unroute('**/run');
  await sidebar.getByRole('button', { name: 'Try again' }).click();
  await sidebar.getByRole('combobox', { name: 'Coachee' }).waitFor();
});

it('a script of another version stops, and the sidebar asks to be opened again', async () => {
  const page = await desktop.window(coach.email);
  await page.route('**/run', async (route) => {
    const { args } = route.request().postDataJSON() as { args: unknown[] };
    if (args[0] !== 'page.more') return route.continue();
    const answer = await route.fetch();
    return route.fulfill({
      response: answer,
      body: (await answer.text()).replace(/stride_[0-9a-f]{8}/, 'stride_00000000'),
    });
  });
  const sidebar = await openSidebar(page);
  await sidebar.getByRole('button', { name: 'New session' }).click();
  await sidebar.getByText('This sidebar is out of date. Close it and open it again.').waitFor();
});

it('a coach is found by where they lead, with how many people they coach', async () => {
  met({ date: '2026-11-05' });
  const row = school.person.seesAll('Staff').findIndex(([email]) => email === coach.email) + 1;
  const column = 'ABCDEFGHIJ'.charAt(school.column('Staff', 'Expertise') - 1);
  school.person.type('Staff', `${column}${row}`, 'Mathematics, early reading');
  const { page, sidebar } = await homeOf(other.email);
  await sidebar.getByRole('button', { name: 'Find a coach' }).click();
  await sidebar.getByLabel('Area of expertise, or a name').fill('read');
  await sidebar.getByText('1 coach', { exact: true }).waitFor();
  await sidebar.getByText('Mathematics, early reading').waitFor();
  await sidebar.getByText('coaches 1 person this year').waitFor();
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
});

it('what a coach sees in their mirror is kept for them alone, and looked back at as a picture with words', async () => {
  const { page, sidebar } = await homeOf(coach.email);
  await sidebar.getByRole('button', { name: 'My mirror' }).click();
  await sidebar.getByText('Nothing this term yet.').waitFor();
  await sidebar.getByRole('button', { name: 'Look at myself today' }).click();
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
  await sidebar.getByRole('button', { name: 'Listens: yes' }).click();
  await sidebar.getByRole('button', { name: "Avoids 'telling': a little" }).click();
  await sidebar.getByRole('button', { name: 'Keep it for me' }).click();
  await sidebar.getByRole('img', { name: 'Thu 26 Nov: yes' }).waitFor();
  await sidebar.getByRole('img', { name: 'Thu 26 Nov: a little' }).waitFor();
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
  expect(school.ask(other.email, 'mirror.read').reply).toEqual({ ok: true, value: [] });
  const tabs = JSON.stringify(['Sessions', 'Log', 'Plans', 'Steps'].map((tab) => school.rows(tab)));
  expect(tabs).not.toContain('Listens');
});
