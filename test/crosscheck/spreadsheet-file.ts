import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { World } from '../../local/world.ts';

// What an Excel file says of its formulas: ECMA-376, 18.3.1 (cells) and 18.4 (shared strings).

/** A cell with a formula: where it stands, what it asks and what the file says it answers. */
export interface Worked {
  readonly tab: string;
  readonly cell: string;
  readonly formula: string;
  readonly value: string;
}

type Parts = Record<string, Uint8Array>;

const part = (parts: Parts, path: string): string => strFromU8(parts[path] ?? new Uint8Array());

const marks: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const plain = (xml: string): string =>
  xml.replace(/&(?:(lt|gt|quot|apos|amp)|#x([0-9a-f]+)|#(\d+));/gi, (_, name: string, hex: string, code: string) =>
    name ? (marks[name] ?? '') : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(code)),
  );

/** Every cell with a formula of an Excel file, by tab. */
export function formulasIn(file: Uint8Array): Worked[] {
  const parts: Parts = unzipSync(file);
  const strings = stringsIn(parts);
  return tabsIn(parts).flatMap(({ tab, path }) =>
    cellsIn(part(parts, path)).flatMap(({ cell, kind, formula, value }) => {
      if (formula === undefined) return [];
      return [{ tab, cell, formula, value: kind === 's' ? (strings[Number(value)] ?? '') : value }];
    }),
  );
}

/**
 * The file as one that nobody has worked out yet, so that whoever opens it has to; but for the one cell that asks what
 * day it is, which says the day it said.
 */
export function unworked(file: Uint8Array): Uint8Array {
  const parts: Parts = unzipSync(file);
  for (const { path } of tabsIn(parts)) {
    const sheet = part(parts, path).replace(
      /<c ([^>]*)>\s*(<f[^>]*>)([^<]*)<\/f>\s*<v>([^<]*)<\/v>/g,
      (_, ...found) => {
        const [attributes = '', opening = '', formula = '', value = ''] = found as string[]; // the four groups
        if (/^TODAY\(\)$/.test(formula)) return `<c ${attributes.replace(/ t="[^"]*"/, '')}><v>${value}</v>`;
        return `<c ${attributes.replace(/ t="[^"]*"/, '')}>${opening}${formula}</f>`;
      },
    );
    parts[path] = strToU8(sheet);
  }
  return zipSync(parts);
}

/** What another program answers otherwise, a sentence each. */
export function differences(ours: readonly Worked[], theirs: readonly Worked[]): string[] {
  const answers = new Map(theirs.map(({ tab, cell, value }) => [`${tab}!${cell}`, value]));
  return ours.flatMap(({ tab, cell, formula, value }) => {
    if (/^TODAY\(\)$/.test(formula)) return [];
    const answer = answers.get(`${tab}!${cell}`);
    if (answer !== undefined && isSame(value, answer)) return [];
    return [`${tab}!${cell} is “${value}” here and “${answer ?? 'no formula'}” there: =${formula}`];
  });
}

/** How many formulas a workbook has on each of its tabs. */
export function formulaCounts({ getters }: World['model']): ReadonlyMap<string, number> {
  return new Map(
    getters.getSheetIds().map((id) => {
      const formulas = Object.values(getters.getCells(id)).filter(({ isFormula }) => isFormula);
      return [getters.getSheetName(id), formulas.length];
    }),
  );
}

/** What is not in the file as a formula, and so is not compared, in a sentence; nothing when all of them are. */
export function leftOut(counts: ReadonlyMap<string, number>, written: readonly Worked[]): string {
  const missing = [...counts].flatMap(([tab, count]) => {
    const left = count - written.filter((each) => each.tab === tab).length;
    return left > 0 ? [`${left} of ${tab}`] : [];
  });
  if (missing.length === 0) return '';
  return `Not compared, because an Excel file has no FILTER, no array in braces and no pivot table of Sheets: ${missing.join(', ')}.`;
}

// As far as an Excel file keeps a number.
function isSame(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [Number(one), Number(other)];
  return one !== '' && other !== '' && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
}

function tabsIn(parts: Parts): { tab: string; path: string }[] {
  const targets = new Map(
    [...part(parts, 'xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return [...part(parts, 'xl/workbook.xml').matchAll(/<sheet [^>]*>/g)].flatMap(([tag]) => {
    const target = targets.get(attribute(tag, 'r:id'));
    return target === undefined ? [] : [{ tab: attribute(tag, 'name'), path: `xl/${target.replace(/^\/xl\//, '')}` }];
  });
}

const attribute = (tag: string, name: string): string => plain(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

function stringsIn(parts: Parts): string[] {
  return [...part(parts, 'xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, inside = '']) =>
    [...inside.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) => plain(text)).join(''),
  );
}

function cellsIn(sheet: string): { cell: string; kind: string; formula: string | undefined; value: string }[] {
  return [...sheet.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = '', inside = '']) => {
    const formula = /<f[^>]*>([^<]*)<\/f>/.exec(inside)?.[1];
    return {
      cell: attribute(` ${attributes}`, 'r'),
      kind: attribute(` ${attributes}`, 't'),
      formula: formula === undefined ? undefined : plain(formula),
      value: plain(/<v>([^<]*)<\/v>/.exec(inside)?.[1] ?? ''),
    };
  });
}
