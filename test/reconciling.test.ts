import { eventIdOf } from '../src/domain/follow-ups.ts';
import { emptyPlan, type PlanDraft } from '../src/domain/plans.ts';
import { givenPlainSchool, givenSchool, idOf, people, type School, session } from './given.ts';
import { smallTab } from './school.ts';

const { coach, coachee, director, head, other } = people;
const first = eventIdOf(session().id);
const minute = 60_000;
const day = 24 * 60 * minute;
const none = { followUpDate: '', followUpTime: '', followUpMinutes: null };

/** A school in which one session is saved and everybody is invited to its follow-up. */
function givenInvited(school: School = givenPlainSchool()): School {
  school.save();
  school.deliver();
  school.world.clock.advance(minute);
  return school;
}

const planWords = {
  purpose: 'Build on the calm of the room.',
  target: 'Every pupil explains a step aloud.',
  needs: ["pupils' need"],
  process: 'Watch, try, talk.',
  endGoals: 'Nobody waits to be asked.',
  outcome: 'The quiet third speaks first.',
  reviewDate: '2027-01-07',
} satisfies Partial<PlanDraft>;

const letters = (column: number): string =>
  column > 26 ? `A${String.fromCharCode(38 + column)}` : String.fromCharCode(64 + column);

function typeInto(school: School, header: string, text: string, row = 2): void {
  school.person.type('Sessions', `${letters(school.column('Sessions', header))}${row}`, text);
}

const status = (school: School) => school.rows('Sessions').map((row) => row['Follow-up status']);
const events = (school: School) => school.rows('Log').map((row) => row.Event);
const starts = (school: School, who: { email: string }) =>
  school.world.calendars.list(who.email).map((event) => event.start.dateTime);
const findings = (school: School, who: { email: string }) => school.check(who.email).findings.map(({ words }) => words);

const everything = (school: School) => [
  school.rows('Sessions'),
  school.rows('Log'),
  Object.values(people).map(({ email }) => school.world.calendars.all(email)),
  school.world.calendars.mails,
];

// No word of a conversation may be in any sentence, whatever people do to the sheet.
const words = [session().strength, session().target, session().outcome, 'Questioning', 'Talk partners'];

/** Checks twice: what the first finds, when the second finds nothing more to repair and the same to decide. */
function checkTwice(school: School, who: { email: string }): ReturnType<School['check']> {
  const once = school.check(who.email);
  const twice = school.check(who.email);
  expect(twice.repaired).toEqual([]);
  expect(twice.findings).toEqual(expect.arrayContaining(once.findings));
  for (const said of words) expect(JSON.stringify(once)).not.toContain(said);
  return once;
}

it('a sheet in order is in order for everybody, and nothing is written', () => {
  const school = givenInvited(givenSchool());
  const before = everything(school);
  for (const who of [coach, coachee, director, head, other])
    expect(checkTwice(school, who)).toEqual({ repaired: [], findings: [], parts: 3 });
  expect(everything(school)).toEqual(before);
});

it('a check is only for members of staff', () => {
  const school = givenPlainSchool();
  for (const who of ['stranger@school.example', people.gone.email, ''])
    expect(school.ask(who, 'reconcile.check', '').reply).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});

describe('what can be put right', () => {
  it('a status that somebody changed shows again what the Log says', () => {
    const school = givenInvited(givenSchool());
    for (const typed of ['Waiting', '', 'nonsense', 'Cancelled', 'Not sent']) {
      typeInto(school, 'Follow-up status', typed);
      expect(checkTwice(school, director)).toMatchObject({
        repaired: ['Row 2 shows “Invited” again, by what the Log says of it.'],
        findings: [],
      });
      expect(status(school)).toEqual(['Invited']);
    }
    expect(events(school)).toEqual(['Invited']);
  });

  it('also when the Log was sorted upside down', () => {
    const school = givenInvited(givenSchool());
    school.edit(none);
    school.world.clock.advance(minute);
    school.deliver();
    school.person.sort('Log', school.column('Log', 'When'), 'desc');
    expect(events(school)).toEqual(['Cancelled', 'Replanned', 'Invited']);
    typeInto(school, 'Follow-up status', 'Invited');
    expect(checkTwice(school, coach).repaired).toEqual(['Row 2 shows “Cancelled” again, by what the Log says of it.']);
    expect(status(school)).toEqual(['Cancelled']);
  });

  it('an invitation that somebody marked as sent before it was is sent after all', () => {
    const school = givenPlainSchool();
    school.save();
    typeInto(school, 'Follow-up status', 'Invited');
    expect(checkTwice(school, coach).repaired).toEqual([
      'Row 2 shows “Waiting” again, by what the Log says of it.',
      'Invitations sent for Thu 10 Dec, 15:45 to Bram Tansy and Rowan Reed.',
    ]);
    expect([status(school), starts(school, coachee)]).toEqual([['Invited'], ['2026-12-10T15:45:00Z']]);
  });

  it('where somebody emptied the Log, what is still to come is looked for in the calendar, and not sent again', () => {
    const school = givenInvited();
    school.person.deleteRow('Log', 2);
    expect(checkTwice(school, coach).repaired).toHaveLength(2);
    expect([status(school), events(school), starts(school, coachee)]).toEqual([
      ['Invited'],
      ['Invited'],
      ['2026-12-10T15:45:00Z'],
    ]);
    expect(school.world.calendars.mails.filter(({ kind }) => kind === 'invitation')).toHaveLength(2);
  });

  it('what waits is sent, so many at a time, until nothing waits', () => {
    const school = givenPlainSchool();
    for (let number = 1; number <= 3; number++) school.save({ id: idOf(number) });
    school.save({ id: idOf(4), coachee: coach.email }, other.email);
    const { repaired, parts } = checkTwice(school, coach);
    expect([repaired.length, parts]).toEqual([3, 4]);
    expect(status(school)).toEqual(['Invited', 'Invited', 'Invited', 'Waiting']);
    expect(school.world.calendars.list(other.email)).toEqual([]);
  });

  it('an event that a person removed is shown as removed, and does not come back', () => {
    const school = givenInvited(givenSchool());
    school.world.calendars.remove(coach.email, first);
    const { repaired, findings: found } = school.check(coach.email);
    expect(repaired).toEqual(['Row 2 shows “Removed”: the follow-up with Bram Tansy was taken out of the calendar.']);
    expect(found).toEqual([]);
    expect(findings(school, coach)).toEqual([
      'The follow-up of row 2 (Ada Quill with Bram Tansy, Thu 26 Nov) was removed from the calendar. If you still want to meet, correct the session and choose a new day.',
    ]);
    checkTwice(school, coach);
    expect([status(school), events(school), starts(school, coachee)]).toEqual([
      ['Removed'],
      ['Invited', 'Removed'],
      [],
    ]);
  });

  it('an event of which the calendar knows nothing any more counts as removed', () => {
    const school = givenInvited();
    school.world.onCall((call, act) => {
      if (call.method === 'list') return { items: [] };
      if (call.method === 'get') throw new Error('API call to calendar.events.get failed with error: Not Found');
      return act();
    });
    expect(checkTwice(school, coach).repaired).toHaveLength(1);
    expect(status(school)).toEqual(['Removed']);
  });

  it('an event that was left behind when its follow-up was called off is taken out', () => {
    const school = givenInvited();
    const event = school.world.calendars.find(coach.email, first);
    school.edit(none);
    school.world.clock.advance(minute);
    school.deliver();
    if (event) school.world.calendars.put(coach.email, event);
    expect(checkTwice(school, coach).repaired).toEqual([
      'A follow-up of Thu 10 Dec that was called off was still in your calendar, and is out of it now.',
    ]);
    expect([starts(school, coach), starts(school, coachee), status(school)]).toEqual([[], [], ['Cancelled']]);
  });

  it.each([
    ['deletes its row', ({ person }: School) => person.deleteRow('Sessions', 2)],
    ['plans it again', (school: School) => typeInto(school, 'Follow-up date', '10/12/2026')],
  ])('but not when somebody %s in that moment', (_what, act) => {
    const school = givenInvited();
    const event = school.world.calendars.find(coach.email, first);
    school.edit(none);
    school.world.clock.advance(minute);
    school.deliver();
    if (event) school.world.calendars.put(coach.email, event);
    const id = letters(school.column('Sessions', 'Session id'));
    const away = school.world.onCall((call, go) => {
      if (call.method === 'getRange' && call.args[0] === `${id}1:${id}`) {
        away();
        act(school);
      }
      return go();
    });
    expect(school.check(coach.email).repaired).toEqual([]);
    expect(starts(school, coach)).toEqual(['2026-12-10T15:45:00Z']);
  });

  it('an event that people moved stays where they moved it and its row follows; one of yesterday is nobody’s concern', () => {
    const school = givenInvited();
    school.world.calendars.move(coach.email, first, '2026-12-01T09:00:00Z');
    expect(checkTwice(school, coach)).toMatchObject({
      repaired: ['The follow-up with Bram Tansy was moved to Tue 1 Dec, 09:00, and row 2 says so.'],
      findings: [],
    });
    expect(starts(school, coachee)).toEqual(['2026-12-01T09:00:00Z']);
    school.world.clock.advance(5.5 * day);
    expect(checkTwice(school, coach)).toMatchObject({ repaired: [], findings: [] });
    school.world.clock.advance(20 * day);
    school.world.calendars.remove(coach.email, first);
    expect(checkTwice(school, coach)).toMatchObject({ repaired: [], findings: [] });
    expect(status(school)).toEqual(['Invited']);
  });

  it('is put right every hour for everybody who agreed, without anybody asking', () => {
    const school = givenInvited();
    school.ask(coach.email, 'followUps.sendHourly');
    school.save({ id: idOf(2) });
    typeInto(school, 'Follow-up status', 'Not sent');
    school.world.clock.advance(61 * minute);
    const [run, ...others] = school.world.runTriggers();
    expect([others, run?.error, run?.log, run?.shown]).toEqual([[], undefined, [], []]);
    expect(status(school)).toEqual(['Invited', 'Invited']);
    expect(school.world.calendars.list(coachee.email)).toHaveLength(2);
  });

  it('is never put right backwards: what is found is left to people', () => {
    const school = givenInvited();
    school.person.deleteRow('Sessions', 2);
    school.person.type('Sessions', 'H2', 'Typed by hand');
    const before = everything(school);
    for (const who of [coach, director]) expect(checkTwice(school, who).repaired).toEqual([]);
    expect(everything(school)).toEqual(before);
  });
});

it('a row that came to stand below what formulas look at is seen again: when it is saved again, and by a check', () => {
  for (const again of ['save', 'check']) {
    const school = givenPlainSchool();
    school.person.insertColumn('Sessions', 1);
    school.person.type('Sessions', `A${smallTab}`, 'to the very bottom');
    const away = school.world.onCall((call, act) => {
      if (call.method === 'insertRowsAfter') throw new Error('Service Spreadsheets timed out');
      return act();
    });
    expect(school.save(none)).toMatchObject({ ok: false });
    away();
    expect(school.home().sessionsThisHalfTerm).toBe(0);
    if (again === 'save')
      expect(school.save(none)).toMatchObject({ ok: true, value: { already: true, row: smallTab + 1 } });
    else school.check(director.email);
    expect(school.home().sessionsThisHalfTerm).toBe(1);
  }
});

describe('what a person must decide', () => {
  it('a plan is no session: what the Log says of it leaves nothing to decide', () => {
    const school = givenPlainSchool();
    const plan = { ...emptyPlan(idOf(7), people.coachee.email), ...planWords };
    for (const [path, input] of [
      ['plans.save', { draft: plan, base: null }],
      ['plans.agree', plan.id],
      ['plans.setState', { id: plan.id, state: 'tackled' }],
    ] as const)
      expect(school.ask(coach.email, path, input).reply).toMatchObject({ ok: true });
    expect(events(school)).toEqual(['Agreed', 'Plan changed']);
    for (const who of [director, coach]) expect(findings(school, who)).toEqual([]);
  });

  it('a row that was deleted by hand: whoever has its event, and the director', () => {
    const school = givenInvited();
    school.person.deleteRow('Sessions', 2);
    const gone =
      'A session is no longer on the Sessions tab. The Log knows it from Ada Quill, Thu 26 Nov (Invited). If its row was deleted by mistake, File › Version history brings it back.';
    expect(checkTwice(school, director).findings).toEqual([
      { words: gone, link: expect.stringMatching(/#gid=\d+&range=A2$/), event: '' },
    ]);
    expect(checkTwice(school, coach).findings).toEqual([
      { words: gone, link: expect.stringMatching(/#gid=\d+&range=A2$/), event: '' },
      {
        words:
          'A follow-up stands in your calendar on Thu 10 Dec, and its row is no longer on the Sessions tab. Bring the row back by File › Version history, or delete the event.',
        link: expect.stringMatching(/#gid=\d+$/),
        event: expect.stringMatching(/^https:\/\/www\.google\.com\/calendar\//),
      },
    ]);
    for (const who of [coachee, head, other]) expect(findings(school, who)).toEqual([]);
    school.world.clock.advance(61 * day);
    expect(findings(school, director)).toEqual([]);
  });

  it('a row that was pasted twice: its coach and the director, with a link to the second', () => {
    const school = givenInvited(givenSchool());
    const [, row = []] = school.person.seesAll('Sessions');
    school.save({ id: idOf(2), ...none });
    school.person.paste('Sessions', 'A4', [row]);
    for (const who of [coach, director])
      expect(checkTwice(school, who).findings).toEqual([
        {
          words:
            'Rows 2 and 4 have the same session id: one was pasted. Delete the one that is not needed (Ada Quill with Bram Tansy, Thu 26 Nov).',
          link: expect.stringMatching(/&range=A4$/),
          event: '',
        },
      ]);
    expect(findings(school, other)).toEqual([]);
    expect(school.world.calendars.list(coachee.email)).toHaveLength(1);
  });

  it('a row that somebody typed by hand: the director', () => {
    const school = givenSchool();
    school.person.paste('Sessions', 'A2', [['25/11/2026', '', 'Formal', 'Ada Quill', 'Bram Tansy']]);
    expect(checkTwice(school, director).findings).toEqual([
      {
        words: 'Row 2 has no session id, so it can be neither corrected in the sidebar nor sent.',
        link: expect.stringMatching(/&range=A2$/),
        event: '',
      },
    ]);
    expect(findings(school, coach)).toEqual([]);
  });

  it('a follow-up that somebody typed into the sheet, until it is corrected in the sidebar', () => {
    const school = givenPlainSchool();
    school.save(none);
    typeInto(school, 'Follow-up date', '10/12/2026');
    const words =
      'Nobody was invited to the follow-up in row 2 (Ada Quill with Bram Tansy, Thu 26 Nov): it was typed into the sheet. Correct the session in the sidebar to invite.';
    for (const who of [coach, director]) expect(checkTwice(school, who).findings).toMatchObject([{ words }]);
    expect(findings(school, other)).toEqual([]);
    const base = session({ followUpTime: '', followUpMinutes: null });
    expect(school.edit({ followUpTime: '15:45' }, { base })).toMatchObject({ ok: true, value: { invitation: true } });
    expect(checkTwice(school, coach).repaired).toHaveLength(1);
    expect([findings(school, director), starts(school, coachee)]).toEqual([[], ['2026-12-10T15:45:00Z']]);
  });

  it('an invitation that has waited for more than a day: the director', () => {
    const school = givenPlainSchool();
    school.save();
    school.world.clock.advance(day);
    expect(findings(school, director)).toEqual([]);
    school.world.clock.advance(day);
    expect(checkTwice(school, director).findings).toMatchObject([
      {
        words:
          'The invitation of row 2 (Ada Quill with Bram Tansy, Thu 26 Nov) has waited for more than a day. Only Ada Quill can send it: it stands in their calendar.',
        link: expect.stringMatching(/&range=A2$/),
      },
    ]);
    expect(findings(school, other)).toEqual([]);
  });

  it('an invitation that Calendar does not take just now is said to wait, and the check comes to its end or says why', () => {
    const school = givenPlainSchool();
    school.save();
    const part = (next: string) => school.ask(coach.email, 'reconcile.check', next).reply;
    school.world.calendars.off = 'quota';
    expect(part('')).toMatchObject({ ok: true, value: { done: 1, of: 3, next: 'waiting' } });
    expect(part('waiting')).toMatchObject({
      ok: true,
      value: { done: 2, next: 'calendar', findings: [{ words: expect.stringContaining('Google Calendar is busy') }] },
    });
    expect(part('calendar')).toMatchObject({
      ok: false,
      error: { code: 'busy', message: expect.stringMatching(/^Google Calendar is busy\. Try again in a moment\./) },
    });
    school.world.calendars.off = 'absent';
    expect(part('calendar')).toMatchObject({
      ok: false,
      error: { code: 'setup', message: expect.stringContaining('Google Calendar is switched off') },
    });
    school.world.calendars.off = null;
    expect(part('nonsense')).toMatchObject({ ok: true, value: { done: 1 } });
    expect(checkTwice(school, coach).repaired).toHaveLength(1);
    expect(status(school)).toEqual(['Invited']);
  });

  it('an event id that was changed by hand: nothing is called off or said to be removed for it', () => {
    const school = givenInvited();
    typeInto(school, 'Event id', eventIdOf(idOf(9)));
    expect(checkTwice(school, coach)).toMatchObject({
      repaired: [],
      findings: [
        {
          words: expect.stringMatching(/^The event id of row 2 .* was changed by hand/),
          link: expect.stringMatching(/&range=A2$/),
        },
      ],
    });
    expect([status(school), starts(school, coachee)]).toEqual([['Invited'], ['2026-12-10T15:45:00Z']]);
    expect(school.deliver()).toMatchObject({
      ok: true,
      value: { outcome: 'Not sent', words: expect.stringContaining('Its event id was changed by hand') },
    });
    expect(starts(school, coachee)).toEqual(['2026-12-10T15:45:00Z']);
  });

  it('an older version of its row that somebody brought back: whom it names, and that it has no follow-up', () => {
    const school = givenPlainSchool();
    school.save();
    school.deliver();
    school.world.clock.advance(minute);
    school.edit({ coachee: other.email }, { edit: '22222222-2222-4222-8222-222222222222' });
    school.deliver();
    typeInto(school, 'Coachee email', coachee.email);
    const link = expect.stringMatching(/&range=A2$/);
    const event = expect.stringMatching(/^https:/);
    expect(checkTwice(school, coach).findings).toEqual([
      {
        words:
          'The follow-up with Bram Tansy stands in the calendar for Thu 10 Dec, and row 2 names other people than were invited. Choose the time anew by correcting the session.',
        link,
        event,
      },
    ]);
    school.edit(none, { base: session(), edit: '33333333-3333-4333-8333-333333333333' });
    school.deliver();
    school.world.clock.advance(minute);
    for (const [header, text] of Object.entries({ 'Follow-up date': '10/12/2026', 'Follow-up time': '15:45' }))
      typeInto(school, header, text);
    expect(findings(school, director)).toEqual([
      'The follow-up of row 2 (Ada Quill with Bram Tansy, Thu 26 Nov) was called off, and the row gives a day for it again. If you still want to meet, correct the session and choose a new day.',
    ]);
  });

  it('an older version of its row that somebody brought back, from before it had a follow-up', () => {
    const school = givenPlainSchool();
    school.save(none);
    const before = school.person.seesAll('Sessions')[1] ?? [];
    school.edit({ followUpDate: '2026-12-10', followUpTime: '15:45' }, { base: session(none) });
    school.deliver();
    school.person.paste('Sessions', 'A2', [before]);
    typeInto(school, 'Follow-up status', '');
    typeInto(school, 'Event id', '');
    expect(checkTwice(school, coach).findings).toEqual([
      {
        words:
          'A follow-up with Bram Tansy stands in your calendar on Thu 10 Dec, and row 2 has none. Delete the event, or plan the follow-up again by correcting the session.',
        link: expect.stringMatching(/&range=A2$/),
        event: expect.stringMatching(/^https:/),
      },
    ]);
    expect(starts(school, coachee)).toEqual(['2026-12-10T15:45:00Z']);
  });

  it.each(['', 'after half-term'])(
    'a follow-up whose day somebody typed over with “%s”: nobody has called it off, and its event stands',
    (typed) => {
      const school = givenInvited(givenSchool());
      typeInto(school, 'Follow-up date', typed);
      expect(checkTwice(school, coach)).toMatchObject({
        repaired: [],
        findings: [
          {
            words:
              'The follow-up with Bram Tansy stands in the calendar for Thu 10 Dec, and row 2 does not say when. Choose the time anew by correcting the session.',
            link: expect.stringMatching(/&range=A2$/),
            event: expect.stringMatching(/^https:/),
          },
        ],
      });
      expect([status(school), starts(school, coachee)]).toEqual([['Invited'], ['2026-12-10T15:45:00Z']]);
      for (const header of ['Follow-up time', 'Follow-up minutes']) typeInto(school, header, '');
      expect(checkTwice(school, coach)).toMatchObject({
        repaired: [],
        findings: [{ words: expect.stringMatching(/does not say when/) }],
      });
      expect(starts(school, coachee)).toEqual(['2026-12-10T15:45:00Z']);
      school.world.calendars.remove(coach.email, first);
      expect(checkTwice(school, coach)).toMatchObject({ findings: [] });
      expect(status(school)).toEqual(['Removed']);
    },
  );

  it('a follow-up of which somebody typed another day into the sheet', () => {
    const school = givenInvited();
    typeInto(school, 'Follow-up date', '11/12/2026');
    expect(checkTwice(school, coach)).toMatchObject({
      repaired: [],
      findings: [
        {
          words:
            'The follow-up with Bram Tansy stands in the calendar for Thu 10 Dec, and row 2 says Fri 11 Dec, 15:45. Choose the time anew by correcting the session.',
          link: expect.stringMatching(/&range=A2$/),
          event: expect.stringMatching(/^https:/),
        },
      ],
    });
    expect([status(school), starts(school, coachee)]).toEqual([['Invited'], ['2026-12-10T15:45:00Z']]);
  });

  it('an invitation of which somebody typed words in place of the coachee', () => {
    const school = givenPlainSchool();
    school.save();
    typeInto(school, 'Coachee email', session().strength);
    expect(checkTwice(school, coach).repaired).toEqual([
      'The follow-up with somebody was not sent. Somebody in its row is not active on the Staff tab, so they cannot be invited.',
    ]);
    expect([status(school), starts(school, coach)]).toEqual([['Not sent'], []]);
  });

  it.each([
    ['Follow-up date', 'the day'],
    ['Follow-up time', 'the time'],
  ])('an invitation that waits, when somebody typed over its %s', (header, what) => {
    const school = givenPlainSchool();
    school.save();
    typeInto(school, header, 'some time soon');
    const words = `The ${what.slice(4)} of the follow-up with Bram Tansy was changed by hand and cannot be read, so nothing was sent. Choose it anew by correcting the session.`;
    expect(checkTwice(school, coach).findings).toMatchObject([{ words }]);
    expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Waiting', words } });
    expect([status(school), events(school), starts(school, coachee)]).toEqual([['Waiting'], [], []]);
    typeInto(school, header, header === 'Follow-up date' ? '11/12/2026' : '15:45');
    expect(checkTwice(school, coach).findings).toEqual([]);
    expect(status(school)).toEqual(['Invited']);
  });

  it('an event that Calendar cannot be asked about is not taken for removed', () => {
    const school = givenInvited();
    school.world.calendars.remove(coach.email, first);
    const away = school.world.onCall((call, act) => {
      if (call.method === 'get') throw new Error('API call to calendar.events.get failed with error: Backend Error');
      return act();
    });
    expect(school.ask(coach.email, 'reconcile.check', 'calendar').reply).toMatchObject({
      ok: false,
      error: { code: 'busy', message: 'Google Calendar is busy. Try again in a moment. It said: Backend Error' },
    });
    expect([status(school), events(school)]).toEqual([['Invited'], ['Invited']]);
    away();
    expect(checkTwice(school, coach).repaired).toHaveLength(1);
  });

  it('an event on the second page of a full calendar is found all the same', () => {
    const school = givenInvited();
    school.person.deleteRow('Sessions', 2);
    let pages = 0;
    school.world.onCall((call, act) => {
      if (call.method !== 'list' || ++pages % 2 === 0) return act();
      return { nextPageToken: '0' };
    });
    expect(findings(school, coach)[1]).toContain('A follow-up stands in your calendar on Thu 10 Dec');
    expect(pages).toBe(2);
  });

  it('is told without what somebody pasted into the wrong columns', () => {
    const school = givenInvited();
    const [, row = []] = school.person.seesAll('Sessions');
    school.person.paste('Sessions', 'A3', [row]);
    for (const at of [2, 3]) {
      typeInto(school, 'Coach email', 'Questioning', at);
      typeInto(school, 'Coachee email', session().strength, at);
      typeInto(school, 'Date', 'Talk partners', at);
    }
    expect(findings(school, director)).toEqual([
      'Rows 2 and 3 have the same session id: one was pasted. Delete the one that is not needed (somebody with somebody, without a date).',
    ]);
  });

  it('is told also of a row that does not say who', () => {
    const school = givenPlainSchool();
    school.save(none);
    typeInto(school, 'Follow-up date', '10/12/2026');
    typeInto(school, 'Coachee email', '');
    expect(findings(school, director)).toEqual([
      expect.stringMatching(/^Nobody was invited to the follow-up in row 2 \(Ada Quill with somebody, Thu 26 Nov\)/),
    ]);
  });
});
