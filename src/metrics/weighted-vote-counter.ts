import { isTied } from '../scoring/index.js';
import { weightedVoteAtK, type SubsetEstimate, type WeightedCandidate } from './weighted-vote-at-k.js';

/** Up to this many candidates the votes of all their subsets are tabulated. */
const MOST_TABULATED = 10;

/** The subsets of k of n candidates as bit masks, by n and k. */
const knownSubsets = new Map<number, readonly number[]>();

/**
 * `weightedVoteAtK` for many score columns over the same candidates, and for all k at once: the vote of a subset follows from
 * that of the subset without one of its answers. The scores of the candidates are read anew at each call.
 */
export class WeightedVoteCounter {
  readonly #candidates: readonly WeightedCandidate[];
  /** The candidates with the same answer as each; 0 for one that abstains. */
  readonly #groupOf: readonly number[];
  readonly #right: number;
  /** By subset: the sum of the scores; the largest sum of an answer; how many answers have it; their shares of right candidates, added up. */
  readonly #sums: Float64Array;
  readonly #most: Float64Array;
  readonly #tied: Float64Array;
  readonly #shares: Float64Array;

  constructor(candidates: readonly WeightedCandidate[]) {
    this.#candidates = candidates;
    const masks = new Map<number | string, number>();
    for (const [place, { answer }] of candidates.entries()) if (answer !== null) masks.set(answer, (masks.get(answer) ?? 0) | (1 << place));
    this.#groupOf = candidates.map(({ answer }) => (answer === null ? 0 : masks.get(answer) as number));
    this.#right = candidates.reduce((mask, { correct }, place) => (correct ? mask | (1 << place) : mask), 0);
    const size = candidates.length > MOST_TABULATED ? 0 : 1 << candidates.length;
    [this.#sums, this.#most, this.#tied, this.#shares] = [new Float64Array(size), new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  }

  /** The weighted vote for each k, none above the number of candidates, with the scores that the candidates have now. */
  count(ks: readonly number[], seed = 0): SubsetEstimate[] {
    const candidates = this.#candidates;
    // The table knows no candidates that step back for others.
    if (candidates.length > MOST_TABULATED || candidates.some(({ standing }) => standing === 'partial')) {
      return ks.map((k) => weightedVoteAtK(candidates, k, seed) as SubsetEstimate);
    }
    this.#tabulate();
    const [tied, shares] = [this.#tied, this.#shares];
    return ks.map((k) => {
      const subsets = listSubsets(candidates.length, k);
      let sum = 0;
      for (let at = 0; at < subsets.length; at += 1) {
        const subset = subsets[at] as number;
        const answers = tied[subset] as number;
        if (answers > 0) sum += (shares[subset] as number) / answers;
      }
      return { value: sum / subsets.length, standardError: 0 };
    });
  }

  /** Fills the tables in ascending order of the subsets, so that smaller ones are there when they are needed. */
  #tabulate(): void {
    const [sums, most, tied, shares] = [this.#sums, this.#most, this.#tied, this.#shares];
    const voting = this.#candidates.reduce((mask, { score }, place) => (score === null ? mask : mask | (1 << place)), 0);
    for (let place = 0; place < this.#candidates.length; place += 1) {
      const bit = 1 << place;
      const score = this.#candidates[place]?.score ?? 0;
      const group = (voting & bit) === 0 ? 0 : (this.#groupOf[place] as number) & voting;
      for (let subset = bit; subset < 2 * bit; subset += 1) {
        sums[subset] = (sums[subset ^ bit] as number) + score;
        const rest = group === 0 ? subset ^ bit : subset & ~group;
        const own = sums[subset & group] as number;
        const others = tied[rest] as number;
        const best = most[rest] as number;
        const isTie = group !== 0 && others > 0 && isTied(own, best);
        // The vote is that without this answer, unless the members with this answer beat or tie it.
        if (group === 0 || (!isTie && others > 0 && own < best)) {
          most[subset] = best;
          tied[subset] = others;
          shares[subset] = shares[rest] as number;
        } else {
          most[subset] = isTie ? best : own;
          tied[subset] = isTie ? others + 1 : 1;
          shares[subset] = this.#shareOfRight(subset & group) + (isTie ? shares[rest] as number : 0);
        }
      }
    }
  }

  #shareOfRight(members: number): number {
    const right = members & this.#right;
    return right === members ? 1 : right === 0 ? 0 : countBits(right) / countBits(members);
  }
}

function listSubsets(n: number, k: number): readonly number[] {
  const key = n * (MOST_TABULATED + 1) + k;
  let subsets = knownSubsets.get(key);
  if (subsets === undefined) knownSubsets.set(key, (subsets = Array.from({ length: 1 << n }, (_, mask) => mask).filter((mask) => countBits(mask) === k)));
  return subsets;
}

function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
