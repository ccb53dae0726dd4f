import { costOf } from '../local/costs.ts';
import { fields } from '../src/domain/columns.ts';
import { sessions } from '../src/domain/sessions.ts';
import { runFloor } from './measure.ts';

/** The published samples whose way of reading and writing is modelled here, as if it stood behind a sidebar. */
export const samples = [
  'developers.google.com/apps-script/samples/automations/event-session-signup (getDataRange().getValues(); createEvent in the same run)',
  'developers.google.com/apps-script/samples/automations/equipment-requests (appendRow in the run that also tells people)',
];

/** Why a lock is worth its time. */
export const lostRows = 'rows were lost from two writers at once, also with appendRow (tanaikech.github.io/2021/09/15)';

const columns = fields(sessions).length;

const callOf = (service: string, method: string, cells = 0): number => {
  const { ms, msPerCell } = costOf(service, method);
  return ms + cells * msPerCell;
};

// A template's script is small; its size is left out, in its favour.
const floor = runFloor(0);

/** Modelled milliseconds from the click to a sidebar with its data, asking for the whole tab in a call of its own. */
export function openingToday(rows: number): number {
  const click = floor + callOf('Ui', 'showSidebar');
  return click + floor + callOf('Sheet', 'getDataRange') + callOf('Range', 'getValues', (rows + 1) * columns);
}

/** Modelled milliseconds of saving: the row added at the end and the event made, in one call that is waited for. */
export function savingToday(): number {
  // CalendarApp's createEvent, at what an event costs here.
  return floor + callOf('Sheet', 'appendRow', columns) + callOf('Calendar.Events', 'insert');
}
