import type { NumericConstraint } from '../../../schema/index.js';
import { readCell } from '../facts/read-cell.js';

/** Least confidence for a contradiction; less is enough where all other readings are letters (a lone 2 that might be a Z, but not a 7 that might be a ?). */
const SURE = 0.8;
const SURE_OF_DIGITS = 0.5;

/** Whether a value was read well enough to contradict a claim with it. */
export function isSureReading({ confidence, alternatives }: NumericConstraint): boolean {
  return confidence >= SURE || (confidence >= SURE_OF_DIGITS && alternatives.every((text) => readCell(text).kind === 'text'));
}
