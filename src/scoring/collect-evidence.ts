import type { AuditedClaim, ClaimVerdict, ResolvedScoringOptions } from '../schema/index.js';
import type { GateEvidence } from './gates/gate.js';
import { poolVerdicts } from './pool-verdicts.js';
import { recomputeP } from './recompute-p.js';

/** Pools what the audit found, once a response (p and, on request, the triple) and once a step. */
export function collectEvidence(
  claims: readonly AuditedClaim[],
  reportedP: number | null,
  options: ResolvedScoringOptions,
): (ownClaims: readonly AuditedClaim[]) => GateEvidence {
  const p = options.pSource === 'reported' ? reportedP : recomputeP(claims.map((claim) => claim.verdict));
  const pool = (pooled: readonly AuditedClaim[]): GateEvidence => {
    const verdicts: ClaimVerdict[] = [];
    for (const { verdict } of pooled) {
      if (verdict === null) return { p, auditFailed: true, reliability: null };
      verdicts.push(verdict);
    }
    return { p, auditFailed: false, reliability: poolVerdicts(verdicts, options.pool) };
  };
  if (options.reliability === 'step') return pool;
  const ofResponse = pool(claims);
  return () => ofResponse;
}
