import { requireDirector } from '../domain/access.ts';
import { evidence } from '../domain/evidence.ts';
import type { PaperRows } from '../domain/paper-figures.ts';
import { makePapers, type Reader } from '../domain/papers.ts';
import { plans } from '../domain/plans.ts';
import { sessions } from '../domain/sessions.ts';
import { steps } from '../domain/steps.ts';
import type { Book, Context } from './context.ts';
import { errand } from './procedure.ts';

export const papers = { open: errand(open) };

/** Makes the page for governors and that for all staff, lays each on a tab of its own, and puts them up to be printed. */
function open({ book, user, clock, papers: place }: Context): null {
  const reference = book.reference();
  requireDirector(reference, user);
  const made = makePapers(rowsFor(book), reference, place.impact(), clock.today);
  const links = Object.fromEntries(made.map((paper) => [paper.reader, place.lay(paper)]));
  // There is a paper for each reader.
  place.show(made, links as Record<Reader, string>);
  return null;
}

function rowsFor(book: Book): PaperRows {
  const rowsOf = <R>(all: readonly { readonly row: R }[]): R[] => all.map(({ row }) => row);
  const ofSessions = ['date', 'coach', 'coachee', 'theme', 'minutes', 'focusBy', 'followUpDate'] as const;
  return {
    sessions: rowsOf(book.columns(sessions, ofSessions)),
    plans: rowsOf(book.rowsOf(plans)),
    steps: rowsOf(book.columns(steps, ['date', 'coachee', 'outcome'])),
    evidence: rowsOf(book.rowsOf(evidence)),
  };
}
