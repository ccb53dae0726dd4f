import type { Day } from '../../src/domain/days.ts';
import { emptyPlan, type PlanDraft, type Sustained, type TargetState } from '../../src/domain/plans.ts';
import { diceOf, uuidOf } from './random.ts';
import { emailOf } from './staff.ts';

/** A plan, and what became of it day by day. */
export interface MadePlan {
  readonly coach: string;
  readonly draft: PlanDraft;
  readonly saved: Day;
  /** When each of the two turned their key; empty when not yet. */
  readonly agreed: { readonly coach: Day; readonly coachee: Day };
  /** On that day the coachee says Yes in the calendar instead, and their coach has not looked since. */
  readonly yes: Day;
  readonly states: readonly { readonly on: Day; readonly state: TargetState }[];
  readonly sustained: { readonly on: Day; readonly answer: Sustained } | null;
}

type Words = Partial<Omit<PlanDraft, 'id' | 'coachee'>> & Pick<PlanDraft, 'reviewDate'>;
type Story = Partial<Omit<MadePlan, 'coach' | 'draft' | 'saved'>>;

const dice = diceOf('Thistlewick plans');

function plan(coach: string, coachee: string, saved: Day, words: Words, story: Story = {}): MadePlan {
  return {
    coach: emailOf(coach),
    draft: { ...emptyPlan(uuidOf(dice), emailOf(coachee)), ...words },
    saved,
    agreed: { coach: '', coachee: '' },
    yes: '',
    states: [],
    sustained: null,
    ...story,
  };
}

const both = (on: Day): Story => ({ agreed: { coach: on, coachee: on } });

/** The plans of the made-up school: drafts, agreed ones, one on which the target was reached and kept. */
export const madePlans: readonly MadePlan[] = [
  plan(
    'Cosmo Bracken',
    'Orla Thimble',
    '2026-05-07',
    {
      purpose: 'Orla’s group trusts her. From there pupils can try hard things without her.',
      target: 'Pupils to begin by themselves, because help that comes at once teaches waiting.',
      needs: ["pupils' need", 'personal target'],
      focusBy: 'Coachee',
      startingPoint: 'Two of six pupils begin a task without an adult.',
      process: 'A ten-minute drop in and twenty minutes of talk; one thing to try each time.',
      often: 'every three weeks',
      minutes: 20,
      evidence: ['drop in'],
      evidenceDate: '2026-07-03',
      endGoals: 'Orla can stand at the back for five minutes and the group goes on.',
      outcome: 'Five of six pupils begin a task by themselves.',
      reviewDate: '2026-07-07',
    },
    {
      ...both('2026-05-07'),
      states: [
        { on: '2026-05-19', state: 'tackled' },
        { on: '2026-07-07', state: 'resolved' },
        { on: '2026-07-14', state: 'celebrated' },
      ],
      sustained: { on: '2026-09-15', answer: 'yes' },
    },
  ),
  plan(
    'Cosmo Bracken',
    'Wilf Teasel',
    '2026-09-08',
    {
      purpose: 'Wilf hears everything that goes on. That can become fewer words and better ones.',
      target: 'The group to do the thinking, so that they can do it again on the day after.',
      needs: ["pupils' need"],
      focusBy: 'Jointly',
      startingPoint: 'In a twenty-minute drop in the pupils were prompted eighteen times.',
      process: 'The ladder of help, one rung a fortnight.',
      often: 'every fortnight',
      minutes: 20,
      evidence: ['drop in', 'book sample'],
      evidenceDate: '2026-10-09',
      endGoals: 'Half as many prompts, and the work no thinner.',
      outcome: 'Pupils finish the first task of a lesson with no prompt at all.',
      reviewDate: '2026-10-13',
    },
    {
      ...both('2026-09-08'),
      states: [
        { on: '2026-09-22', state: 'tackled' },
        { on: '2026-10-13', state: 'resolved' },
      ],
    },
  ),
  plan(
    'Ottoline Marsh',
    'Ada Quill',
    '2026-09-15',
    {
      purpose: 'Ada’s own lessons are the best argument she has. Her team may see them.',
      target: 'A team that plans writing together, so that Year 3 pupils have one way in.',
      needs: ["pupils' need", 'wider community'],
      focusBy: 'Coachee',
      process: 'Open one lesson a half-term; ten minutes in the team meeting after each.',
      often: 'every four weeks',
      minutes: 40,
      evidence: ['book sample', 'learning walk'],
      evidenceDate: '2026-12-11',
      endGoals: 'Three classes whose books show the same drafting.',
      outcome: 'Pupils in all of Year 3 redraft one paragraph a week and can say why.',
      reviewDate: '2026-12-17',
    },
    { ...both('2026-09-15'), states: [{ on: '2026-10-06', state: 'tackled' }] },
  ),
  plan(
    'Juno Sallow',
    'Beattie Mallow',
    '2026-09-28',
    {
      purpose: 'Beattie’s notes to the teacher are short and useful. Build the lesson on them.',
      target: 'The teacher to take the group once a week, so that those pupils are taught as often as anyone.',
      needs: ["pupils' need"],
      focusBy: 'Asked of me',
      process: 'Swap roles on Tuesdays; five minutes together before and after.',
      often: 'every three weeks',
      minutes: 30,
      evidence: ['drop in'],
      evidenceDate: '2026-11-20',
      endGoals: 'The swap has happened in every week and nobody remarks on it.',
      outcome: 'Pupils in the group use the lesson’s key words with the rest of the class.',
      reviewDate: '2026-11-23',
    },
    { ...both('2026-09-29'), states: [{ on: '2026-11-23', state: 'resolved' }] },
  ),
  plan(
    'Fenella Reed',
    'Elowen Flint',
    '2026-10-13',
    {
      purpose: 'Elowen’s class arrives happy. The first ten minutes can be worth as much as the rest.',
      target: 'A calm and busy start, because the lesson loses ten minutes without it.',
      needs: ["pupils' need", 'personal target'],
      focusBy: 'Coachee',
      startingPoint: 'Register to first task: nine minutes on average.',
      process: 'One routine at a time; a timer; a visit in the third week.',
      often: 'every three weeks',
      minutes: 30,
      evidence: ['learning walk', 'other'],
      evidenceDate: '2026-12-11',
      endGoals: 'Three minutes from the door to the first task.',
      outcome: 'Every pupil has begun by ten to nine, those who come late too.',
      reviewDate: '2026-12-15',
    },
    { ...both('2026-10-14'), states: [{ on: '2026-11-03', state: 'tackled' }] },
  ),
  plan(
    'Cosmo Bracken',
    'Marnie Sedge',
    '2026-11-05',
    {
      purpose: 'Nobody in Marnie’s class laughs at a wrong answer. From there everybody can be heard.',
      target: 'Every pupil says an answer aloud before it is written, because the quiet third is never heard.',
      needs: ["pupils' need", 'personal target'],
      focusBy: 'Coachee',
      startingPoint: 'Tally in one maths lesson: 12 of 28 pupils spoke.',
      process: 'One change at a time; a tally on a seating plan before and after; we look at it together.',
      often: 'every three weeks',
      minutes: 30,
      evidence: ['drop in', 'other'],
      evidenceDate: '2026-12-11',
      endGoals: 'Nobody waits to be asked, and partners can say what the other one thought.',
      outcome: 'All 28 pupils speak in a maths lesson, those who now stay silent first.',
      reviewDate: '2026-12-15',
    },
    {
      agreed: { coach: '2026-11-05', coachee: '' },
      yes: '2026-11-26',
      states: [{ on: '2026-11-12', state: 'tackled' }],
    },
  ),
  plan(
    'Cosmo Bracken',
    'Nell Yarrow',
    '2026-11-11',
    {
      purpose: 'Nell plans well and fast. What she leaves out could be a choice and not a bad conscience.',
      target: 'Two evenings without books, so that the lessons on Wednesday are as fresh as those on Monday.',
      needs: ['personal target', "pupils' need"],
      focusBy: 'Coachee',
      process: 'A list of what nobody would miss; marking in the lesson; we look again after three weeks.',
      often: 'every three weeks',
      minutes: 20,
      evidence: ['book sample', 'other'],
      evidenceDate: '2027-01-08',
      endGoals: 'Nell goes home at half past four on two days, and the books show no less.',
      outcome: 'Pupils hear what to do next while they are still doing it.',
      reviewDate: '2027-01-12',
    },
    { agreed: { coach: '2026-11-11', coachee: '' } },
  ),
  plan(
    'Leopold Juniper',
    'Zadie Spindle',
    '2026-11-25',
    {
      purpose: 'Zadie writes with her class. The class could see her change her mind.',
      target: 'Pupils to redraft because they want to, and not because it is Thursday.',
      needs: ["pupils' need"],
      focusBy: 'Jointly',
      process: 'One model text a week, kept on the wall with its crossings-out.',
      often: 'every three weeks',
      minutes: 30,
      evidence: ['book sample'],
      evidenceDate: '2027-01-20',
      endGoals: 'Pupils point to a change of their own that made it better.',
      outcome: 'Every pupil improves one paragraph a week and can say what is better.',
      reviewDate: '2027-01-21',
    },
    { ...both('2026-11-25'), states: [] },
  ),
];
