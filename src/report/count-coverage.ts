import type { ScoredCandidate } from '../schema/index.js';

export interface Coverage {
  steps: number;
  /** Steps with a probability from the judge. */
  judged: number;
  /** Steps with at least one premise that the verifier could have seen. */
  premiseChecked: number;
  /** Steps with either. */
  checked: number;
  /** Steps whose measurement failed. */
  unscored: number;
}

/** Counts how much of some solutions could be checked. */
export function countCoverage(candidates: readonly ScoredCandidate[]): Coverage {
  const steps = candidates.flatMap(({ verification }) => verification.steps);
  const judged = steps.filter(({ judgment }) => judgment.status === 'scored');
  const premiseChecked = steps.filter(({ reliability }) => reliability !== null);
  return {
    steps: steps.length,
    judged: judged.length,
    premiseChecked: premiseChecked.length,
    checked: new Set([...judged, ...premiseChecked]).size,
    unscored: steps.filter(({ judgment, gateFailure }) => judgment.status === 'unscored' || gateFailure !== null).length,
  };
}

/** Says it in words; what another verifier could add is said of the built-in one only. */
export function describeCoverage({ steps, checked, unscored }: Coverage, verifier: string): string {
  const failed = unscored > 0 ? `; measuring failed for ${unscored}` : '';
  if (checked === steps) return `checked all ${steps} steps${failed}`;
  return `checked ${checked} of ${steps} steps${failed}${verifier.startsWith('builtin') ? '; the rest needs a model: see docs/verifiers.md' : ''}`;
}
