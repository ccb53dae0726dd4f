import { CALL_FLOOR } from '../local/costs.ts';
import { type Act, acts } from './acts.ts';
import type { Measured } from './measure.ts';
import type { Size } from './sizes.ts';
import { table, whole, within } from './table.ts';
import { lostRows, openingToday, samples, savingToday } from './today.ts';

/** Cells read of Sessions stay under so many for each session. */
export const cellsPerRow = 5;

const isOver = ({ act, reaching }: Measured): boolean => act.limit !== undefined && reaching.length > act.limit;
const readsTooMuch = ({ act, read, rows }: Measured): boolean =>
  act.readsLimited && read.sessions / rows >= cellsPerRow;

/** What the acts asked for, at every size. */
export function actsTable(all: readonly Measured[]): string {
  const rows = all.map((each) => {
    const { act, read, reaching } = each;
    const perRow = (read.sessions / each.rows).toFixed(2);
    return [
      act.name,
      whole(each.rows),
      String(act.sidebarCalls),
      act.limit === undefined
        ? String(reaching.length)
        : within(String(reaching.length), '≤', String(act.limit), isOver(each)),
      String(each.bufferedWrites),
      act.readsLimited ? within(perRow, '<', String(cellsPerRow), readsTooMuch(each)) : perRow,
      whole(read.others),
      whole(each.modelled),
      whole(each.wall),
    ];
  });
  const headers =
    'act|sessions|sidebar calls|reach the server|buffered|Sessions cells each|other cells|modelled ms|wall ms';
  return table(headers.split('|'), rows);
}

/** How the cells read grow between the smallest and the largest tab. */
export function growthTable(all: readonly Measured[]): string {
  const rows = byAct(all).map(({ act, first, last }) => {
    const slope = (last.read.sessions - first.read.sessions) / (last.rows - first.rows);
    const fixed = first.read.sessions - slope * first.rows;
    return [act.name, slope.toFixed(2), whole(fixed), whole(first.read.others), whole(last.read.others)];
  });
  const few = 'other tabs, fewest sessions';
  return table(['cells read', 'for each session', 'besides, on Sessions', few, 'and most'], rows);
}

/** The calls of each act that reach the server, in turn. */
export function callsList(all: readonly Measured[]): string {
  return byAct(all)
    .map(({ act, first }) => `${act.name}: ${first.reaching.join(', ')}`)
    .join('\n');
}

/** The acts that ask for other calls at one size than at another, a sentence each. */
export function differing(all: readonly Measured[]): string[] {
  const changing = byAct(all).filter(({ same }) => !same);
  return changing.map(({ act }) => `${act.name}: the calls that reach the server differ with the number of sessions.`);
}

/** What is over its limit or grows, a sentence each; nothing when all is well. */
export function failures(all: readonly Measured[], sizes: readonly Size[]): string[] {
  const many = all.filter(isOver);
  const wide = all.filter(readsTooMuch);
  const large = sizes.filter(({ bytes, limit }) => bytes > limit);
  return [
    ...many.map(({ act, rows, reaching }) => `${act.name}, ${whole(rows)} sessions: ${reaching.length} calls.`),
    ...wide.map(({ act, rows, read }) => `${act.name}, ${whole(rows)} sessions: ${whole(read.sessions)} cells read.`),
    ...differing(all),
    ...large.map(({ what, bytes }) => `${what}: ${whole(bytes)} bytes.`),
  ];
}

/** The same acts in the way of published samples, modelled with the same costs. */
export function todayTable(all: readonly Measured[]): string {
  const of = (act: Act, rows: number): number =>
    all.find((each) => each.act === act && each.rows === rows)?.modelled ?? Number.NaN;
  const lines = [...new Set(all.map(({ rows }) => rows))].map((rows) => {
    const save = of(acts.save, rows);
    // In their one call the event is there when the row is.
    const [opened, saved, invited] = [openingToday(rows), savingToday(), savingToday()];
    return [rows, of(acts.open, rows), opened, save, saved, save + of(acts.invite, rows), invited].map(whole);
  });
  const headers = 'sessions|open: ours|theirs|row is there: ours|theirs|event is there: ours|theirs';
  return table(headers.split('|'), lines);
}

/** Where the modelled figures come from, a line each. */
export function sources(all: readonly Measured[]): string[] {
  const priced = new Map<string, Set<string>>();
  for (const { service, method, ms, msPerCell, server, buffered, source } of all.flatMap(({ calls }) => calls)) {
    const handle = !server && !buffered;
    const price = `${ms} ms${msPerCell > 0 ? ` and ${msPerCell} ms a cell` : ''} (${source})`;
    const names = priced.get(price) ?? new Set();
    priced.set(price, names.add(handle ? 'every other call' : `${service}.${method}`));
  }
  const { ms, msPerKb, source } = CALL_FLOOR;
  return [
    `a run before its first line, from the menu as from the sidebar: ${ms} ms and ${msPerKb} ms a kB of Code.js (${source})`,
    ...[...priced].map(([price, names]) => `${[...names].join(', ')}: ${price}`),
    `Sheet.getDataRange: as Range.getValues; Sheet.appendRow: as Sheet.insertRowsBefore; createEvent: as Calendar.Events.insert`,
    'the size of their script: counted as 0 kB',
    ...samples.map((sample) => `their way: ${sample}`),
    `without a lock: ${lostRows}`,
  ];
}

function byAct(all: readonly Measured[]): { act: Act; first: Measured; last: Measured; same: boolean }[] {
  return [...new Set(all.map(({ act }) => act))].flatMap((act) => {
    const own = all.filter((each) => each.act === act);
    const [first, last] = [own[0], own[own.length - 1]];
    const same = own.every(({ reaching }) => String(reaching) === String(first?.reaching));
    return first && last ? [{ act, first, last, same }] : [];
  });
}
