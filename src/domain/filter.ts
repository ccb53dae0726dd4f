/** What the director can ask of the sessions; alone in its file, as the sidebar needs nothing else of them. */

/** What a filter may ask of a session; empty is anything. */
export const filterKeys = ['coach', 'team', 'theme', 'halfTerm', 'state', 'words'] as const;
export type FilterKey = (typeof filterKeys)[number];
export type Filter = Readonly<Record<FilterKey, string>>;

/** What each of them is called. */
export const filterLabels: Filter = {
  coach: 'Coach',
  team: 'Team',
  theme: 'Theme',
  halfTerm: 'Half-term',
  state: 'Follow-up',
  words: 'Words',
};

/** The follow-up state of a session without one. */
export const withoutFollowUp = 'No follow-up';

export const noFilter: Filter = { coach: '', team: '', theme: '', halfTerm: '', state: '', words: '' };

/** Whether it asks anything at all. */
export const isChosen = (filter: Filter): boolean => filterKeys.some((key) => filter[key] !== '');
