import { heightOf, type Raw, type Tab } from './tab.ts';

/** The tab sorted below its header by one column: numbers and days, then texts, then truths; the empty always last. */
export function sorted(tab: Tab, column: number, order: 'asc' | 'desc'): Tab {
  const last = heightOf(tab);
  const [head, rows, rest] = [tab.rows.slice(0, 1), tab.rows.slice(1, last), tab.rows.slice(Math.max(1, last))];
  const direction = order === 'asc' ? 1 : -1;
  const raw = (index: number): Raw => rows[index]?.cells[column]?.raw ?? null;
  const places = rows.map((_, index) => index).sort((one, other) => compare(raw(one), raw(other), direction));
  return { ...tab, rows: [...head, ...places.flatMap((index) => rows[index] ?? []), ...rest] };
}

const KINDS = ['number', 'string', 'boolean'];

function compare(one: Raw, other: Raw, direction: 1 | -1): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const kinds = KINDS.indexOf(typeof one) - KINDS.indexOf(typeof other);
  if (kinds !== 0) return kinds * direction;
  if (typeof one === 'string') return one.localeCompare(String(other)) * direction;
  return (Number(one) - Number(other)) * direction;
}
