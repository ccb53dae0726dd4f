import { fields, headerOf, rangeName, type Table } from '../../src/domain/columns.ts';
import { log } from '../../src/domain/log.ts';
import { evidenceSources, focusChoosers, parts, prompts, roles, sessionKinds } from '../../src/domain/policy.ts';
import { followUpStates, sessions } from '../../src/domain/sessions.ts';
import { settingsTable } from '../../src/domain/settings.ts';
import { periodKinds, staff, teams, termDates } from '../../src/domain/staff.ts';

const headers = (table: Table) => fields(table).map(({ header }) => header);
const keys = (table: Table, is: (column: Table['columns'][string]) => unknown) =>
  Object.entries(table.columns)
    .filter(([, column]) => is(column))
    .map(([key]) => key);

// Schools have these headers in their sheets by now: another name for one of them takes a migration.
describe('the tabs of every school', () => {
  it('have these columns, those of use to the add-on only at the end', () => {
    expect(headers(sessions).join(', ')).toBe(
      "Date, Half-term, Kind, Coach, Coachee, Team, Theme, How's it been going?, Strength, Target, Reality, Ideas, Decision, Evaluation, Pupil outcome, Starting point, Evidence planned, Focus chosen by, Minutes, Follow-up date, Follow-up time, Follow-up minutes, Assistant head, Follow-up status, Coach email, Coachee email, Assistant head email, Saved by, Saved at, Session id, Event id, Group id",
    );
    expect(headers(log)).toEqual(['When', 'Who', 'Event', 'Session id', 'Detail', 'Log id']);
    expect(headers(staff)).toEqual([
      'Email',
      'Name',
      'Roles',
      'Team',
      'May coach',
      'Expertise',
      'Working days',
      'Active',
    ]);
    expect(headers(teams)).toEqual(['Team', 'Assistant head email']);
    expect(headers(termDates)).toEqual(['Name', 'Kind', 'First day', 'Last day']);
    expect(headers(settingsTable)).toEqual(['Setting', 'Value', 'What it does']);
    const machine = (table: Table) => fields(table).filter((field) => field.machine);
    expect([sessions, log, staff, teams, termDates, settingsTable].map((table) => machine(table).length)).toEqual([
      8, 1, 0, 0, 0, 0,
    ]);
    expect(
      fields(sessions)
        .filter(({ isName }) => isName)
        .map(({ header }) => header),
    ).toEqual(['Coach', 'Coachee', 'Assistant head']);
  });

  it('ask for these before a row can be saved, and leave these to the add-on', () => {
    const required = [sessions, log, staff, teams, termDates, settingsTable].map((table) =>
      keys(table, (column) => column.required),
    );
    expect(required).toEqual([
      ['date', 'kind', 'coachee', 'strength', 'target', 'outcome', 'id'],
      ['at', 'who', 'event', 'id'],
      ['email', 'name'],
      ['name'],
      ['name', 'kind', 'first'],
      ['name'],
    ]);
    expect(keys(sessions, (column) => column.made)).toEqual([
      'halfTerm',
      'coach',
      'team',
      'assistantHead',
      'status',
      'savedBy',
      'savedAt',
      'eventId',
      'group',
    ]);
  });

  it('have a width for every column that has not the width of its kind', () => {
    const wide = [sessions, log, staff, teams, termDates, settingsTable].map((table) =>
      keys(table, ({ width }) => width === undefined),
    );
    const words = ['strength', 'target', 'reality', 'ideas', 'decision', 'evaluation', 'outcome', 'startingPoint'];
    expect(wide).toEqual([
      ['howItWent', ...words, 'savedBy', 'savedAt', 'id', 'eventId', 'group'],
      ['id'],
      [],
      [],
      [],
      [],
    ]);
  });

  it('offer what the policy names', () => {
    expect(sessions.columns.kind.options).toEqual(['Formal', 'Martini', 'Group']);
    expect(sessionKinds).toBe(sessions.columns.kind.options);
    expect([...evidenceSources]).toEqual([
      'data analysis',
      'book sample',
      'drop in',
      'learning walk',
      'quality of provision review',
      'other',
    ]);
    expect([...focusChoosers]).toEqual(['Coachee', 'Jointly', 'Asked of me']);
    expect([...followUpStates]).toEqual([
      'Waiting',
      'Invited',
      'Accepted',
      'Declined',
      'Tentative',
      'Not sent',
      'Removed',
      'Cancelled',
    ]);
    expect([...periodKinds]).toEqual(['Half-term', 'Closure', 'INSET day', 'Bank holiday']);
    expect(roles.join(', ')).toBe(
      'Director of coaching, Executive head, Assistant head, Team leader, Mentor, Subject leader, Aspect leader',
    );
    expect(staff.columns.workingDays.options).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri']);
    expect(log.columns.event.options).toEqual([
      'Edited',
      'Replanned',
      'Invited',
      'Moved',
      'Cancelled',
      'Not sent',
      'Removed',
      'Accepted',
      'Declined',
      'Tentative',
      'Followed',
      'Answered',
      'Plan changed',
      'Agreed',
      'Set up',
      'Year begun',
    ]);
    expect([staff.columns.team.of, teams.columns.assistantHead.of]).toEqual(['Teams', 'Staff']);
    expect([sessions.columns.minutes.range, sessions.columns.followUpMinutes.range]).toEqual([
      [1, 600],
      [5, 240],
    ]);
  });
});

it('STRIDE asks in the policy’s own words', () => {
  expect(parts.map(({ key, name }) => `${name}: ${prompts[key]}`)).toEqual([
    "Strength: What's going well? What's working?",
    'Target: What would you like to be better and why?',
    'Reality: What is the current situation? What problems is it causing? What are the obstacles?',
    "Ideas: What have you tried? What did/didn't work? What would you do if the obstacles weren't there?",
    'Decision: What are you going to do? What are the steps? When will you do it? What support might you need?',
    'Evaluation: How will you know it has worked? What will be different?',
  ]);
});

it('a column is found by its key, a person by the address, and formulas call it by a name of letters', () => {
  expect([headerOf(sessions, 'coach'), headerOf(sessions, 'outcome')]).toEqual(['Coach email', 'Pupil outcome']);
  expect(() => headerOf(sessions, 'grade')).toThrow('Sessions has no column grade');
  expect(rangeName(sessions, 'Follow-up date')).toBe('Sessions_Follow_up_date');
  expect(rangeName(termDates, 'First  day (2)')).toBe('Term_dates_First_day_2_');
});
