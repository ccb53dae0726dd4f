import { plans } from '../../src/domain/plans.ts';
import { sessions } from '../../src/domain/sessions.ts';
import { steps } from '../../src/domain/steps.ts';
import type { Three } from './autumn.ts';
import type { Colleague } from './colleague.ts';

const all = ({ coach, coachee, head }: Three): Colleague[] => [coach, coachee, head];

/** The first question of the next meeting: each promise is answered, and one is carried on. */
export async function askHowItHasBeenGoing(three: Three): Promise<void> {
  const { coach, coachee, head } = three;
  await coach.setTime('2026-11-25', '16:00');
  await coach.home();
  await coach.reads('due today');
  await coach.reads('2 steps open, all of them late');
  await coach.press('Meet now: Bram Tansy');
  await coach.reads('From Thu 5 Nov, 2 weeks ago');
  const done = coach.sidebar.getByRole('group', { name: 'Try talk partners in maths' });
  await done.getByRole('button', { name: 'done' }).click();
  await done.getByLabel('What happened? (optional)').fill('The back table began.');
  const open = coach.sidebar.getByRole('group', { name: 'Watch Cleo Wick teach fractions' });
  await open.getByRole('button', { name: 'not yet' }).click();
  await open.getByRole('button', { name: 'in two weeks' }).click();
  await open.getByText('Carry on by Wed 9 Dec').waitFor();
  await coach.write('Strength', 'They turn to each other without being told.');
  await coach.write('Target', 'The same in science.');
  await coach.reads('Last time:');
  await coach.write('Pupil outcome', 'Every pupil explains one idea aloud.');
  await coach.press(/^Follow-up/);
  await coach.press('no follow-up');
  await coach.press('Save session');
  await coach.reads('Row 3 of Sessions');

  const went = 'Try talk partners in maths: done. The back table began.';
  for (const who of all(three)) {
    await who.sees(sessions, 3, "How's it been going?", went);
    await who.sees(steps, 2, 'Outcome', 'done');
    await who.sees(steps, 3, 'Outcome', 'not yet');
    await who.sees(steps, 4, 'Step', 'Watch Cleo Wick teach fractions');
    await who.sees(steps, 4, 'By when', '09/12/2026');
  }
  await coach.home();
  await coach.reads('1 step open · today');
  await coachee.home();
  await coachee.reads('by Wed 9 Dec · with Ada Quill');
  expect(await coachee.count('Try talk partners in maths')).toBe(0);
  expect(await coachee.count('Next meeting with Ada Quill')).toBe(0);
  await head.home();
  await head.reads('Not coached yet this half-term');
  expect(await head.count(/Bram Tansy/)).toBe(0);
}

/** A word in passing: three inputs and one button, counted apart, and nobody is invited to anything. */
export async function noteATalk(three: Three): Promise<void> {
  const { coach, coachee, head } = three;
  await coach.setTime('2026-12-01', '10:45');
  await coach.home();
  await coach.press('Quick note (Martini)');
  await coach.choose(coachee.name);
  await coach.sidebar.getByLabel('What was it about?').fill('Who speaks first in science.');
  await coach.sidebar.getByLabel('What will you do?').fill('Ask the back table first.');
  await coach.press('Save the note');
  await coach.reads('Note of a talk with Bram Tansy');
  await coach.reads('No follow-up was asked for, so nobody is invited.');
  for (const who of all(three)) {
    await who.sees(sessions, 4, 'Kind', 'Martini');
    await who.sees(sessions, 4, 'Decision', 'Ask the back table first.');
    expect(await (await who.calendar()).getByRole('heading', { name: 'Coaching follow-up' }).count()).toBe(0);
  }
  await coach.home();
  await coach.reads('3 sessions');
  await coachee.home();
  await coachee.reads('by Wed 9 Dec · with Ada Quill');
  await head.home();
  await head.reads('None.');
}

/** On the day of its review the target is resolved, and before Christmas it is celebrated. */
export async function resolveAndCelebrate(three: Three): Promise<void> {
  const { coach, coachee } = three;
  await coach.setTime('2026-12-15', '16:15');
  await openThePlan(coach, 'Bram Tansy');
  await becomes(coach, 'resolved');
  for (const who of all(three)) {
    await who.sees(plans, 2, 'Target', 'resolved');
    await who.sees(plans, 2, 'Resolved on', '15/12/2026');
  }
  await coach.setTime('2026-12-18', '13:30');
  await openThePlan(coach, 'Bram Tansy');
  await becomes(coach, 'celebrated');
  for (const who of all(three)) await who.sees(plans, 2, 'Target', 'celebrated');
  await openThePlan(coachee, 'Ada Quill');
  await coachee.sidebar.getByRole('button', { name: 'celebrated', pressed: true }).waitFor();
}

/** Six weeks after it was resolved, and not a week earlier, Home asks the coach to ask if it has lasted. */
export async function askIfItLasts(three: Three): Promise<void> {
  const { coach, coachee, head } = three;
  const asks = 'Ask Bram if they are still doing it.';
  await coach.setTime('2027-01-19', '15:40');
  await coach.home();
  await coach.reads('1 step open, late');
  expect(await coach.count(asks)).toBe(0);
  await coach.page.getByRole('button', { name: '1 week later' }).click();
  await coach.page.getByText('Tue 26 Jan 2027, 15:40').waitFor();
  await coach.home();
  await coach.reads(asks);
  await coach.press('Open the plan with Bram Tansy');
  await coach.press('yes');
  await coach.reads('Still doing it: yes.');
  for (const who of all(three)) await who.sees(plans, 2, 'Still doing it?', 'yes');
  await coach.home();
  await coach.reads('1 step open, late');
  expect(await coach.count(asks)).toBe(0);
  await openThePlan(coachee, 'Ada Quill');
  await coachee.reads('Still doing it: yes.');
  await head.home();
  await head.reads('Not coached yet this half-term');
  await head.reads(/Bram Tansy/);
}

async function openThePlan(who: Colleague, withWhom: string): Promise<void> {
  await who.home();
  await who.press('Plans');
  await who.press(new RegExp(`^Open the plan with ${withWhom}`));
  await who.reads('What has become of the target');
}

async function becomes(coach: Colleague, state: string): Promise<void> {
  await coach.press(state);
  await coach.sidebar.getByRole('button', { name: state, pressed: true }).waitFor();
}
