import {
  type AnswerDraft,
  answersFor,
  checkDate,
  checkFollowUp,
  emptySession,
  hasWords,
  isBegun,
  type KeptDraft,
  mergeDrafts,
  mirroredParts,
} from '../../src/domain/drafts.ts';
import type { SessionDraft } from '../../src/domain/sessions.ts';

const kept = (id: string, at: string, theme = ''): KeptDraft => ({
  draft: { ...emptySession(id, '2026-11-26'), theme },
  part: 'strength',
  at,
});
const said = (drafts: readonly KeptDraft[]) => drafts.map(({ draft }) => `${draft.id} ${draft.theme}`.trim());

describe('drafts kept on two machines', () => {
  it('are one list, the one kept last first, whichever offset its machine wrote', () => {
    const here = [kept('a', '2026-11-26T10:00:00Z'), kept('b', '2026-11-26T12:00:00Z')];
    const there = [kept('c', '2026-11-26T12:30:00+01:00')];
    expect(said(mergeDrafts(here, there))).toEqual(['b', 'c', 'a']);
    expect(said(mergeDrafts(there, here))).toEqual(['b', 'c', 'a']);
  });

  it('have of each session only the one kept later; where both are as late, the one of this machine', () => {
    const early = kept('a', '2026-11-26T10:00:00Z', 'early');
    const late = kept('a', '2026-11-26T11:00:00Z', 'late');
    expect(said(mergeDrafts([early], [late]))).toEqual(['a late']);
    expect(said(mergeDrafts([late], [early]))).toEqual(['a late']);
    expect(said(mergeDrafts([late], [{ ...early, at: late.at }]))).toEqual(['a late']);
  });
});

it('a form with mere spaces in it is still an empty one', () => {
  expect([
    hasWords(emptySession('a', '2026-11-26')),
    hasWords({ ...emptySession('a', '2026-11-26'), theme: ' \n' }),
  ]).toEqual([false, false]);
});

it('a session before anything was typed is a formal one of that day, and empty', () => {
  const { id, date, kind, minutes, followUpMinutes, evidence, ...words } = emptySession('a', '2026-11-26');
  expect([id, date, kind, minutes, followUpMinutes, evidence]).toEqual(['a', '2026-11-26', 'Formal', null, null, []]);
  expect([...new Set(Object.values(words))]).toEqual(['']);
});

it('the question about pupils stands beside Target and Evaluation', () => {
  expect(mirroredParts).toEqual(['target', 'evaluation']);
});

describe('a day or time that will not do is refused in words that say what to do', () => {
  const refused = (change: Partial<SessionDraft>): unknown => {
    const draft = { ...emptySession('a', '2026-11-26'), ...change };
    try {
      checkDate(draft, '2026-11-26');
      checkFollowUp(draft, '2026-11-26', '16:30');
    } catch (error) {
      return error;
    }
    return undefined;
  };

  it.each([
    [{ date: '2026-11-27' }, 'Fri 27 Nov has not come yet. Give the day you talked.'],
    [{ date: '2027-01-04' }, 'Mon 4 Jan 2027 has not come yet. Give the day you talked.'],
    [{ followUpDate: '2026-11-25', followUpTime: '15:45' }, 'Wed 25 Nov has passed. Choose a day still to come.'],
    [{ followUpDate: '2025-11-25', followUpTime: '15:45' }, 'Tue 25 Nov 2025 has passed. Choose a day still to come.'],
    [{ followUpDate: '2026-12-03' }, 'Say at what time you meet again, or take the follow-up date out.'],
    [{ followUpDate: '2026-11-26', followUpTime: '16:30' }, '16:30 today has passed. Choose a time still to come.'],
  ])('%j', (change, message) => expect(refused(change)).toMatchObject({ name: 'UserError', code: 'invalid', message }));

  it.each([
    [{}],
    [{ followUpTime: '08:00' }],
    [{ followUpDate: '2026-11-26', followUpTime: '16:31' }],
    [{ followUpDate: '2026-11-27', followUpTime: '08:00' }],
  ])('%j will do', (change) => expect(refused(change)).toBeUndefined());
});

describe('what is kept beside the words', () => {
  const answer = (change: Partial<AnswerDraft>): AnswerDraft => ({
    step: 'a.1',
    coachee: 'bram@school.example',
    outcome: 'partly',
    happened: 'Once',
    carryOn: '2026-12-10',
    ...change,
  });
  const sent = (change: Partial<AnswerDraft>) => answersFor('bram@school.example', [answer(change)]);

  it('is something to be missed by itself', () => {
    const draft = emptySession('a', '2026-11-26');
    const step = { what: '', due: '', support: '', kind: 'do' } as const;
    expect(isBegun({ draft })).toBe(false);
    expect(isBegun({ draft, steps: [], answers: [], others: [] })).toBe(false);
    expect(isBegun({ draft, steps: [step] })).toBe(true);
    expect(isBegun({ draft, answers: [answer({})] })).toBe(true);
    expect(isBegun({ draft, others: [{ id: 'b', coachee: 'cleo@school.example', steps: [] }] })).toBe(true);
  });

  it('is sent only of the steps of whoever is coached, and once somebody has said what became of them', () => {
    expect(sent({})).toEqual([{ step: 'a.1', outcome: 'partly', happened: 'Once', carryOn: '2026-12-10' }]);
    expect(sent({ outcome: '' })).toEqual([]);
    expect(sent({ coachee: 'cleo@school.example' })).toEqual([]);
  });

  it('carries nothing on that is done', () => {
    expect(sent({ outcome: 'done' })).toMatchObject([{ outcome: 'done', carryOn: '' }]);
  });
});
