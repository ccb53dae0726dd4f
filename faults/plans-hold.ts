import type { StoredEvent } from '../local/calendars.ts';
import { untouchedCells } from './kept-hold.ts';
import { everybody, type Seen } from './seen.ts';
import { wordsIn } from './wanted.ts';

type Plan = Readonly<Record<string, string>>;

const agreedColumns = ['Purpose', 'Target and why', 'Process', 'End goals', 'Pupil outcome'];
const keyColumns = ['Agreement', 'Coach agreed', 'Coachee agreed', 'Agreed to'];

// The plans in whose words and keys nobody has written by hand.
function plansOf(seen: Seen): (readonly [id: string, plan: Plan])[] {
  return [...seen.ledger.rows.values()]
    .filter(({ tab, isTouched }) => tab === 'plans' && isTouched)
    .flatMap(({ tab, id }) => untouchedCells(seen, { tab, id }).map((plan) => [id, plan] as const))
    .filter(([, plan]) => [...agreedColumns, ...keyColumns].every((header) => header in plan));
}

/** A plan counts as agreed only where each of the two has agreed to the very words it has. */
export function agreedByBoth(seen: Seen): string | undefined {
  for (const [id, plan] of plansOf(seen)) {
    const words = wordsIn(plan);
    const isTurned = (who: string): boolean => seen.ledger.keys.has(`${id} ${who} ${words}`);
    const has = (who: string): boolean => plan[`${who} agreed`] !== '' && plan['Agreed to'] === words;
    for (const who of ['Coach', 'Coachee'])
      if ((plan.Agreement === 'agreed' || has(who)) && !isTurned(who.toLowerCase()))
        return `${id} says that its ${who.toLowerCase()} has agreed, who has not to these words`;
  }
  return undefined;
}

/** Who was told that they have agreed has; a plan is agreed when both have; its other columns say what they have to. */
export function plansAsWished(seen: Seen): string | undefined {
  for (const [id, plan] of plansOf(seen)) {
    const words = wordsIn(plan);
    const [coach, coachee] = ['Coach', 'Coachee'].map(
      (who) => plan[`${who} agreed`] !== '' && plan['Agreed to'] === words,
    );
    const wanted = coach && coachee ? 'agreed' : 'draft, dialogue needed';
    if (plan.Agreement !== wanted) return `${id} shows “${plan.Agreement}”, and should show “${wanted}”`;
    for (const [who, has] of [['coach', coach] as const, ['coachee', coachee] as const])
      if (seen.ledger.keys.get(`${id} ${who} ${words}`)?.isTold && !has) return `${id} has lost the key of its ${who}`;
    const isDone = plan.Target === 'resolved' || plan.Target === 'celebrated';
    if ('Target' in plan && 'Resolved on' in plan && isDone !== (plan['Resolved on'] !== ''))
      return `${id} is ${plan.Target}, and resolved on “${plan['Resolved on']}”`;
    const event = plan.Invitation === 'Invited' ? planEvents(seen, id)[0] : undefined;
    const { strideWords, strideDate } = event?.extendedProperties?.private ?? {};
    if (plan.Invitation === 'Invited' && (strideWords !== words || strideDate !== plan['Review date']))
      return `${id} says that its invitation stands, which asks for other words or stands on another day`;
  }
  return undefined;
}

/** At most one event asks to agree to a plan: in the calendar of whoever made it, to the two of them and nobody else. */
export function oneInvitation(seen: Seen): string | undefined {
  for (const { tab, id, told, open } of seen.ledger.rows.values()) {
    if (tab !== 'plans') continue;
    const events = planEvents(seen, id);
    if (events.length > 1) return `${events.length} events ask to agree to ${id}`;
    const [event] = events;
    if (!event) continue;
    const two = twoOf([told, ...open]);
    const guests = (event.attendees ?? []).map(({ email }) => email).sort();
    if (event.organizer.email !== two[0]) return `the event of ${id} is ${event.organizer.email}'s`;
    if (guests.join() !== [...two].sort().join()) return `${guests} are asked to agree to ${id}`;
  }
  return undefined;
}

function planEvents({ world }: Seen, plan: string): StoredEvent[] {
  return everybody.flatMap((person) =>
    world.calendars
      .all(person)
      .filter(
        ({ organizer, status, extendedProperties }) =>
          organizer.email === person && status !== 'cancelled' && extendedProperties?.private?.stridePlan === plan,
      ),
  );
}

const twoOf = (versions: readonly (Plan | undefined)[]): string[] =>
  ['Coach email', 'Coachee email'].map((header) => versions.find((version) => version?.[header])?.[header] ?? '');

/** Whether an event may carry a plan's words, and whoever's calendar it is in may read them. */
export function mayCarryWords(seen: Seen, event: StoredEvent, person: string): boolean {
  // What an event has to itself stands only in the calendar of whoever made it, so it is known by its id.
  const plan = [...seen.ledger.rows.values()].find(({ told, open }) =>
    [told, ...open].some((version) => version?.['Event id'] === event.id),
  );
  const setting = seen.world.rows('Settings').find((row) => row.Setting === 'Plan in its invitation')?.Value;
  return plan !== undefined && twoOf([plan.told, ...plan.open]).includes(person) && /^yes$/i.test(setting ?? '');
}
