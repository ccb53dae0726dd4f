import { resolve } from 'node:path';
import type { Member, Period, Team } from '../src/domain/staff.ts';

/** Where the small school is kept, set up, for all test files. */
export const preparedFile = resolve('node_modules/.cache/stride/small-school.json');

/** Where it is kept as far as a plain sheet needs it. */
export const plainFile = resolve('node_modules/.cache/stride/plain-school.json');

/** Where the made-up school is kept, once one test has made it up. */
export const madeUpFile = resolve('node_modules/.cache/stride/made-up-school.json');

/** How many rows the small school's tabs have. */
export const smallTab = 60;

/** A Thursday in the second half of the autumn term, after school. */
export const now = '2026-11-26T16:30:00Z';

const member = (email: string, name: string, change: Partial<Member> = {}): Member => ({
  email: `${email}@school.example`,
  name,
  roles: [],
  team: 'Year 4',
  mayCoach: true,
  expertise: '',
  workingDays: [],
  active: true,
  ...change,
});

/** A school small enough to be read. */
export const people = {
  director: member('dora', 'Dora Marsh', { team: '', roles: ['Director of coaching'] }),
  head: member('rowan', 'Rowan Reed', { team: '', roles: ['Assistant head'] }),
  coach: member('ada', 'Ada Quill'),
  coachee: member('bram', 'Bram Tansy', { mayCoach: false }),
  other: member('cleo', 'Cleo Wick', { team: 'Office' }),
  gone: member('silas', 'Silas Wicket', { active: false }),
  outsider: { ...member('', 'Piers Far'), email: 'piers@trust.example' },
} satisfies Record<string, Member>;

export const teamRows: Team[] = [
  { name: 'Year 4', assistantHead: people.head.email },
  { name: 'Office', assistantHead: '' },
];

export const periods: Period[] = [
  { name: 'Autumn 1', kind: 'Half-term', first: '2026-09-03', last: '2026-10-23' },
  { name: 'October half-term', kind: 'Closure', first: '2026-10-26', last: '2026-10-30' },
  { name: 'Autumn 2', kind: 'Half-term', first: '2026-11-02', last: '2026-12-18' },
  { name: 'Christmas', kind: 'Closure', first: '2026-12-19', last: '2027-01-03' },
  { name: 'Spring 1', kind: 'Half-term', first: '2027-01-04', last: '2027-02-12' },
];

/** Every function that Google, and any page of the add-on, may call. */
export const publicFunctions = [
  'onInstall',
  'onOpen',
  'openCheck',
  'openMaster',
  'openPapers',
  'openSidebar',
  'openYears',
  'rpc',
  'sendWaitingHourly',
  'sendWaitingInvitations',
  'setUpSheet',
  'showHelp',
];
