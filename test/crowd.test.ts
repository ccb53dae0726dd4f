import type { Saved } from '../src/api/sessions.ts';
import { staff } from '../src/domain/staff.ts';
import { givenSchool, idOf, people, type Reply, session } from './given.ts';

const crowd = 60;
const coaches = Array.from({ length: crowd }, (_, index) => ({
  ...people.coach,
  email: `coach${index}@school.example`,
  name: `Coach ${index}`,
}));

it('sixty coaches at once: each is told saved or to try again, and trying again works for all', () => {
  const school = givenSchool();
  school.person.insertRow('Staff', 3, 100);
  school.put(staff, [...Object.values(people), ...coaches]);
  const told = new Map<number, Reply<Saved>>();
  let entered = 0;
  // Half of them press the button while the first one holds the lock, the others each while the one before asks for it.
  const away = school.world.onCall((call, act) => {
    while (call.method === 'flush' && entered < crowd / 2) save(entered++);
    if (call.method === 'tryLock' && entered >= crowd / 2 && entered < crowd) save(entered++);
    return act();
  });
  function save(index: number): void {
    told.set(index, school.save({ id: idOf(index), strength: `Words of coach ${index}` }, coaches[index]?.email));
  }
  save(entered++);
  while (entered < crowd) save(entered++);
  away();
  expect([...told.values()].filter(({ ok }) => ok).length).toBeLessThan(crowd);
  expect(told.size).toBe(crowd);
  for (const [index, reply] of told) {
    if (!reply.ok) expect([index, reply.error.code]).toEqual([index, 'busy']);
    for (let tries = 0; tries < 3 && !told.get(index)?.ok; tries++) save(index);
    expect(told.get(index)).toMatchObject({ ok: true });
    expect(school.deliver(idOf(index), coaches[index]?.email)).toMatchObject({
      ok: true,
      value: { outcome: 'Invited' },
    });
  }
  const rows = school.rows('Sessions');
  expect(new Set(rows.map((row) => row['Session id'])).size).toBe(crowd);
  expect(rows).toHaveLength(crowd);
  for (const row of rows) expect(row.Strength).toBe(`Words of ${String(row.Coach).replace('C', 'c')}`);
  expect(school.world.calendars.list(session().coachee)).toHaveLength(crowd);
});
