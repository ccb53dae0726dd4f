import { engine } from '../../local/engine.ts';
import type { RevisionHub } from '../../local/hub.ts';
import { given } from './given.ts';

/** A browser's own model, joined to the workbook as the page joins it: everything crosses as JSON. */
function browser(hub: RevisionHub, id: string) {
  const listeners: ((message: unknown) => void)[] = [];
  const connection = hub.connect((message) => {
    for (const listener of listeners) listener(JSON.parse(JSON.stringify(message)));
  });
  const { data, messages } = JSON.parse(JSON.stringify(connection.snapshot())) as { data: object; messages: never[] };
  const transportService = {
    sendMessage: async (message: unknown) => connection.receive(JSON.parse(JSON.stringify(message))),
    onNewMessage: (_: string, listener: (message: never) => void) =>
      void listeners.push(listener as (message: unknown) => void),
    leave: () => connection.close(),
  };
  const model = new engine.Model(data, { transportService, client: { id, name: id } }, messages);
  const sees = (col: number, row: number) => model.getters.getEvaluatedCell({ sheetId: '0', col, row }).formattedValue;
  const type = (col: number, row: number, content: string) =>
    model.dispatch('UPDATE_CELL', { sheetId: '0', col, row, content });
  return { model, sees, type, connection };
}

describe('The shared sheet', () => {
  // o-spreadsheet tells the console how long each step took.
  beforeAll(() => Object.assign(console, { debug: () => undefined }));

  test('what somebody types in a browser is read by the next run, and the other way round', () => {
    const { run, world } = given();
    run(`sheet.getRange('A1').setValue('before').setNote('n')`);
    const ann = browser(world.hub, 'ann');
    expect(ann.sees(0, 0)).toBe('before');
    ann.type(0, 1, '=2*21');
    expect(run(`return sheet.getRange('A2').getValue()`)).toBe(42);
    run(`sheet.getRange('A3').setValue('from a run')`);
    expect(ann.sees(0, 2)).toBe('from a run');
  });

  test('who joins later sees what was done before, and everybody sees everybody', () => {
    const { run, world } = given();
    const ann = browser(world.hub, 'ann');
    ann.type(0, 0, 'one');
    run(`sheet.getRange('A2').setValue('two')`);
    const ben = browser(world.hub, 'ben');
    expect([ben.sees(0, 0), ben.sees(0, 1)]).toEqual(['one', 'two']);
    ben.type(0, 2, 'three');
    expect(ann.sees(0, 2)).toBe('three');
    ann.connection.close();
    ben.type(0, 3, 'four');
    expect(run(`return sheet.getRange('A1:A4').getValues()`)).toEqual([['one'], ['two'], ['three'], ['four']]);
  });

  test('an undone edit is undone for all', () => {
    const { run, world } = given();
    const [ann, ben] = [browser(world.hub, 'ann'), browser(world.hub, 'ben')];
    ann.type(0, 0, 'oops');
    ann.model.dispatch('REQUEST_UNDO');
    expect([ben.sees(0, 0), run(`return sheet.getRange('A1').getValue()`)]).toEqual(['', '']);
  });

  test('a workbook that was saved and opened again is joined as before', () => {
    const first = given();
    first.run(`sheet.getRange('A1').setValue('kept')`);
    const { run, world } = given({ workbook: first.world.save() });
    const ann = browser(world.hub, 'ann');
    ann.type(0, 1, 'new');
    expect(run(`return sheet.getRange('A1:A2').getValues()`)).toEqual([['kept'], ['new']]);
  });
});
