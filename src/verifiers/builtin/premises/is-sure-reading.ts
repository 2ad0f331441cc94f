import { findQuantities } from '../../../maths/find-quantities.js';
import type { NumericConstraint } from '../../../schema/index.js';

/** Least confidence for a contradiction; less is enough where no other reading is a number (a lone 2 that might be a Z). */
const SURE = 0.8;
const SURE_OF_DIGITS = 0.5;

/** Whether a value was read well enough to contradict a claim with it. */
export function isSureReading({ confidence, alternatives }: NumericConstraint): boolean {
  return confidence >= SURE || (confidence >= SURE_OF_DIGITS && alternatives.every((text) => findQuantities(text).length === 0));
}
