import { emptySession } from '../../src/domain/drafts.ts';
import { newSession, requireCoach, requireCoachee, withWholeFollowUp } from '../../src/domain/new-session.ts';
import { makeReference } from '../../src/domain/reference.ts';
import type { SessionDraft } from '../../src/domain/sessions.ts';
import { settingRows } from '../../src/domain/settings.ts';
import { people, periods, teamRows } from '../school.ts';

const { coach, coachee, gone, other } = people;
const allowed = settingRows.map((row) =>
  row.name === 'Domains that may be invited' ? { ...row, value: 'school.example' } : row,
);
const reference = makeReference(Object.values(people), teamRows, periods, allowed);
const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
const clock = { today: '2026-11-26', time: '16:30', now: '2026-11-26T16:30:00+00:00' };
const draft: SessionDraft = {
  ...emptySession(id, '2026-11-26'),
  coachee: coachee.email,
  followUpDate: '2026-12-10',
  followUpTime: '15:45',
};
const make = (change: Partial<SessionDraft> = {}) => newSession(reference, coach, { ...draft, ...change }, clock);

describe('the row of a new session', () => {
  it('has what was typed and what the add-on knows', () => {
    expect(make()).toEqual({
      ...draft,
      group: '',
      halfTerm: '2026/27 Autumn 2',
      coach: coach.email,
      team: 'Year 4',
      assistantHead: people.head.email,
      status: 'Waiting',
      savedBy: coach.email,
      savedAt: clock.now,
      eventId: 'stride0f8fad5bd9cb469fa16570867728950e',
    });
  });

  it('names no assistant head where the team has none, and nothing of an invitation without a follow-up', () => {
    expect(make({ coachee: other.email })).toMatchObject({ team: 'Office', assistantHead: '', status: 'Waiting' });
    expect(make({ followUpDate: '', followUpTime: '' })).toMatchObject({ assistantHead: '', status: '', eventId: '' });
  });

  it('belongs to no half-term before the first that Term dates has', () => {
    expect(make({ date: '2026-08-20' }).halfTerm).toBe('');
  });

  it('has the address of the coachee as Staff has it', () => {
    expect(make({ coachee: ' Bram@School.Example' }).coachee).toBe(coachee.email);
  });
});

it.each([
  ['', 'Nobody is not active on the Staff tab. Choose somebody from the list.'],
  ['stranger@school.example', 'stranger@school.example is not active on the Staff tab. Choose somebody from the list.'],
  [gone.email, 'silas@school.example is not active on the Staff tab. Choose somebody from the list.'],
  [coach.email, 'The coach and the coachee are the same. Choose the person who was coached.'],
])('“%s” cannot be the coachee', (email, message) => {
  const refused = expect.objectContaining({ code: 'invalid', field: 'coachee', message });
  expect(() => requireCoachee(reference, email, coach.email)).toThrow(refused);
  expect(() => make({ coachee: email })).toThrow(refused);
});

it('whoever is not ticked as a coach is told whom to ask', () => {
  expect(requireCoach(reference, coach.email).name).toBe(coach.name);
  expect(() => requireCoach(reference, coachee.email)).toThrow(
    expect.objectContaining({
      code: 'forbidden',
      message: 'The Staff tab does not have you as a coach yet. Ask the director to tick “May coach”.',
    }),
  );
});

it('a follow-up is kept whole, with the school’s own length where none was given, or not at all', () => {
  const kept = (change: Partial<SessionDraft>) => {
    const { followUpDate, followUpTime, followUpMinutes } = withWholeFollowUp({ ...draft, ...change }, reference);
    return [followUpDate, followUpTime, followUpMinutes];
  };
  expect(kept({})).toEqual(['2026-12-10', '15:45', 30]);
  expect(kept({ followUpMinutes: 45 })).toEqual(['2026-12-10', '15:45', 45]);
  expect(kept({ followUpDate: '', followUpMinutes: 45 })).toEqual(['', '', null]);
});
