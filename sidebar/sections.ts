import { type PartKey, parts } from '../src/domain/policy.ts';

/** A section of the session form. */
export type SectionKey = 'about' | 'howItWent' | PartKey | 'outcome' | 'followUp';

const named: readonly { readonly key: SectionKey; readonly name: string }[] = [
  { key: 'about', name: 'Who and when' },
  { key: 'howItWent', name: "How's it been going?" },
  ...parts,
  { key: 'outcome', name: 'Pupil outcome' },
  { key: 'followUp', name: 'Follow-up' },
];

/** The section that comes after another; of a first meeting there is nothing to look back at. */
export function sectionAfter(key: SectionKey, looksBack: boolean): SectionKey | undefined {
  const shown = named.filter((section) => looksBack || section.key !== 'howItWent');
  return shown[shown.findIndex((section) => section.key === key) + 1]?.key;
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
  if (field === 'steps') return 'decision';
  return ['coachee', 'others', 'date', 'minutes'].includes(field) ? 'about' : sectionCalled(field);
}

/** The id under which a field can be found and given the focus. */
export function fieldId(field: string): string {
  return `field-${field}`;
}
