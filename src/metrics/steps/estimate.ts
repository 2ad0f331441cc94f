import { sumClusters } from '../cluster-sums.js';
import { intervalOfSums, type MeanInterval } from '../clustered-interval.js';

/**
 * A figure with what each row adds to its error: with the influence u_i, the error of the figure is that of the mean of u_i
 * (linearisation; docs/papers.md). So figures on the same rows can be subtracted and averaged, errors and all.
 */
export interface Estimate {
  /** Null where the figure does not exist, e.g. F1 of a class that does not occur. */
  value: number | null;
  /** One a row, mean 0 over the rows that count; empty where there is no value. */
  influence: Float64Array;
}

export const noEstimate: Estimate = { value: null, influence: new Float64Array() };

/** A weighted sum of figures on the same rows; nothing where one of them does not exist. */
export function combineEstimates(parts: readonly { estimate: Estimate; weight: number }[]): Estimate {
  let value = 0;
  for (const { estimate, weight } of parts) {
    if (estimate.value === null) return noEstimate;
    value += weight * estimate.value;
  }
  const rows = parts[0]?.estimate.influence.length ?? 0;
  return { value, influence: Float64Array.from({ length: rows }, (_, row) => parts.reduce((sum, { estimate, weight }) => sum + weight * (estimate.influence[row] as number), 0)) };
}

/** The paired difference of two figures on the same rows. */
export function subtractEstimates(a: Estimate, b: Estimate): Estimate {
  return combineEstimates([{ estimate: a, weight: 1 }, { estimate: b, weight: -1 }]);
}

/** The interval of a figure that lies in a range, cut to it: a share cannot be below 0, nor two shares more than 1 apart. */
export function intervalWithin(estimate: Estimate, [least, most]: readonly [number, number], clusters: ArrayLike<number>, level = 0.95): MeanInterval {
  const { low, high, ...around } = intervalOfEstimate(estimate, clusters, level);
  return { ...around, low: low === null ? null : Math.max(least, low), high: high === null ? null : Math.min(most, high) };
}

/**
 * The interval of a figure, clustered.
 * @param clusters the cluster of each row: small integers from 0 up.
 */
export function intervalOfEstimate({ value, influence }: Estimate, clusters: ArrayLike<number>, level = 0.95): MeanInterval {
  if (value === null) return { n: 0, clusters: 0, mean: null, standardError: null, low: null, high: null };
  const { low, high, ...around } = intervalOfSums(sumClusters(influence, clusters), level);
  return { ...around, mean: value, low: low === null ? null : value + low, high: high === null ? null : value + high };
}
