import type { Day } from './days.ts';
import { UserError } from './errors.ts';
import type { Plan } from './plans.ts';

/** What somebody's own calendar says on the day by which the evidence of a plan is gathered: no word of the plan. */
export interface PlanReminder {
  readonly plan: string;
  readonly date: Day;
  /** Which sources are to show it. */
  readonly sources: string;
  readonly sheet: string;
  readonly sheetId: string;
}

/** A reminder as it stands in a calendar, by the day and the sources it was made for. */
export type StandingReminder = Pick<PlanReminder, 'plan' | 'date' | 'sources'>;

/** The id of a reminder's event, the same in everybody's own calendar: Calendar allows the digits and a to v. */
export const reminderId = (plan: string): string => `strideevidence${plan.replace(/-/g, '')}`;

/**
 * The reminder of a plan whose evidence is still to be gathered.
 * @throws UserError `invalid` when the plan says no day, or one that has passed
 */
export function reminderOf(
  plan: Pick<Plan, 'id' | 'evidence' | 'evidenceDate'>,
  from: Pick<PlanReminder, 'sheet' | 'sheetId'>,
  today: Day,
): PlanReminder {
  if (plan.evidenceDate < today) {
    const why = plan.evidenceDate === '' ? 'says no day yet' : 'gives a day that has passed';
    throw new UserError('invalid', `“Evidence by” of this plan ${why}. Put a day still to come there first.`);
  }
  return { plan: plan.id, date: plan.evidenceDate, sources: plan.evidence.join(', '), ...from };
}
