import type { MeanInterval } from '../../../src/metrics/index.js';
import { drawForest } from '../../../src/report/plots/draw-forest.js';
import type { Plot } from '../../../src/report/plots/plot.js';

export const interval = (mean: number | null, reach = 0): MeanInterval =>
  ({ n: 9, clusters: 9, mean, standardError: reach / 2, low: mean === null ? null : mean - reach, high: mean === null ? null : mean + reach });

/** A forest plot of rows with one gain each. */
export function buildForest(rows: Record<string, MeanInterval>): Plot {
  return drawForest(
    Object.entries(rows).map(([name, gain]) => ({ name, n: gain.n, gains: [gain] })), [{ label: 'over a vote', role: 'blue', mark: 'circle' }], 'gain in points',
    { name: 'forest', title: 'Gains', alt: 'gains', caption: 'n = 9' },
  );
}
