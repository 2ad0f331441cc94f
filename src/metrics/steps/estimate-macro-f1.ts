import { combineEstimates, noEstimate, type Estimate } from './estimate.js';
import { estimateRatio } from './estimate-ratio.js';

/** The macro-F1 of `scoreClasses` with its influences; of one label alone there is none. Arguments as for `countConfusion`. */
export function estimateMacroF1(labels: ArrayLike<number>, predictions: ArrayLike<number>): Estimate {
  const f1 = [1, 0].map((label) => estimateClassF1(label, labels, predictions));
  const seen = new Set(Array.from(labels));
  return seen.size < 2 ? noEstimate : combineEstimates(f1.map((estimate) => ({ estimate, weight: 0.5 })));
}

/** F1 of one class as a ratio of sums: 2·hits / (steps of the class + steps called so). */
function estimateClassF1(label: number, labels: ArrayLike<number>, predictions: ArrayLike<number>): Estimate {
  const belongs = (row: number): number => (labels[row] === label ? 1 : 0);
  const called = (row: number): number => (label === 1 ? predictions[row] as number : 1 - (predictions[row] as number));
  return estimateRatio(labels.length, (row) => 2 * belongs(row) * called(row), (row) => belongs(row) + called(row));
}
