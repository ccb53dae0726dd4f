/** A made-up junior school: its staff, teams, term dates, settings, five half-terms of coaching conversations and evidence. */
export { evidenceRows, quotationRows } from './evidence.ts';
export { logRows } from './log.ts';
export { type MadePlan, madePlans } from './made-plans.ts';
export { answerRows, type Conversation, stepRows } from './promises.ts';
export { looks, replies } from './replies.ts';
export { conversations, schoolNow, sessions } from './sessions.ts';
export { schoolSettings } from './settings.ts';
export { cast, domain, members, schoolName, teams } from './staff.ts';
export { periods } from './term-dates.ts';
