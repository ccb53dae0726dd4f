import { engine } from '../engine.ts';
import { notEmulated } from '../google-error.ts';
import type { Area } from './area.ts';

/** A formula taken apart; ranges in it are areas, which follow the cells they point to, and null when those are gone. */
export type Node =
  | { readonly kind: 'area'; readonly area: Area | null }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'value'; readonly value: string | number }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Node[] }
  | { readonly kind: 'row'; readonly cells: readonly Node[] };

/** A formula as it was written and, when it is one that a plain sheet can work out, taken apart. */
export interface Formula {
  readonly text: string;
  readonly tree: Node | null;
}

/** Finds the tab a formula names. */
export type FindTab = (name: string) => string | undefined;

const OPERATORS: readonly (readonly string[])[] = [['=', '<>', '<', '>'], ['+'], ['*']];
const TOKEN =
  /\s*(?:((?:'(?:[^']|'')+'|[A-Za-z_]\w*)!\$?[A-Z]*\$?\d*(?::\$?[A-Z]*\$?\d*)?)|("(?:[^"]|"")*")|(\d+(?:\.\d+)?)|([A-Za-z_][\w.]*)|(<>|[=<>+*(),{}]))/y;

/** Takes a formula apart; one with anything in it that is not known here is kept as it is. */
export function readFormula(text: string, find: FindTab): Formula {
  try {
    const reader = new Reader(tokens(text.slice(1)), find);
    return { text, tree: reader.whole() };
  } catch (error) {
    if (error instanceof Unknown) return { text, tree: null };
    throw error;
  }
}

/** The formula with every area in it changed; the very same when none was. */
export function withAreas(formula: Formula, change: (area: Area) => Area | null): Formula {
  const tree = formula.tree && changed(formula.tree, change);
  return tree === formula.tree ? formula : { ...formula, tree };
}

/** What is thrown when a formula is to be worked out that a plain sheet cannot. */
export const strange = (text: string): Error => notEmulated(`the formula ${text} on a plain sheet`);

function changed(node: Node, change: (area: Area) => Area | null): Node {
  if (node.kind === 'area') {
    const area = node.area && change(node.area);
    return area === node.area ? node : { kind: 'area', area };
  }
  const inner = node.kind === 'call' ? node.given : node.kind === 'row' ? node.cells : [];
  const next = inner.map((each) => changed(each, change));
  if (next.every((each, index) => each === inner[index])) return node;
  return node.kind === 'call' ? { ...node, given: next } : { kind: 'row', cells: next };
}

class Unknown extends Error {}

type Token = { readonly kind: 'range' | 'text' | 'number' | 'word' | 'sign'; readonly text: string };

function tokens(text: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const [, range, words, number, word, sign] = TOKEN.exec(text) ?? [];
    const [kind, said] = (
      [
        ['range', range],
        ['text', words],
        ['number', number],
        ['word', word],
        ['sign', sign],
      ] as const
    ).find(([, part]) => part !== undefined) ?? ['sign', undefined];
    if (said === undefined) throw new Unknown(text);
    found.push({ kind, text: said });
  }
  return found;
}

/** Reads by rank: comparisons bind least, then sums, then products. */
class Reader {
  #at = 0;

  constructor(
    readonly given: readonly Token[],
    readonly find: FindTab,
  ) {}

  whole(): Node {
    const tree = this.#ranked(0);
    if (this.#at < this.given.length) throw new Unknown();
    return tree;
  }

  #ranked(rank: number): Node {
    const signs = OPERATORS[rank];
    if (!signs) return this.#single();
    let left = this.#ranked(rank + 1);
    for (let sign = this.#peek(); sign && signs.includes(sign); sign = this.#peek()) {
      this.#at += 1;
      left = { kind: 'call', name: sign, given: [left, this.#ranked(rank + 1)] };
    }
    return left;
  }

  #single(): Node {
    const token = this.given[this.#at];
    this.#at += 1;
    if (!token) throw new Unknown();
    if (token.kind === 'range') return { kind: 'area', area: areaOf(token.text, this.find) };
    if (token.kind === 'text') return { kind: 'value', value: token.text.slice(1, -1).replace(/""/g, '"') };
    if (token.kind === 'number') return { kind: 'value', value: Number(token.text) };
    if (token.kind === 'word' && this.#peek() === '(') {
      this.#at += 1;
      return { kind: 'call', name: token.text.toUpperCase(), given: this.#listTo(')') };
    }
    if (token.kind === 'word') return { kind: 'name', name: token.text };
    if (token.text === '{') return { kind: 'row', cells: this.#listTo('}') };
    if (token.text !== '(') throw new Unknown();
    const [inner, ...more] = this.#listTo(')');
    if (!inner || more.length > 0) throw new Unknown();
    return inner;
  }

  #listTo(end: string): Node[] {
    const list: Node[] = [];
    do list.push(this.#ranked(0));
    while (this.#take(','));
    if (!this.#take(end)) throw new Unknown();
    return list;
  }

  #take(sign: string): boolean {
    const there = this.#peek() === sign;
    if (there) this.#at += 1;
    return there;
  }

  #peek(): string | undefined {
    const token = this.given[this.#at];
    return token?.kind === 'sign' ? token.text : undefined;
  }
}

function areaOf(notation: string, find: FindTab): Area | null {
  const at = notation.lastIndexOf('!');
  const tab = notation.slice(0, at).replace(/^'(.*)'$/, '$1');
  const sheetId = find(tab.replace(/''/g, "'"));
  return sheetId === undefined ? null : areaOn(sheetId, notation.slice(at + 1));
}

/** The area that a notation such as A2:C or 1:1 names on a tab. */
export function areaOn(sheetId: string, notation: string): Area {
  const bare = notation.replace(/\$/g, '');
  const { left, top, right, bottom } = engine.helpers.toUnboundedZone(bare);
  const [far, deep] = [right ?? Number.POSITIVE_INFINITY, bottom ?? Number.POSITIVE_INFINITY];
  return { sheetId, left, top, right: far, bottom: deep, whole: /^([A-Z]+:[A-Z]+|\d+:\d+)$/i.test(bare) };
}
