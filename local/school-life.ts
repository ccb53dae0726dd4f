import type { Day } from '../src/domain/days.ts';
import { asLook } from '../src/domain/mirror.ts';
import { planEventId } from '../src/domain/plan-invitations.ts';
import type { Session } from '../src/domain/sessions.ts';
import { cast, looks, type MadePlan, madePlans, replies, schoolNow } from './school/index.ts';
import { instantAt } from './wall.ts';
import type { World } from './world.ts';

// Everything here goes through the add-on, as the person who did it and on the day it was done.

/**
 * What the people of the made-up school have done beside talking: plans and their two keys, answers to invitations, a
 * coach's looks into the mirror. All coaches but one have opened their sidebar since; that one is whom the visitor
 * meets first, and finds the news.
 */
export function liveOn(world: World, live: readonly Session[]): void {
  for (const plan of madePlans) livePlan(world, plan);
  at(world, schoolNow.slice(0, 10));
  for (const { coachee, coach, eventId } of live) {
    const reply = replies[coachee];
    if (reply && world.calendars.find(coach, eventId)) {
      world.calendars.respond(coachee, eventId, reply.answer, reply.note || undefined);
    }
  }
  const coaches = new Set(live.map(({ coach }) => coach));
  for (const coach of coaches) if (coach !== cast.coach) ask(world, coach, 'since.read', null);
  for (const { day, signs } of looks) ask(world, cast.coach, 'mirror.keep', asLook(day, signs));
}

/** Asks the add-on for something, as somebody's sidebar does. */
export function ask(world: World, user: string, path: string, input: unknown): void {
  const { value, error } = world.run('rpc', [path, JSON.stringify(input)], { user, kind: 'client' });
  const reply = typeof value === 'string' ? (JSON.parse(value) as { ok: boolean; error?: { message: string } }) : null;
  if (!reply?.ok) throw new Error(`The made-up school: ${path} as ${user}: ${reply?.error?.message ?? error?.message}`);
}

function livePlan(world: World, { coach, draft, saved, agreed, yes, states, sustained }: MadePlan): void {
  const { id, coachee } = draft;
  act(world, saved, coach, 'plans.save', { draft, base: null });
  if (agreed.coach) act(world, agreed.coach, coach, 'plans.agree', id);
  act(world, saved, coach, 'plans.invite', id);
  if (agreed.coachee) act(world, agreed.coachee, coachee, 'plans.agree', id);
  for (const { on, state } of states) act(world, on, coach, 'plans.setState', { id, state });
  if (sustained) act(world, sustained.on, coach, 'plans.sustain', { id, answer: sustained.answer });
  if (!yes) return;
  at(world, yes);
  world.calendars.respond(coachee, planEventId(id), 'accepted');
}

function act(world: World, day: Day, user: string, path: string, input: unknown): void {
  at(world, day);
  ask(world, user, path, input);
}

// After lessons, before the visitor comes. Each move of the clock has the whole sheet worked out anew.
function at({ clock, zone }: World, day: Day): void {
  const moment = instantAt(zone, { day, time: '15:20' });
  if (clock.now() !== moment) clock.set(moment);
}
