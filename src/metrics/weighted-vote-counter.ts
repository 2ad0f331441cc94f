import { isTied } from '../scoring/index.js';
import { subsetCount } from './subset-count.js';
import { weightedVoteAtK, type SubsetEstimate, type WeightedCandidate } from './weighted-vote-at-k.js';

/** Up to this many candidates the sums of all their subsets are tabulated. */
const MOST_TABULATED = 10;

/** The subsets of each number of candidates by size, as bit masks. */
const subsetsBySize: number[][][] = [];

/**
 * `weightedVoteAtK` for many score columns over the same candidates: which subsets there are and who answered what is
 * worked out once, and the sums of a column's scores once for all k. The candidates are read anew at each call.
 */
export class WeightedVoteCounter {
  readonly #candidates: readonly WeightedCandidate[];
  readonly #groups: number[];
  readonly #right: number;
  readonly #sums: Float64Array;

  constructor(candidates: readonly WeightedCandidate[]) {
    this.#candidates = candidates;
    const masks = new Map<number | string, number>();
    for (const [place, { answer }] of candidates.entries()) if (answer !== null) masks.set(answer, (masks.get(answer) ?? 0) | (1 << place));
    this.#groups = candidates.length > MOST_TABULATED ? [] : [...masks.values()];
    this.#right = candidates.reduce((mask, { correct }, place) => (correct ? mask | (1 << place) : mask), 0);
    this.#sums = new Float64Array(candidates.length > MOST_TABULATED ? 0 : 1 << candidates.length);
  }

  /** The weighted vote for each k, none above the number of candidates, with the scores that the candidates have now. */
  count(ks: readonly number[], seed = 0): SubsetEstimate[] {
    const candidates = this.#candidates;
    // The table knows no candidates that step back for others.
    if (candidates.length > MOST_TABULATED || candidates.some(({ standing }) => standing === 'partial')) {
      return ks.map((k) => weightedVoteAtK(candidates, k, seed) as SubsetEstimate);
    }
    const voting = candidates.reduce((mask, { score }, place) => (score === null ? mask : mask | (1 << place)), 0);
    this.#tabulate();
    return ks.map((k) => {
      const subsets = listSubsets(candidates.length, k);
      let sum = 0;
      for (let at = 0; at < subsets.length; at += 1) sum += this.#choose((subsets[at] as number) & voting);
      return { value: sum / subsets.length, standardError: 0 };
    });
  }

  /** The sum of the scores of every subset. */
  #tabulate(): void {
    const sums = this.#sums;
    for (const [place, { score }] of this.#candidates.entries()) {
      const bit = 1 << place;
      for (let mask = 0; mask < bit; mask += 1) sums[bit | mask] = (sums[mask] as number) + (score ?? 0);
    }
  }

  /** The expected correctness of the vote of one subset. */
  #choose(subset: number): number {
    const groups = this.#groups;
    const sums = this.#sums;
    let [most, tied, share] = [-1, 0, 0];
    for (let at = 0; at < groups.length; at += 1) {
      const members = subset & (groups[at] as number);
      if (members === 0) continue;
      const weight = sums[members] as number;
      const isTie = tied > 0 && isTied(weight, most);
      if (!isTie && weight < most) continue;
      const right = members & this.#right;
      const ownShare = right === members ? 1 : right === 0 ? 0 : countBits(right) / countBits(members);
      [tied, share] = isTie ? [tied + 1, share + ownShare] : [1, ownShare];
      if (!isTie) most = weight;
    }
    return tied === 0 ? 0 : share / tied;
  }
}

function listSubsets(n: number, k: number): number[] {
  const bySize = (subsetsBySize[n] ??= Array.from({ length: n + 1 }, (_, size) => Array.from({ length: subsetCount(n, size) }, () => 0)));
  const list = bySize[k] as number[];
  if (k > 0 && list[0] === 0) for (let mask = 0, at = 0; mask < 1 << n; mask += 1) if (countBits(mask) === k) list[at++] = mask;
  return list;
}

function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
