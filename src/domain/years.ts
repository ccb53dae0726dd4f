/** One school year after another: what of the last one is archived, what stays, and what is kept to look back on. */
import { choice, day, id, longText, number, type Row, table, text } from './columns.ts';
import { addDays, type Day, isDay, sayDay, weekdayOf } from './days.ts';
import { UserError } from './errors.ts';
import { asName, property } from './parse.ts';
import { isOpenPlan, isTailOffDue, type Plan } from './plans.ts';
import { schoolYearOf } from './school-year.ts';
import type { Session } from './sessions.ts';
import { type Period, periodKinds } from './staff.ts';

const most = 1_000_000;

/** One row is one school year that was archived. */
export const years = table('Years', 'One row is one school year, with what is left of it to compare.', {
  id: id('Year', { required: true, width: 90 }),
  state: choice('State', ['being archived', 'archived'], { made: true, width: 110 }),
  staff: number('Staff', [0, most], { help: 'Active staff when the year was archived.', width: 80 }),
  coached: number('Staff coached', [0, most], { help: 'People with at least one session in the year.', width: 80 }),
  sessions: number('Sessions', [0, most], { help: 'Coaching conversations of the year.', width: 80 }),
  martini: number('Martini', [0, most], { help: 'Of these, any time, any place, anywhere.', width: 80 }),
  agreed: number('Plans agreed', [0, most], { help: 'Plans that both agreed to in the year.', width: 80 }),
  resolved: number('Plans resolved', [0, most], { help: 'Targets resolved or celebrated in the year.', width: 80 }),
  celebrated: number('Plans celebrated', [0, most], { help: 'Of these, celebrated.', width: 80 }),
  steps: number('Steps', [0, most], { help: 'Steps that were decided in the year.', width: 80 }),
  stepsDone: number('Steps done', [0, most], { help: 'Of these, done.', width: 80 }),
  evidence: number('Evidence', [0, most], { help: 'Pieces of evidence gathered in the year.', width: 80 }),
  moved: number('Moved', [0, most], { help: 'Of these, those that say the pupil outcome has moved.', width: 80 }),
  archivedOn: day('Archived on', { made: true, width: 100 }),
  archivedBy: text('Archived by', { made: true, width: 180 }),
  letGo: longText('Plans not carried on', { made: true, help: 'Their ids.', machine: true }),
});

export type Year = Row<typeof years>;

/** Whether a year is archived to the end; who did it is written last. */
export const isArchived = ({ state, archivedBy }: Year): boolean => state === 'archived' && archivedBy !== '';

/** What a year is counted by. */
export type YearFigures = Omit<Year, 'id' | 'state' | 'archivedOn' | 'archivedBy' | 'letGo'>;

/** Which year ends and which begins, and the first day that belongs to the new one. */
export interface Turn {
  readonly closing: string;
  readonly opening: string;
  readonly from: Day;
}

/** The turn that a day is nearest to: from June on the one to come in September, before that the last one. */
export function turnOf(today: Day): Turn {
  const year = Number(today.slice(0, 4)) - (today.slice(5, 7) >= '06' ? 0 : 1);
  const from = `${year}-09-01`;
  return { closing: schoolYearOf(addDays(from, -1)), opening: schoolYearOf(from), from };
}

/** The tab on which rows of a table are kept once their year is over. Sheets lets a slash stand there, Excel does not. */
export const archiveName = (tableName: string, year: string): string => `${tableName} ${year.replace('/', '-')}`;

// Nobody keeps anything for longer: words least of all.
const kept = 10;

/** The school years of which there may be archives: that of a day, and those before it. */
export const yearsUpTo = (today: Day): string[] =>
  Array.from({ length: kept }, (_, back) => schoolYearOf(`${Number(today.slice(0, 4)) - back}${today.slice(4)}`));

/**
 * Last year's dates moved on to the same weekdays of the new year; a bank holiday that is bound to its date stays on it.
 * Only a proposal: the school knows better. What Term dates has already is left out.
 */
export function proposeDates(periods: readonly Period[], { from }: Turn): Period[] {
  const before = `${Number(from.slice(0, 4)) - 1}${from.slice(4)}`;
  const isOf = (first: Day, start: Day): boolean => first >= start && first < nextYear(start);
  const there = periods.filter(({ first }) => isOf(first, from));
  return periods
    .filter(({ first }) => isOf(first, before))
    .map((period) => ({ ...period, first: rolled(period, period.first), last: rolled(period, period.last) }))
    .filter(({ name, kind }) => !there.some((known) => known.name === name && known.kind === kind));
}

const nextYear = (of: Day): Day => `${Number(of.slice(0, 4)) + 1}${of.slice(4)}`;

const bound = ['12-25', '12-26', '01-01'];

function rolled({ kind }: Period, date: Day): Day {
  if (date === '') return '';
  const isBound = kind === 'Bank holiday' && bound.includes(date.slice(5));
  // 52 weeks: the same weekday, one or two days earlier in the month.
  return isBound ? nextYear(date) : addDays(date, 364);
}

/**
 * Term dates as they came from outside; a line without a first day is left out.
 * @throws UserError `invalid` when one will not do
 */
export function asDates(given: unknown, { from, opening }: Turn): Period[] {
  if (!Array.isArray(given) || given.length > 100)
    throw new UserError('invalid', 'The term dates must be a list.', 'dates');
  const all = given.map((each): Period => {
    const [name, first, last] = ['name', 'first', 'last'].map((key) => asName(property(each, key)).trim());
    const kind = periodKinds.find((one) => one === property(each, 'kind')) ?? '';
    return { name: name ?? '', kind, first: first ?? '', last: last ?? '' };
  });
  const dated = all.filter(({ first }) => first !== '');
  for (const period of dated) {
    const why = whyNotDates(period, from, opening);
    if (why !== '') throw new UserError('invalid', `${period.name || 'A line of the term dates'} ${why}`, 'dates');
  }
  const terms = dated
    .filter(({ kind }) => kind === 'Half-term')
    .sort((one, other) => one.first.localeCompare(other.first));
  const over = terms.find(({ first }, index) => index > 0 && first <= (terms[index - 1]?.last ?? ''));
  if (over) throw new UserError('invalid', `${over.name} begins before the half-term before it has ended.`, 'dates');
  return dated;
}

function whyNotDates({ name, kind, first, last }: Period, from: Day, opening: string): string {
  if (name === '' || name.length > 100 || kind === '') return 'needs a name and a kind.';
  if (!isDay(first) || (last !== '' && !isDay(last))) return 'must have dates.';
  if (first < from || first >= nextYear(from)) return `begins on ${sayDay(first)}, which is not in ${opening}.`;
  if (last !== '' && last < first) return 'ends before it begins.';
  const weekend = kind === 'Half-term' && ['Sat', 'Sun'].includes(weekdayOf(first));
  return weekend ? `begins on ${sayDay(first)}, a weekend.` : '';
}

type Seen = Pick<Session, 'id' | 'date' | 'coach' | 'coachee' | 'followUpDate' | 'status' | 'group'>;

/**
 * The sessions that are over: of an earlier year, with no follow-up to come and none waiting for its invitation. What
 * belongs to one that stays also stays: the others of its group, and the last session of two whose plan is carried on.
 */
export function sessionsOver<S extends Seen>(
  all: readonly S[],
  plans: readonly Pick<Plan, 'coach' | 'coachee' | 'state'>[],
  { from }: Turn,
  today: Day,
): S[] {
  const unique = once(all);
  const groups = new Set(all.filter((row) => row.group !== '' && isStill(row, today)).map(({ group }) => group));
  const carried = new Set(plans.filter(isOpenPlan).map(pairOf));
  const last = new Map<string, S>();
  for (const row of all) if (row.date > (last.get(pairOf(row))?.date ?? '')) last.set(pairOf(row), row);
  return all.filter(
    (row) =>
      unique.has(row.id) &&
      row.date !== '' &&
      row.date < from &&
      !isStill(row, today) &&
      !groups.has(row.group) &&
      !(carried.has(pairOf(row)) && last.get(pairOf(row)) === row),
  );
}

const isStill = ({ followUpDate, status }: Seen, today: Day): boolean => status === 'Waiting' || followUpDate >= today;

const pairOf = ({ coach, coachee }: { coach: string; coachee: string }): string => `${coach} ${coachee}`;

/** The ids that stand there once. Rows that somebody pasted twice are for a person to decide, and stay until then. */
export function once(rows: readonly { readonly id: string }[]): ReadonlySet<string> {
  const count = new Map<string, number>();
  for (const row of rows) count.set(row.id, (count.get(row.id) ?? 0) + 1);
  return new Set([...count].flatMap(([key, times]) => (key !== '' && times === 1 ? [key] : [])));
}

/** Whether a plan is over: let go, or closed in an earlier year with nothing left to ask. */
export function isPlanOver(plan: Plan, letGo: ReadonlySet<string>, { from }: Turn, today: Day): boolean {
  if (isOpenPlan(plan)) return letGo.has(plan.id);
  const closed = plan.resolvedOn || plan.savedAt.slice(0, 10);
  // Six to twelve weeks later the two are asked once more.
  const isAsked = [today, addDays(today, 42)].some((when) => isTailOffDue(plan, when));
  return closed !== '' && closed < from && !isAsked;
}

/** The year a plan is archived with. */
export function yearOfPlan(plan: Plan, { closing }: Turn): string {
  const closed = plan.resolvedOn || plan.savedAt.slice(0, 10);
  return isOpenPlan(plan) || closed === '' ? closing : schoolYearOf(closed);
}

/** Whether a day is in a school year. */
export const isIn = (year: string, date: Day): boolean => date !== '' && schoolYearOf(date) === year;
