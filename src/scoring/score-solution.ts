import type { ScoringOptions, SolutionScore, StepReward } from '../schema/index.js';
import { aggregateStepRewards } from './aggregate-step-rewards.js';
import { resolveScoringOptions } from './resolve-scoring-options.js';

/** What one step brings to the score: a reward, the word that nothing could be checked, or the reason of a failed measurement. */
type StepOutcome = { reward: number } | { reward: null; failure: string | null };

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
  const { aggregate, onNoEvidence } = resolveScoringOptions(options);
  const outcomes = steps.map((step) => readOutcome(step, used));
  const failures = outcomes.flatMap((outcome) => (outcome.reward === null && outcome.failure !== null ? [outcome.failure] : []));
  const rewards = outcomes.flatMap((outcome): number[] => {
    if (outcome.reward !== null) return [outcome.reward];
    return outcome.failure === null && onNoEvidence === 'neutral' ? [0] : [];
  });
  const value = aggregateStepRewards(rewards, aggregate);
  const hasNumber = outcomes.some(({ reward }) => reward !== null);
  const covered = outcomes.filter((outcome, index) =>
    outcome.reward !== null || (outcome.failure === null && used === 'gated' && steps[index]?.reliability !== null));
  return {
    status: readStatus(steps.length, failures.length, value, hasNumber),
    value,
    coverage: steps.length === 0 ? 0 : covered.length / steps.length,
    used,
    aggregation: aggregate,
    reason: steps.length === 0 ? 'the solution has no steps' : summariseFailures(failures, steps.length),
  };
}

function readOutcome(step: StepReward, used: 'gated' | 'raw'): StepOutcome {
  const reward = step[used];
  if (reward !== null) return { reward };
  if (step.judgment.status === 'unscored') return { reward, failure: step.judgment.reason };
  return { reward, failure: used === 'gated' ? step.gateFailure : null };
}

function readStatus(steps: number, failed: number, value: number | null, hasNumber: boolean): SolutionScore['status'] {
  if (steps === 0 || failed === steps) return 'unscored';
  if (failed > 0) return value === null ? 'unscored' : 'partial';
  return hasNumber ? 'scored' : 'no-evidence';
}

function summariseFailures(failures: readonly string[], steps: number): string | null {
  if (failures.length === 0) return null;
  return `${failures.length} of ${steps} steps could not be measured: ${[...new Set(failures)].join('; ')}`;
}
