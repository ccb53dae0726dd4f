import { withRows } from '../bench/grow.ts';
import type { Kept } from '../bench/kept.ts';
import { members as cast, periods, schoolSettings, teams as teamRows } from '../local/school/index.ts';
import { World } from '../local/world.ts';
import { evidence } from '../src/domain/evidence.ts';
import { log } from '../src/domain/log.ts';
import { plans } from '../src/domain/plans.ts';
import { sessions } from '../src/domain/sessions.ts';
import { settings, settingsTable } from '../src/domain/settings.ts';
import { type Member, staff, type Team, teams, termDates } from '../src/domain/staff.ts';
import { steps } from '../src/domain/steps.ts';
import { type Year, years } from '../src/domain/years.ts';
import { givenBlankSheet, School } from './given.ts';
import type { Rows } from './plain-count.ts';
import { sampleOf } from './sample.ts';

/** The day on which it is looked at: in the second half of the spring term. */
export const today = '2027-02-25';
/** What its sessions are about; the Settings tab has room for more. */
export const themes = ['Questioning', 'Feedback and marking', 'Reading', 'Maths', 'Leading a team'];

// More teams than the tab names, people without one, and some who have left.
const moreTeams: Team[] = Array.from({ length: 6 }, (_, index) => ({ name: `House ${index + 1}`, assistantHead: '' }));
const more: Member[] = Array.from({ length: 20 }, (_, index) => ({
  email: `colleague.${index}@thistlewick.example`,
  name: `Colleague ${index}`,
  roles: index % 9 === 0 ? ['Mentor', 'Aspect leader'] : [],
  team: index % 5 === 0 ? '' : `House ${(index % 6) + 1}`,
  mayCoach: true,
  expertise: '',
  workingDays: [],
  active: index % 7 !== 3,
}));

const year = (id: string, archivedBy: string, times: number): Year => ({
  id,
  state: archivedBy === '' ? 'being archived' : 'archived',
  staff: 50 + times,
  coached: 30 + times,
  sessions: 400 * times,
  martini: 90 * times,
  agreed: 20 * times,
  resolved: 11 * times,
  celebrated: 4 * times,
  steps: 130 * times,
  stepsDone: 77 * times,
  evidence: times === 2 ? 0 : 40,
  moved: times === 2 ? 0 : 13,
  archivedOn: '2026-08-28',
  archivedBy,
  letGo: '',
});

/** The made-up school's staff and some more. */
export const members = [...cast, ...more];
/** Every row of it, 3,500 sessions among them: the same every time. */
export const rows: Rows = {
  ...sampleOf({ members, periods, themes, first: '2026-02-23', today: '2027-02-25' }, 3500),
  members,
  teams: [...teamRows, ...moreTeams],
  periods,
  themes,
  ongoing: 2,
  policyReview: '2027-10-01',
  // One that nobody counts yet, one that is too long ago, and a gap.
  years: [
    year('2025/26', cast[0]?.email ?? '', 3),
    year('2024/25', '', 5),
    year('2023/24', cast[0]?.email ?? '', 2),
    year('2019/20', cast[0]?.email ?? '', 1),
  ],
};

const chosen: Readonly<Record<string, string>> = {
  [settings.ongoing.name]: '2',
  [settings.policyReview.name]: '2027-10-01',
  ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`Theme ${index + 1}`, themes[index] ?? ''])),
};

/** A school with all these rows, as it is when they have been worked out. */
export function sampleSchool(all: Rows = rows): School {
  const blank = givenBlankSheet({ now: `${today}T12:00:00Z` });
  blank.choose('setUpSheet', members[1]?.email);
  const nameOf = (email: string): string => members.find((member) => member.email === email)?.name ?? email;
  // What `save` gives; `withRows` reads and writes a part of it.
  const kept = [
    [staff, all.members] as const,
    [teams, all.teams] as const,
    [termDates, all.periods] as const,
    [settingsTable, schoolSettings.map((row) => ({ ...row, value: chosen[row.name] ?? row.value }))] as const,
    [sessions, all.sessions] as const,
    [steps, all.steps] as const,
    [plans, all.plans] as const,
    [evidence, all.evidence] as const,
    [log, all.log] as const,
    [years, all.years] as const,
  ].reduce((before, [table, these]) => withRows(before, table, these, nameOf), blank.world.save() as Kept);
  return new School(new World({ workbook: kept }));
}
