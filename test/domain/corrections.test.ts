import {
  correctedCells,
  differing,
  draftOf,
  isReplanned,
  refuseNewer,
  replanned,
  sayColumns,
} from '../../src/domain/corrections.ts';
import { UserError } from '../../src/domain/errors.ts';
import { eventIdOf, nextEventId } from '../../src/domain/follow-ups.ts';
import { newSession } from '../../src/domain/new-session.ts';
import { makeReference } from '../../src/domain/reference.ts';
import type { SessionDraft } from '../../src/domain/sessions.ts';
import { settingRows } from '../../src/domain/settings.ts';
import { session } from '../given.ts';
import { people, periods, teamRows } from '../school.ts';

const rows = settingRows.map((row) =>
  row.name === 'Domains that may be invited' ? { ...row, value: 'school.example' } : row,
);
const reference = makeReference(Object.values(people), teamRows, periods, rows);
const now = { today: '2026-11-26', time: '16:30', now: '2026-11-26T16:30:00+00:00' };
const row = newSession(reference, people.coach, session(), now);
const edit = '11111111-1111-4111-8111-111111111111';

const cells = (change: Partial<SessionDraft>, there = row, base = session()) =>
  correctedCells(reference, there, base, session(change), undefined, now);

it('what a person typed of a row is the draft it was saved from', () => {
  expect(draftOf(row)).toEqual(session());
});

it('two versions differ in the columns that a person types, each named by its header', () => {
  const other = session({ evidence: ['book sample'], minutes: 20, coachee: people.other.email, followUpDate: '' });
  expect(differing(session(), other)).toEqual(['coachee', 'evidence', 'minutes', 'followUpDate']);
  expect(sayColumns(differing(session(), other))).toBe('Coachee, Evidence planned, Minutes, Follow-up date');
  expect(differing(session(), session())).toEqual([]);
});

describe('a correction', () => {
  it('changes the cells that were changed, and those that follow from them', () => {
    expect(cells({ strength: 'More', minutes: 25 })).toEqual({ strength: 'More', minutes: 25 });
    expect(cells({ date: '2026-09-10' })).toEqual({ date: '2026-09-10', halfTerm: '2026/27 Autumn 1' });
    expect(cells({ coachee: people.other.email })).toEqual({ coachee: people.other.email, team: 'Office' });
  });

  it('of the coachee or the follow-up also says who is invited, and that the invitation waits', () => {
    const replan = { status: 'Waiting', eventId: row.eventId } as const;
    const at = (change: Partial<SessionDraft>) =>
      correctedCells(reference, row, session(), session(change), replan, now);
    expect(at({ coachee: people.other.email })).toMatchObject({ assistantHead: '', ...replan });
    expect(at({ followUpTime: '16:00' })).toEqual({
      followUpTime: '16:00',
      assistantHead: people.head.email,
      ...replan,
    });
    expect(at({ followUpDate: '', followUpTime: '', followUpMinutes: null })).toMatchObject({ assistantHead: '' });
  });

  it('is asked only about what it changes: a day that was in the future for somebody else is left', () => {
    const past = session({ followUpDate: '2026-11-01' });
    expect(correctedCells(reference, row, past, { ...past, ideas: 'x' }, undefined, now)).toMatchObject({ ideas: 'x' });
    const typed = session({ date: '2026-11-27' });
    expect(correctedCells(reference, row, typed, { ...typed, ideas: 'x' }, undefined, now)).toMatchObject({
      ideas: 'x',
    });
  });

  it.each([
    [{ date: '2026-11-27' }, 'date'],
    [{ followUpDate: '2026-11-25' }, 'followUpDate'],
    [{ followUpTime: '' }, 'followUpTime'],
    [{ coachee: people.coach.email }, 'coachee'],
    [{ coachee: people.gone.email }, 'coachee'],
    [{ coachee: '' }, 'coachee'],
  ])('to %j is refused at its field', (change, field) => {
    expect(() => cells(change)).toThrow(expect.objectContaining({ code: 'invalid', field }));
  });
});

describe('somebody else’s newer change', () => {
  const stale = (there: SessionDraft, draft: SessionDraft) => () => refuseNewer(there, session(), draft);

  it('refuses a correction, and names the columns', () => {
    expect(stale(session({ strength: 'Theirs' }), session({ strength: 'Mine' }))).toThrow(
      new UserError(
        'stale',
        'Somebody has changed this session since you opened it (Strength). Nothing of yours was saved yet: look at both versions.',
      ),
    );
    expect(stale(session({ target: 'Theirs' }), session({ strength: 'Mine' }))).toThrow('(Target)');
  });

  it('does not when it is what the correction says too, or there is none', () => {
    expect(stale(session({ strength: 'Mine' }), session({ strength: 'Mine' }))).not.toThrow();
    expect(stale(session(), session({ strength: 'Mine' }))).not.toThrow();
    // Half of the correction was written by an earlier try.
    expect(stale(session({ strength: 'Mine' }), session({ strength: 'Mine', ideas: 'Mine' }))).not.toThrow();
  });
});

describe('the invitation', () => {
  const follows = (change: Partial<SessionDraft>, base = session(), there = row) =>
    isReplanned(there, base, { ...base, ...change }, now.today);

  it('follows a change of when or who, and no other', () => {
    expect(follows({ coachee: people.other.email })).toBe(true);
    expect(follows({ followUpDate: '2026-12-11' })).toBe(true);
    expect(follows({ followUpTime: '16:00' })).toBe(true);
    expect(follows({ followUpMinutes: 45 })).toBe(true);
    expect(follows({ followUpDate: '' })).toBe(true);
    expect(follows({ strength: 'x', date: '2026-11-20', theme: 'x' })).toBe(false);
  });

  it('follows nothing where no follow-up is or was', () => {
    const without = session({ followUpDate: '', followUpTime: '', followUpMinutes: null });
    expect(follows({ coachee: people.other.email }, without, { ...row, eventId: '' })).toBe(false);
  });

  it('follows any correction of a follow-up still to come that was typed into the sheet', () => {
    const typed = { ...row, eventId: '' };
    expect(follows({ ideas: 'x' }, session(), typed)).toBe(true);
    expect(follows({ ideas: 'x' }, session({ followUpDate: '2026-11-26' }), typed)).toBe(true);
    expect(follows({ ideas: 'x' }, session({ followUpDate: '2026-11-25' }), typed)).toBe(false);
  });
});

describe('the event of a changed follow-up', () => {
  const event = (change: Partial<SessionDraft>, before: Parameters<typeof replanned>[2], there = row) =>
    replanned(there, session(change), before, edit).eventId;

  it('is the same one while it stands, waits, or was refused', () => {
    for (const before of ['Invited', 'Waiting', 'Not sent', ''] as const)
      expect(event({ followUpDate: '2026-12-11' }, before)).toBe(eventIdOf(row.id));
  });

  it('is another after it was removed or called off, the same one for the same correction', () => {
    for (const before of ['Removed', 'Cancelled'] as const)
      expect(event({ followUpDate: '2026-12-11' }, before)).toBe(nextEventId(row.id, edit));
    expect(nextEventId(row.id, edit)).toMatch(/^[a-v0-9]{5,1024}$/);
    const other = '22222222-2222-4222-8222-222222222222';
    expect(new Set([eventIdOf(row.id), nextEventId(row.id, edit), nextEventId(row.id, other)]).size).toBe(3);
  });

  it('is the one to be called off when there is to be none', () => {
    expect(event({ followUpDate: '' }, 'Removed')).toBe(eventIdOf(row.id));
  });

  it('is the first where there was none', () => {
    expect(replanned({ ...row, eventId: '' }, session(), '', edit)).toEqual({
      status: 'Waiting',
      eventId: eventIdOf(row.id),
    });
  });
});
