import type { Aggregation } from './aggregation.js';

/** The weakest step. */
export const min: Aggregation = (p) => p.reduce((weakest, value) => Math.min(weakest, value), 1);
