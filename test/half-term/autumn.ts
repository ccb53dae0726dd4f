import type { Day } from '../../src/domain/days.ts';
import { plans } from '../../src/domain/plans.ts';
import { sessions } from '../../src/domain/sessions.ts';
import { steps } from '../../src/domain/steps.ts';
import type { Colleague } from './colleague.ts';

/** The three whose half-term it is. */
export interface Three {
  readonly coach: Colleague;
  readonly coachee: Colleague;
  readonly head: Colleague;
}

const target = 'Every pupil explains a step aloud, because those who say it can write it.';
const strength = 'Nobody laughs at a wrong answer.';
const [tryIt, watchIt] = ['Try talk partners in maths', 'Watch Cleo Wick teach fractions'];

const all = ({ coach, coachee, head }: Three): Colleague[] => [coach, coachee, head];

/** The coach writes a plan and turns the first key; the coachee turns the second by saying Yes in the calendar. */
export async function agreeOnAPlan(three: Three): Promise<void> {
  const { coach, coachee, head } = three;
  const today = '2026-11-03';
  await coach.setTime(today, '15:40');
  await coach.home();
  await coach.reads('No follow-ups due.');
  await coach.press('Plans');
  await coach.reads('No plans yet.');
  await coach.press('New plan');
  await coach.choose(coachee.name);
  for (const [label, words] of [
    ['Purpose', 'Build on the calm of the room.'],
    ['Target and why', target],
    ['Process', 'Watch, try, talk, every three weeks.'],
    ['End goals', 'Nobody waits to be asked.'],
    ['Pupil outcome', 'The quiet third speaks first.'],
  ] as const) {
    await coach.sidebar.getByRole('textbox', { name: label, exact: true }).fill(words);
  }
  await coach.press("pupils' need");
  await coach.press('Save the plan');
  await coach.reads('Draft, dialogue needed: you and Bram Tansy still to agree.');
  await coach.sidebar.getByRole('link', { name: 'Open event' }).waitFor();
  await coach.press('I agree to this plan');
  await coach.reads('Draft, dialogue needed: Bram Tansy still to agree.');
  for (const who of all(three)) await who.sees(plans, 2, 'Agreement', 'draft, dialogue needed');

  const reviewed = await coachee.day('2026-12-15', today);
  await reviewed.getByText(target).waitFor();
  await (await head.calendar()).getByText('Nothing from today on.').waitFor();
  await reviewed.getByRole('button', { name: 'Yes' }).click();
  await reviewed.getByRole('button', { name: 'Yes', pressed: true }).waitFor();
  await (await coach.day('2026-12-15', today)).getByText('coming').waitFor();
  await coach.home();
  await coach.reads('Bram Tansy has agreed to your plan.');
  for (const who of all(three)) await who.sees(plans, 2, 'Agreement', 'agreed');
  await coachee.home();
  await coachee.press('Plans');
  await coachee.reads('Agreed by both of you.');
}

/** They meet; two steps are promised and a day is set, which stands in three calendars. */
export async function meetAndPromise(three: Three): Promise<void> {
  const { coach, coachee, head } = three;
  const today = '2026-11-05';
  await coach.setTime(today, '15:40');
  await coach.home();
  await coach.press('New session');
  await coach.choose(coachee.name);
  await coach.write('Strength', strength);
  await coach.write('Target', target);
  await coach.write('Decision', 'Talk first, write second.');
  await promise(coach, 1, tryIt, 'next week');
  await promise(coach, 2, watchIt, 'in two weeks');
  await coach.write('Pupil outcome', 'The quiet third speaks first.');
  await coach.press(/^Follow-up/);
  await coach.press('in 2 weeks');
  await coach.reads('Invited: you, Bram Tansy, Rowan Reed (assistant head, Year 4)');
  await coach.press('Save session');
  await coach.reads('Row 2 of Sessions');
  await coach.sidebar.getByRole('link', { name: 'Open event' }).waitFor();

  for (const who of all(three)) {
    await who.sees(sessions, 2, 'Strength', strength);
    await who.sees(steps, 2, 'Step', tryIt);
    await who.sees(steps, 3, 'By when', '19/11/2026');
    const event = await who.day('2026-11-19', today);
    await event.getByRole('heading', { name: 'Coaching follow-up' }).waitFor();
    await event.getByText('Bram Tansy').waitFor();
    expect(await event.getByText(strength).count()).toBe(0);
  }
  await coach.home();
  await coach.reads('2 steps open · today');
  await coachee.home();
  await coachee.reads('What I promised');
  await coachee.reads('by Thu 12 Nov · with Ada Quill');
  await coachee.reads('Next meeting with Ada Quill');
  await head.home();
  await head.reads('the team you lead');
  await head.reads('Bram Tansy with Ada Quill');
  for (const words of [strength, tryIt]) expect(await head.count(words)).toBe(0);
}

/** The coachee declines with a note; the coach suggests another day, and later moves it once more in the calendar. */
export async function declineAndMove(three: Three): Promise<void> {
  const { coach, coachee, head } = three;
  const today = '2026-11-09';
  await coach.setTime(today, '12:30');
  const declined = await coachee.day('2026-11-19', today);
  await declined.getByLabel('A note with your answer').fill('On the trip that day');
  await declined.getByRole('button', { name: 'No', exact: true }).click();
  for (const who of [coach, head]) {
    const event = await who.day('2026-11-19', today);
    await event.getByText('not coming').waitFor();
    await event.getByText('On the trip that day').waitFor();
  }
  await coach.home();
  await coach.reads('invitation declined: “On the trip that day”');
  for (const who of all(three)) await who.sees(sessions, 2, 'Follow-up status', 'Declined');

  await coach.press('Suggest another time to Bram Tansy');
  await coach.sidebar.getByLabel('Date').fill('2026-11-24');
  await coach.press('Save the correction');
  await coach.reads('Changed: Follow-up date.');
  await coach.sidebar.getByRole('link', { name: 'Open event' }).waitFor();
  await allHaveIt(three, '2026-11-24', today);
  for (const who of all(three)) {
    await who.sees(sessions, 2, 'Follow-up date', '24/11/2026');
    await who.sees(sessions, 2, 'Follow-up status', 'Invited');
  }

  await coach.setTime('2026-11-20', '08:20');
  await coach.move(await coach.day('2026-11-24', '2026-11-20'), '2026-11-25', '16:00');
  await allHaveIt(three, '2026-11-25', '2026-11-20');
  await coach.home();
  await coach.reads('The follow-up with Bram Tansy was moved to Wed 25 Nov, 16:00, and row 2 says so.');
  for (const who of all(three)) {
    await who.sees(sessions, 2, 'Follow-up date', '25/11/2026');
    await who.sees(sessions, 2, 'Follow-up time', '16:00');
  }
  const again = await coachee.day('2026-11-25', '2026-11-20');
  await again.getByRole('button', { name: 'Yes' }).click();
  await again.getByRole('button', { name: 'Yes', pressed: true }).waitFor();
  await coach.home();
  await coach.reads('invitation accepted');
  expect(await coach.count(/was moved to/)).toBe(0);
  await coachee.home();
  await coachee.reads('Wed 25 Nov');
  await head.home();
  await head.reads('Wed 25 Nov');
}

async function allHaveIt(three: Three, day: Day, today: Day): Promise<void> {
  for (const who of all(three)) {
    await (await who.day(day, today)).getByRole('heading', { name: 'Coaching follow-up' }).waitFor();
    expect(await (await who.calendar()).getByRole('heading', { name: 'Coaching follow-up' }).count()).toBe(1);
  }
}

async function promise(coach: Colleague, number: number, what: string, when: string): Promise<void> {
  await coach.press(number === 1 ? 'Add a step' : 'Add another step');
  await coach.sidebar.getByLabel(`Step ${number}: what?`).fill(what);
  await coach.sidebar
    .getByRole('group', { name: `Step ${number}` })
    .getByRole('button', { name: when })
    .click();
}
