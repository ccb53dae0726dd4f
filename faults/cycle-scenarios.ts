import { type PlanDraft, wordsOf } from '../src/domain/plans.ts';
import type { Ask } from './asks.ts';
import { answersYes, moves, responds } from './calendar-acts.ts';
import type { Desk } from './desk.ts';
import { ada, answerTo, bram, cleo, draftOf, ids, planOf, stepsOf, withoutFollowUp } from './drafts.ts';
import { type Scenario, sent, sessionScenarios, takeOut } from './scenarios.ts';
import { must } from './school.ts';

const mine = draftOf(ids.mine);
const plan = planOf(ids.plan);
const changed: PlanDraft = { ...plan, process: `${plan.process}, six weeks`, reviewDate: '2026-12-17' };
const note = { ...mine, ...withoutFollowUp, kind: 'Martini' as const, strength: '', outcome: '' };
const group = {
  kind: 'Group' as const,
  steps: stepsOf(2),
  others: [{ id: ids.other, coachee: cleo, steps: stepsOf(1) }],
};

const save = { who: ada, what: 'plan', draft: plan, base: null } as const;
const change = { who: ada, what: 'plan', draft: changed, base: plan } as const;
const invite = { who: ada, what: 'invite', id: ids.plan } as const;
const agree = (who: string, to: PlanDraft = plan) =>
  ({ who, what: 'agree', id: ids.plan, words: wordsOf(to) }) as const;
const state = (to: 'tackled' | 'resolved' | 'celebrated') =>
  ({ who: ada, what: 'state', id: ids.plan, state: to }) as const;
const look = { who: ada, what: 'seen', id: ids.plan } as const;
const since = { who: ada, what: 'since' } as const;

const begun =
  (...asks: readonly Ask[]) =>
  (desk: Desk): void => {
    for (const ask of asks) must(desk, ask);
  };

const invited = (desk: Desk): void => {
  begun(save, agree(ada), invite)(desk);
  answersYes(desk, ids.plan);
};

const answers = [answerTo(`${ids.old}.1`, 'done'), answerTo(`${ids.old}.2`, 'not yet', '2026-12-09')];

/** What belongs to the cycle of coaching: steps, plans, what people answer in their calendars, what is only looked at. */
/** What people do in the coaching cycle beside saving, sending and correcting. */
export const cycleScenarios: Readonly<Record<string, Scenario>> = {
  steps: {
    about: "a session is saved with steps, and with what has become of last time's",
    on: 'steps',
    begin: () => undefined,
    asks: [
      { who: ada, what: 'save', draft: { ...mine, steps: stepsOf(2), answers } },
      { who: ada, what: 'deliver', id: ids.mine },
    ],
  },
  grow: {
    about: 'a Martini grows into a whole session with steps',
    on: 'steps',
    begin: begun({ who: ada, what: 'save', draft: note }),
    asks: [
      {
        who: ada,
        what: 'edit',
        base: note,
        draft: { ...mine, ...withoutFollowUp },
        edit: '0e0e0e0e-0000-4000-8000-0000000000aa',
        steps: stepsOf(2),
      },
    ],
  },
  group: {
    about: 'a group is saved: a row and steps for each of them, and one event',
    begin: () => undefined,
    asks: [
      { who: ada, what: 'save', draft: { ...mine, ...group } },
      { who: ada, what: 'deliver', id: ids.mine },
    ],
  },
  'group-words': {
    about: "the words of one of a group's rows are corrected",
    begin: (desk) => {
      begun({ who: ada, what: 'save', draft: { ...mine, ...group } })(desk);
      begun({ who: ada, what: 'deliver', id: ids.mine })(desk);
    },
    asks: [
      {
        who: ada,
        what: 'edit',
        base: { ...mine, kind: 'Group', id: ids.other, coachee: cleo },
        draft: { ...mine, kind: 'Group', id: ids.other, coachee: cleo, strength: `-${mine.strength}` },
        edit: '0e0e0e0e-0000-4000-8000-0000000000ab',
      },
      { who: ada, what: 'deliver', id: ids.other },
    ],
  },
  plan: {
    about: 'a plan is made, its coach agrees, and its coachee is asked to',
    on: 'plans',
    begin: () => undefined,
    asks: [save, agree(ada), look, invite],
  },
  'plan-silent': {
    about: 'a coachee is asked to agree where the words of plans stay in the sheet',
    on: 'plans',
    begin: (desk) => {
      const at = desk.world.person.seesAll('Settings').findIndex(([name]) => name === 'Plan in its invitation') + 1;
      desk.byHand(() => desk.world.person.type('Settings', `B${at}`, 'No'));
      begun(save)(desk);
    },
    asks: [invite],
  },
  'plan-keys': {
    about: 'coach and coachee turn their keys to a plan',
    on: 'plans',
    begin: begun(save),
    asks: [agree(ada), agree(bram)],
  },
  'plan-change': {
    about: 'the words of a plan change after both have agreed, so that both are asked again',
    on: 'plans',
    begin: begun(save, agree(ada), agree(bram), invite),
    asks: [change, look, invite],
  },
  'plan-yes': {
    about: 'a coachee has said Yes to a plan in their calendar',
    on: 'plans',
    begin: invited,
    asks: [since],
  },
  'plan-words': {
    about: 'the words of a plan change after its coach has agreed, who agrees once more',
    on: 'plans',
    begin: begun(save, agree(ada)),
    asks: [change, agree(ada, changed)],
  },
  'plan-resolved': {
    about: 'the target of a plan is resolved',
    on: 'plans',
    begin: begun(save, agree(ada), agree(bram)),
    asks: [state('resolved')],
  },
  'plan-end': {
    about: 'the target of a plan is tackled and resolved, and its coachee is asked later',
    on: 'plans',
    begin: begun(save, agree(ada), agree(bram)),
    asks: [state('tackled'), state('resolved'), { who: bram, what: 'sustain', id: ids.plan, answer: 'sometimes' }],
  },
  answered: {
    about: 'somebody has declined a follow-up, with a note',
    begin: (desk) => {
      sent(desk);
      responds(desk, ids.mine, 'declined');
    },
    asks: [since],
  },
  moved: {
    about: 'somebody has moved a follow-up in their calendar',
    begin: (desk) => {
      sent(desk);
      moves(desk, ids.mine, '2026-12-14T16:00:00Z');
    },
    asks: [since],
  },
  'taken-out': {
    about: 'somebody has taken a follow-up out of their calendar, and opens the sidebar',
    begin: (desk) => {
      sent(desk);
      takeOut(desk, ids.mine);
    },
    asks: [since],
  },
  looking: {
    about: 'a coach looks at what there is, and into the mirror',
    begin: (desk) => {
      sent(desk);
      invited(desk);
    },
    asks: [
      { who: ada, what: 'home' },
      { who: ada, what: 'open', id: bram },
      { who: ada, what: 'list', id: bram },
      { who: ada, what: 'plans' },
      { who: bram, what: 'seen', id: ids.plan },
      { who: ada, what: 'more' },
      {
        who: ada,
        what: 'mirror',
        look: { day: '2026-11-26', answers: [0, 1, 2, null, 0, 1, 2, null, 0, 1, 2, null, 0, 1] },
      },
      { who: ada, what: 'looks' },
    ],
  },
};

/** Every scenario by its name. */
export const scenarios: Readonly<Record<string, Scenario>> = { ...sessionScenarios, ...cycleScenarios };
