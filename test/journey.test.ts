import { Person } from '../local/person.ts';
import { cast, members } from '../local/school/index.ts';
import type { World } from '../local/world.ts';
import { places } from '../src/workbook/impact/impact.ts';
import { pivots } from '../src/workbook/impact/pivots.ts';
import { columnLetter } from '../src/workbook/lookup.ts';
import { Desktop, openSidebar, waitForCell } from './chromium.ts';
import { madeUpWorld } from './made-up.ts';

// o-spreadsheet tells the console how long each step took.
console.debug = () => undefined;

const name = (email: string): string => members.find((member) => member.email === email)?.name ?? '';

// Several windows of a whole school, on a machine that may be busy.
jest.setTimeout(120_000);

let world: World;
let desktop: Desktop;

beforeAll(async () => {
  world = madeUpWorld();
  desktop = await Desktop.open(world);
}, 300_000);

afterAll(() => desktop.close());

/** Where a pivot table has what it counts of somebody and something. */
function pivotCell(title: string, row: string, head: string): string {
  const from = (pivots.find((plan) => plan.title === title)?.column ?? 1) - 1;
  const cells = new Person(world).seesAll('Pivots').map((line) => line.slice(from));
  const heads = cells.find((line) => line.includes(head)) ?? [];
  const at = cells.findIndex(([label]) => label === row);
  return `${columnLetter(from + heads.indexOf(head) + 1)}${at + 1}`;
}

it('a coach saves a session: the row, three calendars, Impact and the pivot table follow without reloading', async () => {
  const rows = 152;
  const grid = await desktop.window(cast.director, `&tab=Sessions&range=E${rows}`);
  const counted = `B${places().get('sessionsNow')}`;
  const figure = await desktop.window(cast.director, `&tab=Impact&range=${counted}`);
  const ofCoach = pivotCell('Sessions: coach by half-term', name(cast.coach), '2026/27 Autumn 2');
  const pivot = await desktop.window(cast.director, `&tab=Pivots&range=${ofCoach}`);
  await waitForCell(figure, `Impact!${counted}: 26`);
  await waitForCell(pivot, `Pivots!${ofCoach}: 3`);

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
  await waitForCell(figure, `Impact!${counted}: 27`);
  await waitForCell(pivot, `Pivots!${ofCoach}: 4`);

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
