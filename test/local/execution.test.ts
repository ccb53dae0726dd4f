import { pricedMethods } from '../../local/costs.ts';
import { Killed } from '../../local/door.ts';
import { emulatedMethods } from '../../local/services/faces.ts';
import { World } from '../../local/world.ts';
import { given } from './given.ts';

// developers.google.com/apps-script/guides/html/communication
describe('A sidebar that calls the server', () => {
  const client = { kind: 'client' } as const;

  test('gets null for an answer with a Date anywhere in it, and no error', () => {
    const { go } = given();
    expect(go('return { steps: [{ due: new Date() }] }', client)).toMatchObject({ value: null });
    expect(go('return { steps: [undefined, 1] }', client).value).toEqual({ steps: [null, 1] });
    expect(go('', client).value).toBeNull();
  });

  test('may not send dates or functions', () => {
    const { world } = given();
    const call = (arg: unknown) => () => world.run('bare', [arg], { user: 'ann@school.test', kind: 'client' });
    expect(call(new Date())).toThrow('Failed due to illegal value in property: 0');
    expect(call({ done: () => 1 })).toThrow('illegal value');
    expect(call(new Map())).toThrow('illegal value');
  });

  test('reaches only functions at the top level whose names do not end in _', () => {
    const { world } = given();
    const message = (fn: string) => world.run(fn, [], { user: 'ann@school.test', kind: 'client' }).error?.message;
    expect(message('hidden_')).toBe('Script function not found: hidden_');
    expect(message('nobody')).toBe('Script function not found: nobody');
    expect(message('SpreadsheetApp')).toBe('Script function not found: SpreadsheetApp');
    expect(message('toString')).toBe('Script function not found: toString');
  });
});

// developers.google.com/apps-script/guides/v8-runtime
describe('The runtime', () => {
  test.each([
    'setTimeout',
    'fetch',
    'URL',
    'TextEncoder',
    'crypto',
    'structuredClone',
    'process',
    'require',
    'performance',
    'atob',
    'window',
  ])('has no %s', (name) => expect(given().run(`return typeof ${name}`)).toBe('undefined'));

  test('keeps no globals from one execution to the next', () => {
    const { run } = given();
    run('globalThis.seen = 1');
    expect(run('return typeof seen')).toBe('undefined');
  });

  test('knows the arrays, dates and errors of the services as its own', () => {
    const { run } = given();
    const body = `sheet.getRange('A1').setValue('2026-12-03'); var value = sheet.getRange('A1').getValue();
      try { sheet.getRange(0, 1) } catch (error) { return [value instanceof Date, sheet.getRange('A1').getValues() instanceof Array, error instanceof Error, error.name] }`;
    expect(run(body)).toEqual([true, true, true, 'Exception']);
  });

  test('follows the clock of the world, in the time zone of the script', () => {
    const { run, world } = given();
    world.clock.set('2026-07-01T23:30:00Z');
    expect(
      run('var d = new Date(); return [Date.now(), d.getDate(), d.getHours(), d.getTimezoneOffset(), String(d)]'),
    ).toEqual([Date.parse('2026-07-01T23:30:00Z'), 2, 0, -60, 'Thu Jul 02 2026 00:30:00 GMT+0100']);
    expect(run('return new Date(2026, 6, 1, 9).toISOString()')).toBe('2026-07-01T08:00:00.000Z');
    expect(run("return [new Date('2026-07-01').toISOString(), new Date('2026-07-01T09:00').toISOString()]")).toEqual([
      '2026-07-01T00:00:00.000Z',
      '2026-07-01T08:00:00.000Z',
    ]);
    expect(run('var d = new Date(2026, 2, 28, 9); d.setDate(29); return d.toISOString()')).toBe(
      '2026-03-29T08:00:00.000Z',
    );
  });
});

describe('The door', () => {
  test('counts the calls that reach the servers, and the cells', () => {
    const { go } = given();
    const { calls, modelled } = go(
      `sheet.getRange('A1:B2').setValues([[1, 2], [3, 4]]); sheet.getRange('A1:A2').getValues(); SpreadsheetApp.flush()`,
    );
    expect(
      calls.filter(({ server }) => server).map(({ service, method, cells }) => [`${service}.${method}`, cells]),
    ).toEqual([
      ['Range.getValues', 2],
      ['SpreadsheetApp.flush', 0],
    ]);
    expect(calls.filter(({ buffered }) => buffered).map(({ method, cells }) => [method, cells])).toEqual([
      ['setValues', 4],
    ]);
    expect(modelled).toBeGreaterThan(100);
  });

  test('prices no method that is not emulated', () => {
    const emulated = new Set(emulatedMethods());
    expect(pricedMethods().filter((name) => !emulated.has(name))).toEqual([]);
  });

  test('lets a test fail a call before or after it happens', () => {
    const { world, go, run } = given();
    const stop = world.onCall((call, act) => {
      if (call.method !== 'appendRow') return act();
      act();
      throw new Error('Service Spreadsheets timed out while accessing document.');
    });
    expect(go(`sheet.appendRow(['x'])`).error?.message).toContain('timed out');
    stop();
    expect(run('return sheet.getLastRow()')).toBe(1);
  });

  test.each([
    ['kept', [['a'], ['b'], ['']]],
    ['lost', [['a'], [''], ['']]],
    ['torn', [['a'], [''], ['']]],
  ] as const)('kills a run whose unsent writes are %s, whatever it catches', (unflushed, left) => {
    const { world, go, run } = given();
    const stop = world.onCall((call, act) => {
      if (call.method === 'getUuid') throw new Killed('Exceeded maximum execution time');
      return act();
    });
    const body = `sheet.getRange('A1').setValue('a'); SpreadsheetApp.flush(); sheet.getRange('A2').setValue('b');
      try { Utilities.getUuid() } catch (error) {} finally { try { sheet.getRange('A3').setValue('c') } catch (error) {} } return 'done'`;
    expect(go(body, { unflushed })).toMatchObject({ value: undefined, error: { name: 'Killed' } });
    stop();
    expect(run(`return sheet.getRange('A1:A3').getValues()`)).toEqual(left);
  });

  test('lets another person run in the middle of a run', () => {
    const { world, run } = given();
    let once = true;
    world.onCall((call, act) => {
      if (call.method === 'appendRow' && once) {
        once = false;
        run(`sheet.appendRow(['other'])`, { user: 'ben@school.test' });
      }
      return act();
    });
    expect(run(`sheet.appendRow(['mine']); return sheet.getRange('A1:A2').getValues()`)).toEqual([['other'], ['mine']]);
  });

  test('sends what is written only with the next read, flush or end', () => {
    const { world, run, person } = given();
    const seen: string[] = [];
    world.onCall((call, act) => {
      if (call.method === 'getUuid') seen.push(person.sees('Sheet1', 'A1'));
      return act();
    });
    run(`sheet.getRange('A1').setValue('x'); Utilities.getUuid(); sheet.getLastRow(); Utilities.getUuid()`);
    expect(seen).toEqual(['', 'x']);
  });
});

// developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle
describe('Authorisation', () => {
  test('without any there is no sheet and there are no properties, but there is a menu', () => {
    const { go } = given();
    const none = { kind: 'simple-trigger', authMode: 'NONE' } as const;
    expect(
      go(`SpreadsheetApp.getUi().createAddonMenu().addItem('Open', 'open').addSeparator().addToUi()`, none).shown,
    ).toEqual([
      {
        kind: 'menu',
        title: 'STRIDE Coaching',
        addon: true,
        lines: [
          { text: 'Open', fn: 'open' },
          { text: '', separator: true },
        ],
      },
    ]);
    expect(go('SpreadsheetApp.getActiveSpreadsheet()', none).error?.message).toContain(
      'You do not have permission to call SpreadsheetApp.getActiveSpreadsheet.',
    );
    expect(go('PropertiesService.getUserProperties()', none).error?.message).toContain('You do not have permission');
  });

  test('limited may read the sheet and open nothing', () => {
    const { go } = given();
    const limited = { kind: 'simple-trigger' } as const;
    expect(go('return sheet.getName()', limited).value).toBe('Sheet1');
    expect(go(`SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x'))`, limited).error?.message).toBe(
      'You do not have permission to call Ui.showSidebar. Required permissions: https://www.googleapis.com/auth/script.container.ui',
    );
    expect(go('return Session.getActiveUser().getEmail()', limited).value).toBe('');
  });

  test('a trigger is told its mode and, when it may, the sheet', () => {
    const bundle = {
      code: 'function onOpen(e) { return [String(e.authMode), e.source ? e.source.getName() : null]; }',
      html: {},
      manifest: '{}',
    };
    const world = new World({ bundle });
    const open = (authMode: 'NONE' | 'LIMITED') =>
      world.run('onOpen', [], { user: 'ann@school.test', kind: 'simple-trigger', authMode }).value;
    expect([open('NONE'), open('LIMITED')].map((value) => JSON.stringify(value))).toEqual([
      '["NONE",null]',
      '["LIMITED","Coaching"]',
    ]);
  });
});
