import type { Aggregation } from './aggregation.js';

/**
 * Rewards long runs of right steps: r_t = p_t·(r_{t-1} + 1) is the expected length of the run that ends at step t;
 * Σ r_t - Σ (1 - p_t), min-max normalised from [-T, T(T+1)/2] (reference: `compute_bon_metrics.py`, generalised).
 */
export const streak: Aggregation = (p) => {
  const steps = p.length;
  let run = 0;
  let score = 0;
  for (const value of p) {
    run = value * (run + 1);
    score += run - (1 - value);
  }
  return (score + steps) / ((steps * (steps + 1)) / 2 + steps);
};
