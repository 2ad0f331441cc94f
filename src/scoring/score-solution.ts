import type { ScoringOptions, SolutionScore, StepReward } from '../schema/index.js';
import { aggregateStepRewards } from './aggregate-step-rewards.js';
import { readRewards, readStatus } from './read-rewards.js';
import { resolveScoringOptions } from './resolve-scoring-options.js';

/**
 * Scores one solution over its gated or its raw rewards.
 *
 * `unscored` (value null): no steps, or no step could be measured. `partial`: some steps could not be measured; the value is over the others.
 * `no-evidence`: no measurement failed, but no step gave a number. A step without evidence counts reward 0 (p = 0.5) under
 * `onNoEvidence: 'neutral'`, and is left out under `'skip'` (then a solution of such steps alone has the value null).
 * Coverage is the share of steps that were checked: with a number, or (gated) with an observable premise and no failure.
 * @throws UsageError for invalid options.
 */
export function scoreSolution(steps: readonly StepReward[], used: 'gated' | 'raw', options: ScoringOptions = {}): SolutionScore {
  const resolved = resolveScoringOptions(options);
  const found = readRewards(steps, used, resolved);
  const value = aggregateStepRewards(found.rewards, resolved.aggregate);
  return {
    status: readStatus(found, steps.length, value),
    value,
    coverage: found.coverage,
    used,
    aggregation: resolved.aggregate,
    reason: steps.length === 0 ? 'the solution has no steps' : summariseFailures(found.failures, steps.length),
  };
}

function summariseFailures(failures: readonly string[], steps: number): string | null {
  if (failures.length === 0) return null;
  return `${failures.length} of ${steps} steps could not be measured: ${[...new Set(failures)].join('; ')}`;
}
