import { cast, members, schoolNow } from '../local/school/index.ts';
import type { Run, World } from '../local/world.ts';
import { emptySession } from '../src/domain/drafts.ts';
import { emptyEvidence } from '../src/domain/evidence.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import { openSteps, planDraft } from './plans.ts';

/** Something a coach does, as the platform sees it. */
export interface Act {
  readonly name: string;
  /** Calls that the sidebar makes for it; the menu's own run is none. */
  readonly sidebarCalls: number;
  /** At most so many service calls that reach the server, where a limit is set. */
  readonly limit?: number;
  /** Whether the cells it reads of Sessions have a limit. */
  readonly readsLimited: boolean;
  /** Does it, for the so-manieth time in this workbook, and makes sure that it was done. */
  readonly run: (world: World, turn: number) => Run;
}

/** The acts that are measured, in the order in which a coach comes to them. */
export const acts = {
  open: {
    name: 'open the sidebar',
    sidebarCalls: 0,
    limit: 6,
    readsLimited: true,
    run: (world) => {
      const run = world.run('openSidebar', [], { user: cast.coach, kind: 'menu' });
      if (run.shown[0]?.kind !== 'sidebar') throw new Error(`The sidebar did not open: ${JSON.stringify(run.shown)}`);
      return run;
    },
  },
  home: {
    name: 'home.read',
    sidebarCalls: 1,
    readsLimited: false,
    run: (world) => asked(world, 'home.read', null, '"coachees":'),
  },
  choose: {
    name: 'choose a coachee',
    sidebarCalls: 1,
    limit: 8,
    readsLimited: true,
    run: (world) => asked(world, 'coachees.open', cast.coachee, '"steps":[{'),
  },
  since: {
    name: 'since.read',
    sidebarCalls: 1,
    readsLimited: false,
    // By somebody who coaches nobody: the grown workbook has no events, so that a coach would be told that all are gone.
    run: (world) => asked(world, 'since.read', null, '"answers":', coachesNobody),
  },
  save: {
    name: 'save',
    sidebarCalls: 1,
    limit: 8,
    readsLimited: true,
    run: (world, turn) => asked(world, 'sessions.save', draft(turn), '"already":false'),
  },
  invite: {
    name: 'invite',
    sidebarCalls: 1,
    limit: 7,
    readsLimited: false,
    run: (world, turn) => asked(world, 'followUps.deliver', draft(turn).id, '"outcome":"Invited"'),
  },
  /** What has become of a step, carried on, and two new ones, with the session in which that was said. */
  saveSteps: {
    name: 'save with steps',
    sidebarCalls: 1,
    readsLimited: false,
    run: (world, turn) => {
      const said = { ...draft(turn + 50), ...none, steps, answers: answersOf(turn) };
      return asked(world, 'sessions.save', said, '"already":false');
    },
  },
  plan: {
    name: 'save a plan',
    sidebarCalls: 1,
    readsLimited: false,
    run: (world, turn) => asked(world, 'plans.save', { draft: planDraft(turn), base: null }, '"id":'),
  },
  agree: {
    name: 'agree to a plan',
    sidebarCalls: 1,
    readsLimited: false,
    run: (world, turn) => asked(world, 'plans.agree', planDraft(turn).id, '"coachAgreed":true'),
  },
  evidence: {
    name: 'save evidence',
    sidebarCalls: 1,
    readsLimited: false,
    run: (world, turn) => {
      const id = draft(turn).id.replace('-9000-', '-b000-');
      const seen = {
        ...emptyEvidence(id, schoolNow.slice(0, 10)),
        source: 'book sample',
        team: 'Year 4',
        outcome: 'moved',
      };
      return asked(world, 'evidence.save', { ...seen, seen: 'Longer first drafts.' }, '"already":false');
    },
  },
  papers: {
    name: 'make the papers',
    sidebarCalls: 1,
    readsLimited: false,
    run: (world) => asked(world, 'papers.open', null, '"value":null', cast.director),
  },
  correct: {
    name: 'correct',
    sidebarCalls: 1,
    readsLimited: false,
    run: (world, turn) => {
      const base = draft(turn);
      const corrected = { ...base, strength: `${base.strength} All of it.` };
      const edit = base.id.replace('-9000-', '-a000-');
      return asked(world, 'sessions.edit', { base, draft: corrected, edit }, '"changed":["Strength"]');
    },
  },
  check: {
    name: 'check rows and Log',
    sidebarCalls: 1,
    readsLimited: false,
    run: (world) => asked(world, 'reconcile.check', '', '"next":"waiting"'),
  },
  /** The tab is full: the save that has to make room for the next 200. */
  makeRoom: {
    name: 'save, making room',
    sidebarCalls: 1,
    limit: 8,
    readsLimited: true,
    run: (world, turn) => asked(world, 'sessions.save', draft(turn), '"already":false'),
  },
} as const satisfies Record<string, Act>;

function asked(world: World, path: string, input: unknown, expected: string, user: string = cast.coach): Run {
  const run = world.run('rpc', [path, JSON.stringify(input)], { user, kind: 'client' });
  if (String(run.value).startsWith('{"ok":true') && String(run.value).includes(expected)) return run;
  throw new Error(`${path} was not done: ${String(run.value ?? run.error?.message).slice(0, 300)}`);
}

const coachesNobody = members.find(({ active, mayCoach }) => active && !mayCoach)?.email;

const none = { followUpDate: '', followUpTime: '', followUpMinutes: null };
const steps = ['Stop twice for talk on Monday', 'Watch how a colleague does it'].map((what) => ({
  what,
  due: '2026-12-02',
  support: '',
  kind: 'do',
}));

// The steps that are open before the first turn are answered in it, then those that it made.
function answersOf(turn: number): { step: string; outcome: string; happened: string; carryOn: string }[] {
  const made = [1, 2].map((number) => `${draft(turn + 49).id}.${number}`);
  // As the workbook was grown, its first ids begin with this.
  const ids = turn === 1 ? openSteps().map(({ id }) => id.replace(/^.{8}/, '00000000')) : made;
  return ids.slice(0, 2).map((step) => ({ step, outcome: 'partly', happened: 'Once so far.', carryOn: '2026-12-09' }));
}

function draft(turn: number): SessionDraft {
  const id = `00000000-0000-4000-9000-${String(turn).padStart(12, '0')}`;
  return {
    ...emptySession(id, schoolNow.slice(0, 10)),
    coachee: cast.coachee,
    strength: 'The quieter table now answers first.',
    target: 'Talk partners, so that every pupil says it before writing it.',
    decision: 'Two stops for talk in Monday’s lesson.',
    outcome: 'Every pupil has rehearsed a sentence before the writing starts.',
    minutes: 40,
    followUpDate: '2026-12-10',
    followUpTime: '15:45',
    followUpMinutes: 30,
  };
}
