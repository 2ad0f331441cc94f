import { isTied } from '../scoring/index.js';
import { checkSubsetSize } from './check-subset-size.js';
import { subsetRatio } from './subset-ratio.js';

/** A candidate as Best-of-N sees it. */
export interface JudgedCandidate {
  /** The score that selection uses; null for a candidate that cannot be chosen. */
  score: number | null;
  correct: boolean;
}

/**
 * BoN@k of one problem: the expected correctness of the best-scored of k candidates drawn without replacement, with ties
 * shared equally. With candidates sorted by score, a tie group on ascending ranks a..b is the best one in
 * [C(b,k) - C(a-1,k)] / C(n,k) of the subsets. Exact for exchangeable candidates.
 * Where no candidate of a subset has a score nothing is chosen, which counts as not correct.
 * @returns a number in [0,1]; null when there are fewer than k candidates.
 * @throws UsageError unless k is an integer from 1 up.
 */
export function bestOfNAtK(candidates: readonly JudgedCandidate[], k: number): number | null {
  checkSubsetSize(k);
  const count = candidates.length;
  if (count < k) return null;
  let rank = count;
  let expected = 0;
  for (const group of groupTies(candidates)) {
    const below = rank - group.length;
    const weight = subsetRatio(rank, count, k) - subsetRatio(below, count, k);
    expected += weight * (group.filter(({ correct }) => correct).length / group.length);
    rank = below;
  }
  return expected;
}

/** Groups of candidates whose scores tie with the highest of the group, best group first. Leaves out those without a score. */
function groupTies(candidates: readonly JudgedCandidate[]): JudgedCandidate[][] {
  const scored = candidates.flatMap(({ score, correct }) => (score === null ? [] : [{ score, correct }])).sort((a, b) => b.score - a.score);
  const groups: (typeof scored)[] = [];
  for (const candidate of scored) {
    const group = groups.at(-1);
    if (group?.[0] !== undefined && isTied(group[0].score, candidate.score)) group.push(candidate);
    else groups.push([candidate]);
  }
  return groups;
}
