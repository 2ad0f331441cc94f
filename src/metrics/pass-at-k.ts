import { checkSubsetSize } from './check-subset-size.js';
import { subsetRatio } from './subset-ratio.js';

/**
 * Pass@k of one problem, the chance that at least one of k candidates drawn without replacement is correct:
 * 1 - C(n - c, k) / C(n, k), the unbiased estimate (docs/papers.md).
 * @param correct one truth value a candidate.
 * @returns a number in [0,1]; null when there are fewer than k candidates.
 * @throws UsageError unless k is an integer from 1 up.
 */
export function passAtK(correct: readonly boolean[], k: number): number | null {
  checkSubsetSize(k);
  const count = correct.length;
  if (count < k) return null;
  return 1 - subsetRatio(correct.filter((isCorrect) => !isCorrect).length, count, k);
}
