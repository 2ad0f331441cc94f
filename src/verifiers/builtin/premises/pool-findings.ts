import type { ClaimVerdict } from '../../../schema/index.js';
import type { Finding } from './finding.js';

/** Pools the findings of one claim by the rule of the gate, weakest: the worst conflict, then the worst unknown, the rest is support. */
export function poolFindings(claim: string, findings: readonly Finding[]): ClaimVerdict {
  const observable = findings.some((finding) => finding.observable);
  // Assertions that cannot be seen leave the pool, as claims do; without any other they only say how little is known.
  const pool = observable ? findings.filter((finding) => finding.observable) : findings;
  const conflict = Math.max(0, ...pool.map((finding) => finding.conflict));
  const leastKnown = Math.max(0, ...pool.map((finding) => 1 - finding.conflict - finding.support));
  const unknown = pool.length === 0 ? 1 : Math.min(leastKnown, 1 - conflict);
  return {
    claim, observable, conflict, unknown, support: Math.max(0, 1 - conflict - unknown),
    // A wrong number or label breaks the step that leans on it.
    severity: conflict > 0 ? 'high' : null,
    evidence: findings.flatMap((finding) => finding.evidence).slice(0, MOST_EVIDENCE),
  };
}

const MOST_EVIDENCE = 20;
