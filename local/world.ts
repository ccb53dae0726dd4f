import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Calendars, type SavedCalendars } from './calendars.ts';
import { Clock } from './clock.ts';
import type { Call, Hook } from './door.ts';
import type { Model } from './engine.ts';
import { type As, Execution, type Outside, type Shown } from './execution.ts';
import type { RevisionHub } from './hub.ts';
import { type Bundle, htmlIn } from './load.ts';
import { Locks } from './locks.ts';
import { afresh, execute, type Runner } from './run.ts';
import { Stores } from './stores.ts';
import { type Trigger, Triggers } from './triggers.ts';
import { type SavedWorkbook, Workbook } from './workbook.ts';

/** How to make a world. */
export interface WorldOptions {
  /** The time it begins, such as 2026-12-03T09:30:00Z. */
  readonly now?: string;
  /** The time zone of the spreadsheet. */
  readonly timeZone?: string;
  /** A state that `save` gave. */
  readonly workbook?: unknown;
  /** The script; what was last built when not given. */
  readonly bundle?: Bundle;
  readonly name?: string;
  readonly url?: string;
  /** Who owns the spreadsheet, and is never kept out of a protected range. */
  readonly owner?: string;
  /** False for a script that belongs to no document. */
  readonly hasDocument?: boolean;
}

/** How one execution went. */
export interface Run {
  readonly value: unknown;
  readonly error?: { readonly name: string; readonly message: string; readonly stack?: string };
  readonly calls: readonly Call[];
  /** Milliseconds its calls would have taken, by the published costs. */
  readonly modelled: number;
  readonly shown: readonly Shown[];
  readonly log: readonly string[];
}

/** What has changed, for whoever watches. */
export type Change = 'sheet' | 'calendar' | 'state' | 'clock';

interface Saved {
  readonly version: 1;
  readonly now: string;
  readonly timeZone: string;
  readonly workbook: SavedWorkbook;
  readonly calendars: SavedCalendars;
  readonly properties: Record<string, Record<string, string>>;
  readonly triggers: readonly Trigger[];
}

/** Everything outside the add-on: the shared sheet, everybody's calendars, properties, locks and the time. */
export class World implements Outside {
  readonly name: string;
  readonly addonName: string = 'STRIDE Coaching';
  readonly id = '1StrideCoachingMadeUpSpreadsheet';
  readonly scriptId = '1StrideCoachingMadeUpScript';
  readonly url: string;
  readonly owner: string;
  readonly hasDocument: boolean;
  readonly manifest: { readonly timeZone: string };
  readonly files: ReadonlyMap<string, string>;
  readonly bundle: Bundle;
  readonly clock: Clock;
  readonly book: Workbook;
  readonly calendars: Calendars;
  readonly locks = new Locks();
  readonly stores: Stores;
  readonly triggers: Triggers;
  readonly #call: Runner;
  readonly #hooks: Hook[] = [];
  readonly #watchers = new Set<(change: Change) => void>();

  constructor(options: WorldOptions = {}) {
    // A state comes from `save`, possibly through a file.
    const saved = options.workbook as Saved | undefined;
    const timeZone = saved?.timeZone ?? options.timeZone ?? 'Europe/London';
    this.bundle = options.bundle ?? built();
    this.#call = afresh(this.bundle);
    this.manifest = { timeZone, ...(JSON.parse(this.bundle.manifest) as object) };
    this.files = new Map(Object.entries(this.bundle.html));
    this.name = options.name ?? 'Coaching';
    this.url = options.url ?? `https://docs.google.com/spreadsheets/d/${this.id}/edit`;
    this.owner = options.owner ?? 'owner@school.test';
    this.hasDocument = options.hasDocument ?? true;
    this.clock = new Clock(options.now ?? saved?.now);
    this.book = new Workbook(timeZone, this.clock, saved?.workbook);
    this.calendars = new Calendars(this.clock, timeZone, () => this.changed('calendar'), saved?.calendars);
    this.stores = new Stores(saved?.properties);
    this.triggers = new Triggers(saved?.triggers);
    this.hub.watch(() => this.changed('sheet'));
    this.clock.watch(() => this.changed('clock'));
  }

  /** The time zone of the spreadsheet. */
  get zone(): string {
    return this.book.zone;
  }

  /** The o-spreadsheet model that is Google's copy of the sheet. */
  get model(): Model {
    return this.book.model;
  }

  /** Where browsers join the sheet. */
  get hub(): RevisionHub {
    return this.book.hub;
  }

  /** The hooks of the tests, the first one outermost. */
  get hooks(): readonly Hook[] {
    return this.#hooks;
  }

  /** Lets a test stand at the door; answers a function that takes it away. */
  onCall(hook: Hook): () => void {
    this.#hooks.push(hook);
    return () => void this.#hooks.splice(this.#hooks.indexOf(hook), 1);
  }

  /** One Apps Script execution: loads the bundle afresh and runs one top-level function as one person. */
  run(fn: string, args: readonly unknown[], as: As): Run {
    return execute(new Execution(this, as), this.#call, fn, args);
  }

  /** Runs what is due of everybody's hourly triggers, each as the person who made it. */
  runTriggers(): Run[] {
    return this.triggers
      .due(this.clock.now())
      .map(({ fn, owner }) => this.run(fn, [], { user: owner, kind: 'time-trigger' }));
  }

  /** Calls back after every change, whoever made it; answers a function that stops it. */
  watch(listener: (change: Change) => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  changed(change: Change): void {
    for (const listener of this.#watchers) listener(change);
  }

  /** Everything, as JSON, to be given to a new world as `workbook`. */
  save(): unknown {
    const saved: Saved = {
      version: 1,
      now: new Date(this.clock.now()).toISOString(),
      timeZone: this.book.zone,
      workbook: this.book.save(),
      calendars: this.calendars.save(),
      properties: this.stores.save(),
      triggers: this.triggers.save(),
    };
    return JSON.parse(JSON.stringify(saved)) as unknown;
  }
}

/** The bundle as it was last built: the very files that are pushed. */
function built(): Bundle {
  const read = (name: string): string => readFileSync(resolve('dist', name), 'utf8');
  return {
    folder: resolve('dist'),
    code: read('Code.js'),
    html: htmlIn(resolve('dist')),
    manifest: read('appsscript.json'),
  };
}
