import { addDays, type Day, sayDay } from '../../src/domain/days.ts';
import { needs, type PlanDraft, plans as table, wordsOf } from '../../src/domain/plans.ts';
import { evidenceSources, focusChoosers } from '../../src/domain/policy.ts';
import { dayFinder, type Pair } from '../meeting.ts';
import type { Home } from '../server.ts';

/** What a field of a plan is called, and what is meant by it, as the Plans tab says it. */
export type PlanField = Exclude<keyof PlanDraft, 'id' | 'coachee'>;

/** The three parts of a plan (C66), and the fields of each. */
export const planParts: readonly { readonly name: string; readonly fields: readonly PlanField[] }[] = [
  { name: 'Purpose', fields: ['purpose', 'target', 'needs', 'focusBy'] },
  { name: 'Process', fields: ['startingPoint', 'process', 'often', 'minutes'] },
  { name: 'End goals', fields: ['endGoals', 'outcome', 'evidence', 'evidenceDate', 'reviewDate'] },
];

/** The answers that one may choose from, and whether several. */
export const planOptions: Partial<
  Record<PlanField, { readonly several: boolean; readonly options: readonly string[] }>
> = {
  needs: { several: true, options: needs },
  evidence: { several: true, options: evidenceSources },
  focusBy: { several: false, options: focusChoosers },
};

/** The label of a field. */
export const labelOf = (field: string): string => columnOf(field)?.header ?? field;

/** The sentence that helps with it. */
export const helpOf = (field: string): string => columnOf(field)?.help ?? '';

/** What is still missing before a plan can be saved, by its labels. */
export function missingFrom(plan: PlanDraft): string[] {
  return Object.entries(plan).flatMap(([field, value]) =>
    columnOf(field)?.required && String(value ?? '').trim() === '' ? [labelOf(field)] : [],
  );
}

/** The fields in which two plans differ. */
export function differingFields(one: PlanDraft, other: PlanDraft): PlanField[] {
  return planParts.flatMap(({ fields }) => fields.filter((field) => String(one[field]) !== String(other[field])));
}

/** Whether a change is one of the words that both have to agree to. */
export const isOtherWords = (one: PlanDraft, other: PlanDraft): boolean => wordsOf(one) !== wordsOf(other);

/** When to look at a plan together again: about six weeks on, on a school day on which both work. */
export const reviewDay = ({ reference }: Home, pair: Pair, today: Day): Day =>
  dayFinder(reference, pair)(addDays(today, 42));

/** What a field of a plan says, as one reads it. */
export function sayField(plan: PlanDraft, field: PlanField, today: Day): string {
  const value = plan[field];
  if (field === 'evidenceDate' || field === 'reviewDate') return value ? sayDay(String(value), today) : '';
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
}

function columnOf(field: string): { header: string; help?: string; required?: boolean } | undefined {
  return Object.entries(table.columns).find(([key]) => key === field)?.[1];
}
