import type { Aggregation } from './aggregation.js';

/**
 * The expected share of steps before the first wrong one: Σ ((t-1)/T)(1 - p_t)Π_{i<t} p_i + Π p_i
 * (reference: `compute_bon_metrics.py`, generalised from ±1 to independent steps).
 */
export const firstErrorPosition: Aggregation = (p) => {
  let allRight = 1;
  let expected = 0;
  for (const [index, value] of p.entries()) {
    expected += (index / p.length) * (1 - value) * allRight;
    allRight *= value;
  }
  return expected + allRight;
};
