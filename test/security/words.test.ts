import { settingRows, settingsTable } from '../../src/domain/settings.ts';
import { staff, teams, termDates } from '../../src/domain/staff.ts';
import { givenPlainSchool, givenWorkbook, idOf, people, type School, session } from '../given.ts';
import { periods, teamRows } from '../school.ts';
import { inCell, payloads } from './corpus.ts';

const { coach, coachee, director, head } = people;
const dataTabs = ['Sessions', 'Staff', 'Teams', 'Term dates', 'Settings', 'Log'];
const none = { followUpDate: '', followUpTime: '', followUpMinutes: null };

/** Cells of the data tabs that hold a formula. */
function formulas(school: School): string[] {
  const { getters } = school.world.model;
  return dataTabs.flatMap((tab) =>
    Object.values(getters.getCells(String(getters.getSheetIdByName(tab))))
      .filter((cell) => cell.isFormula)
      .map((cell) => `${tab}: ${cell.id}`),
  );
}

/** What a cell holds, to code; `seesAll` is what it shows to people. */
function values(school: School, tab: string, header: string): unknown[] {
  const { book, model } = school.world;
  const sheetId = String(model.getters.getSheetIdByName(tab));
  const column = school.column(tab, header) - 1;
  return Array.from({ length: book.cells.lastRow(sheetId) - 1 }, (_, row) =>
    book.cells.value(sheetId, column, row + 1),
  );
}

/** What the opening page carries, as the sidebar's own script reads it, and the page around it. */
function pageOf(school: School, who: string): { data: unknown; attribute: string; around: string } {
  const [sidebar] = school.choose('openSidebar', who);
  const html = sidebar?.kind === 'sidebar' ? sidebar.html : '';
  const [, attribute = ''] = /<div id="home" hidden data-home="([^"]*)"><\/div>$/.exec(html) ?? [];
  const unescaped = attribute.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => marks[name] ?? '');
  return { data: JSON.parse(unescaped), attribute, around: html.replace(attribute, '') };
}

let page: string;
beforeAll(() => {
  page = pageOf(givenPlainSchool(), coach.email).around;
});

const marks: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

// A text of one or two marks stands in many places without having come from there.
const telling = payloads.filter((payload) => payload.length > 10);
const toldIn = (text: string): string[] =>
  telling.filter((payload) => text.includes(JSON.stringify(payload).slice(1, -1)));

describe('whatever is typed into a session', () => {
  // Three of them in each session, each in several columns.
  const saved = payloads
    .filter((_, which) => which % 3 === 0)
    .map((said, index) => {
      const [next = said, after = said] = payloads.slice(index * 3 + 1, index * 3 + 3);
      return {
        ...session(index % 3 === 0 ? {} : none),
        id: idOf(index + 1),
        strength: said,
        target: next,
        outcome: after,
        theme: said,
        reality: said,
        startingPoint: next,
      };
    });
  const corrected = saved.map((draft) => ({ ideas: draft.strength, target: draft.outcome, evaluation: draft.target }));
  let school: School;
  const logs: string[] = [];
  const ask = (path: string, input: unknown, who: string = coach.email) => {
    const { reply, run } = school.ask<Record<string, unknown>>(who, path, input);
    logs.push(...run.log);
    if (!reply.ok) throw new Error(`${path}: ${reply.error.message}`);
    return reply.value;
  };

  beforeAll(() => {
    school = givenWorkbook();
    for (const draft of saved) ask('sessions.save', draft);
    saved.forEach((draft, index) => {
      const change = corrected[index];
      if (index % 4 === 0)
        ask('sessions.edit', { base: draft, draft: { ...draft, ...change }, edit: idOf(index + 500) });
    });
    ask('followUps.sendWaiting', null);
    ask('reconcile.check', '');
  });

  const finally_ = (index: number) => ({ ...saved[index], ...(index % 4 === 0 ? corrected[index] : {}) });

  it.each([
    ['Strength', 'strength'],
    ['Target', 'target'],
    ['Pupil outcome', 'outcome'],
    ['Theme', 'theme'],
    ['Reality', 'reality'],
    ['Starting point', 'startingPoint'],
    ['Ideas', 'ideas'],
    ['Evaluation', 'evaluation'],
  ] as const)('stands under %s exactly as it was typed, to people and to code', (header, key) => {
    const typed = saved.map((_, index) => inCell(finally_(index)[key] ?? ''));
    expect(values(school, 'Sessions', header)).toEqual(typed);
    expect(school.rows('Sessions').map((row) => row[header])).toEqual(typed);
  });

  it('is a formula on no tab', () => {
    expect(formulas(school)).toEqual([]);
  });

  it('is in no log, no event, no mail and no line of the Log', () => {
    expect(logs).toEqual([]);
    const { calendars } = school.world;
    const events = [coach, coachee, head, director].flatMap(({ email }) => calendars.all(email));
    expect(events.length).toBeGreaterThan(8);
    expect(toldIn(JSON.stringify([events, calendars.mails, school.rows('Log')]))).toEqual([]);
  });

  it('comes back to its coach word for word, and to the assistant head not at all', () => {
    saved.forEach(({ id }, index) => {
      if (index % 4 !== 0) return;
      expect(ask('sessions.read', id)).toMatchObject({ session: { strength: inCell(finally_(index).strength ?? '') } });
      expect(toldIn(JSON.stringify(ask('sessions.read', id, head.email)))).toEqual([]);
    });
    expect(toldIn(JSON.stringify(ask('sessions.list', coachee.email, head.email)))).toEqual([]);
  });
});

it('whatever is kept of an unfinished session comes back to its owner in the page, as data and never as markup', () => {
  const school = givenPlainSchool();
  const some = telling.filter((payload) => payload.length < 1000);
  for (let index = 0; index < some.length; index += 5) {
    const draft = session({
      id: idOf(index),
      strength: some[index] ?? '',
      ideas: some[index + 1] ?? '',
      theme: some[index + 2] ?? '',
    });
    expect(school.ask(coach.email, 'drafts.keep', { draft, part: some[index + 3] ?? '' }).reply.ok).toBe(true);
  }
  const { data, attribute, around } = pageOf(school, coach.email);
  expect(attribute).not.toMatch(/[<>"'/]/);
  expect(JSON.stringify(data)).toBe(JSON.stringify(school.home()));
  expect(toldIn(JSON.stringify(data)).length).toBeGreaterThan(some.length / 2);
  expect(around).toBe(page);
});

describe('whatever stands on the tabs that the director fills in', () => {
  it.each(telling.filter((payload) => payload.length < 1000).map((payload, index) => [index, payload] as const))(
    'is a name, a theme, a prompt or a term and nothing else: %#',
    (_index, payload) => {
      const school = givenPlainSchool();
      const name = inCell(payload);
      school.put(staff, Object.values({ ...people, coachee: { ...coachee, name: payload, team: payload } }));
      school.put(teams, [...teamRows, { name: payload, assistantHead: head.email }]);
      school.put(
        termDates,
        periods.map((period) => (period.name === 'Autumn 2' ? { ...period, name: payload } : period)),
      );
      school.put(
        settingsTable,
        settingRows.map((row) => {
          if (row.name === 'Domains that may be invited') return { ...row, value: 'school.example' };
          return /^(Theme 1|Prompt: Ideas|School name)$/.test(row.name) ? { ...row, value: payload } : row;
        }),
      );
      const { attribute, around } = pageOf(school, coach.email);
      expect(attribute).not.toMatch(/[<>"'/]/);
      expect(around).toBe(page);
      const { reference } = school.home();
      expect(reference.staff.find(({ email }) => email === coachee.email)).toMatchObject({ name });
      expect([reference.settings.themes[0], reference.settings.prompts.ideas]).toEqual([name.trim(), name.trim()]);
      expect(school.save()).toMatchObject({ ok: true });
      expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
      const shown = { Coachee: name, Team: name.trim(), 'Half-term': expect.stringContaining(name.trim()) };
      expect(school.rows('Sessions')).toMatchObject([shown]);
      expect(school.check(director.email).findings).toEqual([]);
      expect(school.world.calendars.list(coachee.email)).toMatchObject([{ summary: 'Coaching follow-up' }]);
    },
  );
});

it('what a guest writes beside their answer stays in the calendar', () => {
  const school = givenPlainSchool();
  school.save();
  school.deliver();
  const [event] = school.world.calendars.list(coachee.email);
  for (const payload of telling) school.world.calendars.respond(coachee.email, event?.id ?? '', 'tentative', payload);
  school.edit({ coachee: people.other.email });
  school.deliver();
  school.check(coach.email);
  expect(toldIn(JSON.stringify([school.rows('Sessions'), school.rows('Log'), school.home()]))).toEqual([]);
});

it('a row that somebody pasted, with formulas, is read as what it shows and harms nobody', () => {
  const school = givenWorkbook();
  school.save(none);
  const [headers = []] = school.person.seesAll('Sessions');
  const pasted = headers.map((header) => {
    if (header === 'Session id') return idOf(7);
    if (header === 'Coach email' || header === 'Saved by') return coach.email;
    return header === 'Coachee email' ? coachee.email : '=1+1';
  });
  school.person.paste('Sessions', 'A3', [pasted]);
  const before = formulas(school);
  expect(school.read(coach.email, idOf(7))).toMatchObject({ ok: true, value: { session: { strength: '2' } } });
  expect(school.list()).toMatchObject({ ok: true, value: [{}, {}] });
  expect(school.home().coachees).toHaveLength(1);
  expect(
    school
      .check(director.email)
      .findings.map(({ words }) => words)
      .join(),
  ).not.toContain('=');
  const base = { ...session(none), id: idOf(7) };
  expect(school.edit({ ideas: '=2+2' }, { base, who: director.email })).toMatchObject({ ok: false });
  expect(formulas(school)).toEqual(before);
});
