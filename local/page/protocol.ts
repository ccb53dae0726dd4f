/** What the page and its server say to each other; types only, so that neither world leaks into the other. */

/** Somebody a window can be: a row of the Staff tab, or the owner of a sheet that has none yet. */
export interface Person {
  readonly email: string;
  readonly name: string;
  /** The heading under which the chooser lists them, such as "Coaches". */
  readonly group: string;
}

/** The world's time, already in words: the page's own clock and time zone never enter. */
export interface ClockFace {
  readonly iso: string;
  /** The same moment as a sheet counts it, for TODAY() and NOW(). */
  readonly serial: number;
  readonly text: string;
  readonly day: string;
  readonly time: string;
  readonly timeZone: string;
}

/** One line of the add-on's menu. */
export interface MenuLine {
  readonly text: string;
  /** The function it runs; a line without one is a separator or opens a submenu. */
  readonly fn?: string;
  readonly lines?: readonly MenuLine[];
  readonly separator?: boolean;
}

/** What a run put on the person's screen. */
export type Shown =
  | { readonly kind: 'sidebar'; readonly title: string; readonly html: string }
  | {
      readonly kind: 'dialog';
      readonly title: string;
      readonly html: string;
      readonly width: number;
      readonly height: number;
      readonly modal: boolean;
    }
  | { readonly kind: 'alert'; readonly title: string; readonly text: string; readonly answered: string }
  | { readonly kind: 'toast'; readonly title: string; readonly text: string };

/** One function run as one person, asked for by a menu line or by google.script.run. */
export interface RunRequest {
  readonly fn: string;
  readonly args: readonly unknown[];
  readonly as: string;
  readonly kind: 'menu' | 'client';
}

/** How it went. */
export interface RunReply {
  readonly value: unknown;
  readonly error: string | null;
  readonly shown: readonly Shown[];
}

export type Answer = 'needsAction' | 'accepted' | 'tentative' | 'declined';

/** Somebody on an event and what they have said so far. */
export interface Guest {
  readonly email: string;
  readonly name: string;
  readonly organiser: boolean;
  readonly answer: Answer;
  readonly comment: string;
}

/** One event as it stands in one person's calendar. */
export interface CalendarEntry {
  readonly id: string;
  /** The id the event has outside Google. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  /** yyyy-MM-dd and HH:mm in the spreadsheet's time zone; no time on an all-day event. */
  readonly day: string;
  readonly from: string;
  readonly to: string;
  /** The same as moments. */
  readonly start: string;
  readonly end: string;
  readonly minutes: number;
  readonly organiser: string;
  readonly mine: boolean;
  readonly answer: Answer;
  readonly guests: readonly Guest[];
}

/** What a person does in their calendar. */
export type CalendarAct =
  | { readonly act: 'answer'; readonly as: string; readonly id: string; readonly answer: Answer; readonly note: string }
  | { readonly act: 'move'; readonly as: string; readonly id: string; readonly day: string; readonly time: string }
  | { readonly act: 'remove'; readonly as: string; readonly id: string };

/** A change of the world's time. */
export type ClockAct = { readonly days: number } | { readonly day: string; readonly time: string };

/** The news a window hears without asking. */
export type Push =
  | {
      readonly type: 'workbook';
      readonly data: unknown;
      readonly messages: readonly unknown[];
      readonly clock: ClockFace;
      readonly owner: string;
    }
  | { readonly type: 'revision'; readonly message: unknown }
  | { readonly type: 'clock'; readonly clock: ClockFace }
  | { readonly type: 'calendar' }
  | { readonly type: 'again' };

/** What a window sends over the same socket. */
export interface Edit {
  readonly type: 'revision';
  readonly message: unknown;
}
