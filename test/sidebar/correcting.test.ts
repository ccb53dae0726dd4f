import type { FrameLocator } from 'playwright-core';
import { Desktop, openSidebar } from '../chromium.ts';
import { givenSchool, people, type School, session } from '../given.ts';
import { asItShould, measured, violations } from './looks.ts';

const coach = people.coach.email;

let school: School;
let desktop: Desktop;

beforeEach(async () => {
  school = givenSchool();
  school.save();
  school.deliver();
  desktop = await Desktop.open(school.world);
});

afterEach(() => desktop.close());

async function openSessions(sidebar: FrameLocator): Promise<void> {
  await sidebar.getByRole('button', { name: /^Bram Tansy/ }).click();
  await sidebar.getByRole('heading', { name: 'Thu 26 Nov · Questioning' }).waitFor();
}

async function openCorrection(sidebar: FrameLocator): Promise<void> {
  await openSessions(sidebar);
  await sidebar.getByRole('button', { name: 'Correct Thu 26 Nov' }).click();
  await sidebar.getByText('You are correcting the session of Thu 26 Nov.').waitFor();
}

async function write(sidebar: FrameLocator, part: string, words: string): Promise<void> {
  const box = sidebar.getByRole('textbox', { name: new RegExp(`^${part}:`) });
  if ((await box.count()) === 0) await sidebar.getByRole('button', { name: new RegExp(`^${part}`) }).click();
  await box.fill(words);
}

async function save(sidebar: FrameLocator): Promise<void> {
  await sidebar.getByRole('button', { name: 'Save the correction' }).click();
}

/** The director corrects the same session, elsewhere and meanwhile. */
function directorWrites(change: Parameters<typeof session>[0]): void {
  const { reply } = school.ask(people.director.email, 'sessions.edit', {
    base: session(),
    draft: session(change),
    edit: '11111111-1111-4111-8111-111111111111',
  });
  expect(reply).toMatchObject({ ok: true });
}

it('a coach corrects words and the follow-up, and is told what was changed and that the invitation moved', async () => {
  const page = await desktop.window(coach);
  const sidebar = await openSidebar(page);
  await openSessions(sidebar);
  await sidebar.getByText('Follow-up Thu 10 Dec, invited').waitFor();
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
  await sidebar.getByRole('button', { name: 'Correct Thu 26 Nov' }).click();
  const strength = sidebar.getByRole('textbox', { name: /^Strength:/ });
  await strength.waitFor();
  expect(await strength.inputValue()).toBe(session().strength);
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
  await strength.fill('The quieter table answers first, and writes first.');
  await sidebar.getByRole('button', { name: /^Follow-up/ }).click();
  await sidebar.getByLabel('Time').fill('16:15');
  await save(sidebar);
  await sidebar.getByRole('heading', { name: 'Corrected' }).waitFor();
  await sidebar.getByText('Changed: Strength, Follow-up time.').waitFor();
  await sidebar.getByText('The follow-up is now Thu 10 Dec, 16:15').waitFor();
  await sidebar.getByRole('link', { name: 'Open event' }).waitFor();
  expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
  expect(school.rows('Sessions')).toMatchObject([
    { Strength: 'The quieter table answers first, and writes first.', 'Follow-up time': '16:15' },
  ]);
  expect(school.world.calendars.list(people.coachee.email)).toMatchObject([
    { start: { dateTime: expect.stringContaining('T16:15') } },
  ]);
  expect(JSON.stringify(school.rows('Log'))).not.toContain('quieter');
});

it('what was just saved can be corrected at once, and a follow-up taken out is called off', async () => {
  const sidebar = await openSidebar(await desktop.window(coach));
  await openCorrection(sidebar);
  await write(sidebar, 'Reality', 'Two of them had never met it.');
  await save(sidebar);
  await sidebar.getByText('Changed: Reality.').waitFor();
  await sidebar.getByText('The follow-up is as it was.').waitFor();
  await sidebar.getByRole('button', { name: 'Correct it' }).click();
  await sidebar.getByRole('button', { name: /^Follow-up/ }).click();
  await sidebar.getByRole('button', { name: 'no follow-up' }).click();
  await save(sidebar);
  await sidebar.getByText('The follow-up was called off.').waitFor();
  expect(school.world.calendars.list(people.coachee.email).filter(({ status }) => status !== 'cancelled')).toEqual([]);
  expect(school.rows('Sessions')).toMatchObject([{ Reality: 'Two of them had never met it.', 'Follow-up date': '' }]);
});

it('a correction can be left and gone on with on another machine, and never gets into a new session', async () => {
  const sidebar = await openSidebar(await desktop.window(coach));
  await openCorrection(sidebar);
  await write(sidebar, 'Target', 'Half a thought');
  await sidebar.getByRole('button', { name: '‹ Home' }).click();
  await sidebar.getByText('Correction of Bram Tansy').waitFor();
  await sidebar.getByRole('button', { name: /^Bram Tansy/ }).click();
  await sidebar.getByRole('button', { name: 'New session' }).click();
  await sidebar.getByRole('button', { name: 'Save session' }).waitFor();
  await write(sidebar, 'Target', 'Something else');
  await sidebar.getByRole('button', { name: '‹ Home' }).click();
  await sidebar.getByRole('button', { name: 'Resume Correction of Bram Tansy' }).waitFor();
  while (school.home().drafts.length < 2) await new Promise((resolve) => setTimeout(resolve, 100));

  const there = await openSidebar(await desktop.window(coach));
  await there.getByRole('button', { name: 'Resume Bram Tansy', exact: true }).waitFor();
  await there.getByRole('button', { name: 'Resume Correction of Bram Tansy' }).click();
  await there.getByText('You are correcting the session of Thu 26 Nov.').waitFor();
  await write(there, 'Target', 'Half a thought, made whole');
  await save(there);
  await there.getByText('Changed: Target.').waitFor();
  await there.getByRole('button', { name: 'Home' }).click();
  await there.getByRole('button', { name: 'Resume Bram Tansy', exact: true }).waitFor();
  expect(await there.getByText('Correction of').count()).toBe(0);
  expect(school.rows('Sessions')).toMatchObject([{ Target: 'Half a thought, made whole' }]);
});

it('an answer that is lost makes no second line in the Log', async () => {
  const page = await desktop.window(coach);
  const sidebar = await openSidebar(page);
  await openCorrection(sidebar);
  await write(sidebar, 'Strength', 'Said once.');
  await page.route('**/run', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await save(sidebar);
  await sidebar.getByText('Trying again is safe: nothing is ever saved twice.').waitFor();
  await page.unroute('**/run');
  await sidebar.getByRole('button', { name: 'Try again' }).click();
  await sidebar.getByText('An earlier try had written it already').waitFor();
  expect(school.rows('Log').filter(({ Event }) => Event === 'Edited')).toHaveLength(1);
});

describe('when somebody else has changed the session meanwhile', () => {
  async function meet(): Promise<{ sidebar: FrameLocator; page: Awaited<ReturnType<Desktop['window']>> }> {
    const page = await desktop.window(coach);
    const sidebar = await openSidebar(page);
    await openCorrection(sidebar);
    await write(sidebar, 'Strength', 'As I heard it.');
    directorWrites({ strength: 'As the director heard it.', theme: 'Maths' });
    await save(sidebar);
    await sidebar.getByRole('heading', { name: 'Two versions' }).waitFor();
    await sidebar.getByText('As the director heard it.').waitFor();
    await sidebar.getByText('As I heard it.').waitFor();
    return { sidebar, page };
  }

  const pressed = (sidebar: FrameLocator, name: string) =>
    sidebar.getByRole('button', { name }).getAttribute('aria-pressed');

  it('both versions are shown in whole words, mine is kept, and what I did not touch is theirs', async () => {
    const { sidebar, page } = await meet();
    await sidebar
      .getByText(/^Dora Marsh, /)
      .first()
      .waitFor();
    expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);
    expect(await pressed(sidebar, 'Keep mine: Strength')).toBe('true');
    expect(await pressed(sidebar, 'Take theirs: Theme')).toBe('true');
    await sidebar.getByRole('button', { name: 'Save', exact: true }).click();
    await sidebar.getByText('Changed: Strength.').waitFor();
    expect(school.rows('Sessions')).toMatchObject([{ Strength: 'As I heard it.', Theme: 'Maths' }]);
  });

  it('theirs can be taken', async () => {
    const { sidebar } = await meet();
    await sidebar.getByRole('button', { name: 'Take theirs: Strength' }).click();
    expect(await pressed(sidebar, 'Keep mine: Strength')).toBe('false');
    await sidebar.getByRole('button', { name: 'Save', exact: true }).click();
    await sidebar.getByRole('heading', { name: 'Corrected' }).waitFor();
    expect(school.rows('Sessions')).toMatchObject([{ Strength: 'As the director heard it.', Theme: 'Maths' }]);
  });

  it('what I typed is still there when the choice is left open, also after the window was closed', async () => {
    const { sidebar, page } = await meet();
    await sidebar.getByRole('button', { name: 'Take theirs: Strength' }).click();
    await page.reload();
    const again = await openSidebar(page);
    await again.getByRole('button', { name: 'Resume Correction of Bram Tansy' }).click();
    expect(await again.getByRole('textbox', { name: /^Strength:/ }).inputValue()).toBe('As I heard it.');
    await save(again);
    await again.getByRole('heading', { name: 'Two versions' }).waitFor();
    expect(school.rows('Sessions')).toMatchObject([{ Strength: 'As the director heard it.' }]);
  });
});

it('words changed after a first try whose answer was lost are put beside what it wrote', async () => {
  const page = await desktop.window(people.other.email);
  const sidebar = await openSidebar(page);
  await sidebar.getByRole('button', { name: 'New session' }).click();
  await sidebar.getByRole('combobox', { name: 'Coachee' }).fill('bram');
  await sidebar.getByRole('option', { name: /Bram Tansy/ }).click();
  await write(sidebar, 'Strength', 'First words');
  await write(sidebar, 'Target', 'A target');
  await sidebar.getByRole('button', { name: /^Pupil outcome/ }).click();
  await sidebar.getByRole('textbox', { name: 'What will be different for pupils?' }).fill('A difference');
  await page.route('**/run', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await sidebar.getByRole('button', { name: 'Save session' }).click();
  await sidebar.getByText('Trying again is safe').waitFor();
  await page.unroute('**/run');
  await write(sidebar, 'Strength', 'Better words');
  await sidebar.getByRole('button', { name: 'Save session' }).click();
  await sidebar.getByRole('heading', { name: 'Two versions' }).waitFor();
  await sidebar.getByText('First words').waitFor();
  await sidebar.getByRole('button', { name: 'Save', exact: true }).click();
  await sidebar.getByText('Changed: Strength.').waitFor();
  const rows = school.rows('Sessions').filter(({ Coach }) => Coach === people.other.name);
  expect(rows).toMatchObject([{ Strength: 'Better words' }]);
});
