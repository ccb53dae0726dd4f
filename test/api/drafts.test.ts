import type { KeptDraft } from '../../src/domain/drafts.ts';
import { givenPlainSchool, idOf, people, type School, session } from '../given.ts';

const { coach, other } = people;
const begun = session({ strength: 'Half a sen', outcome: '' });

const keep = (school: School, input: Readonly<Record<string, unknown>>, who: string = coach.email) =>
  school.ask<string>(who, 'drafts.keep', { draft: begun, part: 'target', ...input }).reply;
const drop = (school: School, id: unknown) => school.ask(coach.email, 'drafts.drop', id).reply;
const kept = (school: School, who: string = coach.email): readonly KeptDraft[] => school.home(who).drafts;

describe('an unfinished session', () => {
  it('is kept as far as it was typed, with the part that was open and when, for whoever types it and nobody else', () => {
    const school = givenPlainSchool();
    expect(keep(school, {})).toEqual({ ok: true, value: expect.stringMatching(/^2026-11-26T16:3/) });
    expect(kept(school)).toEqual([{ draft: begun, part: 'target', at: expect.stringMatching(/^2026-11-26T16:3/) }]);
    expect(kept(school, other.email)).toEqual([]);
  });

  it('replaces what was kept of it before, and is forgotten once it is dropped', () => {
    const school = givenPlainSchool();
    keep(school, {});
    keep(school, { draft: { ...begun, strength: 'Half a sentence' } });
    keep(school, { draft: { ...begun, id: idOf(2) } });
    expect(
      kept(school)
        .map(({ draft }) => draft.strength)
        .sort(),
    ).toEqual(['Half a sen', 'Half a sentence']);
    expect(drop(school, begun.id)).toEqual({ ok: true, value: null });
    expect(kept(school).map(({ draft }) => draft.id)).toEqual([idOf(2)]);
    expect(drop(school, 7)).toEqual({ ok: true, value: null });
    expect(kept(school)).toHaveLength(1);
  });

  it('that corrects a saved one is kept with what that said and the correction’s own id', () => {
    const school = givenPlainSchool();
    const base = session();
    keep(school, { base, edit: idOf(9) });
    expect(kept(school)).toMatchObject([{ draft: begun, base, edit: idOf(9) }]);
  });

  it.each([
    [{ base: session() }],
    [{ edit: idOf(9) }],
    [{ base: session(), edit: 'x' }],
    [{ base: session(), edit: 7 }],
    [{ base: session(), edit: null }],
  ])('is no correction without both of these: %#', (input) => {
    const school = givenPlainSchool();
    expect(keep(school, input)).toMatchObject({ ok: true });
    expect(Object.keys(kept(school)[0] ?? {}).sort()).toEqual(['at', 'draft', 'part']);
  });

  it('has the shape of one, whatever was sent, and is refused without an id', () => {
    const school = givenPlainSchool();
    const odd = {
      id: idOf(3),
      strength: 7,
      minutes: '20',
      evidence: ['drop in', '', 7],
      theme: ' \n',
      more: 'x',
      kind: '',
    };
    expect(keep(school, { draft: odd, part: 7 })).toMatchObject({ ok: true });
    expect(kept(school)).toEqual([
      {
        draft: {
          ...session({ id: idOf(3), evidence: ['drop in'] }),
          ...Object.fromEntries(['coachee', 'theme', 'strength', 'target', 'outcome'].map((key) => [key, ''])),
          followUpDate: '',
          followUpTime: '',
          followUpMinutes: null,
        },
        part: '',
        at: expect.any(String),
      },
    ]);
    for (const draft of [{ ...begun, id: 'x' }, {}, null])
      expect(keep(school, { draft })).toEqual({
        ok: false,
        error: { code: 'invalid', message: 'This session has no proper id. Open a new session.' },
      });
  });

  it('is kept for nobody whom Google does not name', () => {
    const school = givenPlainSchool();
    expect(keep(school, {}, '')).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(school.ask('', 'drafts.drop', begun.id).reply).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });
});
