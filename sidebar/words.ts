import { type Day, daysBetween, sayDay, sayDistance } from '../src/domain/days.ts';
import type { Delivery } from '../src/domain/follow-ups.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import type { Coachee, Refusal, Since } from './server.ts';

/** `2 sessions`, `1 session`. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

/** `due Thu 3 Dec`, `4 days overdue`. */
export function sayDue({ due, overdue }: Coachee, today: Day): string {
  const days = daysBetween(due, today);
  if (overdue) return `${count(days, 'day')} overdue`;
  return days === 0 || days === -1 ? `due ${sayDistance(due, today)}` : `due ${sayDay(due, today)}`;
}

/** `last met 3 weeks ago · 2 sessions`. */
export function sayMet({ lastMet, sessions }: Coachee, today: Day): string {
  return `last met ${sayDistance(lastMet, today)} · ${count(sessions, 'session')}`;
}

/** `Thu 10 Dec, 15:45, 30 minutes`. */
export function sayMeeting({ followUpDate, followUpTime, followUpMinutes }: SessionDraft, today: Day): string {
  const parts = [sayDay(followUpDate, today), followUpTime, followUpMinutes ? count(followUpMinutes, 'minute') : ''];
  return parts.filter((part) => part !== '').join(', ');
}

/** `2 steps open, 1 of them late · 3 weeks ago`, `1 step open, late · yesterday`. */
export function saySteps({ steps, late }: Since['open'][number], { lastMet }: Coachee, today: Day): string {
  const some = late < steps ? `, ${late} of them late` : steps === 1 ? ', late' : ', all of them late';
  return `${count(steps, 'step')} open${late > 0 ? some : ''} · ${sayDistance(lastMet, today)}`;
}

const answers: Readonly<Record<string, string>> = {
  Accepted: 'invitation accepted',
  Declined: 'invitation declined',
  Tentative: 'may come',
};

/** `invitation declined: “trip”`. */
export function sayAnswer({ answer, note }: Since['answers'][number]): string {
  return `${answers[answer] ?? answer}${note ? `: “${note}”` : ''}`;
}

/** A refusal for somebody who has typed: what happened, that nothing is lost, what to do. */
export function sayRefusal({ code, message }: Refusal): string {
  const kept = message.includes('Your words are kept') ? message : `${message} Your words are kept.`;
  return code === 'offline' ? `${kept} Trying again is safe: nothing is ever saved twice.` : kept;
}

/** What became of several invitations: how many were sent, and why each of the others was not. */
export function sayDeliveries(deliveries: readonly Delivery[]): string[] {
  const sent = deliveries.filter(({ outcome }) => outcome === 'Invited').length;
  const others = deliveries.filter(({ outcome }) => outcome !== 'Invited').map(({ words }) => words);
  if (deliveries.length === 0) return ['No invitation waits any more.'];
  return [...(sent > 0 ? [`${count(sent, 'invitation')} sent.`] : []), ...others];
}

/** The reference of a fault of ours, such as 7F3K; nothing when the message has none. */
export function referenceIn(message: string): string {
  return /\bReference ([A-Z0-9]+)/i.exec(message)?.[1] ?? '';
}

/** Says something to whoever hears the page rather than sees it. */
export function announce(words: string): void {
  const said = document.getElementById('said');
  if (said) said.textContent = words;
}
