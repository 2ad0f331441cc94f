import type { ResolvedScoringOptions, SolutionScore, StepReward } from '../schema/index.js';

/** The rewards of one solution, ready for any aggregation. */
export interface SolutionRewards {
  /** Those that go into the score, in order. */
  rewards: number[];
  /** Why steps could not be measured, one entry a step. */
  failures: string[];
  /** Whether some step gave a number. */
  hasNumber: boolean;
  /** Share of the steps that were checked. */
  coverage: number;
}

/** What one step brings to the score: a reward, the word that nothing could be checked, or the reason of a failed measurement. */
type StepOutcome = { reward: number } | { reward: null; failure: string | null };

/** Collects the rewards of a solution. A step without evidence counts reward 0 under `onNoEvidence: 'neutral'`, and is left out under `'skip'`. */
export function readRewards(steps: readonly StepReward[], used: 'gated' | 'raw', { onNoEvidence }: ResolvedScoringOptions): SolutionRewards {
  const found: SolutionRewards = { rewards: [], failures: [], hasNumber: false, coverage: 0 };
  let covered = 0;
  for (const step of steps) {
    const outcome = readOutcome(step, used);
    if (outcome.reward !== null) {
      found.rewards.push(outcome.reward);
      found.hasNumber = true;
      covered += 1;
    } else if (outcome.failure !== null) found.failures.push(outcome.failure);
    else {
      if (onNoEvidence === 'neutral') found.rewards.push(0);
      if (used === 'gated' && step.reliability !== null) covered += 1;
    }
  }
  found.coverage = steps.length === 0 ? 0 : covered / steps.length;
  return found;
}

/** The status of a solution whose aggregation gave this value. */
export function readStatus({ failures, hasNumber }: SolutionRewards, steps: number, value: number | null): SolutionScore['status'] {
  if (steps === 0 || failures.length === steps) return 'unscored';
  if (failures.length > 0) return value === null ? 'unscored' : 'partial';
  return hasNumber ? 'scored' : 'no-evidence';
}

function readOutcome(step: StepReward, used: 'gated' | 'raw'): StepOutcome {
  const reward = step[used];
  if (reward !== null) return { reward };
  if (step.judgment.status === 'unscored') return { reward, failure: step.judgment.reason };
  return { reward, failure: used === 'gated' ? step.gateFailure : null };
}
