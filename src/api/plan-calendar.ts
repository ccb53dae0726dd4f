import type { Placed } from '../domain/columns.ts';
import type { PlanAnswer } from '../domain/plan-invitations.ts';
import type { StandingReminder } from '../domain/plan-reminders.ts';
import { agreedBy, agreementOf, type Plan, plans as table, withAgreement, wordsOf } from '../domain/plans.ts';
import type { Context } from './context.ts';
import { mayGatherFor, reminderIn } from './evidence.ts';
import { note, type PlanSeen, seen } from './plans.ts';

/**
 * Has plans follow the signed-in person's own calendar, and their reminders there follow the plans. Answers the plans to
 * which a coachee has said Yes since.
 */
export function followPlans(context: Context): PlanSeen[] {
  const { book, clock, user, planEvents } = context;
  const reference = book.reference();
  const all = book.rowsOf(table);
  const isGathering = ({ row }: Placed<Plan>): boolean =>
    row.evidenceDate >= clock.today && mayGatherFor(reference, user, row);
  const gathering = all.filter(isGathering).map(({ row }) => row);
  // Where nothing is open, no calendar has to be waited for.
  if (gathering.length === 0 && !all.some((placed) => isOpen(placed, user))) return [];
  const { answers, reminders } = planEvents.standing(book.id, clock.today);
  moveReminders(context, reminders, gathering);
  return agree(context, answers, all);
}

const isOpen = ({ row }: Placed<Plan>, user: string): boolean =>
  row.savedBy === user && row.id !== '' && (!agreedBy(row).coachee || row.agreement !== agreementOf(row));

// Only to the very words that it has now.
function agree(context: Context, answers: readonly PlanAnswer[], all: readonly Placed<Plan>[]): PlanSeen[] {
  const { book, clock, user } = context;
  const isNews = (placed: Placed<Plan>): boolean =>
    isOpen(placed, user) &&
    answers.some(
      ({ plan, words, email }) =>
        plan === placed.row.id && words === wordsOf(placed.row) && email === placed.row.coachee,
    );
  const agreed = all.filter(isNews);
  if (agreed.length === 0) return [];
  return context.record(() => {
    book.refresh();
    const reference = book.reference();
    return agreed.flatMap(({ row: { id } }) => {
      const now = book.find(table, id);
      if (!now || !isNews(now)) return [];
      const change = withAgreement(now.row, 'coachee', clock.now);
      book.change(table, now, change);
      note(context, now.row, 'Agreed', 'coachee, in their calendar');
      return [seen(reference, { ...now.row, ...change }, user, clock.today)];
    });
  });
}

// What is no longer planned has nothing to move to; its reminder is its owner's to take out.
function moveReminders(context: Context, standing: readonly StandingReminder[], gathering: readonly Plan[]): void {
  for (const { plan: id, date, sources } of standing) {
    const plan = gathering.find((each) => each.id === id);
    if (!plan) continue;
    const now = reminderIn(context, plan);
    if (now.date !== date || now.sources !== sources) context.planEvents.remind(now);
  }
}
