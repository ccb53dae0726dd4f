import { type Appended, ofAppended } from '../../src/workbook/healing.ts';
import { notThere, read, tab, there, told } from './tabs-as-text.ts';

describe('a row that was appended', () => {
  const appended: Appended = {
    id: 'a1',
    idHeader: 'Id',
    at: 2,
    isOurs: false,
    strokes: [
      { header: 'Date', column: 0, value: '2026-11-26' },
      { header: 'Words', column: 1, value: "'Talk first" },
      { header: 'Minutes', column: 2, value: 30 },
      { header: 'Status', column: 3, value: '' },
      { header: 'Id', column: 4, value: "'a1" },
    ],
  };
  const look = (text: string, change: Partial<Appended> = {}) =>
    told(ofAppended(tab(text), { ...appended, ...change }, read));

  it('is there when nobody did anything', () => {
    expect(
      look(`
        Date | Words      | Minutes | Status | Id
        19/  | Wait time  | 20      |        | b2
        26/  | Talk first | 30      |        | a1`),
    ).toEqual(there(3));
  });

  it('is there also when somebody sorted, and wrote something of their own beside it', () => {
    expect(
      look(`
        Date | Words      | Minutes | Status | Id | Notes
        26/  | Talk first | 30      |        | a1 | mine
        19/  | Wait time  | 20      |        | b2 | a1 too`),
    ).toEqual(there(2));
  });

  it('is known by its own id where a row above it names it', () => {
    expect(
      look(`
        Date | Words      | Minutes | Status | Id | Group
        26/  | Wait time  | 20      |        | b2 | a1
        26/  | Talk first | 30      |        | a1 | a1`),
    ).toEqual(there(3));
  });

  it('is there also when somebody inserted a column once it was', () => {
    expect(
      look(`
        | Date | Words      | Minutes | Status | Id
        | 26/  | Talk first | 30      |        | a1`),
    ).toEqual(there(2));
  });

  it('is told from a header that says the same', () => {
    expect(
      look(`
        a1
        Date`),
    ).toEqual(notThere('gone'));
  });

  it('is gone when somebody deleted it', () => {
    expect(
      look(`
        Date | Words     | Minutes | Status | Id
        19/  | Wait time | 20      |        | b2`),
    ).toEqual(notThere('gone'));
  });

  it('is put under the headers of now when somebody had inserted a column before', () => {
    expect(
      look(`
             | Date       | Words | Minutes | Status | Id
        26/  | Talk first | 30    |         | a1     |   `),
    ).toEqual(
      notThere(2, ['A2', ''], ['B2', '2026-11-26'], ['C2', "'Talk first"], ['D2', 30], ['E2', ''], ['F2', "'a1"]),
    );
  });

  it('is put under the headers of now when somebody had moved one, and nothing else is written again', () => {
    expect(
      look(`
        Words | Date       | Minutes | Status | Id
        26/   | Talk first | 30      |        | a1`),
    ).toEqual(notThere(2, ['B2', '2026-11-26'], ['A2', "'Talk first"]));
  });

  it('keeps what somebody has typed into it since', () => {
    expect(
      look(`
        Date | Words     | Minutes | Status | Id
        26/  | My words  | 30      |        | a1`),
    ).toEqual(notThere(2));
  });

  it('stays where a header was only given another name', () => {
    expect(
      look(`
        Date | My words   | Minutes | Status | Id
        26/  | Talk first | 30      |        | a1`),
    ).toEqual(notThere(2));
  });

  it('stays when a column of it was deleted once it was there: what is left of it is right', () => {
    expect(
      look(`
        Date | Minutes | Status | Id
        26/  | 30      |        | a1`),
    ).toEqual(notThere(2));
  });

  it('is taken out again where a column was deleted before, so that no half of it passes for a row', () => {
    expect(
      look(`
        Date | Minutes    | Status | Id |
        26/  | Talk first | 30     |    | a1`),
    ).toEqual(notThere(2, ['A2', ''], ['B2', ''], ['C2', ''], ['E2', '']));
  });

  it('loses what stands under no header when its last column was deleted before', () => {
    expect(
      look(`
        Date | Words      | Minutes | Status |
        26/  | Talk first | 30      |        | a1`),
    ).toEqual(notThere(2, ['E2', '']));
  });

  describe('and taken out again, while somebody moved its cells aside,', () => {
    it('leaves nothing of itself', () => {
      expect(
        look(`
          Date | Words     | Minutes    | Status | Id
          19/  | Wait time | 20         |        | b2
               | 30        | Talk first |        |   `),
      ).toEqual(notThere('gone', ['B3', ''], ['C3', '']));
    });

    it.each([
      ['somebody else’s words stand there', {}, 'mine'],
      ['nobody knows where it was', { at: -1 }, '30'],
      ['it was last seen where the headers are', { at: 0 }, '30'],
      ['the tab ends before', { at: 7 }, '30'],
    ])('and nothing is touched when %s', (_when, change, cell) => {
      expect(
        look(
          `
          Date | Words     | Minutes    | Status | Id
          19/  | Wait time | 20         |        | b2
               | ${cell}   | Talk first |        |   `,
          change,
        ),
      ).toEqual(notThere('gone'));
    });

    it('nor when the column of its id is gone: it may well be whole', () => {
      expect(
        look(`
          Date | Words      | Minutes | Status
          19/  | Wait time  | 20      |
          26/  | Talk first | 30      |       `),
      ).toEqual(notThere('gone'));
    });
  });

  describe('on a tab that people have no business in', () => {
    const ours = { isOurs: true };

    it('is put right also when only its words were changed', () => {
      expect(
        look(
          `
          Date | Words    | Minutes | Status  | Id
          26/  | My words | 30      | Invited | a1`,
          ours,
        ),
      ).toEqual(notThere(2, ['B2', "'Talk first"], ['D2', '']));
    });

    const twice = `
      Date | Words      | Minutes | Status | Id | Notes      | More
      26/  | Talk first | 30      |        | a1 | Talk first | mine`;

    it('leaves none of its words in a column of somebody’s own', () => {
      expect(look(twice, ours)).toEqual({ ...there(2), written: [['F2', '']] });
      expect(look(twice)).toEqual(there(2));
      expect(look(twice.replace('Minutes', 'Time   '), ours)).toEqual(notThere(2));
    });
  });

  it('may begin with an apostrophe, hold a flag, or a moment at midnight', () => {
    const strokes = [
      { header: 'Words', column: 0, value: "''tis" },
      { header: 'Active', column: 1, value: true },
      { header: 'At', column: 2, value: '2026-11-26 00:00:00' },
      { header: 'Id', column: 3, value: "'a1" },
    ];
    expect(
      look(
        `
        Words | Active | At  | Id
        'tis  | true   | 26/ | a1`,
        { strokes },
      ),
    ).toEqual(there(2));
  });
});
