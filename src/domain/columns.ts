/**
 * The language in which every tab is declared, once. `table('Sessions', '…', { date: day('Date'), … })` is all that
 * set-up (tab, headers, widths, notes, validation, formats, named ranges), reading and writing (columns found by their
 * header), the form's inputs and the `Row` and `Draft` types need to know about a tab. A new column is one line.
 * `@__NO_SIDE_EFFECTS__` tells esbuild that a tab which the sidebar does not use need not be sent to it.
 */
import type { Day, Moment, Time } from './days.ts';

/** What is said of a column beside its kind and header. */
interface Facts {
  /** Must have a value before a row can be saved. */
  readonly required?: boolean;
  /** One sentence for the person who reads the header's note. */
  readonly help?: string;
  /** Written by the add-on, never typed in a form. */
  readonly made?: boolean;
  /** Of use to the add-on only: stands at the right end of the tab, small and grey. */
  readonly machine?: boolean;
  /** Width in pixels. */
  readonly width?: number;
}

interface Kinds {
  id: string;
  text: string;
  longText: string;
  choice: string;
  choices: readonly string[];
  day: Day;
  time: Time;
  moment: Moment;
  number: number | null;
  flag: boolean;
  person: string;
  ref: string;
}

/** What a cell of a column holds. */
export type Kind = keyof Kinds;

/** One column of a tab. */
export interface Column<K extends Kind = Kind, Option extends string = string> extends Facts {
  readonly kind: K;
  readonly header: string;
  /** What may be chosen, for `choice` and `choices`. */
  readonly options?: readonly Option[];
  /** The tab whose first column this one names, for `ref`. */
  readonly of?: string;
  /** Smallest and largest number, for `number`. */
  readonly range?: readonly [number, number];
}

type Columns = Readonly<Record<string, Column>>;

/** One tab: its name, what one row of it is, and its columns by key. */
export interface Table<C extends Columns = Columns> {
  readonly name: string;
  readonly about: string;
  readonly columns: C;
}

type Value<C extends Column> =
  C extends Column<infer K, infer Option>
    ? K extends 'choice'
      ? Option | ''
      : K extends 'choices'
        ? readonly Option[]
        : Kinds[K]
    : never;

/** A row of a tab as the code sees it, by column key. Empty cells are `''`, `[]`, `null` or `false` by kind. */
export type Row<T extends Table> = { readonly [Key in keyof T['columns']]: Value<T['columns'][Key]> };

/** A row and where it stands at this moment; people may sort the tab, so a number is good for one run only. */
export interface Placed<R> {
  readonly row: R;
  readonly at: number;
}

type TypedKey<C extends Columns> = { [Key in keyof C]: C[Key] extends { made: true } ? never : Key }[keyof C];

/** What a person types of a row: everything but what the add-on makes. */
export type Draft<T extends Table> = Pick<Row<T>, TypedKey<T['columns']>>;

/* @__NO_SIDE_EFFECTS__ */
export function table<const C extends Columns>(name: string, about: string, columns: C): Table<C> {
  return { name, about, columns };
}

type Made<K extends Kind, F extends Facts, Option extends string = string> = Column<K, Option> & F;

function made<K extends Kind, F extends Facts>(kind: K, header: string, facts: F | undefined): Made<K, F> {
  // An absent `facts` adds nothing to F, which the compiler cannot see for a generic F.
  return { kind, header, ...facts } as Made<K, F>;
}

/** A row's own id, made before the row is. */
/* @__NO_SIDE_EFFECTS__ */
export function id<const F extends Facts>(header: string, facts?: F): Made<'id', F> {
  return made('id', header, facts);
}

/** A line of text. */
/* @__NO_SIDE_EFFECTS__ */
export function text<const F extends Facts>(header: string, facts?: F): Made<'text', F> {
  return made('text', header, facts);
}

/** As much text as a cell holds. */
/* @__NO_SIDE_EFFECTS__ */
export function longText<const F extends Facts>(header: string, facts?: F): Made<'longText', F> {
  return made('longText', header, facts);
}

/** A date without a time. */
/* @__NO_SIDE_EFFECTS__ */
export function day<const F extends Facts>(header: string, facts?: F): Made<'day', F> {
  return made('day', header, facts);
}

/** A time of day. */
/* @__NO_SIDE_EFFECTS__ */
export function time<const F extends Facts>(header: string, facts?: F): Made<'time', F> {
  return made('time', header, facts);
}

/** When something happened. */
/* @__NO_SIDE_EFFECTS__ */
export function moment<const F extends Facts>(header: string, facts?: F): Made<'moment', F> {
  return made('moment', header, facts);
}

/** A tick box. */
/* @__NO_SIDE_EFFECTS__ */
export function flag<const F extends Facts>(header: string, facts?: F): Made<'flag', F> {
  return made('flag', header, facts);
}

/** A member of staff: the email is the key and stands in a column of its own, the name is for people to read. */
/* @__NO_SIDE_EFFECTS__ */
export function person<const F extends Facts>(header: string, facts?: F): Made<'person', F> {
  return made('person', header, facts);
}

/** A whole number between two, both allowed. */
/* @__NO_SIDE_EFFECTS__ */
export function number<const F extends Facts>(
  header: string,
  range: readonly [number, number],
  facts?: F,
): Made<'number', F> {
  return { kind: 'number', header, range, ...facts } as Made<'number', F>;
}

/** One of a list. */
/* @__NO_SIDE_EFFECTS__ */
export function choice<const Option extends string, const F extends Facts>(
  header: string,
  options: readonly Option[],
  facts?: F,
): Made<'choice', F, Option> {
  return { kind: 'choice', header, options, ...facts } as Made<'choice', F, Option>;
}

/** Any of a list, written in the cell with commas between. */
/* @__NO_SIDE_EFFECTS__ */
export function choices<const Option extends string, const F extends Facts>(
  header: string,
  options: readonly Option[],
  facts?: F,
): Made<'choices', F, Option> {
  return { kind: 'choices', header, options, ...facts } as Made<'choices', F, Option>;
}

/** The key of a row of another tab. */
/* @__NO_SIDE_EFFECTS__ */
export function ref<const F extends Facts>(header: string, of: string, facts?: F): Made<'ref', F> {
  return { kind: 'ref', header, of, ...facts } as Made<'ref', F>;
}

/** One physical column of a tab: a person takes two, everything else one. */
export interface Field {
  readonly key: string;
  readonly header: string;
  readonly column: Column;
  /** The name beside a person's email. */
  readonly isName: boolean;
  readonly machine: boolean;
}

const known = new WeakMap<Table, readonly Field[]>();

/** A tab's physical columns from left to right, those of the add-on last. */
export function fields(of: Table): readonly Field[] {
  const found = known.get(of) ?? fieldsOf(of);
  known.set(of, found);
  return found;
}

function fieldsOf(of: Table): Field[] {
  const all = Object.entries(of.columns).flatMap(([key, column]): Field[] => {
    const field = { key, header: column.header, column, isName: false, machine: column.machine ?? false };
    if (column.kind !== 'person') return [field];
    return [
      { ...field, isName: true },
      { ...field, header: emailHeader(column), machine: true },
    ];
  });
  return [...all.filter((field) => !field.machine), ...all.filter((field) => field.machine)];
}

/** The header of the column that holds a key's value: for a person, of the email column. */
export function headerOf(of: Table, key: string): string {
  const column = of.columns[key];
  if (!column) throw new Error(`${of.name} has no column ${key}`);
  return column.kind === 'person' ? emailHeader(column) : column.header;
}

/** The name by which formulas call a column's cells: `Sessions_Follow_up_date`. */
export function rangeName(of: Table, header: string): string {
  return `${of.name}_${header}`.replace(/[^A-Za-z0-9]+/g, '_');
}

const emailHeader = (column: Column): string => `${column.header} email`;
