import { gateRewards, scoreEveryWay, type ScoresByAggregation } from '../../scoring/index.js';
import type { AuditedClaim, CandidateScore, ClaimScore, ResolvedScoringOptions, StepJudgment, StepReward } from '../../schema/index.js';

/** Applies gates, and every aggregation, to what was measured, without the verifier: the scores under each of the options. */
export function rescoreCandidate(candidate: CandidateScore, everyOptions: readonly ResolvedScoringOptions[]): ScoresByAggregation[] {
  const judgments = candidate.steps.map(restoreJudgment);
  const claims = candidate.claims.map(restoreClaim);
  let steps: StepReward[] | null = null;
  return everyOptions.map((options) => {
    // Without the gate the rewards are the raw ones, which every gate leaves beside its own.
    if (options.gate === 'none' && steps !== null) return scoreEveryWay(steps, 'raw', options);
    steps = gateRewards({ judgments, claims, reportedP: candidate.reportedP }, options);
    return scoreEveryWay(steps, 'gated', options);
  });
}

const noEvidence: StepJudgment = { status: 'no-evidence' };

function restoreJudgment(step: CandidateScore['steps'][number]): StepJudgment {
  if (step === null) return noEvidence;
  if (typeof step === 'string') return { status: 'unscored', reason: step };
  return Number.isFinite(step) ? { status: 'scored', probability: step, source: 'label', findings: [] } : { status: 'unscored', reason: 'the probability is not a number' };
}

function restoreClaim({ steps, verdict }: ClaimScore): AuditedClaim {
  return { claim: '', origin: 'declared', steps, verdict: verdict === null ? null : restoreVerdict(verdict) };
}

const unobservable: AuditedClaim['verdict'] = { claim: '', observable: false, support: 0, conflict: 0, unknown: 1, severity: null, evidence: [] };

function restoreVerdict(verdict: NonNullable<ClaimScore['verdict']>): AuditedClaim['verdict'] {
  if (verdict === 'unobservable') return unobservable;
  return { claim: '', observable: true, support: verdict[0], conflict: verdict[1], unknown: verdict[2], severity: verdict[3] ?? null, evidence: [] };
}
