import { chooseThreshold } from './choose-threshold.js';
import type { LabelledStep, ReadingName } from './labelled-step.js';
import { makeStepRows, readScores, type OnUnscored } from './step-rows.js';

/** The best thresholds of both readings on these steps, to be used on others; null with one label alone. */
export function chooseStepThresholds(steps: readonly LabelledStep[], { onUnscored }: { onUnscored: OnUnscored }): Record<ReadingName, number> | null {
  const rows = makeStepRows(steps, { onUnscored, folds: 1, seed: 0 });
  const [gated, raw] = (['gated', 'raw'] as const).map((reading) => chooseThreshold(rows.labels, readScores(rows, reading)));
  return gated && raw ? { gated: gated.threshold, raw: raw.threshold } : null;
}
