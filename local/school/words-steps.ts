import type { StepDraft } from '../../src/domain/steps.ts';
import type { ThreadKey } from './threads.ts';

/** A step as a coach types it, but for its day; its words may hold choices and slots as those of a thread do. */
export type StepWords = Omit<StepDraft, 'due'>;

const does = (what: string, support = ''): StepWords => ({ what, support, kind: 'do' });
const watches = (what: string, support = 'cover for half an hour'): StepWords => ({
  what,
  support,
  kind: 'watch someone',
});
const together = (what: string, support = ''): StepWords => ({ what, support, kind: 'try it out together' });

/** What people promise to do when they talk of each thing. */
export const stepWords: Readonly<Record<ThreadKey, readonly StepWords[]>> = {
  assisting: [
    does('Count to ten before helping, in maths'),
    does('Teach three key words to the group before the lesson', 'the plan the day before'),
    watches('Watch a colleague step back in a guided group'),
    together('Swap for one lesson: the teacher takes the group'),
  ],
  curriculum: [
    does('Write three “must knows” for the next unit'),
    does('Talk to six pupils about last year’s unit, books closed'),
    together('Change one task into a source and a question', 'an hour with the year group'),
    does('Put the timeline up and add the first three dates'),
  ],
  families: [
    does('Ring two families with good news before Friday'),
    does('Say at the gate what the class has learnt, in one sentence'),
    together('Write the letter about reading in plain words'),
    watches('Listen in on a meeting with a family', 'their agreement, asked beforehand'),
  ],
  feedback: [
    does('Mark two books in the lesson, beside the pupil'),
    does('Give ten minutes on Monday to acting on feedback'),
    watches('Watch whole-class feedback in Year 6'),
    together('Look at six books for what changed after feedback'),
  ],
  fluency: [
    does('Read the same page aloud three days running'),
    does('Time four readers at the start and after three weeks'),
    watches('Watch echo reading in Year 3'),
    together('Choose three texts for the next fortnight', 'the reading lead'),
  ],
  leading: [
    does('Write down the one thing the team will do the same way'),
    does('Ask each of the team one question and only listen'),
    together('Plan the next staff meeting backwards from its end'),
    watches('Watch how another leader opens a team meeting', 'the diary, looked at together'),
  ],
  maths: [
    does('Begin with the reasoning question, for a week'),
    does('Draw the bar model before any sum'),
    watches('Watch fractions taught in Year 6'),
    together('Plan the next unit with the maths lead', 'Thursday after school'),
  ],
  modelled: [
    does('Write one paragraph before the class, thinking aloud'),
    does('Keep the first draft on the wall and change it twice'),
    watches('Watch modelled writing next door', 'cover for twenty minutes'),
    together('Write the model text for the next unit'),
  ],
  play: [
    does('Train two play leaders with a bib and a game each'),
    does('Put the three questions on every lanyard'),
    together('Be out on Wednesday, to play and not to patrol'),
    watches('Watch how Year 6 ends its lunchtime'),
  ],
  retrieval: [
    does('Ask four questions at the start, one from last term'),
    does('Go back over the question most got wrong, the same day'),
    watches('Watch a starter in Year 5'),
    together('Choose the twelve facts that the unit stands on'),
  ],
  scaffolds: [
    does('Take one scaffold away for two pupils'),
    does('Ask the pupils what helps and what gets in the way'),
    together('Make worked examples with a step missing', 'an hour on Tuesday'),
    watches('Watch a lesson in which everyone has the same question'),
  ],
  site: [
    does('Walk the site with the list on Monday, before eight'),
    does('Put the three most frequent jobs on one page'),
    together('Try the new log for two weeks', 'a tablet'),
    does('Ask two teachers what would save them time'),
  ],
  starts: [
    does('Stand at the door and say every name'),
    does('Have the first task on the board before the bell'),
    watches('Watch the first ten minutes in Year 5', 'cover for ten minutes'),
    together('Time the first ten minutes on three mornings'),
  ],
  steering: [
    does('Take one item off the agenda and give it twenty minutes'),
    does('Ask for the evidence before the opinion, once a meeting'),
    together('Read the plan with the question: what will pupils notice?'),
    does('Say no to one thing and say why'),
  ],
  talk: [
    does('Change partners and teach the sentence stems again'),
    does('Plan two questions a lesson, word for word'),
    watches('Watch talk partners next door'),
    together('Keep a tally of who is heard, on two mornings', 'a seating plan'),
  ],
  welcome: [
    does('Answer the door by name for a week'),
    does('Put the ten most asked questions on one page'),
    watches('Sit in on the morning at another desk', 'somebody for the telephone'),
    together('Try the new late book for a fortnight'),
  ],
  workload: [
    does('Go home at half past four on two days'),
    does('Leave out one thing on the list and see who asks'),
    together('Plan one subject for both classes', 'the planning afternoon'),
    does('Mark in the lesson and carry no books home, for a week'),
  ],
};

/** Who or what might help, where a step does not say so itself. */
export const supports: readonly string[] = ['', '', '', 'ten minutes to look at it together', 'cover for half an hour'];

/** A line of what happened, by what became of the step. */
export const whatHappened = {
  done: [
    'It took less time than expected.',
    'Pupils noticed before anyone else did.',
    'A colleague asked to see it.',
    'Twice, and the second time was better.',
    '',
    '',
  ],
  partly: ['In the mornings; after lunch it slipped.', 'With one group so far.', 'Begun; the second half is next.'],
  'not yet': ['The trip got in the way.', 'There was no cover that week.', 'Too much at once; it comes next.'],
  changed: ['Something simpler did the same.', 'It turned out that another thing had to come first.'],
} as const;
