import { scenarios } from './cycle-scenarios.ts';
import type { Desk } from './desk.ts';
import { begin, faultsOf, mapRound } from './fault-cases.ts';

/** How many runs of what: together as many as were asked for. */
export interface Plan {
  readonly scenarios: readonly string[];
  /** Whether first faults are tried, which is always all of them. */
  readonly faults: boolean;
  /** Second faults after each first one, on average, and third ones after each of those. */
  readonly second: number;
  readonly third: number;
  /** Acts between, of each scenario, and pairs of them. */
  readonly acts: number;
  readonly pairs: number;
  readonly weeks: number;
  readonly orders: number;
}

const kinds = ['faults', 'acts', 'weeks', 'sidebar'] as const;

/**
 * Every first fault is always tried. Of the rest, one eighth are acts between, one in ten of them two at once; some
 * hundreds are weeks and orders of the sidebar's calls; what remains are second and third faults, half and half.
 */
export function planOf(school: Desk, runs: number, only: string): Plan {
  const isKind = kinds.some((kind) => kind === only);
  const names = Object.keys(scenarios).filter((name) => only === '' || isKind || name === only);
  if (names.length === 0)
    throw new Error(`Nothing is called ${only}. There are: ${[...kinds, ...Object.keys(scenarios)].join(', ')}`);
  const has = (kind: (typeof kinds)[number]): boolean => only === '' || only === kind;
  const inScenario = only === '' || !isKind;
  const first = inScenario || has('faults') ? names.reduce((sum, name) => sum + countOf(school, name), 0) : 0;
  const share = (kind: 'weeks' | 'sidebar', part: number): number =>
    only === kind ? runs : only === '' ? Math.ceil(runs * part) : 0;
  const [weeks, orders] = [share('weeks', 1 / 800), share('sidebar', 1 / 600)];
  const between = only === 'acts' ? runs : inScenario ? Math.ceil(runs / 8) : 0;
  const rest = Math.max(0, first === 0 ? 0 : runs - first - between - weeks - orders);
  // A little more than asked for: of pairs some cannot follow one another.
  const second = first === 0 ? 0 : (rest * 1.02) / 2 / first;
  const each = between / names.length;
  return {
    scenarios: names,
    faults: first > 0,
    second,
    third: 1,
    acts: Math.ceil(each * 0.9),
    pairs: Math.ceil(each * 0.1),
    weeks,
    orders,
  };
}

function countOf(school: Desk, name: string): number {
  const { scenario, desk } = begin(school, name);
  return faultsOf(mapRound(desk, scenario)).length;
}
