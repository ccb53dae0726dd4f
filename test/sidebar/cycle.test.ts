import type { FrameLocator, Page } from 'playwright-core';
import { Desktop, openSidebar } from '../chromium.ts';
import { givenSchool, idOf, people, type School, session } from '../given.ts';
import { asItShould, measured, violations } from './looks.ts';

const coach = people.coach.email;
const { coachee, other } = people;

let school: School;
let desktop: Desktop;

beforeEach(async () => {
  school = givenSchool();
  desktop = await Desktop.open(school.world);
});

afterEach(() => desktop.close());

/** Three weeks ago the two talked, and two steps were promised. */
function givenLastTime(): void {
  const last = session({
    id: idOf(1),
    date: '2026-11-05',
    followUpDate: '',
    decision: 'Talk partners in every maths lesson.',
    evaluation: 'More pupils start by themselves.',
  });
  const steps = [
    { what: 'Try talk partners in maths', due: '2026-11-12', support: '', kind: 'do' },
    { what: 'Watch Cleo Wick teach fractions', due: '', support: 'cover for an hour', kind: 'watch someone' },
  ];
  expect(school.ask(coach, 'sessions.save', { ...last, steps }).reply).toMatchObject({ ok: true });
}

async function choose(sidebar: FrameLocator, name: string, label = 'Coachee'): Promise<void> {
  await sidebar.getByRole('combobox', { name: label, exact: true }).fill(name.slice(0, 4));
  await sidebar.getByRole('option', { name: new RegExp(name) }).click();
}

async function write(sidebar: FrameLocator, part: string, words: string): Promise<void> {
  const label = part === 'Pupil outcome' ? 'What will be different for pupils?' : new RegExp(`^${part}:`);
  const box = sidebar.getByRole('textbox', { name: label });
  if ((await box.count()) === 0) await open(sidebar, part);
  await box.fill(words);
}

const open = (sidebar: FrameLocator, part: string) =>
  sidebar.getByRole('button', { name: new RegExp(`^${part}`), expanded: false }).click();

const wellMade = async (page: Page) => expect([await violations(page), await measured(page)]).toEqual([[], asItShould]);

async function newSession(page: Page): Promise<FrameLocator> {
  const sidebar = await openSidebar(page);
  await sidebar.getByRole('button', { name: 'New session' }).click();
  return sidebar;
}

const save = (sidebar: FrameLocator) => sidebar.getByRole('button', { name: 'Save session' }).click();
const saved = (sidebar: FrameLocator) => sidebar.getByRole('heading', { name: 'Saved' }).waitFor();

it('the next session begins with what was promised: each step is answered, and one is carried on', async () => {
  givenLastTime();
  const page = await desktop.window(coach);
  const sidebar = await newSession(page);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/run')) asked.push(String(request.postDataJSON().args[0]));
  });
  await choose(sidebar, coachee.name);
  await sidebar.getByText('From Thu 5 Nov, 3 weeks ago').waitFor();
  await sidebar.getByText('Talk partners in every maths lesson.').waitFor();
  await sidebar.getByText('by Thu 12 Nov, 2 weeks ago').waitFor();
  await sidebar.getByText(/Dialogue at the planning stage comes first/).waitFor();
  const first = sidebar.getByRole('group', { name: 'Try talk partners in maths' });
  await first.getByRole('button', { name: 'done' }).click();
  await first.getByLabel('What happened? (optional)').fill('The quieter table joined in.');
  const second = sidebar.getByRole('group', { name: 'Watch Cleo Wick teach fractions' });
  await second.getByRole('button', { name: 'not yet' }).click();
  await second.getByRole('button', { name: 'in two weeks' }).click();
  await second.getByText('Carry on by Thu 10 Dec').waitFor();
  await wellMade(page);
  await write(sidebar, 'Strength', 'It sticks.');
  await open(sidebar, 'Target');
  await sidebar.getByText(`Last time: ${session().target}`).waitFor();
  await write(sidebar, 'Target', 'Talk partners in science too.');
  await open(sidebar, 'Pupil outcome');
  await sidebar.getByText(`Last time: ${session().outcome}`).waitFor();
  await write(sidebar, 'Pupil outcome', 'Every pupil explains one idea aloud.');
  await save(sidebar);
  await saved(sidebar);
  expect(asked.filter((path) => path === 'coachees.open')).toHaveLength(1);
  expect(school.rows('Steps')).toMatchObject([
    { Step: 'Try talk partners in maths', Outcome: 'done' },
    { Step: 'Watch Cleo Wick teach fractions', Outcome: 'not yet' },
    { Step: 'Watch Cleo Wick teach fractions', Outcome: '', 'By when': '10/12/2026', Support: 'cover for an hour' },
  ]);
  expect(school.rows('Sessions')[1]?.["How's it been going?"]).toBe(
    'Try talk partners in maths: done. The quieter table joined in.\nWatch Cleo Wick teach fractions: not yet.',
  );
});

it('with a last time and no open step it asks what has happened since, and a first meeting asks nothing', async () => {
  school.save({ id: idOf(1), date: '2026-11-05', followUpDate: '' });
  const page = await desktop.window(coach);
  const sidebar = await newSession(page);
  await choose(sidebar, coachee.name);
  await sidebar.getByLabel('What has happened since?').fill('They talk before they write.');
  await wellMade(page);
  await write(sidebar, 'Strength', 'It sticks.');
  await write(sidebar, 'Target', 'Every pupil says it first.');
  await write(sidebar, 'Pupil outcome', 'Pupils start by themselves.');
  await save(sidebar);
  await saved(sidebar);
  expect(school.rows('Sessions')).toMatchObject([{}, { "How's it been going?": 'They talk before they write.' }]);
  await sidebar.getByRole('button', { name: 'Home' }).click();
  await sidebar.getByRole('button', { name: 'New session' }).click();
  await choose(sidebar, other.name);
  await open(sidebar, 'Strength');
  expect(await sidebar.getByRole('button', { name: /^How's it been going/ }).count()).toBe(0);
});

it('what was said last time may fail to come: it says so, typing goes on, and it can be tried again', async () => {
  givenLastTime();
  const page = await desktop.window(coach);
  const sidebar = await newSession(page);
  await page.route('**/run', (route) =>
    route.request().postData()?.includes('coachees.open') ? route.abort() : route.continue(),
  );
  await choose(sidebar, coachee.name);
  await sidebar.getByText('The sheet did not answer.').waitFor();
  await write(sidebar, 'Strength', 'Typed meanwhile');
  await page.unroute('**/run');
  await open(sidebar, "How's it been going");
  await sidebar.getByRole('button', { name: 'Try again' }).click();
  await sidebar.getByRole('group', { name: 'Try talk partners in maths' }).waitFor();
});

it('a Decision has up to five steps with a day in school, which outlive the window half-typed', async () => {
  const page = await desktop.window(coach);
  let sidebar = await newSession(page);
  await choose(sidebar, coachee.name);
  await write(sidebar, 'Strength', 'It sticks.');
  await write(sidebar, 'Target', 'Every pupil says it first.');
  await write(sidebar, 'Pupil outcome', 'Pupils start by themselves.');
  await write(sidebar, 'Decision', 'Talk first, write second.');
  await sidebar.getByRole('button', { name: 'Add a step' }).click();
  await page.keyboard.type('Plan one lesson with talk partners');
  const step = sidebar.getByRole('group', { name: 'Step 1' });
  await step.getByRole('button', { name: 'next week' }).click();
  await step.getByText('By when? Thu 3 Dec').waitFor();
  await step.getByLabel('Support').fill('a look at the plan');
  await step.getByLabel('Kind').selectOption('try it out together');
  for (let steps = 1; steps < 5; steps++) await sidebar.getByRole('button', { name: 'Add another step' }).click();
  expect(await sidebar.getByRole('button', { name: 'Add another step' }).count()).toBe(0);
  for (let steps = 5; steps > 2; steps--) {
    await sidebar.getByRole('button', { name: `Take out step ${steps}` }).click();
  }
  const later = sidebar.getByRole('group', { name: 'Step 2' });
  await later.getByRole('button', { name: 'pick a date' }).click();
  await later.getByLabel('Date').fill('2026-12-23');
  await later.getByText(/Wed 23 Dec is in Christmas/).waitFor();
  await wellMade(page);
  await sidebar.getByText(/^kept /).waitFor();
  await page.reload();
  sidebar = await openSidebar(page);
  await sidebar.getByRole('button', { name: /^Resume/ }).click();
  await sidebar.getByLabel('Step 1: what?').waitFor();
  expect(await sidebar.getByLabel('Step 1: what?').inputValue()).toBe('Plan one lesson with talk partners');
  await save(sidebar);
  await sidebar.getByText('Say what the step is, or take it out.').first().waitFor();
  await sidebar.getByRole('button', { name: 'Take out step 2' }).click();
  await save(sidebar);
  await saved(sidebar);
  expect(school.rows('Steps')).toMatchObject([
    {
      Step: 'Plan one lesson with talk partners',
      'By when': '03/12/2026',
      Support: 'a look at the plan',
      Kind: 'try it out together',
    },
  ]);
});

it('steps and answers that were half-typed are there on another machine too', async () => {
  givenLastTime();
  const page = await desktop.window(coach);
  const sidebar = await newSession(page);
  await choose(sidebar, coachee.name);
  const first = sidebar.getByRole('group', { name: 'Try talk partners in maths' });
  await first.getByRole('button', { name: 'partly' }).click();
  await first.getByLabel('What happened? (optional)').fill('In one lesson');
  await open(sidebar, 'Decision');
  await sidebar.getByRole('button', { name: 'Add a step' }).click();
  await sidebar.getByLabel('Step 1: what?').fill('Half a thought');
  await sidebar.getByRole('button', { name: '‹ Home' }).click();
  while (school.home().drafts.length === 0) await page.waitForTimeout(100);
  const there = await openSidebar(await desktop.window(coach));
  await there.getByRole('button', { name: /^Resume/ }).click();
  await there.getByLabel('Step 1: what?').waitFor();
  expect(await there.getByLabel('Step 1: what?').inputValue()).toBe('Half a thought');
  await open(there, "How's it been going");
  const again = there.getByRole('group', { name: 'Try talk partners in maths' });
  expect(await again.getByLabel('What happened? (optional)').inputValue()).toBe('In one lesson');
});

describe('a quick note (Martini)', () => {
  async function newNote(page: Page): Promise<FrameLocator> {
    const sidebar = await openSidebar(page);
    await sidebar.getByRole('button', { name: /^Quick note/ }).click();
    return sidebar;
  }

  it('takes three inputs and one button, and grows into a full session with nothing typed twice', async () => {
    const page = await desktop.window(coach);
    const sidebar = await newNote(page);
    expect(await sidebar.getByRole('textbox').count()).toBe(2);
    await choose(sidebar, coachee.name);
    await sidebar.getByLabel('What was it about?').fill('Getting every table to talk.');
    await sidebar.getByLabel('What will you do?').fill('Try talk partners tomorrow.');
    await wellMade(page);
    await sidebar.getByRole('button', { name: 'Save the note' }).click();
    await saved(sidebar);
    expect(school.rows('Sessions')).toMatchObject([
      { Kind: 'Martini', Target: 'Getting every table to talk.', 'Follow-up date': '' },
    ]);
    await wellMade(page);
    await sidebar.getByRole('button', { name: 'Grow it into a full session' }).click();
    await sidebar.getByText(/The note of Thu 26 Nov becomes a full session/).waitFor();
    await write(sidebar, 'Strength', 'They asked for it.');
    await write(sidebar, 'Pupil outcome', 'Pupils start by themselves.');
    await open(sidebar, 'Decision');
    expect(await sidebar.getByRole('textbox', { name: /^Decision:/ }).inputValue()).toBe('Try talk partners tomorrow.');
    await sidebar.getByRole('button', { name: 'Add a step' }).click();
    await sidebar.getByLabel('Step 1: what?').fill('Pair the back table');
    await save(sidebar);
    await sidebar.getByRole('heading', { name: 'Corrected' }).waitFor();
    expect(school.rows('Sessions')).toMatchObject([{ Kind: 'Formal', Strength: 'They asked for it.' }]);
    expect(school.rows('Steps')).toMatchObject([{ Step: 'Pair the back table' }]);
  });

  it('may have a follow-up, which is asked for and not suggested', async () => {
    const page = await desktop.window(coach);
    const sidebar = await newNote(page);
    await choose(sidebar, coachee.name);
    await sidebar.getByLabel('What was it about?').fill('Marking in lessons.');
    await sidebar.getByRole('button', { name: 'Add a follow-up, or another date' }).click();
    await sidebar.getByRole('button', { name: 'in 2 weeks' }).click();
    await wellMade(page);
    await sidebar.getByRole('button', { name: 'Save the note' }).click();
    await sidebar.getByRole('link', { name: 'Open event' }).waitFor();
    expect(school.rows('Sessions')).toMatchObject([{ Kind: 'Martini', 'Follow-up date': '10/12/2026' }]);
  });
});

it('a group is one session with a row and steps of their own for each', async () => {
  const page = await desktop.window(coach);
  const sidebar = await newSession(page);
  await sidebar.getByRole('button', { name: 'a group' }).click();
  await choose(sidebar, coachee.name);
  await choose(sidebar, people.head.name, 'Another coachee');
  await choose(sidebar, other.name, 'Another coachee');
  await sidebar.getByRole('button', { name: `Take ${people.head.name} out of the group` }).click();
  await wellMade(page);
  await write(sidebar, 'Strength', 'They plan together.');
  await write(sidebar, 'Target', 'One way to talk in pairs, so that pupils know it.');
  await write(sidebar, 'Pupil outcome', 'Pupils start by themselves.');
  await write(sidebar, 'Decision', 'Each tries one thing.');
  await sidebar.getByRole('button', { name: 'Add a step' }).click();
  await sidebar.getByLabel('Step 1: what?').fill('Pair the back table');
  await sidebar.getByRole('button', { name: other.name }).click();
  await sidebar.getByRole('button', { name: 'Add a step' }).click();
  await sidebar.getByLabel('Step 1: what?').fill('Pair the front table');
  await wellMade(page);
  await open(sidebar, 'Follow-up');
  await sidebar.getByText(`Invited: you, ${coachee.name}, ${other.name}, ${people.head.name}`).waitFor();
  await save(sidebar);
  await saved(sidebar);
  const rows = school.rows('Sessions');
  expect(rows).toMatchObject([
    { Kind: 'Group', Coachee: coachee.name },
    { Kind: 'Group', Coachee: other.name, Target: rows[0]?.Target },
  ]);
  expect(school.rows('Steps')).toMatchObject([
    { Coachee: coachee.name, Step: 'Pair the back table' },
    { Coachee: other.name, Step: 'Pair the front table' },
  ]);
});

it('a follow-up in a holiday is asked about with a better day, and can be kept', async () => {
  const page = await desktop.window(coach);
  const sidebar = await newSession(page);
  await choose(sidebar, coachee.name);
  await open(sidebar, 'Follow-up');
  await sidebar.getByLabel('Date').fill('2026-12-23');
  await sidebar.getByText(/Wed 23 Dec is in Christmas\. Meet then all the same\?/).waitFor();
  await wellMade(page);
  await sidebar.getByRole('button', { name: 'Mon 4 Jan 2027 instead' }).click();
  expect(await sidebar.getByLabel('Date').inputValue()).toBe('2027-01-04');
});

it('words that do not belong here are pointed out beside the button, which stays as it is', async () => {
  school.set('Designated safeguarding lead', 'Mr Lane');
  const page = await desktop.window(coach);
  const sidebar = await newSession(page);
  await choose(sidebar, coachee.name);
  await write(sidebar, 'Strength', 'A boy called Kieran speaks now.');
  await sidebar.getByText(/“boy called Kieran”: is that a pupil's name\?/).waitFor();
  await write(sidebar, 'Target', 'He has bruises.');
  await sidebar.getByText(/“bruises”: is this a worry about a child\?.*Tell Mr Lane/).waitFor();
  await write(sidebar, 'Pupil outcome', 'Pupils start by themselves.');
  await wellMade(page);
  expect(await sidebar.getByRole('button', { name: 'Save session' }).isEnabled()).toBe(true);
  await write(sidebar, 'Strength', 'A group of Year 4 speaks now.');
  await sidebar.getByText(/is that a pupil's name/).waitFor({ state: 'detached' });
});

it('after an answer that was lost and words that were changed, steps and what became of others are there once', async () => {
  givenLastTime();
  const page = await desktop.window(coach);
  const sidebar = await newSession(page);
  await choose(sidebar, coachee.name);
  await sidebar.getByRole('button', { name: 'done: Try talk partners in maths' }).click();
  await write(sidebar, 'Strength', 'First words');
  await write(sidebar, 'Target', 'Every pupil says it first.');
  await write(sidebar, 'Pupil outcome', 'Pupils start by themselves.');
  await open(sidebar, 'Decision');
  await sidebar.getByRole('button', { name: 'Add a step' }).click();
  await sidebar.getByLabel('Step 1: what?').fill('Pair the back table');
  await page.route('**/run', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await save(sidebar);
  await sidebar
    .getByText(/Trying again is safe/)
    .first()
    .waitFor();
  await page.unroute('**/run');
  await write(sidebar, 'Strength', 'Better words');
  await save(sidebar);
  await sidebar.getByRole('heading', { name: 'Two versions' }).waitFor();
  expect(await sidebar.getByRole('button', { name: /^Keep mine/ }).allTextContents()).toHaveLength(1);
  await sidebar.getByRole('button', { name: 'Save', exact: true }).click();
  await sidebar.getByText('Changed: Strength.').waitFor();
  expect(school.rows('Steps')).toMatchObject([{ Outcome: 'done' }, {}, { Step: 'Pair the back table' }]);
  expect(school.rows('Steps')).toHaveLength(3);
  expect(school.rows('Sessions')[1]?.["How's it been going?"]).toBe('Try talk partners in maths: done.');
});

it('a suggested follow-up goes round what the coach has already, and a clash is asked about', async () => {
  school.save({ id: idOf(1), coachee: other.email, date: '2026-11-05', followUpDate: '2026-12-10' });
  school.deliver(idOf(1));
  const page = await desktop.window(coach);
  const known = page.waitForResponse((response) => (response.request().postData() ?? '').includes('since.read'));
  const sidebar = await openSidebar(page);
  await known;
  await sidebar.getByRole('button', { name: 'New session' }).click();
  await choose(sidebar, coachee.name);
  await open(sidebar, 'Follow-up');
  await sidebar.getByRole('button', { name: 'in 2 weeks' }).click();
  expect(await sidebar.getByLabel('Date').inputValue()).toBe('2026-12-11');
  await sidebar.getByLabel('Date').fill('2026-12-10');
  await sidebar.getByText('Your calendar has something else then, 15:45 to 16:15. Meet then all the same?').waitFor();
  await sidebar.getByRole('button', { name: 'Fri 11 Dec instead' }).waitFor();
});

it('what was promised can be answered, and steps decided, by keyboard alone', async () => {
  givenLastTime();
  const page = await desktop.window(coach);
  const sidebar = await newSession(page);
  const { keyboard } = page;
  const press = async (...keys: string[]) => {
    for (const key of keys) await keyboard.press(key);
  };
  await sidebar.getByRole('combobox', { name: 'Coachee' }).waitFor();
  await keyboard.type('bram');
  await press('Enter');
  const first = sidebar.getByRole('group', { name: 'Try talk partners in maths' });
  await first.waitFor();
  await press('Tab', 'Tab', 'Space');
  expect(await first.getByRole('button', { name: 'partly' }).getAttribute('aria-pressed')).toBe('true');
  await press('Tab', 'Tab', 'Tab');
  await keyboard.type('In one lesson');
  expect(await first.getByLabel('What happened? (optional)').inputValue()).toBe('In one lesson');
  await press('Tab', 'Enter');
  await first.getByText('Carry on by Thu 3 Dec').waitFor();
  await sidebar.getByRole('button', { name: /^Decision/, expanded: false }).focus();
  await press('Enter');
  await keyboard.type('Talk first.');
  await press('Tab', 'Enter');
  await keyboard.type('Pair the back table');
  await press('Tab', 'Tab', 'Enter');
  await sidebar.getByRole('group', { name: 'Step 1' }).getByText('By when? Thu 10 Dec').waitFor();
  await sidebar.getByRole('button', { name: 'Take out step 1' }).focus();
  await press('Enter', 'Enter');
  await keyboard.type('Another one');
  expect(await sidebar.getByLabel('Step 1: what?').inputValue()).toBe('Another one');
});
