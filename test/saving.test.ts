import fc from 'fast-check';
import { longestText } from '../src/domain/parse.ts';
import { parts } from '../src/domain/policy.ts';
import { staff } from '../src/domain/staff.ts';
import { givenSchool, idOf, people, session } from './given.ts';
import { smallTab } from './school.ts';

describe('saving a session', () => {
  it('adds one row with everything that was typed and what the add-on knows', () => {
    const school = givenSchool();
    expect(school.save()).toMatchObject({ ok: true, value: { row: 2, already: false, invitation: true } });
    expect(school.rows('Sessions')).toEqual([
      {
        Date: '26/11/2026',
        'Half-term': '2026/27 Autumn 2',
        Kind: 'Formal',
        Coach: 'Ada Quill',
        Coachee: 'Bram Tansy',
        Team: 'Year 4',
        Theme: 'Questioning',
        "How's it been going?": '',
        Strength: session().strength,
        Target: session().target,
        Reality: '',
        Ideas: '',
        Decision: '',
        Evaluation: '',
        'Pupil outcome': session().outcome,
        'Starting point': '',
        'Evidence planned': '',
        'Focus chosen by': '',
        Minutes: '',
        'Follow-up date': '10/12/2026',
        'Follow-up time': '15:45',
        'Follow-up minutes': '30',
        'Assistant head': 'Rowan Reed',
        'Follow-up status': 'Waiting',
        'Coach email': people.coach.email,
        'Coachee email': people.coachee.email,
        'Assistant head email': people.head.email,
        'Saved by': people.coach.email,
        'Group id': '',
        'Saved at': '26/11/2026 16:30',
        'Session id': session().id,
        'Event id': 'stride0f8fad5bd9cb469fa16570867728950e',
      },
    ]);
  });

  it('is acknowledged once, however often it is repeated', () => {
    const school = givenSchool();
    expect(school.save()).toMatchObject({ ok: true, value: { row: 2, already: false } });
    expect(school.save()).toMatchObject({ ok: true, value: { row: 2, already: true } });
    expect(school.rows('Sessions')).toHaveLength(1);
  });

  it('that has lost some of its cells is made whole when it is repeated; what somebody changed since is not written over', () => {
    const school = givenSchool();
    school.person.insertColumn('Sessions', 3);
    school.person.type('Sessions', 'C1', 'My own column');
    school.save();
    school.person.type('Sessions', 'C2', 'mine');
    const cell = (header: string) => `${String.fromCharCode(64 + school.column('Sessions', header))}2`;
    school.person.type('Sessions', cell('Strength'), '');
    school.person.type('Sessions', cell('Follow-up status'), '');
    expect(school.save()).toMatchObject({ ok: true, value: { row: 2, already: true } });
    expect(school.rows('Sessions')).toMatchObject([
      { Strength: session().strength, 'Follow-up status': 'Waiting', 'My own column': 'mine' },
    ]);
    school.person.type('Sessions', cell('Strength'), 'In the words of the director');
    school.person.type('Sessions', cell('Target'), '');
    expect(school.save()).toMatchObject({ ok: false, error: { code: 'stale' } });
    expect(school.rows('Sessions')).toMatchObject([{ Strength: 'In the words of the director', Target: '' }]);
  });

  it('goes below everything on the tab, also below what somebody typed there by hand', () => {
    const school = givenSchool();
    school.person.type('Sessions', 'H7', 'A note of the director');
    expect(school.save()).toMatchObject({ ok: true, value: { row: 8 } });
    expect(school.person.sees('Sessions', 'H7')).toBe('A note of the director');
  });

  it('has room made for it before the last row, so that whatever reaches to the end of the tab reaches it too', () => {
    const school = givenSchool();
    school.person.type('Sessions', `H${smallTab - 2}`, 'far down');
    for (const number of [1, 2, 3]) {
      const row = smallTab - 2 + number;
      expect(school.save({ id: idOf(number) })).toMatchObject({ ok: true, value: { row, already: false } });
    }
    expect(school.home().waiting).toBe(3);
    expect(school.save({ id: idOf(3) })).toMatchObject({ ok: true, value: { row: smallTab + 1, already: true } });
  });

  it('finds the columns by their headers, wherever people have moved them', () => {
    const school = givenSchool();
    school.person.insertColumn('Sessions', 3);
    school.person.moveColumn('Sessions', school.column('Sessions', 'Pupil outcome'), 1);
    expect(school.save().ok).toBe(true);
    expect(school.rows('Sessions')).toMatchObject([
      { 'Pupil outcome': session().outcome, Coachee: 'Bram Tansy', Date: '26/11/2026' },
    ]);
  });

  it.each(['appendRow', 'flush'])('stands in the right columns also when somebody moves one at its %s', (method) => {
    const school = givenSchool();
    let moved = false;
    school.world.onCall((call, act) => {
      if (call.method === method && !moved) {
        moved = true;
        school.person.moveColumn('Sessions', school.column('Sessions', 'Follow-up status'), 1);
      }
      return act();
    });
    expect(school.save().ok).toBe(true);
    expect(school.rows('Sessions')).toMatchObject([
      { 'Follow-up status': 'Waiting', Date: '26/11/2026', Coachee: 'Bram Tansy', Strength: session().strength },
    ]);
  });

  it('needs no Lookup tab: without it every tab is read itself', () => {
    const school = givenSchool();
    school.person.deleteTab('Lookup');
    expect(school.save()).toMatchObject({ ok: true, value: { row: 2 } });
    expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
    expect(school.home().coachees).toMatchObject([{ name: 'Bram Tansy', due: '2026-12-10' }]);
  });
});

describe('what a coach types', () => {
  const awkward = [
    '=IMPORTXML("x","y")',
    '=1+1',
    '+44 1584',
    '-',
    '@all',
    '1/2',
    '007',
    'TRUE',
    '\tindented',
    'two\nlines',
    '👩‍🏫 ✓',
    "'tis",
    "''",
    '50%',
    '£3',
    '2026-12-03',
    '15:45',
    '#REF!',
    ' spaces ',
  ];
  const words = fc.oneof(
    fc.constantFrom(...awkward),
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({ unit: 'binary-ascii', minLength: 1 }),
  );
  const kept = (text: string): string => (text.trim() === '' ? '' : text.replace(/\r\n?/g, '\n'));

  it('comes back exactly as it was typed, never as a formula, a date or a number', () => {
    const school = givenSchool();
    let number = 0;
    fc.assert(
      fc.property(fc.tuple(words, words, words, words, words, words), (said) => {
        const id = idOf(++number);
        const [strength, target, reality, ideas, decision, evaluation] = said;
        const draft = {
          id,
          reality,
          ideas,
          decision,
          evaluation,
          strength: `x${strength}`,
          target: target.trim() === '' ? 'x' : target,
        };
        const saved = school.save(draft);
        expect(saved).toMatchObject({ ok: true });
        const row = number + 1;
        const read = (header: string) =>
          school.world.book.cells.value(sheetId, school.column('Sessions', header) - 1, row - 1);
        const sheetId = String(school.world.book.getters.getSheetIdByName('Sessions'));
        for (const { key, name } of parts) expect(String(read(name))).toBe(kept(draft[key]));
      }),
      {
        numRuns: 20,
        examples: [
          [['=IMPORTXML("x","y")', '+44 1584', '-', '@all', '1/2', '007']],
          [['TRUE', "'tis", '\tx', 'two\nlines', '👩‍🏫', '#REF!']],
        ],
      },
    );
  });

  it('may be as long as a cell, and is refused in words beyond that before anything is written', () => {
    const school = givenSchool();
    expect(school.save({ id: idOf(1), ideas: `=${'x'.repeat(longestText - 1)}` }).ok).toBe(true);
    expect(school.save({ id: idOf(2), ideas: 'x'.repeat(longestText + 1) })).toEqual({
      ok: false,
      error: {
        code: 'invalid',
        field: 'ideas',
        message: 'Ideas is 1 characters too long: a cell holds 50,000. Shorten it, then save again.',
      },
    });
    expect(school.rows('Sessions')).toHaveLength(1);
  });
});

describe('a refusal says what to do and writes nothing', () => {
  it.each([
    ['nobody who is signed in', {}, '', 'forbidden', /does not say who is signed in/],
    [
      'somebody who is not on the Staff tab',
      {},
      'stranger@school.example',
      'forbidden',
      /is not on the Staff tab. Ask the director/,
    ],
    ['somebody who has left', {}, people.gone.email, 'forbidden', /not marked as active/],
    [
      'somebody who may not coach yet',
      { coachee: people.coach.email },
      people.coachee.email,
      'forbidden',
      /tick “May coach”/,
    ],
    [
      'a coachee who is not on the Staff tab',
      { coachee: 'x@school.example' },
      people.coach.email,
      'invalid',
      /x@school.example is not active on the Staff tab/,
    ],
    [
      'oneself as coachee',
      { coachee: people.coach.email },
      people.coach.email,
      'invalid',
      /coach and the coachee are the same/,
    ],
    ['a date still to come', { date: '2026-11-27' }, people.coach.email, 'invalid', /has not come yet/],
    ['a follow-up in the past', { followUpDate: '2026-11-25' }, people.coach.email, 'invalid', /has passed/],
    ['a follow-up without a time', { followUpTime: '' }, people.coach.email, 'invalid', /Say at what time/],
    [
      'a guest outside the allowed domains',
      { coachee: people.outsider.email },
      people.coach.email,
      'invalid',
      /piers@trust.example is not in a domain that may be invited/,
    ],
    ['an id that is no id', { id: '=1+1' }, people.coach.email, 'invalid', /no proper id/],
  ])('%s', (_what, change, who, code, why) => {
    const school = givenSchool();
    const before = JSON.stringify(school.rows('Sessions'));
    const reply = school.save(change, who);
    expect(reply).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(why) } });
    expect(JSON.stringify(school.rows('Sessions'))).toBe(before);
  });

  it('a session without a follow-up may be with somebody who cannot be invited', () => {
    expect(givenSchool().save({ coachee: people.outsider.email, followUpDate: '', followUpTime: '' }).ok).toBe(true);
  });

  it('a tab that was deleted is named', () => {
    const school = givenSchool();
    school.person.deleteTab('Sessions');
    expect(school.save()).toMatchObject({
      ok: false,
      error: { code: 'setup', message: expect.stringContaining('The Sessions tab is missing or has another name.') },
    });
  });

  it('a lock that somebody else holds is waited for, then named', () => {
    const school = givenSchool();
    let inside = false;
    const reply: unknown[] = [];
    school.world.onCall((call, act) => {
      if (call.method === 'flush' && !inside) {
        inside = true;
        reply.push(school.save({ id: idOf(2) }, people.other.email));
      }
      return act();
    });
    expect(school.save({ id: idOf(1) }).ok).toBe(true);
    expect(reply).toMatchObject([
      { ok: false, error: { code: 'busy', message: expect.stringContaining('Someone else is saving just now') } },
    ]);
    expect(school.save({ id: idOf(2) }, people.other.email).ok).toBe(true);
    expect(school.rows('Sessions').map((row) => row.Coach)).toEqual(['Ada Quill', 'Cleo Wick']);
  });

  it('staff without an email, or twice with the same, are pointed out to the director on Home', () => {
    const school = givenSchool();
    school.put(staff, [
      ...Object.values(people),
      { ...people.other, email: '' },
      { ...people.coach, name: 'Ada Twin' },
    ]);
    expect(school.home(people.director.email).reference.problems).toEqual([
      'Staff: Cleo Wick has no email, so nobody can choose them.',
      'Staff: ada@school.example stands there twice; the first row counts.',
      'Teams: Office has no assistant head, so none is invited to its follow-ups.',
    ]);
    expect(school.home().reference.problems).toEqual([]);
  });

  it('working days are read however the director writes them', () => {
    const school = givenSchool();
    const [at, row] = [
      school.column('Staff', 'Working days'),
      school.rows('Staff').findIndex(({ Name }) => Name === 'Bram Tansy') + 2,
    ];
    const days = () => school.home().reference.staff.find(({ name }) => name === 'Bram Tansy')?.workingDays;
    for (const written of ['Mon, Tue, Thu', 'mon Tues; THURSDAY', 'Monday/Tuesday and Thursday']) {
      school.person.type('Staff', `${String.fromCharCode(64 + at)}${row}`, written);
      expect([written, days()]).toEqual([written, ['Mon', 'Tue', 'Thu']]);
    }
  });

  it('a half-written setting does not stop a coach', () => {
    const school = givenSchool();
    school.set('Follow-up length (minutes)', 'half an hour');
    expect(school.save({ followUpMinutes: null }).ok).toBe(true);
    expect(school.rows('Sessions')[0]?.['Follow-up minutes']).toBe('30');
    expect(school.home(people.director.email).reference.problems).toContain(
      'Settings: “Follow-up length (minutes)” should be a whole number from 5 to 240; it says “half an hour”. Until it is put right 30 is used.',
    );
  });

  it('a call that no sidebar makes is refused in words', () => {
    const school = givenSchool();
    for (const path of [
      'sessions.remove',
      '__proto__.toString',
      'constructor.name',
      'sessions',
      'sessions.save.call',
      '',
    ]) {
      expect(school.ask(people.coach.email, path).reply).toMatchObject({
        ok: false,
        error: { code: 'missing', message: expect.stringContaining('out of date') },
      });
    }
    expect(school.rows('Sessions')).toEqual([]);
  });
});
