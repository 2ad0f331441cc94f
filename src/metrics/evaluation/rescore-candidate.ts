import { scoreEveryWay, type ScoresByAggregation } from '../../scoring/index.js';
import type { CandidateScore, ResolvedScoringOptions, StepReward } from '../../schema/index.js';
import { gateCandidate } from './gate-candidate.js';

/** Applies gates, and every aggregation, to what was measured, without the verifier: the scores under each of the options. */
export function rescoreCandidate(candidate: CandidateScore, everyOptions: readonly ResolvedScoringOptions[]): ScoresByAggregation[] {
  let steps: StepReward[] | null = null;
  return everyOptions.map((options) => {
    // Without the gate the rewards are the raw ones, which every gate leaves beside its own.
    if (options.gate === 'none' && steps !== null) return scoreEveryWay(steps, 'raw', options);
    steps = gateCandidate(candidate, options);
    return scoreEveryWay(steps, 'gated', options);
  });
}
