/** Which of all sessions the director wants to look at. */
import type { Column } from './columns.ts';
import { type Filter, filterKeys, withoutFollowUp } from './filter.ts';
import { asName, property } from './parse.ts';
import { type Session, sessions } from './sessions.ts';

const longest = 200;

/** A filter as it came from outside. */
export function asFilter(given: unknown): Filter {
  const asked = filterKeys.map((key) => [key, asName(property(given, key)).trim().slice(0, longest)]);
  // One text for each of the keys.
  return Object.fromEntries(asked) as Filter;
}

type WordKey = { [Key in keyof Session]: Session[Key] extends string ? Key : never }[keyof Session];

/** Where words are looked for: in all that was written in sentences, and in the theme. */
export const wordKeys = ['theme', ...keysOfKind('longText')] as readonly WordKey[]; // all of them hold text

function keysOfKind(kind: Column['kind']): string[] {
  return Object.entries<Column>(sessions.columns).flatMap(([key, column]) => (column.kind === kind ? [key] : []));
}

/** What has to be known of a session to say whether a filter lets it through. */
export const keysAsked = ({ words }: Filter): readonly WordKey[] => [
  ...(['id', 'coach', 'team', 'halfTerm', 'status'] as const),
  ...(words === '' ? (['theme'] as const) : wordKeys),
];

/** Whether a filter lets a session through; upper and lower case are the same, and every sign means itself. */
export function matches(filter: Filter, row: Readonly<Partial<Record<WordKey, string>>>): boolean {
  const { coach, team, theme, halfTerm, state, words } = filter;
  const is = (wanted: string, key: WordKey): boolean => wanted === '' || folded(row[key] ?? '') === folded(wanted);
  return (
    is(coach, 'coach') &&
    is(team, 'team') &&
    is(theme, 'theme') &&
    is(halfTerm, 'halfTerm') &&
    (state === withoutFollowUp ? row.status === '' : is(state, 'status')) &&
    (words === '' || wordKeys.some((key) => folded(row[key] ?? '').includes(folded(words))))
  );
}

const folded = (text: string): string => text.toLowerCase();

/** `37 of 3,512 sessions`. */
export function sayHowMany(shown: number, all: number): string {
  const amount = (count: number): string => count.toLocaleString('en-GB');
  return `${amount(shown)} of ${amount(all)} session${all === 1 ? '' : 's'}`;
}
