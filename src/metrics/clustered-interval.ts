import { UsageError } from '../errors/index.js';
import { sumClusters, type ClusterSums } from './cluster-sums.js';
import { studentT } from './student-t.js';

/** One measured value and the cluster it belongs to: values of one problem, or one image, are not independent. */
export interface ClusteredValue {
  value: number;
  /** E.g. question + image. */
  cluster: string;
}

/** A mean with its interval. */
export interface MeanInterval {
  /** Values that went in. */
  n: number;
  clusters: number;
  /** Null without a value. */
  mean: number | null;
  /** Cluster-robust; null with fewer than two clusters, for then it cannot be estimated. */
  standardError: number | null;
  low: number | null;
  high: number | null;
}

/**
 * The mean of values with a cluster-robust confidence interval: SE² = G/(G-1) · Σ_g (Σ_{i∈g} (x_i - x̄))² / n², and
 * x̄ ± t·SE with Student's t on G - 1 degrees of freedom (docs/papers.md). Of paired differences it is the paired interval.
 * @param level the coverage, in (0,1). Default 0.95.
 * @throws UsageError for a value that is not finite, or another level.
 */
export function clusteredInterval(values: readonly ClusteredValue[], level = 0.95): MeanInterval {
  const bad = values.find(({ value }) => !Number.isFinite(value));
  if (bad !== undefined) throw new UsageError(`Expected finite values, got ${bad.value} in the cluster ${JSON.stringify(bad.cluster)}`);
  const ids = new Map<string, number>();
  const clusters = values.map(({ cluster }) => {
    const id = ids.get(cluster) ?? ids.size;
    ids.set(cluster, id);
    return id;
  });
  return intervalOfSums(sumClusters(values.map(({ value }) => value), clusters), level);
}

/** `clusteredInterval` of values that are added up by cluster already. */
export function intervalOfSums({ n, mean, sums, counts }: ClusterSums, level = 0.95): MeanInterval {
  if (!(level > 0 && level < 1)) throw new UsageError(`Expected \`level\` to lie between 0 and 1, got \`${level}\``);
  const clusters = sums.length;
  if (n === 0) return { n, clusters, mean: null, standardError: null, low: null, high: null };
  if (clusters < 2) return { n, clusters, mean, standardError: null, low: null, high: null };
  let squares = 0;
  for (let cluster = 0; cluster < clusters; cluster += 1) squares += ((sums[cluster] as number) - mean * (counts[cluster] as number)) ** 2;
  const standardError = Math.sqrt((clusters / (clusters - 1)) * squares) / n;
  const reach = studentT(level, clusters - 1) * standardError;
  return { n, clusters, mean, standardError, low: mean - reach, high: mean + reach };
}
