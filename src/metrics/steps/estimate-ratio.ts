import { noEstimate, type Estimate } from './estimate.js';

/** R = Σx/Σy over rows, with u_i = (x_i - R·y_i)·n/Σy. Nothing where Σy is not positive. Recall, precision and F1 are such ratios. */
export function estimateRatio(rows: number, x: (row: number) => number, y: (row: number) => number): Estimate {
  let [above, below] = [0, 0];
  for (let row = 0; row < rows; row += 1) {
    above += x(row);
    below += y(row);
  }
  if (!(below > 0)) return noEstimate;
  const ratio = above / below;
  return { value: ratio, influence: Float64Array.from({ length: rows }, (_, row) => ((x(row) - ratio * y(row)) * rows) / below) };
}
