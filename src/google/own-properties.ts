/**
 * What the add-on keeps for one person alone: unfinished sessions, what they say of their own coaching, and whether they
 * agreed to the hourly run. User
 * properties can be read by that person only; the sheet's id keeps two schools' sheets apart.
 */
import type { KeptDraft } from '../domain/drafts.ts';
import { UserError } from '../domain/errors.ts';
import { asLook, type Look, lookText } from '../domain/mirror.ts';

// A value holds 9 kB and a store 500 kB (developers.google.com/apps-script/guides/services/quotas). A character takes
// at most 3 bytes of UTF-8 for each UTF-16 unit.
const charactersInValue = 3_000;
const valuesInDraft = 40;

export class OwnProperties {
  private readonly prefix: string;
  private read: Readonly<Record<string, string>> | undefined;

  constructor(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet) {
    this.prefix = `${spreadsheet.getId()}.`;
  }

  /** Every unfinished session. What cannot be read any more is left out. */
  all(): KeptDraft[] {
    const first = Object.keys(this.values()).filter(
      (key) => key.startsWith(`${this.prefix}draft.`) && key.endsWith('.0'),
    );
    return first.map((key) => this.draft(key.slice(0, -1))).filter((kept): kept is KeptDraft => kept !== undefined);
  }

  /**
   * Keeps an unfinished session.
   * @throws UserError `invalid` when it is too long to be kept here
   */
  keep(kept: KeptDraft): void {
    const text = JSON.stringify(kept);
    const count = Math.ceil(text.length / charactersInValue);
    const tooLong = 'This is too long to be kept on the server as well. It is kept in this browser.';
    if (count > valuesInDraft) throw new UserError('invalid', tooLong);
    const pieces = Array.from({ length: count }, (_, index) => {
      const piece = text.slice(index * charactersInValue, (index + 1) * charactersInValue);
      return [`${this.prefix}draft.${kept.draft.id}.${index}`, index === 0 ? `${count}|${piece}` : piece];
    });
    try {
      this.store().setProperties(Object.fromEntries(pieces));
    } catch (error) {
      if (/quota/i.test(String(error))) throw new UserError('invalid', tooLong);
      throw error;
    }
  }

  /** Forgets an unfinished session. */
  drop(id: string): void {
    const pieces = Object.keys(this.values()).filter((key) => key.startsWith(`${this.prefix}draft.${id}.`));
    for (const key of pieces) this.store().deleteProperty(key);
  }

  /** Every look into the coach's mirror. What cannot be read any more is left out. */
  looks(): Look[] {
    const begins = `${this.prefix}mirror.`;
    return Object.entries(this.values())
      .filter(([key]) => key.startsWith(begins))
      .flatMap(([key, text]) => asLook(key.slice(begins.length), text) ?? []);
  }

  /** Keeps a look into the coach's mirror: the latest of a day stands. */
  look(look: Look): void {
    this.store().setProperty(`${this.prefix}mirror.${look.day}`, lookText(look));
  }

  /** Whether this person has agreed that what waits is sent every hour. */
  isOn(): boolean {
    return this.values()[`${this.prefix}hourly`] !== undefined;
  }

  /** Installs the hourly run for this person, once. */
  turnOn(): void {
    const there = ScriptApp.getProjectTriggers().some((trigger) => trigger.getHandlerFunction() === hourlyFunction);
    if (!there) ScriptApp.newTrigger(hourlyFunction).timeBased().everyHours(1).create();
    this.store().setProperty(`${this.prefix}hourly`, 'on');
  }

  private draft(key: string): KeptDraft | undefined {
    const values = this.values();
    const [count = '', ...rest] = (values[`${key}0`] ?? '').split('|');
    const others = Array.from(
      { length: Math.max(0, Number(count) - 1) },
      (_, index) => values[`${key}${index + 1}`] ?? '',
    );
    try {
      // Written by `keep` above, and by nothing else.
      return JSON.parse([rest.join('|'), ...others].join('')) as KeptDraft;
    } catch {
      // A run that ended between two pieces; the browser still has the draft.
      return undefined;
    }
  }

  private values(): Readonly<Record<string, string>> {
    this.read ??= this.store().getProperties();
    return this.read;
  }

  private store(): GoogleAppsScript.Properties.Properties {
    return PropertiesService.getUserProperties();
  }
}

/** The function of main.ts that the hourly trigger runs. */
export const hourlyFunction = 'sendWaitingHourly';
