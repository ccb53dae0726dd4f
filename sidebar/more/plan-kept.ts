import type { PlanDraft } from '../../src/domain/plans.ts';
import { forgetTyped, keepTyped, keptTyped } from './kept.ts';

/** A plan that somebody has begun to write or to change, and the plan as it was when they did. */
export type KeptPlan = { readonly draft: PlanDraft; readonly base: PlanDraft | null };

// Of new plans there is one at a time.
const nameOf = (user: string, base: PlanDraft | null): string => `plan.${user}.${base?.id ?? 'new'}`;

/** Keeps a plan in this browser while it is typed; answers whether the browser would. */
export const keepPlan = (user: string, kept: KeptPlan): boolean => keepTyped(nameOf(user, kept.base), kept);

/** What this browser has kept of a plan, or of a new one. */
export const keptPlan = (user: string, base: PlanDraft | null): KeptPlan | undefined =>
  keptTyped<KeptPlan>(nameOf(user, base), ({ draft }) => draft.id !== '');

/** Forgets it: it has been saved, or was not wanted. */
export const forgetPlan = (user: string, base: PlanDraft | null): void => forgetTyped(nameOf(user, base));
