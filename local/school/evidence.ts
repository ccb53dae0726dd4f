import type { Day } from '../../src/domain/days.ts';
import type { Evidence, EvidenceOutcome, Quotation } from '../../src/domain/evidence.ts';
import type { PlanDraft } from '../../src/domain/plans.ts';
import type { evidenceSources } from '../../src/domain/policy.ts';
import { diceOf, uuidOf } from './random.ts';
import { emailOf, members, schoolName } from './staff.ts';

/** A piece of evidence as somebody would tell it: of a team, or of the plan of a coachee who is named. */
interface Piece {
  readonly date: Day;
  readonly by: string;
  readonly source: (typeof evidenceSources)[number];
  /** A team, or a coachee by name. */
  readonly about: string;
  readonly theme: string;
  readonly seen: string;
  readonly outcome: EvidenceOutcome;
}

const piece = (
  date: Day,
  by: string,
  source: Piece['source'],
  about: string,
  theme: string,
  outcome: EvidenceOutcome,
  seen: string,
): Piece => ({ date, by, source, about, theme, outcome, seen });

const pieces: readonly Piece[] = [
  piece(
    '2026-05-13',
    'Fenella Reed',
    'book sample',
    'Year 3',
    'Writing',
    'too early to tell',
    'Twelve books from two classes. Four show a paragraph that was changed after it was written; in September there were none to compare with.',
  ),
  piece(
    '2026-06-18',
    'Corin Ashlar',
    'data analysis',
    'Year 5',
    'Maths',
    'moved',
    'Reasoning questions answered in full: 41 in a hundred in March, 58 now. The gap between the two classes is as it was.',
  ),
  piece(
    '2026-06-30',
    'Cosmo Bracken',
    'drop in',
    'Orla Thimble',
    'Inclusion and SEND',
    'moved',
    'Five of the six pupils began the task by themselves; one waited until a partner had begun.',
  ),
  piece(
    '2026-07-02',
    'Ottoline Marsh',
    'quality of provision review',
    'Support and inclusion',
    'Inclusion and SEND',
    'not moved',
    'Pupils in the groups still leave the lesson before it is explained. The notes that go back with them are clear and are read.',
  ),
  piece(
    '2026-09-24',
    'Cosmo Bracken',
    'learning walk',
    'Year 4',
    'Questioning',
    'too early to tell',
    'Four lessons, ten minutes each. In three of them pupils spoke to a partner before anybody was asked.',
  ),
  piece(
    '2026-10-01',
    'Fenella Reed',
    'other',
    'Year 4',
    'Questioning',
    'moved',
    'Pupil voice, twenty pupils: fifteen say they mind being asked less when they have said it to a partner first. In June it was six.',
  ),
  piece(
    '2026-10-08',
    'Cosmo Bracken',
    'book sample',
    'Wilf Teasel',
    'Inclusion and SEND',
    'moved',
    'Six books: the first task is finished without a prompt in five, and is as long as before.',
  ),
  piece(
    '2026-10-13',
    'Corin Ashlar',
    'book sample',
    'Year 6',
    'Feedback and marking',
    'not moved',
    'Eighteen books. Pupils answer the comments and do not yet change the work. The marking is shorter than it was.',
  ),
  piece(
    '2026-10-15',
    'Winifred Inkwell',
    'other',
    'Office and site',
    'Working with families',
    'moved',
    'Families whose call was answered on the same day: nine in ten this half-term, seven in ten in the summer.',
  ),
  piece(
    '2026-10-21',
    'Hesper Dock',
    'data analysis',
    'Support and inclusion',
    'Behaviour for learning',
    'moved',
    'Lunchtimes without anybody sent inside: 27 of 34. Last half-term 18 of 33.',
  ),
  piece(
    '2026-11-05',
    'Ada Quill',
    'learning walk',
    'Year 3',
    'Writing',
    'moved',
    'All four classes now draft on one page and improve on the next. Pupils could point to what they had changed.',
  ),
  piece(
    '2026-11-11',
    'Ottoline Marsh',
    'book sample',
    'Ada Quill',
    'Leading a team',
    'moved',
    'Books of three classes side by side: the same drafting in two of them, and in the third since last week.',
  ),
  piece(
    '2026-11-12',
    'Corin Ashlar',
    'data analysis',
    'Year 6',
    'Assessment',
    'too early to tell',
    'Two quizzes four weeks apart. Most questions were remembered better; there were different pupils away each time.',
  ),
  piece(
    '2026-11-17',
    'Fenella Reed',
    'drop in',
    'Year 3',
    'Behaviour for learning',
    'too early to tell',
    'Three mornings, from the door to the first task: four, six and four minutes.',
  ),
  piece(
    '2026-11-19',
    'Juno Sallow',
    'learning walk',
    'Year 5',
    'Inclusion and SEND',
    'not moved',
    'Scaffolds are on the tables and stay there all lesson. Pupils who no longer need them use them too.',
  ),
  piece(
    '2026-11-20',
    'Juno Sallow',
    'drop in',
    'Beattie Mallow',
    'Inclusion and SEND',
    'not moved',
    'The swap took place. The group used the key words with each other, and not yet with the rest of the class.',
  ),
  piece(
    '2026-11-24',
    'Cosmo Bracken',
    'drop in',
    'Marnie Sedge',
    'Questioning',
    'moved',
    'Nineteen of 28 pupils spoke in one maths lesson, seven of them for the first time since September.',
  ),
  piece(
    '2026-11-25',
    'Ines Catkin',
    'quality of provision review',
    'Year 5',
    'Curriculum',
    'moved',
    'Pupils in both classes could say what they had learned in the unit before and how this one needs it.',
  ),
];

/** What stands on the Evidence tab, of teams and of those plans there are. */
export function evidenceRows(plans: readonly Pick<PlanDraft, 'id' | 'coachee' | 'startingPoint'>[]): Evidence[] {
  const dice = diceOf('Thistlewick evidence');
  return pieces.flatMap(({ by, about, ...rest }): Evidence[] => {
    const id = uuidOf(dice);
    const coachee = members.find(({ name }) => name === about);
    const plan = plans.find((each) => each.coachee === coachee?.email);
    if (coachee && !plan) return [];
    return [
      {
        ...rest,
        id,
        by: emailOf(by),
        team: coachee?.team ?? about,
        coachee: coachee?.email ?? '',
        askedFor: coachee && ['drop in', 'learning walk'].includes(rest.source) ? 'yes' : '',
        startingPoint: plan?.startingPoint ?? '',
        link: '',
        plan: plan?.id ?? '',
        savedBy: emailOf(by),
        savedAt: `${rest.date}T16:${dice.between(10, 59)}:00${rest.date < '2026-10-25' ? '+01:00' : '+00:00'}`,
      },
    ];
  });
}

/** Two sentences that nobody has said: a real school types in what its own reports say. */
export const quotationRows: readonly Quotation[] = [
  {
    quotation: 'Staff talk about pupils’ learning with candour, and change what they do because of it.',
    source: `Made up for this example: a review of ${schoolName} by a partner school`,
    date: '2026-03-12',
    claim: 'Develops a dialogue about pedagogy',
  },
  {
    quotation: 'New members of staff said that within weeks they had been helped to become better at their work.',
    source: `Made up for this example: a visit to ${schoolName} by the trust`,
    date: '2026-07-01',
    claim: 'Personalised CPD',
  },
];
