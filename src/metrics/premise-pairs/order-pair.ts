import { UsageError } from '../../errors/index.js';
import { isTied } from '../../scoring/index.js';
import type { MeasuredPair, PairCell } from './measured-pair.js';

/**
 * What the four rewards of a pair say. `ordered`: each image rewards its own premise above the other, and each premise its own image
 * above the other. `wrong`: at least one of these four comparisons comes out the wrong way round. `undecided`: none does, but some are ties.
 * `unseen`: all four are ties, and the audit does not claim to see the fact. `unscored`: a reward is missing.
 */
export type PairOutcome = 'ordered' | 'wrong' | 'undecided' | 'unseen' | 'unscored';

export interface OrderedPair {
  outcome: PairOutcome;
  /** Of the four comparisons, how many are strictly in the right order; null when unscored. */
  rightComparisons: number | null;
}

/** Orders the four cells of a pair by their gated or raw rewards. A tie is no order. */
export function orderPair({ id, cells }: MeasuredPair, used: 'gated' | 'raw'): OrderedPair {
  const reward = (image: 0 | 1, premise: 0 | 1): number | null => findCell(id, cells, image, premise)[used];
  const [ownA, ownB, crossA, crossB] = [reward(0, 0), reward(1, 1), reward(0, 1), reward(1, 0)];
  if (ownA === null || ownB === null || crossA === null || crossB === null) return { outcome: 'unscored', rightComparisons: null };
  const comparisons = [[ownA, crossA], [ownB, crossB], [ownA, crossB], [ownB, crossA]] as const;
  const decided = comparisons.filter(([own, cross]) => !isTied(own, cross));
  const rightComparisons = decided.filter(([own, cross]) => own > cross).length;
  if (rightComparisons < decided.length) return { outcome: 'wrong', rightComparisons };
  if (rightComparisons === comparisons.length) return { outcome: 'ordered', rightComparisons };
  const isBlind = decided.length === 0 && (used === 'raw' || cells.every(({ isObservable }) => !isObservable));
  return { outcome: isBlind ? 'unseen' : 'undecided', rightComparisons };
}

function findCell(id: string, cells: readonly PairCell[], image: 0 | 1, premise: 0 | 1): PairCell {
  const found = cells.find((cell) => cell.image === image && cell.premise === premise);
  if (found === undefined) throw new UsageError(`Expected the pair ${JSON.stringify(id)} to hold all four cells, got none for image ${image} and premise ${premise}.`);
  return found;
}
