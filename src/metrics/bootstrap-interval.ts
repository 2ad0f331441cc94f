import type { ClusterSums } from './cluster-sums.js';
import type { MeanInterval } from './clustered-interval.js';
import { seededRandom } from './seeded-random.js';

/**
 * The mean with a percentile interval from a bootstrap over clusters: whole clusters are drawn with replacement.
 * An analytic interval says the same at a fraction of the time where there are many clusters.
 * @param replicates how many data sets are drawn. @param seed decides them.
 */
export function bootstrapInterval({ n, mean, sums, counts }: ClusterSums, { replicates = 2000, seed = 0, level = 0.95 } = {}): MeanInterval {
  const clusters = sums.length;
  if (n === 0 || clusters < 2) return { n, clusters, mean: n === 0 ? null : mean, standardError: null, low: null, high: null };
  const random = seededRandom(seed);
  const means = Float64Array.from({ length: replicates }, () => {
    let [sum, count] = [0, 0];
    for (let drawn = 0; drawn < clusters; drawn += 1) {
      const cluster = Math.floor(random() * clusters);
      sum += sums[cluster] as number;
      count += counts[cluster] as number;
    }
    return sum / count;
  }).sort();
  const average = means.reduce((sum, value) => sum + value, 0) / replicates;
  const variance = means.reduce((sum, value) => sum + (value - average) ** 2, 0) / (replicates - 1);
  const quantile = (share: number): number => means[Math.min(replicates - 1, Math.max(0, Math.round(share * (replicates - 1))))] as number;
  return { n, clusters, mean, standardError: Math.sqrt(variance), low: quantile((1 - level) / 2), high: quantile((1 + level) / 2) };
}
