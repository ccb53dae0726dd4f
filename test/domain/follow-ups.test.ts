import {
  type FollowUp,
  guestsOf,
  isCalledOff,
  isEventOf,
  isForAnotherTime,
  isPlanned,
  wishOf,
} from '../../src/domain/follow-ups.ts';
import { makeReference } from '../../src/domain/reference.ts';
import { settingRows } from '../../src/domain/settings.ts';
import { people, periods, teamRows } from '../school.ts';

const { coach, coachee, gone, head, outsider } = people;
const rows = settingRows.map((row) =>
  row.name === 'Domains that may be invited' ? { ...row, value: 'school.example' } : row,
);
const reference = makeReference(Object.values(people), teamRows, periods, rows);

const followUp: FollowUp = {
  id: '0f8fad5b-d9cb-469f-a165-70867728950e',
  coach: coach.email,
  coachee: coachee.email,
  team: 'Year 4',
  assistantHead: head.email,
  followUpDate: '2026-12-10',
  followUpTime: '15:45',
  followUpMinutes: null,
  status: 'Waiting',
  savedBy: coach.email,
  eventId: 'stride0f8fad5bd9cb469fa16570867728950e',
  group: '',
};

describe('what a follow-up’s event was made for', () => {
  const wish = wishOf(followUp, [head, coach, coachee]);

  it('says when and who, whatever order they are named in; half an hour where a row does not say', () => {
    expect(wish).toBe('2026-12-10 15:45 30 ada@school.example bram@school.example rowan@school.example');
    expect(wishOf({ ...followUp, followUpMinutes: 30 }, [coachee, coach, head])).toBe(wish);
    expect(wishOf({ ...followUp, followUpMinutes: 45 }, [])).toBe('2026-12-10 15:45 45');
  });

  it('is for another time once the row says another day, time or length, and not for other guests', () => {
    const other = (change: Partial<FollowUp>) => isForAnotherTime(wish, { ...followUp, ...change });
    expect([{ followUpDate: '2026-12-11' }, { followUpTime: '15:40' }, { followUpMinutes: 3 }].map(other)).toEqual([
      true,
      true,
      true,
    ]);
    expect(other({ coachee: head.email })).toBe(false);
    expect(isForAnotherTime('2026-12-10 15:45 30', followUp)).toBe(false);
    expect(isForAnotherTime('', followUp)).toBe(false);
  });
});

it.each([
  ['2026-12-10', '15:45', 'planned'],
  ['', '', 'called off'],
  ['2026-12-10', '', 'neither'],
  ['', '15:45', 'neither'],
])('a follow-up on “%s” at “%s” is %s', (followUpDate, followUpTime, state) => {
  const when = { followUpDate, followUpTime };
  expect([isPlanned(when), isCalledOff(when)]).toEqual([state === 'planned', state === 'called off']);
});

it('an event is known as that of its session, also the one that came after a first', () => {
  expect(isEventOf(followUp.id, followUp.eventId)).toBe(true);
  expect(isEventOf(followUp.id, `${followUp.eventId}v1`)).toBe(true);
  expect(isEventOf(followUp.id, `x${followUp.eventId}`)).toBe(false);
});

describe('a guest', () => {
  const refused = (email: string) => () => guestsOf(reference, coach.email, [{ coachee: email, team: 'Year 4' }]);

  it.each([
    [gone.email, 'Silas Wicket is not active on the Staff tab, so they cannot be invited.'],
    ['stranger@school.example', 'stranger@school.example is not active on the Staff tab, so they cannot be invited.'],
    ['Frank words', 'Somebody in its row is not active on the Staff tab, so they cannot be invited.'],
    [
      outsider.email,
      'piers@trust.example is not in a domain that may be invited. Take the follow-up date out to save now, and ask the director to look at Settings.',
    ],
  ])('“%s” is refused beside the day, and named only by an address', (email, message) => {
    expect(refused(email)).toThrow(expect.objectContaining({ code: 'invalid', field: 'followUpDate', message }));
  });

  it('who is an assistant head from outside is left out, and the form says so', () => {
    const teams = [{ name: 'Year 4', assistantHead: outsider.email }];
    expect(guestsOf({ ...reference, teams }, coach.email, [{ coachee: coachee.email, team: 'Year 4' }])).toEqual({
      invited: [coach, coachee],
      notes: ["Piers Far's address is outside the school's domains, so they are not invited."],
    });
    expect(guestsOf(reference, coach.email, [{ coachee: coachee.email, team: 'Year 4' }])).toEqual({
      invited: [coach, coachee, head],
      notes: [],
    });
  });
});
