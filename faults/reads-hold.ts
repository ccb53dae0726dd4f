import type { Call } from '../local/door.ts';
import { lookText } from '../src/domain/mirror.ts';
import { isReading } from './asks.ts';
import { writes } from './desk.ts';
import type { Seen } from './seen.ts';

/** Who only looks changes nothing: not the sheet, nor a calendar, nor what is kept for anybody. */
export function looksOnly({ told: { ask, run } }: Seen): string | undefined {
  const isOwn = ask.what === 'mirror';
  if (!isReading(ask) && !isOwn) return undefined;
  const wrong = run.calls.find((call) => writes(call) || changesCalendar(call) || (!isOwn && changesProperties(call)));
  return wrong && `${ask.what} does ${wrong.service}.${wrong.method}`;
}

const changesCalendar = ({ service, method }: Call): boolean =>
  service === 'Calendar.Events' && !/^(get|list)$/.test(method);

const changesProperties = ({ service, method }: Call): boolean =>
  service === 'Properties' && /^(set|delete)/.test(method);

/** What a coach says into their mirror is kept, for them alone. */
export function mirrorIsOwn({ world, told: { ask, reply, run } }: Seen): string | undefined {
  if (ask.what !== 'mirror') return undefined;
  const said = lookText(ask.look);
  const kept = Object.entries(world.stores.save()).flatMap(([store, pairs]) =>
    Object.entries(pairs).flatMap(([key, text]) =>
      key.endsWith(`mirror.${ask.look.day}`) && text === said ? [store] : [],
    ),
  );
  const others = kept.find((store) => store !== `user:${ask.who}`);
  if (others !== undefined) return `it is kept in ${others}`;
  if (reply.ok && kept.length === 0) return 'told that it is kept, and it is not';
  return run.calls.find(writes) && 'it was written into the sheet';
}
