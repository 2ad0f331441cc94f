import { crossFitModel } from './cross-fit.js';
import { describePlace } from './describe-place.js';
import type { StepRows } from './step-rows.js';

export const BASELINES = ['all-correct', 'all-incorrect', 'coin', 'prior-matched', 'place-prior'] as const;
export type BaselineName = (typeof BASELINES)[number];

/**
 * What can be had without looking: for each baseline the chance that a step is called correct. `prior-matched` tosses a coin
 * that falls as often as steps are correct; `place-prior` knows where a step stands and how long it is, cross-fitted.
 */
export function predictBaselines(rows: StepRows): Record<BaselineName, Float64Array> {
  const { labels, steps, folds } = rows;
  const constant = (chance: number): Float64Array => new Float64Array(labels.length).fill(chance);
  const share = labels.reduce((sum, label) => sum + label, 0) / (labels.length || 1);
  return {
    'all-correct': constant(1),
    'all-incorrect': constant(0),
    coin: constant(0.5),
    'prior-matched': constant(share),
    'place-prior': crossFitModel(labels, steps.map(describePlace), folds).predictions,
  };
}
