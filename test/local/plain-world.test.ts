import { readFileSync } from 'node:fs';
import { loadOnce, type Script } from '../../local/plain/kept-script.ts';
import { PlainWorld } from '../../local/plain/plain-world.ts';
import type { Run } from '../../local/world.ts';
import * as main from '../../src/main.ts';
import { columnLetter } from '../../src/workbook/lookup.ts';
import { givenWorkbook, idOf, people, session } from '../given.ts';
import { given } from './given.ts';

const coach = { user: people.coach.email, kind: 'client' } as const;

const save = (world: PlainWorld, number = 1, theme = 'Questioning'): Run =>
  world.run('rpc', ['sessions.save', JSON.stringify({ ...session(), id: idOf(number), theme })], coach);

let school: PlainWorld | undefined;

/** The small school on a plain sheet, with some sessions saved. */
function plainSchool(themes: readonly string[] = []): PlainWorld {
  school ??= PlainWorld.of(givenWorkbook().world);
  const world = school.fork();
  for (const [index, theme] of themes.entries()) save(world, index + 1, theme);
  return world;
}

const steps = [
  ['sessions.save', session()],
  ['followUps.deliver', session().id],
  ['home.read', null],
  ['sessions.save', session({ theme: 'Reading' })],
  ['nobody.knows', {}],
] as const;

const themesOf = (world: PlainWorld): (string | undefined)[] => world.rows('Sessions').map(({ Theme }) => Theme);

describe('A script that stays loaded', () => {
  test('keeps nothing from one run to the next: it does what a script loaded afresh does', () => {
    const code = readFileSync('dist/Code.js', 'utf8');
    let runs = 0;
    // Another text is another script to the loader, which then has never run.
    const afresh: Script = { rpc: (...given: never[]) => loadOnce(`${code}\n// ${runs++}`).rpc?.(...given) };
    const go = (script: Script): unknown[] => {
      const world = PlainWorld.of(givenWorkbook().world, { script });
      const done = steps.map(([path, input]) => {
        const { value, calls } = world.run('rpc', [path, JSON.stringify(input)], coach);
        return { value, calls: calls.map(({ service, method, args }) => ({ service, method, args })) };
      });
      return [...done, world.cells('Sessions'), world.cells('Log')];
    };
    const kept = loadOnce(code);
    go(kept);
    expect(go(kept)).toEqual(go(afresh));
    expect(runs).toBe(steps.length);
  });

  test('may be modules of a test, which see the services of their own run and the clock of its world', () => {
    const world = PlainWorld.of(givenWorkbook().world, { script: main });
    expect(save(world).value).toContain('"ok":true');
    expect(world.rows('Sessions')[0]?.['Saved at']).toBe('26/11/2026 16:30');
    expect(new Date().getFullYear()).toBeGreaterThan(2000);
    expect(Reflect.get(globalThis, 'SpreadsheetApp')).toBeUndefined();
  });

  test('lets a whole run of somebody else happen at a call, in the same world or another', () => {
    const [world, other] = [plainSchool(), plainSchool()];
    let isInside = false;
    world.onCall((call, act) => {
      if (call.method === 'tryLock' && !isInside) {
        isInside = true;
        save(world, 2);
        save(other, 3);
      }
      return act();
    });
    save(world, 1);
    expect(world.rows('Sessions').map((row) => row['Session id'])).toEqual([idOf(2), idOf(1)]);
    expect(other.rows('Sessions')).toHaveLength(1);
  });
});

describe('A fork of a plain world', () => {
  test('goes its own way, in cells, calendars, properties and time', () => {
    const base = plainSchool(['Reading']);
    const fork = base.fork();
    fork.run('rpc', ['followUps.deliver', JSON.stringify(idOf(1))], coach);
    fork.stores.properties('script').set('key', 'value');
    fork.clock.advance(60_000);
    expect([fork.rows('Log').length, base.rows('Log').length]).toEqual([1, 0]);
    expect([fork.calendars, base.calendars].map((each) => each.list(people.coach.email).length)).toEqual([1, 0]);
    expect(base.stores.properties('script').size).toBe(0);
    expect(fork.clock.now() - base.clock.now()).toBe(60_000);
  });
});

describe('A person at a plain sheet takes back', () => {
  test('a sort: the rows stand in their former order, with what was added since below them', () => {
    const world = plainSchool(['Writing', 'Behaviour', 'Reading']);
    world.person.sort('Sessions', 7);
    expect(themesOf(world)).toEqual(['Behaviour', 'Reading', 'Writing']);
    save(world, 4, 'Assessment');
    world.person.undo();
    expect(themesOf(world)).toEqual(['Writing', 'Behaviour', 'Reading', 'Assessment']);
  });

  test('typing, and never twice', () => {
    const world = plainSchool(['Writing']);
    world.person.type('Sessions', 'G2', 'Phonics');
    world.person.undo();
    expect(themesOf(world)).toEqual(['Writing']);
    world.person.undo();
    expect(themesOf(world)).toEqual(['Writing']);
  });

  test.each([
    ['a moved column', (world: PlainWorld) => world.person.moveColumn('Sessions', 2, 9)],
    ['an inserted column', (world: PlainWorld) => world.person.insertColumn('Sessions', 3)],
    ['a deleted column', (world: PlainWorld) => world.person.deleteColumn('Sessions', 29)],
    ['a deleted row', (world: PlainWorld) => world.person.deleteRow('Sessions', 2)],
    ['inserted rows', (world: PlainWorld) => world.person.insertRow('Sessions', 2, 3)],
    ['a new name of a tab', (world: PlainWorld) => world.person.rename('Sessions', 'Old')],
    ['the deletion of a tab', (world: PlainWorld) => world.person.deleteTab('Sessions')],
    [
      'a paste',
      (world: PlainWorld) =>
        world.person.paste('Sessions', 'A1', [
          ['', 'x'],
          ['1/2', ''],
        ]),
    ],
  ])('%s: everything is as it was, and the add-on works on', (_, act) => {
    const world = plainSchool(['Writing', 'Reading']);
    const [cells, lookup] = [world.cells('Sessions'), world.person.seesAll('Lookup')];
    act(world);
    world.person.undo();
    expect(world.cells('Sessions')).toEqual(cells);
    expect(world.person.seesAll('Lookup')).toEqual(lookup);
    expect(save(world, 3).value).toContain('"row":4');
  });

  test('what they did, and not what somebody has saved since', () => {
    const world = plainSchool(['Writing']);
    world.person.insertColumn('Sessions', 1);
    save(world, 2, 'Reading');
    world.person.undo();
    expect(themesOf(world)).toEqual(['Writing', 'Reading']);
    expect(world.cells('Sessions')[0]?.[0]?.value).toBe('Date');
  });
});

test('An older version brings back every cell, and neither invitations nor the time', () => {
  const world = plainSchool(['Writing']);
  const version = world.person.version();
  save(world, 2, 'Reading');
  world.run('rpc', ['followUps.deliver', JSON.stringify(idOf(1))], coach);
  world.clock.advance(1000);
  const now = world.clock.now();
  world.person.restore(version);
  expect(themesOf(world)).toEqual(['Writing']);
  expect(world.rows('Sessions')[0]?.['Follow-up status']).toBe('Waiting');
  expect(world.calendars.list(people.coach.email)).toHaveLength(1);
  expect(world.clock.now()).toBe(now);
});

test('A formula that got into a data tab is seen by whoever looks for it', () => {
  const world = plainSchool(['Writing']);
  const ideas = world.cells('Sessions')[0]?.findIndex(({ value }) => value === 'Ideas') ?? 0;
  world.person.type('Sessions', `${columnLetter(ideas + 1)}2`, '=1+1');
  const formulas = world
    .cells('Sessions')
    .flat()
    .filter(({ isFormula }) => isFormula);
  expect(formulas).toEqual([{ value: '=1+1', isFormula: true }]);
  expect(world.rows('Sessions')[0]?.Ideas).toBe('2');
});

test('What a plain sheet does not have is refused by its name', () => {
  const { world } = given();
  const plain = PlainWorld.of(world);
  const { error } = plain.run('bare', ['SpreadsheetApp.getActive().insertSheet("x").hideSheet()'], {
    user: 'ann@school.test',
  });
  expect(error?.message).toContain('not emulated: HIDE_SHEET on a plain sheet');
});
