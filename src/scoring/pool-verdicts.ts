import type { ClaimVerdict, PoolName, Reliability } from '../schema/index.js';
import { clamp } from './clamp.js';

/**
 * Pools the verdicts of several claims to one triple (support + conflict + unknown = 1).
 * Claims that are not observable leave the pool, since blindness proves nothing.
 * `weakest`: conflict = max cᵢ, unknown = min(max uᵢ, 1 - conflict). `mean`: the means. Support is the rest.
 * @returns null when no claim is observable.
 */
export function poolVerdicts(verdicts: readonly ClaimVerdict[], pool: PoolName): Reliability | null {
  const observable = verdicts.filter((verdict) => verdict.observable);
  if (observable.length === 0) return null;
  const over = pool === 'weakest' ? largest : average;
  const conflict = clamp(over(observable.map((verdict) => verdict.conflict)), 0, 1);
  const unknown = clamp(over(observable.map((verdict) => verdict.unknown)), 0, 1 - conflict);
  return { support: clamp(1 - conflict - unknown, 0, 1), conflict, unknown };
}

const largest = (shares: readonly number[]): number => Math.max(...shares);
const average = (shares: readonly number[]): number => shares.reduce((sum, share) => sum + share, 0) / shares.length;
