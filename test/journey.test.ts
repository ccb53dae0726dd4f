import { cast, members } from '../local/school/index.ts';
import { madeUpSchool } from '../local/school.ts';
import { World } from '../local/world.ts';
import { Desktop, openSidebar, waitForCell } from './chromium.ts';

// o-spreadsheet tells the console how long each step took.
console.debug = () => undefined;

const name = (email: string): string => members.find((member) => member.email === email)?.name ?? '';

// Several windows of a whole school, on a machine that may be busy.
jest.setTimeout(120_000);

let desktop: Desktop;

beforeAll(async () => {
  const world = new World();
  madeUpSchool(world);
  desktop = await Desktop.open(world);
}, 300_000);

afterAll(() => desktop.close());

it('a coach saves a session: the row, three calendars, Impact and the pivot table follow without reloading', async () => {
  const rows = 152;
  const grid = await desktop.window(cast.director, `&tab=Sessions&range=E${rows}`);
  const figure = await desktop.window(cast.director, '&tab=Impact&range=B7');
  const pivot = await desktop.window(cast.director, '&tab=Impact&range=J29');
  await waitForCell(figure, 'Impact!B7: 26');
  await waitForCell(pivot, 'Impact!J29: 3');

  const coach = await desktop.window(cast.coach, '&tab=Sessions');
  const sidebar = await openSidebar(coach);
  await sidebar.getByText(`Signed in as ${cast.coach}`).waitFor();
  await sidebar.getByRole('button', { name: 'New session' }).click();
  await sidebar.getByRole('combobox', { name: 'Coachee' }).fill('wilf');
  await sidebar.getByRole('option', { name: /Wilf Teasel/ }).click();
  // The two have met before, so the form begins with how it has been going.
  await sidebar.getByText(/^From /).waitFor();
  await sidebar.getByRole('button', { name: /^Who and when/ }).click();
  await sidebar.getByLabel('Theme (optional)').selectOption('Maths');
  for (const [part, words] of [
    ['Strength', 'The routines at the start of maths are quick and kind.'],
    ['Target', 'Every pupil explains one step aloud before writing it down.'],
  ] as const) {
    await sidebar.getByRole('button', { name: new RegExp(`^${part}`) }).click();
    await sidebar.getByRole('textbox', { name: new RegExp(`^${part}`) }).fill(words);
  }
  await sidebar.getByText('A pupil outcome, then it can be saved.').waitFor();
  await sidebar.getByRole('button', { name: /^Pupil outcome/ }).click();
  await sidebar
    .getByRole('textbox', { name: 'What will be different for pupils?' })
    .fill('The quiet third of the class has said it first.');
  await sidebar.getByRole('button', { name: /^Follow-up/ }).click();
  await sidebar.getByText(`Invited: you, Wilf Teasel, ${name(cast.assistantHead)} (assistant head, Year 4)`).waitFor();
  const due = await sidebar.getByLabel('Date').inputValue();
  await sidebar.getByRole('button', { name: 'Save session' }).click();
  await sidebar.getByText(`Row ${rows} of Sessions`).waitFor();
  await sidebar.getByText('Coaching follow-up').waitFor();
  await sidebar.getByRole('link', { name: 'Open event' }).waitFor();

  await sidebar.getByRole('link', { name: 'Show it' }).click();
  await waitForCell(coach, `Sessions!A${rows}: 26/11/2026`);
  await waitForCell(grid, `Sessions!E${rows}: Wilf Teasel`);
  await waitForCell(figure, 'Impact!B7: 27');
  await waitForCell(pivot, 'Impact!J29: 4');

  const wilf = members.find((member) => member.name === 'Wilf Teasel');
  for (const who of [cast.coach, wilf?.email ?? '', cast.assistantHead]) {
    const calendar = await desktop.window(who, '&view=calendar');
    const day = calendar.getByRole('region', { name: new RegExp(` ${Number(due.slice(8))} Dec`) });
    await day.getByText('Wilf Teasel').first().waitFor();
  }
});

it('what the director types in the grid is what the next sidebar knows', async () => {
  const director = await desktop.window(cast.director, '&tab=Staff&range=B15');
  await waitForCell(director, 'Staff!B15: Wilf Teasel');
  await director.keyboard.type('Wilf Teasel-Rowe');
  await director.keyboard.press('Enter');
  const coach = await desktop.window(cast.coach);
  const sidebar = await openSidebar(coach);
  await sidebar.getByRole('button', { name: 'New session' }).click();
  await sidebar.getByRole('combobox', { name: 'Coachee' }).fill('rowe');
  await sidebar.getByRole('option', { name: /Wilf Teasel-Rowe/ }).waitFor();
});
