import type { Aggregation } from './aggregation.js';

/** (Π 0.1^(1 - p_t))^(1/T): a wrong step counts 0.1 (reference: `compute_bon_metrics.py`, generalised), summed as exponents. */
export const geometricMean: Aggregation = (p) => 0.1 ** (p.reduce((sum, value) => sum + (1 - value), 0) / p.length);
