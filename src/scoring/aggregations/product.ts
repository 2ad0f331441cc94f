import type { Aggregation } from './aggregation.js';

/**
 * The chance that all steps are right, were they independent.
 * A product of positive factors stays positive: below the smallest double (about 1,074 steps at p = 0.5) it is
 * held there, so that a solution with a step at p = 0 still ranks lower and equal ones show up as tied.
 */
export const product: Aggregation = (p) => {
  if (p.includes(0)) return 0;
  return Math.max(Number.MIN_VALUE, p.reduce((all, value) => all * value, 1));
};
