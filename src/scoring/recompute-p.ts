import type { ClaimVerdict } from '../schema/index.js';

/** What one contradicted claim costs (EVPV audit prompt; docs/papers.md). */
const penalty = { high: 0.5, low: 0.2 } as const;

/**
 * The reference's audit score of a whole response, p = max(0, 1 - 0.5·high - 0.2·low), from the verdicts themselves.
 * An observable claim counts when conflict is its largest share; a contradiction without a severity counts as high.
 * @returns p in [0,1]; null when a verdict is missing (`null` in the list), for then p was not measured.
 */
export function recomputeP(verdicts: readonly (ClaimVerdict | null)[]): number | null {
  let cost = 0;
  for (const verdict of verdicts) {
    if (verdict === null) return null;
    if (isContradicted(verdict)) cost += penalty[verdict.severity ?? 'high'];
  }
  return Math.max(0, 1 - cost);
}

const isContradicted = ({ observable, support, conflict, unknown }: ClaimVerdict): boolean =>
  observable && conflict > support && conflict > unknown;
