import { findStatedAnswer } from './extract-final-answer.js';

/** What a reference says: the answer that it marks where it is a whole solution, as those of GSM8K (`#### 72`, a box, a tag), else all of it. */
export function readReferenceAnswer(reference: string): string {
  return findStatedAnswer(reference) ?? reference;
}
