import { choice, choices, flag, id, type Row, ref, table, text } from './columns.ts';
import { roles } from './policy.ts';

const schoolDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const;

/** One row is one member of staff: all staff, the office and the site included (C3: "all staff"). */
export const staff = table('Staff', 'One row is one member of staff.', {
  email: id('Email', { required: true, help: 'The school address: it is how the add-on knows a person.', width: 210 }),
  name: text('Name', { required: true, help: 'As colleagues say it.', width: 150 }),
  roles: choices('Roles', roles, { help: `Any of: ${roles.join(', ')}; with commas between.`, width: 200 }),
  team: ref('Team', 'Teams', { help: 'From the Teams tab.', width: 120 }),
  mayCoach: flag('May coach', { help: 'Any member of staff may act as a professional coach.', width: 90 }),
  expertise: text('Expertise', { help: 'Where this person leads, for colleagues who look for a coach.', width: 220 }),
  workingDays: choices('Working days', schoolDays, {
    help: 'Such as: Mon, Tue, Wed. Empty means every day.',
    width: 150,
  }),
  active: flag('Active', {
    help: 'Untick when somebody leaves. Only active staff are invited or may save.',
    width: 70,
  }),
});

export type Member = Row<typeof staff>;

/** One row is one team. */
export const teams = table('Teams', 'One row is one team and the assistant head to whom it is delegated.', {
  name: id('Team', { required: true, width: 150 }),
  assistantHead: ref('Assistant head email', 'Staff', {
    help: 'Who is invited to the follow-ups of this team: an address from the Staff tab.',
    width: 230,
  }),
});

export type Team = Row<typeof teams>;

/** What a period of the school year is. */
export const periodKinds = ['Half-term', 'Closure', 'INSET day', 'Bank holiday'] as const;

/** One row is one half-term or one closure. */
export const termDates = table('Term dates', 'One row is one half-term, closure, INSET day or bank holiday.', {
  name: id('Name', { required: true, help: 'Autumn 1 … Summer 2, or what the closure is called.', width: 180 }),
  kind: choice('Kind', periodKinds, { required: true, width: 110 }),
  first: { kind: 'day', header: 'First day', required: true, width: 110 },
  last: { kind: 'day', header: 'Last day', help: 'Empty means one day only.', width: 110 },
});

export type Period = Row<typeof termDates>;
