import type { ClusteredValue, MeanInterval } from '../clustered-interval.js';
import { shareInterval } from '../share-interval.js';
import type { MeasuredPair } from './measured-pair.js';
import { orderPair, type OrderedPair, type PairOutcome } from './order-pair.js';

/** How pairs came out: shares of all pairs, which add up to 1. */
export interface PairShares {
  ordered: MeanInterval;
  wrong: MeanInterval;
  undecided: MeanInterval;
  unseen: MeanInterval;
  unscored: MeanInterval;
  /** Of single comparisons, four a scored pair, the share in the right order. */
  comparisons: MeanInterval;
}

/** Figures of some pairs; all intervals are clustered by pair. */
export interface PairGroup {
  name: string;
  pairs: number;
  /** No pair was seen by the audit, and no reward tells the versions apart: nothing was asserted, so nothing was wrong. */
  isNotObservable: boolean;
  gated: PairShares;
  /** The same with the gate off. */
  raw: PairShares;
  /** Of true premises that were audited, the share contradicted. */
  falseAlarms: MeanInterval;
  /** Of false premises that were audited, the share contradicted. */
  caught: MeanInterval;
}

/** Sums up some pairs. */
export function summarizePairs(name: string, pairs: readonly MeasuredPair[], level: number): PairGroup {
  const gated = pairs.map((pair) => orderPair(pair, 'gated'));
  const raw = pairs.map((pair) => orderPair(pair, 'raw'));
  const contradicted = (isMatch: boolean): MeanInterval => shareInterval(pairs.flatMap(({ id, cells }) => cells.flatMap(({ image, premise, isContradicted }) =>
    (isContradicted === null || (image === premise) !== isMatch ? [] : [{ value: Number(isContradicted), cluster: id }]))), level);
  return {
    name, pairs: pairs.length,
    isNotObservable: gated.length > 0 && gated.every(({ outcome }) => outcome === 'unseen'),
    gated: shareOutcomes(pairs, gated, level), raw: shareOutcomes(pairs, raw, level),
    falseAlarms: contradicted(true), caught: contradicted(false),
  };
}

function shareOutcomes(pairs: readonly MeasuredPair[], ordered: readonly OrderedPair[], level: number): PairShares {
  const share = (values: readonly ClusteredValue[]): MeanInterval => shareInterval(values, level);
  const cluster = (at: number): string => pairs[at]?.id ?? '';
  const of = (wanted: PairOutcome): MeanInterval => share(ordered.map(({ outcome }, at) => ({ value: Number(outcome === wanted), cluster: cluster(at) })));
  const comparisons = ordered.flatMap(({ rightComparisons }, at) =>
    (rightComparisons === null ? [] : [0, 1, 2, 3].map((place) => ({ value: Number(place < rightComparisons), cluster: cluster(at) }))));
  return { ordered: of('ordered'), wrong: of('wrong'), undecided: of('undecided'), unseen: of('unseen'), unscored: of('unscored'), comparisons: share(comparisons) };
}
