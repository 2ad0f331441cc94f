import type { ClaimVerdict, PoolName, Reliability } from '../schema/index.js';
import { clamp } from './clamp.js';

/**
 * Pools the verdicts of several claims to one triple (support + conflict + unknown = 1).
 * Claims that are not observable leave the pool, since blindness proves nothing.
 * `weakest`: conflict = max cᵢ, unknown = min(max uᵢ, 1 - conflict). `mean`: the means. Support is the rest.
 * @returns null when no claim is observable.
 */
export function poolVerdicts(verdicts: readonly ClaimVerdict[], pool: PoolName): Reliability | null {
  let observable = 0;
  let [mostConflict, mostUnknown, allConflict, allUnknown] = [0, 0, 0, 0];
  for (const verdict of verdicts) {
    if (!verdict.observable) continue;
    observable += 1;
    mostConflict = Math.max(mostConflict, verdict.conflict);
    mostUnknown = Math.max(mostUnknown, verdict.unknown);
    allConflict += verdict.conflict;
    allUnknown += verdict.unknown;
  }
  if (observable === 0) return null;
  const conflict = clamp(pool === 'weakest' ? mostConflict : allConflict / observable, 0, 1);
  const unknown = clamp(pool === 'weakest' ? mostUnknown : allUnknown / observable, 0, 1 - conflict);
  return { support: clamp(1 - conflict - unknown, 0, 1), conflict, unknown };
}
