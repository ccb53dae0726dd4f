import { requireDirector } from '../domain/access.ts';
import { type Filter, isChosen, noFilter, withoutFollowUp } from '../domain/filter.ts';
import { asFilter, keysAsked, matches, sayHowMany } from '../domain/master.ts';
import { nameOf, type Reference } from '../domain/reference.ts';
import { followUpStates, sessions } from '../domain/sessions.ts';
import type { Context } from './context.ts';
import { errand, query } from './procedure.ts';

export const master = { read: query(read), show: errand(show), clear: errand(clear) };

/** What can be asked for, and what is shown now. */
export type Asking = {
  readonly filter: Filter;
  readonly coaches: readonly { readonly email: string; readonly name: string }[];
  readonly teams: readonly string[];
  readonly themes: readonly string[];
  readonly halfTerms: readonly string[];
  readonly states: readonly string[];
  /** Whether it is a tab of the director's own that shows it. */
  readonly isApart: boolean;
};

/** How many of how many sessions are shown, in words, and where. */
export type Showing = { readonly says: string; readonly link: string };

/** What the director can ask for: what is on the rows, beside what is on the other tabs. */
function read({ book, user, master }: Context): Asking {
  const reference = book.reference();
  requireDirector(reference, user);
  const rows = book.columns(sessions, ['halfTerm', 'coach', 'team', 'theme']).map(({ row }) => row);
  const { settings, teams } = reference;
  const coaches = unique(rows.map(({ coach }) => coach)).map((email) => ({ email, name: nameOf(reference, email) }));
  return {
    filter: isApart(reference) ? master.shown() : noFilter,
    coaches: coaches.sort((one, other) => one.name.localeCompare(other.name)),
    teams: unique([...teams.map(({ name }) => name), ...rows.map(({ team }) => team)]),
    themes: unique([...settings.themes, ...rows.map(({ theme }) => theme)]),
    halfTerms: unique(rows.map(({ halfTerm }) => halfTerm))
      .sort()
      .reverse(),
    states: [...followUpStates, withoutFollowUp],
    isApart: isApart(reference),
  };
}

/** Shows what is asked for, on the director's own tab or on Sessions, as the setting says. Nothing of Sessions changes. */
function show(context: Context, input: Filter): Showing {
  const { book, user, master } = context;
  const reference = book.reference();
  requireDirector(reference, user);
  const filter = asFilter(input);
  if (isApart(reference)) return master.showApart(filter, filter.coach && nameOf(reference, filter.coach));
  const rows = book.columns(sessions, keysAsked(filter)).map(({ row }) => row);
  const all = rows.filter(({ id }) => id !== '');
  const hidden = all.filter((row) => !matches(filter, row)).map(({ id }) => id);
  master.hide(isChosen(filter) ? hidden : []);
  return { says: sayHowMany(all.length - hidden.length, all.length), link: book.link(sessions) };
}

/** Shows everything again. */
function clear(context: Context): Showing {
  return show(context, noFilter);
}

const isApart = ({ settings }: Reference): boolean => !/^sessions$/i.test(settings.directorsView);

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');
