import { World } from '../../local/world.ts';
import { given } from './given.ts';

// developers.google.com/apps-script/reference/lock/lock
describe('Locks', () => {
  test('one execution at a time has the lock, another waits in vain, and the end of a run frees it', () => {
    const { world, run } = given();
    const seen: unknown[] = [];
    world.onCall((call, act) => {
      if (call.method === 'getUuid') {
        seen.push(run('return LockService.getDocumentLock().tryLock(20000)', { user: 'ben@school.test' }));
        expect(() => run('LockService.getDocumentLock().waitLock(10)', { user: 'ben@school.test' })).toThrow(
          'Lock timeout: another process was holding the lock for too long.',
        );
      }
      return act();
    });
    const began = world.clock.now();
    expect(
      run(
        'var lock = LockService.getDocumentLock(); var had = [lock.hasLock(), lock.tryLock(0), lock.tryLock(0), lock.hasLock()]; Utilities.getUuid(); return had',
      ),
    ).toEqual([false, true, true, true]);
    expect(seen).toEqual([false]);
    expect(world.clock.now() - began).toBe(20_010);
    expect(run('return LockService.getDocumentLock().tryLock(-100)')).toBe(false);
    expect(run('return LockService.getDocumentLock().tryLock(0)')).toBe(true);
  });

  test('a script that belongs to no document has no document lock, store or sheet', () => {
    const { run } = given({ hasDocument: false });
    expect(
      run(
        'return [LockService.getDocumentLock(), PropertiesService.getDocumentProperties(), CacheService.getDocumentCache(), SpreadsheetApp.getActive()]',
      ),
    ).toEqual([null, null, null, null]);
  });
});

// developers.google.com/apps-script/guides/services/quotas
describe('Properties and caches', () => {
  test('properties are texts; a person sees their own and the document sees its own', () => {
    const { run } = given();
    run(
      `PropertiesService.getUserProperties().setProperty('n', 25).setProperties({ draft: 'words' }); PropertiesService.getDocumentProperties().setProperty('v', '1')`,
    );
    expect(
      run(
        `var p = PropertiesService.getUserProperties(); return [p.getProperties(), p.getProperty('nothing'), p.getKeys()]`,
      ),
    ).toEqual([{ n: '25', draft: 'words' }, null, ['n', 'draft']]);
    expect(
      run(
        `return [PropertiesService.getUserProperties().getKeys(), PropertiesService.getDocumentProperties().getProperty('v')]`,
        { user: 'ben@school.test' },
      ),
    ).toEqual([[], '1']);
  });

  test('a value has at most 9 kB and a store 500 kB', () => {
    const { run } = given();
    expect(() => run(`PropertiesService.getUserProperties().setProperty('k', 'x'.repeat(9 * 1024 + 1))`)).toThrow(
      'Argument too large: value',
    );
    expect(() =>
      run(
        `var p = PropertiesService.getUserProperties(); for (var i = 0; i < 60; i++) p.setProperty('k' + i, 'x'.repeat(9000))`,
      ),
    ).toThrow('You have exceeded the property storage quota. Please remove some properties and try again.');
  });

  test('a cache forgets, at the latest after six hours', () => {
    const { run, world } = given();
    expect(
      run(
        `var c = CacheService.getUserCache(); c.put('k', 'v', 2); return [c.get('k'), c.get('none'), c.getAll(['k', 'x'])]`,
      ),
    ).toEqual(['v', null, { k: 'v' }]);
    world.clock.advance(2000);
    expect(run(`return CacheService.getUserCache().get('k')`)).toBeNull();
    expect(() => run(`CacheService.getUserCache().put('k', 'x'.repeat(102401))`)).toThrow('Argument too large: value');
    expect(() => run(`CacheService.getUserCache().put('', 'x')`)).toThrow('Invalid argument: key');
  });
});

// developers.google.com/apps-script/reference/utilities/utilities
describe('Utilities', () => {
  test.each([
    ["yyyy-MM-dd'T'HH:mm:ssXXX", '2026-07-01T10:05:09+01:00'],
    ['EEE d MMM yyyy', 'Wed 1 Jul 2026'],
    ['EEEE d MMMM, h:mm a', 'Wednesday 1 July, 10:05 AM'],
    ['Z', '+0100'],
  ])('formats a date by %s', (pattern, text) => {
    expect(
      given().run(
        `return Utilities.formatDate(new Date('2026-07-01T09:05:09Z'), 'Europe/London', ${JSON.stringify(pattern)})`,
      ),
    ).toBe(text);
  });

  test('does not guess at letters it does not know', () => {
    expect(() => given().run(`return Utilities.formatDate(new Date(), 'Europe/London', 'YYYY')`)).toThrow(
      'not emulated: Utilities.formatDate with YYYY',
    );
  });

  test('digests are signed bytes, of US-ASCII unless told otherwise', () => {
    const { run } = given();
    expect(run(`return Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'abc').slice(0, 4)`)).toEqual([
      -112, 1, 80, -104,
    ]);
    expect(
      run(
        `return Utilities.base64Encode(Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'é')) === Utilities.base64Encode(Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, '?'))`,
      ),
    ).toBe(true);
    expect(
      run(`return Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'abc', Utilities.Charset.UTF_8).length`),
    ).toBe(32);
    expect(run(`return Utilities.base64Decode(Utilities.base64Encode('é'))`)).toEqual([-61, -87]);
  });

  test('sleeping lets the time pass', () => {
    const { run } = given();
    expect(run('var before = Date.now(); Utilities.sleep(1500); return Date.now() - before')).toBe(1500);
  });
});

// developers.google.com/apps-script/guides/triggers/installable
describe('Hourly triggers', () => {
  const code = `function install() { ScriptApp.newTrigger('deliver').timeBased().everyHours(1).create(); return ScriptApp.getProjectTriggers().length; }
    function mine() { return ScriptApp.getProjectTriggers().map(function (t) { return t.getHandlerFunction() }); }
    function remove() { ScriptApp.getProjectTriggers().forEach(function (t) { ScriptApp.deleteTrigger(t) }); }
    function deliver() { console.log(Session.getEffectiveUser().getEmail()); }
    function open() { return SpreadsheetApp.getUi(); }`;
  const world = () => new World({ bundle: { code, html: {}, manifest: '{}' }, now: '2026-12-03T09:30:00Z' });

  test('belong to who made them, who alone sees them, and run as them when due', () => {
    const w = world();
    const [ann, ben] = [{ user: 'ann@school.test' }, { user: 'ben@school.test' }];
    w.run('install', [], ann);
    w.run('install', [], ben);
    expect(JSON.stringify(w.run('mine', [], ann).value)).toBe('["deliver"]');
    expect(w.runTriggers()).toEqual([]);
    w.clock.advance(3_600_000);
    expect(w.runTriggers().map(({ log }) => log)).toEqual([['log: ann@school.test'], ['log: ben@school.test']]);
    w.run('remove', [], ann);
    w.clock.advance(3_600_000);
    expect(w.runTriggers().map(({ log }) => log)).toEqual([['log: ben@school.test']]);
  });

  test('cannot show anything', () => {
    expect(world().run('open', [], { user: 'ann@school.test', kind: 'time-trigger' }).error?.message).toBe(
      'Cannot call SpreadsheetApp.getUi() from this context.',
    );
  });
});

// developers.google.com/apps-script/reference/base/ui and /html/html-output
describe('What a person is shown', () => {
  test('alerts wait for an answer, which the test gives', () => {
    const { go } = given();
    const body = `var ui = SpreadsheetApp.getUi(); var first = ui.alert('Sure?', 'It cannot be undone.', ui.ButtonSet.YES_NO); var second = ui.alert('Done'); return [String(first), first === ui.Button.NO, second === ui.Button.OK]`;
    const { value, shown } = go(body, { answers: ['NO'] });
    expect(JSON.stringify(value)).toBe('["NO",true,true]');
    expect(shown).toEqual([
      { kind: 'alert', title: 'Sure?', text: 'It cannot be undone.', buttons: 'YES_NO', answered: 'NO' },
      { kind: 'alert', title: '', text: 'Done', buttons: 'OK', answered: 'OK' },
    ]);
  });

  test('a sidebar is a page as it is, with its title', () => {
    const { go } = given();
    const { shown } = go(
      `SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('STRIDE').append('<?= 1 ?>').setWidth(500)); SpreadsheetApp.getActive().toast('Saved', 'STRIDE')`,
    );
    expect(shown).toEqual([
      { kind: 'sidebar', title: 'STRIDE', html: '<p>Sidebar</p><?= 1 ?>' },
      { kind: 'toast', title: 'STRIDE', text: 'Saved' },
    ]);
    expect(go(`HtmlService.createHtmlOutputFromFile('Nope')`).error?.message).toBe(
      'No HTML file named Nope was found.',
    );
    // developers.google.com/apps-script/guides/html/best-practices: what `include` of that page does
    expect(go(`return HtmlService.createHtmlOutputFromFile('Later').getContent()`).value).toBe(
      '<script>later()</script>',
    );
    expect(go(`return HtmlService.createHtmlOutputFromFile('Later.html').getContent()`).value).toBe(
      '<script>later()</script>',
    );
    expect(go(`HtmlService.createTemplateFromFile('Sidebar')`).error?.message).toBe(
      'not emulated: HtmlService.createTemplateFromFile',
    );
  });
});

test('A world is saved and opened again with everything in it', () => {
  const before = given();
  before.run(`var s = ss.insertSheet('Staff'); s.getRange('A:A').setNumberFormat('@'); s.getRange('A1:A2').setValues([['Email'], ["'=x"]]); s.getRange('A1').setNote('Who');
    s.getRange('B1').setFormula('=LEN( A2 )').setNumberFormat('d MMM yyyy'); ss.setNamedRange('Emails', s.getRange('A2:A')); s.protect().setWarningOnly(true).setDescription('Staff');
    s.getRange('C2').setDataValidation(SpreadsheetApp.newDataValidation().requireDate().setHelpText('A day').build());
    PropertiesService.getDocumentProperties().setProperty('v', '3'); ScriptApp.newTrigger('bare').timeBased().everyHours(1).create()`);
  const after = given({ workbook: JSON.parse(JSON.stringify(before.world.save())) as unknown });
  const read = `var s = ss.getSheetByName('Staff'); return [s.getRange('A2').getValue(), s.getRange('A2').getNumberFormat(), s.getRange('A1').getNote(), s.getRange('B1').getFormula(), s.getRange('B1').getNumberFormat(),
    ss.getRangeByName('Emails').getA1Notation(), s.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0].getDescription(), s.getRange('C2').getDataValidation().getHelpText(),
    PropertiesService.getDocumentProperties().getProperty('v'), ScriptApp.getProjectTriggers().length, s.getSheetId()]`;
  expect(after.run(read)).toEqual(before.run(read));
  expect(after.run(read)).toEqual([
    '=x',
    '@',
    'Who',
    '=LEN( A2 )',
    'd MMM yyyy',
    'A2:A',
    'Staff',
    'A day',
    '3',
    1,
    expect.any(Number),
  ]);
});
