import type { StoredEvent } from '../local/calendars.ts';
import type { Row } from '../local/plain/tab.ts';
import type { Desk } from './desk.ts';
import { everybody } from './seen.ts';

const rowTexts = new WeakMap<Row, string>();
const eventTexts = new WeakMap<StoredEvent, string>();

/**
 * Everything on which depends what happens from here on, as one text: two paths that lead to the same need to be followed
 * once. Rows by what is in them, calendars, properties, triggers, the time, and what is right to expect.
 */
export function stateKey({ world, ledger, begun }: Desk): string {
  const { sheets } = world.book;
  const tabs = sheets.tabs.map((tab) => {
    const before = begun.sheets.tabs.find(({ id }) => id === tab.id);
    if (before === tab) return '=';
    const rows = tab.rows.map((row, at) => (before?.rows[at] === row ? '=' : textOf(row, rowTexts, rowText)));
    return `${tab.name}(${tab.columns.join() === before?.columns.join() ? '' : tab.columns.join()}${rows.join('|')})`;
  });
  const rest = [sheets.names, sheets.guards, sheets.refusals].map((part, index) =>
    part === [begun.sheets.names, begun.sheets.guards, begun.sheets.refusals][index]
      ? '='
      : JSON.stringify([...part.entries()]),
  );
  const calendars = everybody.map((person) =>
    world.calendars.all(person).map((event) => textOf(event, eventTexts, (each) => JSON.stringify(each))),
  );
  const { clock, stores, triggers } = world;
  return [
    ...tabs,
    ...rest,
    ...calendars,
    JSON.stringify([stores.save(), triggers.save()]),
    clock.now(),
    ledger.key,
  ].join('\n');
}

function textOf<T extends object>(of: T, known: WeakMap<T, string>, make: (of: T) => string): string {
  const before = known.get(of);
  if (before !== undefined) return before;
  const text = make(of);
  known.set(of, text);
  return text;
}

const rowText = ({ cells, hidden }: Row): string =>
  `${hidden ?? ''}${cells.map((cell) => (cell ? `${cell.content}\t${cell.format ?? ''}` : '')).join('\t')}`;
