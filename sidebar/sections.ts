import { type PartKey, parts } from '../src/domain/policy.ts';

/** A section of the session form. */
export type SectionKey = 'about' | PartKey | 'outcome' | 'followUp';

const named: readonly { readonly key: SectionKey; readonly name: string }[] = [
  { key: 'about', name: 'Who and when' },
  ...parts,
  { key: 'outcome', name: 'Pupil outcome' },
  { key: 'followUp', name: 'Follow-up' },
];

/** The section that comes after another. */
export function sectionAfter(key: SectionKey): SectionKey | undefined {
  return named[named.findIndex((section) => section.key === key) + 1]?.key;
}

/** A section by the key it was kept under, if it is one. */
export function sectionCalled(key: string): SectionKey | undefined {
  return named.find((section) => section.key === key)?.key;
}

/** What a section is called. */
export function sectionName(key: string): string {
  return named.find((section) => section.key === key)?.name ?? '';
}

/** Where what is wrong with a field is said; nowhere for a field that cannot be typed wrongly. */
export function sectionOf(field: string): SectionKey | undefined {
  if (field.startsWith('followUp')) return 'followUp';
  if (field === 'startingPoint') return 'outcome';
  return ['coachee', 'date', 'minutes'].includes(field) ? 'about' : sectionCalled(field);
}

/** The id under which a field can be found and given the focus. */
export function fieldId(field: string): string {
  return `field-${field}`;
}
