import { emptySession } from '../src/domain/drafts.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import { people } from '../test/school.ts';

/** Whoever does something in a case, by address. */
export const ada = people.coach.email;
export const bram = people.coachee.email;
export const cleo = people.other.email;
export const dora = people.director.email;

/** In everything anybody types, so that it can be looked for where no word of a conversation may be. */
export const marker = 'quillwort';

/** The session a case is about, those that were there before, and one of a colleague's that comes between. */
export const ids = {
  mine: '0a0a0a0a-0000-4000-8000-00000000000a',
  second: '0a0a0a0a-0000-4000-8000-00000000000b',
  old: '0a0a0a0a-0000-4000-8000-0000000000ff',
  theirs: '0c0c0c0c-0000-4000-8000-00000000000c',
  theirNew: '0c0c0c0c-0000-4000-8000-0000000000ff',
} as const;

/** A whole session with a follow-up, in words that a sheet would like to read as something else. */
export function draftOf(id: string, change: Partial<SessionDraft> = {}): SessionDraft {
  return {
    ...emptySession(id, '2026-11-26'),
    coachee: bram,
    theme: 'Questioning',
    strength: `=${marker}+1`,
    target: `'${marker} 007`,
    reality: `+44 ${marker}`,
    decision: `1/2 ${marker}\nsecond line`,
    outcome: `Every pupil, ${marker}`,
    evidence: ['book sample', 'drop in'],
    minutes: 40,
    followUpDate: '2026-12-10',
    followUpTime: '15:45',
    followUpMinutes: 30,
    ...change,
  };
}

/** The same without a follow-up. */
export const withoutFollowUp = { followUpDate: '', followUpTime: '', followUpMinutes: null } as const;
