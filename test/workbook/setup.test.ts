import { givenBlankSheet, givenWorkbook, idOf, people, type School } from '../given.ts';

const inOrder = 'Everything was in order.';

/** What people see of a workbook: every tab's cells, and what set-up looks after around them. */
function seen(school: School): unknown {
  const saved = JSON.parse(JSON.stringify(school.world.save())) as Record<string, unknown>;
  return { ...saved, now: '' };
}

describe('set-up', () => {
  it('run twice is set-up run once', () => {
    const school = givenWorkbook();
    const before = seen(school);
    expect(school.told('setUpSheet')[0]).toBe(inOrder);
    expect(seen(school)).toEqual(before);
  });

  it('loses nothing of a sheet that people have rearranged, and says what it put right', () => {
    const school = givenWorkbook();
    for (const number of [1, 2, 3])
      school.save({ id: idOf(number), date: `2026-11-${10 + number}`, ideas: `idea ${number}`, followUpDate: '' });
    const before = school.rows('Sessions');
    school.person.moveColumn('Sessions', school.column('Sessions', 'Pupil outcome'), 1);
    school.person.type('Sessions', `${letter(school.column('Sessions', 'Theme'))}1`, 'About');
    school.person.insertColumn('Sessions', 4);
    school.person.type('Sessions', 'D1', 'My own column');
    school.person.type('Sessions', 'D2', 'mine');
    school.person.sort('Sessions', school.column('Sessions', 'Date'), 'desc');
    school.person.filter('Sessions', school.column('Sessions', 'Coach'), ['Ada Quill']);
    school.person.deleteTab('Impact');
    school.person.rename('Staff', 'People');
    const done = school.told('setUpSheet');
    expect(done).toEqual(
      expect.arrayContaining([
        'The tab “People” is called Staff again.',
        'Sessions: the header “About” says “Theme” again.',
        'Made the tab Impact.',
      ]),
    );
    const after = school.rows('Sessions');
    const ours = after
      .map(({ 'My own column': _, ...row }) => row)
      .sort((one, other) => String(one.Ideas).localeCompare(String(other.Ideas)));
    expect(ours).toEqual(before.sort((one, other) => String(one.Ideas).localeCompare(String(other.Ideas))));
    expect(after.some((row) => row['My own column'] === 'mine')).toBe(true);
    expect(school.figure('Sessions this half-term')).toBe('3');
    expect(school.told('setUpSheet')[0]).toBe(inOrder);
    expect(school.save({ id: idOf(4) }).ok).toBe(true);
  });

  it('adds a deleted column at the end, and a deleted tab anew', () => {
    const school = givenWorkbook();
    school.person.deleteColumn('Sessions', school.column('Sessions', 'Theme'));
    school.person.deleteTab('Log');
    const done = school.told('setUpSheet');
    expect(done).toEqual(
      expect.arrayContaining(['Sessions: added the missing column “Theme” at the end.', 'Made the tab Log.']),
    );
    expect(school.told('setUpSheet')[0]).toBe(inOrder);
    expect(school.save()).toMatchObject({ ok: true });
    expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
    expect(school.rows('Sessions')).toMatchObject([{ Theme: 'Questioning', 'Follow-up status': 'Invited' }]);
  });

  it('puts formulas right that somebody typed over', () => {
    const school = givenWorkbook();
    school.person.type('Impact', 'B7', '999');
    school.person.type('Lookup', 'A2', 'oops');
    expect(school.told('setUpSheet')).toEqual(
      expect.arrayContaining(['Impact: put 1 of its cells right.', 'Lookup: put 1 of its cells right.']),
    );
    expect(school.figure('Sessions this half-term')).toBe('0');
    expect(school.home().name).toBe('Ada Quill');
  });

  it('may be run by a coach, with the warnings it left in place', () => {
    const school = givenWorkbook();
    school.person.type('Impact', 'B7', '999');
    expect(school.told('setUpSheet', people.coach.email)).toContain('Impact: put 1 of its cells right.');
  });
});

const letter = (column: number): string => String.fromCharCode(64 + column);

describe('the menu', () => {
  it('is there on opening, also when the add-on has no rights yet', () => {
    const school = givenBlankSheet();
    for (const authMode of ['NONE', 'LIMITED'] as const) {
      const { shown, error, calls } = school.world.run('onOpen', [], { user: '', kind: 'simple-trigger', authMode });
      expect(error).toBeUndefined();
      expect(shown).toMatchObject([
        {
          kind: 'menu',
          addon: true,
          lines: [
            { text: 'Open sidebar' },
            { text: 'Set up or repair this sheet' },
            { text: 'Send waiting invitations' },
            { text: 'Check rows and invitations' },
            { text: 'Filter sessions…' },
            { text: 'Governors’ page…' },
            { text: 'Start a new school year…' },
            { text: 'Help' },
          ],
        },
      ]);
      expect([...new Set(calls.map(({ service }) => service))]).toEqual(['SpreadsheetApp', 'Ui', 'Menu']);
    }
  });

  it('says what to do first on a sheet that is not set up', () => {
    const school = givenBlankSheet();
    expect(school.told('openSidebar')).toEqual([
      'The Staff tab is missing or has another name. Ask the director to choose STRIDE Coaching › Set up or repair this sheet.',
    ]);
  });

  it('opens the sidebar with Home in the page, whatever people are called', () => {
    const school = givenWorkbook();
    school.person.type('Staff', 'B3', `"><script>alert('&amp;')//</script>`);
    const [sidebar] = school.choose('openSidebar', people.coach.email);
    if (sidebar?.kind !== 'sidebar') throw new Error('no sidebar');
    const [, attribute = ''] = /data-home="([^"]*)"/.exec(sidebar.html) ?? [];
    expect(attribute).not.toMatch(/[<>/]/);
    const home = attribute
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&');
    expect(JSON.parse(home)).toMatchObject({
      user: people.coach.email,
      reference: {
        staff: expect.arrayContaining([expect.objectContaining({ name: `"><script>alert('&amp;')//</script>` })]),
      },
    });
  });
});
