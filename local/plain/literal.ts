import type { Value } from '../cells.ts';
import { BRITISH } from '../engine/equip.ts';
import { engine } from '../engine.ts';
import { isDateFormat, isTextFormat } from '../formats.ts';
import type { Entry } from '../typed.ts';
import { instantOf, wallOfSerial } from '../zone.ts';
import { blankOf, type Cell, type Raw } from './tab.ts';

/** The cell an entry makes where the cell before had a format, by o-spreadsheet's own rules; a formula is not one. */
export function literal(entry: Entry, before: string | undefined, zone: string): Cell | undefined {
  const content = entry.content.replace(/\r\n|\r|\n/g, '\n');
  const format = entry.format === undefined ? before : entry.format || undefined;
  if (content === '') return blankOf(format);
  // A coach's words, which are most of what is written, need no reading.
  if (isTextFormat(format)) {
    const text = content.startsWith("'") ? content.slice(1) : content;
    return { content, format, raw: text, value: format === '@' ? content : text };
  }
  const raw = meaning(content);
  const shown = format ?? (typeof raw === 'number' ? formatOf(content) : undefined);
  const kept = content.startsWith("'") ? content : engine.helpers.toString(raw);
  return cellOf(kept, raw, shown, zone);
}

/** A cell whose value is known. */
export const cellOf = (content: string, raw: Raw, format: string | undefined, zone: string): Cell => ({
  content,
  format,
  raw,
  value: readAs(raw, format, zone),
});

/** What a script reads of a value shown in a format. */
export function readAs(raw: Raw, format: string | undefined, zone: string): Value {
  if (raw === null) return '';
  return typeof raw === 'number' && isDateFormat(format) ? new Date(instantOf(zone, wallOfSerial(raw))) : raw;
}

const shown = new Map<string, string>();

/** What a person sees in a cell. */
export function display({ raw, value, format }: Cell): string {
  if (typeof value === 'string') return value;
  if (raw === null) return '';
  const key = `${format} ${raw}`;
  const known = shown.get(key);
  if (known !== undefined) return known;
  const said = engine.helpers.formatValue(raw, { ...(format && { format }), locale: BRITISH });
  if (shown.size > 10_000) shown.clear();
  shown.set(key, said);
  return said;
}

function meaning(content: string): Raw {
  if (content.startsWith("'")) return content.slice(1);
  if (content.includes('\n')) return content;
  if (engine.helpers.isNumber(content, BRITISH)) return engine.helpers.toNumber(content, BRITISH);
  if (engine.helpers.isDateTime(content, BRITISH)) return engine.helpers.toNumber(content, BRITISH);
  return /^(true|false)$/i.test(content) ? content.toUpperCase() === 'TRUE' : content;
}

let scratch: InstanceType<typeof engine.Model> | null = null;
const formats = new Map<string, string | undefined>();

/** The format that comes with a number, a day or a time typed into a cell that has none: o-spreadsheet itself is asked. */
function formatOf(content: string): string | undefined {
  if (formats.has(content)) return formats.get(content);
  scratch ??= new engine.Model({ settings: { locale: BRITISH } });
  const place = { sheetId: scratch.getters.getActiveSheetId(), col: 0, row: 0 };
  scratch.dispatch('UPDATE_CELL', { ...place, content, format: '' });
  const format = scratch.getters.getCell(place)?.format;
  if (formats.size > 10_000) formats.clear();
  formats.set(content, format);
  return format;
}
