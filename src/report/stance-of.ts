import type { ClaimVerdict } from '../schema/index.js';

/** How a verdict reads in one word. */
export type Stance = 'supported' | 'contradicted' | 'unknown' | 'not observable' | 'not audited';

/** Names the largest share of a verdict; a claim the verifier could not have seen is said to be so. */
export function stanceOf(verdict: ClaimVerdict | null): Stance {
  if (verdict === null) return 'not audited';
  if (!verdict.observable) return 'not observable';
  if (verdict.conflict >= verdict.support && verdict.conflict >= verdict.unknown) return 'contradicted';
  return verdict.support >= verdict.unknown ? 'supported' : 'unknown';
}
