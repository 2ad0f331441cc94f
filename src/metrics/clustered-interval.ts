import { UsageError } from '../errors/index.js';
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
  if (!(level > 0 && level < 1)) throw new UsageError(`Expected \`level\` to lie between 0 and 1, got \`${level}\``);
  const bad = values.find(({ value }) => !Number.isFinite(value));
  if (bad !== undefined) throw new UsageError(`Expected finite values, got ${bad.value} in the cluster ${JSON.stringify(bad.cluster)}`);
  const n = values.length;
  const clusters = new Set(values.map(({ cluster }) => cluster)).size;
  if (n === 0) return { n, clusters, mean: null, standardError: null, low: null, high: null };
  const mean = values.reduce((sum, { value }) => sum + value, 0) / n;
  if (clusters < 2) return { n, clusters, mean, standardError: null, low: null, high: null };
  const standardError = clusterError(values, mean, clusters);
  const reach = studentT(level, clusters - 1) * standardError;
  return { n, clusters, mean, standardError, low: mean - reach, high: mean + reach };
}

function clusterError(values: readonly ClusteredValue[], mean: number, clusters: number): number {
  const residuals = new Map<string, number>();
  for (const { value, cluster } of values) residuals.set(cluster, (residuals.get(cluster) ?? 0) + value - mean);
  const squares = [...residuals.values()].reduce((sum, residual) => sum + residual ** 2, 0);
  return Math.sqrt((clusters / (clusters - 1)) * squares) / values.length;
}
