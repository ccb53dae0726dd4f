/**
 * One request of the sidebar. It finds the procedure among those of the api and nothing else, makes its context, takes
 * the sheet's lock for a command, has the book write what was added, and always answers in JSON: it never throws,
 * because only a message is sure to cross the bridge. A coach's words are in no log.
 */
import type { Context, Papers } from './api/context.ts';
import { api } from './api/index.ts';
import type { Procedure } from './api/procedure.ts';
import { UserError } from './domain/errors.ts';
import type { Json } from './domain/json.ts';
import { property } from './domain/parse.ts';
import { Calendars } from './google/calendar.ts';
import { Clock } from './google/clock.ts';
import { OwnProperties } from './google/own-properties.ts';
import { showPapers } from './google/paper-page.ts';
import { PlanEvents } from './google/plan-events.ts';
import { pages } from './google/ui.ts';
import { signedIn } from './google/user.ts';
import { Archive } from './workbook/archive.ts';
import { Book } from './workbook/book.ts';
import { MasterTabs } from './workbook/master.ts';
import { PaperTabs } from './workbook/papers.ts';
import { inWords } from './workbook/refusals.ts';

// A request waits so long for others to finish before it answers that somebody else is saving.
const lockWait = 20_000;

/** Runs a procedure by its path, such as `sessions.save`, with its input as JSON; answers in JSON. */
export function respond(path: unknown, json: unknown): string {
  try {
    const procedure = find(path);
    return JSON.stringify({ ok: true, value: perform(procedure, parseJson(json), 'ends') });
  } catch (error) {
    return JSON.stringify({ ok: false, error: say(error, typeof path === 'string' ? path : 'rpc') });
  }
}

/**
 * What the run does once it has recorded something. With an answer to the sidebar it ends, and the platform gives the
 * lock back then ("automatically released when the script terminates": reference/lock/lock), which saves a call while
 * others wait. A menu entry goes on to a dialog, which a person may leave open, and must give it back first.
 */
type Then = 'ends' | 'goes on';

/** Runs a procedure for a menu, a trigger or the opening page, which are already on the server. */
export function perform<Output extends Json>(
  procedure: Procedure<(context: Context, input: never) => Output | (() => Output)>,
  input: Json,
  then: Then = 'goes on',
): Output {
  const { context, book } = contextOf(then);
  // Each procedure checks its own input, which is why `never` is what it is declared to take.
  const run = (): Output | (() => Output) => procedure.run(context, input as never);
  // What was read before the lock was had may be old by now; a command reads everything under it.
  try {
    const done = procedure.mark === 'command' ? recorded(book, then, run) : run();
    return typeof done === 'function' ? done() : done;
  } catch (error) {
    throw new Failed(inWords(error), procedure.mark !== 'errand' && !book.hasWritten);
  }
}

/** A failure, and whether it is certain that nothing was saved: nobody is told so when it may not be true. */
class Failed extends Error {
  readonly reason: unknown;
  readonly isNothingSaved: boolean;

  constructor(reason: unknown, isNothingSaved: boolean) {
    super('failed');
    this.reason = reason;
    this.isNothingSaved = isNothingSaved;
  }
}

/** Runs something on the sheet while nobody else is saving. */
export function locked<T>(act: (book: Book) => T): T {
  const { book } = contextOf('goes on');
  return recorded(book, 'goes on', () => act(book));
}

/** What to tell a person about a failure; a bug is given a reference, under which the log has its kind and place. */
export function say(thrown: unknown, where: string): { code: string; message: string; field?: string } {
  const error = thrown instanceof Failed ? thrown.reason : inWords(thrown);
  if (error instanceof UserError) {
    return { code: error.code, message: error.message, ...(error.field === undefined ? {} : { field: error.field }) };
  }
  const reference = Utilities.getUuid().slice(0, 4).toUpperCase();
  // Only where it happened: a message of the platform may quote what was typed, and the stack begins with it.
  const [quoting, stack] = error instanceof Error ? [error.message, String(error.stack)] : ['', ''];
  const frames = stack
    .slice(stack.indexOf(quoting) + quoting.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  const kind = error instanceof Error ? error.name : typeof error;
  console.error(`Reference ${reference}: ${kind} in ${where.slice(0, 60)} ${frames.slice(0, 5).join(' ')}`);
  const what =
    thrown instanceof Failed && thrown.isNothingSaved ? 'nothing was saved' : 'it is not certain what was saved';
  const message = `Something went wrong on our side and ${what}. Your words are kept: try again. Reference ${reference}`;
  return { code: 'bug', message };
}

function find(path: unknown): Procedure {
  const [noun = '', verb = ''] = typeof path === 'string' ? path.split('.') : [];
  const procedure = property(property(api, noun), verb);
  if (procedure === undefined || path !== `${noun}.${verb}`) {
    throw new UserError('missing', 'This sidebar is out of date. Close it and open it again.');
  }
  // Only procedures are in the api, as its declaration makes sure.
  return procedure as Procedure;
}

function parseJson(json: unknown): Json {
  try {
    return JSON.parse(typeof json === 'string' ? json : 'null');
  } catch {
    throw new UserError('invalid', 'This could not be read. Close the sidebar and open it again; your words are kept.');
  }
}

function contextOf(then: Then): { context: Context; book: Book } {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const book = new Book(spreadsheet);
  const own = new OwnProperties(spreadsheet);
  const clock = new Clock(spreadsheet);
  const record = <T>(act: () => T, goesOn?: (recorded: T) => boolean): T => recorded(book, then, act, goesOn);
  return {
    book,
    context: {
      user: signedIn(),
      clock,
      book,
      calendar: new Calendars(),
      planEvents: new PlanEvents(),
      drafts: own,
      timer: own,
      mirror: own,
      pages,
      master: new MasterTabs(spreadsheet),
      archive: new Archive(spreadsheet),
      papers: papersOf(spreadsheet),
      record,
    },
  };
}

function papersOf(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Papers {
  const tabs = new PaperTabs(spreadsheet);
  return { impact: () => tabs.impact(), lay: (paper) => tabs.lay(paper), show: showPapers };
}

function recorded<T>(book: Book, then: Then, act: () => T, goesOn: (done: T) => boolean = () => false): T {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(lockWait)) {
    throw new UserError('busy', 'Someone else is saving just now. Your words are kept. Try again in a moment.');
  }
  let isOver = then === 'ends';
  try {
    const result = act();
    book.save();
    isOver = isOver && !goesOn(result);
    return result;
  } finally {
    if (!isOver) lock.releaseLock();
  }
}
