import type { PlanDraft } from '../../src/domain/plans.ts';
import { inBrowser } from '../drafts.ts';

/** A plan that somebody has begun to write or to change, and the plan as it was when they did. */
export type KeptPlan = { readonly draft: PlanDraft; readonly base: PlanDraft | null };

// Of new plans there is one at a time.
const keyOf = (user: string, base: PlanDraft | null): string => `stride.plan.${user}.${base?.id ?? 'new'}`;

/** Keeps a plan in this browser while it is typed; answers whether the browser would. */
export function keepPlan(user: string, kept: KeptPlan): boolean {
  const put = (drawer: Storage): boolean => {
    drawer.setItem(keyOf(user, kept.base), JSON.stringify(kept));
    return true;
  };
  return inBrowser(put) === true;
}

/** What this browser has kept of a plan, or of a new one. */
export function keptPlan(user: string, base: PlanDraft | null): KeptPlan | undefined {
  try {
    // Only keepPlan writes under this key.
    const kept = JSON.parse(inBrowser((drawer) => drawer.getItem(keyOf(user, base))) ?? '') as KeptPlan;
    return kept.draft.id ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets it: it has been saved, or was not wanted. */
export function forgetPlan(user: string, base: PlanDraft | null): void {
  inBrowser((drawer) => drawer.removeItem(keyOf(user, base)));
}
