import { gateRewards } from '../../scoring/index.js';
import type { AuditedClaim, CandidateScore, ClaimScore, ResolvedScoringOptions, StepJudgment, StepReward } from '../../schema/index.js';

/** Applies a gate to what was measured of a candidate, without the verifier. */
export function gateCandidate({ steps, claims, reportedP }: CandidateScore, options: ResolvedScoringOptions): StepReward[] {
  return gateRewards({ judgments: steps.map(restoreJudgment), claims: claims.map(restoreClaim), reportedP }, options);
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
