import { coachees } from './coachees.ts';
import { drafts } from './drafts.ts';
import { evidence } from './evidence.ts';
import { followUps } from './follow-ups.ts';
import { home } from './home.ts';
import { master } from './master.ts';
import { mirror } from './mirror.ts';
import { page } from './page.ts';
import { papers } from './papers.ts';
import { plans } from './plans.ts';
import type { Call, Procedure } from './procedure.ts';
import { reconcile } from './reconcile.ts';
import { sessions } from './sessions.ts';
import { since } from './since.ts';
import { years } from './years.ts';

/** Everything the sidebar may ask for, by noun and verb. */
export const api = {
  home,
  page,
  coachees,
  sessions,
  followUps,
  drafts,
  plans,
  evidence,
  since,
  mirror,
  reconcile,
  master,
  papers,
  years,
} satisfies Record<string, Record<string, Procedure>>;

/** The same as the sidebar sees it. */
export type Server = {
  readonly [Noun in keyof typeof api]: {
    readonly [Verb in keyof (typeof api)[Noun]]: Call<(typeof api)[Noun][Verb]>;
  };
};
