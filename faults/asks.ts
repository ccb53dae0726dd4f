import type { NewSession } from '../src/api/sessions.ts';
import type { Look } from '../src/domain/mirror.ts';
import type { PlanDraft, Sustained, TargetState } from '../src/domain/plans.ts';
import type { SessionDraft } from '../src/domain/sessions.ts';
import type { StepDraft } from '../src/domain/steps.ts';

/** What somebody's sidebar, or their hourly trigger, asks of the add-on. */
export type Ask = { readonly who: string } & (
  | { readonly what: 'save'; readonly draft: NewSession }
  | Correction
  | { readonly what: 'plan'; readonly draft: PlanDraft; readonly base: PlanDraft | null }
  | { readonly what: 'agree'; readonly id: string; readonly words: string }
  | { readonly what: 'state'; readonly id: string; readonly state: TargetState }
  | { readonly what: 'sustain'; readonly id: string; readonly answer: Sustained }
  | { readonly what: 'mirror'; readonly look: Look }
  | { readonly what: 'deliver' | 'read' | 'invite' | 'seen' | 'open' | 'list'; readonly id: string }
  | { readonly what: 'check'; readonly from: string }
  | { readonly what: 'hourly' | 'since' | 'plans' | 'looks' | 'home' | 'more' }
);

interface Correction {
  readonly what: 'edit';
  readonly base: SessionDraft;
  readonly draft: SessionDraft;
  readonly edit: string;
  readonly steps?: readonly StepDraft[];
  /** What the try to save it said besides, which may not have been written. */
  readonly saved?: Pick<NewSession, 'steps' | 'answers'>;
}

/** The procedure that is asked. */
export const paths: Readonly<Record<Exclude<Ask['what'], 'hourly'>, string>> = {
  save: 'sessions.save',
  edit: 'sessions.edit',
  read: 'sessions.read',
  list: 'sessions.list',
  deliver: 'followUps.deliver',
  check: 'reconcile.check',
  plan: 'plans.save',
  agree: 'plans.agree',
  state: 'plans.setState',
  sustain: 'plans.sustain',
  invite: 'plans.invite',
  seen: 'plans.read',
  plans: 'plans.list',
  since: 'since.read',
  open: 'coachees.open',
  mirror: 'mirror.keep',
  looks: 'mirror.read',
  home: 'home.read',
  more: 'page.more',
};

/** What the procedure is given. */
export function inputOf(ask: Ask): unknown {
  switch (ask.what) {
    case 'save':
      return ask.draft;
    case 'mirror':
      return ask.look;
    case 'check':
      return ask.from;
    case 'edit':
    case 'plan':
    case 'agree':
    case 'state':
    case 'sustain': {
      const { who: _, what: __, ...input } = ask;
      return input;
    }
    default:
      return 'id' in ask ? ask.id : null;
  }
}

/** The session or the plan that is asked about, or ''. */
export function rowOf(ask: Ask): string {
  if (ask.what === 'save' || ask.what === 'edit' || ask.what === 'plan') return ask.draft.id;
  return 'id' in ask && ask.what !== 'open' && ask.what !== 'list' ? ask.id : '';
}

const ofPlans: readonly Ask['what'][] = ['plan', 'agree', 'state', 'sustain', 'invite', 'seen'];

/** On which tab that is. */
export const tabOf = ({ what }: Ask): 'sessions' | 'plans' => (ofPlans.includes(what) ? 'plans' : 'sessions');

const reading: readonly Ask['what'][] = ['read', 'list', 'seen', 'plans', 'open', 'looks', 'home', 'more'];

/** Whether an ask is one that only looks. */
export const isReading = ({ what }: Ask): boolean => reading.includes(what);
