import { combineEstimates, noEstimate, type Estimate } from './estimate.js';
import { estimateRatio } from './estimate-ratio.js';
import type { FirstError } from './find-first-errors.js';

/** How often the first error is found, one row a solution. */
export interface FirstErrorEstimates {
  /** Over all solutions. */
  all: Estimate;
  /** Over those with an error, and over those without, where nothing may be called incorrect. */
  withError: Estimate;
  withoutError: Estimate;
  /** Harmonic mean of the two: the F1 of ProcessBench (arXiv 2412.06559). */
  harmonic: Estimate;
}

/** Shares of solutions whose first error is found, and their harmonic mean; its error by linearisation. */
export function estimateFirstError(found: readonly FirstError[]): FirstErrorEstimates {
  const share = (belongs: (solution: FirstError) => boolean): Estimate => {
    const counts = found.map((solution) => (belongs(solution) ? 1 : 0));
    return estimateRatio(found.length, (row) => (found[row]?.isFound ? counts[row] as number : 0), (row) => counts[row] as number);
  };
  const withError = share(({ hasError }) => hasError);
  const withoutError = share(({ hasError }) => !hasError);
  return { all: share(() => true), withError, withoutError, harmonic: meanHarmonically(withError, withoutError) };
}

/** H = 2ab/(a + b), with dH = 2b²/(a+b)²·da + 2a²/(a+b)²·db; 0 where both are 0. */
function meanHarmonically(a: Estimate, b: Estimate): Estimate {
  if (a.value === null || b.value === null) return noEstimate;
  const sum = a.value + b.value;
  if (sum === 0) return { value: 0, influence: new Float64Array(a.influence.length) };
  const { influence } = combineEstimates([{ estimate: a, weight: (2 * b.value ** 2) / sum ** 2 }, { estimate: b, weight: (2 * a.value ** 2) / sum ** 2 }]);
  return { value: (2 * a.value * b.value) / sum, influence };
}
