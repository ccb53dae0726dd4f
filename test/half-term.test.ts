import { Desktop } from './chromium.ts';
import { givenSchool, people } from './given.ts';
import { agreeOnAPlan, declineAndMove, meetAndPromise } from './half-term/autumn.ts';
import { Colleague } from './half-term/colleague.ts';
import { askHowItHasBeenGoing, askIfItLasts, noteATalk, resolveAndCelebrate } from './half-term/onwards.ts';

// Three windows and some twelve weeks, on a machine that may be busy.
jest.setTimeout(600_000);

let desktop: Desktop;

beforeAll(async () => {
  desktop = await Desktop.open(givenSchool().world);
});

afterAll(() => desktop.close());

it('a coach, a coachee and an assistant head live a half-term, from a plan with two keys to asking weeks later if it lasts', async () => {
  const three = {
    coach: await Colleague.arrive(desktop, people.coach),
    coachee: await Colleague.arrive(desktop, people.coachee),
    head: await Colleague.arrive(desktop, people.head),
  };
  await agreeOnAPlan(three);
  await meetAndPromise(three);
  await declineAndMove(three);
  await askHowItHasBeenGoing(three);
  await noteATalk(three);
  await resolveAndCelebrate(three);
  await askIfItLasts(three);
});
