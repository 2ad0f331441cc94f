import { bestOfNAtK, type JudgedCandidate } from '../best-of-n.js';

/** A candidate whose score or correctness may not be known. */
export interface UncertainCandidate extends JudgedCandidate {
  /** Whether its measurement failed, in part or altogether: its true score may be any. */
  isUnmeasured: boolean;
  /** Whether it counts as wrong only because its answer could not be told from the reference answer. */
  isUndecided: boolean;
}

/**
 * The lowest and the highest BoN over all candidates that agree with what was measured: unmeasured candidates are ranked last
 * or first as it hurts or helps, and undecided answers are wrong or right.
 */
export function boundChoice(candidates: readonly UncertainCandidate[]): { worst: number; best: number } {
  const ranked = (helps: boolean): number => {
    const list = candidates.map(({ score, correct, isUnmeasured, isUndecided }): JudgedCandidate => {
      const isRight = correct || (helps && isUndecided);
      // Scores lie in [0,1]: 2 is above all of them, and without a score a candidate is below all.
      return isUnmeasured ? { score: isRight === helps ? 2 : null, correct: isRight } : { score, correct: isRight };
    });
    return list.length === 0 ? 0 : bestOfNAtK(list, list.length) ?? 0;
  };
  return { worst: ranked(false), best: ranked(true) };
}
