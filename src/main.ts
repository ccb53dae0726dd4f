/**
 * Every function that Apps Script can see, and nothing else: the menu's, the trigger's, and the sidebar's one. Each may
 * also be called by any page of the add-on, so each takes its rights from who is signed in and from nothing else.
 */
import { followUps } from './api/follow-ups.ts';
import { home } from './api/home.ts';
import { papers } from './api/papers.ts';
import { reconcile } from './api/reconcile.ts';
import { directorOnly } from './domain/access.ts';
import { UserError } from './domain/errors.ts';
import { requireMember, requireSignedIn } from './domain/reference.ts';
import type { Member } from './domain/staff.ts';
import { addMenu, showSidebar, tell } from './google/ui.ts';
import { signedIn } from './google/user.ts';
import { locked, perform, respond, say } from './rpc.ts';
import type { Book } from './workbook/book.ts';
import { setUp } from './workbook/setup.ts';

/** Adds the menu when the sheet is opened; may use no other service, as the add-on may not be authorised yet. */
export function onOpen(): void {
  addMenu([
    ['Open sidebar', 'openSidebar'],
    ['Set up or repair this sheet', 'setUpSheet'],
    ['Send waiting invitations', 'sendWaitingInvitations'],
    ['Check rows and invitations', 'openCheck'],
    ['Filter sessions…', 'openMaster'],
    ['Governors’ page…', 'openPapers'],
    ['Start a new school year…', 'openYears'],
    ['Help', 'showHelp'],
  ]);
}

/** Adds the menu right after the add-on was installed. */
export function onInstall(): void {
  onOpen();
}

/** Opens the sidebar on Home. */
export function openSidebar(): void {
  orTell('openSidebar', () => showSidebar(perform(home.read, null)));
}

/** Opens the sidebar on the check of rows, Log and calendar. */
export function openCheck(): void {
  orTell('openCheck', () => showSidebar({ ...perform(home.read, null), start: 'check' }));
}

/** Opens the sidebar where the director chooses which sessions to look at. */
export function openMaster(): void {
  orTell('openMaster', () => openAt('master'));
}

/** Puts up the page for governors, to be printed or saved as a PDF. */
export function openPapers(): void {
  orTell('openPapers', () => perform(papers.open, null));
}

/** Opens the sidebar where the director starts a new school year. */
export function openYears(): void {
  orTell('openYears', () => openAt('years'));
}

// For the director alone; whoever else chose it is told so before anything opens.
function openAt(start: 'master' | 'years'): void {
  const opened = perform(home.read, null);
  if (opened.refusal === '' && !opened.isDirector) throw new UserError('forbidden', directorOnly);
  showSidebar({ ...opened, start });
}

/** Makes every tab of the workbook, or mends what is broken, and says in one list what it did. */
export function setUpSheet(): void {
  orTell('setUpSheet', () => {
    const user = signedIn();
    const done = locked((book) => {
      requireSetter(book, user);
      const list = setUp(SpreadsheetApp.getActiveSpreadsheet(), user.slice(user.lastIndexOf('@') + 1));
      book.refresh();
      const { problems, settings } = book.reference();
      const zone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
      const apart = `The time zone of this sheet is ${zone}, but Settings says ${settings.timeZone}. They should be the same.`;
      return { list, problems: zone === settings.timeZone ? problems : [...problems, apart] };
    });
    tell([
      ...(done.list.length === 0 ? ['Everything was in order.'] : done.list),
      ...(done.problems.length === 0 ? [] : ['', 'For you to look at:', ...done.problems]),
    ]);
  });
}

/** Sends what still waits of the signed-in person's invitations, and says what became of each. */
export function sendWaitingInvitations(): void {
  orTell('sendWaitingInvitations', () => {
    const sent = perform(followUps.sendWaiting, null);
    tell(sent.length === 0 ? ['No invitation of yours is waiting.'] : sent.map(({ words }) => words));
  });
}

/** The same every hour and the check with it, for each person who agreed to it, as that person. */
export function sendWaitingHourly(): void {
  try {
    perform(reconcile.all, null);
  } catch (error) {
    console.error(say(error, 'sendWaitingHourly').message);
  }
}

/** Says where help is. */
export function showHelp(): void {
  tell([
    'Open the sidebar to record a coaching session: choose who you coached, fill in STRIDE, and save.',
    'Saving adds a row to the Sessions tab and invites you, your coachee and their assistant head to the follow-up.',
    'Something looks wrong? Choose “Set up or repair this sheet”: it never touches what people wrote.',
    'Everyone with whom this sheet is shared can read its rows. A worry about a child belongs with the designated safeguarding lead, not here.',
  ]);
}

/** What the sidebar calls: a path such as `sessions.save` and its input as JSON; the answer is JSON. */
export function rpc(path: unknown, json: unknown): string {
  return respond(path, json);
}

// On a sheet that nobody has set up yet there is no staff to be one of; once there is, a stranger repairs nothing.
function requireSetter(book: Book, user: string): void {
  requireSignedIn(user);
  if (staffOf(book).some(({ active }) => active)) requireMember(book.reference(), user);
}

function staffOf(book: Book): readonly Member[] {
  try {
    return book.reference().staff;
  } catch (error) {
    // A tab or a header is missing, which is what set-up mends.
    if (error instanceof UserError) return [];
    throw error;
  }
}

function orTell(where: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    tell([say(error, where).message]);
  }
}
