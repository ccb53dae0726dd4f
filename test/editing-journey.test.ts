import { Person } from '../local/person.ts';
import { cast, members } from '../local/school/index.ts';
import type { World } from '../local/world.ts';
import { emptySession } from '../src/domain/drafts.ts';
import { chooseFromMenu, Desktop, openSidebar, waitForCell } from './chromium.ts';
import { madeUpWorld } from './made-up.ts';

// o-spreadsheet tells the console how long each step took.
console.debug = () => undefined;

const wilf = members.find((member) => member.name === 'Wilf Teasel')?.email ?? '';
const nameOf = (email: string): string => members.find((member) => member.email === email)?.name ?? '';
const row = 152;

const first = {
  ...emptySession('0f8fad5b-d9cb-469f-a165-70867728950e', '2026-11-26'),
  coachee: wilf,
  strength: 'The routines are quick.',
  target: 'Every pupil explains one step aloud.',
  outcome: 'The quiet third of the class has said it first.',
  followUpDate: '2026-12-10',
  followUpTime: '15:45',
  followUpMinutes: 30,
};

// Several windows of a whole school, on a machine that may be busy.
jest.setTimeout(120_000);

let world: World;
let desktop: Desktop;

beforeAll(async () => {
  world = madeUpWorld();
  for (const [path, input] of [
    ['sessions.save', first],
    ['followUps.deliver', first.id],
  ] as const)
    world.run('rpc', [path, JSON.stringify(input)], { user: cast.coach, kind: 'client' });
  desktop = await Desktop.open(world);
}, 300_000);

afterAll(() => desktop.close());

it('coach and director correct one session at once: both are shown, nothing typed is lost, sheet and calendars follow', async () => {
  const grid = await desktop.window(cast.director, `&tab=Sessions&range=I${row}`);
  await waitForCell(grid, `Sessions!I${row}: The routines are quick.`);

  const coach = await openSidebar(await desktop.window(cast.coach));
  await coach.getByRole('button', { name: /^Wilf Teasel/ }).click();
  await coach.getByRole('button', { name: 'Correct Thu 26 Nov' }).click();
  await coach.getByRole('textbox', { name: /^Strength:/ }).fill('The routines are quick and kind.');
  await coach.getByRole('button', { name: /^Follow-up/ }).click();
  await coach.getByLabel('Date').fill('2026-12-11');

  const director = await openSidebar(grid);
  await director.getByRole('combobox', { name: 'Coachee' }).fill('wilf');
  await director.getByRole('option', { name: /Wilf Teasel/ }).click();
  await director.getByRole('button', { name: 'Correct Thu 26 Nov' }).click();
  await director.getByRole('textbox', { name: /^Strength:/ }).fill('The routines at the start are quick.');
  await director.getByRole('button', { name: 'Save the correction' }).click();
  await director.getByText('Changed: Strength.').waitFor();
  await waitForCell(grid, `Sessions!I${row}: The routines at the start are quick.`);

  await coach.getByRole('button', { name: 'Save the correction' }).click();
  await coach.getByRole('heading', { name: 'Two versions' }).waitFor();
  await coach
    .getByText(new RegExp(`^${nameOf(cast.director)}, `))
    .first()
    .waitFor();
  await coach.getByText('The routines at the start are quick.').waitFor();
  await coach.getByText('The routines are quick and kind.').waitFor();
  await coach.getByText('Fri 11 Dec, 15:45, 30 minutes').waitFor();
  await coach.getByRole('button', { name: 'Save', exact: true }).click();
  await coach.getByText('Changed: Strength, Follow-up date.').waitFor();
  await coach.getByRole('link', { name: 'Open event' }).waitFor();
  await waitForCell(grid, `Sessions!I${row}: The routines are quick and kind.`);

  for (const who of [cast.coach, wilf, cast.assistantHead]) {
    const calendar = await desktop.window(who, '&view=calendar');
    await calendar
      .getByRole('region', { name: / 11 Dec/ })
      .getByText('Wilf Teasel')
      .first()
      .waitFor();
  }
});

it('when the director moves a follow-up, its coach is the one who sends it', async () => {
  const page = await desktop.window(cast.director, '&tab=Sessions');
  const director = await openSidebar(page);
  await director.getByRole('combobox', { name: 'Coachee' }).fill('wilf');
  await director.getByRole('option', { name: /Wilf Teasel/ }).click();
  await director.getByRole('button', { name: 'Correct Thu 26 Nov' }).click();
  await director.getByRole('button', { name: /^Follow-up/ }).click();
  await director.getByLabel('Date').fill('2026-12-14');
  await director.getByRole('button', { name: 'Save the correction' }).click();
  await director.getByText(`The invitation waits for ${nameOf(cast.coach)}, in whose calendar it stands.`).waitFor();
  const coach = await openSidebar(await desktop.window(cast.coach));
  await coach.getByRole('button', { name: 'Send it now' }).click();
  await coach
    .getByText(/14 Dec|1 invitation/)
    .first()
    .waitFor();
  const calendar = await desktop.window(wilf, '&view=calendar');
  await calendar
    .getByRole('region', { name: / 14 Dec/ })
    .getByText('Wilf Teasel')
    .first()
    .waitFor();
});

it('the check finds a row that was pasted twice, and leads to it', async () => {
  const person = new Person(world);
  person.paste('Sessions', `A${row + 1}`, [person.seesAll('Sessions')[row - 1] ?? []]);
  const page = await desktop.window(cast.director, '&tab=Impact');
  await chooseFromMenu(page, 'Check rows and invitations');
  const sidebar = page.getByRole('complementary', { name: 'STRIDE Coaching' }).frameLocator('iframe');
  const found = sidebar.locator('.card', { hasText: `Rows ${row} and ${row + 1} have the same session id` });
  await found.getByRole('link', { name: 'Show it' }).click();
  await waitForCell(page, `Sessions!A${row + 1}: 26/11/2026`);
});
