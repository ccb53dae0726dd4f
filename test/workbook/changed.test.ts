import { type Changed, ofChanged } from '../../src/workbook/healing.ts';
import type { Grid, RawRow } from '../../src/workbook/tab.ts';
import { day, notThere, read, tab, there, told } from './tabs-as-text.ts';

describe('a cell that was changed', () => {
  const raws = ([headers, ...rows]: Grid): RawRow[] => rows.map((cells) => ({ headers, cells }));
  const before = tab(`
    Date | Words     | Minutes | Status  | Id
    19/  | Wait time | 20      | Invited | b2
    26/  | Old       | 30      | Waiting | a1
    27/  | Third     | 40      | Not yet | c3`);
  const changed: Changed = {
    id: 'a1',
    idHeader: 'Id',
    at: 2,
    strokes: [{ header: 'Words', column: 1, value: "'New" }],
    before: raws(before),
    truth: () => '',
  };
  const look = (text: string, change: Partial<Changed> = {}) =>
    told(ofChanged(tab(text), { ...changed, ...change }, read));

  it('is there when nobody did anything', () => {
    expect(
      look(`
        Date | Words     | Minutes | Status  | Id
        19/  | Wait time | 20      | Invited | b2
        26/  | New       | 30      | Waiting | a1
        27/  | Third     | 40      | Not yet | c3`),
    ).toEqual(there(3));
  });

  it('is there also when somebody sorted once it was', () => {
    expect(
      look(`
        Date | Words     | Minutes | Status  | Id
        27/  | Third     | 40      | Not yet | c3
        26/  | New       | 30      | Waiting | a1
        19/  | Wait time | 20      | Invited | b2`),
    ).toEqual(there(3));
    expect(
      look(`
        Date | Words     | Minutes | Status  | Id
        26/  | New       | 30      | Waiting | a1
        19/  | Wait time | 20      | Invited | b2
        27/  | Third     | 40      | Not yet | c3`),
    ).toEqual(there(2));
  });

  it('is written where its row stands, and the row that was hit instead is given back what it had', () => {
    expect(
      look(`
        Date | Words     | Minutes | Status  | Id
        26/  | Old       | 30      | Waiting | a1
        19/  | New       | 20      | Invited | b2
        27/  | Third     | 40      | Not yet | c3`),
    ).toEqual(notThere(2, ['B3', "'Wait time"], ['B2', "'New"]));
  });

  it('gives a row that said the same before nothing back', () => {
    const same = tab(`
      Date | Words | Minutes | Status  | Id
      19/  | New   | 20      | Invited | b2
      26/  | Old   | 30      | Waiting | a1`);
    expect(
      look(
        `
        Date | Words | Minutes | Status  | Id
        26/  | New   | 30      | Waiting | a1
        19/  | New   | 20      | Invited | b2`,
        { before: raws(same) },
      ),
    ).toEqual(there(2));
  });

  it('is not there when somebody deleted its row, and the next one is given back what it had', () => {
    expect(
      look(`
        Date | Words     | Minutes | Status  | Id
        19/  | Wait time | 20      | Invited | b2
        27/  | New       | 40      | Not yet | c3`),
    ).toEqual(notThere('gone', ['B3', "'Third"]));
  });

  it('is not there when everything from its row down was deleted', () => {
    expect(
      look(`
        Date | Words     | Minutes | Status  | Id
        19/  | Wait time | 20      | Invited | b2`),
    ).toEqual(notThere('gone'));
  });

  it('is not there when somebody emptied the tab, headers and all', () => {
    expect(look('', { before: raws(before).slice(1, 2) })).toMatchObject({ isThere: false, written: [] });
  });

  it('is taken out of a row that somebody inserted', () => {
    expect(
      look(`
        Date | Words     | Minutes | Status  | Id
        19/  | Wait time | 20      | Invited | b2
             | New       |         |         |
        26/  | Old       | 30      | Waiting | a1`),
    ).toEqual(notThere(4, ['B3', ''], ['B4', "'New"]));
  });

  it('is taken out of a row that somebody inserted also where other rows have no id', () => {
    const noted = tab(`
      Date | Words     | Minutes | Status  | Id
      19/  | Wait time | 20      | Invited | b2
      26/  | Old       | 30      | Waiting | a1
           | A note    |         |         |   `);
    expect(
      look(
        `
        Date | Words     | Minutes | Status  | Id
        19/  | Wait time | 20      | Invited | b2
             | New       | 50      |         |
        26/  | Old       | 30      | Waiting | a1
             | A note    |         |         |   `,
        { before: raws(noted) },
      ),
    ).toEqual(notThere(4, ['B3', ''], ['B4', "'New"]));
  });

  it('leaves what somebody has typed into its row under another header, where no column was moved', () => {
    expect(
      look(`
        Date | Words     | Minutes | Status  | Id
        19/  | Wait time | 20      | Invited | b2
        26/  | New       | 30      | New     | a1`),
    ).toEqual(there(3));
  });

  it('is written under its header where a column was moved, and what was struck has its date again', () => {
    expect(
      look(`
        Words     | Date | Minutes | Status  | Id
        Wait time | 19/  | 20      | Invited | b2
        Old       | New  | 30      | Waiting | a1`),
    ).toEqual(notThere(3, ['B3', day(26)], ['A3', "'New"]));
  });

  it('is written under its header where a column was inserted, and taken out of the new one', () => {
    expect(
      look(`
        Date |     | Words     | Minutes | Status  | Id
        19/  |     | Wait time | 20      | Invited | b2
        26/  | New | Old       | 30      | Waiting | a1`),
    ).toEqual(notThere(3, ['B3', ''], ['C3', "'New"]));
  });

  it('is taken out of a column without a header also in another row', () => {
    expect(
      look(`
        Date |     | Words     | Minutes | Status  | Id
        26/  |     | New       | 30      | Waiting | a1
        19/  | New | Wait time | 20      | Invited | b2`),
    ).toEqual({ ...there(2), written: [['B3', '']] });
  });

  it('stays where its header was only given another name', () => {
    expect(
      look(`
        Date | My words  | Minutes | Status  | Id
        19/  | Wait time | 20      | Invited | b2
        26/  | New       | 30      | Waiting | a1`),
    ).toEqual(notThere(3));
  });

  it('is there when columns before it were deleted with what they had', () => {
    const strokes = [{ header: 'Status', column: 3, value: "'New" }];
    expect(
      look(
        `
        Status  | Id
        Invited | b2
        New     | a1`,
        { strokes },
      ),
    ).toEqual(there(3));
  });

  it('and a second one, in columns that somebody swapped, are both written where they belong', () => {
    const strokes = [...changed.strokes, { header: 'Minutes', column: 2, value: 45 }];
    expect(
      look(
        `
        Date | Minutes | Words     | Status  | Id
        19/  | 20      | Wait time | Invited | b2
        26/  | New     | 45        | Waiting | a1`,
        { strokes },
      ),
    ).toEqual(notThere(3, ['C3', "'New"], ['B3', 45]));
  });

  it('that is a number and became a date in its own row, is known all the same', () => {
    const strokes = [{ header: 'Minutes', column: 2, value: 45 }];
    const moved = `
      Words     | Minutes | Date | Status  | Id
      Wait time | 20      | 19/  | Invited | b2
      Old       | 30      | 13/  | Waiting | a1`;
    expect(look(moved, { strokes })).toEqual(notThere(3, ['C3', day(26)], ['B3', 45]));
    // In another row it may be that person's own.
    expect(
      look(
        `
        Words     | Minutes | Date | Status  | Id
        Old       | 45      | 26/  | Waiting | a1
        Wait time | 20      | 13/  | Invited | b2`,
        { strokes },
      ),
    ).toEqual(there(2));
  });

  it('leaves what somebody typed into a cell since, where it is a text', () => {
    expect(
      look(`
        Words | Date | Minutes | Status  | Id
        Old   | 19/  | 20      | Invited | b2
        New   | Mine | 30      | Waiting | a1`),
    ).toEqual(there(3));
  });

  describe('in the row whose id was hit by it', () => {
    it('gives the row its id back also when it is one of several', () => {
      const strokes = [...changed.strokes, { header: 'Minutes', column: 2, value: 45 }];
      expect(
        look(
          `
          Date | Id  | Minutes | Words     | Status
          19/  | b2  | 20      | Wait time | Invited
          26/  | New | 45      | Old       | Mine`,
          { strokes },
        ),
      ).toEqual(notThere(3, ['B3', "'a1"], ['D3', "'New"]));
    });

    it('gives the row its id back', () => {
      expect(
        look(`
          Date | Id  | Words     | Minutes | Status  |
          19/  | b2  | Wait time | 20      | Invited |
          26/  | New | Old       | 30      | Waiting |`),
      ).toEqual(notThere(3, ['B3', "'a1"], ['C3', "'New"]));
    });

    it('also when somebody changed something else of it', () => {
      expect(
        look(`
          Date | Id  | Words     | Minutes | Status
          19/  | b2  | Wait time | 20      | Invited
          26/  | New | Old       | 30      | Mine`),
      ).toEqual(notThere(3, ['B3', "'a1"], ['C3', "'New"]));
    });

    it('but not when its own row stands elsewhere, or that id was typed', () => {
      expect(
        look(`
          Date | Id  | Words     | Minutes | Status
          26/  | a1  | New       | 30      | Waiting
          24/  | New | Fourth    | 20      | Mine`),
      ).toEqual({ ...there(2), written: [['B3', '']] });
      expect(
        look(`
          Date | Id   | Words     | Minutes | Status
          19/  | b2   | Wait time | 20      | Invited
          24/  | Else | Fourth    | 30      | Mine`),
      ).toEqual(notThere('gone'));
    });
  });

  it('in a row that lost the column of ids is known by all else it says', () => {
    expect(
      look(`
        Date | Words     | Minutes | Status
        19/  | Wait time | 20      | Invited
        26/  | New       | 30      | Waiting`),
    ).toEqual(notThere(3));
    expect(
      look(`
        Date | Minutes | Words     | Status
        19/  | 20      | Wait time | Invited
        26/  | New     | Old       | Waiting`),
    ).toEqual(notThere(3, ['B3', "'30"], ['C3', "'New"]));
    expect(
      look(`
        Date | Minutes | Words     | Status
        19/  | 20      | Wait time | Invited
        26/  | New     | Old       | Mine`),
    ).toEqual(notThere('gone', ['B3', '']));
  });

  it('gives a row of which nothing was read before what is known of it otherwise', () => {
    const strokes = [{ header: 'Status', column: 3, value: "'Invited" }];
    const truth = (id: string, header: string): string => `what ${header} says of ${id}`;
    expect(
      look(
        `
        Date | Words | Minutes | Status  | Id
        26/  | Old   | 30      | Waiting | a1
        28/  | Fifth | 20      | Invited | e5`,
        { strokes, truth, before: raws(before).slice(1, 2) },
      ),
    ).toEqual(notThere(2, ['D3', "'what Status says of e5"], ['D2', "'Invited"]));
  });

  describe('and carried on, as columns were moved again after it,', () => {
    it('is found where it stands by now, and what was there is given back', () => {
      expect(
        look(`
          Date | Words     | Minutes | Id | Status
          19/  | Wait time | 20      | b2 | Invited
          26/  | Old       | 30      | a1 | New`),
      ).toEqual(notThere(3, ['E3', "'Waiting"], ['B3', "'New"]));
      expect(
        look(`
          Minutes | Words     | Id | Status  | Date
          20      | Wait time | b2 | Invited | 19/
          30      | Old       | a1 | Waiting | New`),
      ).toEqual(notThere(3, ['E3', day(26)], ['B3', "'New"]));
    });

    it('leaves in a new column what says the same', () => {
      expect(
        look(`
          Date | Words     | Minutes | Id | Status  | Notes |
          19/  | Wait time | 20      | b2 | Invited |       |
          26/  | New       | 30      | a1 | Waiting | New   | New`),
      ).toEqual(there(3));
    });

    it('leaves what said the same before', () => {
      const same = tab(`
        Date | Words | Minutes | Status | Id
        26/  | Old   | 30      | New    | a1`);
      expect(
        look(
          `
          Date | Words     | Minutes | Id | Status
          19/  | Wait time | 20      | b2 | Invited
          26/  | New       | 30      | a1 | New`,
          { before: raws(same) },
        ),
      ).toEqual(there(3));
    });
  });
});
