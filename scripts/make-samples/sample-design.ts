import type { Look } from './drawing/look.js';
import type { SampleDraft } from './sample-draft.js';
import type { SeededRandom } from './seeded-random.js';

export interface DesignCall {
  random: SeededRandom;
  look: Look;
}

/** A sort of problem that can be drawn and told with different things and numbers. */
export interface SampleDesign {
  /** What its problems are grouped by. */
  source: string;
  /** How many problems it makes. */
  variants: number;
  /** Drafts the problem of a variant (0-based). */
  draft: (variant: number, call: DesignCall) => SampleDraft;
}

/** Makes a design with one problem a topic. */
export function designOver<Topic>(source: string, topics: readonly Topic[], draft: (topic: Topic, call: DesignCall) => SampleDraft): SampleDesign {
  return { source, variants: topics.length, draft: (variant, call) => draft(topics[variant] as Topic, call) };
}
