import { clusteredInterval, type ClusteredValue, type MeanInterval } from './clustered-interval.js';
import { studentT } from './student-t.js';

/**
 * A share with its Wilson interval, for clustered values of 0 and 1 (docs/papers.md): the sample counts as n / d independent values,
 * d being the cluster-robust variance over that of independent values. Unlike a symmetric interval it stays in [0,1], and none or all
 * of n is no proof of never or always: then each cluster counts as one value.
 */
export function shareInterval(values: readonly ClusteredValue[], level = 0.95): MeanInterval {
  const around = clusteredInterval(values, level);
  const { n, clusters, mean, standardError } = around;
  if (mean === null || standardError === null) return around;
  const independent = mean * (1 - mean) / n;
  const size = independent === 0 ? clusters : n / Math.max(1, standardError ** 2 / independent);
  const t = studentT(level, clusters - 1);
  const centre = (mean + t ** 2 / (2 * size)) / (1 + t ** 2 / size);
  const reach = (t / (1 + t ** 2 / size)) * Math.sqrt(mean * (1 - mean) / size + t ** 2 / (4 * size ** 2));
  return { ...around, low: Math.max(0, Math.min(mean, centre - reach)), high: Math.min(1, Math.max(mean, centre + reach)) };
}
