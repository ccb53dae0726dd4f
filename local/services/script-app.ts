import type { Execution } from '../execution.ts';
import { Handle, type Methods } from '../expose.ts';
import { GoogleError, notPermitted } from '../google-error.ts';
import { authModes, authorizationStatuses, eventTypes, triggerSources } from './enums.ts';

// developers.google.com/apps-script/reference/script/script-app

/** ScriptApp itself. */
export class ScriptAppHandle extends Handle {}
/** A trigger being made: newTrigger(…). */
export class TriggerBuilderHandle extends Handle {
  constructor(
    run: Execution,
    readonly fn: string,
  ) {
    super(run);
  }
}
/** An hourly trigger being made: newTrigger(…).timeBased(). */
export class ClockTriggerBuilderHandle extends TriggerBuilderHandle {
  hours = 0;
}
/** A trigger of the person who runs this. */
export class TriggerHandle extends Handle {
  constructor(
    run: Execution,
    readonly id: string,
    readonly fn: string,
  ) {
    super(run);
  }
}
/** Whether the person has yet to allow something. */
export class AuthorizationHandle extends Handle {}

const MOST = 20;
const SPANS = [1, 2, 4, 6, 8, 12];

export const scriptEnums = {
  AuthMode: authModes,
  AuthorizationStatus: authorizationStatuses,
  EventType: eventTypes,
  TriggerSource: triggerSources,
};

export const scriptApp = {
  // "A given account can't see triggers installed from a second account": guides/triggers/installable
  getProjectTriggers: ({ run }) =>
    own(run, 'ScriptApp.getProjectTriggers').map(({ id, fn }) => new TriggerHandle(run, id, fn)),
  newTrigger: ({ run }, fn: string) => {
    own(run, 'ScriptApp.newTrigger');
    return new TriggerBuilderHandle(run, String(fn));
  },
  deleteTrigger: ({ run }, trigger: TriggerHandle) => {
    own(run, 'ScriptApp.deleteTrigger');
    run.outside.triggers.remove(trigger.id);
    run.outside.changed('state');
  },
  getAuthorizationInfo: ({ run }) => new AuthorizationHandle(run),
  getScriptId: ({ run }) => run.outside.scriptId,
} satisfies Methods<ScriptAppHandle>;

export const triggerBuilder = {
  timeBased: ({ run, fn }) => new ClockTriggerBuilderHandle(run, fn),
} satisfies Methods<TriggerBuilderHandle>;

export const clockTriggerBuilder = {
  everyHours: (self, hours: number) => {
    if (!SPANS.includes(hours)) {
      throw new GoogleError('The value you passed to everyHours was invalid. It must be one of 1, 2, 4, 6, 8 or 12.');
    }
    return Object.assign(self, { hours });
  },
  // "Time-driven triggers of an add-on run at most once per hour": add-ons/concepts/editor-triggers
  everyMinutes: () => {
    throw new GoogleError('The add-on has created a time-based trigger that runs more often than once per hour.');
  },
  create: ({ run, fn, hours }) => {
    if (hours === 0) throw new GoogleError('Please select a trigger.');
    const { triggers, clock } = run.outside;
    if (triggers.of(run.user).length >= MOST) {
      throw new GoogleError(
        'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
      );
    }
    const made = triggers.add({ fn, owner: run.user, everyHours: hours }, clock.now());
    run.outside.changed('state');
    return new TriggerHandle(run, made.id, fn);
  },
} satisfies Methods<ClockTriggerBuilderHandle>;

export const trigger = {
  getHandlerFunction: ({ fn }) => fn,
  getUniqueId: ({ id }) => id,
  getEventType: () => eventTypes.CLOCK,
  getTriggerSource: () => triggerSources.CLOCK,
  getTriggerSourceId: () => null,
} satisfies Methods<TriggerHandle>;

export const authorization = {
  getAuthorizationStatus: ({ run }) =>
    run.authMode === 'FULL' ? authorizationStatuses.NOT_REQUIRED : authorizationStatuses.REQUIRED,
  getAuthorizationUrl: ({ run }) =>
    run.authMode === 'FULL' ? null : `https://script.google.com/d/${run.outside.scriptId}`,
} satisfies Methods<AuthorizationHandle>;

function own(run: Execution, method: string): ReturnType<Execution['outside']['triggers']['of']> {
  if (run.authMode !== 'FULL') throw notPermitted(method, 'script.scriptapp');
  return run.outside.triggers.of(run.user);
}
