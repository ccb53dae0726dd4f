/**
 * What does not belong on the sheet, found in words while they are typed. A hint and no more: it never blocks, and what it
 * finds is neither kept nor sent. So a rule has to be right nearly always, or coaches learn to read past it; what it
 * misses is still forbidden by the line under the boxes.
 */

/** Words that do not belong here, as they were typed, and why. */
export interface Beyond {
  readonly why: 'safeguarding' | 'pupil';
  readonly found: string;
}

/** The first of each kind that a text has; `staff` are the names of colleagues, who may be named. */
export function beyondLimits(words: string, staff: readonly string[]): Beyond[] {
  const [worry, name] = [worryIn(words), pupilIn(words, staff)];
  return [
    ...(worry === '' ? [] : [{ why: 'safeguarding', found: worry } as const]),
    ...(name === '' ? [] : [{ why: 'pupil', found: name } as const]),
  ];
}

// What a school's staff would write of a worry about a child, and hardly ever of teaching. A word that is also ordinary
// counts only beside another: "I neglected the plenary", "we hit the target", "safeguarding training", "in care of".
const worries: readonly RegExp[] = [
  // Said of nothing else in a school.
  /\bself[- ]?harm\w*/i,
  /\bsuicid\w+/i,
  /\bsocial (?:worker|services|care)\b/i,
  /\bchild (?:protection|in need|abuse|neglect)\b/i,
  /\b(?:sexual|physical|emotional|domestic) (?:abuse|violence)\b/i,
  /\babus(?:ed|ive)\b/i,
  /\bbruis(?:es?|ed|ing)\b/i,
  /\bradicali[sz](?:ed|ation|ing)\b/i,
  /\bFGM\b/,
  // To disclose is ordinary of a budget, so it needs a child beside it.
  /\b(?:disclosed|made a disclosure)\b(?=[^.!?\n]*\b(?:home|mum|dad|parents?|famil(?:y|ies))\b)/i,
  /\b(?:child|pupil|boy|girl|he|she|they) (?:has |have )?disclosed\b/i,
  /\b(?:neglect(?:ed)?|hit|hits|beaten|hurt|hungry|unsafe|not safe|scared|frightened|afraid)\b[^.!?\n]{0,20}\b(?:at|of going|to go|by) (?:home|his|her|their (?:mum|dad|mother|father|parents?|carers?))\b/i,
  // The training, the policy and the team of that name are part of the work; a concern is a case.
  /\bsafeguarding (?:concern|issue|matter|referral|worry|incident)s?\b/i,
];

function worryIn(words: string): string {
  return worries.map((worry) => worry.exec(words)?.[0] ?? '').find((found) => found !== '') ?? '';
}

// A capital alone says too little: sentences, subjects, days, schemes and colleagues have one. So a name is only seen
// beside a word that makes it a child's: "pupil Jake", "a girl called Amina", "Tyler's mum". "Pupil A" is how a school
// says it without a name, and stays.
const names: readonly RegExp[] = [
  /\b(?:pupil|child|boy|girl|learner|student|lad)s?,? (?:called |named )?(\p{Lu}\p{Ll}+)/gu,
  /\b(?:[Pp]upil|[Cc]hild|[Bb]oy|[Gg]irl|[Ll]earner|[Ss]tudent)s? (?:\p{Ll}+ ){0,4}(?:called|named) (\p{Lu}\p{Ll}+)/gu,
  /\b(?:Pupil|Child|Boy|Girl|Learner|Student) (\p{Lu}\p{Ll}+)/gu,
  /(\p{Lu}\p{Ll}+)['’]s (?:mum|mam|dad|mother|father|parents?|nan|gran|carers?|foster|brother|sister)(?![\p{L}'’])/gu,
];

// What follows "pupil" or "child" with a capital and is nobody, and what has an apostrophe before "parents".
const nobody = new Set(
  `Premium Voice Progress Parliament Outcome Outcomes Book Books Asset Referral Council Leadership Protection
  Development Support Services Talk Partners Year Reception Nursery Key Stage Early Years English Maths Science Reading
  Writing Phonics History Geography Art Music Computing Spanish French German Teacher Teachers Counsellor Centred
  Monday Tuesday Wednesday Thursday Friday Today Tomorrow Yesterday It That There What Who Let Everyone Everybody
  Someone Somebody School And But So The They This These Then When We If In At On For With To Can Will Are Is Have`
    .split(/\s+/)
    .map((word) => word.toLowerCase()),
);

function pupilIn(words: string, staff: readonly string[]): string {
  const colleagues = new Set(staff.flatMap((name) => name.toLowerCase().split(/[\s'-]+/)));
  for (const name of names) {
    for (const [found, called = ''] of words.matchAll(name)) {
      const word = called.toLowerCase();
      if (!nobody.has(word) && !colleagues.has(word)) return found;
    }
  }
  return '';
}
