import type { YearProgress, YearStart } from '../../src/api/years.ts';
import type { Evidence } from '../../src/domain/evidence.ts';
import { evidence } from '../../src/domain/evidence.ts';
import type { SessionDraft } from '../../src/domain/sessions.ts';
import { givenPlainSchool, idOf, people, plan, type Reply, type School, session } from '../given.ts';

const { coach, coachee, director, other } = people;

/** The sessions of the year that ends: two that are over, and those that have something to come. */
export const ended = {
  over: idOf(1),
  alsoOver: idOf(2),
  meetsAgain: idOf(3),
  waits: idOf(4),
  carried: idOf(5),
} as const;

/** Plans: one to carry on, one to let go, one that was celebrated long ago. */
export const planned = { carried: idOf(11), letGo: idOf(12), celebrated: idOf(13) } as const;

/** A half-term's coaching in a school whose director comes to start the new year on a day in July. */
export function givenAYear(school: School = givenPlainSchool()): School {
  const save = (draft: Partial<SessionDraft>, more: object = {}, who: string = coach.email): void => {
    must(school.ask(who, 'sessions.save', { ...session(draft), ...more }).reply);
  };
  const alone = { followUpDate: '', followUpTime: '', followUpMinutes: null };
  const steps = [{ what: 'Try talk partners.', due: '2026-12-03', support: '', kind: 'do' }];
  // One after another, for the Log and for the plans' days.
  save({ id: ended.over, strength: '=1+1', ...alone }, { steps });
  save({ id: ended.alsoOver, kind: 'Martini', followUpDate: '2026-12-10' });
  school.deliver(ended.alsoOver);
  for (const [id, change] of [
    [planned.letGo, { target: 'To let go.' }],
    [planned.celebrated, { target: 'Done long ago.' }],
  ] as const)
    must(school.ask(coach.email, 'plans.save', { draft: plan({ id, ...change }), base: null }).reply);
  for (const who of [coach.email, coachee.email]) must(school.ask(who, 'plans.agree', planned.celebrated).reply);
  must(school.ask(coach.email, 'plans.setState', { id: planned.celebrated, state: 'celebrated' }).reply);
  const carried = plan({ id: planned.carried, coachee: coach.email, reviewDate: '2027-09-20' });
  must(school.ask(other.email, 'plans.save', { draft: carried, base: null }).reply);
  school.put(evidence, [seen(idOf(21), planned.carried), seen(idOf(22), ''), seen(idOf(23), planned.letGo)]);
  school.world.clock.set('2027-07-15T15:00:00Z');
  save({ id: ended.meetsAgain, date: '2027-07-14', followUpDate: '2027-09-16' });
  school.deliver(ended.meetsAgain);
  save({ id: ended.waits, date: '2027-07-14', coachee: other.email, followUpDate: '2027-09-17' });
  save({ id: ended.carried, date: '2027-07-13', coachee: coach.email, ...alone }, {}, other.email);
  school.world.clock.set('2027-07-20T15:00:00Z');
  return school;
}

function seen(id: string, of: string): Evidence {
  return {
    date: '2027-05-04',
    by: coach.email,
    source: 'book sample',
    team: 'Year 4',
    theme: '',
    coachee: of === '' ? '' : coachee.email,
    askedFor: '',
    startingPoint: '',
    seen: 'Longer first drafts.',
    outcome: of === planned.carried ? 'too early to tell' : 'moved',
    link: '',
    plan: of,
    savedBy: coach.email,
    savedAt: '2027-05-04T15:00:00+01:00',
    id,
  };
}

/** What the director decides: everything proposed, but one plan. */
export function begin(school: School, who: string = director.email): Reply<unknown> {
  const { dates } = must(school.ask<YearStart>(who, 'years.read').reply);
  return school.ask(who, 'years.begin', { closing: '2026/27', dates, letGo: [planned.letGo] }).reply;
}

/** The rest of it, as the sidebar asks for it piece by piece; how many pieces there were. */
export function goOn(school: School): number {
  let count = 0;
  for (let next = ''; count === 0 || next !== ''; count++) {
    if (count > 60) throw new Error('it comes to no end');
    ({ next } = must(school.ask<YearProgress>(director.email, 'years.goOn', next).reply));
  }
  return count;
}

export function must<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
  return reply.value;
}
