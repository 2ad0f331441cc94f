import { sumClusters } from './cluster-sums.js';
import { intervalOfSums, type MeanInterval } from './clustered-interval.js';

/**
 * The ratio of two means over the same rows, R = x̄/ȳ, with a clustered interval by linearisation: the error of R is that of
 * the mean of (x_i - R·y_i)/ȳ. Rows where either is NaN are left out.
 * @returns `mean: null` where ȳ is not positive: there is no share of nothing.
 */
export function ratioInterval(x: ArrayLike<number>, y: ArrayLike<number>, clusters: ArrayLike<number>, level = 0.95): MeanInterval {
  let [n, sumX, sumY] = [0, 0, 0];
  for (let row = 0; row < x.length; row += 1) {
    const [above, below] = [x[row] as number, y[row] as number];
    if (Number.isNaN(above + below)) continue;
    n += 1;
    sumX += above;
    sumY += below;
  }
  if (!(sumY > 0)) return { n, clusters: 0, mean: null, standardError: null, low: null, high: null };
  const ratio = sumX / sumY;
  const residuals = Float64Array.from(x, (above, row) => ((above - ratio * (y[row] as number)) * n) / sumY);
  const { low, high, ...around } = intervalOfSums(sumClusters(residuals, clusters), level);
  return { ...around, mean: ratio, low: low === null ? null : ratio + low, high: high === null ? null : ratio + high };
}
