import { World } from '../../local/world.ts';
import { givenBlankSheet, givenWorkbook, idOf, people, type School } from '../given.ts';
import { smallTab } from '../school.ts';

/** The small school after somebody has done something to the Sessions tab that only the platform's own menus can do. */
function changedBy(who: string, act: string): School {
  const code = `function act() { const tab = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Sessions'); ${act} }`;
  const hand = new World({ workbook: givenWorkbook().world.save(), bundle: { code, html: {}, manifest: '{}' } });
  const { error } = hand.run('act', [], { user: who });
  if (error) throw new Error(error.message);
  return givenBlankSheet({ workbook: hand.save() });
}

describe('saving, on a sheet that is not as set-up left it,', () => {
  it('says that the sheet changed when somebody deletes a column while it is written, and can be tried again', () => {
    const school = givenWorkbook();
    let deleted = false;
    school.world.onCall((call, act) => {
      if (call.method === 'flush' && !deleted) {
        deleted = true;
        school.person.deleteColumn('Sessions', school.column('Sessions', 'Theme'));
      }
      return act();
    });
    expect(school.save()).toMatchObject({ ok: false, error: { code: expect.stringMatching(/^(stale|setup)$/) } });
    school.told('setUpSheet');
    expect(school.save()).toMatchObject({ ok: true });
    expect(school.rows('Sessions')).toHaveLength(1);
  });

  it('makes room when the tab is full, and Impact counts what comes after', () => {
    const school = givenWorkbook();
    school.person.type('Sessions', `H${smallTab - 1}`, 'far down');
    school.save({ id: idOf(1) });
    expect(school.save({ id: idOf(2) })).toMatchObject({ ok: true, value: { row: smallTab + 1 } });
    expect(school.figure('Sessions this half-term')).toBe('2');
    expect(school.save({ id: idOf(2) })).toMatchObject({ ok: true, value: { row: smallTab + 1, already: true } });
  });

  it('a header that was renamed or deleted is named, with what puts it right', () => {
    const school = givenWorkbook();
    school.person.type('Sessions', 'E1', 'Person');
    expect(school.save()).toMatchObject({
      ok: false,
      error: {
        code: 'setup',
        message:
          'The column “Coachee” of the Sessions tab is missing. Ask the director to choose STRIDE Coaching › Set up or repair this sheet.',
      },
    });
    expect(school.told('setUpSheet')).toContain('Sessions: the header “Person” says “Coachee” again.');
    expect(school.save().ok).toBe(true);
  });

  it('a tab that is locked against coaches is named, with what to look at', () => {
    const school = changedBy(
      people.director.email,
      `const protection = tab.protect(); protection.removeEditors(protection.getEditors()); protection.addEditor('${people.director.email}');`,
    );
    expect(school.save()).toMatchObject({
      ok: false,
      error: {
        code: 'setup',
        message:
          'A tab of this sheet is locked against you, so this could not be saved. Ask the director to look at Data › Protect sheets and ranges.',
      },
    });
    expect(school.rows('Sessions')).toEqual([]);
  });

  it('a rule that rejects what is saved is named, and set-up makes it a warning again', () => {
    const school = changedBy(
      people.director.email,
      `tab.getRange('C2:C50').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['Chat']).setAllowInvalid(false).build());`,
    );
    expect(school.save()).toMatchObject({
      ok: false,
      error: {
        code: 'setup',
        message: expect.stringContaining('A rule of this sheet rejects what is to be saved.'),
      },
    });
    expect(school.rows('Sessions')).toEqual([]);
    expect(school.told('setUpSheet')).toContain('Sessions: put the list of choices right of Kind.');
    expect(school.save().ok).toBe(true);
  });
});
