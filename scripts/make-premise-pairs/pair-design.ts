import type { Drawing } from '../make-samples/drawing/drawing.js';
import type { Look } from '../make-samples/drawing/look.js';
import type { SeededRandom } from '../make-samples/seeded-random.js';

/** One step of a solution; the one with `see` states the fact. */
export interface ToldStep {
  text: string;
  /** The visual premise in the writer's words. */
  see?: string;
}

/** One version of a pair: what is drawn, and the solution that is true of it. */
export interface DraftVersion {
  /** The fact that differs, in a few words. */
  fact: string;
  drawing: Drawing;
  steps: ToldStep[];
  answer: string;
}

export interface PairDraft {
  question: string;
  versions: [DraftVersion, DraftVersion];
}

/** A sort of pair: one kind of image, one kind of fact. */
export interface PairDesign {
  imageKind: string;
  factKind: string;
  draft: (random: SeededRandom, look: Look) => PairDraft;
}

/** Tells both versions of a pair from their facts, with everything else the same. */
export function tellBoth<Fact>(question: string, facts: readonly [Fact, Fact], tell: (fact: Fact) => DraftVersion): PairDraft {
  return { question, versions: [tell(facts[0]), tell(facts[1])] };
}
