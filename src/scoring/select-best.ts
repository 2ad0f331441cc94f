import type { ScoringOptions, Selection, SolutionScore } from '../schema/index.js';
import { isTied } from './is-tied.js';
import { resolveScoringOptions } from './resolve-scoring-options.js';

/** A candidate as selection sees it: its index in the problem (slots may be missing) and its score. */
export interface ScoredIndex {
  index: number;
  score: SolutionScore;
}

/**
 * Chooses the candidate with the highest score (Best-of-N).
 * Ties (relative difference up to 1e-9) go to the lowest index, and the others are named. A candidate without a value is never chosen.
 * With `onPartial: 'ineligible'` a partial one is chosen only when no candidate is fully scored.
 * @returns `chosen: null` when no candidate has a value.
 * @throws UsageError for invalid options.
 */
export function selectBest(candidates: readonly ScoredIndex[], options: ScoringOptions = {}): Selection {
  const { onPartial } = resolveScoringOptions(options);
  const valued = candidates.flatMap(({ index, score }) => (score.value === null ? [] : [{ index, value: score.value, status: score.status }]));
  const barsPartial = onPartial === 'ineligible' && valued.some(({ status }) => status === 'scored');
  const eligible = valued.filter(({ status }) => !(barsPartial && status === 'partial'));
  const best = eligible.reduce((highest, { value }) => Math.max(highest, value), -Infinity);
  const winners = eligible.filter(({ value }) => isTied(value, best)).toSorted((a, b) => a.index - b.index);
  const [first, ...others] = winners;
  if (first === undefined) return { chosen: null, tiedWith: [], value: null };
  return { chosen: first.index, tiedWith: others.map(({ index }) => index), value: first.value };
}
