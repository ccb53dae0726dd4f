import type { Shown } from '../../local/execution.ts';
import { withheld } from '../../src/domain/disclosure.ts';
import { figuresOf, knownOf } from '../../src/domain/paper-figures.ts';
import { makePapers } from '../../src/domain/papers.ts';
import { makeReference } from '../../src/domain/reference.ts';
import { settingRows } from '../../src/domain/settings.ts';
import { givenWorkbook, people, type School } from '../given.ts';
import { countAll } from '../plain-count.ts';
import { members, rows, sampleSchool, themes, today } from '../sample-school.ts';

const director = members.find(({ roles }) => roles.includes('Director of coaching'))?.email ?? '';

/** The page as the dialog has it: what is called what, under each heading. */
function pageOf(shown: readonly Shown[], reader: 'governors' | 'team' = 'governors'): Map<string, [string, string][]> {
  const html = shown.flatMap((one) => (one.kind === 'dialog' ? [one.html] : [])).join('');
  const paper = html.slice(html.indexOf(`id="${reader}"`)).split('</main>')[0] ?? '';
  const parts = paper.split('<h2>').slice(1);
  return new Map(
    parts.map((part) => [
      plain(part.split('</h2>')[0] ?? ''),
      [...part.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g)].map(([, label = '', value = '']) => [
        plain(label),
        plain(value),
      ]),
    ]),
  );
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

/** Each figure is the one that is wanted, or not shown; beside a whole that is not shown a figure stands by itself. */
function compare(page: ReturnType<typeof pageOf>, wanted: Record<string, Record<string, string>>): void {
  const seen = Object.keys(wanted).map((title) => [title, Object.fromEntries(page.get(title) ?? [])] as const);
  const differing = seen.flatMap(([title, lines]) =>
    Object.entries(wanted[title] ?? {}).flatMap(([label, value]) =>
      [value, value.split(' ')[0], '–'].includes(lines[label]) ? [] : [[title, label, lines[label], value]],
    ),
  );
  expect(differing).toEqual([]);
  expect(seen.map(([title, lines]) => [title, Object.keys(lines)])).toEqual(
    Object.entries(wanted).map(([title, lines]) => [title, Object.keys(lines)]),
  );
}

const wordsIn = (shown: readonly Shown[]): string =>
  shown.map((one) => (one.kind === 'dialog' ? plain(one.html.replace(/<(style|script)>.*?<\/\1>/g, '')) : '')).join('');

describe('with 3,500 sessions', () => {
  let school: School;
  let shown: readonly Shown[];
  const counts = countAll(rows, today);
  const count = (key: string): string => String(counts[key]);
  const percent = (key: string): string => `${Math.round(Number(counts[key]) * 100)}%`;
  const whole = (key: string, of: string, share?: string) =>
    `${count(key)} of ${count(of)}${share ? ` (${percent(share)})` : ''}`;

  beforeAll(() => {
    school = sampleSchool();
    shown = school.choose('openPapers', director);
  });

  it('every figure of the page for governors is what somebody counts who goes through the rows, or is not shown', () => {
    const wanted: Record<string, Record<string, string>> = {
      'What has changed for pupils': {
        'Plans agreed by coach and coachee': count('agreed'),
        '… reviewed by the two': whole('reviewed', 'agreed'),
        '… with evidence': whole('plansWithEvidence', 'agreed'),
        '… where the pupil outcome moved': whole('plansMoved', 'plansWithEvidence', 'plansMovedShare'),
        'Evidence says: moved': count('evidence:1'),
        'Evidence says: not moved': count('evidence:2'),
        'Evidence says: too early to tell': count('evidence:3'),
      },
      'Where the evidence comes from': {
        'Data analysis': count('source1:4'),
        'Book sample': count('source2:4'),
        'Drop in': count('source3:4'),
        'Learning walk': count('source4:4'),
        'Quality of provision review': count('source5:4'),
        Other: count('source6:4'),
        'All evidence of this school year': count('evidence:4'),
      },
      'Does it last?': {
        'Staff coached in every half-term': whole('everyHalfTerm', 'staff', 'everyHalfTermShare'),
        'Targets resolved': count('resolvedAll'),
        'Weeks later still doing it: yes': count('tail_yes'),
        '… sometimes': count('tail_sometimes'),
        '… no': count('tail_no'),
      },
      'Who is coached': {
        'Staff coached this school year': whole('coachedYear', 'staff', 'coachedYearShare'),
        'Staff coached this half-term': whole('coachedNow', 'staff', 'coachedNowShare'),
        'With a role, this school year': whole('leadersCoached', 'leaders'),
        'With none, this school year': whole('noRole:3', 'noRole:1', 'noRole:4'),
        ...Object.fromEntries(
          ['Autumn 1', 'Autumn 2', 'Spring 1', 'Spring 2'].map((name, index) => [
            name,
            whole(`ht${index + 1}:2`, 'staff'),
          ]),
        ),
      },
      'Time, and what it costs': {
        'Sessions this school year': count('sessionsYear'),
        'Hours written down': Number(counts.hours).toFixed(1),
        // At 28 pounds an hour, by the made-up school's settings.
        Cover: `£${Math.round(Number(Number(counts.hours).toFixed(1)) * 28).toLocaleString('en-GB')}`,
      },
      'What it was about': {
        ...Object.fromEntries(themes.map((theme, index) => [theme, count(`theme${index + 1}`)])),
        'Other themes, or none': count('otherThemes'),
      },
      'What is not working, and what we do not know': {
        'Staff coached only once this year': whole('oneOffs', 'staff'),
        'Staff whose follow-up is overdue': whole('overdue', 'staff'),
        'Plans lingering over two half-terms': whole('lingering', 'agreed'),
        'Plans whose review is overdue': whole('reviewsDue', 'agreed'),
      },
    };
    compare(pageOf(shown), wanted);
  });

  it('and so is what the page for all staff has beside them', () => {
    compare(pageOf(shown, 'team'), {
      'Is it done?': {
        'Steps decided this school year': count('steps'),
        '… done': count('step_done'),
        '… partly': count('step_partly'),
        '… not yet': count('step_notyet'),
        '… changed': count('step_changed'),
        'People whose follow-up was due': count('due'),
        '… who have met': whole('held', 'due', 'heldShare'),
      },
      'Who chose the focus': {
        'Sessions this school year': count('sessionsYear'),
        'Focus chosen by the coachee': whole('chooser1', 'sessionsYear'),
        '… by the two together': whole('chooser2', 'sessionsYear'),
        '… asked for by others': whole('chooser3', 'sessionsYear'),
      },
    });
  });

  it('shows most figures of a school of this size, and no name', () => {
    const lines = [...pageOf(shown).values(), ...pageOf(shown, 'team').values()].flat();
    expect(lines.filter(([, value]) => value === '–').length).toBeLessThan(lines.length / 3);
    const said = wordsIn(shown);
    const named = members.filter(({ name, email }) => said.includes(name) || said.includes(email));
    expect(named.map(({ name }) => name)).toEqual([]);
  });

  it('knows of every figure whom it counts: as many as Impact says', () => {
    const reference = makeReference(members, rows.teams, rows.periods, [
      ...settingRows.filter(({ name }) => name !== 'Sessions in a half-term'),
      { name: 'Sessions in a half-term', value: '2', about: '' },
    ]);
    const figures = figuresOf(rows, reference, themes, today).filter(({ key }) => key !== 'hours');
    expect(Object.fromEntries(figures.map(({ key, things }) => [key, things.size]))).toEqual(
      Object.fromEntries(figures.map(({ key }) => [key, counts[key] ?? 0])),
    );
    expect(wordsIn(shown)).not.toContain('do not say the same');
    expect(withheld(figures, knownOf(reference)).size).toBeLessThan(figures.length / 2);
  });

  it('stands on two tabs as it is in the dialog: dated values, no formula', () => {
    for (const [tab, reader] of [
      ['Governors', 'governors'],
      ['All staff', 'team'],
    ] as const) {
      const cells = school.person.seesAll(tab).flat();
      const { getters } = school.world.model;
      const sheetId = String(getters.getSheetIdByName(tab));
      const formulas = Object.values(getters.getCells(sheetId)).filter((cell) => cell?.isFormula);
      expect(formulas).toEqual([]);
      expect(getters.getNumberCols(sheetId)).toBe(4);
      const said = [...pageOf(shown, reader)].flatMap(([title, lines]) => [title, ...lines.flat()]);
      expect(said.filter((each) => !cells.includes(each))).toEqual([]);
      expect(cells.join()).toContain('25/02/2027');
    }
  });
});

describe('in a school of seven people', () => {
  const opened = (school: School) => school.choose('openPapers');
  const empty = (shown: readonly Shown[]) => [...pageOf(shown).values()].flat().filter(([, value]) => value !== '–');

  it('no figure is shown, and it says always what is not working and not known', () => {
    const school = givenWorkbook();
    school.save({ id: 'a1f0c9de-0000-4000-8000-000000000001' });
    const shown = opened(school);
    expect(empty(shown)).toEqual([]);
    expect(wordsIn(shown)).toContain('What is not working, and what we do not know');
    expect(wordsIn(shown)).toContain('Nobody has written yet what is not working.');
    expect(wordsIn(shown)).toContain('Settings, “Governors: what we do not know”: nothing is written there yet.');
  });

  it('the director’s own words are on it, but no word that names somebody', () => {
    const school = givenWorkbook();
    school.set('Governors: what is not working', 'Part-time staff are coached least; meetings clash with duties.');
    school.set('Governors: next steps', 'Bram’s team comes first.');
    const said = wordsIn(opened(school));
    expect(said).toContain('Part-time staff are coached least; meetings clash with duties.');
    expect(said).not.toContain('Bram’s team');
    expect(said).toContain('Settings, “Governors: next steps”: it says a name (Bram Tansy), so it is not shown.');
    school.set('Governors: next steps', 'More cover. '.repeat(60));
    expect(wordsIn(opened(school))).toContain('only its first 420 letters have room on the page');
  });

  it('words are words, whatever they look like', () => {
    const school = givenWorkbook();
    school.set('Governors: next steps', `'<script>alert("x")</script> & more`);
    const [dialog] = opened(school);
    expect(dialog?.kind === 'dialog' && dialog.html).toContain(
      '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; more',
    );
    expect(school.person.seesAll('Governors').flat()).toContain('<script>alert("x")</script> & more');
  });

  it('is made by the director alone', () => {
    const school = givenWorkbook();
    expect(school.told('openPapers', people.coach.email)).toEqual(['Only the director of coaching can do this.']);
    expect(school.ask(people.coach.email, 'papers.open').reply).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
    expect(school.world.model.getters.getSheetIdByName('Governors')).toBeUndefined();
  });

  it('a row that was pasted twice counts as Impact counts it, and hides nothing else', () => {
    const school = givenWorkbook();
    school.save();
    school.person.paste('Sessions', 'A3', [school.person.seesAll('Sessions')[1] ?? []]);
    expect(school.figure('Sessions this school year')).toBe('2');
    expect(wordsIn(opened(school))).not.toContain('do not say the same');
  });

  it('can be made again: the tab says what is so by then, and nothing of before', () => {
    const school = givenWorkbook();
    school.set('Governors: next steps', 'More cover. '.repeat(30));
    opened(school);
    school.set('Governors: next steps', 'More cover.');
    school.world.clock.set('2026-12-03T16:00:00Z');
    opened(school);
    const cells = school.person.seesAll('Governors').flat();
    expect(cells.filter((cell) => cell.includes('More cover'))).toEqual(['More cover.']);
    expect(cells.join()).toContain('03/12/2026');
  });
});

it('a figure of which Impact and the rows do not say the same is not shown, and the director is told', () => {
  const reference = makeReference(members, rows.teams, rows.periods, settingRows);
  const counts = countAll({ ...rows, ongoing: 1 }, today);
  const shows = (key: string) =>
    key === 'coachedYear' ? '1' : key.endsWith(':0') ? key : String(counts[key.replace(/:1$/, '')] ?? counts[key] ?? 0);
  const [paper] = makePapers(rows, reference, shows, today);
  const lines = paper?.parts.flatMap((part) => part.lines) ?? [];
  expect(lines.find(({ label }) => label === 'Staff coached this school year')?.value).toBe('');
  expect(lines.find(({ label }) => label === 'Sessions this school year')?.value).toBe(String(counts.sessionsYear));
  expect(paper?.toDo.join()).toMatch(/do not say the same of \d+ figures/);
});
