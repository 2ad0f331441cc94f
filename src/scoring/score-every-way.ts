import { aggregationNameSchema, type AggregationName, type ScoringOptions, type SolutionScore, type StepReward } from '../schema/index.js';
import { aggregations } from './aggregations/index.js';
import { clamp } from './clamp.js';
import { readRewards, readStatus } from './read-rewards.js';
import { resolveScoringOptions } from './resolve-scoring-options.js';

/** The scores of one solution under all aggregations. */
export interface ScoresByAggregation {
  /** The same for all: whether a value is null does not depend on the aggregation. */
  status: SolutionScore['status'];
  /** In [0,1]; null when there is nothing to aggregate. */
  values: Record<AggregationName, number> | null;
}

/** Scores one solution as `scoreSolution` does, under every aggregation at the cost of one reading of its steps. */
export function scoreEveryWay(steps: readonly StepReward[], used: 'gated' | 'raw', options: ScoringOptions = {}): ScoresByAggregation {
  const found = readRewards(steps, used, resolveScoringOptions(options));
  if (found.rewards.length === 0) return { status: readStatus(found, steps.length, null), values: null };
  const p = found.rewards.map((reward) => (1 + reward) / 2);
  const values = {} as Record<AggregationName, number>;
  for (const name of aggregationNameSchema.options) values[name] = clamp(aggregations[name](p), 0, 1);
  return { status: readStatus(found, steps.length, 0), values };
}
