import fc from 'fast-check';
import { type Call, Killed } from '../../local/door.ts';
import type { Person } from '../../local/person.ts';
import type { PlainPerson } from '../../local/plain/plain-person.ts';
import { PlainWorld } from '../../local/plain/plain-world.ts';
import type { Run, World } from '../../local/world.ts';
import { givenWorkbook, idOf, people, session } from '../given.ts';

/** What can be done in either world, and how a failing case names it. */
type Either = World | PlainWorld;
type Someone = Person | PlainPerson;
interface Step {
  readonly said: string;
  readonly take: (world: Either, person: Someone) => Run | undefined;
}
interface Act {
  readonly said: string;
  readonly act: (person: Someone) => void;
}

const coach = people.coach.email;

const ask = (path: string, input: unknown): Step => ({
  said: `${path} ${JSON.stringify(input).slice(0, 300)}`,
  take: (world) => world.run('rpc', [path, JSON.stringify(input)], { user: coach, kind: 'client', unflushed: 'torn' }),
});

/** A step during which something happens at one of its calls, if it has so many. */
const at = (place: number, step: Step, said: string, what: (act: () => unknown, person: Someone) => unknown): Step => ({
  said: `at call ${place} of (${step.said}) ${said}`,
  take: (world, person) => {
    let count = 0;
    const away = world.onCall((_call, act) => (count++ === place ? what(act, person) : act()));
    try {
      return step.take(world, person);
    } finally {
      away();
    }
  },
});

const which = fc.integer({ min: 1, max: 4 });
// Mostly columns with days, numbers, ids and what people type in.
const column = fc.oneof(fc.constantFrom(1, 3, 10, 18, 18, 23, 29), fc.integer({ min: 1, max: 30 }));
const tab = fc.constantFrom('Sessions', 'Sessions', 'Sessions', 'Log', 'Staff');
// What is typed must be read alike; a formula of a person's own is worked out by o-spreadsheet alone.
const words = fc.constantFrom(
  '',
  'Ann',
  '12',
  '3 Dec 2026',
  '1/2',
  '007',
  'TRUE',
  "'=1+1",
  '15:30',
  ' x ',
  '£5',
  '50%',
);

const hourly: Step = {
  said: 'the hourly run',
  take: (world) => world.run('sendWaitingHourly', [], { user: coach, kind: 'time-trigger' }),
};

const saves = fc
  .tuple(which, words)
  .map(([number, theme]) => ask('sessions.save', { ...session(), id: idOf(number), theme }));
const edits = fc.tuple(which, words).map(([number, reality]) => {
  const base = { ...session(), id: idOf(number), theme: 'Ann' };
  return ask('sessions.edit', { base, draft: { ...base, reality, followUpTime: '16:00' }, edit: idOf(9) });
});
const requests = fc.oneof(
  { weight: 5, arbitrary: saves },
  { weight: 3, arbitrary: which.map((number) => ask('followUps.deliver', idOf(number))) },
  { weight: 2, arbitrary: edits },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      hourly,
      ask('home.read', null),
      ask('sessions.list', people.coachee.email),
      ask('sessions.read', idOf(1)),
      ask('reconcile.check', ''),
    ),
  },
);

const hand = <Given extends readonly (string | number | boolean)[]>(
  name: string,
  given: fc.Arbitrary<Given>,
  act: (person: Someone, ...given: Given) => void,
): fc.Arbitrary<Act> =>
  given.map((all) => ({ said: `${name} ${all.join(', ')}`, act: (person) => act(person, ...all) }));

const order = fc.constantFrom<'asc' | 'desc'>('asc', 'desc');
const acts: fc.Arbitrary<Act> = fc.oneof(
  hand('sort', fc.tuple(tab, column, order), (person, ...given) => person.sort(...given)),
  hand('insert column', fc.tuple(tab, column), (person, ...given) => person.insertColumn(...given)),
  hand('move column', fc.tuple(tab, column, column), (person, ...given) => person.moveColumn(...given)),
  hand('delete column', fc.tuple(tab, column), (person, ...given) => person.deleteColumn(...given)),
  hand('delete row', fc.tuple(tab, which), (person, on, row) => person.deleteRow(on, row + 1)),
  hand('insert rows', fc.tuple(tab, which), (person, on, row) => person.insertRow(on, row, 2)),
  hand(
    'paste',
    fc.tuple(tab, fc.constantFrom('A', 'C', 'R', 'R'), which, words, words),
    (person, on, col, row, ...all) =>
      person.paste(
        on,
        `${col}${row}`,
        all.map((text) => [text, text]),
      ),
  ),
  hand('type an id', fc.tuple(tab, words), (person, on, text) => person.type(on, 'AC2', text)),
  hand('type at the bottom', fc.tuple(tab), (person, on) => person.type(on, 'B60', 'end')),
  hand('hide row', fc.tuple(which), (person, row) => person.hideRows('Sessions', row + 1)),
  hand('filter', fc.tuple(words), (person, text) => person.filter('Sessions', 23, [text, 'Waiting'])),
  hand('rename', fc.tuple(fc.boolean()), (person, back) =>
    back ? person.rename('Old', 'Sessions') : person.rename('Sessions', 'Old'),
  ),
  hand('delete tab', fc.tuple(fc.constant('Log')), (person, name) => person.deleteTab(name)),
);

const timedOut = (): Error => new Error('Service Spreadsheets timed out');
const killed = (): Error => new Killed('six minutes are over');

const during = fc
  .tuple(fc.integer({ min: 0, max: 45 }), requests, fc.constantFrom(timedOut, killed), fc.boolean(), acts, fc.boolean())
  .map(([place, step, error, isAfter, by, isFault]) => {
    if (!isFault) {
      return at(place, step, by.said, (act, person) => {
        attempt(() => by.act(person));
        return act();
      });
    }
    return at(place, step, `${error().message} ${isAfter ? 'after' : 'before'}`, (act) => {
      if (isAfter) act();
      throw error();
    });
  });

const alone = ({ said, act }: Act): Step => ({
  said,
  take: (_, person) => {
    attempt(() => act(person));
    return undefined;
  },
});
const byHand = acts.map(alone);

// What chance seldom meets: a column of all kinds sorted both ways, and a change at the very edge of a range.
const examples = [
  [
    alone({ said: 'kinds', act: (person) => person.paste('Sessions', 'R2', [['x'], ['TRUE'], [''], ['12'], ['7']]) }),
    alone({ said: 'up', act: (person) => person.sort('Sessions', 18) }),
    alone({ said: 'down', act: (person) => person.sort('Sessions', 18, 'desc') }),
  ],
  [
    alone({ said: 'last column', act: (person) => person.insertColumn('Staff', 10) }),
    alone({ said: 'last row', act: (person) => person.insertRow('Sessions', 60) }),
    alone({ said: 'all but the header', act: (person) => person.deleteRow('Log', 2, 58) }),
    ask('home.read', null),
  ],
  [alone({ said: 'ticks beside names', act: (person) => person.moveColumn('Staff', 5, 2) })],
];

const steps = fc.oneof(
  { weight: 2, arbitrary: requests },
  { weight: 4, arbitrary: byHand },
  { weight: 2, arbitrary: during },
);

describe('A plain sheet under the same services', () => {
  test('answers, calls and cells are those of the real one, whatever people and scripts do', () => {
    const sequences = fc.array(steps, { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(sequences, (sequence) => {
        const real = givenWorkbook();
        for (const [index, theme] of ['Writing', 'Reading'].entries()) real.save({ id: idOf(index + 1), theme });
        const plain = PlainWorld.of(real.world).fork();
        for (const { take } of sequence) {
          expect(told(take(plain, plain.person))).toEqual(told(take(real.world, real.person)));
          expect(plain.calendars.save()).toEqual(real.world.calendars.save());
          expect(namesOf(plain)).toEqual(namesOf(real.world));
          expect(lookupOf(plain)).toEqual(lookupOf(real.world));
          for (const name of ['Sessions', 'Log', 'Old'])
            expect(cellsOf(plain, name)).toEqual(cellsOf(real.world, name));
        }
      }),
      {
        examples: examples.map((example): [Step[]] => [example]),
        numRuns: Number(process.env.PLAIN_RUNS ?? 15),
        ...(process.env.PLAIN_SEED && { seed: Number(process.env.PLAIN_SEED) }),
      },
    );
  });
});

function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // Refused in both worlds, or the cells that follow differ.
  }
}

function told(run: Run | undefined): unknown {
  if (!run) return null;
  const same = (text: unknown): unknown =>
    typeof text === 'string' ? text.replace(/Reference \w{4}/, 'Reference') : text;
  return {
    value: same(run.value),
    error: same(run.error?.message),
    calls: run.calls.map(({ service, method, cells }: Call) => `${service}.${method} ${cells}`),
    shown: run.shown,
    said: run.log.length,
  };
}

/** Everything on a tab as a script reads it, and as a person sees it; nothing when there is no such tab. */
function cellsOf({ book }: Either, name: string): unknown {
  const id = book.getters.getSheetIdByName(name);
  if (id === undefined) return null;
  const [rows, columns] = [book.cells.lastRow(id), book.cells.lastColumn(id)];
  if (rows === 0) return [];
  const all = { left: 0, top: 0, right: columns - 1, bottom: rows - 1 };
  const { numberOfRows, numberOfCols } = book.getters.getSheetSize(id);
  const seen = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, col) => book.cells.display(id, col, row)),
  );
  const formats = seen.map((line, row) =>
    line.map((_, col) => book.getters.getCell({ sheetId: id, col, row })?.format),
  );
  return { values: book.cells.values(id, all), seen, formats, numberOfRows, numberOfCols };
}

/** Where the names of the tabs that a plain sheet has point. */
function namesOf({ book }: Either): unknown {
  const names = book.getters.getNamedRanges().filter(({ name }) => /^(Sessions|Log|Staff)_/.test(name));
  return names.map(({ name, range }) => ({ name, sheetId: range.sheetId, zone: range.zone })).sort(byName);
}

const byName = (one: { name: string }, other: { name: string }): number => one.name.localeCompare(other.name);

/** What the formulas of the Lookup tab answer; which error it is when they cannot is the engine's own affair. */
function lookupOf({ book }: Either): unknown {
  const id = book.getters.getSheetIdByName('Lookup') ?? '';
  const { numberOfRows, numberOfCols } = book.getters.getSheetSize(id);
  const values = book.cells.values(id, { left: 0, top: 0, right: numberOfCols - 1, bottom: numberOfRows - 1 });
  const isError = (value: unknown): boolean => typeof value === 'string' && /^#[A-Z]/.test(value);
  // To o-spreadsheet a name that is gone has one row, which the formulas for the last rows then add one to; to Sheets
  // ROWS of it is an error. The line above, the last row with an id, is an error to both.
  return values.map((row, at) =>
    row.map((value, col) => (isError(value) || (value === 2 && isError(values[at - 1]?.[col])) ? '#' : value)),
  );
}
