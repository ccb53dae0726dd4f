import { Person } from '../../local/person.ts';
import { type Run, World, type WorldOptions } from '../../local/world.ts';

/** A little school: a world whose script is the function bodies a test writes. */
export interface Given {
  readonly world: World;
  readonly person: Person;
  /** Runs a function body as a person and gives its answer; an error of the script is thrown. */
  run(body: string, as?: Partial<Parameters<World['run']>[2]>): unknown;
  /** The same, with everything the run did. */
  go(body: string, as?: Partial<Parameters<World['run']>[2]>): Run;
}

/** A world at half past nine on Thursday 3 December 2026. */
export function given(options: WorldOptions = {}): Given {
  const manifest = JSON.stringify({ timeZone: 'Europe/London' });
  // The body of the test arrives as the first argument and is read inside the script's own realm.
  const code =
    'function test(body) { return new Function("ss", "sheet", body)(SpreadsheetApp.getActive(), SpreadsheetApp.getActiveSheet()); } function bare(body) { return new Function(body)(); } function hidden_() { return 1; }';
  const bundle = { code, html: { Sidebar: '<p>Sidebar</p>', Later: '<script>later()</script>' }, manifest };
  const world = new World({ now: '2026-12-03T09:30:00Z', bundle, ...options });
  const go: Given['go'] = (body, as = {}) => {
    const needsSheet = /\b(ss|sheet)\b/.test(body);
    return world.run(needsSheet ? 'test' : 'bare', [body], { user: 'ann@school.test', ...as });
  };
  const run: Given['run'] = (body, as) => {
    const { value, error } = go(body, as);
    if (error) throw new Error(error.message);
    return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
  };
  return { world, person: new Person(world), go, run };
}
