import { api } from '../../src/api/index.ts';
import { emptyEvidence } from '../../src/domain/evidence.ts';
import { noFilter } from '../../src/domain/filter.ts';
import { emptyLook } from '../../src/domain/mirror.ts';
import { settingRows, settingsTable } from '../../src/domain/settings.ts';
import { type Member, staff, teams } from '../../src/domain/staff.ts';
import { givenPlainSchool, givenSchool, givenWorkbook, idOf, people, plan, type School, session } from '../given.ts';
import { publicFunctions } from '../school.ts';

const { coach, coachee, head, gone } = people;

// Addresses that look like the coach's, as a person would read them.
const alike = [
  'аda@school.example',
  'ada@school.exаmple',
  'ada@school.example.evil.test',
  'ada@sub.school.example',
  'ada@schoo1.example',
  'ada@school.example.',
  'ada@school.example@evil.test',
  'ada+x@school.example',
  'ada\u200b@school.example',
  'ada@school。example',
  'ada@xn--schol-example',
  '"ada@school.example"@evil.test',
  'ada@school.example,evil@evil.test',
  'ada',
  '@school.example',
];

/** The whole world in one text; but what time it is, and stores and calendars that were only looked into. */
const everything = (school: School): string =>
  JSON.stringify(school.world.save(), (key, value: unknown) => {
    const isEmpty = JSON.stringify(value) === '{}' || JSON.stringify(value) === '[]';
    return key === 'now' || (isEmpty && /^user:|@/.test(key)) ? undefined : value;
  });

/** Inputs that each procedure would take from somebody who may. */
const inputs: Readonly<Record<string, unknown>> = {
  'home.read': null,
  'sessions.save': session({ id: idOf(5) }),
  'sessions.edit': { base: session(), draft: session({ ideas: 'Evil' }), edit: idOf(6) },
  'sessions.read': session().id,
  'sessions.list': coachee.email,
  'followUps.deliver': session().id,
  'followUps.sendWaiting': null,
  'followUps.sendHourly': null,
  'drafts.keep': { draft: session({ id: idOf(7) }), part: '' },
  'drafts.drop': session().id,
  'reconcile.check': '',
  'reconcile.all': null,
  'coachees.open': coachee.email,
  'since.read': null,
  'plans.list': null,
  'plans.read': plan().id,
  'plans.save': { draft: plan({ purpose: 'Evil' }), base: plan() },
  'plans.agree': plan().id,
  'plans.setState': { id: plan().id, state: 'tackled' },
  'plans.sustain': { id: plan().id, answer: 'yes' },
  'plans.invite': plan().id,
  'evidence.list': { plan: plan().id, team: '' },
  'evidence.save': {
    ...emptyEvidence(idOf(8), '2026-11-26'),
    team: 'Year 4',
    source: 'other',
    seen: 'x',
    outcome: 'moved',
  },
  'evidence.remind': plan().id,
  'master.read': null,
  'master.show': { ...noFilter, words: 'evil' },
  'master.clear': null,
  'papers.open': null,
  'years.read': null,
  'years.begin': { closing: '2025/26', dates: [], letGo: [] },
  'years.goOn': '',
  'mirror.keep': emptyLook('2026-11-26'),
  'mirror.read': null,
};
// A page in which there is nothing of any school: the sidebar asks for it as it opens, whoever opens it.
const ofNoSchool = 'page.more';
// What somebody keeps for themselves is theirs, whoever they are; nothing of the school is in it.
const own = ['drafts.keep', 'drafts.drop'];
const paths = Object.entries(api).flatMap(([noun, verbs]) => Object.keys(verbs).map((verb) => `${noun}.${verb}`));

describe('somebody who is not of this school', () => {
  let school: School;
  beforeAll(() => {
    school = givenWorkbook();
    school.save();
    school.ask(coach.email, 'plans.save', { draft: plan(), base: null });
  });

  it('is tried with every procedure there is', () => {
    expect([...Object.keys(inputs), ofNoSchool].sort()).toEqual([...paths].sort());
  });

  it.each(['', 'stranger@evil.test', gone.email, ...alike])(
    'is refused everything in words and changes nothing: %j',
    (user) => {
      const before = everything(school);
      for (const [path, input] of Object.entries(inputs)) {
        if (user !== '' && own.includes(path)) continue;
        const { reply, run } = school.ask<Record<string, unknown>>(user, path, input);
        const why = reply.ok ? { code: 'forbidden', message: reply.value.refusal } : reply.error;
        expect([path, why, run.log]).toEqual([
          path,
          {
            code: 'forbidden',
            message: expect.stringMatching(
              /^\S.*(is not on the Staff tab|is not marked as active|does not say who is signed in).*\.$/,
            ),
          },
          [],
        ]);
        for (const words of [session().strength, plan().purpose]) expect(JSON.stringify(reply)).not.toContain(words);
        if (reply.ok) expect(JSON.stringify(reply)).not.toContain(coachee.email);
      }
      expect(everything(school) === before).toBe(true);
    },
  );

  it.each(['', 'stranger@evil.test', gone.email])(
    'changes nothing by any function that a page could call: %j',
    (user) => {
      const before = everything(school);
      for (const fn of publicFunctions)
        for (const kind of ['client', 'menu'] as const)
          for (const args of [[], ['x', {}], [{ user: coach.email, authMode: 'FULL' }]]) {
            const { shown, error } = school.world.run(fn, args, { user, kind });
            expect(error).toBeUndefined();
            expect(JSON.stringify(shown)).not.toContain(session().strength);
            expect(JSON.stringify(shown)).not.toContain(coachee.email);
          }
      expect(everything(school) === before).toBe(true);
    },
  );

  it('finds no other function', () => {
    for (const fn of [
      'setUp',
      'respond',
      'perform',
      'Coaching',
      'eval',
      'toString',
      '__proto__',
      'constructor',
      'rpc_',
      'onEdit',
    ])
      expect([fn, school.world.run(fn, [], { user: coach.email, kind: 'client' }).error?.message]).toEqual([
        fn,
        expect.stringMatching(/Script function not found|not a function|is not defined/),
      ]);
  });
});

it('a sheet without staff is set up by whoever is first, if Google says who they are; then strangers repair nothing', () => {
  const school = givenWorkbook();
  expect(school.told('setUpSheet', 'stranger@evil.test')).toEqual([
    'stranger@evil.test is not on the Staff tab. Ask the director of coaching to add you.',
  ]);
  school.person.deleteRow('Staff', 2, Object.values(people).length);
  expect(school.told('setUpSheet', '').join()).toContain('does not say who is signed in');
  expect(school.told('setUpSheet', 'first@school.example')[0]).toBe('Everything was in order.');
});

describe('an address that is not exactly in an allowed domain', () => {
  const guests = alike.map((address) => address.replace('ada', 'bram'));

  it.each(guests)('is invited neither as coachee nor as assistant head: %s', (email) => {
    const school = givenPlainSchool();
    const stranger: Member = { ...coachee, email, name: 'Look Alike' };
    school.put(staff, [...Object.values(people), stranger]);
    const isIn = /^[a-z+]+@school\.example$/.test(email);
    const reply = school.save({ coachee: email });
    expect(reply.ok).toBe(isIn);
    if (!reply.ok) {
      expect(reply.error).toMatchObject({
        code: 'invalid',
        message: expect.stringMatching(
          /^\S.*(is not active on the Staff tab|is not in a domain that may be invited).*\.$/,
        ),
      });
      expect(school.rows('Sessions')).toEqual([]);
    }
    school.put(teams, [{ name: 'Year 4', assistantHead: email }]);
    expect(school.save({ id: idOf(2) }).ok).toBe(true);
    school.deliver(idOf(2));
    const asked = school.world.calendars.list(coach.email).flatMap((event) => event.attendees ?? []);
    expect(asked.map((guest) => guest.email).filter((each) => ![coach.email, coachee.email].includes(each))).toEqual(
      isIn ? [email] : [],
    );
  });

  it.each([
    '',
    'example',
    'evil.test',
    '*',
    '*.example',
    'school.example.evil.test',
    '.',
    '@',
    'schoolXexample',
    'exаmple',
  ])('is not invited either where Settings allows %j', (domains) => {
    const school = givenPlainSchool();
    school.put(
      settingsTable,
      settingRows.map((row) => (row.name === 'Domains that may be invited' ? { ...row, value: domains } : row)),
    );
    expect(school.save()).toMatchObject({ ok: false, error: { code: 'invalid', field: 'followUpDate' } });
    expect(school.save({ followUpDate: '', followUpTime: '' })).toMatchObject({ ok: true });
  });

  it('any more, after a session was saved, is not invited by correcting or sending it', () => {
    const school = givenSchool();
    school.save();
    school.set('Domains that may be invited', 'other.example');
    expect(school.edit({ followUpDate: '2026-12-11' })).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Not sent' } });
    for (const { email } of [coach, coachee, head]) expect(school.world.calendars.all(email)).toEqual([]);
  });
});
