import type { ScoringOptions } from '../schema/index.js';
import { selectBest, type ScoredIndex } from './select-best.js';

/**
 * Orders candidates best first: the one that `selectBest` takes, then the one it would take without it, and so on.
 * Those without a value come last, by index.
 * @throws UsageError for invalid options.
 */
export function rankCandidates(candidates: readonly ScoredIndex[], options: ScoringOptions = {}): number[] {
  const ranking: number[] = [];
  let rest = [...candidates];
  for (let { chosen } = selectBest(rest, options); chosen !== null; { chosen } = selectBest(rest, options)) {
    ranking.push(chosen);
    rest = rest.filter(({ index }) => index !== chosen);
  }
  return [...ranking, ...rest.map(({ index }) => index).sort((a, b) => a - b)];
}
