import type { Tally } from '../faults/tally.ts';

/** The first cases of a slice that went wrong, by the names with which `npm run faults -- --replay` does them again. */
export const wrong = ({ broken }: Tally): string[] =>
  broken.slice(0, 5).map(({ name, message }) => `${name}: ${message}`);
