import { families, site, welcome } from './words-beyond.ts';
import { leading, steering, workload } from './words-leading.ts';
import { feedback, retrieval, starts, talk } from './words-lessons.ts';
import { curriculum, fluency, maths, modelled } from './words-subjects.ts';
import { assisting, play, scaffolds } from './words-support.ts';

/** What the school's conversations are about. */
export const threads = {
  assisting,
  curriculum,
  families,
  feedback,
  fluency,
  leading,
  maths,
  modelled,
  play,
  retrieval,
  scaffolds,
  site,
  starts,
  steering,
  talk,
  welcome,
  workload,
} as const;

export type ThreadKey = keyof typeof threads;

/** How a conversation begins when the two have met about the same before. */
export const sinceLastTime: readonly string[] = [
  'Bumpy in the first week, then {steadier|a good deal steadier}.',
  '{name} did what was decided, and {a little more|one thing besides}.',
  'Most of it is done; the rest waits for {a free hour|the right moment}, and that is all right.',
  'It went better in the mornings than after lunch, and {name} worked out why.',
  '{name} brought {evidence|the notes|what we had agreed on}, which gave us something to look at straight away.',
  'The first thing {name} said was that pupils had noticed the change.',
  'It has become a habit: {name} had to think hard to remember how it was before.',
  'Partly done. {The trip|The assembly|A week of wet play} got in the way, and {name} picked it up again afterwards.',
  'What we decided turned out to be too much at once, so {name} sensibly kept to the first half of it.',
  '{name} had tried it, dropped one part, and kept the part that worked.',
  'A colleague has asked {name} to show them how it is done.',
  'Since we last met {name} has kept it up on {four days out of five|most days}.',
  'Not yet what we hoped for, and {name} was frank about it; still, the direction is right.',
  'The numbers have moved the right way, {slowly|a little}, and {name} is pleased about who they moved for.',
  '{name} said that it felt odd for {a week|some days} and natural after that.',
  'We looked back at the last notes, and more had changed than either of us had thought.',
];

/** What a short word in passing adds to its decision. */
export const inPassing: readonly string[] = [
  'A word {in the corridor|by the photocopier|on the playground|over a cup of tea}: {name} will try it and tell me.',
  'We leave it at that for now and look again when we meet.',
  '{name} will tell me {on Friday|next week} in one sentence how it went.',
  'Nothing more than that; it is enough for a week.',
  'I said I would ask, so I shall.',
];
