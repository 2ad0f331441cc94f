import type { Aggregation } from './aggregation.js';

/** The share of steps called right, p > 0.5 (reference: `compute_bon_metrics.py`). */
export const correctnessRate: Aggregation = (p) => p.filter((value) => value > 0.5).length / p.length;
