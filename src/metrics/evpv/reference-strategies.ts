/** The reference's names of its five strategies. */
export const REFERENCE_STRATEGIES = ['correctness_rate', 'weighted_correctness', 'streak_score', 'geometric_mean', 'first_error_position'] as const;
export type ReferenceStrategy = (typeof REFERENCE_STRATEGIES)[number];

/**
 * The strategies as the reference has them (`compute_bon_metrics.py`): over raw step scores, of which only an exact 1 is a
 * right step. Our aggregations of the same names generalise them to probabilities. A list without scores gives 0.
 */
export const referenceStrategies: Record<ReferenceStrategy, (scores: readonly number[]) => number> = {
  correctness_rate: (scores) => (scores.length === 0 ? 0 : countRight(scores) / scores.length),
  weighted_correctness: (scores) => {
    if (scores.length === 0) return 0;
    const most = triangle(scores.length);
    return (scores.reduce((sum, score, index) => sum + score * (index + 1), 0) + most) / (2 * most);
  },
  streak_score: (scores) => {
    if (scores.length === 0) return 0;
    let [run, score] = [0, 0];
    for (const step of scores) {
      run = step === 1 ? run + 1 : 0;
      score += step === 1 ? run : -1;
    }
    return (score + scores.length) / (triangle(scores.length) + scores.length);
  },
  geometric_mean: (scores) => (scores.length === 0 ? 0 : scores.reduce((product, score) => product * (score === 1 ? 1 : 0.1), 1) ** (1 / scores.length)),
  first_error_position: (scores) => {
    if (scores.length === 0) return 0;
    const first = scores.indexOf(-1);
    return first === -1 ? 1 : first / scores.length;
  },
};

const countRight = (scores: readonly number[]): number => scores.filter((score) => score === 1).length;
const triangle = (steps: number): number => (steps * (steps + 1)) / 2;
