import { inBrowser } from '../drafts.ts';

const keyOf = (what: string): string => `stride.${what}`;

/** Keeps what is typed in this browser, under whose and what it is; answers whether the browser would. */
export function keepTyped(what: string, typed: unknown): boolean {
  const put = (drawer: Storage): boolean => {
    drawer.setItem(keyOf(what), JSON.stringify(typed));
    return true;
  };
  return inBrowser(put) === true;
}

/** What this browser has kept under it, if it is whole. */
export function keptTyped<T>(what: string, isWhole: (kept: T) => boolean): T | undefined {
  try {
    // Only keepTyped writes under these keys.
    const kept = JSON.parse(inBrowser((drawer) => drawer.getItem(keyOf(what))) ?? '') as T;
    return isWhole(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets it: it has been saved, or was not wanted. */
export function forgetTyped(what: string): void {
  inBrowser((drawer) => drawer.removeItem(keyOf(what)));
}
