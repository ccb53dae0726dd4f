import type { evidenceSources } from '../../src/domain/policy.ts';

type Sentences = readonly string[];

/**
 * What a run of conversations was about: its theme, where evidence would come from, and sentences a coach might have
 * written in each part. `{a|b}` is a choice, `{name}` the coachee's first name, `{class}` their class or team.
 */
export interface Thread {
  /** One of the Settings tab, or empty. */
  readonly theme: string;
  readonly evidence: readonly (typeof evidenceSources)[number][];
  readonly strength: Sentences;
  readonly target: Sentences;
  readonly reality: Sentences;
  readonly ideas: Sentences;
  readonly decision: Sentences;
  readonly evaluation: Sentences;
  readonly outcome: Sentences;
  readonly startingPoint: Sentences;
}
