import type { Member, Team } from '../../src/domain/staff.ts';

/** The made-up school. No school of this name is known to us; `.example` can be nobody's address (RFC 2606). */
export const schoolName = 'Thistlewick Junior School';

/** The domain of its addresses. */
export const domain = 'thistlewick.example';

const address = (name: string): string => `${name.toLowerCase().replace(' ', '.')}@${domain}`;

type Facts = Partial<Pick<Member, 'roles' | 'workingDays' | 'active'>> & { readonly coachFor?: string };

// Whoever has an expertise to coach in may coach.
function member(name: string, team: string, { coachFor, ...facts }: Facts = {}): Member {
  return {
    email: address(name),
    name,
    roles: [],
    team,
    mayCoach: coachFor !== undefined,
    expertise: coachFor ?? '',
    workingDays: [],
    active: true,
    ...facts,
  };
}

const year = (group: 3 | 4 | 5 | 6, name: string, facts?: Facts): Member => member(name, `Year ${group}`, facts);
const support = (name: string, facts?: Facts): Member => member(name, 'Support and inclusion', facts);
const office = (name: string, facts?: Facts): Member => member(name, 'Office and site', facts);

/** All staff: teachers, teaching assistants, the office, the site and lunchtime, and one who has left. */
export const members: readonly Member[] = [
  member('Ambrose Larch', '', { roles: ['Executive head'], coachFor: 'Leadership and management across the school' }),
  member('Ottoline Marsh', '', { roles: ['Director of coaching'], coachFor: 'Coaching, teaching and learning' }),

  year(3, 'Fenella Reed', { roles: ['Assistant head'], coachFor: 'Reading, beginning in Year 3' }),
  year(3, 'Ada Quill', { roles: ['Team leader', 'Subject leader'], coachFor: 'Modelled writing, story structure' }),
  year(3, 'Bram Tansy', { roles: ['Subject leader'], coachFor: 'Science, outdoor learning' }),
  year(3, 'Elowen Flint'),
  year(3, 'Tamsin Burdock', { workingDays: ['Mon', 'Tue', 'Wed', 'Thu'] }),
  year(3, 'Ludo Candle'),

  year(4, 'Cosmo Bracken', { roles: ['Team leader', 'Mentor'], coachFor: 'Talk partners, questioning, times tables' }),
  year(4, 'Marnie Sedge', { roles: ['Subject leader'] }),
  year(4, 'Perrin Lantern'),
  year(4, 'Nell Yarrow', { workingDays: ['Mon', 'Tue', 'Wed'] }),
  year(4, 'Orla Thimble'),
  year(4, 'Wilf Teasel', { workingDays: ['Tue', 'Wed', 'Thu', 'Fri'] }),

  year(5, 'Corin Ashlar', { roles: ['Assistant head'], coachFor: 'Maths, reasoning, assessment' }),
  year(5, 'Ines Catkin', { roles: ['Team leader', 'Subject leader'], coachFor: 'History and the wider curriculum' }),
  year(5, 'Rufus Anvil'),
  year(5, 'Dilys Campion', { workingDays: ['Wed', 'Thu', 'Fri'] }),
  year(5, 'Beattie Mallow'),
  year(5, 'Otis Kettle'),
  year(5, 'Silas Wicket', { active: false }),

  year(6, 'Leopold Juniper', { roles: ['Team leader', 'Mentor'], coachFor: 'Feedback, retrieval, Year 6' }),
  year(6, 'Saffi Cowslip', { roles: ['Subject leader'], coachFor: 'Computing, music technology' }),
  year(6, 'Hamish Tallow'),
  year(6, 'Zadie Spindle'),
  year(6, 'Ivo Latch'),
  year(6, 'Mabel Rush', { workingDays: ['Mon', 'Tue', 'Thu', 'Fri'] }),

  support('Hesper Dock', { roles: ['Assistant head'], coachFor: 'Behaviour, play, families' }),
  support('Juno Sallow', { roles: ['Aspect leader'], coachFor: 'SEND, scaffolding, how assistants work with groups' }),
  support('Lettice Comfrey', { coachFor: 'Small groups, speech and language' }),
  support('Thea Bellows', { roles: ['Mentor'] }),
  support('Alban Pewter', { workingDays: ['Mon', 'Wed', 'Fri'] }),
  support('Cleo Medlar', { roles: ['Team leader'] }),
  support('Kezia Trivet'),
  support('Maud Pestle', { workingDays: ['Mon', 'Tue', 'Wed', 'Thu'] }),

  office('Winifred Inkwell', { roles: ['Team leader'], coachFor: 'First impressions, systems that save time' }),
  office('Pru Ledger'),
  office('Della Stamp', { workingDays: ['Mon', 'Tue', 'Wed'] }),
  office('Amos Gantry'),
  office('Noel Ladder', { workingDays: ['Mon', 'Wed', 'Fri'] }),
  office('Barnaby Sluice', { workingDays: ['Tue', 'Thu'] }),
];

/** The address of somebody on the Staff tab, by name. */
export function emailOf(name: string): string {
  const found = members.find((member) => member.name === name);
  if (!found) throw new Error(`${name} is not on the staff`);
  return found.email;
}

/** The six teams: each assistant head has two. */
export const teams: readonly Team[] = [
  { name: 'Year 3', assistantHead: emailOf('Fenella Reed') },
  { name: 'Year 4', assistantHead: emailOf('Fenella Reed') },
  { name: 'Year 5', assistantHead: emailOf('Corin Ashlar') },
  { name: 'Year 6', assistantHead: emailOf('Corin Ashlar') },
  { name: 'Support and inclusion', assistantHead: emailOf('Hesper Dock') },
  { name: 'Office and site', assistantHead: emailOf('Hesper Dock') },
];

/** Those whom examples and tests call upon, by address. */
export const cast = {
  director: emailOf('Ottoline Marsh'),
  executiveHead: emailOf('Ambrose Larch'),
  /** Of Year 3 and Year 4. */
  assistantHead: emailOf('Fenella Reed'),
  /** Teaches Year 4 and coaches several colleagues. */
  coach: emailOf('Cosmo Bracken'),
  /** Teaches Year 4; meets the coach again on the day that it is now. */
  coachee: emailOf('Marnie Sedge'),
  /** Teaches Year 4 from Monday to Wednesday. */
  partTime: emailOf('Nell Yarrow'),
} as const;
