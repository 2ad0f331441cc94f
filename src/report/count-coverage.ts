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

/** Says it in words. */
export function describeCoverage({ steps, checked, unscored }: Coverage): string {
  const failed = unscored > 0 ? `; ${unscored} unscored` : '';
  return checked === steps
    ? `checked all ${steps} steps${failed}`
    : `checked ${checked} of ${steps} steps${failed}; the rest needs a model: see docs/verifiers.md`;
}
