import type { Call, Hook } from '../local/door.ts';
import { Killed } from '../local/door.ts';
import { givenSchool, people, type School, session } from './given.ts';

const coach = people.coach.email;
const { id } = session();

/** What can go wrong at a call: the run is ended by force, or the call fails, before or after it has taken effect. */
const faults: Readonly<Record<string, (act: () => unknown) => unknown>> = {
  'killed before it': () => {
    throw new Killed('six minutes are over');
  },
  'killed after it': (act) => {
    act();
    throw new Killed('six minutes are over');
  },
  'an error before it': () => {
    throw new Error('Service Spreadsheets timed out');
  },
  'its answer lost': (act) => {
    act();
    throw new Error('Service Spreadsheets timed out');
  },
};

/** The same fault once, at the so-manieth call that reaches Google's servers. */
function at(place: number, fault: (act: () => unknown) => unknown, reached: (call: Call) => void): Hook {
  let count = 0;
  return (call, act) => {
    if (!call.server || count++ !== place) return act();
    reached(call);
    return fault(act);
  };
}

/** What must hold whatever happened: an acknowledged session is one whole row, and an event is one and has its row. */
function expectWhole(school: School, acknowledged: boolean): void {
  const rows = school.rows('Sessions');
  const events = school.world.calendars.list(coach);
  expect(rows.length).toBeLessThanOrEqual(1);
  if (acknowledged) expect(rows).toMatchObject([{ Strength: session().strength, 'Session id': id }]);
  expect(events.length).toBeLessThanOrEqual(rows.length);
}

describe.each(Object.entries(faults))('with %s, at every call in turn,', (_name, fault) => {
  it.each(['sessions.save', 'followUps.deliver'])(
    '%s loses and doubles nothing, and its repeat succeeds',
    async (path) => {
      for (let place = 0, last = ''; last !== 'none'; place++) {
        const school = givenSchool();
        if (path !== 'sessions.save') school.save();
        last = 'none';
        const away = school.world.onCall(at(place, fault, ({ method }) => (last = method)));
        const { reply } = school.ask(coach, path, path === 'sessions.save' ? session() : id, { unflushed: 'lost' });
        away();
        expectWhole(school, reply.ok || path !== 'sessions.save');
        expect(school.save()).toMatchObject({ ok: true, value: { row: 2 } });
        expect(school.deliver()).toMatchObject({ ok: true, value: { outcome: 'Invited' } });
        expectWhole(school, true);
        expect([last, school.rows('Sessions')[0]?.['Follow-up status']]).toEqual([last, 'Invited']);
        expect(school.world.calendars.list(people.coachee.email)).toHaveLength(1);
        expect(JSON.stringify(school.rows('Log'))).not.toContain(session().strength);
        // The engine lets go of a finished world only once the event loop has turned.
        await new Promise(setImmediate);
      }
    },
  );
});
