import type { Aggregation } from './aggregation.js';

/** The last step alone. */
export const last: Aggregation = (p) => p.at(-1) ?? NaN;
