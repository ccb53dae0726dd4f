/** The words of the school's coaching policy, letter for letter. A school can change the prompts in Settings. */

/** The six parts of STRIDE, by the key of their column. */
export const parts = [
  { key: 'strength', name: 'Strength' },
  { key: 'target', name: 'Target' },
  { key: 'reality', name: 'Reality' },
  { key: 'ideas', name: 'Ideas' },
  { key: 'decision', name: 'Decision' },
  { key: 'evaluation', name: 'Evaluation' },
] as const;

/** What the policy asks in each part (C32 to C37). */
export const prompts: Readonly<Record<PartKey, string>> = {
  strength: "What's going well? What's working?",
  target: 'What would you like to be better and why?',
  reality: 'What is the current situation? What problems is it causing? What are the obstacles?',
  ideas: "What have you tried? What did/didn't work? What would you do if the obstacles weren't there?",
  decision: 'What are you going to do? What are the steps? When will you do it? What support might you need?',
  evaluation: 'How will you know it has worked? What will be different?',
};

export type PartKey = (typeof parts)[number]['key'];

/** Where evidence of impact comes from: the policy's five sources (C12), and other, such as pupil voice (C70). */
export const evidenceSources = [
  'data analysis',
  'book sample',
  'drop in',
  'learning walk',
  'quality of provision review',
  'other',
] as const;

/** The roles the policy names (C9 to C11); coach and coachee are what anyone may be. */
export const roles = [
  'Director of coaching',
  'Executive head',
  'Assistant head',
  'Team leader',
  'Mentor',
  'Subject leader',
  'Aspect leader',
] as const;

/** Who chose what the session was about (C65: "you choose the area you want to focus on"). */
export const focusChoosers = ['Coachee', 'Jointly', 'Asked of me'] as const;

/** Formal coaching, Martini coaching ("any time, any place, anywhere", C51) and coaching a group (C49). */
export const sessionKinds = ['Formal', 'Martini', 'Group'] as const;

/** What a good coach does and is (C15 to C28). */
export const qualities = [
  'Listens',
  'Asks open questions',
  'Clarifies points made',
  'Encourages reflection',
  "Avoids 'telling'",
  'Builds rapport',
  'Is non judgemental',
  'Challenges beliefs',
  'Helps to see the big picture',
  'Encourages commitment to action',
  "Doesn't have all the answers",
  'Develops trust and respect',
  'Is solutions focused',
  'Has a strong belief that colleagues have the capacity to learn, develop and change.',
] as const;

/** What kind of thing a step is: beside doing, to watch somebody and to try it out together. */
export const stepKinds = ['do', 'watch someone', 'try it out together'] as const;

/** What has become of a step when coach and coachee meet again (C58). */
export const stepOutcomes = ['done', 'partly', 'not yet', 'changed'] as const;

/** Steps of one Decision, at most. */
export const mostSteps = 5;

/** So many people are a group, at most, the first of them included. */
export const largestGroup = 12;
