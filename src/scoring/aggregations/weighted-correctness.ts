import type { Aggregation } from './aggregation.js';

/** Σ t·p_t / Σ t: later steps count more (reference: `compute_bon_metrics.py`, generalised from ±1 to probabilities). */
export const weightedCorrectness: Aggregation = (p) => {
  const weights = (p.length * (p.length + 1)) / 2;
  return p.reduce((sum, value, index) => sum + (index + 1) * value, 0) / weights;
};
