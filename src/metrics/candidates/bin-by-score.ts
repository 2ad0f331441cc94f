import { sumClusters } from '../cluster-sums.js';
import { intervalOfSums, type MeanInterval } from '../clustered-interval.js';

/** Candidates whose value lies in one bin: how high it is on average, and how many of them are right. */
export interface ScoreBin {
  low: number;
  high: number;
  right: number;
  wrong: number;
  /** Null for an empty bin. */
  meanScore: number | null;
  /** Share of right candidates, clustered. */
  share: MeanInterval;
}

interface BinnedCandidates {
  /** In [0,1]; NaN is left out. */
  values: ArrayLike<number>;
  /** 1 right, 0 not right. */
  correct: ArrayLike<number>;
  /** Small integers from 0 up. */
  clusters: ArrayLike<number>;
}

/** Puts candidates in bins of equal width over [0,1]. A value on a border belongs to the bin above; 1 to the last. */
export function binByScore({ values, correct, clusters }: BinnedCandidates, binCount: number, level = 0.95): ScoreBin[] {
  const rows = Array.from({ length: binCount }, (): number[] => []);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] as number;
    // Rounding must not put 0.3 = 3/10 below its border.
    if (!Number.isNaN(value)) rows[Math.min(binCount - 1, Math.max(0, Math.floor(value * binCount + 1e-9)))]?.push(row);
  }
  return rows.map((members, place) => {
    const right = members.filter((row) => correct[row] === 1).length;
    return {
      low: place / binCount, high: (place + 1) / binCount, right, wrong: members.length - right,
      meanScore: members.length === 0 ? null : members.reduce((sum, row) => sum + (values[row] as number), 0) / members.length,
      share: intervalOfSums(sumClusters(members.map((row) => correct[row] as number), members.map((row) => clusters[row] as number)), level),
    };
  });
}
