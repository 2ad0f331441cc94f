import type { Aggregation } from './aggregation.js';

/** The mean of p (VisualPRM's choice for Best-of-N). */
export const mean: Aggregation = (p) => p.reduce((sum, value) => sum + value, 0) / p.length;
