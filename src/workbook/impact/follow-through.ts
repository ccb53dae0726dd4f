import { liveStates } from '../../domain/follow-ups.ts';
import { stepOutcomes } from '../../domain/policy.ts';
import { figure, type Section, shareOf, since } from './figure.ts';

const active = 'Coverage_State,"<>Left"';
const steps = since('Steps_Date');
const answered = stepOutcomes.map((outcome) => `[step_${key(outcome)}]`).join('+');
const inLog = (...events: readonly string[]): string =>
  events.map((event) => `COUNTIFS(Log_Event,"${event}",${since('Log_When')})`).join('+');

function key(outcome: string): string {
  return outcome.replace(' ', '');
}

/** Whether what was decided is done, and whether people meet again. */
export const followThrough = (): Section => ({
  title: 'Follow-through: is it done?',
  figures: [
    figure('steps', 'Steps decided', `COUNTIFS(${steps})`, 'This school year, by the day they were decided.'),
    ...stepOutcomes.map((outcome) =>
      figure(
        `step_${key(outcome)}`,
        `… ${outcome}`,
        `COUNTIFS(${steps},Steps_Outcome,"${outcome}")`,
        'Of these, what was said when the two next met.',
      ),
    ),
    figure(
      'stepsDoneShare',
      '… done by the next meeting',
      shareOf('[step_done]', `(${answered})`),
      'Done, of all steps of which something was said.',
      'share',
    ),
    figure(
      'stepsOverdue',
      'Steps past their day',
      `COUNTIFS(Steps_By_when,"<"&[today])${stepOutcomes
        .map((outcome) => `-COUNTIFS(Steps_By_when,"<"&[today],Steps_Outcome,"${outcome}")`)
        .join('')}`,
      'Nobody has said yet what has become of them.',
    ),
    figure(
      'waiting',
      'Follow-ups waiting',
      'COUNTIFS(Sessions_Follow_up_status,"Waiting")',
      'Saved; the invitation is still to be sent.',
    ),
    figure(
      'invited',
      'Follow-ups invited',
      liveStates
        .map((state) => `COUNTIFS(Sessions_Follow_up_status,"${state}",Sessions_Follow_up_date,">="&[today])`)
        .join('+'),
      'The invitation is in the calendars, whatever was answered, and the day is still to come.',
    ),
    figure(
      'due',
      'People whose follow-up was due',
      `COUNTIFS(Coverage_Follow_up_due,">0",${active})`,
      'Active staff with a follow-up this school year whose day has passed.',
    ),
    figure('held', '… who have met', `COUNTIFS(Coverage_Held,"Held",${active})`, 'Since the last such day, or on it.'),
    figure('heldShare', '… of those due', shareOf('[held]', '[due]'), 'Follow-ups held.', 'share'),
    figure(
      'overdue',
      'Follow-ups overdue',
      'COUNTIFS(Coverage_State,"Overdue")',
      'People whose follow-up has passed with no session since.',
    ),
    figure(
      'moved',
      'Follow-ups moved',
      inLog('Followed', 'Moved'),
      'This school year, in Calendar or by correcting the session; each time counts.',
    ),
    figure('calledOff', 'Follow-ups called off', inLog('Cancelled', 'Removed'), 'This school year, by the Log.'),
  ],
});
