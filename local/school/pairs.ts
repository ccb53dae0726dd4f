import type { Day } from '../../src/domain/days.ts';
import type { ThreadKey } from './threads.ts';

/** A run of conversations of the same two people about the same thing, told from its end. */
export interface Cycle {
  readonly thread: ThreadKey;
  readonly sessions: number;
  /** The day of the last conversation. */
  readonly last: Day;
  /** When the two meet again; empty when the run has come to its end. */
  readonly due: Day;
  readonly isGroup: boolean;
}

/** Who coaches whom, and about what, the latest first. */
export interface Pair {
  readonly coach: string;
  readonly coachee: string;
  readonly cycles: readonly Cycle[];
}

const run = (thread: ThreadKey, sessions: number, last: Day, due: Day = ''): Cycle => ({
  thread,
  sessions,
  last,
  due,
  isGroup: false,
});

const group = (...facts: Parameters<typeof run>): Cycle => ({ ...run(...facts), isGroup: true });

function coach(name: string, coachees: Readonly<Record<string, readonly Cycle[]>>): Pair[] {
  return Object.entries(coachees).map(([coachee, cycles]) => ({ coach: name, coachee, cycles }));
}

/**
 * Seen on 26 November 2026: two follow-ups are due that day, some in the days and weeks after it, five are overdue, and
 * some people have nothing arranged. About three in four of the staff have been coached this school year.
 */
export const pairs: readonly Pair[] = [
  ...coach('Ambrose Larch', {
    'Ottoline Marsh': [run('steering', 3, '2026-11-17', '2026-12-08'), run('steering', 3, '2026-06-16')],
    'Fenella Reed': [run('steering', 2, '2026-11-03', '2026-12-01'), run('leading', 3, '2026-05-19')],
    'Corin Ashlar': [run('leading', 3, '2026-10-15', '2026-11-19')],
    'Hesper Dock': [run('steering', 2, '2026-09-29'), run('families', 2, '2026-03-24')],
  }),
  ...coach('Ottoline Marsh', {
    'Ada Quill': [run('leading', 3, '2026-11-10', '2026-12-03'), run('modelled', 2, '2026-05-12')],
    'Ines Catkin': [run('curriculum', 3, '2026-11-19', '2026-12-10'), run('retrieval', 2, '2026-06-23')],
    'Leopold Juniper': [run('feedback', 2, '2026-10-06'), run('leading', 3, '2026-05-14')],
    'Winifred Inkwell': [run('welcome', 2, '2026-11-12', '2026-11-30')],
  }),
  ...coach('Fenella Reed', {
    'Bram Tansy': [run('fluency', 3, '2026-11-18', '2026-12-09'), run('curriculum', 2, '2026-03-25')],
    'Elowen Flint': [run('starts', 3, '2026-11-24', '2026-12-15'), run('modelled', 3, '2026-07-07')],
    'Perrin Lantern': [run('fluency', 3, '2026-07-09')],
    'Tamsin Burdock': [run('assisting', 3, '2026-10-20', '2026-11-24')],
  }),
  ...coach('Cosmo Bracken', {
    'Marnie Sedge': [
      run('talk', 3, '2026-11-05', '2026-11-26'),
      run('modelled', 3, '2026-06-25'),
      run('starts', 2, '2026-03-17'),
    ],
    'Perrin Lantern': [run('maths', 3, '2026-10-21', '2026-11-18')],
    'Nell Yarrow': [run('workload', 3, '2026-11-11', '2026-12-02'), run('talk', 3, '2026-05-20')],
    'Orla Thimble': [run('assisting', 3, '2026-11-17', '2026-12-08'), run('fluency', 2, '2026-05-07')],
    'Wilf Teasel': [run('assisting', 2, '2026-10-13'), run('play', 2, '2026-04-29')],
  }),
  ...coach('Corin Ashlar', {
    'Rufus Anvil': [run('maths', 4, '2026-11-13', '2026-12-04'), run('starts', 2, '2026-04-23')],
    'Dilys Campion': [run('maths', 2, '2026-10-14', '2026-11-20'), run('feedback', 3, '2026-06-12')],
    'Silas Wicket': [run('starts', 4, '2026-07-08')],
  }),
  ...coach('Leopold Juniper', {
    'Hamish Tallow': [run('retrieval', 3, '2026-11-16', '2026-11-30'), run('feedback', 3, '2026-06-03')],
    'Zadie Spindle': [run('modelled', 3, '2026-11-25', '2026-12-16'), run('talk', 2, '2026-03-18')],
    'Ivo Latch': [run('assisting', 3, '2026-11-09', '2026-11-25')],
  }),
  ...coach('Juno Sallow', {
    'Thea Bellows': [run('families', 3, '2026-11-11', '2026-12-02'), run('scaffolds', 2, '2026-05-06')],
    'Lettice Comfrey': [run('scaffolds', 3, '2026-10-19'), run('assisting', 2, '2026-05-05')],
    'Beattie Mallow': [run('assisting', 3, '2026-11-23', '2026-12-14'), group('scaffolds', 2, '2026-06-17')],
  }),
  ...coach('Hesper Dock', {
    'Juno Sallow': [run('leading', 3, '2026-11-04', '2026-11-27'), run('scaffolds', 2, '2026-06-24')],
    'Cleo Medlar': [run('play', 2, '2026-11-19', '2026-12-03'), group('play', 4, '2026-07-02')],
    'Alban Pewter': [run('families', 2, '2026-11-06', '2026-12-04'), run('families', 2, '2026-03-20')],
  }),
  ...coach('Winifred Inkwell', {
    'Pru Ledger': [run('welcome', 3, '2026-11-18', '2026-12-09'), run('welcome', 2, '2026-06-10')],
    'Della Stamp': [run('welcome', 3, '2026-07-01')],
    'Amos Gantry': [run('site', 3, '2026-11-12', '2026-11-26'), run('site', 2, '2026-05-21')],
  }),
];
