import fc from 'fast-check';
import type { AuditedClaim, ClaimVerdict, Reliability, SolutionScore, StepJudgment, StepReward } from '../../src/schema/index.js';

/** A verdict from its shares; support is the rest. */
export const aVerdict = (conflict: number, unknown = 0, changes: Partial<ClaimVerdict> = {}): ClaimVerdict =>
  ({ claim: 'a claim', observable: true, support: 1 - conflict - unknown, conflict, unknown, severity: conflict > 0 ? 'high' : null, evidence: [], ...changes });

/** A claim with the steps that use it; null for a failed audit. */
export const aClaim = (steps: number[], verdict: ClaimVerdict | null, claim = 'a claim'): AuditedClaim => ({ claim, steps, origin: 'declared', verdict });

export const scored = (probability: number): StepJudgment => ({ status: 'scored', probability, source: 'label', findings: [] });
export const noEvidence: StepJudgment = { status: 'no-evidence' };
export const unscored: StepJudgment = { status: 'unscored', reason: 'no answer' };

/** A step reward that was measured, without a visual claim. */
export const aReward = (gated: number | null, changes: Partial<StepReward> = {}): StepReward => ({
  index: 0, judgment: gated === null ? noEvidence : scored((1 + gated) / 2), raw: gated, gated, isVisual: false, reliability: null, gateFailure: null, verdicts: [], ...changes,
});

export const aScore = (value: number | null, status: SolutionScore['status'] = value === null ? 'unscored' : 'scored'): SolutionScore =>
  ({ status, value, coverage: 1, used: 'gated', aggregation: 'mean', reason: null });

export const share = fc.double({ min: 0, max: 1, noNaN: true });
/** Never -0, which 2·probability - 1 cannot give. */
export const reward = fc.double({ min: -1, max: 1, noNaN: true }).map((value) => value + 0);

/** Any triple of support, conflict, unknown. */
export const triple: fc.Arbitrary<Reliability> = fc.tuple(share, share).map(([conflict, rest]) => {
  const unknown = (1 - conflict) * rest;
  return { support: Math.max(0, 1 - conflict - unknown), conflict, unknown };
});

/** Any verdict, observable or not. */
export const verdict: fc.Arbitrary<ClaimVerdict> = fc.record({ shares: triple, observable: fc.boolean(), severity: fc.constantFrom('high' as const, 'low' as const, null) })
  .map(({ shares, observable, severity }) => ({ claim: 'a claim', observable, ...shares, severity, evidence: [] }));
