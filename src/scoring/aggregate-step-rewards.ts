import { UsageError } from '../errors/index.js';
import type { AggregationName } from '../schema/index.js';
import { aggregations } from './aggregations/index.js';
import { clamp } from './clamp.js';

/**
 * Turns the rewards of the steps of one solution, each in [-1,1], into one score in [0,1], over p = (1 + reward) / 2.
 * Formulas and sources: docs/papers.md.
 * @returns null for an empty list: there is nothing to score.
 * @throws UsageError for a reward that is not a number in [-1,1].
 */
export function aggregateStepRewards(rewards: readonly number[], aggregation: AggregationName): number | null {
  const bad = rewards.findIndex((reward) => !(reward >= -1 && reward <= 1));
  if (bad !== -1) throw new UsageError(`Expected step rewards in [-1,1], got ${rewards[bad]} at step ${bad}`);
  if (rewards.length === 0) return null;
  return clamp(aggregations[aggregation](rewards.map((reward) => (1 + reward) / 2)), 0, 1);
}
