import type { SessionDraft } from '../src/domain/sessions.ts';

/** The parts in which two versions of a session differ, by key; a follow-up's day, time and length are one part. */
export function differences(one: SessionDraft, other: SessionDraft): string[] {
  const others: Readonly<Record<string, unknown>> = other;
  const fields = Object.entries(one).filter(([field, value]) => String(value) !== String(others[field]));
  return [...new Set(fields.map(([field]) => partOf(field)))];
}

/** My version with the parts that I take from the other. */
export function merge(mine: SessionDraft, theirs: SessionDraft, taken: readonly string[]): SessionDraft {
  const fields = Object.entries(theirs).filter(([field]) => taken.includes(partOf(field)));
  return { ...mine, ...Object.fromEntries(fields) };
}

const partOf = (field: string): string => (field.startsWith('followUp') ? 'followUp' : field);
