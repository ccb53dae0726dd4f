import { parseArgs } from 'node:util';

/** What was asked for on the command line. */
export interface Asked {
  readonly runs: number;
  readonly seed: string;
  readonly only: string;
  readonly replay: string;
  readonly workers: number;
  /** The folder of the bundle that is tried. */
  readonly dist: string;
}

/** The arguments of `npm run faults -- …`. */
export function asked(given: readonly string[]): Asked {
  const { values } = parseArgs({
    args: [...given],
    options: {
      runs: { type: 'string', default: '60000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string', default: '' },
      replay: { type: 'string', default: '' },
      workers: { type: 'string', default: '2' },
      dist: { type: 'string', default: 'dist' },
    },
  });
  const [runs, workers] = [Number(values.runs), Number(values.workers)];
  if (!(runs > 0) || !(workers > 0)) throw new Error('--runs and --workers take a number, such as --runs 60000.');
  return { ...values, runs, workers };
}
