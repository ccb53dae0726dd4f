import fc from 'fast-check';
import { beyondLimits } from '../../src/domain/limits.ts';
import { evidenceSources, prompts } from '../../src/domain/policy.ts';

const staff = ['Ada Quill', 'Bram Tansy', "Niamh O'Dell"];
const said = (words: string) => beyondLimits(words, staff).map(({ why, found }) => `${why}: ${found}`);

describe('words that suggest a safeguarding matter are noticed', () => {
  it.each([
    ['She disclosed something about home on Monday.', 'safeguarding: disclosed'],
    ['One of them came in with bruises again.', 'safeguarding: bruises'],
    ['There is a social worker now, so mornings are hard.', 'safeguarding: social worker'],
    ['He is on a child protection plan.', 'safeguarding: child protection'],
    ['I have a safeguarding concern about the back table.', 'safeguarding: safeguarding concern'],
    ['Two girls talk of self-harm.', 'safeguarding: self-harm'],
    ['They are scared to go home on Fridays.', 'safeguarding: scared to go home'],
    ['Often hungry at home, hence tired in maths.', 'safeguarding: hungry at home'],
    ['Their mother told me of domestic violence.', 'safeguarding: domestic violence'],
  ])('%s', (words, found) => {
    expect(said(words)).toEqual([found]);
  });
});

describe("what looks like a pupil's name is noticed", () => {
  it.each([
    ['I want pupil Jake to answer first.', 'pupil: pupil Jake'],
    ['There is a girl called Amina who never speaks.', 'pupil: girl called Amina'],
    ['A boy in my class called Kieran finishes early.', 'pupil: boy in my class called Kieran'],
    ["Tyler's mum came in about reading.", "pupil: Tyler's mum"],
    ['Zoë’s dad helps with homework.', 'pupil: Zoë’s dad'],
    ['The pupils called Tom and Ali need talk partners.', 'pupil: pupils called Tom'],
    ['Child Ryan, Year 4', 'pupil: Child Ryan'],
  ])('%s', (words, found) => {
    expect(said(words)).toEqual([found]);
  });
});

const ordinary = [
  'The quieter table now answers first.',
  'Talk partners, so that every pupil says it before writing it.',
  'Every pupil has rehearsed a sentence before the writing starts.',
  'Pupil Premium children read aloud twice a week.',
  'Pupil Voice shows that they like the new maths books.',
  'Watch Bram Tansy teach fractions with Year 4.',
  'Ask Niamh for her plenary; try it out together with Ms Voss.',
  'Pupil A and pupil B are further on than the rest of Year 4.',
  'Maths in Year 4 after half-term, English in Year 5 before.',
  'Work with Reception on phonics, for Miss Hart and by Christmas.',
  'I neglected the plenary and hit the target late.',
  'Safeguarding training for the office is on Thursday.',
  'I want to lead the safeguarding team with more confidence.',
  'Pupils take care of their own resources.',
  "Thursday's parents' evening went well; Year 4's parents came.",
  "It's parents who ask first. Let's parents know early.",
  'The budget was disclosed to governors.',
  'Children were scared of fractions and hurt by red ink.',
  'My strategy called Think Pair Share works with every child. They use it daily.',
  'A child Centred approach in Nursery.',
  'The student teacher, Ada, plans with me.',
  'Every child, Year 1 to Year 6, reads on Monday.',
  'I hit a wall with marking at home on Sundays.',
  'Boys in Year 3 now choose longer books. Girls Are asked as often.',
  'Homework: pupils hand it in, and I mark it at home.',
  "Bram's parents' leaflet on reading is ready.",
  ...Object.values(prompts),
  ...evidenceSources,
];

describe('ordinary sentences of coaching are left alone', () => {
  it.each(ordinary)('%s', (words) => {
    expect(said(words)).toEqual([]);
  });

  it('also one after another, in any order and on lines of their own', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ordinary), fc.constantFrom(' ', '\n'), (some, between) => {
        expect(said(some.join(between))).toEqual([]);
      }),
    );
  });
});

it('a worry is noticed wherever it stands among ordinary sentences', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(ordinary), fc.nat(), (some, at) => {
      const words = [...some];
      words.splice(at % (words.length + 1), 0, 'I want pupil Jake to speak, who has bruises.');
      expect(said(words.join('\n'))).toEqual(['safeguarding: bruises', 'pupil: pupil Jake']);
    }),
  );
});

it('whatever is typed, it comes to an end with at most one of each kind, in words that were typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 3000 }), (words) => {
      const found = beyondLimits(words, staff);
      expect(found.length).toBeLessThanOrEqual(2);
      for (const each of found) expect(words).toContain(each.found);
    }),
  );
});
